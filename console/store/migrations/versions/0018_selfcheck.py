"""Monthly self-checks with their signatures, chat logs that were checked, after-sales seen in dispute.

Revision 0018, after 0017.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "self_checks",
        sa.Column("id", Whole, nullable=False),
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("made_at", Whole, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("books", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_checks")),
    )
    op.create_index("ix_self_checks_month", "self_checks", ["month", "id"], unique=False)
    op.create_table(
        "self_check_signs",
        sa.Column("id", Whole, nullable=False),
        sa.Column("report_id", Whole, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_self_check_signs")),
    )
    op.create_index(op.f("ix_self_check_signs_report_id"), "self_check_signs", ["report_id"], unique=False)
    op.create_table(
        "chat_checks",
        sa.Column("month", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("lines", Whole, nullable=False),
        sa.Column("bank", sa.String(), nullable=False),
        sa.Column("findings", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("month", "sha256", name=op.f("pk_chat_checks")),
    )
    op.create_table(
        "disputes_seen",
        sa.Column("after_sale_id", Whole, nullable=False),
        sa.Column("first_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("after_sale_id", name=op.f("pk_disputes_seen")),
        sa.ForeignKeyConstraint(
            ["after_sale_id"],
            ["after_sales.id"],
            name=op.f("fk_disputes_seen_after_sale_id"),
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
