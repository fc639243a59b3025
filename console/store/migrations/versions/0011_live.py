"""Live shows: what came in of them, sums per minute, and how many rows were not taken.

Revision 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "live_sessions",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("started_at", Whole, nullable=False),
        sa.Column("ended_at", Whole, nullable=True),
        sa.Column("last_at", Whole, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", name=op.f("pk_live_sessions")),
    )
    op.create_index("ix_live_sessions_started_at", "live_sessions", ["started_at"])
    op.create_table(
        "live_parts",
        sa.Column("part_id", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("started_at", Whole, nullable=False),
        sa.Column("ended_at", Whole, nullable=True),
        sa.Column("last_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("part_id", name=op.f("pk_live_parts")),
    )
    op.create_index("ix_live_parts_session_id", "live_parts", ["session_id"])
    op.create_table(
        "live_snapshots",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("online", Whole, nullable=True),
        sa.Column("viewers", Whole, nullable=True),
        sa.Column("views", Whole, nullable=True),
        sa.Column("exposed", Whole, nullable=True),
        sa.Column("avg_stay_s", sa.Float(), nullable=True),
        sa.Column("watch_s", Whole, nullable=True),
        sa.Column("comments", Whole, nullable=True),
        sa.Column("commenters", Whole, nullable=True),
        sa.Column("likes", Whole, nullable=True),
        sa.Column("likers", Whole, nullable=True),
        sa.Column("shares", Whole, nullable=True),
        sa.Column("gifts", Whole, nullable=True),
        sa.Column("gifters", Whole, nullable=True),
        sa.Column("interactors", Whole, nullable=True),
        sa.Column("new_followers", Whole, nullable=True),
        sa.Column("viewers_nonfan", Whole, nullable=True),
        sa.Column("item_exposed", Whole, nullable=True),
        sa.Column("item_clicks", Whole, nullable=True),
        sa.Column("item_clickers", Whole, nullable=True),
        sa.Column("orders_created", Whole, nullable=True),
        sa.Column("orders_paid", Whole, nullable=True),
        sa.Column("buyers", Whole, nullable=True),
        sa.Column("gmv_fen", Whole, nullable=True),
        sa.Column("refund_fen", Whole, nullable=True),
        sa.Column("sources", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "at", "source", name=op.f("pk_live_snapshots")),
    )
    op.create_table(
        "live_events",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("user_key", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("count", Whole, nullable=True),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("amount_fen", Whole, nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", "event_id", name=op.f("pk_live_events")),
    )
    op.create_index("ix_live_events_at", "live_events", ["session_id", "at"])
    op.create_table(
        "live_people",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("user_key", sa.String(), nullable=False),
        sa.Column("first_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "user_key", name=op.f("pk_live_people")),
    )
    op.create_table(
        "live_minutes",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("online_sum", Whole, nullable=False),
        sa.Column("online_n", Whole, nullable=False),
        sa.Column("comments", Whole, nullable=False),
        sa.Column("likes", Whole, nullable=False),
        sa.Column("shares", Whole, nullable=False),
        sa.Column("gifts", Whole, nullable=False),
        sa.Column("follows", Whole, nullable=False),
        sa.Column("enters", Whole, nullable=False),
        sa.Column("item_clicks", Whole, nullable=False),
        sa.Column("orders", Whole, nullable=False),
        sa.Column("gmv_fen", Whole, nullable=False),
        sa.Column("interactors", Whole, nullable=False),
        sa.Column("new_interactors", Whole, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "at", name=op.f("pk_live_minutes")),
    )
    op.create_table(
        "live_refusals",
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("rows", Whole, nullable=False),
        sa.Column("last_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("reason", name=op.f("pk_live_refusals")),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
