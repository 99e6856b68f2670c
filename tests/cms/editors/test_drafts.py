"""A link shows a draft to whoever holds it, until it ends or is taken back, and to no robot."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone
from wagtail.models import PageLogEntry

from cms import drafts
from cms.editors_jobs import forget_opinions
from cms.models import PreviewLink
from tests import factories
from tests.cms.editors import make
from tests.support.hostile import NASTY, sendable

pytestmark = pytest.mark.django_db


@pytest.fixture
def about(clock):
    made = make.simple("Проєкт рішення", live=False)
    made.title = "Друга редакція"
    made.save_revision()
    return made


def link_to(page, days=7, **fields):
    return drafts.give(page, actor=factories.editor(), days=days, **fields)


def address(link, rest=""):
    return f"/chernetka/{drafts.token_of(link)}/{rest}"


def test_the_holder_sees_the_newest_draft(client, about):
    link = link_to(about)
    answer = client.get(address(link))
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert "Друга редакція" in shown
    assert "Це чернетка." in shown
    assert "Чи була ця сторінка корисною" not in shown
    assert client.get("/druha-redaktsiia/").status_code == 404
    link.refresh_from_db()
    assert (link.uses, link.last_used_at) == (1, timezone.now())


def test_nobody_keeps_it(client, about):
    answer = client.get(address(link_to(about)))
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]


def test_it_ends_by_itself(client, clock, about):
    link = link_to(about, days=1)
    clock.shift(timedelta(hours=23, minutes=59))
    assert client.get(address(link)).status_code == 200
    clock.shift(timedelta(minutes=1))
    assert client.get(address(link)).status_code == 410


def test_it_is_taken_back_at_once(client, about):
    link, head = link_to(about), factories.head()
    drafts.take_back(link, actor=head)
    drafts.take_back(link, actor=head)
    answer = client.get(address(link))
    assert answer.status_code == 410
    assert "Друга редакція" not in answer.content.decode()
    assert PageLogEntry.objects.filter(action="cms.draft_closed", user=head).count() == 1


def test_a_forged_link_opens_nothing(client, about):
    token = drafts.token_of(link_to(about))
    assert client.get(f"/chernetka/{token[:-1]}x/").status_code == 410
    assert client.get(f"/chernetka/{signing.dumps(1, salt='other')}/").status_code == 410
    assert client.get(f"/chernetka/{signing.dumps('x' * 50, salt=drafts.SALT)}/").status_code in (404, 410)


@pytest.mark.parametrize("nasty", NASTY)
def test_nonsense_gets_a_calm_answer(client, nasty):
    words = sendable(nasty)[:300].replace("/", "").replace("?", "").replace("#", "").strip(". ") or "x"
    assert client.get(f"/chernetka/{words}/").status_code in (301, 302, 400, 404, 410)


def test_a_section_shows_its_unpublished_children_only(client, about):
    child = make.simple("Додаток", live=False, parent=about)
    stranger = make.simple("Чуже", live=False)
    link = link_to(about)
    assert "Додаток" in client.get(address(link, f"{child.pk}/")).content.decode()
    assert client.get(address(link, f"{stranger.pk}/")).status_code == 410
    assert client.get(address(link, f"{10**25}/")).status_code == 410
    contents = client.get(address(link, "zmist/"))
    assert "Додаток" in contents.content.decode()
    assert "Чуже" not in contents.content.decode()
    assert "noindex" in contents["X-Robots-Tag"]


def test_an_editor_makes_and_closes_a_link(signed_in, client, about):
    editor = signed_in(factories.editor())
    screen = f"/admin/chernetky/{about.pk}/"
    assert screen in editor.get(f"/admin/pages/{about.pk}/edit/").content.decode()
    assert editor.post(screen, {"days": "3", "note": "Юридичний відділ"}, follow=True).status_code == 200
    link = PreviewLink.objects.get()
    assert link.expires_at == timezone.now() + timedelta(days=3)
    assert drafts.token_of(link) in editor.get(screen).content.decode()
    assert editor.get(f"/admin/chernetky/{link.pk}/close/").status_code == 405
    editor.post(f"/admin/chernetky/{link.pk}/close/")
    assert client.get(address(link)).status_code == 410


@pytest.mark.parametrize("days", ["", "0", "99999", "-1", "x"])
def test_only_the_offered_terms(signed_in, about, days):
    answer = signed_in(factories.editor()).post(f"/admin/chernetky/{about.pk}/", {"days": days})
    assert answer.status_code == 422
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("who", ["desk_operator", "official", "administrator", "resident"])
def test_others_make_no_links(signed_in, about, who):
    signed_in(getattr(factories, who)()).post(f"/admin/chernetky/{about.pk}/", {"days": "3"})
    assert not PreviewLink.objects.exists()


def test_ended_links_are_forgotten_after_a_year(clock, about):
    link_to(about, days=1)
    forget_opinions(timezone.now() + timedelta(days=365))
    assert PreviewLink.objects.exists()
    forget_opinions(timezone.now() + timedelta(days=367))
    assert not PreviewLink.objects.exists()
