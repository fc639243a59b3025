"""Keep touches of customers: task lists, figures of channels, coupons passed on, stored value, members.

Revision 0032, after 0031.
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "touch_lists",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("pardon", sa.String(), nullable=False),
        sa.Column("hold_share", sa.Float(), nullable=False),
        sa.Column("cost_fen", WHOLE, nullable=True),
        sa.Column("made_at", WHOLE, nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("exported_at", WHOLE, nullable=True),
        sa.Column("exported_by", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("done_at", WHOLE, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touch_lists")),
    )
    op.create_table(
        "touch_people",
        sa.Column("list_id", WHOLE, nullable=False),
        sa.Column("customer", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("touched_at", WHOLE, nullable=True),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"], ["touch_lists.id"], name=op.f("fk_touch_people_list_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("list_id", "customer", name=op.f("pk_touch_people")),
    )
    op.create_index("ix_touch_people_customer", "touch_people", ["customer", "touched_at"])
    op.create_table(
        "touch_refused",
        sa.Column("list_id", WHOLE, nullable=False),
        sa.Column("number", WHOLE, nullable=False),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("wrong", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.ForeignKeyConstraint(
            ["list_id"], ["touch_lists.id"], name=op.f("fk_touch_refused_list_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("list_id", "number", name=op.f("pk_touch_refused")),
    )
    op.create_table(
        "touch_figures",
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sent", WHOLE, nullable=True),
        sa.Column("reached", WHOLE, nullable=True),
        sa.Column("opened", WHOLE, nullable=True),
        sa.Column("cost_fen", WHOLE, nullable=True),
        sa.Column("buyers", WHOLE, nullable=True),
        sa.Column("margin_fen", WHOLE, nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("day_at", "channel", "name", name=op.f("pk_touch_figures")),
    )
    op.create_table(
        "coupon_shares",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("campaign", sa.String(), nullable=False),
        sa.Column("inviter", sa.String(), nullable=False),
        sa.Column("invitee", sa.String(), nullable=False),
        sa.Column("at", WHOLE, nullable=True),
        sa.Column("is_new", sa.Boolean(), nullable=True),
        sa.Column("used_at", WHOLE, nullable=True),
        sa.Column("paid_fen", WHOLE, nullable=True),
        sa.Column("margin_fen", WHOLE, nullable=True),
        sa.Column("cost_fen", WHOLE, nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "campaign", "inviter", "invitee", name=op.f("pk_coupon_shares")),
    )
    op.create_table(
        "stored_accounts",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("balance_fen", WHOLE, nullable=False),
        sa.Column("topup_fen", WHOLE, nullable=True),
        sa.Column("bonus_fen", WHOLE, nullable=True),
        sa.Column("spent_fen", WHOLE, nullable=True),
        sa.Column("refund_fen", WHOLE, nullable=True),
        sa.Column("last_at", WHOLE, nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "account", name=op.f("pk_stored_accounts")),
    )
    op.create_table(
        "stored_moves",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("at", WHOLE, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("fen", WHOLE, nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "move", name=op.f("pk_stored_moves")),
    )
    op.create_index("ix_stored_moves_at", "stored_moves", ["at"])
    op.create_table(
        "members",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("since_at", WHOLE, nullable=True),
        sa.Column("buyer", sa.String(), nullable=False),
        sa.Column("orders", WHOLE, nullable=True),
        sa.Column("paid_fen", WHOLE, nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "account", name=op.f("pk_members")),
    )


def downgrade() -> None:
    op.drop_index("ix_stored_moves_at", table_name="stored_moves")
    op.drop_index("ix_touch_people_customer", table_name="touch_people")
    for name in (
        "members",
        "stored_moves",
        "stored_accounts",
        "coupon_shares",
        "touch_figures",
        "touch_refused",
        "touch_people",
        "touch_lists",
    ):
        op.drop_table(name)
