"""What the screens of summaries cost with many rows, and that no input breaks them."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.feedback import services
from tests.participation.feedback.making import many_cases, many_summaries, many_voices

pytestmark = pytest.mark.django_db
READS_CASES = {"cases", "sort"}

# --- cost ----------------------------------------------------------------------------------------------------------------


def test_the_list_costs_the_same_for_many(office, signed_in, constant_queries):
    browser = signed_in(office.head)
    constant_queries(lambda: browser.get(reverse("feedback_staff:index")), many_summaries)


@pytest.mark.parametrize("name", ["screen", "sort", "cases", "history"])
def test_a_screen_costs_the_same_however_many_spoke(office, signed_in, constant_queries, name):
    browser = signed_in(office.composer)

    def more(number):
        many_voices(office.theme, number, unit=office.unit)
        many_cases(number, unit=office.unit)
        for _entry in range(number // 10):
            services.change_summary(office.draft, actor=office.composer, title="Інакше")

    constant_queries(lambda: browser.get(office.address(name)), more, few=60, more=940)


# --- strangers' values ---------------------------------------------------------------------------------------------------

NASTY = [
    "<script>alert(1)</script>", "\x00", "\x1b[2J", "\u202e", "-1", "0", "9" * 19, "9" * 40, "²", "۱", "NaN", "=1+1",
    "я" * 20_000, "' OR 1=1 --", "{{ 7|add:7 }}", "%s", "é́́́" * 20, "0001-01-01", "9999-12-31", "2026-02-30", "None",
]  # fmt: skip
NAMES = ["title", "lead", "period_from", "period_to", "unit", "key", "said", "position", "ground", "reason", "order"]
NAMES += ["text", "owner", "owner_position", "due_on", "state", "done_on", "case", "theme", "all", "drop", "remove"]
QUERY = ["procedure", "settlement", "received_from", "received_to", "q", "only", "page", "all"]
values = st.one_of(st.sampled_from(NASTY), st.text(max_size=60), st.integers().map(str))
PATIENT = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
FORMS = ("edit", "cases", "sort", "theme_add", "theme", "measure_add", "measure")


def encoded(sent):
    """What a browser could send."""
    return {name: value.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for name, value in sent.items()}


@PATIENT
@given(sent=st.dictionaries(st.sampled_from(NAMES), values, max_size=10), name=st.sampled_from(FORMS))
def test_no_post_breaks_a_screen(office, signed_in, sent, name):
    answer = signed_in(office.head).post(office.screens()[name], encoded(sent))
    assert answer.status_code in {200, 302, 400, 422}
    assert NASTY[0] not in answer.content.decode()
    if answer.status_code == 422 and name not in READS_CASES:
        page, form = answer.content.decode(), answer.context["form"]
        assert all(f'id="id_{field}_error"' in page or form[field].is_hidden for field in form.errors)


@PATIENT
@given(
    sent=st.dictionaries(st.sampled_from(QUERY), values, max_size=6), name=st.sampled_from(["index", "cases", "sort"])
)
def test_no_query_breaks_a_screen(office, signed_in, sent, name):
    address = reverse("feedback_staff:index") if name == "index" else office.screens()[name]
    answer = signed_in(office.head).get(address, {field: value[:150] for field, value in encoded(sent).items()})
    assert answer.status_code == 200
    assert NASTY[0] not in answer.content.decode()


@pytest.mark.parametrize("number", [0, 2**31, 2**63 - 1, 2**63, 10**40])
def test_no_number_in_the_address_breaks_a_screen(office, signed_in, number):
    browser, draft, theme = signed_in(office.head), office.draft.pk, office.theme.pk
    tails = [f"{number}/", f"{number}/spravy/", f"{draft}/tema/{number}/", f"{draft}/tema/{theme}/zakhid/{number}/"]
    tails += [f"{number}/tema/{number}/zakhid/{number}/stan/", f"{draft}/tema/{theme}/zakhid/{number}/vyluchyty/"]
    for tail in tails:
        assert browser.get(f"/admin/pidsumky/{tail}").status_code == 404
        assert browser.post(f"/admin/pidsumky/{tail}").status_code in {404, 405}
