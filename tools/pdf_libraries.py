"""The system libraries that printing to PDF needs: found, installed, or asked for in one line."""

import ctypes
import os
import subprocess
from pathlib import Path

PACKAGES = ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-dejavu-core"]
LIBRARIES = ["libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"]
FONTS = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]


def present():
    """Tell whether PDF can be made here."""
    try:
        for name in LIBRARIES:
            ctypes.CDLL(name)
    except OSError:
        return False
    return any(next(folder.rglob("*.[to]tf"), None) for folder in FONTS if folder.is_dir())


def ensure():
    """Install the libraries when we are root on Debian; otherwise say in one line how. Return whether they are there."""
    if present():
        return True
    if os.geteuid() == 0 and Path("/etc/debian_version").exists():
        print("Installing the libraries that PDF needs …", flush=True)
        quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "capture_output": True}
        subprocess.run(["apt-get", "update", "-q"], **quiet)
        subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", *PACKAGES], **quiet)
        if present():
            return True
    print(f"PDF is off until you run: apt-get install {' '.join(PACKAGES)} (print views work without it).", flush=True)
    return False


if __name__ == "__main__":
    ensure()
