"""Limits count exactly, forget quickly, and tell people when to come back."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from django.views.generic import FormView

from core.limits import (
    LimitedFormMixin,
    Rate,
    client_address,
    hit,
    limited,
    private_key,
    purge,
    refusal_words,
    typed_values,
    window_start,
)
from core.models import RateCounter

HOUR = timedelta(hours=1)
pytestmark = pytest.mark.django_db


def post(data=None, address="203.0.113.7", **meta):
    return RequestFactory().post("/x/", data or {}, REMOTE_ADDR=address, **meta)


def test_the_limit_is_the_last_one_allowed(clock):
    verdicts = [hit("k", limit=3, window=HOUR) for _ in range(4)]
    assert [verdict.allowed for verdict in verdicts] == [True, True, True, False]
    assert [verdict.remaining for verdict in verdicts] == [2, 1, 0, 0]


def test_a_refusal_tells_when_the_window_ends(clock):
    clock.move_to(datetime(2026, 11, 23, 10, 45, 30, tzinfo=UTC))
    hit("k", limit=1, window=HOUR)
    verdict = hit("k", limit=1, window=HOUR)
    assert verdict.retry_after == timedelta(minutes=14, seconds=30)
    assert (verdict.seconds, verdict.minutes) == (870, 15)
    assert verdict.retry_at == datetime(2026, 11, 23, 11, tzinfo=UTC)
    assert "15" in verdict.message


def test_the_next_window_begins_anew(clock):
    assert not [hit("k", limit=1, window=HOUR) for _ in range(2)][1].allowed
    clock.shift(HOUR)
    assert hit("k", limit=1, window=HOUR).allowed


def test_keys_do_not_disturb_each_other(clock):
    hit("a", limit=1, window=HOUR)
    assert hit("b", limit=1, window=HOUR).allowed
    assert hit("ж" * 500, limit=1, window=HOUR).allowed
    assert not hit("ж" * 500, limit=1, window=HOUR).allowed


@pytest.mark.parametrize("window", [timedelta(0), timedelta(days=2), timedelta(seconds=-5)])
def test_a_window_lasts_at_most_a_day(window):
    with pytest.raises(ValueError, match="one second to one day"):
        window_start(timezone.now(), window)


def test_old_counters_are_forgotten(clock):
    hit("old", limit=1, window=HOUR)
    clock.shift(timedelta(days=3))
    hit("new", limit=1, window=HOUR)
    assert purge(timezone.now()) == 1
    assert RateCounter.objects.get().key == "new"


def test_an_address_is_stored_only_in_code(clock):
    view = limited("door", limit=5, window=HOUR)(lambda request: HttpResponse())
    view(post(address="203.0.113.7"))
    stored = RateCounter.objects.get().key
    assert stored.startswith("door:")
    assert "203" not in stored


def test_the_code_of_an_address_changes_with_the_day_and_the_secret(settings):
    today, tomorrow = datetime(2026, 11, 23), datetime(2026, 11, 24)
    keys = {private_key("a", "203.0.113.7", today), private_key("a", "203.0.113.7", tomorrow)}
    settings.SECRET_KEY = "another"
    keys.add(private_key("a", "203.0.113.7", today))
    assert len(keys) == 3


# --- whose address -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.1", "203.0.113.7"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        (2, "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        (2, "198.51.100.1", "203.0.113.7"),
        (1, "198.51.100.1:4431", "198.51.100.1"),
        (1, "[2001:db8:1:2:3::9]:443", "2001:db8:1:2::/64"),
        (1, "2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        (1, "::ffff:198.51.100.1", "198.51.100.1"),
        (1, "<script>", "203.0.113.7"),
        (1, "", "203.0.113.7"),
    ],
)
def test_a_forwarded_address_is_believed_as_far_as_our_proxies_wrote_it(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXY_COUNT = proxies
    assert client_address(post(HTTP_X_FORWARDED_FOR=forwarded)) == address


def test_a_sender_without_address_is_unknown():
    assert client_address(post(address="")) == "unknown"


# --- views ---------------------------------------------------------------------------------------------------------------


def test_a_view_is_closed_above_the_limit_and_says_when_it_opens(clock):
    calls = []
    view = limited("door", limit=1, window=HOUR)(lambda request: calls.append(1) or HttpResponse("ok"))
    assert view(post()).status_code == 200
    answer = view(post({"text": "Мій довгий лист", "password": "x", "csrfmiddlewaretoken": "y"}))
    assert (answer.status_code, len(calls)) == (429, 1)
    assert 0 < int(answer["Retry-After"]) <= 3600
    assert "Мій довгий лист" in answer.content.decode()
    assert view(post(address="203.0.113.8")).status_code == 200


def test_reading_is_not_counted(clock):
    view = limited("door", limit=1, window=HOUR)(lambda request: HttpResponse(str(request.limited)))
    for _ in range(3):
        assert view(RequestFactory().get("/x/")).content == b"None"
    assert not RateCounter.objects.exists()


def test_a_view_may_answer_itself(clock):
    view = limited("door", limit=0, window=HOUR, answers_itself=True)(
        lambda request: HttpResponse("own words" if not request.limited.allowed else "verb")
    )
    assert view(post()).content == b"own words"


def test_what_was_typed_is_kept_but_for_secrets():
    request = post({"a": ["1", "2"], "password1": "x", "csrfmiddlewaretoken": "y", "otp": "z"})
    assert typed_values(request) == [("a", "1"), ("a", "2")]


class LetterForm(forms.Form):
    """A form to fill."""

    text = forms.CharField(widget=forms.Textarea)


class LetterView(LimitedFormMixin, FormView):
    """A limited form."""

    rate = Rate("letter", limit=1, window=HOUR)
    form_class = LetterForm
    success_url = "/thanks/"

    def render_to_response(self, context, **options):
        return HttpResponse(context["form"].as_div())


def test_a_limited_form_comes_back_filled_with_a_message(clock):
    view = LetterView.as_view()
    assert view(post({"text": "перший"})).status_code == 302
    answer = view(post({"text": "другий, дуже довгий"}))
    assert answer.status_code == 429
    assert "другий, дуже довгий" in answer.content.decode()
    assert "Retry-After" in answer


def test_chosen_files_cannot_be_kept_and_that_is_said(clock):
    verdict = [hit("k", limit=1, window=HOUR) for _ in range(2)][1]
    assert refusal_words(verdict, had_files=True) != refusal_words(verdict)


# --- races ---------------------------------------------------------------------------------------------------------------


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_twenty_threads_are_counted_exactly():
    now, allowed, errors = timezone.now(), [], []
    start = threading.Barrier(20)

    def many():
        try:
            start.wait()
            for _ in range(10):
                allowed.append(hit("race", limit=50, window=HOUR, now=now).allowed)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=many) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert RateCounter.objects.get().count == 200
    assert sum(allowed) == 50
