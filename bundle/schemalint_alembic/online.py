"""Lets Alembic itself run the revisions on a server, and notes every statement that they send, with its place."""

import contextlib

from alembic.runtime.environment import EnvironmentContext
from alembic.script import Script, ScriptDirectory

from .relay import relay_engine
from .rendering import Recorder, fault_of, message_of

# What fails then failed before, and the revision went on as if nothing were.
IN_FAILED_TRANSACTION = "25P02"


def run_online(renderer, revisions, halves, pipe, downs):
    """
    Upgrades to the heads; where the downs are wanted, too, then downgrades to nothing. What a
    half sent takes the place of what was rendered of it. Returns how many revisions went up,
    one whose statement the server refused included, and what ended that way up.
    """
    broken = next((each for each in revisions if each.module is None), None)
    if broken is not None:
        # Alembic loads all of them before it runs the first.
        return {"ran": 0, "ended": "%s is not loaded: %s" % (broken.id or broken.path, broken.fault)}
    run = _Run(renderer, revisions, pipe)
    ended = run.walk("up")
    if downs and ended is None:
        run.walk("down")
    run.close()
    for (path, key), half in run.halves.items():
        halves[path][key] = {"reads": halves[path].get(key, {}).get("reads", []), **half}
    ran = sum(1 for (_, key), half in run.halves.items() if key == "up" and "fault" not in half)
    return {"ran": ran, "ended": ended}


class OnlineRecorder(Recorder):
    """Collects what revisions send, and not what Alembic sends for its own table."""

    passes_over = False

    def __init__(self, places):
        super().__init__(places)
        self.refused = self.refusal = None

    @contextlib.contextmanager
    def sending(self, sql):
        """Around a statement that is sent; a question is None. One that is refused did nothing, and the revision may go on."""
        before = len(self.statements)
        if sql is not None:
            self.statement(sql)
        try:
            yield
        except Exception as error:
            self.refused, self.refusal = self.statements[before:], error
            del self.statements[before:]
            raise


class _Loaded(ScriptDirectory):
    """The revisions as they have been loaded already: to run their modules once more would do twice what they do."""

    def __init__(self, folder, revisions):
        self._revisions = revisions
        super().__init__(folder)

    def _load_revisions(self):
        for revision in self._revisions:
            yield Script(revision.module, revision.id, revision.path)


class _Run:
    def __init__(self, renderer, revisions, pipe):
        self.renderer = renderer
        self.recorder = renderer.recorder = OnlineRecorder(renderer.recorder.places)
        self.connection = relay_engine(pipe, self.recorder, renderer.driver).connect()
        self.script = _Loaded(renderer.script.dir, revisions)
        self.halves = {}
        self._current = None

    def walk(self, key):
        """All the way up or down; what ended it before its end."""
        steps = self._up if key == "up" else self._down
        options = self.renderer.options if key == "up" else {**self.renderer.options, "transaction_per_migration": True}
        try:
            with EnvironmentContext(self.renderer.config, self.script, fn=steps) as environment:
                environment.configure(connection=self.connection, **options)
                with environment.begin_transaction():
                    environment.run_migrations()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - a revision may raise anything
            self._note_end(error)
            return message_of(error)
        return None

    def close(self):
        with contextlib.suppress(Exception):
            self.connection.close()

    def _up(self, heads, context):
        return [self._watched(each, context, "up") for each in self.script._upgrade_revs("heads", heads)]

    def _down(self, heads, context):
        steps = self.script._downgrade_revs("base", heads) if heads else []
        return [self._watched(each, context, "down") for each in steps]

    def _watched(self, step, context, key):
        script, function, recorder = step.revision, step.migration_fn, self.recorder
        block = context.autocommit_block

        def watched(**options):
            recorder.begin(script.module.__file__)
            self._current = (script.path, key)
            self.halves[self._current] = {"ran": True, "statements": recorder.statements}
            context.autocommit_block = lambda: recorder.autocommit_block(block)
            function(**options)
            recorder.file = self._current = None

        step.migration_fn = watched
        return step

    def _note_end(self, error):
        recorder, current = self.recorder, self._current
        recorder.file = self._current = None
        if current is None:
            return
        is_refusal = recorder.refused and recorder.refusal in _causes(error)
        if is_refusal and recorder.refusal.pgcode != IN_FAILED_TRANSACTION:
            # Sent again, it is refused again, and told as that.
            self.halves[current]["statements"].extend(recorder.refused)
        else:
            self.halves[current]["fault"] = fault_of(error, current[0], recorder.places)


def _causes(error):
    while error is not None:
        yield error
        yield getattr(error, "orig", None)
        error = error.__cause__ or error.__context__
