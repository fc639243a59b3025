"""Run sheets of shows, and what was done with their cues.

Revision 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "live_scripts",
        sa.Column("script_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("cues", sa.String(), nullable=False),
        sa.Column("changed_at", Whole, nullable=False),
        sa.PrimaryKeyConstraint("script_id", name=op.f("pk_live_scripts")),
    )
    op.create_table(
        "cue_marks",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("cue_id", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("at", Whole, nullable=False),
        sa.Column("moved_ms", Whole, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "cue_id", name=op.f("pk_cue_marks")),
    )


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
