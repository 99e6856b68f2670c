"""Files and functions stay small enough to hold in the head."""

from . import tree

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 30
LINES_OF_A_TEMPLATE = 80
# Longer on purpose; each with its reason.
LONG_FUNCTIONS = {
    "casework/common.py:common_transitions": "a table of the law, written as a call",
}
LONG_TEMPLATES = {
    "templates/core/styleguide.html": "a sample of every component on one page",
    "templates/mail/base.html": "mail programs want tables with inline style",
}
WRITTEN_BY_PEOPLE = (".py", ".html", ".txt", ".css", ".js", ".sh")


def lines(path):
    return len(path.read_text().splitlines())


def test_files_are_short():
    long = [
        f"{tree.name(path)}: {lines(path)} lines"
        for path in tree.files(*WRITTEN_BY_PEOPLE)
        if lines(path) > LINES_OF_A_FILE
        and "migrations" not in path.parts
        and "vendor" not in path.parts
        and not tree.name(path).startswith("requirements")
    ]
    assert not long, "\n".join(long)


def length(function):
    """Count a function's lines below its signature and docstring."""
    body = function.body
    first = body[0]
    documented = hasattr(first, "value") and isinstance(getattr(first.value, "value", None), str)
    start = body[1] if documented and len(body) > 1 else first
    return function.end_lineno - start.lineno + 1


def test_functions_are_short():
    long = [
        f"{tree.name(path)}:{function.lineno} {function.name}: {length(function)} lines"
        for path in tree.python()
        for function in tree.functions(path)
        if length(function) > LINES_OF_A_FUNCTION and f"{tree.name(path)}:{function.name}" not in LONG_FUNCTIONS
    ]
    assert not long, "\n".join(long)


def test_templates_are_short():
    long = [
        f"{tree.name(path)}: {lines(path)} lines"
        for path in tree.templates()
        if lines(path) > LINES_OF_A_TEMPLATE and tree.name(path) not in LONG_TEMPLATES
    ]
    assert not long, "\n".join(long)


def test_no_exception_outlives_its_reason():
    names = {f"{tree.name(path)}:{function.name}" for path in tree.python() for function in tree.functions(path)}
    assert set(LONG_FUNCTIONS) <= names
    assert set(LONG_TEMPLATES) <= {tree.name(path) for path in tree.templates()}
