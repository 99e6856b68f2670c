"""Forms about documents and their versions."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit
from accounts.roles import Role
from core.forms import HouseForm, TextField
from core.uploads import FilesField, FilesInput
from participation.drafts.enums import DocumentKind, Match, Profile, Verdict
from participation.drafts.services.importing import read_uploaded
from participation.drafts.services.publishing import NEW

EXCERPT = 90


class DocxField(FilesField):
    """One Word document, read when it is checked; whatever is wrong with it stands beside the field."""

    def __init__(self, **options):
        options.setdefault("widget", FilesInput({"multiple": False, "accept": ".docx"}))
        super().__init__(max_count=1, **options)

    def clean(self, data, initial=None):
        """Return the file, or None. Raises ValidationError."""
        files = super().clean(data, initial)
        if not files:
            return None
        if files[0].examined.kind.key != "docx":
            raise ValidationError(_t("Choose a Word document (DOCX)."), code="kind")
        read_uploaded(files[0])
        return files[0]


class DocumentForm(HouseForm):
    """What is said about a document."""

    title = TextField(label=_("Title"), max_length=200, help_text=_("As the act will be called."))
    kind = forms.ChoiceField(label=_("Kind"), choices=DocumentKind.choices)
    lead = TextField(
        label=_("In short"),
        max_length=1000,
        lines=4,
        required=False,
        help_text=_("What changes for people, in plain words."),
    )
    unit = forms.ModelChoiceField(Unit.objects.filter(is_active=True), label=_("Unit"))

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        sees_all = user.is_superuser or user.has_role(Role.HEAD)
        if not sees_all and user.unit_id:
            self.fields["unit"].queryset = Unit.objects.filter(pk=user.unit_id)
        self.initial.setdefault("unit", user.unit_id)


class NewDocumentForm(DocumentForm):
    """The same with the first text."""

    file = DocxField(
        label=_("Text of the draft, DOCX"),
        help_text=_("Each paragraph, list item and table gets its number, by which people comment on it."),
    )


class VersionForm(HouseForm):
    """A new version."""

    file = DocxField(label=_("Text of the new version, DOCX"))
    note = TextField(
        label=_("What changed and why"),
        max_length=4000,
        lines=4,
        required=False,
        help_text=_("Everyone reads it beside the comparison of versions."),
    )


class ConsultationForm(HouseForm):
    """By which numbers of the statute a consultation runs."""

    profile = forms.ChoiceField(
        label=_("By which rules"),
        choices=Profile.choices,
        widget=forms.RadioSelect,
        help_text=_("The statute of the community sets the shortest time for each."),
    )


class VerdictForm(HouseForm):
    """The decision on one comment."""

    verdict = forms.ChoiceField(label=_("Decision"), choices=Verdict.choices, widget=forms.RadioSelect)
    reason = TextField(
        label=_("Reason"),
        max_length=3000,
        lines=4,
        required=False,
        help_text=_("Everyone reads it; required unless the comment is accepted in full."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].hide_optional = True

    def clean(self):
        """Whatever is not accepted in full has its reason."""
        cleaned = super().clean()
        needs_reason = cleaned.get("verdict") not in (None, Verdict.ACCEPTED)
        if needs_reason and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Say why."))
        return cleaned


class SettleForm(HouseForm):
    """Which old paragraph stands behind each doubtful or new one; `rows` pairs paragraphs with their fields."""

    def __init__(self, *args, doubtful, free, old, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = []
        for row in doubtful:
            name = f"p{row.pk}"
            is_doubt = row.match == Match.DOUBTFUL
            choices = [(row.label, choice_words(old[row.label], _t("The same as")))] if is_doubt else []
            choices += [(other.label, choice_words(other, _t("The same as"))) for other in free]
            field = forms.ChoiceField(
                label=row.text[:EXCERPT], choices=[(NEW, _t("A new paragraph")), *choices], required=True
            )
            self.fields[name] = field
            self.initial[name] = row.label if is_doubt else NEW
            self.rows.append((row, name))

    @property
    def lines(self):
        """(paragraph, bound field) pairs for the page."""
        return [(row, self[name]) for row, name in self.rows]

    def verdicts(self):
        """{label: chosen} for `services.settle`."""
        return {row.label: self.cleaned_data[name] for row, name in self.rows}


def choice_words(paragraph, before):
    """A choice: the old paragraph's label and beginning."""
    return f"{before} {paragraph.label}: {paragraph.text[:EXCERPT]}"
