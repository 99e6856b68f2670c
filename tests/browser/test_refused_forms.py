"""What a person meets when something went wrong: pages that are not there, forms that come back with messages."""

import pytest

from tests.browser import pages

WRONG = {
    "request without a word": ("/zvernennia/zapyt/", {}, 3),
    "suggestion without text": ("/zvernennia/propozytsiia/", {"email": "не адреса"}, 2),
    "wrong code": ("/sprava/", {"number": "ЗПІ-2026-00001", "code": "AAAA-AAAA-AAAA"}, 1),
    "sign-up without a word": ("/oblikovyi-zapys/signup/", {}, 1),
    "wrong password": ("/oblikovyi-zapys/login/", {"login": "hanna@example.org", "password": "не той"}, 1),
}


def send(page, fields):
    """Fill the form of the page and press its button."""
    form = page.locator("main form[method=post]").first
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("button:not([name])").last.click()
    page.locator("[data-summary]").wait_for()
    return form


@pytest.mark.parametrize("width", [1280, 320])
def test_public_forms_come_back_with_messages_that_everybody_can_read(window, axe, fits, community, complaints, width):
    page = window(width=width, dark=width == 320)
    for title, (address, fields, least) in WRONG.items():
        page.goto(address)
        send(page, fields)
        assert page.locator("[data-summary] li").count() >= least, title
        axe(page)
        fits(page)
        leads_to_fields(page, title)
    complaints[:] = [complaint for complaint in complaints if "422" not in complaint and "400" not in complaint]


def leads_to_fields(page, title):
    """Every link of the list of errors leads to an input of this page that says it is wrong."""
    for link in page.locator("[data-summary] a").all():
        target = page.locator(link.get_attribute("href"))
        assert target.count() == 1, f"{title}: {link.inner_text()}"
        assert target.get_attribute("aria-invalid") == "true" or target.get_attribute("type") in ("radio", "checkbox")


def test_a_refusal_without_its_grounds_is_sent_back_to_the_official(window, axe, community, complaints):
    case = pages.case_in("in_work", procedure="request")
    page = window(user=case.assignee)
    page.goto(f"/admin/sprava/{case.pk}/draft/")
    page.locator("[name=kind][value=refused]").check()
    send(page, {"text": "Відмовляємо."})
    wrong = {field.get_attribute("name") for field in page.locator("[aria-invalid=true]").all()}
    assert {"ground", "reasons"} <= wrong
    assert page.locator("[name=text]").input_value() == "Відмовляємо."
    axe(page)
    complaints.forgive("422")


def test_the_desk_is_told_what_is_missing(window, axe, community, complaints):
    page = window(user=pages.person("desk"), dark=True)
    page.goto("/admin/pryiom/request/")
    send(page, {"name": "Параска"})
    assert page.locator("[name=consent][aria-invalid=true]").count() == 1
    axe(page)
    complaints.forgive("422")


def test_what_is_not_there_or_not_yours_looks_alike_and_leads_on(window, axe, fits, community, complaints):
    page = window(width=320)
    case = pages.case_in("in_work")
    said = set()
    for address in ("/nema-takoi/", f"/sprava/{case.number}/", "/sprava/ЗПІ-2026-99999/", "/sprava/vhid/vyhadanyi/"):
        assert page.goto(address).status == 404
        axe(page)
        fits(page)
        said.add(page.locator("main").inner_text())
        assert page.locator("main a").count()
    assert len(said) == 1
    complaints.forgive("404")


def test_strangers_are_led_to_sign_in_and_residents_out_of_the_staff_s_rooms(window, axe, community, complaints):
    page = window()
    page.goto("/admin/vkhidni/")
    assert "/oblikovyi-zapys/login/" in page.url
    page = window(user=pages.person("hanna"))
    assert page.goto("/admin/vkhidni/").status == 403
    axe(page)
    complaints.forgive("403")
