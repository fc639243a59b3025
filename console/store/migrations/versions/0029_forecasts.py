"""Keep forecasts as they were made, and what ads cost on days that only the merchant knows.

Revision 0029, after 0028.
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "forecasts",
        sa.Column("id", WHOLE, nullable=False),
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("made_at", WHOLE, nullable=False),
        sa.Column("begin_at", WHOLE, nullable=False),
        sa.Column("wape", sa.Float(), nullable=True),
        sa.Column("naive_wape", sa.Float(), nullable=True),
        sa.Column("coverage", sa.Float(), nullable=True),
        sa.Column("driven", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forecasts")),
    )
    op.create_index("ix_forecasts_made_at", "forecasts", ["shop_id", "made_at"])
    op.create_table(
        "forecast_days",
        sa.Column("forecast_id", WHOLE, nullable=False),
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("paid_fen", WHOLE, nullable=False),
        sa.Column("low80_fen", WHOLE, nullable=False),
        sa.Column("high80_fen", WHOLE, nullable=False),
        sa.Column("low95_fen", WHOLE, nullable=False),
        sa.Column("high95_fen", WHOLE, nullable=False),
        sa.Column("spend_fen", WHOLE, nullable=True),
        sa.ForeignKeyConstraint(
            ["forecast_id"], ["forecasts.id"], name=op.f("fk_forecast_days_forecast_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("forecast_id", "day_at", name=op.f("pk_forecast_days")),
    )
    op.create_table(
        "ad_spend_days",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("day_at", WHOLE, nullable=False),
        sa.Column("cost_fen", WHOLE, nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("kept_at", WHOLE, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "day_at", name=op.f("pk_ad_spend_days")),
    )


def downgrade() -> None:
    op.drop_table("ad_spend_days")
    op.drop_table("forecast_days")
    op.drop_index("ix_forecasts_made_at", table_name="forecasts")
    op.drop_table("forecasts")
