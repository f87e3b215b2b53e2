"""A driver without a server: SQLAlchemy believes it is connected, and every statement is recorded."""

import datetime
import decimal
import enum
import json
import re
import uuid

import sqlalchemy
from sqlalchemy import create_engine, event, pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg2 import PGDialect_psycopg2
from sqlalchemy.engine import default

READS = re.compile(r"^\s*\(?\s*(SELECT|SHOW|EXPLAIN|VALUES|FETCH|TABLE)\b", re.I)
# SELECT setval(…) and the like are asked for what they do.
DOES = re.compile(r"^\s*SELECT\s+(?:pg_catalog\.)?(setval|set_config|pg_advisory_\w+|create_\w+|add_\w+|drop_\w+|cron\.\w+)\s*\(", re.I)
COMMENT = re.compile(r"^(\s*(--[^\n]*(\n|$)|/\*.*?\*/))+", re.S)


class Error(Exception):
    """What a driver raises; nothing here does."""


class Driver:
    """The module that SQLAlchemy takes for psycopg2."""

    paramstyle = "pyformat"
    apilevel = "2.0"
    threadsafety = 2
    __version__ = "2.9.9"
    Error = DatabaseError = InterfaceError = OperationalError = IntegrityError = Error
    ProgrammingError = DataError = InternalError = NotSupportedError = Warning = Error

    def __init__(self, recorder):
        self.recorder = recorder

    def connect(self, *_, **__):
        return Connection(self.recorder)

    @staticmethod
    def Binary(value):
        return value


class Connection:
    """A connection whose transactions are nobody's, unless a revision ends one itself."""

    closed = False
    autocommit = False
    notices = ()
    encoding = "UTF8"
    server_version = 170000

    def __init__(self, recorder):
        self.recorder = recorder

    def cursor(self, *_, **__):
        return Cursor(self.recorder, self)

    def commit(self):
        self.recorder.committed()

    def rollback(self):
        pass

    def close(self):
        pass


class Cursor:
    """Records what it is given; an answer has the expected columns and no rows, but where a row is sure."""

    arraysize = 1
    rowcount = 0
    lastrowid = None

    def __init__(self, recorder, connection):
        self.recorder = recorder
        self.connection = connection
        self.context = None
        self.description = None
        self.rows = []

    def execute(self, statement, parameters=None):
        sql = interpolated(statement, parameters)
        bare = COMMENT.sub("", sql)
        columns = _columns(self.context)
        if READS.match(bare) and not DOES.match(bare):
            self.recorder.read(sql)
            self.description = [(each,) + (None,) * 6 for each in columns or ["?column?"]]
            self.rows = _sure_rows(bare)
        else:
            self.recorder.statement(sql)
            returning = re.search(r"\bRETURNING\b(.*)$", bare, re.I | re.S)
            named = columns or ([each.strip() for each in returning.group(1).split(",")] if returning else [])
            self.description = [(each,) + (None,) * 6 for each in named] or None
            made = re.match(r"\s*INSERT\b", bare, re.I) and returning
            self.rows = [tuple(self.recorder.number() for _ in named)] if made else []
        self.rowcount = len(self.rows)

    def mogrify(self, statement, parameters=None):
        return interpolated(statement, parameters).encode()

    def executemany(self, statement, several):
        for parameters in several:
            self.execute(statement, parameters)

    def fetchone(self):
        return self.rows.pop(0) if self.rows else None

    def fetchmany(self, size=None):
        return self.fetchall()

    def fetchall(self):
        rows, self.rows = self.rows, []
        return rows

    def close(self):
        pass

    def setinputsizes(self, *_):
        pass


def _sure_rows(sql):
    """An empty database counts nothing, and nothing exists in it."""
    if re.match(r"\s*SELECT\s+COUNT\s*\(", sql, re.I) and not re.search(r"\bGROUP\s+BY\b", sql, re.I):
        return [(0,)]
    if re.match(r"\s*SELECT\s+EXISTS\s*\(", sql, re.I):
        return [(False,)]
    return []


def _columns(context):
    compiled = getattr(context, "compiled", None)
    found = getattr(compiled, "_result_columns", None) or []
    return [each[0] for each in found]


def interpolated(statement, parameters):
    """The statement as psycopg2 would send it: its parameters put in as literals."""
    if not parameters and "%" not in statement:
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
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        value = value.isoformat()
    if isinstance(value, datetime.timedelta):
        value = "%d seconds" % value.total_seconds()
    if not isinstance(value, (str, uuid.UUID)):
        value = str(value)
    return "'%s'" % str(value).replace("'", "''")


