"""Orders and their lines."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.run_sql_file("0005_orders.up.sql")


def downgrade() -> None:
    op.run_sql_file("0005_orders.down.sql")
