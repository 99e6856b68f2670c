"""The skeleton of the site comes with the database, in both languages, and is made once."""

import pytest
from wagtail.models import Locale, Page, Site

from cms.models import DirectoryPage, StandardPage
from home.models import HomePage
from home.tree import SLUGS, ensure_tree

pytestmark = pytest.mark.django_db
PUBLIC = [
    "/",
    "/novyny/",
    "/kontakty/",
    "/dostupnist/",
    "/personalni-dani/",
    "/en/",
    "/en/novyny/",
    "/en/kontakty/",
    "/en/dostupnist/",
    "/en/personalni-dani/",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_every_page_of_the_skeleton_answers(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert f'lang="{"en" if address.startswith("/en/") else "uk"}"' in response.content.decode()


def test_no_welcome_page_is_left():
    assert not Page.objects.filter(title__contains="Welcome").exists()
    assert Site.objects.get().root_page.specific_class is HomePage


def test_making_it_again_changes_nothing():
    before = list(Page.objects.order_by("pk").values_list("pk", "path", "title"))
    ensure_tree()
    assert list(Page.objects.order_by("pk").values_list("pk", "path", "title")) == before


def test_a_deleted_page_is_not_brought_back():
    DirectoryPage.objects.get(slug="kontakty", locale__language_code="uk").delete()
    ensure_tree()
    assert not DirectoryPage.objects.filter(slug="kontakty", locale__language_code="uk").exists()


def test_it_is_made_from_nothing():
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
    Page.objects.filter(depth=1).delete()
    Locale.objects.all().delete()
    front = ensure_tree()
    assert front.url == "/"
    slugs = [page.slug for page in front.get_children()]
    assert set(slugs) == SLUGS
    assert len(slugs) == len(SLUGS)
    assert front.get_translation(Locale.objects.get(language_code="en")).get_children_count() == len(SLUGS)


def test_pages_know_their_twins(client):
    page = client.get("/dostupnist/").content.decode()
    assert 'hreflang="en" href="http://localhost/en/dostupnist/"' in page
    assert 'href="/en/dostupnist/"' in page


@pytest.mark.parametrize("address", PUBLIC)
def test_the_footer_leads_nowhere_dead(client, address):
    page = client.get(address).content.decode()
    prefix = "/en" if address.startswith("/en/") else ""
    for slug in ("dostupnist", "personalni-dani"):
        assert f'href="{prefix}/{slug}/"' in page
        assert client.get(f"{prefix}/{slug}/").status_code == 200


def test_an_unpublished_page_leaves_the_footer(client):
    client.get("/")
    StandardPage.objects.get(slug="dostupnist", locale__language_code="uk").unpublish()
    assert 'href="/dostupnist/"' not in client.get("/").content.decode()


def test_editors_read_the_name_of_the_root_in_their_language():
    assert Page.get_first_root_node().title == "Усі сторінки"
