"""Keep customers joined from both platforms, what their orders come to, and what people say of them.

Revision 0033, after 0032.
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NAMES = (
    "customer_identities",
    "customers",
    "customer_facets",
    "customer_choices",
    "customer_tags",
    "customer_notes",
    "customer_consents",
    "customer_marks",
    "customer_segments",
)


def upgrade() -> None:
    op.create_index("ix_orders_customer", "orders", ["shop_id", "buyer_id", "kept_at", "under_id"])
    op.create_table(
        "customer_identities",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("buyer_id", sa.String(), nullable=False),
        sa.Column("customer_id", WHOLE, nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("via", sa.String(), nullable=False),
        sa.Column("rivals", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("matched_at", WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_identities")),
        sa.UniqueConstraint("shop_id", "buyer_id", name=op.f("uq_customer_identities")),
    )
    op.create_index("ix_customer_identities_customer", "customer_identities", ["customer_id"])
    op.create_table(
        "customers",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("buyer_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tail", sa.String(), nullable=False),
        sa.Column("sides", sa.Integer(), nullable=False),
        sa.Column("placed", sa.Integer(), nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.Column("paid_fen", WHOLE, nullable=False),
        sa.Column("unpriced", sa.Integer(), nullable=False),
        sa.Column("margin_fen", WHOLE, nullable=True),
        sa.Column("refunds", sa.Integer(), nullable=False),
        sa.Column("refunded_fen", WHOLE, nullable=False),
        sa.Column("coupons", sa.Integer(), nullable=False),
        sa.Column("most_fen", WHOLE, nullable=True),
        sa.Column("first_at", WHOLE, nullable=True),
        sa.Column("last_at", WHOLE, nullable=True),
        sa.Column("gap_ms", WHOLE, nullable=True),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
    )
    op.create_index("ix_customers_last", "customers", ["last_at"])
    op.create_index("ix_customers_value", "customers", ["orders", "last_at", "paid_fen", "margin_fen", "shop_id"])
    op.create_table(
        "customer_facets",
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("customer_id", WHOLE, nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_customer_facets_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("facet", "value", "customer_id", name=op.f("pk_customer_facets")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_customer_facets_of", "customer_facets", ["customer_id"])
    op.create_table(
        "customer_choices",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("buyer_id", sa.String(), nullable=False),
        sa.Column("other_shop_id", sa.String(), nullable=False),
        sa.Column("other_buyer_id", sa.String(), nullable=False),
        sa.Column("together", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("chosen_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint(
            "shop_id", "buyer_id", "other_shop_id", "other_buyer_id", name=op.f("pk_customer_choices")
        ),
    )
    op.create_table(
        "customer_tags",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("buyer_id", sa.String(), nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("put_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "buyer_id", "tag", name=op.f("pk_customer_tags")),
    )
    op.create_index("ix_customer_tags_tag", "customer_tags", ["tag"])
    op.create_table(
        "customer_notes",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("buyer_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_notes")),
    )
    op.create_index("ix_customer_notes_of", "customer_notes", ["shop_id", "buyer_id"])
    op.create_table(
        "customer_consents",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("buyer_id", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("agreed", sa.Boolean(), nullable=False),
        sa.Column("told_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "buyer_id", "channel", name=op.f("pk_customer_consents")),
    )
    op.create_table(
        "customer_marks",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("buyer_id", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("marked_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "buyer_id", name=op.f("pk_customer_marks")),
    )
    op.create_table(
        "customer_segments",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("conditions", sa.String(), nullable=False),
        sa.Column("saved_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_segments")),
        sa.UniqueConstraint("name", name=op.f("uq_customer_segments_name")),
    )


def downgrade() -> None:
    for name in reversed(NAMES):
        op.drop_table(name)
    op.drop_index("ix_orders_customer", table_name="orders")
