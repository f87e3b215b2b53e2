"""Payments, and the totals of orders."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.run_sql_file("0006_payments.up.sql")


def downgrade() -> None:
    op.run_sql_file("0006_payments.down.sql")
