"""What stands in the files: explained, finished, belonging to no machine in particular."""

import ast
import re

from . import tree

UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|lorem ip" + r"sum)\b", re.IGNORECASE)
MACHINE_PATH = re.compile(r"(?<![\w.$/{])/(?:wor" + r"k|ro" + r"ot|ho" + r"me/\w+|User" + r"s)/(?!\*)[\w.-]+")
REGISTRY = re.compile(r"--(?:extra-)?index-url\s+\S|files\.pythonho" + r"sted|/simp" + r"le/?\b(?=.*pip)")
BINARY = {".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".mo", ".pdf", ".docx", ".odt", ".woff2", ".zip"}
NEEDS_NO_DOCSTRING = {"Meta", "Media", "Command"}  # a command explains itself by `help`


def texts():
    for path in tree.files():
        if path.suffix not in BINARY and "vendor" not in path.parts:
            yield path, path.read_text()


def places(pattern, text):
    return [number for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)]


def found(pattern, *, without=()):
    return [
        f"{tree.name(path)}:{number}"
        for path, text in texts()
        if tree.name(path) not in without
        for number in places(pattern, text)
    ]


def test_nothing_is_left_for_later():
    assert not found(UNFINISHED)


def test_no_file_knows_the_machine_it_was_written_on():
    assert not found(MACHINE_PATH)


def test_no_file_names_a_package_registry():
    assert not found(REGISTRY)


def undocumented(node, path, inside=""):
    """Yield public classes and functions without a docstring, and modules."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        name = f"{inside}{child.name}"
        if child.name.startswith("_") or child.name in NEEDS_NO_DOCSTRING or overrides(node, child):
            continue
        if not ast.get_docstring(child):
            yield f"{tree.name(path)}:{child.lineno} {name}"
        if isinstance(child, ast.ClassDef):
            yield from undocumented(child, path, f"{name}.")


def overrides(parent, child):
    """Tell whether a method of a class with a base is one that the base may have explained already."""
    return isinstance(parent, ast.ClassDef) and bool(parent.bases) and not isinstance(child, ast.ClassDef)


def test_every_public_class_and_function_says_what_it_does():
    silent = [
        line
        for path in tree.python()
        if path.name not in ("apps.py", "urls.py")
        for line in undocumented(tree.tree(path), path)
    ]
    assert not silent, "\n".join(silent)


def test_every_module_says_what_it_is_for():
    silent = [
        tree.name(path)
        for path in tree.python()
        if path.read_text().strip() and path.name != "apps.py" and not ast.get_docstring(tree.tree(path))
    ]
    assert not silent, "\n".join(silent)
