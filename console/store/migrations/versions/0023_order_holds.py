"""Keep orders back, and find at once what left lately and what waits to be shipped.

Revision 0023, after 0022.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_index("ix_orders_shipped", "orders", ["under_id", "shipped_at", "paid_at", "shop_id"], unique=False)
    op.create_index(
        "ix_orders_to_ship",
        "orders",
        ["under_id", "ship_by_at", "risk", "refunding", "shop_id", "paid_at"],
        unique=False,
        sqlite_where=sa.text("status = 'to_ship'"),
    )
    op.create_table(
        "order_holds",
        sa.Column("order_id", WHOLE, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("held_at", WHOLE, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_holds_order_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_holds")),
    )


def downgrade() -> None:
    op.drop_table("order_holds")
    op.drop_index("ix_orders_to_ship", table_name="orders")
    op.drop_index("ix_orders_shipped", table_name="orders")
