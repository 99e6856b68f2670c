"""The tabs in which an editor writes a service: facts, step by step, connections, promote, settings."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from cms.counter import CounterInput, CounterTextarea
from cms.models.reviewed import ReviewedPage
from cms.page_form import BasePageForm

TITLE_LENGTH = 120

FACTS = [
    TitleFieldPanel("title", widget=CounterInput(limit=TITLE_LENGTH)),
    FieldPanel("lead", widget=CounterTextarea),
    FieldRowPanel([FieldPanel("code"), FieldPanel("provider")]),
    FieldPanel("variant_label"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("for_people"), FieldPanel("for_sole_traders"), FieldPanel("for_companies")]),
            FieldPanel("who_may_apply"),
        ],
        heading=_("Who may apply"),
    ),
    InlinePanel("documents", label=_("document of the list"), heading=_("You need")),
    InlinePanel("fees", label=_("fee"), heading=_("Fees")),
    InlinePanel("terms", label=_("term"), heading=_("Terms")),
    MultiFieldPanel([FieldPanel("result"), FieldPanel("ways_to_receive")], heading=_("Result")),
    MultiFieldPanel([FieldPanel("online_url"), FieldPanel("online_note")], heading=_("Online")),
    InlinePanel("refusal_grounds", label=_("ground to refuse"), heading=_("Grounds to refuse")),
    FieldPanel("how_to_appeal"),
    InlinePanel("legal_acts", label=_("act of law"), heading=_("Acts of law")),
]
STEPS = [FieldPanel("algorithm")]
CONNECTIONS = [
    FieldPanel("places"),
    FieldPanel("on_mobile_visits"),
    FieldPanel("samples"),
    FieldPanel("situations"),
    FieldPanel("audiences"),
    FieldPanel("related_services"),
    MultiFieldPanel([FieldPanel("tags"), FieldPanel("search_words")], heading=_("For search")),
]


def tabs():
    """The editor of a service."""
    return TabbedInterface(
        [
            ObjectList(FACTS, heading=_("Facts")),
            ObjectList(STEPS, heading=_("Step by step")),
            ObjectList(CONNECTIONS, heading=_("Connections")),
            ObjectList(ReviewedPage.promote_panels, heading=_("Promote")),
            ObjectList(ReviewedPage.settings_panels, heading=_("Settings")),
        ],
        base_form_class=BasePageForm,
    )
