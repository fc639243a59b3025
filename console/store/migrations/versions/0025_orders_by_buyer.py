"""Find orders by who paid them.

Revision 0025, after 0024.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

COLUMNS = ["shop_id", "buyer_id", "paid_at", "amount_fen", "status", "source"]


def upgrade() -> None:
    op.create_index("ix_orders_buyer", "orders", COLUMNS, sqlite_where=sa.text("under_id IS NULL"))


def downgrade() -> None:
    op.drop_index("ix_orders_buyer", table_name="orders")
