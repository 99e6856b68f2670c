"""Success stories: nothing is published without a consent, and the reason is told in plain words."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cms.models import ConsentRecord, Person, StoryIndexPage, StoryPage
from tests import factories

from .make import SINCE, consent, index, person, photo, story, text

pytestmark = pytest.mark.django_db
REFUSED = "немає чинної згоди"


def form_of(page, who, **fields):
    """What the editor's form sends."""
    return {
        "title": page.title,
        "slug": page.slug,
        "lead": page.lead,
        "person": who.pk,
        "shown_as": page.shown_as,
        "words": "Інші слова",
        "told_on": "2026-11-01",
        "settlement": "",
        "service": "",
        "body-count": "0",
        "seo_title": "",
        "search_description": "",
        "check_every_days": "365",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "show_in_listing": "on",
        "show_updated": "on",
        **fields,
    }


def test_a_story_with_a_consent_is_read(client):
    who = person("Ганна Відверта")
    consent(who, "story", "name")
    page = story(who, "Довідка за день")
    shown = text(client, page.get_url())
    assert "Ганна Відверта" in shown
    assert "мешканка Вербівки" in shown
    assert "Ганна Відверта" in text(client, "/istorii/")


def test_a_story_alone_does_not_give_the_name_away(client):
    who = person("Ганна Відверта")
    photo(who)
    consent(who, "story")
    page = story(who)
    for address in (page.get_url(), "/istorii/"):
        shown = text(client, address)
        assert "Ганна Відверта" not in shown
        assert "/foto/" not in shown
    assert client.get(page.get_url() + "foto/").status_code == 404


def test_publishing_without_a_consent_is_refused_in_code():
    page = story(person(), publish=False)
    with pytest.raises(PermissionDenied):
        page.save_revision().publish()
    assert not StoryPage.objects.live().exists()


def test_publishing_without_a_consent_is_refused_with_a_plain_message(signed_in):
    who = person()
    page = story(who, publish=False)
    client = signed_in(factories.head())
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(address, form_of(page, who, **{"action-publish": "1"}))
    assert answer.status_code == 200
    assert REFUSED in answer.content.decode()
    assert not StoryPage.objects.live().exists()
    draft = client.post(address, form_of(page, who))
    assert draft.status_code == 302
    page.refresh_from_db()
    assert page.get_latest_revision().as_object().words == "Інші слова"
    consent(who, "story")
    client.post(address, form_of(page, who, **{"action-publish": "1"}))
    assert StoryPage.objects.live().get().words == "Інші слова"


def test_a_consent_to_something_else_is_not_enough(signed_in):
    who = person()
    consent(who, "name", "photo", "phone")
    page = story(who, publish=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = signed_in(factories.head()).post(address, form_of(page, who, **{"action-publish": "1"}))
    assert REFUSED in answer.content.decode()


def test_a_story_forced_live_is_still_not_shown(client):
    page = story(person(), "Без згоди", publish=False)
    StoryPage.objects.filter(pk=page.pk).update(live=True)
    assert client.get(f"/istorii/{page.slug}/").status_code == 404
    assert "Без згоди" not in text(client, "/istorii/")


def test_another_consent_keeps_the_story():
    who = person()
    first = consent(who, "story")
    consent(who, "story")
    story(who)
    first.withdrawn_on = SINCE
    first.save()
    assert StoryPage.objects.live().exists()
    ConsentRecord.objects.all().delete()
    assert not StoryPage.objects.live().exists()


def test_an_empty_list_says_so(client):
    assert "Історій ще немає" in text(client, "/istorii/")
    assert "There are no stories yet" in text(client, "/en/istorii/")


def test_the_list_costs_the_same_for_many_stories(client, constant_queries):
    parent = index(StoryIndexPage)

    def make(number):
        for _number in range(number):
            who = Person.objects.create(full_name="Хтось")
            ConsentRecord.objects.create(person=who, given_on=SINCE, covers_story=True, covers_name=True)
            parent.add_child(instance=StoryPage(title="Історія", lead=".", shown_as=".", words=".", person=who))
            parent.refresh_from_db()
        text(client, "/istorii/")

    assert constant_queries(lambda: text(client, "/istorii/"), make, few=13, more=20) < 30
