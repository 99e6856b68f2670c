"""Links that lead nowhere are found inside the site, asked outside only when allowed, and never against our own network."""

import http.server
import ipaddress
import threading

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.links import outside, rounds
from cms.links.collecting import in_rich_text, links_of
from cms.links.inside import Known
from cms.models import LegalActRow, LinkFinding, NewsRelated, Problem
from tests import factories
from tests.cms.editors import make
from tests.cms.pages import image, news

pytestmark = pytest.mark.django_db
REPORT = "/admin/zvity/links/"


def paragraph(html):
    return [("paragraph", html)]


def problems(page):
    return {finding.target: finding.problem for finding in rounds.check_page(page.specific, Known())}


def document(title="Бланк"):
    return get_document_model().objects.create(title=title, file=ContentFile(b"1", name="a.txt"))


def test_links_are_found_in_text_blocks_fields_and_rows():
    target, paper = make.simple("Ціль"), document()
    page = news(
        body=[
            (
                "paragraph",
                f'<p><a linktype="page" id="{target.pk}">сюди</a> <a href="https://example.org/a">туди</a></p>',
            ),
            ("video", {"title": "Відео", "url": "https://video.example.org/1", "minutes": 1, "text_version": ""}),
            ("document", {"document": paper, "title": "", "note": ""}),
        ],
        source_name="Джерело",
        source_url="https://example.org/source",
    )
    page.related_items.add(NewsRelated(page=target))
    page.save()
    found = links_of(page)
    assert {link.url for link in found if link.url} == {
        "https://example.org/a", "https://video.example.org/1", "https://example.org/source",
    }  # fmt: skip
    assert [link.page_id for link in found if link.page_id] == [target.pk, target.pk]
    assert [link.document_id for link in found if link.document_id] == [paper.pk]
    assert next(link for link in found if link.words == "сюди").place.startswith("текст")


def test_a_picture_of_a_text_is_no_link_and_no_error():
    shown = {"image": {"image": image(), "alt_text": "Дім", "decorative": False}, "caption": "", "author": ""}
    assert links_of(news(body=[("image", shown), ("gallery", {"title": "Дім", "pictures": [shown, shown]})])) == []


def test_rows_of_a_service_are_looked_through():
    page = make.service()
    page.legal_acts.add(LegalActRow(title="Закон", url="https://zakon.example.org/1"))
    page.save()
    assert "https://zakon.example.org/1" in {link.url for link in links_of(page)}


@pytest.mark.parametrize("html", ["<a", "<a id='x' linktype='page'>", "<a href>", "</a></a>", None, "<a href=''>x</a>"])
def test_broken_markup_gives_no_link_and_no_error(html):
    assert in_rich_text(html, "текст") == []


def test_deleted_and_hidden_pages_and_documents():
    gone, hidden, paper = make.simple("Зникла"), make.simple("Прихована", live=False), document()
    page = make.simple(
        body=[
            *paragraph(
                f'<p><a linktype="page" id="{gone.pk}">1</a><a linktype="page" id="{hidden.pk}">2</a>'
                f'<a linktype="document" id="{paper.pk}">3</a></p>'
            )
        ]
    )
    gone_key, paper_key = gone.pk, paper.pk
    gone.delete()
    paper.delete()
    assert problems(page) == {
        f"#{gone_key}": Problem.GONE_PAGE,
        "Прихована": Problem.HIDDEN_PAGE,
        f"#{paper_key}": Problem.GONE_FILE,
    }


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("/novyny/", None),
        ("/novyny/?topic=x", None),
        ("/novyny/rss/", None),
        ("/en/novyny/", None),
        ("/zvernennia/zapyt/", None),
        ("/nema-takoi/", Problem.NO_ADDRESS),
        ("/en/nema/", Problem.NO_ADDRESS),
        ("/dostupnist/nyzhche/", Problem.NO_ADDRESS),
        ("http://testserver/nema/", Problem.NO_ADDRESS),
        ("http://testserver/kontakty/", None),
        ("mailto:a@example.org", None),
        ("tel:+380441234567", None),
        ("/kontakty/#contacts-how", None),
        ("/kontakty/#nema", Problem.NO_ANCHOR),
        ("/stare/", None),
    ],
)
def test_addresses_of_this_site(url, problem):
    Redirect.objects.create(old_path="/stare", redirect_link="/kontakty/")
    page = make.simple(body=paragraph(f'<p><a href="{url}">слова</a></p>'))
    assert problems(page) == ({url: problem} if problem else {})


