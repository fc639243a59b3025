"""The first shape of the file."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "after_sales",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("after_sale_no", sa.String(), nullable=False),
        sa.Column("order_no", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_code", sa.String(), nullable=False),
        sa.Column("amount_fen", Whole, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("line_no", sa.String(), nullable=False),
        sa.Column("created_at", Whole, nullable=True),
        sa.Column("updated_at", Whole, nullable=True),
        sa.Column("deadline_at", Whole, nullable=True),
        sa.Column("finished_at", Whole, nullable=True),
        sa.Column("kept_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_after_sales")),
        sa.UniqueConstraint("shop_id", "after_sale_no", name="uq_after_sales"),
    )
    op.create_index("ix_after_sales_order", "after_sales", ["shop_id", "order_no"])

    op.create_table(
        "audit",
        sa.Column("id", Whole, nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "cursors",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("watermark", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "stream", name=op.f("pk_cursors")),
    )
    op.create_table(
        "health",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("success_at", Whole, nullable=True),
        sa.Column("trouble_at", Whole, nullable=True),
        sa.Column("since_at", Whole, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "stream", name=op.f("pk_health")),
    )
    op.create_table(
        "items",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("category_id", sa.String(), nullable=False),
        sa.Column("category_name", sa.String(), nullable=False),
        sa.Column("price_fen", Whole, nullable=True),
        sa.Column("stock", Whole, nullable=True),
        sa.Column("sold", Whole, nullable=True),
        sa.Column("image_url", sa.String(), nullable=False),
        sa.Column("on_shelf", sa.Boolean(), nullable=True),
        sa.Column("audit", sa.String(), nullable=False),
        sa.Column("audit_reason", sa.String(), nullable=False),
        sa.Column("created_at", Whole, nullable=True),
        sa.Column("updated_at", Whole, nullable=True),
        sa.Column("kept_at", Whole, nullable=False),
        sa.Column("skus_at", Whole, nullable=True),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("under_id", Whole, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
        sa.UniqueConstraint("shop_id", "item_id", name="uq_items"),
    )
    op.create_index("ix_items_under", "items", ["under_id"])

    op.create_table(
        "links",
        sa.Column("id", Whole, nullable=False),
        sa.Column("kuaishou_shop_id", sa.String(), nullable=False),
        sa.Column("youzan_shop_id", sa.String(), nullable=False),
        sa.Column("order_no", sa.String(), nullable=True),
        sa.Column("trade_no", sa.String(), nullable=True),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("changed_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_links")),
        sa.UniqueConstraint("kuaishou_shop_id", "order_no", name="uq_links_order"),
    )
    op.create_index("ix_links_trade", "links", ["youzan_shop_id", "trade_no"])

    op.create_table(
        "orders",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("order_no", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_code", sa.String(), nullable=False),
        sa.Column("created_at", Whole, nullable=True),
        sa.Column("paid_at", Whole, nullable=True),
        sa.Column("shipped_at", Whole, nullable=True),
        sa.Column("finished_at", Whole, nullable=True),
        sa.Column("updated_at", Whole, nullable=True),
        sa.Column("ship_by_at", Whole, nullable=True),
        sa.Column("amount_fen", Whole, nullable=True),
        sa.Column("goods_fen", Whole, nullable=True),
        sa.Column("discount_fen", Whole, nullable=True),
        sa.Column("postage_fen", Whole, nullable=True),
        sa.Column("refunded_fen", Whole, nullable=True),
        sa.Column("buyer_id", sa.String(), nullable=False),
        sa.Column("buyer_masked", sa.String(), nullable=False),
        sa.Column("buyer_note", sa.String(), nullable=False),
        sa.Column("seller_note", sa.String(), nullable=False),
        sa.Column("flag", sa.String(), nullable=False),
        sa.Column("risk", sa.Boolean(), nullable=False),
        sa.Column("refunding", sa.Boolean(), nullable=False),
        sa.Column("outer_no", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("receiver", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("parcels", sa.String(), nullable=False),
        sa.Column("kept_at", Whole, nullable=False),
        sa.Column("mapping", sa.String(), nullable=True),
        sa.Column("under_id", Whole, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
        sa.UniqueConstraint("shop_id", "order_no", name="uq_orders"),
    )
    op.create_index(
        "ix_orders_view",
        "orders",
        [
            "under_id",
            "paid_at",
            "id",
            "status",
            "mapping",
            "refunding",
            "shop_id",
            "amount_fen",
            "ship_by_at",
            "created_at",
        ],
    )

    op.create_table(
        "pairs",
        sa.Column("id", Whole, nullable=False),
        sa.Column("kuaishou_shop_id", sa.String(), nullable=False),
        sa.Column("youzan_shop_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairs")),
        sa.UniqueConstraint("kuaishou_shop_id", name=op.f("uq_pairs_kuaishou_shop_id")),
        sa.UniqueConstraint("youzan_shop_id", name=op.f("uq_pairs_youzan_shop_id")),
    )
    op.create_table(
        "quarantine",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("stream", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("raw", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("first_at", Whole, nullable=False),
        sa.Column("last_at", Whole, nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "stream", "key", name=op.f("pk_quarantine")),
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )
    op.create_table(
        "shops",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("platform_shop_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("open_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shops")),
        sa.UniqueConstraint("shop_id", name=op.f("uq_shops_shop_id")),
    )
    op.create_table(
        "skus",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("sku_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("spec", sa.String(), nullable=False),
        sa.Column("price_fen", Whole, nullable=True),
        sa.Column("stock", Whole, nullable=True),
        sa.Column("reserved", Whole, nullable=True),
        sa.Column("image_url", sa.String(), nullable=False),
        sa.Column("updated_at", Whole, nullable=True),
        sa.Column("kept_at", Whole, nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skus")),
        sa.UniqueConstraint("shop_id", "item_id", "sku_id", name="uq_skus"),
    )
    op.create_table(
        "order_lines",
        sa.Column("order_id", Whole, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("line_no", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("sku_id", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("spec", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price_fen", Whole, nullable=True),
        sa.Column("amount_fen", Whole, nullable=True),
        sa.Column("image_url", sa.String(), nullable=False),
        sa.Column("outer_line_no", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_lines_order_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("order_id", "position", name=op.f("pk_order_lines")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_search",
        sa.Column("order_id", Whole, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_search_order_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_search")),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
