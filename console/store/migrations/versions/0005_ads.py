"""The ads accounts that are bound, and what each of their hours cost and brought.

Revision 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHOLE_FIGURES = ("cost_fen", "ad_impressions", "impressions", "live_views")
MORE_FIGURES = (
    *("cart_clicks", "item_clicks", "orders_submitted", "orders", "gmv_fen", "paid_fen", "net_orders", "net_gmv_fen"),
    *("direct_orders", "direct_gmv_fen", "new_followers", "comments", "plays_completed"),
)


def upgrade() -> None:
    op.create_table(
        "ad_accounts",
        sa.Column("advertiser_id", sa.String(), nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("bound_at", Whole, nullable=False),
        sa.Column("read_at", Whole, nullable=True),
        sa.PrimaryKeyConstraint("advertiser_id", name=op.f("pk_ad_accounts")),
    )
    op.create_index(op.f("ix_ad_accounts_shop_id"), "ad_accounts", ["shop_id"])
    op.create_table(
        "ad_hours",
        sa.Column("advertiser_id", sa.String(), nullable=False),
        sa.Column("begin_at", Whole, nullable=False),
        *(sa.Column(name, Whole, nullable=True) for name in WHOLE_FIGURES),
        sa.Column("watched_s", sa.Float(), nullable=True),
        *(sa.Column(name, Whole, nullable=True) for name in MORE_FIGURES),
        sa.Column("completion", sa.Float(), nullable=True),
        sa.Column("kept_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("advertiser_id", "begin_at", name=op.f("pk_ad_hours")),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
