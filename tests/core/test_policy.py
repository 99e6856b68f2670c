"""Policies of the browser, the log of staff actions, system checks, and production settings that refuse to start."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.core.checks import run_checks
from django.urls import reverse
from wagtail.models import ModelLogEntry

from core import audit
from core.models import CalendarDay
from tests.factories import superuser

ROOT = Path(configured.BASE_DIR)
GOOD = {
    "SECRET_KEY": "k3y-of-a-public-site-0123456789-abcdefghij-ABCDEFGHIJ-xyz",
    "ALLOWED_HOSTS": "cnap.example,www.cnap.example",
    "EMAIL_URL": "smtp://mail.example:25",
}


def directives(response):
    """The policy as {directive: sources}."""
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in parts}


# --- browser ---------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/en/", "/nema/", "/oblikovyi-zapys/login/", "/documents/1/x/"])
def test_public_pages_run_nothing_inline(client, address):
    policy = directives(client.get(address))
    for name in ("default-src", "script-src", "style-src"):
        assert "unsafe" not in policy[name]
        assert "*" not in policy[name]
    assert policy["object-src"] == "'none'"
    assert policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == "'self'"


@pytest.mark.django_db
def test_an_address_that_only_looks_like_the_staffs_is_public(client):
    for address in ("/administration/", "/en/admin/", "/xadmin/", "//admin/"):
        assert "unsafe-inline" not in client.get(address)["Content-Security-Policy"]


@pytest.mark.django_db
def test_staff_screens_get_what_wagtail_needs_and_no_more(signed_in):
    policy = directives(signed_in(superuser()).get(reverse("wagtailadmin_home")))
    assert policy["script-src"] == policy["style-src"] == "'self' 'unsafe-inline'"
    assert policy["default-src"] == "'self'"
    assert "unsafe-eval" not in str(policy)
    assert "unsafe-inline" not in directives(signed_in(superuser()).get(reverse("admin:index")))["script-src"]


@pytest.mark.django_db
def test_other_policies_are_strict(client):
    response = client.get("/oblikovyi-zapys/login/")
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert "publickey-credentials-get=(self)" in response["Permissions-Policy"]
    for cookie in response.cookies.values():
        assert cookie["samesite"] == "Lax"


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(settings):
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == settings.CSRF_COOKIE_SAMESITE == "Lax"


# --- the log of staff actions --------------------------------------------------------------------------------------------


@pytest.fixture
def day(db):
    return CalendarDay.objects.create(date=date(2026, 8, 24), kind="day_off", act="№ 1")


def test_an_action_is_written_with_its_author(day):
    user = superuser()
    audit.record(day, "core.calendar_changed", user=user, data={"kind": "day_off"})
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user_id, entry.data) == ("core.calendar_changed", user.pk, {"kind": "day_off"})
    assert entry.formatter.format_message(entry)


def test_the_machine_is_an_author_too(day):
    audit.record(day, "core.exported", user=None)
    assert ModelLogEntry.objects.get().user_id is None


def test_an_undeclared_action_is_refused(day):
    with pytest.raises(audit.UnknownActionError):
        audit.record(day, "core.invented", user=None)


@pytest.mark.parametrize("key", ["email", "name", "phone", "ip"])
def test_personal_data_do_not_enter_the_log(day, key):
    with pytest.raises(audit.PersonalDataError):
        audit.record(day, "core.exported", user=None, data={key: "x"})


def test_an_action_declared_late_is_known_at_once(day):
    audit.record(day, "core.exported", user=None)
    audit.declare("core.tested", "Test", "Tested")
    audit.record(day, "core.tested", user=None)
    assert ModelLogEntry.objects.count() == 2


# --- system checks -------------------------------------------------------------------------------------------------------


def problems():
    """The ids of what the checks of `core` complain about."""
    return {found.id for found in run_checks(include_deployment_checks=True) if found.id.startswith("core.")}


def test_the_checks_are_silent_on_good_settings(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://cnap.example"
    assert problems() == set()


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("MEDIA_ROOT", "/srv", "core.E001"),
        ("UPLOAD_TYPES", ["pdf", "exe"], "core.E002"),
        ("UPLOAD_MAX_COUNT", 0, "core.E003"),
        ("CLAMD_SOCKET", "nonsense", "core.E004"),
        ("TRUSTED_PROXY_COUNT", -1, "core.E005"),
        ("WAGTAILADMIN_BASE_URL", "http://cnap.example", "core.W006"),
        ("CONTENT_SECURITY_POLICY", {"DIRECTIVES": {"script-src": ["'unsafe-inline'"]}}, "core.W007"),
    ],
)
def test_a_wrong_setting_is_told(settings, name, value, problem):
    settings.WAGTAILADMIN_BASE_URL = "https://cnap.example"
    settings.STORAGES = {**settings.STORAGES, "private": {"BACKEND": "x", "OPTIONS": {"location": "/srv/private"}}}
    settings.MEDIA_ROOT = "/var/media"
    setattr(settings, name, value)
    assert problem in problems()


# --- production settings ---------------------------------------------------------------------------------------------------


def start(*command, **environment):
    """Run Python in a fresh process under production settings and nothing else."""
    clean = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
    variables = {**clean, **environment, "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=variables, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_production_does_not_start_without_a_secret_and_says_which(missing):
    environment = {name: value for name, value in GOOD.items() if name != missing}
    done = start("-c", "import config.settings.production", **environment)
    assert done.returncode != 0
    assert f"{missing} is not set" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "development-only-key-never-used-by-a-public-site"),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", "*"),
    ],
)
def test_production_does_not_start_with_a_default_and_says_which(name, value):
    done = start("-c", "import config.settings.production", **{**GOOD, name: value})
    assert done.returncode != 0
    assert name in done.stderr.splitlines()[-1]


def test_the_deployment_check_of_production_is_silent():
    done = start("manage.py", "check", "--deploy", "--fail-level", "WARNING", **GOOD)
    assert (done.returncode, "no issues" in done.stdout + done.stderr) == (0, True), done.stderr
