"""Find the few marks, orders and words of a loud show without reading its whole log.

Revision 0021, after 0020.
"""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_live_events_type", "live_events", ["session_id", "type", "at"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_live_events_type", table_name="live_events")
