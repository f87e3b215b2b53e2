"""The program: options as JSON in the first argument, one JSON object on standard output."""

import ast
import json
import os
import sys
import warnings

from .graph import as_tuple, find_revisions, heads_of, in_order
from .imports import application_imports
from .pipe import Pipe
from .places import Places
from .settings import Settings, Trouble

VERSION = 1
# Told apart from every exit code of Python's own.
NO_ALEMBIC = 97


def main(arguments):
    """Reads a project; what it prints itself goes nowhere, so that the answer stands alone."""
    options = json.loads(arguments[0])
    answer_to = os.fdopen(os.dup(1), "w", encoding="utf-8")
    answers_from = os.fdopen(os.dup(0), encoding="utf-8")
    silent = os.open(os.devnull, os.O_RDWR)
    os.dup2(silent, 0)
    os.dup2(silent, 1)
    try:
        answer = read_project(options, Pipe(answer_to, answers_from))
    except Trouble as trouble:
        answer = {"trouble": str(trouble), "hint": trouble.hint}
    json.dump(answer, answer_to)
    answer_to.flush()
    # Threads and exit handlers of what was imported have nothing to do here.
    os._exit(0)


def read_project(options, pipe):
    """Settings, revisions in order, and the statements of each; where it is asked for, as run on the server beyond a pipe."""
    sys.dont_write_bytecode = True
    warnings.simplefilter("ignore")
    settings = Settings(options["config"], options.get("section", "alembic"))
    executes = options.get("mode", "execute") == "execute"
    has_alembic = _has_alembic()
    if executes and not has_alembic:
        os._exit(NO_ALEMBIC)
    places = Places()
    revisions, broken = find_revisions(settings, places)
    ordered, faults = in_order(revisions)
    if executes:
        from .executing import execute_all

        halves, notes, extra = execute_all(settings, places, ordered, options, pipe)
        ordered, faults = in_order(revisions)
    elif has_alembic:
        from .reading import read_all

        halves, notes, extra = read_all(settings, places, ordered), [], {}
    else:
        from .literal_reading import read_literals

        halves, notes, extra = read_literals(places, ordered), [], {}
    heads = heads_of(revisions)
    entries = [_entry(each, halves.get(each.path, {}), faults, heads, settings) for each in ordered]
    return {
        "version": VERSION,
        "mode": "execute" if executes else "read",
        **_versions(has_alembic),
        **({"online": extra["online"]} if "online" in extra else {}),
        "settings": _settings(settings, extra.get("said")),
        "models": extra.get("models"),
        "heads": heads,
        "revisions": entries,
        "broken": broken,
        "notes": notes,
        "files": places.files(),
    }


def _has_alembic():
    try:
        import alembic  # noqa: F401
        import sqlalchemy  # noqa: F401
    except ImportError:
        return False
    return True


def _versions(has_alembic):
    versions = {"python": "%d.%d.%d" % sys.version_info[:3]}
    if has_alembic:
        import alembic
        import sqlalchemy

        versions.update(alembic=alembic.__version__, sqlalchemy=sqlalchemy.__version__)
    return versions


def _settings(settings, said):
    environment = settings.environment
    found = {**environment.said, **(said or {})}
    place = None
    if environment.span is not None:
        source = environment.source
        place = {"file": environment.path, "text": source.text,
                 "start": source.units(environment.span[0]), "end": source.units(environment.span[1])}
    return {
        "transactionPerMigration": bool(found.get("transaction_per_migration", False)),
        "configure": place,
        "versionFolders": settings.version_folders,
        "scriptFolder": settings.script_folder,
    }


def _entry(revision, halves, faults, heads, settings):
    source = revision.source
    to_units = lambda span: [source.units(span[0]), source.units(span[1])]  # noqa: E731
    return {
        "revision": str(revision.id) if revision.id is not None else os.path.basename(revision.path),
        "file": revision.path,
        "follows": list(as_tuple(revision.said.get("down_revision"))),
        "dependsOn": list(as_tuple(revision.said.get("depends_on"))),
        "isHead": revision.id in heads,
        "span": to_units(revision.spans["revision"]),
        "fault": faults.get(revision.path) or revision.fault,
        "comments": [to_units(each) for each in source.comments()],
        "imports": [{**each, "span": to_units(each["span"])} for each in application_imports(revision, settings)],
        "up": _half(revision, halves, "upgrade", "up"),
        "down": _half(revision, halves, "downgrade", "down"),
    }


def _half(revision, halves, function, key):
    source = revision.source
    node = revision.function(function)
    half = dict(halves.get(key, {"statements": [], "reads": []}))
    if node is None:
        return {**half, "span": None, "body": "absent"}
    start = source.offset(node.lineno, node.col_offset)
    end = source.line_span(node.lineno)[1]
    return {**half, "span": [source.units(start), source.units(end)], "body": _body(node)}


def _body(node):
    """Whether a function does nothing, does nothing but refuse, or does something."""
    rest = [each for each in node.body if not isinstance(each, ast.Pass)
            and not (isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant))
            and not (isinstance(each, ast.Return) and (each.value is None or isinstance(each.value, ast.Constant)))]
    if not rest:
        return "empty"
    return "refuses" if isinstance(rest[0], ast.Raise) else "something"
