"""Say of which shop imported traffic and channels' figures are: of the only one there is; of several nobody knows.

Revision 0035, after 0034.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ONLY = """(SELECT CASE COUNT(*) WHEN 1 THEN MAX(shop_id) ELSE '' END FROM shops
WHERE platform = '{0}' OR NOT EXISTS (SELECT 1 FROM shops WHERE platform = '{0}'))"""
KUAISHOU, YOUZAN = ONLY.format("kuaishou"), ONLY.format("youzan")


def upgrade() -> None:
    _anew(
        "traffic_sources",
        KUAISHOU,
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("show", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("viewers", WHOLE, nullable=True),
        sa.Column("views", WHOLE, nullable=True),
        keys=("day_at", "show", "name"),
    )
    op.drop_index("ix_traffic_works_day_at", "traffic_works")
    _anew(
        "traffic_works",
        KUAISHOU,
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
        keys=("work",),
    )
    op.create_index("ix_traffic_works_day_at", "traffic_works", ["day_at"])
    _anew(
        "traffic_labels",
        KUAISHOU,
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        keys=("day_at", "side", "label"),
    )
    _anew(
        "touch_figures",
        YOUZAN,
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        *(
            sa.Column(name, WHOLE, nullable=True)
            for name in ("sent", "reached", "opened", "cost_fen", "buyers", "margin_fen")
        ),
        keys=("day_at", "channel", "name"),
    )


def _anew(table: str, shop: str, *columns: "sa.Column[Any]", keys: tuple[str, ...]) -> None:
    """The table with its shop among its keys, and its rows as they were."""
    before = f"{table}_before"
    op.rename_table(table, before)
    op.create_table(
        table,
        sa.Column("shop_id", sa.String(), nullable=False),
        *columns,
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", *keys, name=op.f(f"pk_{table}")),
    )
    names = ", ".join([*(column.name for column in columns), "origin", "kept_at"])
    op.execute(f"INSERT INTO {table} (shop_id, {names}) SELECT {shop}, {names} FROM {before}")  # noqa: S608 - our names
    op.drop_table(before)


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
