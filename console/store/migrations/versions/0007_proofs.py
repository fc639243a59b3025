"""Proofs, gap audits, and what people decided about links.

Revision 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "proofs",
        sa.Column("id", Whole, nullable=False),
        sa.Column("kuaishou_shop_id", sa.String(), nullable=False),
        sa.Column("youzan_shop_id", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("made_at", Whole, nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("books", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proofs")),
    )
    op.create_index("ix_proofs_period", "proofs", ["period", "id"])
    op.create_table(
        "gap_audits",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("begin_at", Whole, nullable=False),
        sa.Column("end_at", Whole, nullable=False),
        sa.Column("begun_at", Whole, nullable=False),
        sa.Column("ended_at", Whole, nullable=False),
        sa.Column("there", Whole, nullable=False),
        sa.Column("missing", sa.String(), nullable=False),
        sa.Column("stale", sa.String(), nullable=False),
        sa.Column("repaired", sa.String(), nullable=False),
        sa.Column("unknown", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gap_audits")),
    )
    op.create_index("ix_gap_audits_shop", "gap_audits", ["shop_id", "begun_at"])
    op.create_table(
        "link_decisions",
        sa.Column("kuaishou_shop_id", sa.String(), nullable=False),
        sa.Column("order_no", sa.String(), nullable=False),
        sa.Column("youzan_shop_id", sa.String(), nullable=False),
        sa.Column("trade_no", sa.String(), nullable=False),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_at", Whole, nullable=False),
        sa.Column("difference_fen", Whole, nullable=True),
        sa.PrimaryKeyConstraint(
            "kuaishou_shop_id", "order_no", "youzan_shop_id", "trade_no", name=op.f("pk_link_decisions")
        ),
    )
    op.create_index("ix_link_decisions_trade", "link_decisions", ["youzan_shop_id", "trade_no"])


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
