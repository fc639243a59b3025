"""Terms of orders, deadlines that the merchant wrote down, and tracks of parcels.

Revision 0010, after 0009.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "order_terms",
        sa.Column("order_id", Whole, nullable=False),
        sa.Column("presale", sa.Boolean(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_terms")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_terms_order_id"), ondelete="CASCADE"),
    )
    op.create_table(
        "ship_notes",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("order_no", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("due_at", Whole, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("noted_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "order_no", "source", name=op.f("pk_ship_notes")),
    )
    op.create_table(
        "parcel_tracks",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("order_no", sa.String(), nullable=False),
        sa.Column("waybill_no", sa.String(), nullable=False),
        sa.Column("carrier_code", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("events", sa.String(), nullable=False),
        sa.Column("moved_at", Whole, nullable=True),
        sa.Column("asked_at", Whole, nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("found_at", Whole, nullable=True),
        sa.PrimaryKeyConstraint("shop_id", "order_no", "waybill_no", name=op.f("pk_parcel_tracks")),
    )
    op.create_index("ix_parcel_tracks_finding", "parcel_tracks", ["finding", "shop_id", "order_no"])


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
