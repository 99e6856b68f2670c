"""The form in which a story is written: it says in plain words why it cannot be published yet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.page_form import BasePageForm

NO_CONSENT = _(
    "This story cannot be published: there is no valid consent of the person to it. Record the consent first."
)


class PersonField(forms.ModelChoiceField):
    """A choice of people by their names; `str()` of a person is a number, because logs keep it."""

    def label_from_instance(self, person):
        """The full name, for staff."""
        return person.full_name


class StoryForm(BasePageForm):
    """Refuses publication without a consent beside the field of the person; a draft may wait for it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "person" in self.fields:
            kept = self.fields["person"]
            self.fields["person"] = PersonField(
                kept.queryset, label=kept.label, required=kept.required, help_text=kept.help_text
            )

    def clean(self):
        """Ask for the consent when the story is to be seen."""
        cleaned = super().clean()
        person = cleaned.get("person")
        if self.is_publishing and person is not None and not person.allows("story"):
            self.add_error("person", NO_CONSENT)
        return cleaned

    @property
    def is_publishing(self):
        """Whether the pressed button makes the story public: publication, or the approval of a workflow."""
        return "action-publish" in self.data or self.data.get("workflow-action-name") == "approve"
