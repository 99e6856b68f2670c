"""Role × row × screen: a case of another unit does not exist, whatever address is tried."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from casework.models import CaseEvent
from tests import factories
from tests.casework.staff.example import PRIVATE, example_case

INBOX = "/admin/vkhidni/"
WORKERS = ("desk", "head", "official")
OUTSIDERS = ("editor", "press", "administrator")
ROWS = ("own unit", "assigned", "other unit", "unassigned")


@pytest.fixture
def unit():
    return factories.unit()


@pytest.fixture
def people(unit):
    """One of every role; the official serves in `unit`."""
    return {
        "desk": factories.desk_operator(),
        "head": factories.head(),
        "official": factories.official(unit=unit),
        "editor": factories.editor(),
        "press": factories.press_officer(),
        "administrator": factories.administrator(),
    }


@pytest.fixture
def cases(unit, people):
    """Four cases that differ in whose they are, each with a file."""
    other = factories.official()
    places = {
        "own unit": {"unit": unit},
        "assigned": {"unit": other.unit, "assignee": people["official"]},
        "other unit": {"unit": other.unit, "assignee": other},
        "unassigned": {},
    }
    return {
        row: example_case(files=[SimpleUploadedFile("лист.txt", "текст".encode())], **place)
        for row, place in places.items()
    }


def screens(case):
    """Every address at which one case can be read."""
    return {
        "case": f"/admin/sprava/{case.pk}/",
        "print": f"/admin/sprava/{case.pk}/druk/",
        "clock": f"/admin/sprava/{case.pk}/hodynnyk/{case.clocks.get().pk}/",
        "file": f"/admin/sprava/{case.pk}/fail/{case.attachments.get().pk}/",
        "form": f"/admin/sprava/{case.pk}/note/",
        "inspect": f"{INBOX}inspect/{case.pk}/",
        "history": f"{INBOX}history/{case.pk}/",
    }


def may_see(role, row):
    """The rule: the desk and the head see all, an official what is theirs or their unit's."""
    return role in ("desk", "head") or (role == "official" and row in ("own unit", "assigned"))


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("role", WORKERS)
def test_a_worker_reads_exactly_the_cases_that_are_theirs(signed_in, people, cases, role, row):
    client = signed_in(people[role])
    expected = 200 if may_see(role, row) else 404
    answers = {name: client.get(address).status_code for name, address in screens(cases[row]).items()}
    assert answers == dict.fromkeys(answers, expected)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("role", WORKERS)
def test_a_worker_writes_only_where_they_read(signed_in, people, cases, role, row):
    address = f"/admin/sprava/{cases[row].pk}/note/"
    status = signed_in(people[role]).post(address, {"text": "Нотатка"}).status_code
    assert status == (302 if may_see(role, row) else 404)
    assert cases[row].notes.exists() == may_see(role, row)


@pytest.mark.parametrize("role", WORKERS)
def test_list_and_export_hold_the_same_cases(signed_in, people, cases, role):
    client = signed_in(people[role])
    seen = {row for row in ROWS if may_see(role, row)}
    page = client.get(f"{INBOX}?tab=all").content.decode()
    table = b"".join(client.get(f"{INBOX}?tab=all&export=csv").streaming_content).decode()
    assert {row for row in ROWS if cases[row].number in page} == seen
    assert {row for row in ROWS if cases[row].number in table} == seen


@pytest.mark.parametrize("role", OUTSIDERS)
def test_editors_and_administrators_see_no_personal_data_at_all(signed_in, people, cases, role):
    client = signed_in(people[role])
    addresses = [f"{INBOX}?tab=all", f"{INBOX}?export=csv", "/admin/pryiom/", *screens(cases["unassigned"]).values()]
    for address in addresses:
        response = client.get(address)
        assert response.status_code in (302, 403), address
        assert PRIVATE not in response.content.decode()
    assert "Вхідні" not in client.get("/admin/").content.decode()


@pytest.mark.parametrize("role", OUTSIDERS)
def test_outsiders_change_nothing(signed_in, people, cases, role):
    client, before = signed_in(people[role]), CaseEvent.objects.count()
    client.post(f"/admin/sprava/{cases['unassigned'].pk}/note/", {"text": "Нотатка"})
    client.post("/admin/karantyn/zvilnyty/", {"case": cases["unassigned"].pk})
    client.post("/admin/pryiom/example/", {"name": "Х", "text": "У", "no_contact": "on", "consent": "on"})
    assert CaseEvent.objects.count() == before


def test_a_visitor_is_asked_to_sign_in(client, cases):
    for address in (INBOX, "/admin/pryiom/", *screens(cases["unassigned"]).values()):
        response = client.get(address)
        assert response.status_code == 302
        assert "login" in response["Location"]


def test_a_resident_does_not_meet_their_own_case_among_staff(signed_in, cases):
    resident = factories.resident()
    case = example_case(submitter=resident)
    assert signed_in(resident).get(f"/admin/sprava/{case.pk}/").status_code == 403


def test_an_official_who_is_also_the_applicant_does_not_work_on_their_own_case_elsewhere(signed_in, people, cases):
    case = example_case(submitter=people["official"])
    assert signed_in(people["official"]).get(f"/admin/sprava/{case.pk}/").status_code == 404


def test_a_dismissed_official_keeps_nothing(signed_in, people, cases):
    client = signed_in(people["official"])
    people["official"].groups.clear()
    assert client.get(f"/admin/sprava/{cases['assigned'].pk}/").status_code in (302, 403)


@pytest.mark.parametrize("action", ["create", "edit/1", "delete/1"])
def test_nobody_makes_edits_or_deletes_a_case_from_the_list(signed_in, people, cases, action):
    for role in ("head", "desk"):
        assert signed_in(people[role]).get(f"{INBOX}{action}/").status_code == 404


@pytest.mark.parametrize("pk", ["0", "99999999999999999999999999", "-1", "1e3", "абв", "٣"])
def test_a_strange_number_of_a_case_is_not_found(signed_in, people, pk):
    client = signed_in(people["head"])
    for address in (f"/admin/sprava/{pk}/", f"{INBOX}inspect/{pk}/", f"{INBOX}history/{pk}/"):
        assert client.get(address).status_code == 404
    assert client.get(f"/admin/sprava/1/hodynnyk/{'9' * 30}/").status_code == 404


def test_one_case_does_not_open_the_files_and_clocks_of_another(signed_in, people, cases):
    own, foreign = cases["own unit"], cases["other unit"]
    client = signed_in(people["official"])
    assert client.get(f"/admin/sprava/{own.pk}/fail/{foreign.attachments.get().pk}/").status_code == 404
    assert client.get(f"/admin/sprava/{own.pk}/hodynnyk/{foreign.clocks.get().pk}/").status_code == 404


def test_inspection_shows_nothing_that_opens_the_case_to_others(signed_in, people, cases):
    case = cases["unassigned"]
    page = signed_in(people["head"]).get(f"{INBOX}inspect/{case.pk}/").content.decode()
    assert case.text in page
    assert case.idempotency_key not in page
    assert case.tracking_secret_hash not in page


def test_the_site_history_names_no_case_to_an_official(signed_in, people, cases):
    foreign = cases["other unit"]
    signed_in(people["head"]).get(f"/admin/sprava/{foreign.pk}/fail/{foreign.attachments.get().pk}/")
    response = signed_in(people["official"]).get("/admin/reports/site-history/")
    assert foreign.number not in response.content.decode()
    own = signed_in(people["head"]).get("/admin/reports/site-history/").content.decode()
    assert foreign.number in own
    assert f"/admin/sprava/{foreign.pk}/" in own
