"""The form in which editors write a page."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.tags import TagField

from cms.models.topics import ContentTag
from cms.tags import tags_named


class BasePageForm(WagtailAdminPageForm):
    """Wagtail's form that does without an address (the title gives one when the page is saved) and knows tags.

    Types with a field `tags` of their own keep it; all others get `tag_words`.
    """

    tag_words = TagField(
        tag_model=ContentTag,
        free_tagging=True,
        required=False,
        label=_("Tags"),
        help_text=_("The page then stands in the list of each tag, and beside other pages with the same tags."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        if hasattr(type(self.instance), "tags"):
            self.fields.pop("tag_words", None)
        elif "tag_words" in self.fields:
            self.initial.setdefault("tag_words", [row.tag for row in self.instance.house_tags.all()])

    def save(self, commit=True):
        """Keep the tags with the page, draft or not."""
        if "tag_words" in self.cleaned_data:
            rows = {row.tag_id: row for row in self.instance.house_tags.all()}
            tags = tags_named(ContentTag, self.cleaned_data["tag_words"])
            row_class = type(self.instance)._meta.get_field("house_tags").related_model
            self.instance.house_tags = [rows.get(tag.pk) or row_class(tag=tag) for tag in tags]
        return super().save(commit)
