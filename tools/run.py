"""Start the portal on this machine: database, demo community, site, background worker and clock; stop them together.

Called by `make run` inside the virtual environment. PORT changes the port, DEMO=0 leaves the community out, DATABASE_URL
takes another database than SQLite in var/. Children die with this process, however it ends.
"""

import contextlib
import ctypes
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pdf_libraries

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var"
PORT = os.environ.get("PORT", "8000")
HOST = "127.0.0.1"
ADDRESS = f"http://{HOST}:{PORT}"
MANAGE = [sys.executable, "manage.py"]
SECONDS_TO_STOP = 8
PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)

SITE = [
    *[sys.executable, "-m", "gunicorn", "config.wsgi", f"--bind={HOST}:{PORT}", "--preload", "--workers=2"],
    *["--worker-class=gthread", "--threads=4", "--graceful-timeout=1", "--log-level=warning", "--no-control-socket"],
]
BACKGROUND = {
    "the background worker": [*MANAGE, "db_worker", "--queue-name", "*", "--no-reload", "-v", "0"],
    "the clock": [*MANAGE, "tick", "--loop"],
}


class Stamp:
    """What an earlier start has done to this database, so that the next one need not ask Django about it."""

    def __init__(self):
        database = os.environ.get("DATABASE_URL", "")
        self.local = not database or database.startswith("sqlite")
        name = hashlib.sha256(database.encode()).hexdigest()[:12] if database else "default"
        self.path = VAR / f"run-{name}.json"
        self.done = json.loads(self.path.read_text()) if self.path.exists() and self.database_exists(database) else {}

    def database_exists(self, database):
        """Tell whether the file of an SQLite database is still there; other databases are trusted to be."""
        if not self.local:
            return True
        return Path(database.partition("///")[2] or VAR / "db.sqlite3").exists()

    def write(self, **news):
        """Remember what was done."""
        self.done.update(news)
        self.path.write_text(json.dumps(self.done, ensure_ascii=False))


def migrations():
    """Return a digest that changes whenever a migration or an installed package does."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for path in sorted(ROOT.glob("[a-z]*/**/migrations/[0-9]*.py")):
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def prepare():
    """Migrate when something changed, load the demo community the first time; return the words about signing in."""
    stamp = Stamp()
    wanted = migrations()
    if stamp.done.get("migrations") != wanted or not stamp.local:
        print("Preparing the database …", flush=True)
        manage("migrate", "-v", "0")
        stamp.write(migrations=wanted)
    if os.environ.get("DEMO") != "0" and "sign_ins" not in stamp.done:
        print("Loading the demo community …", flush=True)
        manage("load_demo", "-v", "0")
        stamp.write(sign_ins=manage("load_demo", "--show-sign-ins", output=subprocess.PIPE).strip())
    return stamp.done.get("sign_ins", "")


def manage(*words, output=None):
    """Run one management command to its end, with its output if asked; leave with its exit code when it fails."""
    quiet = {**os.environ, "LOG_LEVEL": "ERROR"}
    done = subprocess.run([*MANAGE, *words], cwd=ROOT, stdout=output, text=True, env=quiet)
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout or ""


def start(command):
    """Start one child in a group of its own that the kernel ends if this process is killed."""
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None

    def die_with_parent():
        if libc:
            libc.prctl(PARENT_DEATH_SIGNAL, signal.SIGTERM)

    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, preexec_fn=die_with_parent)


def answers(child):
    """Wait until the site answers; return False when it ended instead."""
    while child.poll() is None:
        try:
            urllib.request.urlopen(f"{ADDRESS}/health/", timeout=5).close()
            return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
    return False


def stop(children):
    """End every child and what it started: first politely, after a few seconds for good."""
    for child in children.values():
        signal_group(child, signal.SIGTERM)
    limit = time.monotonic() + SECONDS_TO_STOP
    for child in children.values():
        try:
            child.wait(max(0.1, limit - time.monotonic()))
        except subprocess.TimeoutExpired:
            signal_group(child, signal.SIGKILL)
            child.wait()


def signal_group(child, number):
    """Send a signal to a child's whole group, if there still is one."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, number)


def watch(children):
    """Wait until a child ends by itself; return the line that tells of it."""
    while True:
        for name, child in children.items():
            if child.poll() is not None:
                return f"{name.capitalize()} stopped (exit code {child.returncode}); stopping the rest."
        time.sleep(0.3)


def port_is_free():
    """Tell whether nobody listens on our port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(PORT)))
        except OSError:
            return False
    return True


def interrupted(*_signal):
    """Treat SIGTERM and a closed terminal as Ctrl-C; a shell that starts us in the background ignores that by default."""
    raise KeyboardInterrupt


def greeting(sign_ins):
    """Return what a person needs to know now."""
    lines = ["", f"The site        {ADDRESS}/", f"Staff           {ADDRESS}/admin/", "Stop            Ctrl-C"]
    if sign_ins:
        lines += ["", sign_ins]
    return "\n".join([*lines, ""])


def main():
    """Do it all; return the exit code."""
    signal.signal(signal.SIGINT, interrupted)
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:  # `nohup make run` outlives its terminal
            signal.signal(number, interrupted)
    VAR.mkdir(exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    os.environ.setdefault("BASE_URL", ADDRESS)
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    if not port_is_free():
        sys.exit(f"Port {PORT} is taken. Choose another: make run PORT=8001")
    children = {}
    try:
        pdf_libraries.ensure()
        sign_ins = prepare()
        children["the site"] = start(SITE)
        if answers(children["the site"]):
            print(greeting(sign_ins), flush=True)
            for name, command in BACKGROUND.items():
                children[name] = start(command)
        print(watch(children), flush=True)
        return 1
    except KeyboardInterrupt:
        print("\nStopping …", flush=True)
        return 0
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        stop(children)


if __name__ == "__main__":
    sys.exit(main())
