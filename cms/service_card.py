"""The information card of a service in words: what its rows of terms, fees and documents say to a reader."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from cms.models.services.facts import DocumentKind, TermUnit

MOST_TERMS = 3

# What the reader does with the documents of each kind, in the order of reading; None: nothing is brought.
NEEDED = {
    DocumentKind.ORIGINAL: _("Bring the original"),
    DocumentKind.COPY: _("Bring a copy"),
    DocumentKind.SHOWN: _("Show, it stays with you"),
    DocumentKind.REGISTER: _("Do not bring: we take it from a register"),
}


@dataclass
class NeededGroup:
    """Documents of one kind."""

    kind: str
    title: str
    documents: list

    @property
    def is_brought(self):
        """False for what the office takes from a register itself."""
        return self.kind != DocumentKind.REGISTER


def needed(documents):
    """Group RequiredDocument rows by kind, in the order in which a reader needs them; empty kinds are left out."""
    groups = (
        NeededGroup(kind.value, title, [row for row in documents if row.kind == kind]) for kind, title in NEEDED.items()
    )
    return [group for group in groups if group.documents]


def money(amount):
    """Write a sum in hryvnias: `1 057,50 грн`, without kopiykas when there are none."""
    whole = amount == amount.to_integral_value()
    figure = number_format(amount, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)
    return gettext("UAH %(amount)s") % {"amount": figure}


def fee_words(fee):
    """Write one FeeRow: free, a sum, a share in words, or a sum with its words."""
    if fee.is_free:
        return pgettext("a service", "free of charge")
    if fee.amount is None:
        return fee.amount_note
    return f"{money(fee.amount)} ({fee.amount_note})" if fee.amount_note else money(fee.amount)


def cost_words(fees):
    """Write what a service costs in a few words for the box of facts; an empty string when nothing is known."""
    if not fees:
        return ""
    amounts = sorted({fee.amount for fee in fees if fee.amount is not None})
    if all(fee.is_free for fee in fees):
        return pgettext("a service", "free of charge")
    if len(fees) == 1:
        return fee_words(fees[0])
    if any(not fee.is_free and fee.amount is None for fee in fees) or not amounts:
        return gettext("depends on the case, see the fees")
    lowest, highest = money(amounts[0]), money(amounts[-1])
    if any(fee.is_free for fee in fees):
        return gettext("free for some, for others up to %(highest)s") % {"highest": highest}
    if lowest == highest:
        return lowest
    return gettext("from %(lowest)s to %(highest)s") % {"lowest": lowest, "highest": highest}


def term_words(term):
    """Write the length of one TermRow: `30 calendar days`, `at the visit`."""
    if term.unit == TermUnit.AT_ONCE or term.length is None:
        return gettext("at the visit")
    if term.unit == TermUnit.WORKING_DAYS:
        words = ngettext("%(number)s working day", "%(number)s working days", term.length)
    elif term.unit == TermUnit.HOURS:
        words = ngettext("%(number)s hour", "%(number)s hours", term.length)
    else:
        words = ngettext("%(number)s calendar day", "%(number)s calendar days", term.length)
    return words % {"number": term.length}


def terms_words(terms):
    """Write the terms for the box of facts: one, or each with the name of its variant."""
    if len(terms) == 1:
        return term_words(terms[0])
    said = [f"{term.variant}: {term_words(term)}" if term.variant else term_words(term) for term in terms]
    return "; ".join(said[:MOST_TERMS])


def applicants(service):
    """Name the kinds of applicants of a ServicePage."""
    kinds = {
        "for_people": _("individuals"),
        "for_sole_traders": _("sole traders"),
        "for_companies": _("legal entities"),
    }
    return [str(label) for name, label in kinds.items() if getattr(service, name)]


def facts(service, *, fees, terms):
    """The box of facts: pairs (label, value) of what is known."""
    pairs = [
        (gettext("Term"), terms_words(terms)),
        (gettext("Cost"), cost_words(fees)),
        (gettext("Who may apply"), ", ".join(applicants(service))),
    ]
    known = [(label, capitalised(value)) for label, value in pairs if value]
    if service.online_url:
        known.append((gettext("Online"), format_html('<a href="#online">{}</a>', gettext("Yes, apply online"))))
    return known


def capitalised(text):
    """Give `text` with a capital first letter; the rest stays."""
    return text[:1].upper() + text[1:]
