"""News of another site: each once, at its date, with its source; hostile files get one line."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from wagtail.images import get_image_model

from cms.incoming.bodies import convert, plain
from cms.incoming.entries import FeedError, parse
from cms.models import ImportedItem, NewsPage
from tests.cms.pages import topic
from tests.support import files

pytestmark = pytest.mark.django_db
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Стара громада</title><link>https://old.example</link><wp:base_site_url>https://old.example</wp:base_site_url>"""
TAIL = "</channel></rss>"
BODY = """<!-- wp:paragraph --><p>Відкрили <strong>ґанок</strong> і <a href="/rozklad/">розклад</a>.</p>
<h2>Коли</h2><p>Щодня.</p><script>alert(1)</script>
<figure><img src="https://old.example/files/hanok-300x200.jpg" alt="Ґанок"/><figcaption>Новий</figcaption></figure>"""


def post(number=1, *, title="Відкрили ґанок", body=BODY, status="publish", kind="post", extra="", slug=""):
    """One item of an export."""
    return f"""<item><title>{title}</title><link>https://old.example/?p={number}</link><guid>https://old.example/?p={number}</guid>
    <content:encoded><![CDATA[{body}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
    <wp:post_id>{number}</wp:post_id><wp:post_date_gmt>2024-05-06 07:08:09</wp:post_date_gmt><wp:post_name>{slug}</wp:post_name>
    <wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>
    <category domain="category" nicename="p"><![CDATA[Послуги]]></category>
    <category domain="post_tag" nicename="t"><![CDATA[Доступність]]></category>{extra}</item>"""


@pytest.fixture
def run(tmp_path, capsys):
    """Give `run(*items, **choices)`: write a file, import it, return what was printed."""

    def importing(*items, text="", **choices):
        path = tmp_path / "export.xml"
        path.write_text(text or HEAD + "".join(items) + TAIL)
        call_command("import_news", path, kind=choices.pop("kind", "wxr"), **choices)
        return capsys.readouterr().out

    return importing