def test_a_part_of_the_same_page():
    body = [("heading", {"text": "Строк розгляду", "level": "h2"})]
    page = make.simple(body=[*body, *paragraph('<p><a href="#strok-rozghliadu">так</a> <a href="#nema">ні</a></p>')])
    assert problems(page) == {"#nema": Problem.NO_ANCHOR}


def test_a_round_replaces_what_was_found_before():
    page = make.simple(body=paragraph('<p><a href="/nema/">тут</a></p>'))
    rounds.check_everything()
    assert LinkFinding.objects.get().words == "тут"
    rounds.check_everything()
    assert LinkFinding.objects.count() == 1
    page.unpublish()
    rounds.check_everything()
    assert not LinkFinding.objects.exists()


def test_other_sites_are_left_alone_unless_the_settings_say_so(settings):
    assert settings.LINK_CHECK_EXTERNAL is False
    make.simple(body=paragraph('<p><a href="http://127.0.0.1:9/x">тут</a></p>'))
    assert rounds.check_everything() == 0
    settings.LINK_CHECK_EXTERNAL = True
    assert rounds.check_everything() == 1
    assert LinkFinding.objects.get().problem == Problem.NOT_ASKED


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://0.0.0.0/", "http://[fd00::1]/", "http://2130706433/",
        "http://0x7f000001/", "https://user:pass@example.org/", "ftp://example.org/", "file:///etc/passwd", "gopher://x/",
        "http://example.org:22/", "http:///", "http://224.0.0.1/",
    ],
)  # fmt: skip
def test_our_own_network_is_never_asked(url):
    assert outside.ask(url) in (Problem.NOT_ASKED, Problem.NO_ANSWER)
    with pytest.raises((outside.NotAllowed, OSError, ValueError)):
        outside.status_of(url, "HEAD")


@pytest.mark.parametrize("url", ["http://a b/", "http://x\r\ny/", "http://[bad/", "https://" + "a" * 300 + ".org/"])
def test_a_nonsense_address_is_a_finding_not_an_error(url):
    assert outside.ask(url) is not None


@pytest.fixture
def other_site():
    """A real web server on a loopback port that answers by the path; gives its port."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def answer(self):
            status = int(self.path.strip("/").split("-")[0])
            if self.path == "/405-get" and self.command == "GET":
                status = 200
            self.send_response(status)
            if status == 302:
                self.send_header("Location", {"/302-gone": "/404", "/302-loop": "/302-loop"}.get(self.path, "/200"))
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_HEAD = answer  # noqa: N815

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/200", None),
        ("/404", Problem.REFUSED),
        ("/410", Problem.REFUSED),
        ("/500", Problem.NO_ANSWER),
        ("/405-get", None),
        ("/403", None),
        ("/302", None),
        ("/302-gone", Problem.REFUSED),
        ("/302-loop", None),
    ],
)
def test_what_another_site_answers(other_site, path, problem):
    def loopback(address):
        return ipaddress.ip_address(address).is_loopback

    url = f"http://127.0.0.1:{other_site}{path}"
    assert outside.ask(url, is_allowed=loopback, ports={"http": other_site}) == problem


def test_the_report_shows_where_and_filters(signed_in):
    make.simple("Стара сторінка", body=paragraph('<p><a href="/nema/">бланк</a></p>'))
    editor = signed_in(factories.editor())
    assert "Стара сторінка" not in editor.get(REPORT).content.decode()
    assert "1 непрацююче посилання" in editor.post("/admin/zvity/links/now/", follow=True).content.decode()
    assert "бланк" in editor.get(REPORT).content.decode()
    assert "бланк" not in editor.get(REPORT + "?problem=gone_page").content.decode()
    assert "бланк" not in editor.get(REPORT + "?where=outside").content.decode()
    assert "бланк" in editor.get(REPORT + "?q=Стара&problem=%00&where=x&page=99999999999999999999").content.decode()
    assert editor.get("/admin/zvity/links/now/").status_code == 405


def test_a_broken_link_warns_and_never_stops(signed_in):
    page = make.simple(live=False)
    body = streamfield([("paragraph", rich_text('<p><a href="/nema/">бланк</a></p>'))])
    fields = {"title": page.title, "slug": page.slug, "lead": "Лід.", "body": body, "comments": inline_formset([])}
    data = {**nested_form_data(fields), "action-publish": "1"}
    answer = signed_in(factories.head()).post(f"/admin/pages/{page.pk}/edit/", data, follow=True)
    page.refresh_from_db()
    assert page.live
    assert any("нікуди не вед" in str(message) for message in answer.context["messages"])
