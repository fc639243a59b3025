"""Remember which orders are to be asked for one by one, because a list told less of them than there is.

Revision 0024, after 0023.
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "order_asks",
        sa.Column("order_id", WHOLE, nullable=False),
        sa.Column("due_at", WHOLE, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_asks_order_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_asks")),
    )
    op.execute(  # what lists have left out until now
        "INSERT INTO order_asks (order_id, due_at) SELECT id, 0 FROM orders "
        "WHERE shop_id LIKE 'youzan:%' AND ((status = 'shipped' AND parcels = '[]') OR refunded_fen IS NULL)"
    )


def downgrade() -> None:
    op.drop_table("order_asks")
