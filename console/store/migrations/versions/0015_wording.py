"""The merchant's own words, and findings that were let pass.

Revision 0015, after 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "wording_words",
        sa.Column("term", sa.String(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("suggest", sa.String(), nullable=False),
        sa.Column("changed_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("term", name=op.f("pk_wording_words")),
    )
    op.create_table(
        "wording_pardons",
        sa.Column("id", Whole, nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("plain", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("given_at", Whole, nullable=False),
        sa.Column("until_at", Whole, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wording_pardons")),
    )
