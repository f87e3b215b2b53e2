"""Runs env.py for what it registers and configures, without letting it connect or migrate."""

import contextlib

from alembic.runtime.environment import EnvironmentContext

from .rendering import message_of
from .settings import Trouble

KEPT = ("target_metadata", "transaction_per_migration", "version_table", "version_table_schema", "include_schemas")


def run_environment(settings, renderer):
    """What env.py configures, and each `target_metadata` of it. It takes its offline path, which needs no database."""
    said, metadata = {}, []
    environment = EnvironmentContext(renderer.config, renderer.script, as_sql=True)

    def configure(*_, **options):
        said.update({key: options[key] for key in KEPT if options.get(key) is not None})
        metadata.append(options.get("target_metadata"))
        EnvironmentContext.configure(environment, connection=renderer.connection, **{**renderer.options, **said})

    environment.configure = configure
    environment.run_migrations = lambda **_: None
    environment.begin_transaction = contextlib.nullcontext
    try:
        with environment:
            renderer.script.run_env()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - whatever env.py raises, the user is told in one line
        raise Trouble("env.py cannot be run: %s" % message_of(error), "leave --alembic-env out, or give it what it needs") from None
    renderer.options.update(said)
    return said, metadata