class RecordingDialect(PGDialect_psycopg2):
    """PostgreSQL as SQLAlchemy writes it; questions about what exists are answered from the recorder's memory."""

    driver = "schemalint"
    supports_statement_cache = False
    recorder = None

    @classmethod
    def import_dbapi(cls):
        raise AssertionError("the driver is given")

    dbapi_class = import_dbapi

    def on_connect(self):
        return None

    def initialize(self, connection):
        self.server_version_info = (17, 0)
        self.default_schema_name = "public"
        self.default_isolation_level = "READ COMMITTED"
        self.max_identifier_length = 63
        self._backslash_escapes = False
        self.supports_smallserial = True
        self.supports_identity_columns = True

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

    def has_schema(self, connection, schema, **_):
        return schema in self.recorder.memory.schemas

    def has_table(self, connection, table_name, schema=None, **_):
        return self._table(table_name, schema) is not None

    def has_type(self, connection, type_name, schema=None, **_):
        return (schema or "public", type_name) in self.recorder.memory.types

    def has_sequence(self, connection, sequence_name, schema=None, **_):
        return (schema or "public", sequence_name) in self.recorder.memory.sequences

    def has_index(self, connection, table_name, index_name, schema=None, **_):
        table = self._table(table_name, schema)
        return table is not None and index_name in table["indexes"]

    def get_schema_names(self, connection, **_):
        return sorted(self.recorder.memory.schemas)

    def get_table_names(self, connection, schema=None, **_):
        return [name for place, name in self.recorder.memory.tables if place == (schema or "public")]

    def get_view_names(self, connection, schema=None, **_):
        self.recorder.read("the views of the schema %s" % (schema or "public"))
        return []

    get_materialized_view_names = get_view_names

    def get_enums(self, connection, schema=None, **_):
        return [{"name": name, "schema": place, "visible": True, "labels": []}
                for place, name in self.recorder.memory.types]

    _load_enums = get_enums

    def get_columns(self, connection, table_name, schema=None, **_):
        return [
            {"name": name, "type": sqlalchemy.types.NullType(), "nullable": nullable, "default": None,
             "autoincrement": False, "comment": None}
            for name, nullable in self._known(table_name, schema)["columns"].items()
        ]

    def get_pk_constraint(self, connection, table_name, schema=None, **_):
        name, columns = self._known(table_name, schema)["primary"] or (None, [])
        return {"name": name or "%s_pkey" % table_name, "constrained_columns": columns}

    def get_foreign_keys(self, connection, table_name, schema=None, **_):
        return [
            {"name": name, "constrained_columns": columns, "referred_schema": schema,
             "referred_table": target[1] if target else None, "referred_columns": referred, "options": {}}
            for name, (columns, target, referred) in self._known(table_name, schema)["foreign"].items()
        ]

    def get_indexes(self, connection, table_name, schema=None, **_):
        return [{"name": name, "column_names": columns, "unique": unique, "include_columns": [], "dialect_options": {}}
                for name, (columns, unique) in self._known(table_name, schema)["indexes"].items()]

    def get_unique_constraints(self, connection, table_name, schema=None, **_):
        return [{"name": name, "column_names": columns, "duplicates_index": None}
                for name, (columns,) in self._known(table_name, schema)["uniques"].items()]

    def get_check_constraints(self, connection, table_name, schema=None, **_):
        return [{"name": name, "sqltext": text} for name, (text,) in self._known(table_name, schema)["checks"].items()]

    def get_table_comment(self, *_, **__):
        return {"text": None}

    def get_table_options(self, *_, **__):
        return {}

    def _table(self, name, schema):
        return self.recorder.memory.table(name, schema)

    def _known(self, name, schema):
        table = self._table(name, schema)
        if table is None:
            self.recorder.read("what the table %s has" % name)
            return {"columns": {}, "primary": None, "uniques": {}, "foreign": {}, "checks": {}, "indexes": {}}
        return table


# What SQLAlchemy 2 asks for several tables at once, it asks here one at a time.
for _name in ("columns", "pk_constraint", "foreign_keys", "indexes", "unique_constraints", "check_constraints",
              "table_comment", "table_options"):
    _general = getattr(default.DefaultDialect, "get_multi_%s" % _name, None)
    if _general is not None:
        setattr(RecordingDialect, "get_multi_%s" % _name, _general)

registry.register("postgresql.schemalint", __name__, "RecordingDialect")


def recording_engine(recorder):
    """An engine all of whose connections record."""
    engine = create_engine("postgresql+schemalint://", module=Driver(recorder), poolclass=pool.StaticPool)
    engine.dialect.recorder = recorder

    @event.listens_for(engine, "before_cursor_execute")
    def remember(connection, cursor, statement, parameters, context, executemany):
        cursor.context = context

    return engine