@pytest.fixture
def pictures(tmp_path):
    """A folder with one picture, and a file that only pretends to be one."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "hanok.jpg").write_bytes(files.picture())
    (folder / "fake.jpg").write_bytes(b"<?php")
    return folder


def kinds(page):
    return [block.block_type for block in page.body]


def test_a_piece_keeps_its_date_words_tags_and_source(run, pictures):
    services = topic("Послуги")
    assert "made: 1" in run(post(), images=pictures)
    page = NewsPage.objects.get()
    assert page.live
    assert page.date == page.first_published_at == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert page.slug == "vidkryly-ganok"
    assert page.topic == services
    assert [tag.name for tag in page.tags.all()] == ["Доступність"]
    assert (page.source_name, page.source_url) == ("Стара громада", "https://old.example/?p=1")
    assert page.lead.startswith("Відкрили ґанок і розклад.")
    assert kinds(page) == ["paragraph", "heading", "paragraph", "image"]
    text = str(page.body[0].value)
    assert "https://old.example/rozklad/" in text
    assert "<script" not in str(page.body)
    assert "alert(1)" not in str(page.body)
    assert page.body[3].value["caption"] == "Новий"
    assert get_image_model().objects.count() == 1


def test_the_page_opens(run, client):
    run(post())
    answer = client.get(NewsPage.objects.get().get_url())
    assert answer.status_code == 200
    assert "Стара громада" in answer.content.decode()


def test_a_second_run_changes_nothing(run, pictures):
    run(post(), images=pictures)
    before = NewsPage.objects.values().get()
    out = run(post(), images=pictures)
    assert "unchanged: 1" in out
    assert "made: 0" in out
    assert NewsPage.objects.values().get() == before
    assert get_image_model().objects.count() == 1


def test_a_dry_run_writes_nothing(run, pictures):
    out = run(post(), images=pictures, dry_run=True)
    assert "Nothing was written." in out
    assert "made: 1" in out
    assert not NewsPage.objects.exists()
    assert not ImportedItem.objects.exists()
    assert not get_image_model().objects.exists()


def test_a_change_is_taken_only_when_asked_and_never_over_an_editor(run):
    run(post())
    changed = post(title="Відкрили інший ґанок")
    assert "--update takes the change" in run(changed)
    assert NewsPage.objects.get().title == "Відкрили ґанок"
    assert "updated: 1" in run(changed, update=True)
    page = NewsPage.objects.get()
    assert page.title == "Відкрили інший ґанок"
    page.save_revision()
    assert "edited here" in run(post(title="Третя назва"), update=True)
    assert NewsPage.objects.get().title == "Відкрили інший ґанок"


def test_what_an_editor_deleted_does_not_come_back(run):
    run(post())
    NewsPage.objects.get().delete()
    assert "deleted here" in run(post())
    assert not NewsPage.objects.exists()


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (post(status="trash"), "trash"),
        (post(title=""), "no title"),
        (post(body=" "), "no text"),
        (post(extra="<wp:post_password>1</wp:post_password>"), "password"),
        (post() + post(), "twice"),
    ],
)
def test_what_is_skipped_says_why(run, item, reason):
    out = run(item)
    assert "skipped: 1" in out
    assert reason in out


def test_drafts_stay_drafts_and_pages_of_wordpress_are_not_news(run):
    run(post(1, status="draft"), post(2, kind="page"), post(3, kind="nav_menu_item"))
    assert not NewsPage.objects.get().live


def test_two_pieces_with_one_name_get_two_addresses(run):
    run(post(1, slug="%d1%96%d1%81%d1%82%d0%be%d1%80%d1%96%d1%8f"), post(2, slug="istoriia"), post(3, slug="rss"))
    assert set(NewsPage.objects.values_list("slug", flat=True)) == {"istoriia", "istoriia-2", "rss-2"}


def test_the_topic_of_all_and_a_topic_that_is_not(run):
    chosen = topic("Транспорт")
    run(post(), topic="транспорт")
    assert NewsPage.objects.get().topic == chosen
    with pytest.raises(CommandError, match="Транспорт"):
        run(post(), topic="Космос")


def test_pictures_come_only_from_the_folder(run, pictures):
    body = '<p>Слова.</p><img src="http://127.0.0.1:9/other.jpg"><img src="../../fake.jpg"><img src="/etc/passwd">'
    out = run(post(body=body), images=pictures)
    assert "pictures without a file: 3" in out
    assert kinds(NewsPage.objects.get()) == ["paragraph"]


def test_rss_and_atom(run):
    item = """<item><title>Новина</title><link>https://old.example/1</link><pubDate>Mon, 06 May 2024 10:00:00 +0300</pubDate>
    <description>&lt;p&gt;Коротко про їжака.&lt;/p&gt;</description><category>Їжаки</category></item>"""
    run(
        text=f"<rss version='2.0'><channel><title>Стрічка</title><link>https://old.example</link>{item}</channel></rss>",
        kind="rss",
    )
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Атом</title><id>urn:a</id><link href="https://a.example/"/>
    <entry><id>urn:1</id><title>Запис</title><updated>2024-05-06T07:00:00Z</updated><link href="https://a.example/1"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Є слова.</p></div></content></entry></feed>"""
    run(text=atom, kind="rss")
    first, second = NewsPage.objects.order_by("pk")
    assert first.date == datetime(2024, 5, 6, 7, 0, tzinfo=UTC)
    assert [tag.name for tag in first.tags.all()] == ["Їжаки"]
    assert second.lead == "Є слова."
    assert second.source_name == "Атом"


ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
BOMB = (
    f'<!DOCTYPE x [<!ENTITY a "{"a" * 100}">{ENTITIES}]><rss><channel><item><title>&j;</title></item></channel></rss>'
)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"not xml", b"\x00\x01", b"<rss><channel>", b"<html></html>", b"<rss></rss>", BOMB.encode(),
        b'<?xml version="1.0" encoding="martian"?><rss/>', b'<?xml version="1.0" encoding="utf-8"?><rss>\xff\xfe</rss>',
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><rss><channel><title>&e;</title></channel></rss>',
        ("<a>" * 500 + "</a>" * 500).encode(),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["wxr", "rss"])
