"""The hub and the calendar as a reader asked for them: which kind, which settlement, which month."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from core.months import after, before, key_of, name_of, of_key
from core.query import PageField, QueryForm, paginate
from participation import openings

PER_PAGE = 20
DECIDED = 6
DECIDED_ASKED = 60
NEAREST = 5
AHEAD = timedelta(days=60)
OFFERED_MONTHS = 12


class WantedForm(QueryForm):
    """A kind and a settlement; everything by default."""

    settlement = forms.ModelChoiceField(Settlement.objects.order_by("order", "name", "pk"), required=False)
    kind = forms.ChoiceField(required=False, label=_("What kind"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["settlement"].label = _("Settlement")
        self.fields["settlement"].empty_label = _("The whole community")
        self.fields["kind"].choices = [("", _("Everything")), *((kind.key, kind.label) for kind in openings.kinds())]


class HubForm(WantedForm):
    """The query of the hub."""

    page = PageField(widget=forms.HiddenInput)


class CalendarForm(WantedForm):
    """The query of the calendar; the month is "2026-12", this one by default."""

    month = forms.CharField(required=False, label=_("Month"), max_length=7, empty_value="")
    field_order = ["month", "kind", "settlement"]

    def __init__(self, query, *args, today, **kwargs):
        asked, current = str(query.get("month", ""))[:8], today.replace(day=1)
        shown = of_key(asked) or current
        self.is_misspelt = bool(asked) and of_key(asked) is None
        super().__init__({**query.dict(), "month": key_of(shown)}, *args, **kwargs)
        self.fields["month"].widget = forms.Select(choices=month_choices(current, shown))

    def clean_month(self):
        """Give the first day of the month that is shown; an unknown one is an error, and this month is shown."""
        if self.is_misspelt:
            raise forms.ValidationError(_("Choose a month from the list."))
        return of_key(self.cleaned_data["month"])


def month_choices(current, shown):
    """A year back and a year ahead, and the month that is shown, by name, in order."""
    months = {current, shown}
    earlier = later = current
    for _number in range(OFFERED_MONTHS):
        earlier, later = before(earlier), after(later)
        months |= {earlier, later}
    return [(key_of(day), name_of(day)) for day in sorted(months)]


class Listing:
    """What both pages know: the form, what was chosen, and links that keep it."""

    def __init__(self, query, *, now=None):
        """`query` is a QueryDict from anybody."""
        self.now = now or timezone.now()
        self.today = timezone.localdate(self.now)
        self.form = self.read(query)
        self.kind, self.settlement = self.form.values["kind"], self.form.values["settlement"]

    def read(self, query):
        """Bind the form."""
        return HubForm.read(query)

    @property
    def is_understood(self):
        """Whether every value of the query was known."""
        return not self.form.errors

    @property
    def is_narrowed(self):
        """Whether the reader asked for a kind or a settlement."""
        return bool(self.kind or self.settlement)

    def wanted(self, things):
        """Those that concern the chosen kind and settlement."""
        return [thing for thing in things if thing.concerns(kind=self.kind, settlement=self.settlement)]

    def query(self, **changes):
        """The chosen kind and settlement with `changes`, as `?…`; `?` for everything."""
        chosen = {"kind": self.kind, "settlement": self.settlement.pk if self.settlement else "", **changes}
        return "?" + urlencode({name: value for name, value in chosen.items() if value})

    @property
    def narrow(self):
        """The query of feeds: empty for everything."""
        query = self.query()
        return query if len(query) > 1 else ""

    @property
    def kind_label(self):
        """The name of the chosen kind."""
        return dict(self.form.fields["kind"].choices)[self.kind] if self.kind else ""

    @property
    def name(self):
        """The chosen kind and settlement in words, for names of feeds; nothing for everything."""
        return ", ".join(str(part) for part in (self.kind_label, self.settlement) if part)


class HubListing(Listing):
    """What the hub prints."""

    @cached_property
    def page(self):
        """One page of what is open, what ends first at the top."""
        return paginate(self.wanted(openings.open_now(self.now)), self.form, PER_PAGE)

    @cached_property
    def nearest(self):
        """The next days of the calendar, without what was called off."""
        coming = openings.between(self.now, self.now + AHEAD)
        return [row for row in self.wanted(coming) if not row.is_cancelled][:NEAREST]

    @cached_property
    def decided(self):
        """What was decided lately."""
        return self.wanted(openings.decided(self.now, DECIDED_ASKED))[:DECIDED]


@dataclass(frozen=True)
class Day:
    """One day of the calendar with what happens."""

    date: date
    happenings: list = field(default_factory=list)
    is_today: bool = False


class CalendarListing(Listing):
    """What the calendar prints: one month."""

    def read(self, query):
        """Bind the form with the months it offers."""
        return CalendarForm.read(query, today=self.today)

    @cached_property
    def month(self):
        """The first day of the month that is shown."""
        return self.form.values["month"] or self.today.replace(day=1)

    @property
    def month_name(self):
        """“Листопад 2026”."""
        return name_of(self.month)

    @property
    def is_this_month(self):
        """Whether the month is the current one."""
        return self.month == self.today.replace(day=1)

    @cached_property
    def days(self):
        """Days of the month on which something happens, in order."""
        rows = self.wanted(openings.between(midnight(self.month), midnight(after(self.month))))
        grouped = groupby(rows, key=lambda row: max(timezone.localdate(row.starts_at), self.month))
        return [Day(day, list(found), day == self.today) for day, found in grouped]

    @property
    def earlier(self):
        """(name, query) of the month before, or None at the beginning of the century."""
        return self._neighbour(before(self.month))

    @property
    def later(self):
        """(name, query) of the month after, or None at the end of the century."""
        return self._neighbour(after(self.month))

    def _neighbour(self, day):
        key = key_of(day)
        return (name_of(day), self.query(month=key)) if of_key(key) else None

    @property
    def feeds(self):
        """(name, query) of the calendar of each kind within the chosen settlement."""
        return [(kind.label, self.query(kind=kind.key)) for kind in openings.kinds()]


def midnight(day):
    """The moment at which a local day begins."""
    return timezone.make_aware(datetime.combine(day, time.min))
