"""A driver without a server: SQLAlchemy believes it is connected, and every statement is recorded."""

import re

import sqlalchemy
from sqlalchemy import event
from sqlalchemy.dialects import registry
from sqlalchemy.engine import default

from . import driver
from .driver import COMMENT, DOES, READS, interpolated


class Connection(driver.Connection):
    """A connection whose transactions are nobody's, unless a revision ends one itself."""

    server_version = 170000

    def __init__(self, recorder):
        self.recorder = recorder

    def cursor(self, *_, **__):
        return Cursor(self.recorder, self)

    def commit(self):
        self.recorder.committed()


class Cursor(driver.Cursor):
    """Records what it is given; an answer has the expected columns and no rows, but where a row is sure."""

    def __init__(self, recorder, connection):
        super().__init__(connection)
        self.recorder = recorder
        self.context = None

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


class RecordingDialect(driver.DriverlessDialect):
    """Questions about what exists are answered from the recorder's memory."""

    driver = "schemalint"
    recorder = None

    def initialize(self, connection):
        self.server_version_info = (17, 0)
        self.default_schema_name = "public"
        self.default_isolation_level = "READ COMMITTED"
        self.max_identifier_length = 63
        self._backslash_escapes = False
        self.supports_smallserial = True
        self.supports_identity_columns = True

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
    engine = driver.engine_of("schemalint", lambda: Connection(recorder))
    engine.dialect.recorder = recorder

    @event.listens_for(engine, "before_cursor_execute")
    def remember(connection, cursor, statement, parameters, context, executemany):
        cursor.context = context

    return engine
