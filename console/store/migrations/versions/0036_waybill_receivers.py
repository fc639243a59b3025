"""Remember to whom the parcel of a waybill number goes, so that an address that changed since is noticed.

Revision 0036, after 0035.
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "waybill_receivers",
        sa.Column("waybill_id", WHOLE, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["waybill_id"], ["waybills.id"], name=op.f("fk_waybill_receivers_waybill_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("waybill_id", name=op.f("pk_waybill_receivers")),
    )


def downgrade() -> None:
    op.drop_table("waybill_receivers")
