"""Quotes: chosen by an official, shown only when whoever wrote the words agreed, and gone as soon as the person says so."""

import re
import uuid

from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import Applicant
from core.audit import record
from core.text import fold
from participation.feedback import mail
from participation.feedback.enums import Consent
from participation.feedback.models import Quote, Summary
from participation.feedback.rules import NotAllowed, may_choose_cases
from participation.feedback.services.choosing import eligible_cases
from participation.feedback.services.composing import editable

SALT = "feedback.quote"
MAX_TOKEN = 200
LEFT_OUT = re.compile(r"\s*(?:\[…\]|\(…\)|…|\.\.\.)\s*")


def is_from(words, original):
    """Whether `words` stand in `original`, in their order; what was left out between them is marked by an ellipsis."""
    text, start = fold(original), 0
    for piece in LEFT_OUT.split(words):
        place = text.find(fold(piece), start)
        if place < 0:
            return False
        start = place + len(fold(piece))
    return bool(fold(words).strip("…. "))


@transaction.atomic
def choose_quote(summary, theme, case, *, text, actor):
    """Take words of `case` for a theme of the draft and return the Quote; its consent is asked for by itself.

    Other words of the same case replace the former ones and need a new consent. Raises NotAllowed, ValidationError when the
    words are not those of the case.
    """
    summary = editable(summary, actor)
    theme = summary.themes.get(pk=theme.pk)
    if not may_choose_cases(actor) or not eligible_cases(actor).filter(pk=case.pk).exists():
        raise NotAllowed(_("Your role may not do this."))
    if not theme.voices.filter(case=case.pk).exists():
        raise NotAllowed(_("Put the contribution into the theme first."))
    if not is_from(text, case.text) and not is_from(text, case.public_text):
        raise ValidationError(_("These are not the words of the contribution. Mark what you leave out by “…”."))
    quote, _created = Quote.objects.get_or_create(series=summary.series, case_id=case.pk, defaults={"text": text})
    if quote.text != text:
        if _stands_in_public(quote):
            raise NotAllowed(_("This quote is published in other words: take it out there first."))
        quote.text, quote.consent, quote.asked_at, quote.answered_at = text, Consent.NOT_ASKED, None, None
        quote.key = uuid.uuid4()  # the link of the former letter asked of other words
        quote.save()
    theme.quotes.add(quote)
    record(summary, "feedback.quote", user=actor, data={"quote": quote.pk})
    return quote


def _stands_in_public(quote):
    """Whether a published version shows these words."""
    return quote.is_given and quote.themes.filter(summary__published_at__isnull=False).exists()


@transaction.atomic
def drop_quote(summary, theme, quote, *, actor):
    """Take a quote out of a theme of the draft; one that stands nowhere any more is deleted."""
    summary = editable(summary, actor)
    summary.themes.get(pk=theme.pk).quotes.remove(quote)
    if not quote.themes.exists():
        quote.delete()
    record(summary, "feedback.quote", user=actor)


@transaction.atomic
def ask_consent(quote, *, actor, now=None):
    """Write to whoever sent the words and ask; returns the letter. Asking again writes nothing new.

    Raises NotAllowed when the person left no e-mail: then the consent is asked for in person and recorded.
    """
    quote = _of_draft(quote, actor)
    person = Applicant.objects.filter(case=quote.case_id).exclude(email="").first()
    if person is None:
        raise NotAllowed(_("The person left no e-mail. Ask by phone or in person and record the answer."))
    if quote.consent == Consent.NOT_ASKED:
        quote.consent, quote.asked_at = Consent.ASKED, now or timezone.now()
        quote.save(update_fields=["consent", "asked_at"])
    return mail.ask_for_quote(quote, person, token_of(quote))


@transaction.atomic
def record_consent(quote, *, actor, given, how, now=None):
    """Write down what a person answered in another way than by the letter's page. Raises NotAllowed, also without `how`."""
    quote = _of_draft(quote, actor)
    if not how.strip():
        raise NotAllowed(_("Say how the person answered."))
    return _answered(quote, given, now, recorded_by=actor, recorded_how=how)


def answer_consent(quote, *, given, now=None):
    """The author's own answer, by the page of the letter; it may be changed at any time and counts at once."""
    return _answered(quote, given, now, recorded_by=None, recorded_how="")


def _of_draft(quote, actor):
    """Lock the quote of a draft on which `actor` works as a reader of cases. Raises NotAllowed."""
    found = Quote.objects.select_for_update().get(pk=quote.pk)
    draft = Summary.objects.workable_by(actor).filter(themes__quotes=found, state="draft").first()
    if draft is None or not may_choose_cases(actor):
        raise NotAllowed(_("Your role may not do this."))
    return found


@transaction.atomic
def _answered(quote, given, now, **how):
    quote = Quote.objects.select_for_update().get(pk=quote.pk)
    quote.consent = Consent.GIVEN if given else Consent.REFUSED
    quote.answered_at = now or timezone.now()
    for name, value in how.items():
        setattr(quote, name, value)
    quote.save()
    return quote


def token_of(quote):
    """The signed part of the address of the page where the author answers."""
    return signing.dumps(str(quote.key), salt=SALT)


def quote_of(token):
    """The quote behind a token, or None: forged, or of a quote that is gone."""
    try:
        key = signing.loads(token[:MAX_TOKEN], salt=SALT)
    except signing.BadSignature:
        return None
    return Quote.objects.select_related("case").filter(key=key).first()


def leave_agreed(summary):
    """At publication: keep only quotes whose authors agreed and which still stand under their theme."""
    for theme in summary.themes.prefetch_related("quotes"):
        speakers = set(theme.voices.values_list("case_id", flat=True))
        gone = [quote for quote in theme.quotes.all() if not quote.is_given or quote.case_id not in speakers]
        theme.quotes.remove(*gone)
