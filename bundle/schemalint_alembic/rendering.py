"""Runs one half of a revision against the recording connection and notes what it would send."""

import contextlib
import signal
import sys
import threading
import traceback

import alembic.op
import sqlalchemy
from alembic.config import Config
from alembic.operations import Operations
from alembic.operations.batch import BatchOperationsImpl
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

from .memory import Memory
from .recording import recording_engine
from .stand_ins import StandIn


class TimeLimit(BaseException):
    """A half took too long; no `except Exception` of a revision may catch it."""

    is_time_limit = True


class Recorder:
    """Collects the statements of one half at a time."""

    passes_over = True

    def __init__(self, places):
        self.places = places
        self.memory = Memory()
        self.file = None
        self.forced = None
        self.statements, self.reads = [], []
        self.passed_over = None
        self._number = 0
        self._is_in_block = False

    def begin(self, file):
        self.file, self.forced = file, None
        self.statements, self.reads = [], []
        self.passed_over = None

    def place(self):
        return self.forced if self.forced is not None else self.places.here(self.file)

    def statement(self, sql, **facts):
        if self.file is None or sql.strip() in ("", ";"):
            return
        self.memory.note(sql)
        self.statements.append({**self.places.statement(sql.strip(), self.place()), **facts})

    def read(self, what):
        if self.file is None:
            return
        path, start, end, _ = self.place()
        source = self.places.source(path)
        read = {"what": " ".join(what.split())[:200], "file": path, "start": source.units(start), "end": source.units(end)}
        if read not in self.reads:
            self.reads.append(read)

    def pass_over(self, error):
        """Notes that the revision does something here of which nothing is known; what comes after it is read."""
        path, start, end, _ = self.place()
        source = self.places.source(path)
        self.passed_over = self.passed_over or {
            "message": message_of(error), "file": path, "start": source.units(start), "end": source.units(end), "goesOn": True,
        }

    def committed(self):
        if self.file is not None and not self._is_in_block:
            self.statement("COMMIT")
            self.statement("BEGIN")

    @contextlib.contextmanager
    def autocommit_block(self, block=contextlib.nullcontext):
        """Alembic commits what came before, runs the block without a transaction, and begins another."""
        self.statement("COMMIT", block="begin")
        self._is_in_block = True
        try:
            with block():
                yield
        finally:
            self._is_in_block = False
        self.statement("BEGIN", block="end")

    def number(self):
        self._number += 1
        return self._number


class _Batch(list):
    """The operations of `op.batch_alter_table`, which run when its block ends: each keeps its own place."""

    def __init__(self, recorder):
        super().__init__()
        self.recorder = recorder
        self.places = []

    def append(self, operation):
        super().append(operation)
        self.places.append(self.recorder.place())

    def __iter__(self):
        for operation, place in zip(list(super().__iter__()), self.places):
            self.recorder.forced = place
            yield operation
        self.recorder.forced = None


