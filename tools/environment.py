"""Make the virtual environment and install a pinned requirements file into it, unless that is already done.

    python3 tools/environment.py requirements.txt [--into .venv]

Needs only the standard library of Python 3.11 or newer. A stamp inside the environment remembers which file was installed,
so a second start costs nothing.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)


def main():
    """Read the command line and do it; exit with one plain line when something is missing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("requirements", help="a pinned file with hashes, relative to the project")
    parser.add_argument("--into", default=".venv", help="the environment's folder (default: %(default)s)")
    options = parser.parse_args()
    if sys.version_info < OLDEST:
        sys.exit(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}. Set PYTHON=…")
    environment = ROOT / options.into
    requirements = ROOT / options.requirements
    make(environment)
    install(environment, requirements)


def make(environment):
    """Make the environment unless its interpreter works; bring Debian's missing `ensurepip` when that is allowed."""
    if works(environment / "bin" / "python"):
        return
    if not has_ensurepip() and not bring_ensurepip():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(f"Python cannot make a virtual environment here. Run: apt-get install python{version}-venv")
    print(f"Making {environment.name} …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", environment], check=True)


def works(python):
    """Tell whether an interpreter with pip is there (a copied or half-made environment has none)."""
    return python.exists() and subprocess.run([python, "-c", "import pip"], capture_output=True).returncode == 0


def has_ensurepip():
    """Tell whether this Python can put pip into a new environment (Debian ships that apart)."""
    return subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True).returncode == 0


def bring_ensurepip():
    """Install Debian's package when we are root; return whether it helped."""
    if os.geteuid() != 0 or not Path("/etc/debian_version").exists():
        return False
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    print(f"Installing Debian's {package} …", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-q"], **quiet)
    subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", package], **quiet)
    return has_ensurepip()


def install(environment, requirements):
    """Install exactly the pinned packages, checking their hashes, unless the stamp says that it was done."""
    stamp = environment / f".installed-{requirements.name}"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing {requirements.name} …", flush=True)
    command = [environment / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if requirements.suffix == ".txt":
        command += ["--require-hashes"]
    done = subprocess.run([*command, "-r", requirements])
    if done.returncode:
        sys.exit(f"Installing {requirements.name} failed; see pip's words above.")
    stamp.write_text(wanted)


if __name__ == "__main__":
    main()
