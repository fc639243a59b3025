"""Which goods are the same: links that stand, pairs that are not, what a person is to be asked.

Revision 0006, after 0005.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "goods_links",
        sa.Column("id", Whole, nullable=False),
        sa.Column("kuaishou_shop_id", sa.String(), nullable=False),
        sa.Column("kuaishou_item_id", sa.String(), nullable=False),
        sa.Column("youzan_shop_id", sa.String(), nullable=False),
        sa.Column("youzan_item_id", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("linked_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goods_links")),
        sa.UniqueConstraint("kuaishou_shop_id", "kuaishou_item_id", "youzan_shop_id", name="uq_goods_links_kuaishou"),
        sa.UniqueConstraint("youzan_shop_id", "youzan_item_id", "kuaishou_shop_id", name="uq_goods_links_youzan"),
    )
    op.create_table(
        "goods_apart",
        sa.Column("kuaishou_shop_id", sa.String(), nullable=False),
        sa.Column("kuaishou_item_id", sa.String(), nullable=False),
        sa.Column("youzan_shop_id", sa.String(), nullable=False),
        sa.Column("youzan_item_id", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("parted_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint(
            "kuaishou_shop_id", "kuaishou_item_id", "youzan_shop_id", "youzan_item_id", name=op.f("pk_goods_apart")
        ),
    )
    op.create_index("ix_goods_apart_youzan", "goods_apart", ["youzan_shop_id", "youzan_item_id"])
    op.create_table(
        "goods_questions",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("candidates", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "item_id", name=op.f("pk_goods_questions")),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
