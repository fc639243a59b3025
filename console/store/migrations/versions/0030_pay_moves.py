"""Remember which pay times moved, so that what competed there is compared again.

Revision 0030, after 0029.
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "pay_moves",
        sa.Column("order_id", WHOLE, nullable=False),
        sa.Column("paid_at", WHOLE, nullable=False),
        sa.Column("moved_at", WHOLE, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_pay_moves_order_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("order_id", "paid_at", name=op.f("pk_pay_moves")),
    )


def downgrade() -> None:
    op.drop_table("pay_moves")
