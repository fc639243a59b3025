"""Keep with a customer's trait of how many purchases it is: labels are counted without looking each customer up.

Revision 0037, after 0036.
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.drop_index("ix_customer_facets_of", "customer_facets")
    op.rename_table("customer_facets", "customer_facets_before")
    op.create_table(
        "customer_facets",
        sa.Column("facet", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("customer_id", WHOLE, nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.Column("out_of", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_customer_facets_customer_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("facet", "value", "customer_id", name=op.f("pk_customer_facets")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO customer_facets (facet, value, customer_id, orders, out_of) "
        "SELECT f.facet, f.value, f.customer_id, f.orders, c.orders "
        "FROM customer_facets_before AS f JOIN customers AS c ON c.id = f.customer_id "
        "ORDER BY f.facet, f.value, f.customer_id"
    )
    op.drop_table("customer_facets_before")
    op.create_index("ix_customer_facets_of", "customer_facets", ["customer_id"])


def downgrade() -> None:
    raise NotImplementedError("a file goes forward only; the copy made before migrating is the way back")
