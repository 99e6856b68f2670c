"""What the paper prints about a service, gathered once, in a constant number of queries."""

from dataclasses import dataclass, field

import segno
from django.db.models import Prefetch
from django.utils import timezone, translation
from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

from cms.hours import Interval, week_lines
from cms.models import IntervalKind, PlacePage
from cms.models.places import OpeningInterval
from cms.models.services.facts import DocumentKind
from cms.site import facts_of

from . import words

QR_SCALE = 8


@dataclass(frozen=True)
class Spot:
    """One place on paper."""

    name: str
    address: str = ""
    hours: tuple = ()
    by_appointment: tuple = ()
    breaks: tuple = ()
    phones: tuple = ()


@dataclass(frozen=True)
class Line:
    """One line of a list: what, and the small print after it."""

    text: str
    notes: str = ""


@dataclass(frozen=True)
class Step:
    """One step of the algorithm."""

    title: str
    joins: str = ""
    notes: str = ""
    body: str = ""


@dataclass
class Facts:
    """Everything that templates of paper print."""

    service: object
    language: str
    community: str
    centre: str
    url: str
    qr: str
    edition_on: object
    edition_number: object
    contacts: dict
    spots: list = field(default_factory=list)
    bring: list = field(default_factory=list)
    not_needed: list = field(default_factory=list)
    steps: list = field(default_factory=list)
    fees: list = field(default_factory=list)
    terms: list = field(default_factory=list)
    refusals: list = field(default_factory=list)
    acts: list = field(default_factory=list)
    is_cut: bool = False

    def cut(self, most):
        """The same with at most `most` rows in every list, for a sheet that would not hold them."""
        names = ("spots", "bring", "not_needed", "steps", "fees", "terms")
        shorter = {name: getattr(self, name)[:most] for name in names}
        return Facts(**{**self.__dict__, **shorter, "is_cut": True})


def gather(service):
    """Return the `Facts` of a published service in the active language."""
    settings = facts_of(service.get_site())
    documents = list(service.documents.all())
    url = service.full_url or ""
    return Facts(
        service=service,
        language=translation.get_language(),
        community=settings.settings.in_language("name"),
        centre=settings.settings.in_language("centre"),
        url=url,
        qr=segno.make_qr(url or "-", error="m").png_data_uri(scale=QR_SCALE, border=2),
        edition_on=timezone.localdate(service.last_published_at) if service.last_published_at else None,
        edition_number=service.live_revision_id,
        contacts=_contacts(settings.settings),
        spots=_spots(service) or [_centre(settings)],
        bring=[_document(row) for row in documents if row.kind != DocumentKind.REGISTER],
        not_needed=[Line(row.name, row.note) for row in documents if row.kind == DocumentKind.REGISTER],
        steps=[_step(block.value) for block in service.algorithm],
        fees=[_fee(row) for row in service.fees.all()],
        terms=[Line(words.term_words(row), row.variant) for row in service.terms.all()],
        refusals=[Line(row.text, row.law) for row in service.refusal_grounds.all()],
        acts=[_act(row) for row in service.legal_acts.all()],
    )


def _contacts(settings):
    return {"phone": settings.hotline or settings.phone, "email": settings.email}


def _centre(facts):
    settings = facts.settings
    return Spot(settings.in_language("centre"), settings.in_language("address"), tuple(week_lines(facts.hours)))


def _spots(service):
    """Published places of the service; hours that a place keeps for this very service win over the place's own."""
    places = PlacePage.objects.visible_to().filter(services=service).select_related("settlement").order_by("path")
    intervals = Prefetch("intervals", OpeningInterval.objects.order_by("weekday", "opens", "pk"))
    return [_spot(place, service) for place in places.prefetch_related(intervals, "phones")]


def _spot(place, service):
    rows = list(place.intervals.all())
    rows = [row for row in rows if row.service_id == service.pk] or [row for row in rows if row.service_id is None]

    def lines(kind):
        chosen = [Interval(row.weekday, row.opens, row.closes) for row in rows if row.kind == kind]
        return tuple(week_lines(chosen))

    town = str(place.settlement) if place.settlement else ""
    return Spot(
        name=place.title,
        address=place.address if not town or town in place.address else ", ".join(filter(None, [town, place.address])),
        hours=lines(IntervalKind.WALK_IN),
        by_appointment=lines(IntervalKind.APPOINTMENT),
        breaks=lines(IntervalKind.BREAK),
        phones=tuple(phone.number for phone in place.phones.all()),
    )


def _document(row):
    return Line(row.name, words.document_notes(row))


def _fee(row):
    return Line(words.fee_sum(row), row.for_whom)


def _act(row):
    day = f"{row.adopted_on:%d.%m.%Y}" if row.adopted_on else ""
    return Line(row.title, " ".join(part for part in (day, f"№ {row.number}" if row.number else "") if part))


def _step(value):
    joins = dict(value.block.child_blocks["joins"].field.choices)
    where = dict(value.block.child_blocks["where"].field.choices)
    places = ", ".join(str(where.get(key, "")) for key in value["where"] or ())
    body = value["body"]
    return Step(
        title=value["title"],
        joins=str(joins.get(value["joins"], "")) if value["joins"] != "then" else "",
        notes=" · ".join(part for part in (places, value["takes"]) if part),
        body=mark_safe(expand_db_html(body.source)) if body and body.source.strip() else "",
    )
