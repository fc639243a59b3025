"""What the merchant wants of the platforms, each attempt at it, and an audit in which every row holds its forerunner.

Revision 0003, after 0002.
"""

import hashlib

import msgspec
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("object_kind", sa.String(), nullable=False),
        sa.Column("object_id", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("added_at", Whole, nullable=False),
        sa.Column("not_before_at", Whole, nullable=False),
        sa.Column("sent_at", Whole, nullable=True),
        sa.Column("accepted_at", Whole, nullable=True),
        sa.Column("unsure_at", Whole, nullable=True),
        sa.Column("ended_at", Whole, nullable=True),
        sa.Column("attempts", Whole, nullable=False),
        sa.Column("looks", Whole, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_index("ix_outbox_object", "outbox", ["shop_id", "object_kind", "object_id", "state"])
    op.create_index("ix_outbox_state", "outbox", ["state", "ended_at"])
    op.create_table(
        "outbox_calls",
        sa.Column("call_id", sa.String(), nullable=False),
        sa.Column("outbox_id", Whole, nullable=False),
        sa.Column("called_at", Whole, nullable=False),
        sa.Column("before", Whole, nullable=True),
        sa.Column("delta", Whole, nullable=True),
        sa.Column("read_from_at", Whole, nullable=False),
        sa.Column("read_at", Whole, nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("ended_at", Whole, nullable=True),
        sa.Column("seen", Whole, nullable=True),
        sa.Column("seen_from_at", Whole, nullable=True),
        sa.Column("seen_at", Whole, nullable=True),
        sa.ForeignKeyConstraint(
            ["outbox_id"], ["outbox.id"], name=op.f("fk_outbox_calls_outbox_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_outbox_calls")),
    )
    op.create_index("ix_outbox_calls_outbox_id", "outbox_calls", ["outbox_id"])
    chain_the_audit()


def chain_the_audit() -> None:
    """Older rows are numbered anew and get their hashes as they stand; that they were whole until now cannot be told.

    The hash is made as ``store/audit.py`` made it when this revision was written.
    """
    conn = op.get_bind()
    rows = conn.exec_driver_sql("SELECT at, action, subject, detail FROM audit ORDER BY id").all()
    op.drop_table("audit")
    op.create_table(
        "audit",
        sa.Column("id", Whole, nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    before, chained = "", []
    for number, (at, action, subject, detail) in enumerate(rows, 1):
        content = msgspec.json.encode([before, number, at, action, subject, detail])
        before = hashlib.sha256(content).hexdigest()
        chained.append((number, at, action, subject, detail, before))
    if chained:
        conn.exec_driver_sql("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)", chained)


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
