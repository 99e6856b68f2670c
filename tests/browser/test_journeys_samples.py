"""A person finds a sample, fills it in and takes the file away: without scripts, by keyboard, on a phone."""

import io

from docx import Document

ANSWERS = {
    "піб": "Ґалаґан Єва Іллівна",
    "адреса": "с. Вербівка, вул. Шкільна, 1",
    "суть": "Міст хитається.\nДіти бояться.",
    "прошу": "полагодити міст",
    "дата": "2026-11-23",
    "установа": "Голові Зразкової громади",
}


def saved(page, button):
    """Press the button by keyboard and return the bytes of the file that comes."""
    button.focus()
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    with open(coming.value.path(), "rb") as file:
        return file.read()


def test_a_sample_is_found_filled_in_and_downloaded_without_scripts(window, community, fits, complaints, tab_to):
    page = window(scripts=False, width=320, accept_downloads=True)
    page.goto("/zrazky/")
    page.get_by_label("Слова").fill("ПРОПОЗИЦІЯ")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Пропозиція (зауваження)").click()
    page.get_by_role("link", name="Заповнити на сайті").click()
    page.wait_for_url("**/zapovnyty/", wait_until="load")
    fits(page)
    prepare = page.get_by_role("button", name="Підготувати документ")
    page.locator('[name="zrazok-піб"]').fill("Ґалаґан Єва Іллівна")
    prepare.click()
    assert page.locator("[data-summary] li").count() == 6
    assert page.locator('[name="zrazok-піб"]').input_value() == "Ґалаґан Єва Іллівна"
    for key in ("установа", "адреса", "суть", "прошу", "дата"):
        page.locator(f'[name="zrazok-{key}"]').fill(ANSWERS[key])
    radio = page.get_by_label("електронною поштою")
    radio.focus()
    page.keyboard.press("Space")
    tab_to(prepare)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Ваш документ готовий").wait_for()
    fits(page)
    data = saved(page, page.get_by_role("button", name="Завантажити DOCX"))
    text = "\n".join(part.text for part in Document(io.BytesIO(data)).paragraphs)
    assert "Міст хитається.\nДіти бояться." in text
    assert "23 листопада 2026 року" in text
    page.get_by_role("button", name="Змінити відповіді").click()
    assert page.locator('[name="zrazok-прошу"]').input_value() == "полагодити міст"
    complaints[:] = [complaint for complaint in complaints if "422" not in complaint]


def test_explanations_print_with_their_numbers(page, community):
    page.goto("/zrazky/skarha/")
    assert page.locator(".explained__frame").count() == page.locator(".explained__notes > li").count() == 9
    page.emulate_media(media="print")
    assert page.locator(".explained__notes").is_visible()
    assert page.locator(".explained__sheet img").is_visible()
    assert not page.get_by_role("link", name="Заповнити на сайті").is_visible()
