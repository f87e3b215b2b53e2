"""What later versions of SQLAlchemy added, so that revisions written for them can be read with an older one."""

import sqlalchemy
from sqlalchemy import Index, UniqueConstraint, engine, types
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import expression


class _Uuid(postgresql.UUID):
    """`sa.Uuid` has options that PostgreSQL's type of 1.4 does not know."""

    def __init__(self, as_uuid=True, native_uuid=True, **_):
        super().__init__(as_uuid=as_uuid)


class _Citext(types.UserDefinedType):
    cache_ok = True

    def get_col_spec(self, **_):
        return "CITEXT"


TYPES = {"UUID": _Uuid, "Uuid": _Uuid, "Double": postgresql.DOUBLE_PRECISION, "DOUBLE": postgresql.DOUBLE_PRECISION,
         "DOUBLE_PRECISION": postgresql.DOUBLE_PRECISION}
# Names that only the parts of the package had.
EXPORTED = ("Connection", "Engine", "Row", "RowMapping", "Result", "CursorResult", "ScalarResult", "Dialect", "Select",
            "Insert", "Update", "Delete", "Subquery", "ColumnElement", "ClauseElement", "Executable", "Values")

LATER_OPTIONS = ((UniqueConstraint, "nulls_not_distinct"), (UniqueConstraint, "include"), (Index, "nulls_not_distinct"))


def add_later_names():
    """Adds what is missing; does nothing with SQLAlchemy 2."""
    for name, value in TYPES.items():
        for module in (sqlalchemy, types):
            _add(module, name, value)
    _add(postgresql, "CITEXT", _Citext)
    for name in EXPORTED:
        found = getattr(engine, name, None) or getattr(expression, name, None)
        if found is not None:
            _add(sqlalchemy, name, found)
    _add(engine.Connection, "commit", lambda self: self.connection.commit())
    _add(engine.Connection, "rollback", lambda self: self.connection.rollback())


def later_ddl_compiler(dialect):
    """The compiler of definitions, with the options of unique constraints and indexes that this version does not know."""
    known = {element: set(options) for element, options in dialect.construct_arguments}
    missing = {(element, option) for element, option in LATER_OPTIONS if option not in known.get(element, ())}
    for element, option in missing:
        element.argument_for("postgresql", option, None)

    class Compiler(dialect.ddl_compiler):
        def visit_unique_constraint(self, constraint, **rest):
            text = super().visit_unique_constraint(constraint, **rest)
            options = constraint.dialect_options["postgresql"]
            if (UniqueConstraint, "nulls_not_distinct") in missing and options["nulls_not_distinct"]:
                text = text.replace("UNIQUE (", "UNIQUE NULLS NOT DISTINCT (", 1)
            if (UniqueConstraint, "include") in missing and options["include"]:
                names = [each if isinstance(each, str) else each.name for each in options["include"]]
                columns, end = text.rsplit(")", 1)
                text = "%s) INCLUDE (%s)%s" % (columns, ", ".join(map(self.preparer.quote, names)), end)
            return text

        def visit_create_index(self, create, **rest):
            text = super().visit_create_index(create, **rest)
            options = create.element.dialect_options["postgresql"]
            if (Index, "nulls_not_distinct") not in missing or not options["nulls_not_distinct"]:
                return text
            after = {key: options[key] for key in ("with", "tablespace", "where")}
            options.update({"with": {}, "tablespace": None, "where": None})
            try:
                head = super().visit_create_index(create, **rest)
            finally:
                options.update(after)
            return head + " NULLS NOT DISTINCT" + text[len(head) :]

    return Compiler if missing else dialect.ddl_compiler


def _add(holder, name, value):
    if not hasattr(holder, name):
        setattr(holder, name, value)
