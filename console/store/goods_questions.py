"""What has to be asked about goods: read what a comparison needs, keep what it asks, show it with its candidates."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Row

from console.core.model import Item, Listing, Platform, Sku
from console.rules.links import Candidate, Held, Proposal
from console.store.pages import as_json_list, driver
from console.store.pairing import held
from console.store.views import Pair
from console.store.views_goods import Asked, Counterpart

_CANDIDATES = msgspec.json.Decoder(list[Candidate])
_KEPT = "SELECT shop_id, item_id, kind, candidates FROM goods_questions WHERE shop_id IN (?, ?)"
_READ = "SELECT count(*) FROM health WHERE stream = 'items' AND success_at IS NOT NULL AND shop_id IN (?, ?)"
_ASKED = """
SELECT i.id, q.kind, q.candidates, coalesce(p.youzan_shop_id, r.kuaishou_shop_id) AS other
FROM items AS i JOIN goods_questions AS q ON q.shop_id = i.shop_id AND q.item_id = i.item_id
LEFT JOIN pairs AS p ON p.kuaishou_shop_id = i.shop_id
LEFT JOIN pairs AS r ON r.youzan_shop_id = i.shop_id
WHERE i.id IN (SELECT value FROM json_each(?)) AND i.under_id IS NULL
AND NOT EXISTS (SELECT 1 FROM items AS u WHERE u.under_id = i.id AND NOT u.gone)
"""
_SIDE = """
SELECT i.id, i.shop_id, i.item_id, i.title, i.code, i.image_url, i.price_fen, i.stock,
       i.under_id IS NOT NULL OR EXISTS (SELECT 1 FROM items AS u WHERE u.under_id = i.id AND NOT u.gone) AS taken
FROM items AS i WHERE NOT i.gone AND {wanted}
"""
_COUNTERPARTS = _SIDE.format(wanted="i.shop_id = ? AND i.item_id IN (SELECT value FROM json_each(?))")
_BY_ROW = _SIDE.format(wanted="i.id IN (SELECT value FROM json_each(?))")
_FOUND = _SIDE.format(
    wanted="""i.shop_id = ? AND
(? = '' OR instr(lower(i.title), lower(?)) OR i.item_id = ? OR instr(lower(i.code), lower(?))
OR EXISTS (SELECT 1 FROM skus AS s WHERE s.shop_id = i.shop_id AND s.item_id = i.item_id AND NOT s.gone
           AND lower(s.code) = lower(?)))
ORDER BY taken, i.title, i.id LIMIT ?"""
)


class Books(NamedTuple):
    """Both shops' goods as a comparison needs them, and what was decided before."""

    kuaishou: list[Listing]
    youzan: list[Listing]
    held: Held


def books(conn: Connection, pair: Pair) -> Books:
    """Everything that is not gone."""
    return Books(_listings(conn, pair.kuaishou_shop_id), _listings(conn, pair.youzan_shop_id), held(conn, pair))


def is_read(conn: Connection, pair: Pair) -> bool:
    """Whether the goods of both shops were read to the end: before that nothing is compared."""
    return bool(conn.exec_driver_sql(_READ, pair.shop_ids).scalar_one() == len(pair.shop_ids))


def _listings(conn: Connection, shop_id: str) -> list[Listing]:
    skus: dict[str, list[Sku]] = {}
    asked = "SELECT item_id, sku_id, code FROM skus WHERE shop_id = ? AND NOT gone ORDER BY id"
    for item_id, sku_id, code in driver(conn).execute(asked, (shop_id,)):
        skus.setdefault(item_id, []).append(Sku(item_id=item_id, sku_id=sku_id, code=code))
    rows = driver(conn).execute("SELECT item_id, title, code FROM items WHERE shop_id = ? AND NOT gone", (shop_id,))
    return [
        Listing(item=Item(item_id=item_id, title=title, code=code), skus=tuple(skus.get(item_id, ())))
        for item_id, title, code in rows
    ]


def save_questions(conn: Connection, pair: Pair, proposal: Proposal) -> int:
    """Keep what a comparison of these two shops asks, and nothing else; returns how many questions are new or gone."""
    shops = {Platform.KUAISHOU: pair.kuaishou_shop_id, Platform.YOUZAN: pair.youzan_shop_id}
    wanted = {
        (shops[one.platform], one.item_id): (one.kind, msgspec.json.encode(one.candidates).decode())
        for one in proposal.ask
    }
    kept = {(shop, item): (kind, said) for shop, item, kind, said in conn.exec_driver_sql(_KEPT, pair.shop_ids)}
    fresh = [(*key, *said) for key, said in wanted.items() if kept.get(key) != said]
    stale = [key for key in kept if key not in wanted]
    _delete(conn, stale)
    if fresh:
        conn.exec_driver_sql("INSERT OR REPLACE INTO goods_questions VALUES (?, ?, ?, ?)", fresh)
    return len(fresh) + len(stale)


