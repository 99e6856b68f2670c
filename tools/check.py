"""Run `manage.py check` with deprecation warnings of Django and Wagtail as errors; further words are passed on.

.venv/bin/python tools/check.py [--deploy --fail-level WARNING]
"""

import os
import sys
import warnings
from pathlib import Path

import django.utils.deprecation
import wagtail.utils.deprecation
from django.core.management import execute_from_command_line

ROOT = Path(__file__).resolve().parents[1]


def refuse_deprecations():
    """Turn every deprecation warning that the installed Django and Wagtail define into an error."""
    for module in (django.utils.deprecation, wagtail.utils.deprecation):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Warning):
                warnings.simplefilter("error", value)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
    sys.path.insert(0, str(ROOT))
    refuse_deprecations()
    execute_from_command_line(["manage.py", "check", *sys.argv[1:]])
