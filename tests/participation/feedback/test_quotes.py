"""Quotes: the very words, shown without a name, and only while their author agrees."""

import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from core.models import Letter
from participation.feedback import services
from participation.feedback.models import Quote
from participation.feedback.rules import NotAllowed
from participation.feedback.services.quoting import is_from, quote_of, token_of
from tests.factories import head, official, press_officer
from tests.participation.feedback.making import corrected, draft_over

pytestmark = pytest.mark.django_db
WORDS = "Стояли на дощі дві години, зайти нікуди."
LETTER = f"Добрий день! {WORDS} Моя адреса вулиця Садова, 5. Зробіть навіс."


@pytest.fixture
def draft(clock):
    """A draft over six letters of one theme; the first one is quoted."""

    class Draft:
        boss, composer = head(), official()
        summary, theme, cases = draft_over(6, actor=composer, text=LETTER, email="person{}@example.org")

        def choose(self, text=WORDS, case=0, **fields):
            return services.choose_quote(
                self.summary, self.theme, self.cases[case], text=text, actor=self.boss, **fields
            )

        def publish(self):
            self.summary = services.submit(self.summary, actor=self.composer)
            self.summary = services.approve(self.summary, actor=self.boss)
            self.summary = services.publish(self.summary, actor=self.boss)
            return self.summary

    return Draft()


def page_of(client, summary):
    return client.get(reverse("feedback:detail", args=[summary.slug])).content.decode()


@pytest.mark.parametrize(
    ("words", "is_theirs"),
    [
        (WORDS, True),
        ("стояли на дощі", True),
        ("Стояли на дощі … Зробіть навіс.", True),
        ("Стояли на дощі […] навіс.", True),
        ("Зробіть навіс … Стояли на дощі", False),
        ("Стояли на морозі", False),
        ("…", False),
        ("", False),
    ],
)
def test_a_quote_is_word_for_word(words, is_theirs):
    assert is_from(words, LETTER) is is_theirs


def test_words_that_nobody_wrote_are_refused(draft):
    with pytest.raises(ValidationError):
        draft.choose("Усе чудово.")
    assert not Quote.objects.exists()


def test_the_public_edition_may_be_quoted_as_well(draft):
    type(draft.cases[0]).objects.update(public_text="Навіс біля школи дуже потрібен.")
    draft.cases[0].refresh_from_db()
    assert draft.choose("Навіс біля школи").text == "Навіс біля школи"


def test_the_case_must_speak_to_the_theme(draft):
    services.place_cases(draft.summary, draft.theme, [draft.cases[0].pk], actor=draft.boss, remove=True)
    with pytest.raises(NotAllowed):
        draft.choose()


def test_who_does_not_read_letters_chooses_no_quotes(draft):
    with pytest.raises(NotAllowed):
        services.choose_quote(draft.summary, draft.theme, draft.cases[0], text=WORDS, actor=press_officer())


@pytest.mark.parametrize("answer", [None, "asked", "no"])
def test_without_consent_the_words_are_shown_nowhere(draft, client, answer):
    quote = draft.choose()
    if answer:
        services.ask_consent(quote, actor=draft.boss)
    if answer == "no":
        services.answer_consent(quote, given=False)
    summary = draft.publish()
    for name in ("detail", "json", "press", "press_text"):
        assert "Стояли на дощі" not in client.get(reverse(f"feedback:{name}", args=[summary.slug])).content.decode()
    assert not draft.theme.quotes.exists()
    services.answer_consent(quote, given=True)
    assert "Стояли на дощі" not in page_of(client, summary)  # the published version does not change any more


def test_the_letter_asks_and_the_button_answers(draft, client):
    quote = draft.choose()
    for _click in range(2):
        services.ask_consent(quote, actor=draft.boss)
    letter = Letter.objects.get(kind="feedback/quote")
    assert letter.recipient == "person0@example.org"
    assert WORDS in letter.text
    assert draft.cases[0].number in letter.subject
    link = re.search(r"http://testserver(\S+/zghoda/\S+)", letter.text)[1]
    assert WORDS in client.get(link).content.decode()
    quote.refresh_from_db()
    assert quote.consent == "asked"
    assert client.post(link, {"answer": "maybe"}).status_code == 200
    assert client.post(link, {"answer": "yes"}).status_code == 302
    quote.refresh_from_db()
    assert (quote.consent, quote.recorded_by) == ("given", None)
    summary = draft.publish()
    page = page_of(client, summary)
    assert WORDS in page
    assert "person0@example.org" not in page
    data = json.loads(client.get(reverse("feedback:json", args=[summary.slug])).content)
    assert data["themes"][0]["quotes"] == [WORDS]


