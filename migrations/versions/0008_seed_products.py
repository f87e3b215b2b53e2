"""The products that every environment sells."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.run_sql_file("0008_seed_products.up.sql")


def downgrade() -> None:
    op.run_sql_file("0008_seed_products.down.sql")
