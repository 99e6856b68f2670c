"""The schedule of the mobile centre as a reader asked for it: which settlement, which month."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.apps import apps
from django.db.models import Max, Min
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from accounts.models import Settlement
from core.months import after, before, key_of, name_of

COMING = 3
TONES = {"planned": "quiet", "confirmed": "good", "moved": "warn", "cancelled": "bad"}


@dataclass(frozen=True)
class Line:
    """One stop in the table; `is_first` of its visit, so that what concerns the whole visit is said once."""

    visit: object
    stop: object
    is_first: bool
    tone: str


class ScheduleForm(forms.Form):
    """Settlement and month; unknown values are errors, never exceptions."""

    settlement = forms.ModelChoiceField(
        Settlement.objects.order_by("order", "name", "pk"),
        required=False,
        label=_("My settlement"),
        empty_label=_("All settlements"),
    )
    month = forms.ChoiceField(required=False, label=_("Month"))

    def __init__(self, data, *, months):
        """`months` are first days, offered by name."""
        super().__init__(data, auto_id="mobile-%s")
        self.fields["month"].choices = [("", _("This month")), *((key_of(day), name_of(day)) for day in months)]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Choose one from the list.")


class MobileListing:
    """What the page of the mobile centre prints."""

    def __init__(self, index, data, user=None, moment=None):
        """`index` is the MobileIndexPage, `data` the raw query string, `user` the reader, signed in or not."""
        self.index = index
        self.moment = moment or timezone.now()
        self.today = timezone.localdate(self.moment)
        self.own_settlement = getattr(user, "settlement_id", None)
        data = data.copy()
        if "settlement" not in data and self.own_settlement:
            data["settlement"] = str(self.own_settlement)
        self.form = ScheduleForm(data, months=self.months)

    @cached_property
    def months(self):
        """First days of all months from the first visit to the last, the newest first; this month always among them."""
        ends = self.index.visits().order_by().aggregate(first=Min("day"), last=Max("day"))
        first = min(ends["first"] or self.today, self.today).replace(day=1)
        last = max(ends["last"] or self.today, self.today).replace(day=1)
        found = [last]
        while found[-1] > first:
            found.append(before(found[-1]))
        return found

    @cached_property
    def is_understood(self):
        """Whether every value of the query string is known."""
        return self.form.is_valid()

    @cached_property
    def settlement(self):
        """The chosen settlement, or None for all."""
        return self.form.cleaned_data.get("settlement") if self.is_understood else None

    @cached_property
    def month(self):
        """The first day of the month that is shown."""
        chosen = self.form.cleaned_data.get("month") if self.is_understood else ""
        return date.fromisoformat(f"{chosen}-01") if chosen else self.today.replace(day=1)

    @property
    def month_name(self):
        """“Листопад 2026”."""
        return name_of(self.month)

    @property
    def earlier(self):
        """(name, query) of the month before, or None at the first one."""
        return self._neighbour(before(self.month))

    @property
    def later(self):
        """(name, query) of the month after, or None at the last one."""
        return self._neighbour(after(self.month))

    def _neighbour(self, day):
        return (name_of(day), f"?{self.query(month=key_of(day))}") if day in self.months else None

    def query(self, **changes):
        """The settlement and the changes as a query string; an empty settlement is said too, it means “all”."""
        chosen = {"settlement": self.settlement.pk if self.settlement else ""}
        return urlencode({**chosen, **changes})

    @property
    def narrow(self):
        """The query of the calendar and the feed."""
        return f"?{urlencode({'settlement': self.settlement.pk})}" if self.settlement else "?settlement="

    @cached_property
    def visits(self):
        """Visits of the settlement, or all: nothing when the query string is not understood."""
        found = self.index.visits()
        if not self.is_understood:
            return found.none()
        return found.filter(stops__settlement=self.settlement).distinct() if self.settlement else found

    @cached_property
    def lines(self):
        """The rows of the month's table."""
        found = []
        for visit in self.visits.in_month(self.month):
            stops = [stop for stop in visit.stops.all() if self._concerns(stop)]
            found += [Line(visit, stop, number == 0, TONES[visit.state]) for number, stop in enumerate(stops)]
        return found

    def _concerns(self, stop):
        return self.settlement is None or stop.settlement_id == self.settlement.pk

    @cached_property
    def coming(self):
        """The next stops, of the settlement or of all; the first is “the next visit”."""
        stops = apps.get_model("cms.MobileStop").objects.coming(self.moment)
        if not self.is_understood:
            return []
        if self.settlement:
            stops = stops.filter(settlement=self.settlement)
        return list(
            stops.select_related("visit__route", "settlement").prefetch_related("visit__not_available")[:COMING]
        )

    @cached_property
    def categories(self):
        """People entitled to a visit at home."""
        return list(self.index.home_visit_categories.all())

    @cached_property
    def rules_page(self):
        """The published page with the rules, in the language of the schedule where it is translated; or None."""
        rules = self.index.rules_page
        if rules is None:
            return None
        same = rules.get_translations(inclusive=True).live().public()
        return same.filter(locale=self.index.locale_id).first() or same.first()

    @cached_property
    def services(self):
        """Services that the mobile centre provides, in the reader's language where they are translated."""
        return mobile_services(self.index.locale_id)

    @cached_property
    def services_next(self):
        """Services of the next visit: all of the mobile centre but those that the visit names."""
        missing = {page.translation_key for page in self.coming[0].visit.not_available.all()} if self.coming else set()
        return [page for page in self.services if page.translation_key not in missing]


def mobile_services(locale_id):
    """Published services provided on visits: the twin of `locale_id` where there is one."""
    service = apps.get_model("cms.ServicePage")
    found = list(service.objects.filter(on_mobile_visits=True).visible_to().listed().defer_streamfields().by_name())
    keys = {page.translation_key for page in found if page.locale_id == locale_id}
    return [page for page in found if page.locale_id == locale_id or page.translation_key not in keys]
