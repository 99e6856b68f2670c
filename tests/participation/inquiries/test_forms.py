"""The two public forms: nothing is demanded that the law does not ask, and what is wrong is told beside its field."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from casework.intake import desk_form_of, file_case
from casework.models import Case
from participation.inquiries.forms.intake import RequestForm
from participation.inquiries.models import InformationRequest, Suggestion, SuggestionTopic
from participation.inquiries.procedures.request import REQUEST
from tests import factories
from tests.participation.inquiries.making import as_person

pytestmark = pytest.mark.django_db
REQUEST_URL, SUGGESTION_URL = "/zvernennia/zapyt/", "/zvernennia/propozytsiia/"
LEAST = {"name": "Ганна Коваленко", "email": "hanna@example.org", "description": "Скільки коштував ремонт дороги?"}
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def test_the_fields_are_those_of_the_law():
    names = [name for name in RequestForm.base_fields if name not in {"idempotency_key", "opened", "website"}]
    assert names == [
        "applicant_kind", "name", "representative", "email", "postal_address", "phone", "description", "document_details",
        "delivery", "urgent_reason", "attachments", "settlement", "publish_name",
    ]  # fmt: skip
    assert [name for name in names if RequestForm.base_fields[name].required] == ["name"]


@pytest.mark.parametrize(
    "fields",
    [
        LEAST,
        {"name": "Ганна", "postal_address": "с. Зразкове, вул. Центральна, 1", "description": "Скільки?"},
        {"name": "Ганна", "email": "h@example.org", "document_details": "Рішення № 5"},
        {"name": "ГО «Вода»", "email": "h@example.org", "description": "Скільки?", "applicant_kind": "association"},
    ],
)
def test_a_name_one_address_and_a_few_words_suffice(client, fields):
    answer = client.post(REQUEST_URL, fields)
    assert answer.status_code == 302
    assert answer.url.startswith("/sprava/talon/")
    assert InformationRequest.objects.get().state == "registered"


@pytest.mark.parametrize(
    ("fields", "beside"),
    [
        ({"name": ""}, "name"),
        ({"email": ""}, "email"),
        ({"email": "не пошта"}, "email"),
        ({"description": "  "}, "description"),
        ({"delivery": "post"}, "delivery"),
        ({"delivery": "phone"}, "delivery"),
        ({"delivery": "pigeon"}, "delivery"),
        ({"applicant_kind": "ghost"}, "applicant_kind"),
        ({"settlement": "-1"}, "settlement"),
        ({"phone": "дзвоніть"}, "phone"),
        ({"description": "я" * 20_001}, "description"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(client, fields, beside):
    answer = client.post(REQUEST_URL, {**LEAST, **fields})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [beside]
    assert f'id="id_{beside}_error"' in answer.content.decode()
    assert not Case.objects.exists()


def test_without_any_address_the_message_says_that_one_is_enough(client):
    answer = client.post(REQUEST_URL, {"name": "Ганна", "description": "Скільки?"})
    assert list(answer.context["form"].errors) == ["email"]


@pytest.mark.parametrize(
    ("fields", "delivery"),
    [
        ({}, "email"),
        ({"email": "", "postal_address": "Зразкове"}, "post"),
        ({"delivery": "pickup"}, "pickup"),
        ({"delivery": "phone", "phone": "044 123 45 67"}, "phone"),
    ],
)
def test_the_way_of_the_answer_follows_what_was_given(client, fields, delivery):
    client.post(REQUEST_URL, {**LEAST, **fields})
    assert Case.objects.get().applicant.delivery == delivery


def test_a_double_post_is_one_request_with_the_same_receipt(client):
    fields = {**LEAST, "idempotency_key": str(uuid4())}
    first, second = client.post(REQUEST_URL, fields), client.post(REQUEST_URL, fields)
    assert first.url == second.url
    assert Case.objects.count() == 1


def test_a_signed_in_person_finds_the_own_address_filled_in(signed_in):
    user = factories.resident(name="Ольга Бондар", phone="0441234567")
    page = signed_in(user).get(REQUEST_URL).content.decode()
    assert "Ольга Бондар" in page
    assert user.email in page


def test_a_robot_is_taken_in_and_set_aside_while_its_clock_runs(client):
    client.post(REQUEST_URL, {**LEAST, "website": "http://spam.example"})
    case = Case.objects.get()
    assert case.is_quarantined
    assert case.state == "registered"
    assert case.due_at


def test_a_file_is_kept_and_a_program_is_refused_by_name(client):
    bad = SimpleUploadedFile("звіт.pdf", b"MZ\x90\x00" + b"\0" * 200)
    answer = client.post(REQUEST_URL, {**LEAST, "attachments": [bad]})
    assert "звіт.pdf" in str(answer.context["form"].errors["attachments"])
    client.post(REQUEST_URL, {**LEAST, "attachments": [SimpleUploadedFile("план.pdf", PDF)]})
    assert Case.objects.get().attachments.get().original_name == "план.pdf"


def test_a_hidden_name_stays_hidden_unless_ticked(client):
    client.post(REQUEST_URL, LEAST)
    assert Case.objects.get().applicant.public_name == ""


def test_the_desk_files_for_a_person_without_any_contact():
    operator = factories.desk_operator()
    fields = {
        "name": "Баба Параска",
        "description": "Коли автобус?",
        "channel": "desk",
        "no_contact": True,
        "consent": True,
    }
    form = desk_form_of(REQUEST)(fields)
    assert form.is_valid(), form.errors
    case = file_case("request", form, actor=as_person(operator)).case
    assert (case.channel, case.filed_by, case.submitter) == ("desk", operator, None)
    assert case.applicant.delivery == "pickup"


def test_paper_counts_from_the_day_it_came(clock):
    fields = {**LEAST, "channel": "post", "received_on": "2026-11-19", "consent": True}
    form = desk_form_of(REQUEST)(fields)
    assert form.is_valid(), form.errors
    case = file_case("request", form, actor=as_person(factories.desk_operator())).case
    assert f"{timezone.localdate(case.due_at)}" == "2026-11-26"


class TestSuggestion:
    def test_only_the_text_is_needed(self, client):
        assert client.post(SUGGESTION_URL, {"text": "Поставте лавку"}).status_code == 302
        assert Suggestion.objects.get().applicant.is_anonymous

    def test_everything_else_is_kept(self, client):
        topic, village = SuggestionTopic.objects.create(name="Благоустрій"), factories.settlement("Вербівка")
        fields = {
            "text": "Поставте лавку", "topic": topic.pk, "service": "Субсидія", "settlement": village.pk,
            "name": "Олена", "email": "olena@example.org", "phone": "044 123 45 67",
        }  # fmt: skip
        client.post(SUGGESTION_URL, fields)
        case = Suggestion.objects.get()
        assert (case.topic, case.service, case.settlement) == (topic, "Субсидія", village)
        assert case.applicant.email == "olena@example.org"

    @pytest.mark.parametrize(
        ("fields", "beside"),
        [
            ({"text": ""}, "text"),
            ({"email": "ні"}, "email"),
            ({"settlement": "0"}, "settlement"),
            ({"topic": "x"}, "topic"),
        ],
    )
    def test_what_is_wrong_is_told_beside_its_field(self, client, fields, beside):
        SuggestionTopic.objects.create(name="Благоустрій")
        answer = client.post(SUGGESTION_URL, {"text": "Поставте лавку", **fields})
        assert list(answer.context["form"].errors) == [beside]

    def test_a_topic_no_longer_offered_is_not_taken(self, client):
        SuggestionTopic.objects.create(name="Благоустрій")
        old = SuggestionTopic.objects.create(name="Старе", is_active=False)
        assert "topic" in client.post(SUGGESTION_URL, {"text": "Так", "topic": old.pk}).context["form"].errors
