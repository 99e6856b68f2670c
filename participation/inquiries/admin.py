"""How staff keep the room's dated data: topics, grounds of refusal, caps and tariffs."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from participation.inquiries.models import CopyingCap, CopyingTariff, RefusalGround, SuggestionTopic

PAGES = FieldRowPanel([FieldPanel(name) for name in ("a4", "a3", "a4_redacted", "a3_redacted", "scan")])


class TopicViewSet(SnippetViewSet):
    """Topics of the suggestion box."""

    model = SuggestionTopic
    icon = "tag"
    list_display = ["name", "is_active", "order"]
    panels = [FieldPanel(name) for name in ("name", "name_en", "order", "is_active")]


class GroundViewSet(SnippetViewSet):
    """Grounds of refusal, by version of the law."""

    model = RefusalGround
    icon = "clipboard-list"
    list_display = ["article", "text", "needs_test", "valid_from", "valid_to"]
    panels = [
        FieldPanel("code"),
        FieldPanel("article"),
        FieldPanel("text"),
        FieldPanel("needs_test"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        FieldPanel("order"),
    ]


class CapViewSet(SnippetViewSet):
    """What the state allows."""

    model = CopyingCap
    icon = "lock"
    list_display = ["valid_from", "subsistence_minimum", "a4", "a3", "scan"]
    panels = [
        FieldPanel("valid_from"),
        FieldPanel("act"),
        FieldPanel("subsistence_minimum"),
        MultiFieldPanel([PAGES], heading=_("Per cents of the subsistence minimum for one page")),
    ]


class TariffViewSet(SnippetViewSet):
    """What the community asks."""

    model = CopyingTariff
    icon = "doc-full"
    list_display = ["valid_from", "a4", "a3", "scan"]
    panels = [
        FieldPanel("valid_from"),
        FieldPanel("act"),
        MultiFieldPanel([PAGES], heading=_("Hryvnias for one page")),
        FieldPanel("payment_details"),
    ]


class InquiriesGroup(SnippetViewSetGroup):
    """The room's entry in the staff menu."""

    items = (TopicViewSet, GroundViewSet, CapViewSet, TariffViewSet)
    menu_label = _("Reference lists")
    menu_icon = "mail"
    menu_name = "inquiries"
    menu_order = 320
