"""Remember when the items that a page or a whole list told were asked for.

Revision 0028, after 0027.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "item_readings",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("asked_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "kept_at", "complete", name=op.f("pk_item_readings")),
    )


def downgrade() -> None:
    op.drop_table("item_readings")
