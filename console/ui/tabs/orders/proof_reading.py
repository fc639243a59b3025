"""What the panel of proofs asks the file, in one reading."""

from typing import TYPE_CHECKING

import msgspec

from console.rules.proof_period import Period
from console.store.views import Pair

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.gap_audits import GapAudit
    from console.store.proofs import Kept, Proof

MOST = 100  # proofs of one period, the newest


class ProofReading(msgspec.Struct, frozen=True, kw_only=True):
    """A period of a pair of shops: its proofs (oldest first), the one to show, and the last gap audits.

    ``one_of_many``: nobody chose the pair, and there are others, each with proofs of its own.
    """

    pair: Pair | None  # None: no two shops belong together
    shops: dict[str, str]  # names by id
    kept: "list[Kept]"
    proof: "Proof | None"
    audits: "list[GapAudit]"
    one_of_many: bool = False


def read_proofs(conn: "Connection", pair: Pair | None, period: Period, number: int | None) -> ProofReading:
    """Read it on a database thread. ``number``: which proof to show; None: the newest of the period."""
    from console.store import gap_audits, proofs, shops

    pairs = shops.pairs(conn)
    one_of_many = pair is None and len(pairs) > 1
    pair = pair if pair is not None else next(iter(pairs), None)
    names = {row.shop_id: row.name for row in shops.shops(conn)}
    if pair is None:
        return ProofReading(pair=None, shops=names, kept=[], proof=None, audits=[])
    kept = proofs.kept(conn, pair, MOST, period.key)[::-1]
    shown = number if number in {one.number for one in kept} else kept[-1].number if kept else None
    return ProofReading(
        pair=pair,
        shops=names,
        kept=kept,
        proof=None if shown is None else proofs.proof(conn, shown),
        audits=gap_audits.gap_audits(conn, pair.shop_ids, 4),
        one_of_many=one_of_many,
    )


def find_order(conn: "Connection", pair: Pair, order_no: str | None, trade_no: str | None) -> int | None:
    """The row of the order table that shows an order, or else the trade."""
    for shop_id, number in zip(pair.shop_ids, (order_no, trade_no), strict=True):
        if not number:
            continue
        asked = "SELECT coalesce(under_id, id) FROM orders WHERE shop_id = ? AND order_no = ?"
        found = conn.exec_driver_sql(asked, (shop_id, number)).scalar_one_or_none()
        if found is not None:
            return int(found)
    return None
