"""Without a mouse: a request from the front page to the receipt, and on every kind of page a focus that moves and shows."""

import pytest

from casework.models import Case
from tests.browser import pages

pytestmark = pytest.mark.once

FOCUS = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const look = getComputedStyle(node), box = node.getBoundingClientRect();
  const ring = (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== "none";
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  node.dataset.met = Number(node.dataset.met || 0) + 1;
  return {name: node.outerHTML.slice(0, 120), ring, inside, met: Number(node.dataset.met)};
}"""
MOST = 400


def walk_by_tab(page):
    """Press Tab from the top to the end of the page; return (how many stops, what is wrong with them)."""
    wrong, stops = [], 0
    for _ in range(MOST):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None or (focus["met"] > 1 and stops > 1):
            return stops, wrong + ([f"a trap at {focus['name']}"] if focus and focus["met"] > 2 else [])
        stops += 1
        wrong += [f"no ring: {focus['name']}"] * (not focus["ring"]) + [f"out of sight: {focus['name']}"] * (
            not focus["inside"]
        )
    return stops, [*wrong, "Tab never came to the end"]


def reachable(page):
    """How many things of the page can be reached: a group of radio buttons is one stop."""
    return page.evaluate(
        """() => {
          const seen = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
            .filter(node => node.checkVisibility({visibilityProperty: true}) && !node.disabled && node.tabIndex >= 0
              && node.type !== "hidden");
          const groups = new Set(seen.filter(node => node.type === "radio").map(node => node.name));
          return seen.filter(node => node.type !== "radio").length + groups.size;
        }"""
    )


@pytest.mark.parametrize("title", ["home", "request form", "register", "summary", "receipt", "request answered"])
def test_tab_leads_through_everything_and_out_again(window, community, title):
    page = window()
    page.goto(pages.public()[title])
    stops, wrong = walk_by_tab(page)
    assert not wrong, "\n".join(wrong)
    assert stops >= reachable(page)


def test_the_skip_link_saves_the_menu(window, community, tab_to):
    page = window()
    page.goto("/zvernennia/zapyt/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_request_is_filed_with_tab_enter_and_space(window, community, tab_to, scripts):
    page = window(scripts=scripts)
    page.goto("/")
    tab_to(page.locator("main a[href='/zvernennia/zapyt/']").first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zvernennia/zapyt/")
    for name, words in (("name", "Дарина Клименко"), ("email", "daryna@example.org"), ("description", "Скільки лип?")):
        tab_to(page.locator(f"main [name={name}]"))
        page.keyboard.type(words)
    tab_to(page.locator("[name=delivery]").first)
    page.keyboard.press("Space")
    tab_to(page.locator("[name=publish_name]"))
    page.keyboard.press("Space")
    tab_to(page.locator("main form.form button.btn"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/sprava/talon/**")
    case = Case.objects.latest("pk").specific
    assert case.number in page.locator(".receipt__number").inner_text()
    assert (case.applicant.name, case.text, case.applicant.publish_name) == ("Дарина Клименко", "Скільки лип?", True)
