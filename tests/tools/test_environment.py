"""The environment is made once and installed once."""

import subprocess

import pytest

from tools import environment


@pytest.fixture
def commands(monkeypatch):
    """Catch the commands that would be run; all succeed."""
    caught = []

    def fake(command, **options):
        caught.append([str(word) for word in command])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(environment.subprocess, "run", fake)
    return caught


def test_packages_are_installed_with_their_hashes_and_only_once(tmp_path, commands):
    pinned = tmp_path / "requirements.txt"
    pinned.write_text("django==5.2\n")
    environment.install(tmp_path, pinned)
    environment.install(tmp_path, pinned)
    (command,) = commands
    assert "--require-hashes" in command


def test_a_changed_file_is_installed_anew(tmp_path, commands):
    pinned = tmp_path / "requirements.txt"
    for words in ("django==5.2\n", "django==5.2.1\n"):
        pinned.write_text(words)
        environment.install(tmp_path, pinned)
    assert len(commands) == 2


def test_a_failed_installation_leaves_no_stamp(tmp_path, monkeypatch):
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(environment.subprocess, "run", lambda *words, **options: failed)
    pinned = tmp_path / "requirements.txt"
    pinned.write_text("django==5.2\n")
    with pytest.raises(SystemExit, match=r"requirements\.txt failed"):
        environment.install(tmp_path, pinned)
    assert not list(tmp_path.glob(".installed-*"))


def test_a_missing_ensurepip_is_told_in_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "has_ensurepip", lambda: False)
    monkeypatch.setattr(environment, "bring_ensurepip", lambda: False)
    with pytest.raises(SystemExit, match="apt-get install python3"):
        environment.make(tmp_path / "venv")
