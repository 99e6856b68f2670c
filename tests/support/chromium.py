"""Finding Chromium, watching what it complains about, and asking axe."""

import os
import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
EDITOR = re.compile(r"/admin/pages/(add|\d+/edit)/")
SETTLED = """() => Promise.race([
  Promise.allSettled(document.getAnimations().map(animation => animation.finished)),
  new Promise(enough => setTimeout(enough, 1500)),
])"""
OF_LOOKS = ["color-contrast", "target-size"]


def executable():
    """Return the path of a Chromium; skip the test where there is none, or fail it under REQUIRE_BROWSER=1."""
    named = os.environ.get("CHROMIUM", "")
    found = named if Path(named).is_file() else next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return found
    reason = "No Chromium on this machine: `apt-get install chromium`, or set CHROMIUM to its path."
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    return pytest.skip(reason)


class Complaints(list):
    """What a browser complained about: console errors (refusals of the content policy among them), script errors, 5xx.

    A test that means to meet an error page takes its complaint away with `forgive("404")`. The page editor saves by itself
    while somebody types; a row that is half written is answered with 400 and saved a moment later: no complaint.
    """

    def watch(self, context):
        """Collect from every page of `context`."""
        context.on("console", self.hear)
        context.on("weberror", lambda problem: self.append(f"script: {problem.error}"))
        context.on("response", lambda reply: reply.status >= 500 and self.append(f"{reply.status}: {reply.url}"))

    def hear(self, message):
        """Note an error of the console."""
        half_written = "400" in message.text and EDITOR.search(message.location["url"])
        if message.type == "error" and not half_written:
            self.append(f"console: {message.text} ({message.location['url']})")

    def forgive(self, part):
        """Forget the complaints that contain `part`; fail if there is none, for then the test is mistaken."""
        forgiven = [complaint for complaint in self if part in complaint]
        assert forgiven, f"nothing complained of {part!r}"
        self[:] = [complaint for complaint in self if part not in complaint]


def axe_violations(page, *, without=(), only_looks=False):
    """Return axe's report of WCAG 2.2 AA violations on `page`, empty when there is none.

    `without` names parts of the page that are not ours (CSS selectors). `only_looks` asks only the rules whose answer depends
    on colours and width, for a page that was asked everything in another scheme or width. What still fades in is waited for.
    """
    page.evaluate(SETTLED)
    context = {"exclude": [[selector] for selector in without]} if without else None
    asked = {"type": "rule", "values": OF_LOOKS} if only_looks else {"type": "tag", "values": WCAG_AA}
    options = {"runOnly": asked, "resultTypes": ["violations"]}
    is_there = page.evaluate("typeof axe === 'object'")
    results = Axe("" if is_there else AXE_SCRIPT).run(page, context=context, options=options)
    return results.generate_report() if results.violations_count else ""
