"""Modules of the project, read for what they say of the database without running them."""

import ast
import os
import re

from .source import Source


def assigned_in(tree):
    """The last value that each name of a module is given."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            names.update({target.id: node.value for target in node.targets if isinstance(target, ast.Name)})
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            names[node.target.id] = node.value
    return names


def naming_convention_in(tree):
    """The dictionary given as `naming_convention`."""
    assigned = assigned_in(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.keyword) or node.arg != "naming_convention":
            continue
        value = assigned.get(getattr(node.value, "id", None), node.value)
        try:
            convention = ast.literal_eval(value)
        except ValueError:
            continue
        if isinstance(convention, dict):
            return convention
    return None


def drivers_in(tree):
    """The drivers that texts of a module name, such as psycopg in `postgresql+psycopg`; one that is replaced counts as two."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from DRIVER.findall(node.value)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("replace", "sub", "removesuffix"):
            yield from ("another" for each in node.args if isinstance(each, ast.Constant) and DRIVER.search(str(each.value)))


DRIVER = re.compile(r"(?:postgresql|postgres|^)\+(\w+)")


def project_trees(tree, search_path, seen, depth):
    """A module and those of the project that it imports, up to three deep."""
    yield tree
    if depth >= 3:
        return
    for name in _imported(tree):
        path = module_file(name, search_path)
        if path is None or path in seen or len(seen) > 60:
            continue
        seen.add(path)
        inner = _tree_of(path)
        if inner is None:
            continue
        yield from project_trees(inner, search_path, seen, depth + 1)


def _tree_of(path):
    """A module; of one that is written for a later Python, the lines that give dictionaries and naming conventions."""
    try:
        return Source(path).tree
    except (ValueError, UnicodeError, OSError):
        return None
    except SyntaxError:
        pass
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    parts = re.findall(r"^\w+ *(?::[^=\n]+)?= *\{[^{}]*\}|^.*\bnaming_convention *= *\w+.*$|^(?:from|import) .*$", text, re.M)
    statements = []
    for part in parts:
        try:
            statements.extend(ast.parse(part.strip()).body)
        except SyntaxError:
            continue
    return ast.Module(statements, [])


def _imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from ("%s.%s" % (node.module, each.name) for each in node.names)


def module_file(name, search_path):
    """The file of a module of the project; None where a module of that name is elsewhere."""
    for base in search_path:
        stem = os.path.join(base, *name.split("."))
        for path in (stem + ".py", os.path.join(stem, "__init__.py")):
            if os.path.isfile(path):
                return path
    return None
