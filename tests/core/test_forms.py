"""Forms: cleaned words, messages beside fields, intake that never blocks, query strings that never break."""

import uuid
from datetime import timedelta

import pytest
from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Settlement
from core.forms import (
    STAMP_SALT,
    EmailField,
    HouseForm,
    HouseModelForm,
    IntakeMixin,
    ManyField,
    PhoneField,
    TextField,
    fresh_stamp,
)
from core.models import CalendarDay
from core.query import IdField, PageField, QueryForm, SearchField, clean_search, paginate
from tests.factories import settlement


class LetterForm(IntakeMixin, HouseForm):
    """What a resident may send."""

    name = TextField(label="Ваше ім’я", max_length=40, autocomplete="name")
    kind = forms.ChoiceField(label="Вид", choices=[("a", "А"), ("b", "Б")], widget=forms.RadioSelect)
    text = TextField(label="Текст", max_length=100, lines=6, help_text="Кілька слів досить.")
    email = EmailField(required=False)
    phone = PhoneField(required=False)


GOOD = {"name": "Ганна", "kind": "a", "text": "Прошу відповісти."}


def filled(**data):
    return LetterForm({**GOOD, **data})


# --- words -----------------------------------------------------------------------------------------------------------


def test_words_are_cleaned():
    form = filled(name="  Ганна\x00 \n Коваленко ", text="рядок\r\nще\u202eрядок")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == "Ганна Коваленко"
    assert form.cleaned_data["text"] == "рядок\nщерядок"


@pytest.mark.parametrize("size", [101, 5000, 1_000_000])
def test_long_words_get_a_message_with_both_numbers(size):
    [message] = filled(text="ж" * size).errors["text"]
    assert "100" in message
    assert str(size) in message


def test_the_limit_counts_what_is_kept():
    assert filled(text="ж" * 100 + " \r\n ").is_valid()


def test_words_of_nothing_but_control_characters_are_empty():
    assert filled(text="\x00\x07\u200b ").errors["text"]


def test_inputs_help_the_browser():
    html = str(LetterForm())
    assert 'autocomplete="name"' in html
    assert 'maxlength="40"' in html
    assert 'inputmode="email"' in html
    assert 'type="tel"' in html
    assert "Кілька слів досить." in html


def test_an_address_is_kept_in_lower_case():
    form = filled(email=" Ganna@Example.ORG\u200b ")
    assert form.is_valid()
    assert form.cleaned_data["email"] == "ganna@example.org"


@pytest.mark.parametrize("phone", ["044 123 45 67", "+38 (044) 123-45-67", "2-15-78, дод. 12"])
def test_a_telephone_is_taken_as_it_is_written(phone):
    assert filled(phone=phone).is_valid()


@pytest.mark.parametrize("phone", ["нема", "123", "1" * 25])
def test_what_nobody_can_call_gets_a_message(phone):
    assert filled(phone=phone).errors["phone"]


# --- errors ----------------------------------------------------------------------------------------------------------


def test_the_summary_leads_to_the_inputs():
    form = LetterForm({"email": "не пошта"})
    form.add_error(None, "Загальне.")
    lines = form.error_summary
    assert [line.field_id for line in lines] == ["", "id_name", "id_kind_0", "id_text", "id_email"]
    assert (lines[0].message, lines[1].label) == ("Загальне.", "Ваше ім’я")


def test_the_message_stands_beside_its_field():
    html = str(LetterForm({"kind": "a", "name": "Ганна"}))
    assert 'aria-invalid="true"' in html
    assert 'id="id_text_error"' in html


def test_a_form_of_a_model_has_a_summary_too():
    class DayForm(HouseModelForm):
        class Meta:
            model = CalendarDay
            fields = ["date", "act"]

    assert [line.field_id for line in DayForm({}).error_summary] == ["id_date", "id_act"]


# --- intake ----------------------------------------------------------------------------------------------------------


def test_the_key_is_made_once_and_kept_on_errors():
    key = LetterForm()["idempotency_key"].value()
    assert uuid.UUID(key)
    assert f'value="{key}"' in str(LetterForm({"idempotency_key": key}))
    form = filled(idempotency_key=key)
    assert form.is_valid()
    assert form.cleaned_data["idempotency_key"] == uuid.UUID(key)


@pytest.mark.parametrize(
    "key", [None, "", "1", "' OR 1=1 --", "x" * 5000, "\x00", "00000000-0000-0000-0000-00000000000g"]
)
def test_a_missing_or_spoiled_key_is_replaced(key):
    form = LetterForm({**GOOD, **({} if key is None else {"idempotency_key": key})})
    assert form.is_valid()
    assert isinstance(form.cleaned_data["idempotency_key"], uuid.UUID)
    assert str(form.cleaned_data["idempotency_key"]) in str(form)


def test_the_sent_data_are_left_as_they_are():
    sent = QueryDict("name=x&idempotency_key=bad")
    assert LetterForm(sent).data is not sent
    assert sent["idempotency_key"] == "bad"


def test_people_are_not_suspicious(clock, settings):
    settings.FORM_MIN_FILL_SECONDS = 2
    stamp = fresh_stamp()
    clock.shift(timedelta(seconds=10))
    form = filled(opened=stamp)
    assert form.suspicion == []
    assert not form.is_suspicious
    assert not filled().is_suspicious


