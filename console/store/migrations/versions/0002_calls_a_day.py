"""How many calls each shop made each day: the platforms bill by calls, and only one of them says how many are left.

Revision 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "calls",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("day_at", Whole, nullable=False),
        sa.Column("count", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "day_at", name=op.f("pk_calls")),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
