"""The project's own files: what the documents promise exists, what is pinned agrees, what is secret is asked for."""

import os
import re
import subprocess
import sys
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from . import tree

PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE | re.IGNORECASE)
NAME = re.compile(r"^([a-z0-9][a-z0-9._-]*)", re.MULTILINE | re.IGNORECASE)
VARIABLE = re.compile(r"""\b(?:env(?:\.\w+)?|required)\(\s*["']([A-Z][A-Z_]+)["']""")
MADE = re.compile(r"`make ([a-z-]+)")
GOOD = {
    "SECRET_KEY": "k" * 25 + "7Qz-3_" * 6,
    "ALLOWED_HOSTS": "cnap.example.org",
    "EMAIL_URL": "smtp://127.0.0.1:25",
    "DATABASE_URL": "sqlite:////nonexistent/portal.sqlite3",
}


def read(name):
    return (tree.ROOT / name).read_text()


def targets():
    return set(re.findall(r"^([a-z-]+):.*## ", read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("path", tree.files(".md"), ids=tree.name)
def test_every_command_that_a_document_names_exists(path):
    assert set(MADE.findall(path.read_text())) <= targets()


def test_help_lists_every_target():
    plain = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    assert plain - targets() == {"installed", "installed-dev"}


def pins(name):
    return dict(PIN.findall(read(name)))


def test_pinned_files_agree_with_each_other():
    everything = pins("requirements-dev.txt")
    for name in ("requirements.txt", "requirements-production.txt"):
        differing = {package for package, version in pins(name).items() if everything.get(package) != version}
        assert not differing, name


def test_pinned_files_have_hashes_and_no_registry():
    for name in ("requirements.txt", "requirements-production.txt", "requirements-dev.txt"):
        text = read(name)
        assert text.count("==") == len(re.findall(r"==\S+ \\\n    --hash=sha256:", text))
        assert "://" not in text


def pinned_extras(name):
    """Return {package: extras that its pinned line names}."""
    lines = re.findall(r"^\S[^=\n]*==[^\s\\]+", read(name), re.MULTILINE)
    return {canonicalize_name(pin.name): pin.extras for pin in map(Requirement, lines)}


def requirements_of(package):
    """What an installed package asks for; nothing for one that this environment has not (newest versions ask for fewer)."""
    try:
        return metadata.requires(package) or []
    except metadata.PackageNotFoundError:
        return []


def wanted_extras(package, extras):
    """Yield (package, extras) for what `package[extras]` needs here with extras of its own."""
    for text in requirements_of(package):
        need = Requirement(text)
        here = need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in (extras or {""}))
        if need.extras and here:
            yield canonicalize_name(need.name), need.extras


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-production.txt", "requirements-dev.txt"])
def test_a_pin_names_the_extras_that_others_ask_for(name):
    """Older pips look past `coverage==7` when a package needs `coverage[toml]`, and then refuse the newest for its hash."""
    pinned = pinned_extras(name)
    asked = [need for package, extras in pinned.items() for need in wanted_extras(package, extras)]
    assert asked
    assert [(package, extras) for package, extras in asked if not extras <= pinned[package]] == []


def test_the_newest_versions_are_tried_for_every_package():
    bounded = {
        package for name in ("base", "production", "dev") for package in NAME.findall(read(f"requirements/{name}.in"))
    }
    assert set(NAME.findall(read("requirements/next.in"))) == bounded


def variables():
    return {found for path in tree.python() for found in VARIABLE.findall(path.read_text())}


def test_every_setting_an_operator_may_change_is_documented():
    documented = set(re.findall(r"`([A-Z][A-Z_]+)`", read("docs/deployment.md")))
    assert not variables() - documented - {"TEST_DIR", "TEST_DATABASE_NAME"}


def production(**environment):
    """Load the settings of a public site in a process of their own; return what it said when it refused."""
    known = {name: value for name, value in os.environ.items() if name not in variables()}
    command = [sys.executable, "-c", "import django; django.setup()"]
    settings = {"DJANGO_SETTINGS_MODULE": "config.settings.production", **environment}
    done = subprocess.run(command, cwd=tree.ROOT, env={**known, **settings}, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


def test_a_public_site_starts_with_what_it_needs():
    assert production(**GOOD) == ""


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_a_public_site_refuses_to_start_without(missing):
    assert f"{missing} is not set" in production(**{name: value for name, value in GOOD.items() if name != missing})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "development-only-key-never-used-by-a-public-site-0123456789"),
        ("SECRET_KEY", "   "),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", " , "),
    ],
)
def test_a_public_site_refuses_a_default_or_careless(name, value):
    assert name in production(**{**GOOD, name: value})
