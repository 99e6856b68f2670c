"""Collect the strings of code and templates into locale/uk and compile the catalogues. Needs gettext.

What a translator wrote stays; new strings appear empty, vanished ones disappear.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXTRACTION = [
    *["makemessages", "--locale=uk", "--no-wrap", "--add-location=file", "--no-obsolete"],
    *["--ignore=.venv*", "--ignore=var/*", "--ignore=tests/*", "--ignore=bench/*", "--ignore=static_collected/*"],
]
NEEDED = "gettext is needed: apt-get install gettext"


def extract(root):
    """Renew root/locale/uk/LC_MESSAGES/django.po from the code below `root`; raise CalledProcessError with its words."""
    command = [sys.executable, "manage.py", *EXTRACTION]
    subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)


def main():
    """Extract, compile, and say how many strings wait for a translation."""
    if not shutil.which("msgfmt"):
        sys.exit(NEEDED)
    extract(ROOT)
    for catalogue in sorted(ROOT.glob("locale*/*/LC_MESSAGES/*.po")):
        subprocess.run(["msgfmt", "--check-format", "-o", catalogue.with_suffix(".mo"), catalogue], check=True)
        subprocess.run(["msgfmt", "--statistics", "-o", "/dev/null", catalogue], check=True)


if __name__ == "__main__":
    main()
