"""The demo site, walked link by link: every link leads somewhere, reading changes nothing, every page is whole."""

import re
from collections import deque

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.support.walking import links_of, shape

WRITES = re.compile(r"""^\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)""", re.IGNORECASE)
# Facts are never changed by reading. Wagtail's bookkeeping (picture sizes, who edits now, exports noted in the log) may be,
# so may the visitor's session, and the counters of readings and of looks at a draft, which keep no personal data.
FACTS = ("accounts_", "casework_", "cms_", "core_", "feedback_", "home_", "inquiries_", "wagtailcore_page")
COUNTERS = {"cms_dailyviews", "cms_previewlink", "core_ratecounter", "wagtailcore_pagesubscription"}
MOST = 120


def walk(client, start, allowed):
    """Follow links from `start`; yield (address, where it was found, response, SQL that wrote)."""
    seen, waiting = {shape(start)}, deque([(start, "")])
    while waiting and len(seen) - len(waiting) < MOST:
        address, source = waiting.popleft()
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
        yield address, source, response, [query["sql"] for query in captured if forbidden(query["sql"])]
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            for target in links_of(address, response.content.decode()):
                if shape(target) not in seen and allowed(target):
                    seen.add(shape(target))
                    waiting.append((target, address))


def forbidden(sql):
    found = WRITES.match(sql)
    return found and found[1].startswith(FACTS) and found[1] not in COUNTERS


def faults(address, source, response, writes):
    """Yield what is wrong with one answer."""
    if response.status_code not in (200, 302):
        yield f"{address} (linked from {source}) answered {response.status_code}"
    if writes:
        yield f"reading {address} wrote: {writes[0][:160]}"
    if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
        html = response.content.decode()
        if not re.search(r"<html[^>]*\slang=", html):
            yield f"{address} does not say its language"
        if not re.search(r"<title>\s*\S", html):
            yield f"{address} has no title"
        if "{{" in html or "{%" in html:
            yield f"{address} prints template code"


def public(address):
    return not address.startswith(("/admin/", "/django-admin/", "/media/"))


def staff(address):
    """Leave out the way out, what the web server serves, and the addresses of Wagtail that its scripts complete."""
    return "logout" not in address and not address.startswith(("/admin/bulk/", "/media/"))


@pytest.mark.django_db
@pytest.mark.parametrize("start", ["/", "/en/"])
def test_a_visitor_finds_no_dead_end(demo, start):
    found = [fault for visit in walk(Client(), start, public) for fault in faults(*visit)]
    assert not found, "\n".join(found)


@pytest.mark.django_db
@pytest.mark.parametrize("mailbox", ["hanna", "official", "head", "editor", "desk", "admin"])
def test_nobody_who_is_signed_in_finds_one_either(demo, mailbox):
    client = Client()
    client.force_login(User.objects.get(email=f"{mailbox}@example.org"))
    start = "/kabinet/" if mailbox == "hanna" else "/admin/"
    found = [fault for visit in walk(client, start, staff) for fault in faults(*visit)]
    assert not found, "\n".join(found)
