"""Facts of a service in words, in the active language."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.models.services.facts import DocumentKind, TermUnit


def money(amount):
    """“1 234,50 UAH”, a whole sum without zeros after the comma."""
    digits = 0 if amount == amount.to_integral_value() else 2
    return _("%(sum)s UAH") % {"sum": number_format(amount, digits, use_l10n=True, force_grouping=True)}


def fee_sum(fee):
    """What is paid, without for whom."""
    if fee.is_free:
        return _("free of charge")
    sums = [money(fee.amount)] if fee.amount is not None else []
    return ", ".join([*sums, *([fee.amount_note] if fee.amount_note else [])])


def term_length(term):
    """“10 working days”, “at the visit”."""
    number = term.length or 0
    if not number and term.unit != TermUnit.AT_ONCE:
        return ""
    if term.unit == TermUnit.WORKING_DAYS:
        words = ngettext("%(number)s working day", "%(number)s working days", number)
    elif term.unit == TermUnit.CALENDAR_DAYS:
        words = ngettext("%(number)s calendar day", "%(number)s calendar days", number)
    elif term.unit == TermUnit.HOURS:
        words = ngettext("%(number)s hour", "%(number)s hours", number)
    else:
        return _("at the visit")
    return words % {"number": number}


def term_words(term):
    """The length, from when it is counted, the note."""
    return "; ".join(part for part in (term_length(term), term.counted_from, term.note) if part)


def document_notes(document):
    """The form of the document, when it is needed, the note."""
    kind = document.get_kind_display() if document.kind != DocumentKind.ORIGINAL else ""
    condition = _("only if: %(condition)s") % {"condition": document.condition} if document.condition else ""
    return "; ".join(part for part in (kind, condition, document.note) if part)


def applicants(service):
    """“individuals, sole traders”."""
    kinds = [
        (service.for_people, _("individuals")),
        (service.for_sole_traders, _("sole traders")),
        (service.for_companies, _("legal entities")),
    ]
    return ", ".join(label for chosen, label in kinds if chosen)
