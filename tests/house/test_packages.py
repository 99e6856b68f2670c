"""Who may import whom."""

import ast
import sys
from graphlib import CycleError, TopologicalSorter

import grimp
import pytest
from importlinter.cli import lint_imports

from . import tree


def test_packages_import_only_downwards(monkeypatch):
    monkeypatch.chdir(tree.ROOT)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_every_package_of_ours_is_under_guard():
    guarded = (tree.ROOT / "pyproject.toml").read_text()
    tops = {path.parent.name for path in tree.ROOT.glob("*/__init__.py")} - {"tests", "bench", "tools"}
    assert tops == set(tree.PACKAGES)
    assert not [top for top in tops if f'"{top}"' not in guarded]
    rooms = {path.parent.name for path in tree.ROOT.glob("participation/*/apps.py")}
    assert not [room for room in rooms if f"participation.{room}" not in guarded]


def test_no_module_imports_itself_in_a_circle():
    sys.path.insert(0, str(tree.ROOT))
    graph = grimp.build_graph(*tree.PACKAGES, exclude_type_checking_imports=True, cache_dir=None)
    try:
        arrows = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
        list(TopologicalSorter(arrows).static_order())
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]), pytrace=False)
    finally:
        sys.path.remove(str(tree.ROOT))


def imported_names(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return ["." if node.level else node.module or ""]
    return []


def test_no_import_of_ours_hides_inside_a_function():
    hidden = [
        f"{tree.name(path)}:{node.lineno} {function.name} imports {imported}"
        for path in tree.python()
        for function in tree.functions(path)
        for node in ast.walk(function)
        for imported in imported_names(node)
        if (imported == "." or imported.split(".")[0] in tree.PACKAGES) and not registers(path, function)
    ]
    assert not hidden, "\n".join(hidden)


def registers(path, function):
    """Tell whether it is `AppConfig.ready()`, the one place where Django itself asks for a late import."""
    return path.name == "apps.py" and function.name == "ready"
