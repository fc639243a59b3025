"""What people decided about an order and a trade: they belong together, or they do not. Matching keeps to it.

Each decision is audited with what it was taken on: both rows as they were, the rules' version, the links before and
after, and who decided.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec.structs import asdict
from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.model import Link
from console.core.model import Mapping as Standing
from console.rules.matching import VERSION
from console.store import audit
from console.store.link_rows import Held, forget, held_links, write
from console.store.views import Pair

_KEY = "kuaishou_shop_id = ? AND order_no = ? AND youzan_shop_id = ? AND trade_no = ?"
_KEEP = """
INSERT INTO link_decisions (kuaishou_shop_id, order_no, youzan_shop_id, trade_no, together, reason, decided_at,
                            difference_fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_ROW = "SELECT amount_fen, paid_at, status, outer_no, region FROM orders WHERE shop_id = ? AND order_no = ?"


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One of them. ``difference_fen``: trade less order, as it was when the person linked them."""

    order_no: str
    trade_no: str
    together: bool
    reason: str
    decided_at: int
    difference_fen: int | None = None


def parted(conn: Connection, pair: Pair) -> frozenset[tuple[str, str]]:
    """Orders and trades that do not belong together, whatever speaks for it."""
    return frozenset((one.order_no, one.trade_no) for one in decisions(conn, pair) if not one.together)


def decisions(conn: Connection, pair: Pair) -> Iterator[Decision]:
    """All that stand for a pair of shops."""
    asked = (
        "SELECT order_no, trade_no, together, reason, decided_at, difference_fen FROM link_decisions "
        "WHERE kuaishou_shop_id = ? AND youzan_shop_id = ? ORDER BY decided_at, order_no, trade_no"
    )
    for row in conn.exec_driver_sql(asked, pair.shop_ids):
        yield Decision(**dict(row._mapping) | {"together": bool(row.together)})


def link_by_hand(conn: Connection, pair: Pair, order_no: str, trade_no: str, now: int, reason: str = "") -> None:
    """These belong together: matching leaves both alone from now on. Raises Refused where one of them is not there."""
    order, trade = _inputs(conn, pair, order_no, trade_no)
    before = _about(conn, pair, order_no, trade_no)
    former = _decision(conn, pair, order_no, trade_no)
    replaced = [(one.order_no, one.trade_no) for one in before if one.by_hand]
    forget(conn, pair, before)
    for key in (*replaced, (order_no, trade_no)):
        if key[0] is not None and key[1] is not None:
            _drop(conn, pair, key[0], key[1])
    link = _linked(order_no, trade_no)
    write(conn, pair, [link], now, by_hand=True)
    amounts = (order["amount_fen"], trade["amount_fen"])
    difference = None if None in amounts else amounts[1] - amounts[0]
    _keep(conn, pair, order_no, trade_no, together=True, reason=reason, now=now, difference_fen=difference)
    told = _told(order, trade, reason, before, [link], former)
    audit.note(conn, now, "links.by_hand", order_no, {"trade_no": trade_no, **told})


def unlink(conn: Connection, pair: Pair, order_no: str, now: int, reason: str = "") -> bool:
    """The order and the trade it is linked to do not belong together; returns whether there was such a link.

    Matching never brings the two together again; both are judged anew with all others.
    """
    held = [one for one in _about(conn, pair, order_no, None) if one.trade_no is not None]
    if not held or held[0].trade_no is None:
        return False
    set_apart(conn, pair, order_no, held[0].trade_no, now, reason)
    return True


def set_apart(conn: Connection, pair: Pair, order_no: str, trade_no: str, now: int, reason: str = "") -> None:
    """An order and a trade, linked or not, do not belong together. Raises Refused where one of them is not there."""
    order, trade = _inputs(conn, pair, order_no, trade_no)
    before = [one for one in _about(conn, pair, order_no, None) if one.trade_no == trade_no]
    former = _decision(conn, pair, order_no, trade_no)
    forget(conn, pair, before)
    _drop(conn, pair, order_no, trade_no)
    _keep(conn, pair, order_no, trade_no, together=False, reason=reason, now=now)
    told = _told(order, trade, reason, before, [], former)
    audit.note(conn, now, "links.unlink", order_no, {"trade_no": trade_no, **told})


def take_back(conn: Connection, pair: Pair, order_no: str, trade_no: str, now: int) -> bool:
    """Nobody decided about these two: matching judges them. Returns whether there was a decision to take back."""
    former = _decision(conn, pair, order_no, trade_no)
    if former is None:
        return False
    before = [one for one in _about(conn, pair, order_no, None) if one.by_hand and one.trade_no == trade_no]
    forget(conn, pair, before)
    _drop(conn, pair, order_no, trade_no)
    detail = {"trade_no": trade_no, "rules": VERSION, "before": _shown(before), "decision": _of(former)}
    audit.note(conn, now, "links.take_back", order_no, detail)
    return True


def restore(conn: Connection, pair: Pair, now: int) -> None:
    """Links that people made and the file has no more, as after shops were parted and paired again, stand again."""
    wanted = [one for one in decisions(conn, pair) if one.together]
    if not wanted:
        return
    standing = {(one.order_no, one.trade_no) for one in held_links(conn, pair) if one.by_hand}
    for one in wanted:
        if (one.order_no, one.trade_no) not in standing:
            forget(conn, pair, _about(conn, pair, one.order_no, one.trade_no))
            write(conn, pair, [_linked(one.order_no, one.trade_no)], now, by_hand=True)


def _linked(order_no: str, trade_no: str) -> Link:
    return Link(order_no=order_no, trade_no=trade_no, mapping=Standing.LINKED, confidence=1.0, reason="by_hand")


def forget_decisions(conn: Connection, shop_id: str) -> None:
    """A shop is erased, and what was said of its rows with it."""
    gone = "DELETE FROM link_decisions WHERE kuaishou_shop_id = ? OR youzan_shop_id = ?"
    conn.exec_driver_sql(gone, (shop_id, shop_id))


def _inputs(conn: Connection, pair: Pair, order_no: str, trade_no: str) -> tuple[dict[str, Any], dict[str, Any]]:
    rows = []
    for shop_id, number in zip(pair.shop_ids, (order_no, trade_no), strict=True):
        row = conn.exec_driver_sql(_ROW, (shop_id, number)).one_or_none()
        if row is None:
            raise Refused("links.no_such_order", detail=number)
        rows.append(dict(row._mapping))
    return rows[0], rows[1]


def _about(conn: Connection, pair: Pair, order_no: str, trade_no: str | None) -> list[Held]:
    links = held_links(conn, pair)
    return [one for one in links if one.order_no == order_no or (trade_no is not None and one.trade_no == trade_no)]


def _decision(conn: Connection, pair: Pair, order_no: str, trade_no: str) -> Decision | None:
    return next((one for one in decisions(conn, pair) if (one.order_no, one.trade_no) == (order_no, trade_no)), None)


def _keep(
    conn: Connection,
    pair: Pair,
    order_no: str,
    trade_no: str,
    *,
    together: bool,
    reason: str,
    now: int,
    difference_fen: int | None = None,
) -> None:
    key = (pair.kuaishou_shop_id, order_no, pair.youzan_shop_id, trade_no)
    conn.exec_driver_sql(_KEEP, (*key, together, reason.strip(), now, difference_fen))


def _drop(conn: Connection, pair: Pair, order_no: str, trade_no: str) -> None:
    key = (pair.kuaishou_shop_id, order_no, pair.youzan_shop_id, trade_no)
    conn.exec_driver_sql(f"DELETE FROM link_decisions WHERE {_KEY}", key)  # noqa: S608 - our own words


def _told(
    order: Mapping[str, Any],
    trade: Mapping[str, Any],
    reason: str,
    before: list[Held],
    after: list[Link],
    former: Decision | None,
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "reason": reason.strip(),
        "rules": VERSION,
        "inputs": {"order": order, "trade": trade},
        "before": _shown(before),
        "after": [{"order_no": one.order_no, "trade_no": one.trade_no, "mapping": one.mapping.value} for one in after],
    }
    return told if former is None else told | {"decision": _of(former)}


def _shown(links: list[Held]) -> list[dict[str, Any]]:
    return [{key: value for key, value in asdict(one).items() if key != "id"} for one in links]


def _of(decision: Decision) -> dict[str, Any]:
    return {"together": decision.together, "reason": decision.reason, "decided_at": decision.decided_at}