def test_a_hostile_file_gets_one_plain_line(data, kind, tmp_path):
    with pytest.raises(FeedError) as refusal:
        parse(data, kind)
    assert len(str(refusal.value).splitlines()) == 1
    path = tmp_path / "x.xml"
    path.write_bytes(data)
    with pytest.raises(CommandError):
        call_command("import_news", path, kind=kind)


def test_an_export_in_windows_1251_is_read(tmp_path):
    path = tmp_path / "x.xml"
    path.write_bytes((HEAD.replace("UTF-8", "windows-1251") + post() + TAIL).encode("cp1251"))
    call_command("import_news", path, kind="wxr")
    assert NewsPage.objects.get().title == "Відкрили ґанок"


def blocks(source, **choices):
    return convert(source, **choices).blocks


def test_headings_keep_an_outline_that_the_editor_would_accept():
    made = blocks("<h4>Перша</h4><h3>Друга</h3><h2>Третя</h2><h2>Третя</h2><h2></h2><h2>" + "я" * 130 + "</h2>")
    assert [(value["text"], value["level"]) for kind, value in made if kind == "heading"] == [
        ("Перша", "h2"), ("Друга", "h3"), ("Третя", "h2"),
    ]  # fmt: skip
    assert [kind for kind, _value in made][-1] == "paragraph"


def test_plain_lines_become_paragraphs_and_shortcodes_go():
    ((kind, text),) = blocks('Перший рядок\n\nДругий [button url="x"]рядок[/button]')
    assert kind == "paragraph"
    assert text == "<p>Перший рядок</p><p>Другий рядок</p>"


def test_pictures_in_a_row_become_a_gallery():
    class Image:
        pk = 7

    made = blocks(
        "<p>а</p><img src=1.jpg><img src=2.jpg><p>б</p><img src=3.jpg>", picture=lambda name: Image, title="Назва"
    )
    assert [kind for kind, _value in made] == ["paragraph", "gallery", "paragraph", "image"]
    assert len(made[1][1]["pictures"]) == 2
    assert made[3][1]["image"]["decorative"]


def test_a_wordpress_gallery_is_found_by_numbers():
    seen = []
    convert('[gallery ids="5,6"]', pictures={"5": "a.jpg", "6": "b.jpg"}, picture=seen.append)
    assert seen == ["a.jpg", "b.jpg"]


def test_a_table_keeps_its_cells():
    ((kind, value),) = blocks(
        "<table><caption>Графік</caption><tr><th>День</th><th>Час</th></tr><tr><td>Пн</td></tr></table>"
    )
    assert kind == "table"
    assert value["data"] == [["День", "Час"], ["Пн", ""]]
    assert value["table_caption"] == "Графік"


@pytest.mark.parametrize(
    "source",
    [
        "<p onclick=alert(1)>а</p>", "<a href='javascript:alert(1)'>а</a>", "<svg onload=alert(1)>а</svg>", "<p><script>1</script>а",
        "<div><div><div>а", "<p style='x'>а</p><style>p{}</style>", "<iframe src=x></iframe>а", "<p>а<img src=x onerror=alert(1)>",
        "&lt;script&gt;а", "<b>а", "а<br>б", "<ul><li>а</ul>", "<blockquote><p>а</p></blockquote>", "<!--x-->а", "<p>а\x00</p>",
    ],
)  # fmt: skip
def test_markup_of_strangers_is_only_words(source):
    made = blocks(source)
    text = "".join(str(value) for _kind, value in made)
    assert "а" in text
    for part in ("<script", "onclick", "onload", "onerror", "javascript:", "style", "<svg", "<iframe"):
        assert part not in text
    assert "а" in plain(source)
