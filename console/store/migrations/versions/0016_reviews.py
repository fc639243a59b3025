"""Reviews by a model, and what was done about the duties of the checklists.

Revision 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "reviews",
        sa.Column("id", Whole, nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("surface", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("endpoint", sa.String(), nullable=False),
        sa.Column("prompt", sa.String(), nullable=False),
        sa.Column("input_hash", sa.String(), nullable=False),
        sa.Column("bank", sa.String(), nullable=False),
        sa.Column("sent", sa.String(), nullable=False),
        sa.Column("findings", sa.String(), nullable=False),
        sa.Column("dropped", Whole, nullable=False),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.Column("took_ms", Whole, nullable=True),
        sa.Column("tokens_in", Whole, nullable=True),
        sa.Column("tokens_out", Whole, nullable=True),
        sa.Column("cost_ufen", Whole, nullable=True),
        sa.Column("contested_at", Whole, nullable=True),
        sa.Column("contested_by", sa.String(), nullable=False),
        sa.Column("contest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_at"), "reviews", ["at"], unique=False)
    op.create_table(
        "duties",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("duty_id", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("due_on", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("done_at", Whole, nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.Column("changed_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "duty_id", name=op.f("pk_duties")),
    )
    op.create_table(
        "duty_proofs",
        sa.Column("shop_id", sa.String(), nullable=False),
        sa.Column("duty_id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("bytes", Whole, nullable=False),
        sa.Column("added_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("shop_id", "duty_id", "sha256", name=op.f("pk_duty_proofs")),
    )
