"""Photograph the running demo site into docs/screenshots; every picture stays under 200 kB.

make run &                                     the demo site must be running
make screenshots URL=http://127.0.0.1:8000
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.support.chromium import FLAGS, executable  # noqa: E402  (the project's folder must be known first)

FOLDER = ROOT / "docs" / "screenshots"
PASSWORD = "Zrazkova-hromada-2026"
MOST_BYTES = 200_000
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 740}


def main(url):
    """Take every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        visitor = window(browser, url)
        visit(visitor, "/", "front")
        visit(visitor, "/zvernennia/zapyt/", "request")
        visit(visitor, "/uchast/pidsumky/", "summary", first=".card a, main li a")
        visit(window(browser, url, viewport=PHONE, color_scheme="dark"), "/", "phone")
        resident = window(browser, url, sign_in_as="hanna@example.org")
        visit(resident, "/kabinet/", "tracking", first='main a[href*="/sprava/"]')
        official = window(browser, url, sign_in_as="head@example.org")
        visit(official, "/admin/vkhidni/", "inbox")
        visit(official, "/admin/vkhidni/", "case", first='main a[href*="/sprava/"]')
        browser.close()


def window(browser, url, *, sign_in_as=None, viewport=WIDE, color_scheme="light"):
    """Open a window, signed in when asked."""
    context = browser.new_context(base_url=url, viewport=viewport, color_scheme=color_scheme, locale="uk-UA")
    page = context.new_page()
    if sign_in_as:
        page.goto("/oblikovyi-zapys/login/")
        page.locator("input[name=login]").fill(sign_in_as)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("input[name=password]").press("Enter")
        page.wait_for_url(lambda address: "/login/" not in address)
    return page


def visit(page, address, name, *, first=""):
    """Go to an address, follow the first link that matches `first`, photograph what is seen."""
    page.goto(address)
    if first:
        link = page.locator(first).first
        if link.count():
            page.goto(link.get_attribute("href"))
    picture = Image.open(io.BytesIO(page.screenshot()))
    save(picture, FOLDER / f"{name}.png")


def save(picture, path):
    """Write a PNG with as many colours as fit."""
    for colours in (256, 128, 64, 32):
        picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size < MOST_BYTES:
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB, {colours} colours")
            return


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
