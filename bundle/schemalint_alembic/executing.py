"""Loads every revision and renders both halves of each."""

import contextlib
import os
import sys
import warnings

from .graph import in_order
from .older_sqlalchemy import add_later_names
from .rendering import Renderer, TimeLimit, message_of, time_limit
from .settings import Trouble
from .stand_ins import StandIns


def execute_all(settings, places, ordered, options, pipe):
    """The halves of each revision by path, notes on what was replaced, what env.py said and how a run on a server went."""
    os.chdir(settings.root)
    sys.path[:0] = [path for path in [*settings.prepended, settings.root] if path not in sys.path]
    sys.path.extend(path for path in settings.search_path if path not in sys.path)
    warnings.simplefilter("ignore")
    add_later_names()
    replaced = _Replaced()
    _Environ.project, _Environ.report = settings.root, replaced
    os.environ.__class__ = _Environ
    seconds = options.get("seconds", 10)
    renderer = Renderer(settings, places, seconds)
    sys.meta_path.insert(0, StandIns(replaced))
    extra = {}
    if options.get("environment"):
        from .environment import run_environment
        from .models import read_models

        extra["said"], configured = run_environment(settings, renderer)
        extra["models"] = read_models(configured, places, settings.root)
    for revision in ordered:
        _load(revision, seconds, replaced, renderer)
    ordered, _ = in_order(ordered)
    halves = {}
    for revision in ordered:
        if revision.module is None:
            halves[revision.path] = {}
            continue
        replaced.revision = revision.path
        up = renderer.half(revision.module, "upgrade")
        after = renderer.recorder.memory.copy()
        down = renderer.half(revision.module, "downgrade")
        renderer.recorder.memory = after
        halves[revision.path] = {"up": up, "down": down}
    if options.get("online"):
        from .online import run_online

        extra["online"] = run_online(renderer, ordered, halves, pipe, options["online"] == "up and down")
    return halves, replaced.notes(), extra


class _Environ(type(os.environ)):
    """The environment, in which the project finds an empty text where a variable is missing."""

    project = report = None

    def __getitem__(self, key):
        try:
            return super().__getitem__(key)
        except KeyError:
            if not sys._getframe(1).f_code.co_filename.startswith(self.project):
                raise
        self.report("value", "os.environ[%r]" % (key,))
        return ""


def _load(revision, seconds, replaced, renderer):
    replaced.revision = revision.path
    try:
        # What a revision asks for while it is imported, it asks the environment.
        with renderer.environment, time_limit(seconds), contextlib.redirect_stdout(sys.stderr):
            renderer.environment.configure(connection=renderer.connection, **renderer.options)
            revision.load()
    except TimeLimit:
        revision.fault = "it was not loaded after %d seconds" % seconds
    except KeyboardInterrupt:
        raise
    except Trouble:
        raise
    except BaseException as error:  # noqa: BLE001 - one file that does not load hides no other
        revision.fault = message_of(error)


class _Replaced:
    """Which modules were replaced, and which types were rendered by their name alone."""

    def __init__(self):
        self.revision = None
        self.modules = {}
        self.broken = {}
        self.types = {}
        self.values = {}

    def __call__(self, kind, name, reason=None):
        if kind == "module":
            self.modules.setdefault(name.partition(".")[0], set()).add(self.revision)
        elif kind == "broken":
            self.broken.setdefault(name, reason)
        else:
            found = self.types if kind == "type" else self.values
            found.setdefault(name, set()).add(self.revision)

    def notes(self):
        notes = []
        for name, where in sorted(self.modules.items()):
            notes.append({"kind": "module", "name": name, "revisions": sorted(each for each in where if each)})
        for name, reason in sorted(self.broken.items()):
            notes.append({"kind": "broken", "name": name, "reason": reason[:200], "revisions": []})
        for kind, found in (("type", self.types), ("value", self.values)):
            for name, where in sorted(found.items()):
                notes.append({"kind": kind, "name": name, "revisions": sorted(each for each in where if each)})
        return notes
