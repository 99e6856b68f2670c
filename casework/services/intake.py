"""How a case begins: once, however often the form is sent."""

from dataclasses import dataclass

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
    key = str(idempotency_key)
    existing = _receipt_of(key)
    if existing:
        return existing
    try:
        with transaction.atomic():
            return _enter(
                procedure_by_key(procedure),
                key,
                actor=actor,
                applicant=applicant or {},
                channel=channel,
                received_at=received_at,
                suspicion=suspicion,
                files=files,
                scans=scans,
                now=now or timezone.now(),
                fields=fields,
            )
    except IntegrityError:
        existing = _receipt_of(key)
        if existing is None:
            raise
        return existing


def _receipt_of(key):
    """The receipt of the case already made with this key, or None."""
    case = Case.objects.filter(idempotency_key=key).first()
    return Receipt(case, format_code(make_code(key)), created=False) if case else None


def _enter(procedure, key, *, actor, applicant, channel, received_at, suspicion, files, scans, now, fields):
    """Write the case with its number, applicant, files, clocks, first events and letters."""
    received_at = received_at or now
    code = make_code(key)
    number = next_number(procedure.prefix, timezone.localtime(now).year)
    if existing := _receipt_of(key):  # another thread made it while we waited for the number
        transaction.set_rollback(True)
        return existing
    by_staff = channel != Channel.WEB
    case = procedure.model.objects.create(
        number=number,
        procedure=procedure.key,
        state=procedure.initial,
        channel=channel,
        received_at=received_at,
        submitter=None if by_staff else actor.user,
        filed_by=actor.user if by_staff else None,
        visibility=procedure.visibility,
        is_quarantined=bool(suspicion),
        suspicion=suspicion,
        idempotency_key=key,
        tracking_secret_hash=hash_code(code),
        **fields,
    )
    _write_applicant(case, procedure, applicant, now)
    index_for_search(case)
    _keep_files(case, files, AttachmentPurpose.APPLICANT)
    _keep_files(case, scans, AttachmentPurpose.SCAN)
    details = clocks.apply(case, procedure.on_receipt, data=fields, now=now)
    case.save()
    event = append_event(
        case,
        "received",
        actor=actor,
        acted_as="desk" if by_staff else "applicant",
        at=now,
        from_state="",
        audience=Audience.PUBLIC,
        data={"channel": channel, "received_at": received_at.isoformat(), "due": details},
    )
    for letter in procedure.letters_on_receipt:
        write_letter(case, letter.kind, to=letter.who, event=event)
    if channel in procedure.registers_itself and procedure.transition("register", case.state):
        case = fire(case, "register", actor=Actor.system(), now=now)
    return Receipt(case, format_code(code), created=True)


def next_number(prefix, year):
    """Take the next number under `prefix` in `year`; the row stays locked until the case is written, so no gap appears."""
    NumberSequence.objects.get_or_create(prefix=prefix, year=year)
    row = NumberSequence.objects.select_for_update().get(prefix=prefix, year=year)
    row.last += 1
    row.save(update_fields=["last"])
    return f"{prefix}-{year}-{row.last:05d}"


def _write_applicant(case, procedure, applicant, now):
    """Keep the personal data apart, with its purpose and end date."""
    years = procedure.keep_personal_data_years
    local = timezone.localdate(now)
    Applicant.objects.create(
        case_id=case.pk,
        purpose=str(procedure.label)[:200],
        keep_until=local.replace(year=local.year + years, day=min(local.day, 28)),
        language=applicant.pop("language", None) or get_language() or "uk",
        name_folded=fold(applicant.get("name", ""))[:200],
        consent_at=now,
        **applicant,
    )


def index_for_search(case):
    """Keep the folded text by which staff find the case: number, public title, beginning of the text."""
    case.search_folded = fold(f"{case.number} {case.public_title} {case.text[:2000]}")


def _keep_files(case, files, purpose):
    """Store uploaded files with the case."""
    for uploaded in files:
        Attachment.take(uploaded, case_id=case.pk, purpose=purpose)
