"""What the documents say of procedures and terms is what the code does."""

import os
import re
import subprocess
import sys

from core.workdays import all_rules

from . import tree


def test_the_drawn_procedures_are_those_of_the_code():
    settings = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.testing"}
    command = [sys.executable, "manage.py", "procedures", "--document"]
    drawn = subprocess.run(command, cwd=tree.ROOT, env=settings, capture_output=True, text=True, check=True).stdout
    assert drawn == (tree.ROOT / "docs/procedures.md").read_text(), "run `make procedures`"


def test_every_term_stands_in_the_list_for_the_lawyer():
    listed = dict(re.findall(r"^\| `([a-z/-]+)` \| (\d+)", (tree.ROOT / "docs/law.md").read_text(), re.MULTILINE))
    known = {rule.key: str(rule.length) for rule in all_rules() if not rule.key.startswith("test")}
    assert listed == known
