"""The directory as readers may see it: read at once, in a constant number of queries, names only where a consent allows.

Templates get `Seat` and `Holder`, never a person, so that a hidden name cannot slip into a page by mistake.
"""

from dataclasses import dataclass, field
from datetime import date

from django import forms
from django.db.models import Prefetch
from django.http import Http404
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import Unit
from cms.models.office import Appointment, Post
from cms.reception import in_words, next_days
from core.query import IdField, PageField, QueryForm, SearchField
from core.text import fold
from core.workdays import Calendar

DEEPEST = 6


@dataclass(frozen=True)
class Holder:
    """Somebody who holds or held a post, as far as the consents go; an empty name is a hidden one."""

    name: str
    since: date
    until: date | None
    is_acting: bool
    phone: str = ""
    bio: str = ""
    photo: str = ""

    @classmethod
    def of(cls, appointment, address, today):
        """What readers may know of an appointment; `address` is that of the post."""
        person = appointment.person
        name = person.full_name if person.allows("name", today) else ""
        is_current = appointment.is_current(today)
        shows_photo = is_current and person.allows("photo", today) and hasattr(person, "photo")
        return cls(
            name=name,
            since=appointment.since,
            until=appointment.until,
            is_acting=appointment.is_acting,
            phone=person.phone if is_current and person.allows("phone", today) else "",
            bio=person.bio if name else "",
            photo=f"{address}foto/{appointment.pk}/" if shows_photo else "",
        )


@dataclass(frozen=True)
class Seat:
    """A post with its unit and its holders: the present ones (the holder before the acting) and the former."""

    post: Post
    unit: object
    url: str
    holders: tuple = ()
    former: tuple = ()

    @property
    def is_vacant(self):
        """Nobody holds the post today."""
        return not self.holders

    @property
    def contacts(self):
        """How to reach the office; what the post lacks its unit has."""
        unit, profile = self.unit, self.unit.profile if self.unit else None
        return {
            "address": profile.address if profile else "",
            "hours": profile.hours if profile else "",
            "phone": self.post.phone or (profile.phone if profile else ""),
            "email": self.post.email or (unit.email if unit else ""),
        }

    @property
    def words(self):
        """Everything that a search may find it by; a hidden name is not among it."""
        names = [holder.name for holder in self.holders]
        unit = [self.unit.title, self.unit.official, self.unit.functions] if self.unit else []
        return fold(" ".join([self.post.title, self.post.title_en, self.post.duties, self.post.room, *unit, *names]))


@dataclass
class UnitNode:
    """A unit in the tree, with its posts (the head first) and parts."""

    unit: Unit
    url: str
    profile: object = None
    level: int = 0
    seats: list = field(default_factory=list)
    parts: list = field(default_factory=list)
    above: object = None

    @property
    def pk(self):
        """The unit's number."""
        return self.unit.pk

    @property
    def title(self):
        """Its name in the reader's language."""
        return self.profile.name if self.profile else self.unit.name

    @property
    def official(self):
        """Its Ukrainian name."""
        return self.unit.name

    @property
    def functions(self):
        """Its duties in one text."""
        return f"{self.profile.functions} {self.profile.functions_en}" if self.profile else ""

    @property
    def email(self):
        """The public address."""
        return (self.profile.email if self.profile else "") or self.unit.email

    @property
    def head(self):
        """The seat of the head, or None."""
        return self.seats[0] if self.seats and self.seats[0].post.is_head else None


class StaffQuery(QueryForm):
    """Words, unit, only vacant posts or only heads."""

    q = SearchField(label=_("Post, unit or words"))
    unit = IdField(label=_("Unit"), widget=forms.Select)
    show = forms.ChoiceField(
        label=_("Which posts"),
        choices=[
            ("", _("All")),
            ("heads", _("Heads")),
            ("vacant", _("Vacant")),
            ("reception", _("That receive citizens")),
        ],
        required=False,
    )
    page = PageField(widget=forms.HiddenInput)

    def __init__(self, *args, directory, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].widget.choices = [("", _("All")), *((node.pk, node.title) for node in directory.units)]


