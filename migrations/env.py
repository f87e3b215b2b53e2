"""Runs the files of sql/ under Alembic: one transaction each, over TLS unless the host is local."""

import importlib.util
import os
from logging.config import fileConfig
from pathlib import Path

from alembic import context
from alembic.operations import MigrateOperation, Operations
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

SQL_FOLDER = Path(__file__).resolve().parent / "sql"

# A waiting ALTER TABLE makes every later query wait behind it. It gives up instead.
LOCK_TIMEOUT = "5s"

# Any number will do, so long as every migration run of this database takes the same.
ADVISORY_LOCK = 7_305_551_812

ENCRYPTED = ("require", "verify-ca", "verify-full")


@Operations.register_operation("run_sql_file")
class RunSqlFile(MigrateOperation):
    """The operation that every revision consists of: op.run_sql_file("0001_….up.sql")."""

    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def run_sql_file(cls, operations: Operations, name: str) -> None:
        operations.invoke(cls(name))


@Operations.implementation_for(RunSqlFile)
def run_sql_file(operations: Operations, operation: RunSqlFile) -> None:
    """Sends the file as it stands. op.execute() would read :name and % as parameters."""
    sql = (SQL_FOLDER / operation.name).read_text(encoding="utf-8")
    if operations.migration_context.as_sql:
        operations.migration_context.impl.static_output(sql)
    else:
        operations.get_bind().exec_driver_sql(sql, execution_options={"no_parameters": True})


def run_offline() -> None:
    """Prints the SQL. It needs no database, and so no DATABASE_URL."""
    context.configure(dialect_name="postgresql", transaction_per_migration=True)
    context.get_context().impl.static_output(f"SET lock_timeout = '{LOCK_TIMEOUT}';\n")
    with context.begin_transaction():
        context.run_migrations()


def run_online() -> None:
    engine = create_engine(database_url(), poolclass=NullPool)
    with engine.connect() as connection:
        # Committed at once: Alembic leaves the transactions alone if it finds one open.
        with connection.begin():
            connection.exec_driver_sql(f"set lock_timeout = '{LOCK_TIMEOUT}'")
            connection.exec_driver_sql(f"select pg_advisory_lock({ADVISORY_LOCK})")
        context.configure(connection=connection, transaction_per_migration=True)
        with context.begin_transaction():
            context.run_migrations()


def database_url() -> URL:
    """DATABASE_URL with the driver that is installed, and TLS unless the host is local."""
    text = os.environ.get("DATABASE_URL")
    if not text:
        raise SystemExit("DATABASE_URL is not set: postgresql://user@host/database")
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # The text may hold a password, so neither it nor the cause is shown.
        raise SystemExit("DATABASE_URL cannot be read: postgresql://user@host/database") from None
    if url.drivername.split("+")[0] not in ("postgresql", "postgres"):
        raise SystemExit(f"DATABASE_URL is for {url.drivername}, not for postgresql")
    return with_tls(url).set(drivername=f"postgresql+{installed_driver()}")


def with_tls(url: URL) -> URL:
    if all(is_local(host) for host in hosts(url)):
        return url
    mode = url.query.get("sslmode") or os.environ.get("PGSSLMODE")
    if mode is None:
        return url.update_query_dict({"sslmode": "require"})
    if mode not in ENCRYPTED:
        raise SystemExit(f"DATABASE_URL says sslmode={mode}: use verify-full or require")
    return url


def hosts(url: URL) -> list[str]:
    """Every host that libpq may try. An empty one is the local socket."""
    named = [url.query.get("hostaddr"), url.query.get("host"), url.host]
    given = next((host for host in named if host), None)
    if given is None:
        given = os.environ.get("PGHOSTADDR") or os.environ.get("PGHOST") or ""
    several = [given] if isinstance(given, str) else given
    return [host.strip() for entry in several for host in entry.split(",")]


def is_local(host: str) -> bool:
    if host.startswith(("/", "@")):
        return True
    return host in ("", "localhost", "127.0.0.1", "::1", "[::1]")


def installed_driver() -> str:
    for driver in ("psycopg2", "psycopg"):
        if importlib.util.find_spec(driver):
            return driver
    raise SystemExit("neither psycopg2 nor psycopg is installed")


if context.config.config_file_name is not None:
    fileConfig(context.config.config_file_name, disable_existing_loggers=False)

if context.is_offline_mode():
    run_offline()
else:
    run_online()
