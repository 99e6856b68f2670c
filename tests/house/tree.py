"""The project's files as the house's tests read them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ["config", "home", "participation", "cms", "casework", "accounts", "core"]


@cache
def files(*endings):
    """Return the files that git knows or would take, by ending; only those that exist now."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    paths = [ROOT / name for name in sorted(listed)]
    return [path for path in paths if path.is_file() and (not endings or path.suffix in endings)]


@cache
def python(*, migrations=False):
    """Return the Python files of the house's packages."""
    return [
        path
        for path in files(".py")
        if path.relative_to(ROOT).parts[0] in PACKAGES and (migrations or "migrations" not in path.parts)
    ]


@cache
def templates():
    """Return every template."""
    return [path for path in files(".html", ".txt") if path.relative_to(ROOT).parts[0] == "templates"]


def name(path):
    """Return the path as a person writes it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path):
    """Return the syntax tree of a Python file."""
    return ast.parse(path.read_text(), str(path))


def functions(path):
    """Yield every function of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
