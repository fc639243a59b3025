"""Where orders were made, and how many watch each shop's room.

Revision 0022, after 0021.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "live_rooms",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("people", Whole, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "shop_id", "at", name=op.f("pk_live_rooms")),
    )
    op.create_table(
        "order_places",
        sa.Column("order_id", Whole, nullable=False),
        sa.Column("kind", Whole, nullable=False),
        sa.Column("place_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_places")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_order_places_order_id"), ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("order_places")
    op.drop_table("live_rooms")
