"""The revisions of a project: found, loaded or read, and put in the order in which Alembic runs them."""

import ast
import importlib.machinery
import importlib.util
import os
import re
import sys
import warnings

REVISION_FILE = re.compile(r"^(?!\.#|__init__)(.*)\.py$")


class Revision:
    """One revision file: what it says of itself in literals, and its module where it was loaded."""

    def __init__(self, path, source):
        self.path = path
        self.source = source
        self.module = None
        self.fault = None
        self.spans = {}
        self.said = {}
        for node in source.tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            for target in targets:
                if isinstance(target, ast.Name) and getattr(node, "value", None) is not None:
                    self._note(target.id, node.value)

    def _note(self, name, value):
        if name not in ("revision", "down_revision", "branch_labels", "depends_on"):
            return
        self.spans[name] = self.source.span(value)
        try:
            self.said[name] = ast.literal_eval(value)
        except ValueError:
            pass

    @property
    def id(self):
        return self.said.get("revision")

    def function(self, name):
        return next((node for node in self.source.tree.body
                     if isinstance(node, ast.FunctionDef) and node.name == name), None)

    def load(self):
        """Runs the file as Alembic does."""
        name = re.sub(r"\W", "_", os.path.splitext(os.path.basename(self.path))[0])
        spec = importlib.util.spec_from_file_location(name, self.path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for key in ("revision", "down_revision", "branch_labels", "depends_on"):
            if hasattr(module, key):
                self.said[key] = getattr(module, key)
        self.module = module


def find_revisions(settings, places):
    """The revision files of all version folders; and those that are not Python, with the reason."""
    revisions, broken, seen = [], [], set()
    for folder in settings.version_folders:
        for path in _files(folder, settings.recursive):
            real = os.path.realpath(path)
            if real in seen:
                continue
            seen.add(real)
            source = places.source(path)
            if source is None:
                broken.append({"file": path, "reason": _why_not_python(path)})
                continue
            revision = Revision(path, source)
            # A file without `revision` is a module that others import.
            if "revision" in revision.spans:
                revisions.append(revision)
    return revisions, broken


def _files(folder, recursive):
    if not os.path.isdir(folder):
        return
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isdir(path) and recursive and name != "__pycache__":
            yield from _files(path, recursive)
        elif REVISION_FILE.match(name):
            yield path


def _why_not_python(path):
    try:
        with open(path, "rb") as file:
            compile(file.read(), path, "exec", flags=ast.PyCF_ONLY_AST)
    except SyntaxError as error:
        return "%s (line %s)" % (error.msg, error.lineno)
    except (OSError, ValueError) as error:
        return str(error)
    return "the file cannot be read"


def in_order(revisions):
    """Parents first, as Alembic runs them; and what is wrong with the graph, by revision."""
    known = {}
    faults = {}
    for revision in revisions:
        if revision.id in known:
            faults[revision.path] = "revision %s is also in %s" % (revision.id, os.path.basename(known[revision.id].path))
        elif isinstance(revision.id, str):
            known[revision.id] = revision
        else:
            faults[revision.path] = "what `revision` is cannot be read"
    for revision in known.values():
        for parent in [*as_tuple(revision.said.get("down_revision")), *as_tuple(revision.said.get("depends_on"))]:
            if _resolve(parent, known) is None:
                faults[revision.path] = "it follows %s, and there is no such revision" % parent
    ordered = _by_alembic(known) if not faults else None
    if ordered is None:
        ordered = _topologically(known)
        for revision in known.values():
            if revision not in ordered:
                faults[revision.path] = "it is part of a cycle"
    rest = [revision for revision in revisions if revision not in ordered]
    return [*ordered, *rest], faults


def as_tuple(value):
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(each for each in value if isinstance(each, str))


def _resolve(name, known):
    if name in known:
        return known[name]
    for revision in known.values():
        if name in as_tuple(revision.said.get("branch_labels")):
            return revision
    matches = [revision for key, revision in known.items() if key.startswith(name)]
    return matches[0] if len(matches) == 1 else None


def _by_alembic(known):
    try:
        from alembic.script.revision import Revision as Node
        from alembic.script.revision import RevisionMap

        nodes = [
            Node(each.id, each.said.get("down_revision"), dependencies=as_tuple(each.said.get("depends_on")) or None,
                 branch_labels=as_tuple(each.said.get("branch_labels")) or None)
            for each in known.values()
        ]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            walked = list(RevisionMap(lambda: nodes).iterate_revisions("heads", None, implicit_base=True))
        ordered = [known[node.revision] for node in reversed(walked)]
        return ordered if len(ordered) == len(known) else None
    except Exception:  # noqa: BLE001 - then the order is found without it
        return None


def _topologically(known):
    ordered, waiting = [], list(known.values())
    while waiting:
        ready = [each for each in waiting if all(
            _resolve(parent, known) is None or _resolve(parent, known) in ordered
            for parent in [*as_tuple(each.said.get("down_revision")), *as_tuple(each.said.get("depends_on"))])]
        if not ready:
            break
        ordered.extend(ready[:1])
        waiting.remove(ready[0])
    return ordered


def heads_of(revisions):
    """The revisions that no other follows."""
    followed = {parent for each in revisions for parent in as_tuple(each.said.get("down_revision"))}
    known = {each.id: each for each in revisions}
    resolved = {_resolve(parent, known) for parent in followed}
    return [each.id for each in revisions if each not in resolved and isinstance(each.id, str)]
