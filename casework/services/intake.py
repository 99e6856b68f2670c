"""How a case begins: once, however often the form is sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language

from casework.actors import Actor
from casework.enums import AttachmentPurpose, Audience, Channel
from casework.models import Applicant, Attachment, Case, NumberSequence
from casework.procedure import procedure as procedure_by_key
from casework.services import clocks
from casework.services.events import append_event
from casework.services.letters import write_letter
from casework.services.tracking import format_code, hash_code, make_code
from casework.services.transitions import fire
from core.text import fold


@dataclass(frozen=True)
class Receipt:
    """What the submitter gets: the case, its secret code, and whether this very call made it."""

    case: Case
    code: str
    created: bool


@dataclass(frozen=True)
class _Sent:
    """Everything that `submit` was told, on its way into the register."""

    procedure: Any
    key: str
    actor: Actor
    applicant: dict
    channel: str
    received_at: datetime
    suspicion: str
    files: Any
    scans: Any
    now: datetime
    fields: dict

    @property
    def by_staff(self):
        """Whether a member of staff filed it for somebody."""
        return self.channel != Channel.WEB


def submit(
    procedure,
    *,
    actor,
    idempotency_key,
    applicant=None,
    channel=Channel.WEB,
    received_at=None,
    suspicion="",
    files=(),
    scans=(),
    now=None,
    **fields,
):
    """Enter a new case of the procedure with key `procedure` and return its `Receipt`.

    `applicant` is a dict of `Applicant` fields, `fields` those of the procedure's model. `received_at` is the legal
    receipt (now, unless paper came earlier). The same `idempotency_key` always gives the same case and code.
    A suspicious submission is registered like any other and put in quarantine.
    """
    now = now or timezone.now()
    sent = _Sent(
        procedure=procedure_by_key(procedure),
        key=str(idempotency_key),
        actor=actor,
        applicant=applicant or {},
        channel=channel,
        received_at=received_at or now,
        suspicion=suspicion,
        files=files,
        scans=scans,
        now=now,
        fields=fields,
    )
    return _receipt_of(sent.key) or _enter_once(sent)


def _enter_once(sent):
    """Enter the case in one transaction; whoever comes second with the same key gets the first one's receipt."""
    try:
        with transaction.atomic():
            return _enter(sent)
    except IntegrityError:
        existing = _receipt_of(sent.key)
        if existing is None:
            raise
        return existing


def _receipt_of(key):
    """The receipt of the case already made with this key, or None."""
    case = Case.objects.filter(idempotency_key=key).first()
    return Receipt(case, format_code(make_code(key)), created=False) if case else None


def _enter(sent):
    """Write the case with its number, applicant, files, clocks, first events and letters."""
    number = next_number(sent.procedure.prefix, timezone.localtime(sent.now).year)
    if existing := _receipt_of(sent.key):  # another thread made it while we waited for the number
        transaction.set_rollback(True)
        return existing
    case = _write_case(sent, number)
    _write_applicant(case, sent)
    index_for_search(case)
    _keep_files(case, sent.files, AttachmentPurpose.APPLICANT)
    _keep_files(case, sent.scans, AttachmentPurpose.SCAN)
    terms = clocks.apply(case, sent.procedure.on_receipt, data=sent.fields, now=sent.now)
    case.save()
    _tell(case, sent, terms)
    if sent.channel in sent.procedure.registers_itself and sent.procedure.transition("register", case.state):
        case = fire(case, "register", actor=Actor.system(), now=sent.now)
    return Receipt(case, format_code(make_code(sent.key)), created=True)


def _write_case(sent, number):
    """Write the row of the case itself."""
    return sent.procedure.model.objects.create(
        number=number,
        procedure=sent.procedure.key,
        state=sent.procedure.initial,
        is_open=not sent.procedure.state(sent.procedure.initial).is_idle,
        channel=sent.channel,
        received_at=sent.received_at,
        submitter=None if sent.by_staff else sent.actor.user,
        filed_by=sent.actor.user if sent.by_staff else None,
        visibility=sent.procedure.visibility,
        is_quarantined=bool(sent.suspicion),
        suspicion=sent.suspicion,
        idempotency_key=sent.key,
        tracking_secret_hash=hash_code(make_code(sent.key)),
        **sent.fields,
    )


def _tell(case, sent, terms):
    """Append the first event and write the letters about it."""
    event = append_event(
        case,
        "received",
        actor=sent.actor,
        acted_as="desk" if sent.by_staff else "applicant",
        at=sent.now,
        from_state="",
        audience=Audience.PUBLIC,
        data={"channel": sent.channel, "received_at": sent.received_at.isoformat(), "due": terms},
    )
    for letter in sent.procedure.letters_on_receipt:
        write_letter(case, letter.kind, to=letter.who, event=event)


def next_number(prefix, year):
    """Take the next number under `prefix` in `year`; the row stays locked until the case is written, so no gap appears."""
    NumberSequence.objects.get_or_create(prefix=prefix, year=year)
    row = NumberSequence.objects.select_for_update().get(prefix=prefix, year=year)
    row.last += 1
    row.save(update_fields=["last"])
    return f"{prefix}-{year}-{row.last:05d}"


def _write_applicant(case, sent):
    """Keep the personal data apart, with its purpose and end date."""
    local = timezone.localdate(sent.now)
    person = dict(sent.applicant)
    Applicant.objects.create(
        case_id=case.pk,
        purpose=str(sent.procedure.label)[:200],
        keep_until=local.replace(year=local.year + sent.procedure.keep_personal_data_years, day=min(local.day, 28)),
        language=person.pop("language", None) or get_language() or "uk",
        name_folded=fold(person.get("name", ""))[:200],
        consent_at=sent.now,
        **person,
    )


def index_for_search(case):
    """Keep the folded text by which staff find the case: number, public title, beginning of the text."""
    case.search_folded = fold(f"{case.number} {case.public_title} {case.text[:2000]}")


def _keep_files(case, files, purpose):
    """Store uploaded files with the case."""
    for uploaded in files:
        Attachment.take(uploaded, case_id=case.pk, purpose=purpose)
