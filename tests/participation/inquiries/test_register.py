"""The public register: public editions only, the same few queries for any number of rows."""

import csv
import io
import json
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from casework.enums import AttachmentPurpose
from casework.errors import InvalidFields
from casework.models import Attachment
from participation.inquiries.models import InformationRequest
from tests import factories
from tests.participation.inquiries import making
from tests.participation.inquiries.making import CANARY, moment, step
from tests.support.many import many_requests

pytestmark = pytest.mark.django_db
URL = "/zvernennia/reiestr/"
SECRET_NAME = "Ганна Коваленко"


def picture(name="план.png"):
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(file, "PNG")
    return SimpleUploadedFile(name, file.getvalue())


def text_of(answer):
    return b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()


def rows(number, **fields):
    """Write many public requests at once, past the verbs."""
    for _n in range(number):
        key = uuid4().hex
        InformationRequest.objects.create(
            number=f"ЗПІ-2025-{key[:8]}", procedure="request", state="answered", outcome="full", visibility="register",
            public_title=f"Тема {key[:5]}", text=CANARY, idempotency_key=key, tracking_secret_hash=key,
            received_at=moment("2025-03-03 10:00"), decided_at=moment("2025-03-07 10:00"), answered_late=False, **fields,
        )  # fmt: skip


class TestCanary:
    """The original of a redacted text is on no public page, feed or export."""

    @pytest.fixture
    def case(self, office):
        case = making.published(office, urgent_reason=f"{CANARY} терміново", document_details=f"{CANARY} деталі")
        case = step(case, "edit_public_answer", office.official, public_text="Ремонт коштував 1,2 млн грн.")
        return step(case, "appeal", None, text=f"{CANARY} скарга")

    @pytest.mark.parametrize(
        "path",
        [
            "", "?q=ремонту", "?state=appealed", "?year=2026", "dani.csv", "dani.json", "rss/", "ЗПІ-2026-00001/",
            "ЗПІ-2026-00001/?print=1",
        ],
    )  # fmt: skip
    @pytest.mark.parametrize("prefix", ["", "/en"])
    def test_nothing_of_it_is_public(self, client, case, path, prefix):
        answer = client.get(f"{prefix}{URL}{path}")
        text = text_of(answer)
        assert answer.status_code == 200
        assert case.number in text
        for secret in (CANARY, SECRET_NAME, "hanna@example.org"):
            assert secret not in text

    @pytest.mark.parametrize("question", [CANARY, "КАНАРКА", SECRET_NAME, "hanna", "терміново"])
    def test_searching_for_the_original_finds_nothing(self, client, case, question):
        assert case.number not in text_of(client.get(URL, {"q": question}))

    def test_it_stays_hidden_through_the_whole_life(self, client, office):
        case = making.request()
        step(case, "edit_public", office.head, public_title="Дорога")
        for event, user, fields in (
            ("assign", office.head, {"unit": office.unit, "assignee": office.official}),
            ("ask_clarify", office.official, {"text": CANARY}),
            ("write_to_office", None, {"text": CANARY}),
            ("extend", office.official, {"reason_code": "search", "reason": CANARY}),
            ("forward_part", office.official, {"holder": "Рада", "part": CANARY}),
            ("draft", office.official, making.full(text=CANARY)),
            ("note", office.head, {"text": CANARY}),
            ("approve", office.head, {}),
        ):
            step(case, event, user, **fields)
            for path in ("", f"{case.number}/", "dani.csv", "dani.json", "rss/"):
                assert CANARY not in text_of(client.get(URL + path)), (event, path)


class TestWhatIsListed:
    def test_a_request_without_a_public_title_is_not_there(self, client, office):
        case = making.answered(office)
        assert case.number not in text_of(client.get(URL))
        assert client.get(f"{URL}{case.number}/").status_code == 404

    def test_nor_is_one_in_quarantine_nor_a_suggestion(self, client, office):
        case = making.published(office)
        InformationRequest.objects.filter(pk=case.pk).update(is_quarantined=True)
        box = step(making.suggestion(), "edit_public", office.head, public_title="Лавка")
        page = text_of(client.get(URL))
        assert case.number not in page
        assert box.number not in page
        for number in (case.number, box.number):
            assert client.get(f"{URL}{number}/").status_code == 404

    def test_the_name_is_shown_only_with_consent(self, client, office):
        shown = making.published(office, applicant={"publish_name": True})
        for path in ("", f"{shown.number}/"):
            assert SECRET_NAME in text_of(client.get(URL + path))
        shown.applicant.publish_name = False
        shown.applicant.save()
        assert SECRET_NAME not in text_of(client.get(URL))

    def test_number_title_dates_state_answer_and_days(self, client, office):
        case = making.published(office, now=moment("2026-11-16 09:00"), at=moment("2026-11-19 15:00"))
        step(case, "edit_public_answer", office.official, public_text="Ремонт коштував 1,2 млн грн.")
        page = text_of(client.get(f"{URL}{case.number}/"))
        for words in (
            "Вартість ремонту дороги",
            "16 листопада 2026",
            "19 листопада 2026",
            "1,2 млн",
            "Скільки коштував",
        ):
            assert words in page
        assert case.days_used == 3

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ({"q": "вартість РЕМОНТУ"}, True),
            ({"q": "зпі-2026-00001"}, True),
            ({"q": "школа"}, False),
            ({"state": "answered"}, True),
            ({"state": "closed"}, False),
            ({"year": "2026"}, True),
            ({"year": "2025"}, False),
            ({"state": "nonsense", "year": "minus", "page": "-5"}, True),
        ],
    )
    def test_filters(self, client, office, query, found):
        case = making.published(office)
        assert (case.number in text_of(client.get(URL, query))) is found

    def test_the_share_answered_in_time_counts_all_requests(self, client, office):
        making.answered(office)
        making.answered(office, now=moment("2026-10-01 10:00"), at=moment("2026-11-23 10:00"))
        making.request()
        figures = client.get(URL).context["timeliness"]
        assert figures == {"received": 3, "answered": 2, "late": 1, "in_time": 1, "share": 50}


