"""`python -m bench [SCENE …] [--size 50000] [--seconds 3]`: measure and print a table; exit 1 when a limit is broken."""

import argparse
import importlib
import logging
import os
import pkgutil
import sys

import django
from django.db import connection

import bench
from bench import common


def main():
    """Run the named scenes, or all; return the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.testing")
    django.setup()
    logging.disable(logging.INFO)
    for module in pkgutil.iter_modules(bench.__path__):
        if module.name != "__main__":
            importlib.import_module(f"bench.{module.name}")
    options = read_command_line(common.SCENES)
    print(f"{connection.vendor}, {options.size} rows\n{common.HEADING}", flush=True)
    passed = True
    for name in options.scenes or sorted(common.SCENES):
        for result in common.run(name, options.size, options.seconds):
            print(common.line(result), flush=True)
            passed &= result.passed
    return 0 if passed else 1


def read_command_line(scenes):
    """Return the options."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=f"of {', '.join(sorted(scenes))}; all by default")
    parser.add_argument("--size", type=int, default=50_000, help="rows to make (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=3.0, help="to spend on each probe (default: %(default)s)")
    options = parser.parse_args()
    unknown = set(options.scenes) - set(scenes)
    if unknown:
        parser.error(f"no such scene: {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    sys.exit(main())
