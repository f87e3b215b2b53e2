"""The audit log, partitioned by month."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.run_sql_file("0007_audit_events.up.sql")


def downgrade() -> None:
    op.run_sql_file("0007_audit_events.down.sql")
