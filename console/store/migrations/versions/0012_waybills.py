"""E-waybills: every number that was taken, and every print that was asked for.

Revision 0012, after 0011.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "waybills",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("order_no", sa.String(), nullable=False),
        sa.Column("package", sa.String(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("carrier_code", sa.String(), nullable=False),
        sa.Column("carrier_name", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("waybill_no", sa.String(), nullable=False),
        sa.Column("print_data", sa.String(), nullable=False),
        sa.Column("taken_at", Whole, nullable=False),
        sa.Column("voided_at", Whole, nullable=True),
        sa.Column("void_reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waybills")),
        sa.UniqueConstraint("shop_id", "company", "waybill_no", name="uq_waybills_number"),
        sa.UniqueConstraint("shop_id", "package", name="uq_waybills_package"),
    )
    op.create_index("ix_waybills_order", "waybills", ["shop_id", "order_no"])
    op.create_index("ix_waybills_taken_at", "waybills", ["taken_at"])
    op.create_table(
        "waybill_prints",
        sa.Column("id", Whole, nullable=False),
        sa.Column("waybill_id", Whole, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reprint", sa.Boolean(), nullable=False),
        sa.Column("printer", sa.String(), nullable=False),
        sa.Column("asked_at", Whole, nullable=False),
        sa.Column("begun_at", Whole, nullable=True),
        sa.Column("ended_at", Whole, nullable=True),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["waybill_id"], ["waybills.id"], name=op.f("fk_waybill_prints_waybill_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waybill_prints")),
    )
    op.create_index("ix_waybill_prints_state", "waybill_prints", ["state", "id"])
    op.create_index("ix_waybill_prints_waybill_id", "waybill_prints", ["waybill_id"])
    op.create_index(
        "uq_waybill_prints_open",
        "waybill_prints",
        ["waybill_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('queued', 'printing', 'unclear', 'held')"),
    )
    op.create_index(
        "uq_waybill_prints_first",
        "waybill_prints",
        ["waybill_id"],
        unique=True,
        sqlite_where=sa.text("state = 'printed' AND reprint = 0"),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
