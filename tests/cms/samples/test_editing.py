"""What editors do: the template and the rows must agree; a draft gets its rows; the list, the check, the trial."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.models import SamplePage, SampleTopic
from cms.samples.guessing import guess
from tests import factories
from tests.cms.samples.making import LINES, ROWS, document, fillable, library, sample, word_document, words_of

pytestmark = pytest.mark.django_db


def row(**fields):
    empty = {"hint": "", "kind": "text", "required": "on", "choices": "", "max_length": "", "autocomplete": ""}
    return {**empty, "label": "Запитання", **fields}


def form(template=None, rows=(), **changes):
    data = {
        "title": "Заява про місток",
        "slug": "",
        "how_to_fill": streamfield([]),
        "online_fields": inline_formset(list(rows)),
        "comments": inline_formset([]),
        "template_docx": str(template.pk) if template else "",
        "check_every_days": "365",
    }
    return nested_form_data({**data, **changes})


def write(browser, **data):
    return browser.post(f"/admin/pages/add/cms/samplepage/{library().pk}/", data)


@pytest.fixture
def editor(signed_in):
    return signed_in(factories.editor())


def refusal(answer):
    assert answer.status_code == 200
    return " ".join(answer.context["form"].errors.get("template_docx", ()))


def test_a_draft_without_rows_gets_them_from_the_template(editor):
    template = word_document("{{ піб }} {{ дата_народження }} {{ email }} {{ суть_питання }}")
    assert write(editor, **form(template)).status_code == 302
    page = SamplePage.objects.get().get_latest_revision_as_object()
    found = [(field.key, field.label, field.kind) for field in page.online_fields.all()]
    assert found == [
        ("піб", "Піб", "text"),
        ("дата_народження", "Дата народження", "date"),
        ("email", "Email", "email"),
        ("суть_питання", "Суть питання", "long"),
    ]


def test_a_page_is_not_sent_on_while_its_fields_are_not_described(editor, signed_in):
    template = word_document("{{ піб }}")
    for browser, button in ((editor, "action-submit"), (signed_in(factories.head()), "action-publish")):
        said = refusal(write(browser, **form(template), **{button: "1"}))
        assert "немає рядка" in said
        assert "піб" in said


def test_rows_and_template_must_agree_both_ways(editor):
    template = word_document("{{ піб }} {{ дата }}")
    assert "дата" in refusal(write(editor, **form(template, [row(key="піб")])))
    said = refusal(write(editor, **form(template, [row(key="піб"), row(key="дата"), row(key="зайве")])))
    assert "зайве" in said
    assert "двох рядках" in refusal(write(editor, **form(template, [row(key="піб"), row(key="дата"), row(key="дата")])))
    assert "немає шаблону" in refusal(write(editor, **form(None, [row(key="піб")])))
    assert write(editor, **form(template, [row(key="піб"), row(key="{{ дата }}")])).status_code == 302


def test_a_template_with_commands_is_refused_in_plain_words(editor):
    said = refusal(write(editor, **form(word_document("{{ піб }} {{ ''.__class__ }}"))))
    assert "може стояти лише назва" in said
    assert "DOCX" in refusal(write(editor, **form(document(b"%PDF-1.7", "a.pdf"))))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (row(key="ПІБ"), "key"),
        (row(key="піб", kind="choice"), "choices"),
        (row(key="піб", kind="choice", choices="один"), "choices"),
        (row(key="піб", choices="а\nб"), "choices"),
        (row(key="піб", max_length="1"), "max_length"),
        (row(key="піб", label=""), "label"),
    ],
)
def test_each_row_checks_itself(editor, wrong, field):
    answer = write(editor, **form(word_document("{{ піб }}"), [wrong]), **{"action-submit": "1"})
    assert answer.status_code == 200
    assert field in answer.context["form"].formsets["online_fields"].errors[0]


def test_a_whole_page_is_published(client, signed_in):
    head = signed_in(factories.head())
    template = word_document(*LINES)
    rows = [row(**{**given, "required": "on" if given.get("required", True) else ""}) for given in ROWS]
    topic = SampleTopic.objects.create(name="Дороги")
    data = form(template, rows, topic=str(topic.pk), languages=["uk"], purpose="proposal")
    data |= {"blank_docx": str(template.pk), "edition_on": "2026-01-05"}
    assert write(head, **data, **{"action-publish": "1"}).status_code == 302
    page = SamplePage.objects.get()
    assert page.live
    assert page.slug == "zaiava-pro-mistok"
    assert not page.online_fields.get(key="телефон").required
    assert "Заповнити на сайті" in client.get(page.get_url()).content.decode()


def test_the_list_has_filters(editor):
    topic = SampleTopic.objects.create(name="Дороги")
    fillable("З шаблоном", topic=topic, purpose="complaint")
    sample("Без бланка")
    sample("З бланком", blank_docx=word_document("Текст"))
    address = reverse("samples:index")

    def shown(**query):
        page = editor.get(address, query).content.decode()
        return {title for title in ("З шаблоном", "Без бланка", "З бланком") if title in page}

    assert shown() == {"З шаблоном", "Без бланка", "З бланком"}
    assert shown(topic=topic.pk) == {"З шаблоном"}
    assert shown(purpose="complaint") == {"З шаблоном"}
    assert shown(way="online") == {"З шаблоном"}
    assert shown(way="no_blank") == {"З шаблоном", "Без бланка"}
    assert len(shown(way="no_sample")) == 3
    for query in (
        {"topic": "x"},
        {"way": "\x00"},
        {"due": "вчора"},
        {"q": "зразок"},
        {"ordering": "topic"},
        {"p": "x"},
    ):
        assert editor.get(address, query).status_code in (200, 404), query


def test_the_template_can_be_checked_and_tried(editor):
    page = fillable()
    assert reverse("check_template", args=[page.pk]) in editor.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    said = editor.get(reverse("check_template", args=[page.pk])).content.decode()
    assert "Із шаблоном усе гаразд" in said
    assert "Ваше ім’я" in said
    trial = editor.get(reverse("try_template", args=[page.pk]))
    assert words_of(trial.content)[1] == "Від: [Ваше ім’я]"


def test_the_check_tells_what_is_wrong(editor):
    page = sample(template_docx=word_document("{{ піб }} {% if x %}"), rows=[{"key": "зайве", "label": "Зайве"}])
    said = editor.get(reverse("check_template", args=[page.pk])).content.decode()
    assert "Шаблон не готовий" in said
    assert "зайве" in said
    assert editor.get(reverse("try_template", args=[page.pk])).status_code == 404
    empty = sample()
    assert "ще немає шаблону" in editor.get(reverse("check_template", args=[empty.pk])).content.decode()
    assert editor.get(reverse("try_template", args=[empty.pk])).status_code == 404


def test_only_those_who_edit_the_page_may_check_it(client, signed_in):
    page = fillable()
    for name in ("check_template", "try_template"):
        address = reverse(name, args=[page.pk])
        assert client.get(address).status_code == 302
        assert signed_in(factories.official()).get(address).status_code in (302, 403)
        assert signed_in(factories.resident()).get(address).status_code in (302, 403)
        assert signed_in(factories.editor()).get(reverse(name, args=[2**63])).status_code == 404


@pytest.mark.parametrize(
    ("key", "kind"), [("дата_видачі", "date"), ("контактний_телефон", "phone"), ("ulytsia", "text")]
)
def test_kinds_are_guessed_from_names(key, kind):
    assert guess(key, 0).kind == kind


def test_the_words_of_the_help_tell_how_to_make_a_template(editor):
    page = editor.get(f"/admin/pages/add/cms/samplepage/{library().pk}/").content.decode()
    assert "{{ full_name }}" in page
