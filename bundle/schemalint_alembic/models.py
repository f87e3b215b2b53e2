"""The enums that the tables of the application's models use, and where their labels are written."""

import ast
import os
import sys

from sqlalchemy import ARRAY, Enum, MetaData
from sqlalchemy.types import TypeDecorator


def read_models(configured, places, root):
    """
    What `target_metadata` says, for all that env.py configures. Of several databases it is
    not known which one the migrations are for: then nothing is said.
    """
    given = {id(each): each for each in configured}
    if len(given) != 1:
        return None
    (only,) = given.values()
    several = only if isinstance(only, (list, tuple)) else [only]
    if not all(isinstance(each, MetaData) for each in several):
        return None
    finder = _Finder(places, root)
    enums = {}
    for metadata in several:
        for column in (column for table in metadata.tables.values() for column in table.columns):
            for each in _enums_in(column.type):
                labels = enums.setdefault((each.schema, each.name), {})
                for label in each.enums:
                    if label not in labels:
                        labels[label] = finder.place(each, label)
    entries = [
        {"schema": schema, "name": name, "labels": [{"label": label, "place": place} for label, place in labels.items()]}
        for (schema, name), labels in enums.items()
    ]
    return {"enums": entries, "comments": finder.comments()}


def _enums_in(type_):
    """The enums of PostgreSQL that a column's type is made of; one with labels that are no plain texts is not known."""
    mapping = getattr(type_, "_variant_mapping", None) or getattr(type_, "mapping", None)
    variant = mapping.get("postgresql") if hasattr(mapping, "get") else None
    if variant is not None:
        yield from _enums_in(variant)
    elif isinstance(type_, ARRAY):
        yield from _enums_in(type_.item_type)
    elif isinstance(type_, TypeDecorator):
        yield from _enums_in(type_.impl)
    elif isinstance(type_, Enum) and type_.native_enum:
        if isinstance(type_.name, str) and all(type(label) is str for label in type_.enums):
            yield type_


class _Finder:
    """Finds labels in the files of the project."""

    def __init__(self, places, root):
        self.places = places
        self.root = root
        self._found = {}
        self._files = None

    def place(self, enum, label):
        """The member of a class, the text in a call that makes the enum, or the class or the call; None where neither is known."""
        source, node = self._declaration(enum)
        if source is None:
            return None
        if isinstance(node, ast.ClassDef):
            named = [each for each in node.body if label in _names_of(each)]
            node = next(iter(named or [each for each in node.body if label in _texts_in(each)]), node)
            if isinstance(node, ast.ClassDef):
                start, end = source.line_span(node.lineno)
                return {"file": source.path, "start": source.units(start), "end": source.units(end)}
        else:
            node = next((each for each in ast.walk(node) if isinstance(each, ast.Constant) and each.value == label), node)
        start, end = source.span(node)
        return {"file": source.path, "start": source.units(start), "end": source.units(end)}

    def comments(self):
        """The comments of every file that a label is in."""
        sources = {source.path: source for source, _ in self._found.values() if source is not None}
        return {path: [[source.units(start), source.units(end)] for start, end in source.comments()]
                for path, source in sources.items()}

    def _declaration(self, enum):
        if id(enum) not in self._found:
            self._found[id(enum)] = self._class_of(enum) or self._call_of(enum) or (None, None)
        return self._found[id(enum)]

    def _class_of(self, enum):
        found = enum.enum_class
        path = getattr(sys.modules.get(getattr(found, "__module__", None)), "__file__", None)
        if found is None or path is None or not self._is_of_project(path):
            return None
        source = self.places.source(path)
        nodes = [] if source is None else ast.walk(source.tree)
        node = next((each for each in nodes if isinstance(each, ast.ClassDef) and each.name == found.__name__), None)
        return None if node is None else (source, node)

    def _call_of(self, enum):
        if self._files is None:
            loaded = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
            self._files = {path: _text(path) for path in sorted(each for each in loaded if each) if self._is_of_project(path)}
        for path, text in self._files.items():
            source = self.places.source(path) if enum.name in text else None
            for node in [] if source is None else source.calls():
                if isinstance(node, ast.Call) and _makes(node, enum.name):
                    return (source, node)
        return None

    def _is_of_project(self, path):
        return path.endswith(".py") and path.startswith(self.root + os.sep) and "site-packages" not in path


def _makes(call, name):
    function = getattr(call.func, "attr", getattr(call.func, "id", ""))
    return function.lower().endswith("enum") and any(
        each.arg == "name" and isinstance(each.value, ast.Constant) and each.value.value == name for each in call.keywords
    )


def _names_of(node):
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {each.id for each in targets if isinstance(each, ast.Name)}


def _texts_in(node):
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant)} if isinstance(node, ast.Assign) else ()


def _text(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeError):
        return ""