def settle_questions(conn: Connection, pair: Pair, links: Iterable[tuple[str, str]]) -> None:
    """These pairs are decided: nothing is asked of what is linked, and nothing suggests it any more."""
    decided = set(links)
    here, there = {one for one, _ in decided}, {other for _, other in decided}
    gone: list[tuple[str, str]] = []
    fewer: list[tuple[str, str, str]] = []
    for shop_id, item_id, kind, said in conn.exec_driver_sql(_KEPT, pair.shop_ids).all():
        is_here = shop_id == pair.kuaishou_shop_id
        if item_id in (here if is_here else there):
            gone.append((shop_id, item_id))
        elif kind == "suggestion":
            candidates = _CANDIDATES.decode(said)
            left = [one for one in candidates if one.item_id not in (there if is_here else here)]
            if not left:
                gone.append((shop_id, item_id))
            elif len(left) < len(candidates):
                fewer.append((msgspec.json.encode(left).decode(), shop_id, item_id))
    _delete(conn, gone)
    if fewer:
        conn.exec_driver_sql("UPDATE goods_questions SET candidates = ? WHERE shop_id = ? AND item_id = ?", fewer)


def forget_question(conn: Connection, shop_id: str, item_id: str) -> None:
    """Nothing is asked of this item, until the next comparison finds something."""
    _delete(conn, [(shop_id, item_id)])


def asked_of(conn: Connection, ids: Sequence[int]) -> dict[int, Asked]:
    """What is asked of these rows; those that are linked, and those of which nothing is asked, are left out."""
    rows = conn.exec_driver_sql(_ASKED, (as_json_list(ids),)).all()
    questions = [(row.id, row.kind, row.other, _CANDIDATES.decode(row.candidates)) for row in rows]
    found = counterparts(conn, {(shop, one.item_id) for _, _, shop, named in questions for one in named})
    return {row_id: _asked(kind, shop, named, found) for row_id, kind, shop, named in questions}


def _asked(
    kind: Any, shop: str, candidates: Sequence[Candidate], found: Mapping[tuple[str, str], Counterpart]
) -> Asked:
    known = [
        msgspec.structs.replace(found[shop, one.item_id], score=one.score, reason=one.reason.value)
        for one in candidates
        if (shop, one.item_id) in found
    ]
    return Asked(kind=kind, counterparts=tuple(sorted(known, key=lambda one: one.taken)))


def counterparts(conn: Connection, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Counterpart]:
    """These goods, by shop and number; those that are gone are left out."""
    by_shop: dict[str, list[str]] = {}
    for shop_id, item_id in keys:
        by_shop.setdefault(shop_id, []).append(item_id)
    found = {}
    for shop_id, item_ids in by_shop.items():
        for row in conn.exec_driver_sql(_COUNTERPARTS, (shop_id, as_json_list(item_ids))):
            found[shop_id, row.item_id] = counterpart(row)
    return found


def by_rows(conn: Connection, row_ids: Iterable[int]) -> dict[int, Counterpart]:
    """These goods by their rows; those that are gone are left out."""
    return {row.id: counterpart(row) for row in conn.exec_driver_sql(_BY_ROW, (as_json_list(row_ids),))}


def find_counterparts(conn: Connection, shop_id: str, text: str, most: int) -> list[Counterpart]:
    """Goods of a shop whose title, code or number holds this text, the free ones first; an empty text finds all."""
    return [counterpart(row) for row in conn.exec_driver_sql(_FOUND, (shop_id, *(text,) * 5, most))]


def counterpart(row: Row[Any]) -> Counterpart:
    """The shape of one row of such a question."""
    return Counterpart(
        row_id=row.id,
        platform=Platform(row.shop_id.partition(":")[0]),
        item_id=row.item_id,
        title=row.title,
        code=row.code,
        image_url=row.image_url,
        price_fen=row.price_fen,
        stock=row.stock,
        taken=bool(row.taken),
    )


def _delete(conn: Connection, keys: Sequence[tuple[str, str]]) -> None:
    if keys:
        conn.exec_driver_sql("DELETE FROM goods_questions WHERE shop_id = ? AND item_id = ?", keys)
