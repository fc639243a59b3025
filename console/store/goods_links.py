"""What was decided about goods: links that are kept, pairs that were parted. Each is audited with who made it.

After each of them the file is paired anew, so that every list agrees with it at once.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from console.core.errors import Refused
from console.core.model import Platform
from console.rules.links import Link
from console.rules.links import Pair as Items
from console.store import audit
from console.store.contested import sharing
from console.store.goods_questions import asked_of, forget_question, settle_questions
from console.store.pages import as_json_list
from console.store.pairing import held, pair_items
from console.store.views import Pair

TOLD = 50  # of many links so many stand in the audit by number; all of them are in the file

_ROW = """
SELECT i.id, i.shop_id, i.item_id, coalesce(p.kuaishou_shop_id, r.kuaishou_shop_id) AS kuaishou_shop_id,
       coalesce(p.youzan_shop_id, r.youzan_shop_id) AS youzan_shop_id
FROM items AS i LEFT JOIN pairs AS p ON p.kuaishou_shop_id = i.shop_id
LEFT JOIN pairs AS r ON r.youzan_shop_id = i.shop_id WHERE i.id = ? AND NOT i.gone
"""
_PARTNER = """
SELECT y.item_id FROM items AS y JOIN items AS k ON y.under_id = k.id
WHERE NOT y.gone AND NOT k.gone AND {end}.shop_id = ? AND {end}.item_id = ?
"""
_KEEP = """
INSERT INTO goods_links (kuaishou_shop_id, kuaishou_item_id, youzan_shop_id, youzan_item_id, reason, by_hand, linked_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_KEY = "kuaishou_shop_id = ? AND kuaishou_item_id = ? AND youzan_shop_id = ? AND youzan_item_id = ?"


class Wanted(NamedTuple):
    """A link that a person wants; ``reason`` is what suggested it, empty: nothing did."""

    kuaishou_id: str
    youzan_id: str
    reason: str = ""


def carry_out(conn: Connection, pair: Pair, links: Sequence[Link], now: int) -> int:
    """Keep what a dry run found certain; returns how many. What was decided otherwise meanwhile is left out."""
    here, there = _present(conn, pair)
    decided = held(conn, pair)
    standing = [(one, other) for one, other in decided.links if one in here and other in there]
    here_taken, there_taken = {one for one, _ in standing}, {other for _, other in standing}
    fresh = []
    for link in links:
        one, other = link.pair
        known = one in here and other in there
        if known and link.pair not in decided.refused and one not in here_taken and other not in there_taken:
            fresh.append(link)
            here_taken.add(one)
            there_taken.add(other)
    if fresh:
        _insert(conn, pair, [Wanted(*link.pair, link.reason.value) for link in fresh], now, by_hand=False)
        told = {"links": len(fresh), "first": [list(link.pair) for link in fresh[:TOLD]]}
        audit.note(conn, now, "goods_links.carry_out", pair.kuaishou_shop_id, told)
        _settle(conn, pair, [link.pair for link in fresh])
    return len(fresh)


def link(conn: Connection, pair: Pair, wanted: Sequence[Wanted], now: int) -> None:
    """A person says that these are the same goods: all of them are linked, or none.

    Raises Refused where goods are gone, or are linked to others: that link has to be undone first.
    """
    here, there = _present(conn, pair)
    for one in wanted:
        if one.kuaishou_id not in here or one.youzan_id not in there:
            raise Refused("goods.link_gone", detail=f"{one.kuaishou_id} – {one.youzan_id}")
        partners = (_partner(conn, pair, kuaishou=one.kuaishou_id), _partner(conn, pair, youzan=one.youzan_id))
        if any(found not in (None, (one.kuaishou_id, one.youzan_id)) for found in partners):
            raise Refused("goods.link_taken", detail=f"{one.kuaishou_id} – {one.youzan_id}")
    if len({one.kuaishou_id for one in wanted}) < len(wanted) or len({one.youzan_id for one in wanted}) < len(wanted):
        raise Refused("goods.link_taken", detail=str(len(wanted)))
    for one in wanted:
        key = (pair.kuaishou_shop_id, one.kuaishou_id, pair.youzan_shop_id, one.youzan_id)
        conn.exec_driver_sql(f"DELETE FROM goods_apart WHERE {_KEY}", key)  # noqa: S608 - our own words
        conn.exec_driver_sql(f"DELETE FROM goods_links WHERE {_KEY}", key)  # noqa: S608
        told = {"youzan_item_id": one.youzan_id} | ({"reason": one.reason} if one.reason else {})
        audit.note(conn, now, "goods_links.link", one.kuaishou_id, told)
    _insert(conn, pair, wanted, now, by_hand=True)
    _settle(conn, pair, [(one.kuaishou_id, one.youzan_id) for one in wanted])


def unlink(conn: Connection, pair: Pair, kuaishou_id: str, youzan_id: str, reason: str, now: int) -> None:
    """A person says that these are not the same goods after all: neither codes nor titles join them again."""
    _part(conn, pair, [(kuaishou_id, youzan_id)], reason, now)
    told = {"youzan_item_id": youzan_id, "reason": reason}
    audit.note(conn, now, "goods_links.unlink", kuaishou_id, told)
    pair_items(conn, pair)


def set_apart(conn: Connection, row_ids: Sequence[int], now: int) -> int:
    """不关联: nothing that speaks for a counterpart of these goods holds; returns from how many they were parted."""
    parted, pairs = 0, set()
    for row_id in row_ids:
        row = _row(conn, row_id)
        pair = Pair(kuaishou_shop_id=row.kuaishou_shop_id, youzan_shop_id=row.youzan_shop_id)
        parted += _set_apart(conn, row, pair, now)
        pairs.add(pair)
    for pair in pairs:
        pair_items(conn, pair)
    return parted


def _set_apart(conn: Connection, row: Row[Any], pair: Pair, now: int) -> int:
    row_id = row.id
    asked = asked_of(conn, [row_id]).get(row_id)
    named = {one.item_id for one in asked.counterparts} if asked is not None else set()
    ids = as_json_list(sharing(conn, row_id))
    rows = conn.exec_driver_sql("SELECT item_id FROM items WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    others = sorted(named | {str(item_id) for (item_id,) in rows})
    is_kuaishou = row.shop_id.startswith(f"{Platform.KUAISHOU}:")
    _part(conn, pair, [(row.item_id, one) if is_kuaishou else (one, row.item_id) for one in others], "", now)
    audit.note(conn, now, "goods_links.set_apart", row.item_id, {"from": others[:TOLD], "count": len(others)})
    forget_question(conn, row.shop_id, row.item_id)
    return len(others)


def pair_of_row(conn: Connection, row_id: int) -> tuple[Pair, Platform, str]:
    """The pair of shops an item's row belongs to, its platform and its number. Raises Refused where there is none."""
    row = _row(conn, row_id)
    pair = Pair(kuaishou_shop_id=row.kuaishou_shop_id, youzan_shop_id=row.youzan_shop_id)
    return pair, Platform(row.shop_id.partition(":")[0]), row.item_id


def forget(conn: Connection, shop_id: str) -> None:
    """A shop is erased: what was decided and asked about its goods goes with it."""
    for table in ("goods_links", "goods_apart"):
        both = (shop_id, shop_id)
        conn.exec_driver_sql(f"DELETE FROM {table} WHERE kuaishou_shop_id = ? OR youzan_shop_id = ?", both)  # noqa: S608
    conn.exec_driver_sql("DELETE FROM goods_questions WHERE shop_id = ?", (shop_id,))


def _row(conn: Connection, row_id: int) -> Row[Any]:
    row = conn.exec_driver_sql(_ROW, (row_id,)).one_or_none()
    if row is None or row.youzan_shop_id is None:
        raise Refused("goods.link_gone", detail=str(row_id))
    return row


def _present(conn: Connection, pair: Pair) -> tuple[set[str], set[str]]:
    asked = "SELECT item_id FROM items WHERE shop_id = ? AND NOT gone"
    here, there = (
        {str(item_id) for (item_id,) in conn.exec_driver_sql(asked, (shop_id,))} for shop_id in pair.shop_ids
    )
    return here, there


def _partner(conn: Connection, pair: Pair, *, kuaishou: str = "", youzan: str = "") -> Items | None:
    """The standing link of one end."""
    if kuaishou:
        found = conn.exec_driver_sql(_PARTNER.format(end="k"), (pair.kuaishou_shop_id, kuaishou)).scalar()
        return None if found is None else (kuaishou, str(found))
    asked = _PARTNER.format(end="y").replace("SELECT y.item_id", "SELECT k.item_id")
    found = conn.exec_driver_sql(asked, (pair.youzan_shop_id, youzan)).scalar()
    return None if found is None else (str(found), youzan)


def _insert(conn: Connection, pair: Pair, links: Sequence[Wanted], now: int, *, by_hand: bool) -> None:
    """Links of goods that are gone make room."""
    shops = pair.shop_ids
    for end, ids in (("kuaishou", [one.kuaishou_id for one in links]), ("youzan", [one.youzan_id for one in links])):
        conn.exec_driver_sql(
            f"DELETE FROM goods_links WHERE kuaishou_shop_id = ? AND youzan_shop_id = ? AND {end}_item_id IN "  # noqa: S608
            "(SELECT value FROM json_each(?))",
            (*shops, as_json_list(ids)),
        )
    rows = [(shops[0], one.kuaishou_id, shops[1], one.youzan_id, one.reason, by_hand, now) for one in links]
    if rows:
        conn.exec_driver_sql(_KEEP, rows)


def _part(conn: Connection, pair: Pair, pairs: Iterable[Items], reason: str, now: int) -> None:
    keys = [(pair.kuaishou_shop_id, one, pair.youzan_shop_id, other) for one, other in pairs]
    if keys:
        conn.exec_driver_sql(f"DELETE FROM goods_links WHERE {_KEY}", keys)  # noqa: S608 - our own words
        conn.exec_driver_sql(
            "INSERT OR REPLACE INTO goods_apart VALUES (?, ?, ?, ?, ?, ?)", [(*key, reason, now) for key in keys]
        )


def _settle(conn: Connection, pair: Pair, links: Sequence[Items]) -> None:
    settle_questions(conn, pair, links)
    pair_items(conn, pair)
