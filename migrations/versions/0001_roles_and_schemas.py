"""Roles and schemas."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.run_sql_file("0001_roles_and_schemas.up.sql")


def downgrade() -> None:
    op.run_sql_file("0001_roles_and_schemas.down.sql")
