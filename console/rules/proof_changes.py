"""What has changed since a period was proved before: orders that vanished, came late, or are not what they were."""

from collections.abc import Mapping, Sequence

import msgspec

from console.rules.proof_books import Books, Evidence, Finding, Kind, Sold


class Row(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A paid order as a proof keeps it, so that a later one sees what has changed since."""

    order_no: str
    paid_at: int
    amount_fen: int | None
    kind: Kind
    trade_no: str | None
    trade_amount_fen: int | None


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """The last proof of the period: its rows, and the orders that it missed already."""

    number: int
    until_at: int
    rows: Sequence[Row] = ()
    gone: Sequence[Row] = ()


def since(earlier: Earlier | None, rows: Sequence[Row], books: Books) -> list[Finding]:
    """What an earlier proof of the period had otherwise."""
    if earlier is None:
        return []
    held = {order.no: order for order in (*books.orders, *books.others)}
    now = {row.order_no: row for row in rows}
    found = [_missed(row, held.get(row.order_no)) for row in gone(earlier, rows) if _has_gone(row, held)]
    for row in earlier.rows:
        present = now.get(row.order_no)
        if present is not None and (before := _unlike(row, present)):
            found.append(_told(Kind.CHANGED_LATE, "+".join(before), present, before | {"proof": earlier.number}))
    return found


def _has_gone(row: Row, held: Mapping[str, Sold]) -> bool:
    """Not so one that is where it was, beyond what both sides were read to by now."""
    order = held.get(row.order_no)
    return order is None or not order.is_paid or order.paid_at != row.paid_at


def _missed(row: Row, order: Sold | None) -> Finding:
    """An order that is not among the period's any more: it counts where it is paid by now, or somebody has to look."""
    if order is not None and order.is_paid:
        return _told(Kind.MOVED, "paid_elsewhere", row, {"paid_at": order.paid_at})
    return _told(Kind.GONE, "row_gone" if order is None else "moved", row, {})


def gone(earlier: Earlier | None, rows: Sequence[Row]) -> list[Row]:
    """Orders that an earlier proof had and that are not among the period's any more."""
    if earlier is None:
        return []
    now = {row.order_no for row in rows}
    return [row for row in (*earlier.gone, *earlier.rows) if row.order_no not in now]


def came_late(earlier: Earlier | None, rows: Sequence[Row]) -> list[str]:
    """Orders that the last proof should have had, and had not."""
    if earlier is None:
        return []
    before = {row.order_no for row in earlier.rows}
    return [row.order_no for row in rows if row.order_no not in before and row.paid_at < earlier.until_at]


def _unlike(before: Row, now: Row) -> Evidence:
    """What the earlier proof had where it differs. A trade that was found meanwhile is no change, it was due."""
    unlike: Evidence = {}
    for name in ("paid_at", "amount_fen"):
        if getattr(before, name) != getattr(now, name):
            unlike[name] = getattr(before, name)
    same_trade = before.trade_no is not None and before.trade_no == now.trade_no
    if same_trade and before.trade_amount_fen != now.trade_amount_fen:
        unlike["trade_amount_fen"] = before.trade_amount_fen
    return unlike


def _told(kind: Kind, reason: str, row: Row, evidence: Evidence) -> Finding:
    return Finding(
        kind=kind,
        reason=reason,
        order_no=row.order_no,
        trade_no=row.trade_no,
        amount_fen=row.amount_fen,
        trade_amount_fen=row.trade_amount_fen,
        paid_at=row.paid_at,
        evidence=evidence,
    )
