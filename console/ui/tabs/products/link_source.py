"""What linking on the goods page asks the file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from console.store.views import Pair
from console.store.views_goods import Acceptable, Claims

if TYPE_CHECKING:
    from sqlalchemy import Connection


def read_claims(conn: "Connection", row_id: int, contested: bool) -> Claims | None:
    """On a database thread."""
    from console.store import goods_claims

    return goods_claims.claims(conn, row_id, contested=contested)


def read_acceptable(conn: "Connection", row_ids: Sequence[int]) -> Acceptable:
    """On a database thread."""
    from console.store import goods_claims

    return goods_claims.acceptable(conn, row_ids)


def read_lead(conn: "Connection", row_id: int) -> int | None:
    """On a database thread."""
    from console.store import goods_claims

    return goods_claims.lead(conn, row_id)


def read_pairs(conn: "Connection") -> list[Pair]:
    """On a database thread."""
    from console.store.shops import pairs

    return pairs(conn)