def test_taking_the_consent_back_hides_the_words_at_once_in_every_version(draft, client):
    quote = draft.choose()
    services.answer_consent(quote, given=True)
    summary = draft.publish()
    corrected(summary, draft.composer, change=lambda draft: None)
    first = reverse("feedback:version", args=[summary.slug, 1])
    for address in (first, reverse("feedback:detail", args=[summary.slug])):
        assert WORDS in client.get(address).content.decode()
    client.post(reverse("feedback:consent", args=[token_of(quote)]), {"answer": "no"})
    for address in (first, reverse("feedback:detail", args=[summary.slug])):
        assert WORDS not in client.get(address).content.decode()


def test_other_words_need_another_consent(draft):
    quote = draft.choose()
    services.answer_consent(quote, given=True)
    old = token_of(quote)
    quote = draft.choose("Зробіть навіс.")
    assert quote.consent == "not_asked"
    assert Quote.objects.count() == 1
    assert quote_of(old) is None


def test_published_words_are_not_changed_under_their_consent(draft):
    services.answer_consent(draft.choose(), given=True)
    summary = draft.publish()
    draft.summary = services.correct(summary, actor=draft.composer, reason="Уточнення")
    draft.theme = draft.summary.themes.get()
    with pytest.raises(NotAllowed):
        draft.choose("Зробіть навіс.")


def test_who_left_no_address_is_asked_in_person(draft):
    quote = draft.choose(case=0)
    draft.cases[0].applicant.__class__.objects.update(email="")
    with pytest.raises(NotAllowed):
        services.ask_consent(quote, actor=draft.boss)
    with pytest.raises(NotAllowed):
        services.record_consent(quote, actor=draft.boss, given=True, how=" ")
    quote = services.record_consent(quote, actor=draft.boss, given=True, how="телефоном 23 листопада")
    assert (quote.consent, quote.recorded_by) == ("given", draft.boss)


def test_a_contribution_that_leaves_the_theme_takes_its_quote_along(draft):
    quote = draft.choose()
    services.place_cases(draft.summary, draft.theme, [draft.cases[0].pk], actor=draft.boss, remove=True)
    assert not Quote.objects.filter(pk=quote.pk).exists()
    draft.choose(case=1)
    services.remove_cases(draft.summary, [draft.cases[1].pk], actor=draft.boss)
    draft.choose(case=2)
    services.discard_summary(draft.summary, actor=draft.composer)
    assert not Quote.objects.exists()


def test_the_database_knows_one_quote_of_a_case_and_no_answer_without_a_moment(draft):
    quote = draft.choose()
    for broken in ({"consent": "given"}, {"consent": "perhaps"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Quote.objects.filter(pk=quote.pk).update(**broken)
    with pytest.raises(IntegrityError), transaction.atomic():
        Quote.objects.create(series=quote.series, case=quote.case, text="Ще")


@pytest.mark.parametrize("token", ["nonsense", "x" * 500, "a:b:c"])
def test_a_forged_link_is_told_so(client, db, token):
    assert client.get(reverse("feedback:consent", args=[token])).status_code == 404


def test_the_screens(draft, signed_in):
    browser, args = signed_in(draft.boss), [draft.summary.pk, draft.theme.pk]
    listed = reverse("feedback_staff:quotes", args=args)
    assert draft.cases[0].number in browser.get(listed).content.decode()
    form = reverse("feedback_staff:quote", args=[*args, draft.cases[0].pk])
    assert browser.post(form, {"text": "Не їхні слова"}).status_code == 422
    assert browser.post(form, {"text": WORDS}).status_code == 302
    quote = Quote.objects.get()
    names = {name: reverse(f"feedback_staff:{name}", args=[*args, quote.pk]) for name in ("quote_ask", "quote_drop")}
    assert browser.get(names["quote_ask"]).status_code == 405
    assert browser.post(names["quote_ask"]).status_code == 302
    assert Letter.objects.filter(kind="feedback/quote").count() == 1
    answer = reverse("feedback_staff:quote_answer", args=[*args, quote.pk])
    assert browser.post(answer, {"given": "yes"}).status_code == 422
    assert browser.post(answer, {"given": "yes", "how": "у залі"}).status_code == 302
    assert Quote.objects.get().is_given
    browser.post(names["quote_drop"])
    assert not Quote.objects.exists()
    assert signed_in(press_officer()).get(listed).status_code != 200
    assert signed_in(official()).get(listed).status_code == 404