@pytest.mark.parametrize("wait", [timedelta(0), timedelta(seconds=1)])
def test_a_form_filled_in_no_time_is_suspicious(clock, settings, wait):
    settings.FORM_MIN_FILL_SECONDS = 2
    stamp = fresh_stamp()
    clock.shift(wait)
    assert filled(opened=stamp).suspicion == ["too_fast"]


FORGED = {
    "a word": "x",
    "the right shape": "opened:1:2",
    "too long": "я" * 9000,
    "signed for something else": signing.TimestampSigner(salt="other").sign("opened"),
}


@pytest.mark.parametrize("stamp", FORGED.values(), ids=FORGED)
def test_a_forged_stamp_is_suspicious(stamp):
    assert filled(opened=stamp).suspicion == ["forged"]


def test_a_robot_falls_into_the_trap_and_is_still_taken_in():
    form = filled(website="http://spam.example", opened="forged")
    assert form.suspicion == ["trap", "forged"]
    assert form.is_valid()


def test_people_do_not_meet_the_trap():
    html = str(LetterForm())
    assert 'tabindex="-1"' in html
    assert 'autocomplete="off"' in html
    assert "trap" in LetterForm()["website"].css_classes()
    assert list(LetterForm().fields)[-1] == "website"


def test_the_stamp_uses_its_own_salt():
    assert signing.TimestampSigner(salt=STAMP_SALT).unsign(fresh_stamp()) == "opened"


@given(
    st.dictionaries(
        st.sampled_from([*GOOD, "email", "phone", "website", "opened", "idempotency_key"]), st.text(st.characters())
    )
)
def test_anything_sent_is_taken_or_answered_beside_its_field(data):
    form = LetterForm(data)
    form.is_valid()
    assert isinstance(form.suspicion, list)
    assert set(form.errors) <= set(form.fields)
    str(form)


# --- query strings ---------------------------------------------------------------------------------------------------


class ListQuery(QueryForm):
    """How a list may be asked for."""

    q = SearchField()
    state = forms.ChoiceField(choices=[("open", "Відкриті"), ("all", "Усі")], required=False, initial="open")
    since = forms.DateField(required=False)
    unit = IdField()
    page = PageField()


def ask(query):
    return ListQuery.read(QueryDict(query))


def test_no_query_gives_the_usual_values():
    assert ask("").values == {"q": "", "state": "open", "since": None, "unit": None, "page": 1}
    assert ask("").chosen == {}


def test_understood_values_are_used():
    query = ask("q=дорога&state=all&since=2026-11-23&unit=7&page=3")
    assert query.values["state"] == "all"
    assert query.chosen.keys() == {"q", "state", "since", "unit", "page"}


@pytest.mark.parametrize(
    "query",
    [
        "state=drop&since=завтра&unit=-1&page=0",
        "state[]=x&unit=1e9&page=99999999999999999999",
        "unit=" + "9" * 5000 + "&page=" + "9" * 5000,
        "state=%00&since=0000-00-00&unit=%ff&page=%ED%A0%80",
    ],
)
def test_wrong_values_become_the_usual_ones(query):
    assert ask(query).values == {"q": "", "state": "open", "since": None, "unit": None, "page": 1}


def test_one_wrong_value_spoils_no_other():
    assert ask("state=all&page=x").values["state"] == "all"


@given(
    st.dictionaries(
        st.sampled_from(["q", "state", "since", "unit", "page"]), st.text(st.characters(exclude_categories=["Cs"]))
    )
)
def test_any_query_gives_usable_values(data):
    query = QueryDict(mutable=True)
    query.update(data)
    values = ListQuery.read(query).values
    assert values["state"] in {"open", "all"}
    assert len(values["q"]) <= 200
    assert values["page"] >= 1


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("  субсидія   на\tгаз ", "субсидія на газ"),
        ('"довідка про склад" сім’ї', '"довідка про склад" сім’ї'),
        ('"', ""),
        ('довідка "', "довідка"),
        ('"" довідка', "довідка"),
        ("\x00\ud800", ""),
        (" ", ""),
        (None, ""),
    ],
)
def test_search_words_are_cleaned(typed, searched):
    assert clean_search(typed) == searched


def test_a_thousand_words_become_twenty():
    assert len(clean_search("слово " * 1000).split()) == 20
    assert len(clean_search("ж" * 100_000)) == 200


@pytest.mark.parametrize(
    ("page", "number"), [(2, 2), ("2", 2), ("0", 5), ("-3", 5), ("x", 1), (None, 1), (10**30, 5), ("9" * 5000, 1)]
)
def test_a_page_is_brought_within_the_pages_there_are(page, number):
    assert paginate(range(100), page, per_page=20).number == number


def test_a_page_comes_from_the_query():
    assert paginate(range(100), ask("page=4")).number == 4
    assert paginate([], ask("page=4")).number == 1


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["9" * 19, "9" * 5000, "-" + "9" * 30, "x", "\x00", "²"])
def test_a_key_that_no_database_holds_is_an_unknown_choice(key):
    field = ManyField(Settlement.objects.all(), required=False)
    with pytest.raises(ValidationError):
        field.clean([key])
    place = settlement("Вербівка")
    assert list(field.clean([str(place.pk)])) == [place]
