"""How staff keep calls and tags, and the list of ideas with what waits for whom."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from casework.enums import Channel
from participation.ideas.models import IdeaCall, IdeaTag


class CallForm(WagtailAdminModelForm):
    """Channels as boxes to tick instead of JSON."""

    channels = forms.MultipleChoiceField(
        label=_("How ideas can come"), choices=Channel.choices, widget=forms.CheckboxSelectMultiple
    )


class CallViewSet(SnippetViewSet):
    """Calls for ideas."""

    model = IdeaCall
    icon = "pick"
    list_display = ["title", "opens_on", "closes_on", "is_published", "unit"]
    list_filter = ["is_published"]
    search_fields = ["title", "question"]
    base_form_class = CallForm
    panels = [
        FieldPanel("title"),
        FieldPanel("slug", help_text=_("Left empty, it is made of the title.")),
        FieldPanel("question"),
        FieldPanel("about"),
        FieldPanel("budget_note"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on"), FieldPanel("support_until")])],
            heading=_("Term"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("unit"),
                FieldPanel("settlements", widget=forms.CheckboxSelectMultiple),
                FieldPanel("channels", widget=forms.CheckboxSelectMultiple),
                FieldPanel("review"),
                FieldRowPanel([FieldPanel("supports_each"), FieldPanel("support_goal"), FieldPanel("edit_days")]),
                FieldPanel("is_for_services"),
                FieldPanel("is_published"),
            ],
            heading=_("Rules"),
        ),
        InlinePanel("fields", heading=_("Fields of the form"), label=_("Field")),
        InlinePanel("checks", heading=_("Checklist of the evaluation"), label=_("Question")),
    ]


class TagViewSet(SnippetViewSet):
    """Words by which ideas are found."""

    model = IdeaTag
    icon = "tag"
    list_display = ["name", "slug", "order"]
    panels = [FieldPanel(name) for name in ("name", "name_en", "slug", "order")]


class IdeasGroup(SnippetViewSetGroup):
    """The room's reference lists in the staff menu."""

    items = (CallViewSet, TagViewSet)
    menu_label = _("Calls for ideas")
    menu_icon = "pick"
    menu_name = "idea-calls"
    menu_order = 322
