"""Finds the call in a revision file that is being made, by looking at the stack."""

import ast
import sys

from .literals import align, chunks_of
from .parts import regions_of_arguments
from .source import Source, units


class Places:
    """Reads files once, and turns the stack into places in them."""

    def __init__(self):
        self._sources = {}
        self._opened = {}

    def source(self, path):
        """The file under a path; None where it is not Python text."""
        if path not in self._sources:
            try:
                self._sources[path] = Source(path)
            except (OSError, SyntaxError, ValueError, LookupError, UnicodeError):
                self._sources[path] = None
        return self._sources[path]

    def files(self):
        """The text of every file that was looked at, by path."""
        texts = {path: source.text for path, source in self._sources.items() if source is not None}
        return {**texts, **{path: text for path, text in self._opened.items() if text}}

    def here(self, path):
        """The range and the call at which the innermost frame of a file stands."""
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename != path:
            frame = frame.f_back
        source = self.source(path)
        if source is None:
            return (path, 0, 0, None)
        if frame is None:
            return (path, source.mark, source.mark, None)
        call = _call_at(source, frame)
        start, end = source.line_span(frame.f_lineno) if call is None else source.span(call)
        return (path, start, end, call)

    def note_opened(self, path):
        """Remembers that a file of SQL was read: statements may come from it."""
        self._opened.setdefault(path, None)

    def statement(self, sql, place):
        """A statement with the ranges of its parts, in UTF-16 units."""
        path, start, end, call = place
        source = self.source(path)
        found = self._in_sql_file(sql)
        if found is not None:
            return found
        regions = []
        if source is not None:
            regions = self._regions(source, sql, start, end, call)
            start, end = source.units(start), source.units(end)
        return {"sql": sql, "file": path, "start": start, "end": end, "regions": regions}

    def _regions(self, source, sql, start, end, call):
        exact = align(sql, list(chunks_of(source, start, end)))
        if not _covers(exact, sql) and not _is_rendered(call):
            # The text may be a constant of the module: then one literal alone holds all of it.
            for first, last in source.literals():
                elsewhere = align(sql, list(chunks_of(source, first, last)))
                if _covers(elsewhere, sql):
                    exact = elsewhere
                    break
        if _is_rendered(call):
            exact = []
        regions = [[*each, True] for each in exact] + [
            [*each, False] for each in regions_of_arguments(source, call, sql)
        ]
        return [
            [units(sql, each[0]), units(sql, each[1]), source.units(each[2]), source.units(each[3]), each[4]]
            for each in regions
        ]

    def _in_sql_file(self, sql):
        for path, text in list(self._opened.items()):
            if text is None:
                text = self._opened[path] = _read(path)
            at = text.find(sql.strip()) if len(sql.strip()) > 12 else -1
            if at < 0:
                continue
            sql = sql.strip()
            start, end = units(text, at), units(text, at + len(sql))
            return {"sql": sql, "file": path, "start": start, "end": end,
                    "regions": [[0, units(sql, len(sql)), start, end, True]]}
        return None


def _read(path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeError):
        return ""


def _covers(regions, sql):
    """Whether most of a statement stands in a literal as it is."""
    return sum(each[1] - each[0] for each in regions) * 2 > len("".join(sql.split()))


def _is_rendered(call):
    """Whether SQLAlchemy wrote the statement, so that its words are those of no literal."""
    name = getattr(getattr(call, "func", None), "attr", "")
    return name.startswith(("create_", "drop_", "add_", "alter_", "rename_", "bulk_"))


def _call_at(source, frame):
    """The call that a frame is making; from Python 3.11 on the frame says it, before that its line does."""
    calls = source.calls()
    if hasattr(frame.f_code, "co_positions"):
        line, end_line, column, end_column = _positions(source, frame.f_code)[frame.f_lasti // 2]
        found = source.call_in((line, end_line, column, end_column))
        if found is not None:
            return found
    on_line = [each for each in calls if isinstance(each, ast.Call) and each.lineno == frame.f_lineno]
    around = [each for each in calls if isinstance(each, ast.Call) and
              each.lineno <= frame.f_lineno <= each.end_lineno]
    for candidates in (on_line, around):
        if candidates:
            # The outermost: `op.execute(sa.text(…))` is one place.
            return max(candidates, key=lambda each: (each.end_lineno - each.lineno, each.end_col_offset))
    return None


def _positions(source, code):
    """Where each instruction is written. A generated function may have thousands, and is asked about each."""
    known = source.positions.get(id(code))
    if known is None:
        # The code is kept, so that no other gets its number.
        known = source.positions[id(code)] = (code, list(code.co_positions()))
    return known[1]
