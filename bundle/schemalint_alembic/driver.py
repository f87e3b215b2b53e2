"""What SQLAlchemy needs of a driver, without one: it believes that it talks through psycopg2."""

import datetime
import decimal
import enum
import json
import re
import uuid

from sqlalchemy import create_engine, pool
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2

from .older_sqlalchemy import later_ddl_compiler

READS = re.compile(r"^\s*\(?\s*(SELECT|SHOW|EXPLAIN|VALUES|FETCH|TABLE)\b", re.I)
# SELECT setval(…) and the like are asked for what they do.
DOES = re.compile(r"^\s*SELECT\s+(?:pg_catalog\.)?(setval|set_config|pg_advisory_\w+|create_\w+|add_\w+|drop_\w+|cron\.\w+)\s*\(", re.I)
COMMENT = re.compile(r"^(\s*(--[^\n]*(\n|$)|/\*.*?\*/))+", re.S)


class Error(Exception):
    """What a driver raises, with the server's code where psycopg2 has it. SQLAlchemy goes by the names of the classes."""

    pgcode = None


class DatabaseError(Error):
    pass


_NAMES = ("DataError", "IntegrityError", "InternalError", "OperationalError", "ProgrammingError")
ERRORS = {name: type(name, (DatabaseError,), {}) for name in _NAMES}


class Driver:
    """The module that SQLAlchemy takes for psycopg2."""

    paramstyle = "pyformat"
    apilevel = "2.0"
    threadsafety = 2
    __version__ = "2.9.9"
    Error = InterfaceError = NotSupportedError = Warning = Error
    DatabaseError = DatabaseError

    def __init__(self, connect):
        self._connect = connect
        self.__dict__.update(ERRORS)

    def connect(self, *_, **__):
        return self._connect()

    @staticmethod
    def Binary(value):
        return value


class Connection:
    """What every connection has."""

    closed = False
    autocommit = False
    notices = ()
    encoding = "UTF8"

    def commit(self):
        pass

    def rollback(self):
        pass

    def close(self):
        pass


class Cursor:
    """A cursor whose rows are known as soon as it has executed something."""

    arraysize = 1
    rowcount = -1
    lastrowid = None

    def __init__(self, connection):
        self.connection = connection
        self.description = None
        self.rows = []

    def execute(self, statement, parameters=None):
        raise NotImplementedError

    def executemany(self, statement, several):
        for parameters in several:
            self.execute(statement, parameters)

    def mogrify(self, statement, parameters=None):
        return interpolated(statement, parameters).encode()

    def fetchone(self):
        return self.rows.pop(0) if self.rows else None

    def fetchmany(self, size=None):
        taken, self.rows = self.rows[: size or 1], self.rows[size or 1 :]
        return taken

    def fetchall(self):
        rows, self.rows = self.rows, []
        return rows

    def close(self):
        pass

    def setinputsizes(self, *_):
        pass


class DriverlessDialect(PGDialect_psycopg2):
    """PostgreSQL as SQLAlchemy writes it for psycopg2, but for what reaches into psycopg2 itself."""

    supports_statement_cache = False
    ddl_compiler = later_ddl_compiler(PGDialect_psycopg2)

    @classmethod
    def import_dbapi(cls):
        raise AssertionError("the driver is given")

    dbapi_class = import_dbapi

    def on_connect(self):
        return None

    def do_executemany(self, cursor, statement, parameters, context=None):
        cursor.executemany(statement, parameters)

    def get_isolation_level(self, *_):
        return "READ COMMITTED"

    def get_default_isolation_level(self, *_):
        return "READ COMMITTED"

    def set_isolation_level(self, connection, level):
        connection.autocommit = level == "AUTOCOMMIT"

    def reset_isolation_level(self, connection):
        connection.autocommit = False

    def do_ping(self, connection):
        return True

    def is_disconnect(self, *_):
        return False


def engine_of(name, connect):
    """An engine of a registered dialect, with one connection."""
    return create_engine("postgresql+%s://" % name, module=Driver(connect), poolclass=pool.StaticPool)


def interpolated(statement, parameters):
    """The statement as psycopg2 would send it: its parameters put in as literals."""
    if parameters is None or (not parameters and "%" not in statement):
        return statement
    try:
        if isinstance(parameters, dict):
            return statement % {key: literal(value) for key, value in parameters.items()}
        return statement % tuple(literal(value) for value in parameters or ())
    except (TypeError, ValueError, KeyError):
        return statement


def literal(value):
    """A value as SQL."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, enum.Enum):
        return literal(value.name)
    if isinstance(value, (int, float, decimal.Decimal)):
        text = str(value)
        return text if re.match(r"^-?[\d.]+([eE][-+]?\d+)?$", text) else "'%s'" % text
    if isinstance(value, (bytes, bytearray, memoryview)):
        return "'\\x%s'::bytea" % bytes(value).hex()
    if isinstance(value, (list, tuple)):
        return "ARRAY[%s]" % ", ".join(map(literal, value)) if value else "'{}'"
    if isinstance(value, (dict, set)):
        value = json.dumps(value, default=str)
    kind = ""
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        kind = _kind_of(value)
        value = value.isoformat()
    if isinstance(value, datetime.timedelta):
        kind, value = "::interval", "%d days %d.%06d seconds" % (value.days, value.seconds, value.microseconds)
    if isinstance(value, uuid.UUID):
        kind = "::uuid"
    return "'%s'%s" % (str(value).replace("'", "''"), kind)


def _kind_of(value):
    """The cast that psycopg2 writes after a moment."""
    if isinstance(value, datetime.datetime):
        return "::timestamptz" if value.tzinfo else "::timestamp"
    if isinstance(value, datetime.time):
        return "::timetz" if value.tzinfo else "::time"
    return "::date"
