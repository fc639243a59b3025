"""What goods cost the merchant, and which prices somebody was told of.

Revision 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "goods_costs",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("sku_id", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("cost_fen", Whole, nullable=False),
        sa.Column("kept_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "item_id", "sku_id", "source", name=op.f("pk_goods_costs")),
    )
    op.create_table(
        "price_alerts",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("spec", sa.String(), nullable=False),
        sa.Column("pays_fen", Whole, nullable=False),
        sa.Column("other_fen", Whole, nullable=True),
        sa.Column("floor_fen", Whole, nullable=True),
        sa.Column("gap_bp", Whole, nullable=True),
        sa.Column("margin_fen", Whole, nullable=True),
        sa.Column("seen_at", Whole, nullable=False),
        sa.Column("told_at", Whole, nullable=True),
        sa.PrimaryKeyConstraint("shop_id", "item_id", "kind", name=op.f("pk_price_alerts")),
    )
    # Costs stand in the details of goods: those of Youzan are read once more.
    op.execute("UPDATE items SET skus_at = NULL WHERE shop_id LIKE 'youzan:%'")


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
