"""The sheets and their columns: which field stands under which heading. Headings and choices are always in Ukrainian."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from cms.blocks.algorithm import AlgorithmBody
from cms.models import FeeRow, LegalActRow, Receiving, RefusalGround, RequiredDocument, TermRow
from cms.models.services.facts import DocumentKind, TermUnit

from .cells import Choice, Choices, Day, Explanation, Flag, Money, Named, NamedMany, Text, Whole

LANGUAGE = "uk"  # of headings and choices
ADDRESS = "address"


@dataclass(frozen=True)
class Column:
    """One column: the field, its heading, its kind of cells, its width; `read_only` is written and never read.

    `keeps`: an empty cell leaves the field as it is.
    """

    field: str
    heading: str
    cells: object = field(default_factory=Text)
    width: int = 24
    read_only: bool = False
    keeps: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet. `relation` is the list of the service that its rows make, "" for the services themselves."""

    key: str
    title: str
    columns: tuple
    relation: str = ""
    model: type | None = None

    def column(self, name):
        """The column of a field, or None."""
        return next((column for column in self.columns if column.field == name), None)

    @property
    def values(self):
        """Columns that hold facts: all but the address and what is only written."""
        return [column for column in self.columns if column.field != ADDRESS and not column.read_only]


def _step_choices(name):
    return AlgorithmBody().child_blocks["step"].child_blocks[name].field.choices


_OF = Column(ADDRESS, _("Service (address)"), width=34)
SERVICES = Sheet(
    "services",
    _("Services"),
    (
        Column(ADDRESS, _("Address"), width=34),
        Column("title", _("Title"), width=44),
        Column("status", _("State (not read)"), width=16, read_only=True),
        Column("code", _("Code in the register")),
        Column("lead", _("In one sentence"), width=44),
        Column("variant_label", _("When to choose this variant")),
        Column("provider", _("Provider"), Named("providers", "name"), 34),
        Column("for_people", _("For individuals"), Flag(empty=None), 12, keeps=True),
        Column("for_sole_traders", _("For sole traders"), Flag(empty=None), 12, keeps=True),
        Column("for_companies", _("For legal entities"), Flag(empty=None), 12, keeps=True),
        Column("who_may_apply", _("Who may apply"), width=44),
        Column("result", _("Result"), width=34),
        Column("ways_to_receive", _("How the result is received"), Choices(Receiving.choices), 34),
        Column("online_url", _("Address online")),
        Column("online_note", _("Where the address leads")),
        Column("how_to_appeal", _("How to appeal"), width=44),
        Column("on_mobile_visits", _("On mobile visits"), Flag(empty=None), 12, keeps=True),
        Column("places", _("Places (addresses)"), NamedMany("places", "slug")),
        Column("situations", _("Life situations (addresses)"), NamedMany("situations", "slug")),
        Column("samples", _("Samples (addresses)"), NamedMany("samples", "slug")),
        Column("audiences", _("Audiences"), NamedMany("audiences", "name")),
        Column("search_words", _("Words for search")),
        Column("checked_on", _("Checked on"), Day(), 14),
        Column("check_every_days", _("Check every, days"), Whole(), 14, keeps=True),
    ),
)
CHILDREN = (
    Sheet(
        "documents",
        _("Documents"),
        (
            _OF,
            Column("name", _("Document"), width=44),
            Column("kind", _("Form"), Choice(DocumentKind.choices, DocumentKind.ORIGINAL)),
            Column("condition", _("Only if"), width=34),
            Column("note", _("Note"), width=34),
            Column("sample", _("Sample (address)"), Named("samples", "slug")),
        ),
        "documents",
        RequiredDocument,
    ),
    Sheet(
        "fees",
        _("Fees"),
        (
            _OF,
            Column("for_whom", _("For whom or for what"), width=44),
            Column("is_free", _("Free of charge"), Flag(), 14),
            Column("amount", _("Amount, UAH"), Money(), 14),
            Column("amount_note", _("Amount in words"), width=34),
            Column("ground", _("Legal ground"), width=34),
            Column("how_to_pay", _("How to pay"), width=34),
            Column("payment_details", _("Payment details"), width=44),
        ),
        "fees",
        FeeRow,
    ),
    Sheet(
        "terms",
        _("Terms"),
        (
            _OF,
            Column("variant", _("Variant")),
            Column("length", _("How many"), Whole(), 12),
            Column("unit", _("Unit of the term"), Choice(TermUnit.choices, TermUnit.CALENDAR_DAYS)),
            Column("counted_from", _("Counted from"), width=34),
            Column("note", _("Note"), width=34),
        ),
        "terms",
        TermRow,
    ),
    Sheet(
        "refusal_grounds",
        _("Grounds to refuse"),
        (_OF, Column("text", _("Ground to refuse"), width=60), Column("law", _("Article of law"), width=34)),
        "refusal_grounds",
        RefusalGround,
    ),
    Sheet(
        "legal_acts",
        _("Acts of law"),
        (
            _OF,
            Column("title", _("Title of the act"), width=60),
            Column("number", _("Number of the act"), width=16),
            Column("adopted_on", _("Date of the act"), Day(), 16),
            Column("url", _("Address of the act"), width=34),
        ),
        "legal_acts",
        LegalActRow,
    ),
    Sheet(
        "steps",
        _("Steps"),
        (
            _OF,
            Column("title", _("What to do"), width=44),
            Column("joins", _("How it follows the step before"), Choice(_step_choices("joins"), "then")),
            Column("optional", _("Only if needed"), Flag(), 14),
            Column("where", _("Where"), Choices(_step_choices("where"))),
            Column("takes", _("How long it takes")),
            Column("body", _("Explanation"), Explanation(), 60),
        ),
        "algorithm",
    ),
)
SHEETS = (SERVICES, *CHILDREN)
STEPS = CHILDREN[-1]
