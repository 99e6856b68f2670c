"""The reception desk: whoever comes in leaves with a registered case and a slip."""

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from casework.models import Case
from casework.services.tracking import tracking_code, tracking_token
from tests import factories
from tests.casework.staff.example import example_case

DESK = "/admin/pryiom/example/"


@pytest.fixture
def operator():
    return factories.desk_operator()


def filled(**changes):
    """What an operator sends."""
    return {
        "idempotency_key": str(uuid.uuid4()),
        "name": "Марія Примаченко",
        "email": "maria@example.org",
        "text": "Прошу полагодити лавку.",
        "channel": "desk",
        "consent": "on",
        **changes,
    }


def test_the_reception_lists_the_procedures_that_have_a_form(signed_in, operator):
    html = signed_in(operator).get("/admin/pryiom/").content.decode()
    assert "Приклад" in html
    assert DESK in html


def test_the_case_remembers_who_filed_it_and_whose_it_is_not(signed_in, operator):
    response = signed_in(operator).post(DESK, filled(channel="phone"))
    case = Case.objects.get()
    assert response["Location"] == f"/admin/pryiom/talon/{tracking_token(case)}/"
    assert (case.filed_by, case.submitter, case.channel) == (operator, None, "phone")
    assert case.applicant.name == "Марія Примаченко"
    assert not case.is_quarantined


def test_a_form_sent_twice_is_one_case_and_the_same_slip(signed_in, operator):
    client, data = signed_in(operator), filled()
    first, second = client.post(DESK, data), client.post(DESK, data)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == 1


def test_a_person_without_a_contact_is_served(signed_in, operator):
    client = signed_in(operator)
    assert client.post(DESK, filled(email="")).status_code == 422
    assert client.post(DESK, filled(email="", no_contact="on")).status_code == 302
    assert Case.objects.get().applicant.no_contact


def test_the_person_must_have_been_told_about_their_data(signed_in, operator):
    response = signed_in(operator).post(DESK, filled(consent=""))
    assert response.status_code == 422
    assert "Прошу полагодити лавку." in response.content.decode()
    assert not Case.objects.exists()


def test_paper_that_came_earlier_counts_from_its_day(signed_in, operator, clock):
    signed_in(operator).post(DESK, filled(channel="post", received_on="2026-11-19"))
    assert Case.objects.get().received_at.date().isoformat() == "2026-11-19"


@pytest.mark.parametrize("day", ["2026-11-24", "2016-11-23", "вчора"])
def test_an_impossible_day_of_receipt_is_told(signed_in, operator, clock, day):
    assert signed_in(operator).post(DESK, filled(received_on=day)).status_code == 422


def test_a_scan_of_the_paper_is_kept(signed_in, operator):
    scan = SimpleUploadedFile("скан.txt", "слова".encode())
    signed_in(operator).post(DESK, {**filled(), "scans": [scan]})
    assert Case.objects.get().attachments.get().purpose == "scan"


def test_the_operator_s_own_data_never_fill_the_form(signed_in, operator):
    assert f'value="{operator.email}"' not in signed_in(operator).get(DESK).content.decode()


def test_an_official_registers_papers_only(signed_in):
    official = factories.official()
    client = signed_in(official)
    offered = re.findall(r'<option value="(\w+)"', client.get(DESK).content.decode())
    assert offered == ["post", "email"]
    assert client.post(DESK, filled(channel="desk")).status_code == 422
    response = client.post(DESK, filled(channel="post"))
    slip = client.get(response["Location"]).content.decode()
    assert Case.objects.get().number in slip
    assert f"/admin/sprava/{Case.objects.get().pk}/" not in slip


@pytest.mark.parametrize("procedure", ["nemaie", "request-", "%D0%B0", "x" * 200])
def test_an_unknown_procedure_is_not_found(signed_in, operator, procedure):
    assert signed_in(operator).get(f"/admin/pryiom/{procedure}/").status_code == 404


def test_the_slip_has_number_code_and_picture_and_prints_alone(signed_in, operator):
    client = signed_in(operator)
    address = client.post(DESK, filled())["Location"]
    case = Case.objects.get()
    for query in ("", "?druk=1"):
        html = client.get(address + query).content.decode()
        assert case.number in html
        assert tracking_code(case) in html
        assert "<svg" in html
    assert "wagtail-sidebar" not in client.get(f"{address}?druk=1").content.decode()


def test_reading_the_slip_does_not_make_the_operator_the_applicant(signed_in, operator):
    client = signed_in(operator)
    client.get(client.post(DESK, filled())["Location"])
    assert "followed_cases" not in client.session


def test_a_slip_is_not_for_every_colleague(signed_in):
    case = example_case()
    response = signed_in(factories.official()).get(f"/admin/pryiom/talon/{tracking_token(case)}/")
    assert response.status_code == 404
    assert signed_in(factories.head()).get("/admin/pryiom/talon/підробка/").status_code == 404
