"""Accounts, users and memberships."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.run_sql_file("0003_accounts.up.sql")


def downgrade() -> None:
    op.run_sql_file("0003_accounts.down.sql")
