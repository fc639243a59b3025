"""The waybill ledger of a period as a proof has it."""

from sqlalchemy import Connection

from console.rules.reconciliation import Waybills
from console.store.views import Pair
from console.store.waybills import waybill_counts


def count_waybills(conn: Connection, pair: Pair, begin_at: int, end_at: int) -> Waybills | None:
    """The numbers both shops took in a half-open stretch of time; None where none was taken here."""
    tallies = [waybill_counts(conn, begin_at, end_at, shop_id) for shop_id in pair.shop_ids]
    taken = sum(one.taken for one in tallies)
    if not taken:
        return None
    return Waybills(
        taken=taken,
        printed=sum(one.printed for one in tallies),
        voided=sum(one.voided for one in tallies),
        shipped=sum(one.unprinted for one in tallies),
        waiting=sum(one.waiting for one in tallies),
        astray=sum(one.astray for one in tallies),
        doubled=sum(one.doubled for one in tallies),
    )
