"""Nothing of a person is shown without a valid consent, and everything disappears the moment it is withdrawn."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Locale, ModelLogEntry

from cms.models import ConsentRecord, DirectoryPage, Person, StoryPage
from core.models import Letter
from tests import factories
from tests.support.walking import walk

from .make import SINCE, consent, document, holds, index, person, photo, post, project, story, text

pytestmark = pytest.mark.django_db
CANARY, PHONE, BIO = "Кенаренко", "+380 50 777 66 55", "Народився в клітці"
EVERYTHING = ("name", "photo", "phone", "story")


def community(*covers):
    """The canary holds a post now, held another before, tells a story with a twin; all pages around it exist."""
    who = person(f"Жовтопер {CANARY}", bio=BIO, phone=PHONE)
    photo(who)
    unit = factories.unit("Відділ птахів")
    holds(who, post("Начальник птахів", unit=unit, is_head=True))
    holds(who, post("Давня посада"), until=date(2025, 1, 1))
    record = consent(who, *covers) if covers else None
    if "story" in covers:
        page = story(who, "Про пташку")
        english = Locale.objects.get(language_code="en")
        twin = page.copy_for_translation(english, copy_parents=True)
        twin.title = "About a bird"
        twin.save_revision().publish()
    project()
    document()
    return who, record


def everything(client):
    """All words that a walk through the rooms of this topic reaches: pages, feeds, exports, the map, cards, both languages."""
    starts = ["/kontakty/", "/istorii/", "/proiekty/", "/partnery/", "/dokumenty/", "/sitemap.xml", "/en/kontakty/"]
    starts += ["/en/istorii/", f"/kontakty/pratsivnyky/?q={CANARY}", f"/kontakty/telefony/?q={CANARY}", "/", "/en/"]
    rooms = ("/kontakty/", "/istorii/", "/proiekty/", "/partnery/", "/dokumenty/", "/en/kontakty/", "/en/istorii/")
    return {address: words for address, _answer, words in walk(client, starts, lambda path: path.startswith(rooms), 70)}


def photos_in(words):
    """The addresses of photos that pages print."""
    return sorted({found for said in words.values() for found in re.findall(r'src="([^"]*/foto/[^"]*)"', said)})


def told(words, sign):
    return sorted(
        address
        for address, said in words.items()
        if sign in said.replace(f"?q={CANARY}", "").replace(f'value="{CANARY}"', "")
    )


def test_a_person_without_a_consent_is_nowhere(client, clock):
    community()
    words = everything(client)
    assert len(words) > 25, sorted(words)
    assert not told(words, CANARY)
    assert not told(words, PHONE)
    assert not told(words, BIO)
    assert not photos_in(words)


def test_a_withdrawn_consent_takes_everything_back_at_once(client, clock):
    _who, record = community(*EVERYTHING)
    words = everything(client)
    assert told(words, CANARY)
    assert told(words, PHONE)
    photos = photos_in(words)
    assert len(photos) == 4  # the post and the story, in both languages
    assert all(client.get(address).status_code == 200 for address in photos)
    assert {"/istorii/pro-ptashku/", "/en/istorii/pro-ptashku/"} <= set(words)
    record.withdrawn_on = date(2026, 11, 23)
    record.save()
    words = everything(client)
    for sign in (CANARY, PHONE, BIO, "Про пташку", "About a bird", "Мені допомогли"):
        assert not told(words, sign), sign
    for address in (*photos, "/istorii/pro-ptashku/", "/en/istorii/pro-ptashku/"):
        assert client.get(address).status_code == 404


def test_a_search_does_not_confirm_a_hidden_name(client):
    community()
    assert "Начальник птахів" not in text(client, "/kontakty/pratsivnyky/", q=CANARY)
    assert "Начальник птахів" in text(client, "/kontakty/pratsivnyky/", q="ПТАХІВ")


@pytest.mark.parametrize("covered", ["name", "photo", "phone"])
def test_each_thing_needs_its_own_consent(client, clock, covered):
    community(covered)
    shown = text(client, "/kontakty/posada/nachalnyk-ptakhiv/")
    assert (CANARY in shown) == (covered == "name")
    assert (BIO in shown) == (covered == "name")
    assert ("/foto/" in shown) == (covered == "photo")
    assert (PHONE in shown) == (covered == "phone")


def test_a_photo_is_kept_by_nobody_and_tells_no_place(client):
    community("photo")
    page = text(client, "/kontakty/posada/nachalnyk-ptakhiv/")
    address = page.split('src="', 1)[1]
    address = next(part.split('"')[0] for part in page.split('src="') if "/foto/" in part.split('"')[0])
    answer = client.get(address)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Type"].startswith("image/")


def test_a_photo_of_another_post_is_not_handed_out(client):
    who, _record = community("photo")
    former = who.appointments.exclude(until=None).get()
    assert client.get(f"/kontakty/posada/{former.post.slug}/foto/{former.pk}/").status_code == 404


def test_valid_in_sql_and_in_python_agree(clock):
    who, today = person(), date(2026, 11, 23)
    rows = [
        consent(who, "name"),
        consent(who, "name", withdrawn_on=SINCE),
        consent(who, "name", given_on=today),
        consent(who, "name", given_on=today + timedelta(days=1)),
    ]
    found = set(ConsentRecord.objects.valid(today))
    assert {row for row in rows if row.is_valid(today)} == found == {rows[0], rows[2]}


@pytest.mark.parametrize(
    "fields",
    [
        {"covers_name": False},
        {"withdrawn_on": SINCE - timedelta(days=1)},
        {"withdrawn_on": date(2026, 11, 24)},
        {"given_on": date(2026, 11, 24)},
    ],
)
def test_a_consent_makes_sense(clock, fields):
    with pytest.raises(ValidationError):
        ConsentRecord(person=person(), **{"covers_name": True, "given_on": SINCE, **fields}).full_clean()


def test_neither_logs_nor_choosers_learn_names():
    who = person(f"Жовтопер {CANARY}")
    record = consent(who, "name")
    appointment = holds(who, post("Начальник птахів"))
    assert CANARY not in f"{who} {record} {appointment}"


def test_the_site_history_keeps_no_name(signed_in):
    who = person(f"Жовтопер {CANARY}")
    client = signed_in(factories.head())
    address = f"/admin/snippets/cms/person/edit/{who.pk}/"
    client.post(address, {"full_name": f"Жовтопер {CANARY}-Новий", "bio": "", "phone": ""})
    assert Person.objects.get().full_name.endswith("Новий")
    assert ModelLogEntry.objects.exists()
    assert not [entry for entry in ModelLogEntry.objects.all() if CANARY in f"{entry.label} {entry.data}"]


def test_staff_are_told_when_a_story_leaves(signed_in, clock):
    who, record = community("story", "name")
    head = factories.head()
    client = signed_in(head)
    form = {
        "person": who.pk,
        "covers_name": "on",
        "covers_story": "on",
        "given_on": "2024-02-01",
        "way": "paper",
        "document": "",
        "withdrawn_on": "2026-11-23",
    }
    answer = client.post(f"/admin/snippets/cms/consentrecord/edit/{record.pk}/", form, follow=True)
    assert "знято з сайту" in answer.content.decode()
    assert not StoryPage.objects.live().exists()
    letters = Letter.objects.filter(kind="cms/story_taken_down", recipient=head.email)
    assert letters.count() == 2
    assert all(CANARY not in letter.text for letter in letters)


def test_a_schedule_waits_for_a_consent(clock):
    who = person()
    page = story(who, publish=False)
    revision = page.save_revision(approved_go_live_at=None)
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at="2026-11-22T10:00:00+02:00")
    call_command("publish_scheduled", verbosity=0)
    assert not StoryPage.objects.live().exists()
    consent(who, "story")
    call_command("publish_scheduled", verbosity=0)
    assert StoryPage.objects.live().exists()


def test_the_directory_keeps_its_own_text(client):
    page = index(DirectoryPage)
    page.body = [("paragraph", "<p>Вхід із двору.</p>")]
    page.save()
    assert "Вхід із двору." in text(client, "/kontakty/")
