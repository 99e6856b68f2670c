"""What people do in a story, in one word each: sign in, fill the form, press its button, follow by the slip, open a letter."""

import re

from allauth.account.models import EmailAddress

from tests.factories import PASSWORD

LINK = re.compile(r"https?://\S+")


def fill(page, **fields):
    """Fill the page's form: text, a choice (of a list or of radio buttons), a tick (True), a file (as Playwright takes it)."""
    for name, value in fields.items():
        inputs = page.locator(f"main form[method=post] [name={name}]")
        kind = inputs.first.evaluate("node => node.type")
        if kind == "radio":
            inputs.and_(page.locator(f"[value='{value}']")).check()
        elif kind == "checkbox":
            inputs.first.set_checked(value)
        elif kind == "file":
            inputs.first.set_input_files(value)
        elif kind == "select-one":
            inputs.first.select_option(value)
        else:
            inputs.first.fill(value)


def press(page):
    """Press the main button of the page's form and wait for what comes."""
    with page.expect_navigation():
        page.locator("main form[method=post] button.btn:not([name])").last.click()


def sign_in(page, user):
    """Sign in as people do, by e-mail and password; the address was confirmed long ago."""
    EmailAddress.objects.get_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    page.goto("/oblikovyi-zapys/login/")
    fill(page, login=user.email, password=PASSWORD)
    press(page)


def step(page, event, **fields):
    """From the staff's screen of a case: press the button of a transition, fill its form, send it."""
    page.locator(f"[data-event={event}]").click()
    fill(page, **fields)
    press(page)


def can(page, event):
    """Whether the staff's screen of a case offers this transition."""
    return page.locator(f"[data-event={event}]").count() == 1


def open_case(page, number):
    """Find the case in the inbox of staff and open it."""
    page.goto("/admin/vkhidni/?tab=all")
    page.get_by_role("link", name=number).first.click()
    page.locator(".staff-case").wait_for()


def read_slip(page):
    """The number and the secret code of the receipt on the page."""
    return page.locator(".receipt__number").inner_text(), page.locator(".receipt__code").inner_text()


def follow(page, number, code):
    """Find a case as its applicant does: number and code, no account."""
    page.goto("/sprava/")
    fill(page, number=number, code=code)
    press(page)


def act(page, event, **fields):
    """From the applicant's page of a case: press a button, fill its form, send it."""
    page.locator(f"main a[href$='/diia/{event}/']").click()
    fill(page, **fields)
    press(page)


def words_of(letter):
    """The text of a letter."""
    return letter.get_body(("plain",)).get_content()


def link_in(letter, part):
    """The first address in a letter that contains `part`."""
    return next(link for link in LINK.findall(words_of(letter)) if part in link)


def wrong_fields(page):
    """The names of the inputs beside which the form shows a message."""
    return {node.get_attribute("name") for node in page.locator("main [aria-invalid=true]").all()}


def subjects(letters):
    """The subjects of letters."""
    return [letter["subject"] for letter in letters]
