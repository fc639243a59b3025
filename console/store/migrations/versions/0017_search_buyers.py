"""Let the search box find orders by what may be shown of a receiver: the masked name and the masked phone.

Revision 0017, after 0016.
"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

SHOWN = """
UPDATE order_search SET text = order_search.text || shown.text FROM (
  SELECT id, char(10) || lower(coalesce(receiver ->> 'name_masked', '') || char(10)
    || coalesce(receiver ->> 'phone_masked', '')) AS text FROM orders
) AS shown WHERE shown.id = order_search.order_id
"""


def upgrade() -> None:
    op.execute(SHOWN)


def downgrade() -> None:
    """What was added is found by nobody who does not look for it."""
