"""The calendar in the admin: who may keep it, and that a mistake is told beside its field."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from core.models import CalendarDay, DayKind, MartialLawPeriod
from tests.factories import person

pytestmark = pytest.mark.django_db
MODELS = ("calendarday", "martiallawperiod")


@pytest.fixture
def keeper(signed_in):
    """Sign in somebody with exactly the rights to keep the calendar."""
    codenames = [f"{action}_{model}" for model in MODELS for action in ("add", "change", "delete", "view")]
    keeper = person("keeper@example.org")
    keeper.user_permissions.set(Permission.objects.filter(codename__in=[*codenames, "access_admin"]))
    return signed_in(keeper)


def enter(client, screen, **fields):
    return client.post(reverse(f"{screen}:add"), fields)


def test_a_day_is_entered_with_its_act(keeper):
    assert keeper.get(reverse("special_days:add")).status_code == 200
    enter(keeper, "special_days", date="2026-09-01", kind=DayKind.DAY_OFF, name="Свято", act="Розпорядження № 1-р")
    day = CalendarDay.objects.get()
    assert (day.kind, day.act) == (DayKind.DAY_OFF, "Розпорядження № 1-р")
    listing = keeper.get(reverse("special_days:index"))
    assert "Розпорядження № 1-р" in listing.content.decode()


def test_a_day_is_entered_once(keeper):
    CalendarDay.objects.create(date="2026-09-01", kind=DayKind.DAY_OFF, act="A")
    answer = enter(keeper, "special_days", date="2026-09-01", kind=DayKind.DAY_OFF, act="B")
    assert answer.status_code == 200
    assert "date" in answer.context["form"].errors


@pytest.mark.parametrize("last_day", ["2022-02-23", "tomorrow", "0000-00-00", "9" * 400])
def test_a_period_must_make_sense(keeper, last_day):
    answer = enter(keeper, "martial_law", first_day="2022-02-25", last_day=last_day, act="Указ")
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert MartialLawPeriod.objects.count() == 1


def test_the_end_of_martial_law_can_be_entered(keeper):
    period = MartialLawPeriod.objects.get()
    fields = {"first_day": "2022-02-24", "last_day": "2027-05-01", "act": "Указ"}
    keeper.post(reverse("martial_law:edit", args=[period.pk]), fields)
    period.refresh_from_db()
    assert period.last_day.isoformat() == "2027-05-01"


def test_an_empty_calendar_says_what_belongs_there(keeper):
    MartialLawPeriod.objects.all().delete()
    for screen in ("special_days", "martial_law"):
        link = f'<a class="button" href="{reverse(f"{screen}:add")}">'
        assert link in keeper.get(reverse(f"{screen}:index")).content.decode()


def test_search_filter_and_export(keeper):
    CalendarDay.objects.create(date="2026-09-01", kind=DayKind.DAY_OFF, name="Свято", act="Акт")
    CalendarDay.objects.create(date="2026-09-05", kind=DayKind.WORKING_WEEKEND, act="=1+1")
    listing = reverse("special_days:index")
    assert "05" in keeper.get(listing, {"kind": "working_weekend"}).content.decode()
    for query in ({"q": "Свято"}, {"q": "\x00"}, {"date__year": "x"}, {"p": "-1"}, {"ordering": "nonsense"}):
        assert keeper.get(listing, query).status_code == 200
    assert keeper.get(listing, {"export": "csv"}).status_code == 200


def test_others_do_not_get_in(signed_in):
    stranger = signed_in(person("stranger@example.org"))
    for model in ("special_days", "martial_law"):
        assert stranger.get(reverse(f"{model}:index")).status_code in (302, 403)
        assert enter(stranger, model, date="2026-09-01", kind="day_off", act="A").status_code in (302, 403)
    assert not CalendarDay.objects.exists()