class Renderer:
    """Alembic's environment without env.py, on the recording connection."""

    def __init__(self, settings, places, seconds):
        self.recorder = Recorder(places)
        self.seconds = seconds
        self.driver = settings.driver
        self.engine = recording_engine(self.recorder)
        self.connection = self.engine.connect()
        self.config = _config(settings)
        self.script = ScriptDirectory(settings.script_folder)
        self.environment = EnvironmentContext(self.config, self.script, as_sql=False)
        self.options = {
            "target_metadata": sqlalchemy.MetaData(naming_convention=settings.environment.naming_convention),
            **settings.environment.said,
        }
        _watch_batches(self)
        _pass_over_unknown_operations(self)
        _pass_over_unknown_columns(self)
        _watch_opened_files(places)

    def half(self, module, name):
        """What `upgrade` or `downgrade` of a revision sends: statements, questions, and the fault that ended it."""
        function = getattr(module, name, None)
        if function is None:
            return {"statements": [], "reads": [], "missing": True}
        recorder = self.recorder
        with self.environment:
            self.environment.configure(connection=self.connection, **self.options)
            context = self.environment.get_context()
            context.autocommit_block = recorder.autocommit_block
            recorder.begin(module.__file__)
            with self._transaction(), Operations.context(context):
                fault = self._call(function) or recorder.passed_over
            statements, reads = recorder.statements, recorder.reads
            recorder.begin(None)
        half = {"statements": statements, "reads": reads}
        return half if fault is None else {**half, "fault": fault}

    @contextlib.contextmanager
    def _transaction(self):
        if self.connection.closed:
            self.connection = self.engine.connect()
        transaction = None if self.connection.in_transaction() else self.connection.begin()
        try:
            yield
        finally:
            self.recorder.file = None
            with contextlib.suppress(Exception):
                if transaction is not None:
                    transaction.rollback()
            with contextlib.suppress(Exception):
                self.connection.close()
            self.connection = self.engine.connect()

    def _call(self, function):
        try:
            with time_limit(self.seconds):
                function()
        except TimeLimit:
            return {"message": "it was not done after %d seconds" % self.seconds}
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever a revision raises, the others are read
            return fault_of(error, self.recorder.file, self.recorder.places)
        return None


def fault_of(error, path, places):
    """What ended a half, and the innermost line of the revision file in the traceback."""
    fault = {"message": message_of(error), "refuses": isinstance(error, NotImplementedError)}
    source = places.source(path)
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    if source is None or not lines:
        return fault
    start, end = source.line_span(lines[-1])
    return {**fault, "file": path, "start": source.units(start), "end": source.units(end)}


def message_of(error):
    text = " ".join(str(error).split("\n(Background")[0].split())
    return "%s: %s" % (type(error).__name__, text[:300]) if text else type(error).__name__


@contextlib.contextmanager
def time_limit(seconds):
    """Ends what runs too long, where the system can interrupt it."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def expire(*_):
        raise TimeLimit()

    before = signal.signal(signal.SIGALRM, expire)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _config(settings):
    config = Config(settings.path if settings.path.endswith((".ini", ".cfg")) else None, ini_section=settings.name)
    config.set_main_option("script_location", settings.script_folder.replace("%", "%%"))
    return config


def _watch_batches(renderer):
    initialize = BatchOperationsImpl.__init__

    def patched(self, *arguments, **keywords):
        initialize(self, *arguments, **keywords)
        self.batch = _Batch(renderer.recorder)

    BatchOperationsImpl.__init__ = patched


def _pass_over_unknown_operations(renderer):
    """An operation of a package that is not there does something, and gives nothing; on a server it is an error."""

    def unknown(name):
        error = AttributeError("module 'alembic.op' has no attribute %r" % name)
        recorder, caller = renderer.recorder, sys._getframe(1)
        source = None if recorder.file is None else recorder.places.source(caller.f_code.co_filename)
        start, end = (0, 0) if source is None else source.line_span(caller.f_lineno)
        if source is None or not recorder.passes_over or "attr(" in source.text[start:end]:
            raise error
        return lambda *_, **__: recorder.pass_over(error)

    alembic.op.__getattr__ = unknown


def _pass_over_unknown_columns(renderer):
    """A column that a missing module makes would be left out in silence, and the table seem to lack a key."""
    invoke = Operations.invoke

    def watched(self, operation):
        columns = [*(getattr(operation, "columns", None) or ()), getattr(operation, "column", None)]
        unknown = next((each for each in columns if isinstance(each, StandIn)), None)
        if unknown is None:
            return invoke(self, operation)
        error = TypeError("%s(), of %s, is not known" % (unknown._path, operation.table_name))
        if not renderer.recorder.passes_over:
            raise error
        renderer.recorder.pass_over(error)

    Operations.invoke = watched


def _watch_opened_files(places):
    def hook(event, arguments):
        if event == "open" and isinstance(arguments[0], str) and arguments[0].endswith(".sql"):
            places.note_opened(arguments[0])

    sys.addaudithook(hook)
