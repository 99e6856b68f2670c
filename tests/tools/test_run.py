"""`make run` leaves nothing behind: not after Ctrl-C, not when a child dies, not when it is killed itself."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.house.tree import ROOT

sys.path.insert(0, str(ROOT / "tools"))
import run

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
# A child with a child of its own, both deaf to SIGTERM.
DEAF_FAMILY = [
    sys.executable,
    "-c",
    "import os, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); os.fork(); print('up', flush=True); time.sleep(60)",
]


def alive(pid):
    """Tell whether a process runs; a dead one that nobody buried yet does not."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone(pid, seconds=5):
    limit = time.monotonic() + seconds
    while alive(pid) and time.monotonic() < limit:
        time.sleep(0.05)
    return not alive(pid)


def family(pid):
    listed = subprocess.run(["ps", "-o", "pid=", "-g", str(pid)], capture_output=True, text=True)
    return [int(line) for line in listed.stdout.split()]


def test_stop_ends_every_child():
    children = {"a": run.start(SLEEPER), "b": run.start(SLEEPER)}
    run.stop(children)
    assert all(child.returncode == -signal.SIGTERM for child in children.values())


def test_stop_ends_the_deaf_and_their_children(monkeypatch):
    monkeypatch.setattr(run, "SECONDS_TO_STOP", 0.5)
    child = run.start(DEAF_FAMILY)
    time.sleep(0.5)
    members = family(child.pid)
    assert len(members) == 2
    run.stop({"deaf": child})
    assert all(gone(pid) for pid in members)


def test_a_child_that_dies_is_named():
    children = {"the site": run.start(SLEEPER), "the clock": run.start([sys.executable, "-c", "raise SystemExit(3)"])}
    assert run.watch(children) == "The clock stopped (exit code 3); stopping the rest."
    run.stop(children)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux's kernel ends the children of a killed parent")
def test_children_do_not_outlive_a_killed_parent():
    program = "import sys, time; sys.path.insert(0, sys.argv[1]); import run; child = run.start(sys.argv[2:]); print(child.pid, flush=True); time.sleep(60)"
    parent = subprocess.Popen(
        [sys.executable, "-c", program, str(ROOT / "tools"), *SLEEPER], stdout=subprocess.PIPE, text=True
    )
    child = int(parent.stdout.readline())
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    assert gone(child)


def test_a_taken_port_is_noticed(monkeypatch):
    with run.socket.socket() as other:
        other.bind((run.HOST, 0))
        other.listen()
        monkeypatch.setattr(run, "PORT", str(other.getsockname()[1]))
        assert not run.port_is_free()


def test_what_was_done_is_remembered_until_the_database_goes(tmp_path, monkeypatch):
    database = tmp_path / "db.sqlite3"
    monkeypatch.setattr(run, "VAR", tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{database}")
    database.touch()
    run.Stamp().write(migrations="abc")
    assert run.Stamp().done == {"migrations": "abc"}
    database.unlink()
    assert run.Stamp().done == {}


def test_the_stamp_tells_no_password(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "VAR", tmp_path)
    monkeypatch.setenv("DATABASE_URL", "postgres://portal:secret@127.0.0.1/portal")
    stamp = run.Stamp()
    stamp.write(migrations="abc")
    assert "secret" not in stamp.path.name + stamp.path.read_text()
