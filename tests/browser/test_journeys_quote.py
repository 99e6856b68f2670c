"""A suggestion, its quote, the author's consent by the letter's button, the summary, the leaflet. In a real browser."""

from core.pdf import PdfUnavailableError, library
from participation.feedback import services
from participation.feedback.models import Quote
from tests import factories
from tests.browser.stories import fill, link_in, press, sign_in
from tests.participation.feedback.making import draft_over

WORDS = "Нема де сісти людям із ціпком."


def test_words_are_shown_only_after_their_author_agreed(window, site, smtp_sink):
    centre = factories.unit("Відділ ЦНАП")
    composer = factories.official(email="official@hromada.example.org", unit=centre)
    boss = factories.head(email="head@hromada.example.org")
    village = factories.settlement("Вербівка")
    draft, theme, _cases = draft_over(
        6, actor=composer, unit=centre, settlement=village, text=f"Добрий день! {WORDS}", email="person{}@example.org"
    )

    office = window(scripts=False)
    sign_in(office, composer)
    office.goto(f"/admin/pidsumky/{draft.pk}/tema/{theme.pk}/tsytaty/")
    office.get_by_role("link", name="Вибрати цитату").first.click()
    fill(office, text=WORDS)
    press(office)
    with office.expect_navigation():
        office.get_by_role("button", name="Запитати листом").click()
    quote = Quote.objects.get()
    assert quote.consent == "asked"

    author = window(scripts=False, width=320)
    author.goto(link_in(smtp_sink.to(quote.case.applicant.email)[-1], "/zghoda/"))
    assert WORDS in author.locator("main").inner_text()
    with author.expect_navigation():
        author.get_by_role("button", name="Так, покажіть").click()
    assert "Ви погодилися" in author.locator("main").inner_text()

    summary = services.approve(services.submit(draft, actor=composer), actor=boss)
    summary = services.publish(summary, actor=boss)
    reader = window(scripts=False)
    reader.goto(f"/uchast/pidsumky/{summary.slug}/")
    shown = reader.locator("main").inner_text()
    assert WORDS in shown
    assert "person0@example.org" not in shown
    reader.get_by_role("link", name="Листівка для вашого населеного пункту").click()
    leaflet = reader.get_by_role("link", name="Вербівка").get_attribute("href")
    answer = reader.request.get(site.url + leaflet)
    assert answer.status == 200
    assert answer.headers["content-type"] == kind_of_leaflet()


def kind_of_leaflet():
    """PDF, or a page to print where the server cannot make it."""
    try:
        library()
    except PdfUnavailableError:
        return "text/html; charset=utf-8"
    return "application/pdf"
