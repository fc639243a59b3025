"""Keep where viewers came from, published works with their figures, and the labels of content and fans.

Revision 0027, after 0026.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "traffic_sources",
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("show", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("viewers", WHOLE, nullable=True),
        sa.Column("views", WHOLE, nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("day_at", "show", "name", name=op.f("pk_traffic_sources")),
    )
    op.create_table(
        "traffic_works",
        sa.Column("work", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("own_kind", sa.String(), nullable=False),
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("length_s", sa.Float(), nullable=True),
        sa.Column("plays", WHOLE, nullable=True),
        sa.Column("completion", sa.Float(), nullable=True),
        sa.Column("stay_s", sa.Float(), nullable=True),
        sa.Column("click_rate", sa.Float(), nullable=True),
        sa.Column("conversion", sa.Float(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("work", name=op.f("pk_traffic_works")),
    )
    op.create_index("ix_traffic_works_day_at", "traffic_works", ["day_at"])
    op.create_table(
        "traffic_labels",
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("day_at", "side", "label", name=op.f("pk_traffic_labels")),
    )


def downgrade() -> None:
    for name in ("traffic_labels", "traffic_works", "traffic_sources"):
        op.drop_table(name)
