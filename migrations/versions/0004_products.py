"""Products and their prices."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.run_sql_file("0004_products.up.sql")


def downgrade() -> None:
    op.run_sql_file("0004_products.down.sql")