class TestExports:
    def test_csv_keeps_formulas_harmless_and_has_the_public_fields(self, client, office):
        case = making.answered(office)
        step(case, "edit_public", office.official, public_title="=HYPERLINK(1)")
        table = list(csv.reader(io.StringIO(text_of(client.get(URL + "dani.csv")).lstrip("\ufeff"))))
        assert table[1][:2] == [case.number, "'=HYPERLINK(1)"]

    def test_json_has_stable_keys(self, client, office):
        case = making.published(office)
        row = json.loads(text_of(client.get(URL + "dani.json")))["requests"][0]
        assert row["number"] == case.number
        assert row["in_time"] is True
        assert set(row) == {
            "number", "title", "received", "state", "state_label", "outcome", "outcome_label", "answered", "working_days",
            "in_time", "extended", "complaint", "forwarded_to", "answer",
        }  # fmt: skip

    def test_an_empty_register_is_valid_json(self, client):
        assert json.loads(text_of(client.get(URL + "dani.json"))) == {"requests": []}


class TestFiles:
    def test_only_the_public_copy_is_reachable(self, client, office):
        case = making.published(office, answer=making.full(files=[picture()]))
        original = Attachment.objects.get(case=case.pk)
        step(case, "edit_public_answer", office.official, public_text="Ось план", pictures=[original.pk])
        copy = Attachment.objects.get(case=case.pk, purpose=AttachmentPurpose.PUBLIC_COPY)
        assert copy.public_copy_of == original
        assert copy.sha256 != original.sha256
        page = f"{URL}{case.number}/"
        assert f"fail/{copy.pk}/" in text_of(client.get(page))
        assert client.get(f"{page}fail/{copy.pk}/").status_code == 200
        assert client.get(f"{page}fail/{original.pk}/").status_code == 404
        assert client.get(f"{URL}ЗПІ-2026-99999/fail/{copy.pk}/").status_code == 404

    def test_a_file_is_taken_away_again(self, client, office):
        case = making.published(office)
        step(case, "edit_public_answer", office.official, public_files=[picture("таблиця.png")])
        copy = Attachment.objects.get(case=case.pk)
        step(case, "edit_public_answer", office.official, hidden_files=[copy.pk])
        assert not Attachment.objects.filter(case=case.pk).exists()

    def test_a_file_of_another_case_cannot_be_published(self, office):
        other = making.answered(office, answer=making.full(files=[picture()]))
        case = making.published(office)
        with pytest.raises(InvalidFields):
            step(case, "edit_public_answer", office.official, pictures=[other.attachments.get().pk])


class TestPreview:
    def test_staff_see_how_it_would_look_before_it_is_public(self, client, signed_in, office):
        case = making.drafted(office, answer=making.full(public_text="Чернетка для всіх"))
        url = f"{URL}{case.number}/perehliad/"
        assert "Чернетка для всіх" in text_of(signed_in(office.official).get(url))
        assert client.get(url).status_code == 404
        assert signed_in(factories.official()).get(url).status_code == 404
        assert signed_in(factories.resident()).get(url).status_code == 404


def test_the_list_costs_the_same_for_any_number_of_rows(client, constant_queries):
    def fetch():
        assert client.get(URL).status_code == client.get(URL, {"page": 2, "year": "2026"}).status_code == 200
        assert client.get(URL, {"q": "тема", "state": "answered"}).status_code == 200

    constant_queries(fetch, many_requests, few=30, more=970)


@pytest.mark.parametrize("export", ["dani.csv", "dani.json", "rss/"])
def test_exports_and_the_feed_cost_the_same_too(client, constant_queries, export):
    constant_queries(lambda: text_of(client.get(URL + export)), many_requests)


def test_a_long_list_has_pages(client):
    rows(45)
    assert len(client.get(URL, {"page": 3}).context["page_obj"].object_list) == 5
    assert client.get(URL, {"page": 999}).context["page_obj"].number == 3


@pytest.mark.parametrize(
    "path",
    [
        "",
        "zapyt/",
        "zapyt/blank/",
        "zapyt/blank/?kind=association",
        "zapyt/blank/?kind=%00",
        "zapyt/zrazok/",
        "propozytsiia/",
        "reiestr/",
    ],
)
def test_every_page_is_there_in_both_languages(client, path):
    for prefix, language in (("", "uk"), ("/en", "en")):
        answer = client.get(f"{prefix}/zvernennia/{path}")
        assert answer.status_code == 200
        assert f'<html lang="{language}"' in answer.content.decode()
