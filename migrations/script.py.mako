<% name = up_revision + "_" + message.lower().replace(" ", "_") %>\
"""${message}"""

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    op.run_sql_file("${name}.up.sql")


def downgrade() -> None:
    op.run_sql_file("${name}.down.sql")
