"""Which imports of a revision reach into the application's models."""

import ast
import os

from .modules import module_file
from .source import Source

MODEL_MARK = "__tablename__"


def application_imports(revision, settings):
    """Imports of modules of the project that define mapped classes, with the names that are."""
    bases = list(dict.fromkeys([settings.root, *settings.search_path]))
    found = []
    for node in ast.walk(revision.source.tree):
        for module, names in _imported(node):
            path = module_file(module, bases)
            if path is None or any(_is_inside(path, folder) for folder in settings.version_folders):
                continue
            models = _models(path, module, names, bases)
            if models:
                found.append({"module": module, "models": models, "span": revision.source.span(node)})
    return found


def _imported(node):
    if isinstance(node, ast.Import):
        for each in node.names:
            yield each.name, None
    elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
        yield node.module, [each.name for each in node.names]


def _models(path, module, names, bases):
    """The mapped classes among the names that are imported."""
    mapped = _mapped(path)
    if names is None:
        return []
    found = [name for name in names if name in mapped]
    for name in names:
        # What a package gathers from its parts, and modules imported by name.
        if name in found or name[:1].islower():
            continue
        parts = os.path.dirname(path) if path.endswith("__init__.py") else None
        if parts and any(name in _mapped(os.path.join(parts, each)) for each in sorted(os.listdir(parts)) if each.endswith(".py")):
            found.append(name)
    return found


_CACHE = {}


def _mapped(path):
    if path not in _CACHE:
        _CACHE[path] = set()
        try:
            tree = Source(path).tree
        except (OSError, SyntaxError, ValueError, UnicodeError):
            return _CACHE[path]
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and _is_mapped(node):
                _CACHE[path].add(node.name)
    return _CACHE[path]


def _is_mapped(node):
    for each in node.body:
        targets = each.targets if isinstance(each, ast.Assign) else [getattr(each, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == MODEL_MARK for target in targets):
            return True
    return any(keyword.arg == "table" and getattr(keyword.value, "value", False) is True for keyword in node.keywords)


def _is_inside(path, folder):
    return os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)
