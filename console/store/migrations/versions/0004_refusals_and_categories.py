"""When goods were turned down and when that ended; the platforms' categories, and what was chosen among them.

Revision 0004, after 0003.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "refusals",
        sa.Column("id", Whole, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("seen_at", Whole, nullable=False),
        sa.Column("ended_at", Whole, nullable=True),
        sa.Column("ended_as", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusals")),
    )
    op.create_index("ix_refusals_item", "refusals", ["shop_id", "item_id"])
    op.create_table(
        "categories",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("category_id", sa.String(), nullable=False),
        sa.Column("parent_id", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("is_leaf", sa.Boolean(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=True),
        sa.Column("kept_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "category_id", name=op.f("pk_categories")),
    )
    op.create_table(
        "category_facts",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("category_id", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("kept_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "category_id", name=op.f("pk_category_facts")),
    )
    op.create_table(
        "item_facts",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("kept_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "item_id", name=op.f("pk_item_facts")),
    )
    op.create_table(
        "category_choices",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("item_id", sa.String(), nullable=False),
        sa.Column("category_id", sa.String(), nullable=False),
        sa.Column("chosen_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "item_id", name=op.f("pk_category_choices")),
    )
    # What stands refused in an older file was seen when its row was last written; earlier ones left no trace.
    op.execute(
        "INSERT INTO refusals (shop_id, item_id, text, seen_at, ended_as) "
        "SELECT shop_id, item_id, audit_reason, kept_at, '' FROM items "
        "WHERE audit IN ('refused', 'needs_changes') AND NOT gone"
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
