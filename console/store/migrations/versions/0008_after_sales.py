"""What only the detail of an after-sale tells, and what is ours of it: its twin, and who answers it.

Revision 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "after_sale_details",
        sa.Column("after_sale_id", Whole, nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("carrier", sa.String(), nullable=False),
        sa.Column("answered_at", Whole, nullable=True),
        sa.Column("read_of", Whole, nullable=False),
        sa.Column("kept_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("after_sale_id", name=op.f("pk_after_sale_details")),
        sa.ForeignKeyConstraint(
            ["after_sale_id"],
            ["after_sales.id"],
            name=op.f("fk_after_sale_details_after_sale_id"),
            ondelete="CASCADE",
        ),
    )
    op.create_table(
        "after_sale_tickets",
        sa.Column("after_sale_id", Whole, nullable=False),
        sa.Column("other_id", Whole, nullable=True),
        sa.Column("under_id", Whole, nullable=True),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("operator_id", sa.String(), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("assigned_at", Whole, nullable=True),
        sa.PrimaryKeyConstraint("after_sale_id", name=op.f("pk_after_sale_tickets")),
        sa.ForeignKeyConstraint(
            ["after_sale_id"],
            ["after_sales.id"],
            name=op.f("fk_after_sale_tickets_after_sale_id"),
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
