"""The function that keeps updated_at."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.run_sql_file("0002_set_updated_at.up.sql")


def downgrade() -> None:
    op.run_sql_file("0002_set_updated_at.down.sql")
