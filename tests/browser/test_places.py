"""Places and the mobile centre in a real browser: the map only when asked and allowed, the schedule by keyboard on a phone."""

from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from django.utils import timezone
from wagtail.models import Site

from cms import mobile
from cms.models import SiteSettings
from tests import factories
from tests.cms.places.make import place, visit

TILE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
def tiles():
    """A server of tiles on this machine; `tiles.asked` are the paths it was asked for."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.end_headers()
            self.wfile.write(TILE)

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.asked = asked
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def two_places():
    for title, latitude in (("Центр", "49.23"), ("Село", "49.30")):
        place(title, latitude=latitude, longitude="28.46", address="вул. Миру, 3")


def hosts(page):
    """Collect the hosts that the page asks."""
    found = set()
    page.on("request", lambda request: found.add(urlsplit(request.url).netloc))
    return found


def test_without_tiles_nothing_foreign_is_asked_and_there_is_no_map(site, page, fits):
    two_places()
    asked = hosts(page)
    page.goto("/tsentry/")
    assert page.get_by_role("heading", name="Центр").count() >= 1
    assert page.get_by_role("button", name="Показати карту").count() == 0
    assert asked == {urlsplit(site.url).netloc}
    fits(page)


def test_the_map_comes_when_it_is_asked_for_by_keyboard(site, window, tiles, tab_to, axe, fits):
    two_places()
    address = f"http://127.0.0.1:{tiles.server_address[1]}"
    settings, _made = SiteSettings.objects.get_or_create(site=Site.objects.get(is_default_site=True))
    settings.map_tiles_url, settings.map_attribution = f"{address}/{{z}}/{{x}}/{{y}}.png", "© Карта"
    settings.save()
    page = window(width=320)
    page.goto("/tsentry/")
    button = page.get_by_role("button", name="Показати карту")
    button.wait_for()
    assert not tiles.asked
    tab_to(button)
    page.keyboard.press("Enter")
    marker = page.locator(".places-map__pin")
    marker.first.wait_for()
    page.locator(".leaflet-tile-loaded").first.wait_for()
    assert marker.all_inner_texts() == ["1", "2"]
    assert tiles.asked
    tab_to(marker.first)
    page.keyboard.press("Enter")
    page.locator(".leaflet-popup a[href]", has_text="Село").or_(
        page.locator(".leaflet-popup a[href]", has_text="Центр")
    ).first.wait_for()
    axe(page)
    fits(page)


def test_my_settlement_is_chosen_without_scripts_on_a_phone(site, window, fits):
    village, today = factories.settlement("Вербівка"), timezone.localdate()
    row = mobile.confirm(visit(today, stops=[(village, "0:01", "23:59")]), actor=factories.desk_operator())
    mobile.cancel(row, actor=factories.desk_operator(), reason="Хуртовина")
    visit(today, on=row.route, stops=[(village, "0:02", "23:59")])
    page = window(width=320, scripts=False)
    page.goto("/mobilnyi-tsnap/")
    page.get_by_label("Мій населений пункт").select_option(label="Вербівка")
    page.get_by_role("button", name="Показати").click()
    assert page.get_by_role("heading", name="Наступний виїзд: Вербівка").is_visible()
    assert f"settlement={village.pk}" in page.url
    assert page.locator("tr.is-off").inner_text().count("скасовано") == 1
    assert "Хуртовина" in page.locator("tr.is-off").inner_text()
    fits(page)
