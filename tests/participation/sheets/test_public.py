"""The public pages: sign in one form, take back, numbers by settlement without small groups."""

from datetime import date

import pytest
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django.urls import reverse

from participation.sheets.models import Record, Sheet
from participation.sheets.services import close_collection, count, take_back
from tests import factories
from tests.participation.sheets.making import IVAN, make_case, make_collection, make_voice

pytestmark = pytest.mark.django_db
FRAGMENT = '{% include "sheets/parts/sign.html" with collection=collection only %}'


def page(name, collection):
    return reverse(f"sheets:{name}", args=[collection.pk])


def signature(**facts):
    return {"name": IVAN, "birth_date": "17.05.1980", "settlement": factories.settlement().pk, **facts}


def test_a_collection_of_a_matter_that_is_not_public_does_not_exist_for_strangers(client, signed_in):
    author = factories.resident()
    collection = make_collection(make_case(author=author, visibility="private"))
    assert client.get(page("collection", collection)).status_code == 404
    assert signed_in(author).get(page("collection", collection)).status_code == 200


def test_a_stranger_reads_how_many_and_is_led_to_sign_in(client):
    collection = make_collection(threshold=10)
    make_voice(collection)
    words = client.get(page("collection", collection)).content.decode()
    assert "з 10 потрібних" in words
    assert f"next=/uchast/pidpysy/{collection.pk}/" in words
    assert IVAN not in words


def test_a_resident_signs_in_one_form_and_takes_the_voice_back(signed_in):
    collection, browser = make_collection(), signed_in(factories.resident())
    words = browser.post(page("sign", collection), signature(), follow=True).content.decode()
    assert "Дякуємо, ваш голос зараховано." in words
    assert "Відкликати мій голос" in words
    assert count(collection) == 1
    browser.post(page("take_back", collection))
    assert count(collection) == 0


def test_who_signed_on_paper_is_told_so_and_is_not_counted_twice(signed_in):
    collection = make_collection()
    make_voice(collection)
    answer = signed_in(factories.resident()).post(page("sign", collection), signature(), follow=True)
    assert "Голос цієї людини тут уже зараховано." in answer.content.decode()
    assert count(collection) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Іван"},
        {"name": "\x00"},
        {"birth_date": "17.05"},
        {"birth_date": "31.02.1980"},
        {"birth_date": "1.1.1850"},
        {"birth_date": "1.1.2999"},
        {"settlement": ""},
        {"settlement": "²"},
    ],
)
def test_a_wrong_signature_comes_back_with_its_words(signed_in, wrong):
    collection = make_collection()
    answer = signed_in(factories.resident()).post(page("sign", collection), signature(**wrong))
    assert answer.status_code == 422
    assert count(collection) == 0


def test_support_is_one_button_that_leads_back_to_where_it_stood(signed_in):
    collection, person = make_collection(kind="support"), factories.resident(name="Олена Коваль")
    answer = signed_in(person).post(page("sign", collection), {"back": "/uchast/"})
    assert answer.url == "/uchast/"
    assert Record.objects.get().name == "Олена Коваль"


def test_nobody_is_led_away_from_the_site(signed_in):
    collection = make_collection(kind="support")
    answer = signed_in(factories.resident()).post(page("sign", collection), {"back": "https://zlo.example/"})
    assert answer.url == page("collection", collection)


def test_attendance_is_not_signed_on_the_site(signed_in):
    collection = make_collection(kind="attendance")
    assert signed_in(factories.resident()).get(page("sign", collection)).status_code == 404


def test_a_closed_collection_takes_nothing_and_says_so(signed_in):
    collection, person = make_collection(), factories.resident()
    close_collection(collection)
    browser = signed_in(person)
    assert "Збір завершено." in browser.get(page("collection", collection)).content.decode()
    browser.post(page("sign", collection), signature())
    assert count(collection) == 0


def test_the_fragment_works_inside_only_with_a_request_and_without(signed_in):
    collection, person = make_collection(kind="support"), factories.resident()
    request = RequestFactory().get("/uchast/idei/7/")
    request.user = person
    words = Template(FRAGMENT).render(RequestContext(request, {"collection": collection}))
    assert 'name="csrfmiddlewaretoken" value="' in words
    assert 'name="back" value="/uchast/idei/7/"' in words
    record = make_voice(collection, user=person)
    assert "Відкликати мій голос" in Template(FRAGMENT).render(RequestContext(request, {"collection": collection}))
    take_back(record, actor=person)
    assert "Увійти й підтримати" in Template(FRAGMENT).render(Context({"collection": collection}))


def test_small_groups_by_settlement_are_hidden_and_cannot_be_worked_out(client):
    collection = make_collection()
    for name, number in (("Велике", 9), ("Середнє", 6), ("Мале", 3)):
        place = factories.settlement(name)
        for place_number in range(number):
            make_voice(collection, f"{name} Іван", born=date(1950 + place_number, 1, 1), settlement=place)
    words = client.get(page("collection", collection)).content.decode()
    assert words.count("кілька") == 2
    assert '<th scope="row">Велике</th><td class="num">9</td>' in words


def test_whoever_began_the_matter_prints_numbered_sheets(signed_in):
    author = factories.resident()
    collection = make_collection(make_case(author=author))
    browser = signed_in(author)
    answer = browser.post(page("sheets", collection), {"copies": "3", "rows": "12"})
    assert answer.url.endswith("?first=1&last=3")
    assert list(Sheet.objects.values_list("number", "rows")) == [(1, 12), (2, 12), (3, 12)]
    assert "№ 3" in browser.get(answer.url).content.decode()


@pytest.mark.parametrize(
    "data", [{"copies": "21", "rows": "12"}, {"copies": "0", "rows": "12"}, {"copies": "1", "rows": "7"}]
)
def test_sheets_are_given_out_within_reason(signed_in, data):
    author = factories.resident()
    collection = make_collection(make_case(author=author))
    assert signed_in(author).post(page("sheets", collection), data).status_code == 422


def test_others_do_not_print_sheets(signed_in, client):
    collection = make_collection()
    assert signed_in(factories.resident()).get(page("sheets", collection)).status_code == 403
    assert client.get(page("sheets", collection)).status_code == 302
    assert signed_in(factories.resident()).get(page("sheets_file", collection)).status_code == 403


def test_nothing_changes_by_looking(signed_in):
    collection, person = make_collection(kind="support"), factories.resident()
    browser = signed_in(person)
    browser.get(page("sign", collection))
    assert browser.get(page("take_back", collection)).status_code == 405
    assert count(collection) == 0