class Directory:
    """Everything of the directory; `address` is that of its page."""

    def __init__(self, address, today=None):
        self.address = address
        self.today = today or timezone.localdate()
        self._nodes = self._read_units()
        self.roots = self._grow()
        self.units = list(self._walk(self.roots, 0))
        self.seats = self._read_seats()
        self.leadership = [seat for seat in self.seats if seat.unit is None]

    def _read_units(self):
        units = (
            Unit.objects.filter(is_active=True)
            .select_related("profile", "profile__unit")
            .order_by("order", "name", "pk")
        )
        return {
            unit.pk: UnitNode(unit, f"{self.address}pidrozdil/{unit.pk}/", getattr(unit, "profile", None))
            for unit in units
        }

    def _grow(self):
        """Hang every unit under its parent; one whose parent is gone or lies in a circle stands at the top."""
        roots = []
        for node in self._in_order():
            parent = self._nodes.get(node.profile.parent_id) if node.profile else None
            if parent is None or parent is node or self._is_above(node, parent):
                roots.append(node)
            else:
                node.above = parent
                parent.parts.append(node)
        return roots

    def _in_order(self):
        return sorted(self._nodes.values(), key=lambda node: node.profile.order if node.profile else node.unit.order)

    @staticmethod
    def _is_above(node, below):
        while below is not None and below is not node:
            below = below.above
        return below is node

    def _walk(self, nodes, level):
        for node in nodes:
            node.level = min(level, DEEPEST)
            yield node
            yield from self._walk(node.parts, level + 1)

    def _read_seats(self):
        appointments = Appointment.objects.select_related("person__photo").prefetch_related("person__consents")
        posts = Post.objects.prefetch_related(
            Prefetch("appointments", queryset=appointments), "receptions", "reception_dates"
        )
        by_unit = {}
        for post in posts:
            node = self._nodes.get(post.unit_id)
            if post.unit_id is None or node is not None:
                by_unit.setdefault(post.unit_id, []).append(self._seat(post, node))
        for node in self.units:
            node.seats = by_unit.get(node.pk, [])
        return [*by_unit.get(None, []), *(seat for node in self.units for seat in node.seats)]

    def _seat(self, post, node):
        url = f"{self.address}posada/{post.slug}/"
        rows = list(post.appointments.all())
        present = [row for row in rows if row.is_current(self.today)]
        former = [row for row in rows if row.until is not None and row.until < self.today]
        present.sort(key=lambda row: (row.is_acting, row.since, row.pk))
        return Seat(
            post=post,
            unit=node,
            url=url,
            holders=tuple(Holder.of(row, url, self.today) for row in present),
            former=tuple(Holder.of(row, url, self.today) for row in former),
        )

    def found(self, asked):
        """The seats that the reader asked for (values of StaffQuery), in the order of the directory."""
        words = fold(asked["q"]).split()
        seats = [seat for seat in self.seats if all(word in seat.words for word in words)] if words else self.seats
        if asked["unit"]:
            seats = [seat for seat in seats if seat.unit and seat.unit.pk == asked["unit"]]
        return [seat for seat in seats if WHICH[asked["show"] or ""](seat)]

    def by_unit(self, seats):
        """Pairs (unit or None for the leadership, its seats)."""
        groups = {}
        for seat in seats:
            groups.setdefault(seat.unit.pk if seat.unit else None, []).append(seat)
        return [(found[0].unit, found) for found in groups.values()]

    def unit(self, number):
        """One unit. Raises Http404."""
        try:
            return self._nodes[number]
        except KeyError:
            raise Http404 from None

    def seat(self, slug):
        """One post. Raises Http404."""
        found = next((seat for seat in self.seats if seat.post.slug == slug), None)
        if found is None:
            raise Http404
        return found

    @cached_property
    def receiving(self):
        """The seats whose holders receive citizens."""
        return [seat for seat in self.seats if seat.post.receptions.all()]


WHICH = {
    "": lambda seat: True,
    "heads": lambda seat: seat.post.is_head,
    "vacant": lambda seat: seat.is_vacant,
    "reception": lambda seat: bool(seat.post.receptions.all()),
}


def reception_of(post, moment):
    """The reception of citizens by one post: rules in words and the next dates, or None when there is none."""
    rules, dates = list(post.receptions.all()), list(post.reception_dates.all())
    if not rules and not dates:
        return None
    ahead = next_days(rules, dates, moment, Calendar.load())
    cancelled = sorted(
        (row for row in dates if row.is_cancelled and row.date >= moment.date()), key=lambda row: row.date
    )
    return {"rules": [(in_words(rule), rule) for rule in rules], "next": ahead, "cancelled": cancelled}
