"""A driver whose server is on the other side of a pipe."""

import importlib

import sqlalchemy
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.base import PGDialect

from . import driver
from .driver import COMMENT, DOES, ERRORS, READS, interpolated
from .values import value_of

# Types whose values the driver itself does not touch.
CAST = (sqlalchemy.String, sqlalchemy.Integer, sqlalchemy.SmallInteger, sqlalchemy.BigInteger, sqlalchemy.Date,
        sqlalchemy.DateTime, sqlalchemy.Time)
# Classes of codes whose errors have a class of their own in psycopg2, too.
CLASSES = {"22": "DataError", "23": "IntegrityError", "25": "InternalError", "42": "ProgrammingError",
           **dict.fromkeys(("08", "40", "53", "55", "57"), "OperationalError")}


class Connection(driver.Connection):
    """Begins a transaction with its first statement, as psycopg2 does."""

    def __init__(self, pipe, recorder):
        self.pipe = pipe
        self.recorder = recorder
        self._is_open = False

    def cursor(self, *_, **__):
        return Cursor(self)

    def run(self, sql):
        if not self.autocommit and not self._is_open:
            self._ask("begin")
            self._is_open = True
        return self._ask(sql)

    def commit(self):
        self._end("commit")
        self.recorder.committed()

    def rollback(self):
        self._end("rollback")

    def close(self):
        self.rollback()

    def _end(self, how):
        if self._is_open:
            self._is_open = False
            self._ask(how)

    def _ask(self, sql):
        answer = self.pipe.ask(sql)
        if "refused" not in answer:
            return answer
        error = ERRORS.get(CLASSES.get(answer["code"][:2]), driver.DatabaseError)(answer["refused"])
        error.pgcode = answer["code"]
        raise error


class Cursor(driver.Cursor):
    """Has what it runs recorded, unless it only asks."""

    def execute(self, statement, parameters=None):
        sql = interpolated(statement, parameters)
        bare = COMMENT.sub("", sql)
        with self.connection.recorder.sending(None if READS.match(bare) and not DOES.match(bare) else sql):
            answer = self.connection.run(sql)
        columns = answer["columns"]
        self.description = [(name,) + (None,) * 6 for name, _ in columns] or None
        self.rows = [tuple(value_of(value, columns[at][1]) for at, value in enumerate(row)) for row in answer["rows"]]
        self.rowcount = answer["count"]


class RelayDialect(driver.DriverlessDialect):
    """The server says what it is and what it has."""

    driver = "schemalint_relay"

    def initialize(self, connection):
        PGDialect.initialize(self, connection)


registry.register("postgresql.schemalint_relay", __name__, "RelayDialect")


def relay_engine(pipe, recorder, name):
    """An engine whose statements go through a pipe, with the casts of the driver that the project names."""
    engine = driver.engine_of("schemalint_relay", lambda: Connection(pipe, recorder))
    engine.dialect.colspecs = {**engine.dialect.colspecs, **_casting_types(name)}
    return engine


def _casting_types(name):
    """
    The types that SQLAlchemy 2 writes with a cast for a driver that says the type of each
    parameter: `'open'::VARCHAR` is refused where the server takes `'open'`.
    """
    if name not in ("psycopg", "psycopg_async", "asyncpg") or sqlalchemy.__version__ < "2":
        return {}
    module = importlib.import_module("sqlalchemy.dialects.postgresql." + name.partition("_")[0])
    types = module.dialect.colspecs
    return {key: types[key] for key in CAST if getattr(types.get(key), "render_bind_cast", False)}
