"""Goods whose merchant codes speak for a link, but not for exactly one: they are shown as conflicts, never guessed.

Nothing is compared before the goods of both shops were read to the end. An item without a partner is then contested if
it shares an item code or a SKU code with an item of the paired shop, unless those two share codes with each other alone
and both are free: the next pairing links them. Pairs that a person parted speak for nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from console.core.model import Platform
from console.store.pages import as_json_list
from console.store.pairing import rows_apart
from console.store.views import Rival

# No index holds the codes: those asked about are gathered first, and every table is then read once. Nothing pairs items
# with items before a code is known to name one on each side: a shop may give a thousand items the code "1".
CODES = """
WITH read_shops AS (SELECT shop_id FROM health WHERE stream = 'items' AND success_at IS NOT NULL),
read_pairs AS (
    SELECT * FROM pairs WHERE kuaishou_shop_id IN read_shops AND youzan_shop_id IN read_shops
),
partners(shop_id, partner) AS MATERIALIZED (
    SELECT kuaishou_shop_id, youzan_shop_id FROM read_pairs
    UNION ALL SELECT youzan_shop_id, kuaishou_shop_id FROM read_pairs
),
asked(id, shop_id, item_id, code, partner) AS MATERIALIZED (
    SELECT i.id, i.shop_id, i.item_id, i.code, p.partner FROM items AS i JOIN partners AS p ON p.shop_id = i.shop_id
    WHERE {asked}
),
item_codes(id, shop_id, partner, code) AS MATERIALIZED (SELECT id, shop_id, partner, code FROM asked WHERE code <> ''),
sku_codes(id, shop_id, partner, code) AS MATERIALIZED (
    SELECT DISTINCT a.id, a.shop_id, a.partner, s.code FROM asked AS a
    CROSS JOIN skus AS s ON s.shop_id = a.shop_id AND s.item_id = a.item_id WHERE NOT s.gone AND s.code <> ''
)
"""
ALONE = """
NOT i.gone AND i.under_id IS NULL
AND NOT EXISTS (SELECT 1 FROM items AS u WHERE u.under_id = i.id AND NOT u.gone)
"""
CONTESTED = f"""
{CODES.format(asked=ALONE)},
item_bearers(shop_id, code, number, one) AS MATERIALIZED (
    SELECT shop_id, code, count(*), min(id) FROM items NOT INDEXED
    WHERE NOT gone AND code IN (SELECT code FROM item_codes) GROUP BY shop_id, code
),
sku_bearers(shop_id, code, number, one) AS MATERIALIZED (
    SELECT s.shop_id, s.code, count(DISTINCT i.id), min(i.id) FROM skus AS s NOT INDEXED
    CROSS JOIN items AS i ON i.shop_id = s.shop_id AND i.item_id = s.item_id AND NOT i.gone
    WHERE NOT s.gone AND s.code IN (SELECT code FROM sku_codes) GROUP BY s.shop_id, s.code
),
claims(id, other, clear) AS MATERIALIZED (
    SELECT c.id, there.one, here.number = 1 AND there.number = 1 FROM item_codes AS c
    JOIN item_bearers AS here ON here.shop_id = c.shop_id AND here.code = c.code
    JOIN item_bearers AS there ON there.shop_id = c.partner AND there.code = c.code
    UNION
    SELECT c.id, there.one, here.number = 1 AND there.number = 1 FROM sku_codes AS c
    JOIN sku_bearers AS here ON here.shop_id = c.shop_id AND here.code = c.code
    JOIN sku_bearers AS there ON there.shop_id = c.partner AND there.code = c.code
),
unclear(id) AS MATERIALIZED (SELECT DISTINCT id FROM claims WHERE NOT clear),
suitors(other, number) AS MATERIALIZED (SELECT other, count(DISTINCT id) FROM claims GROUP BY other),
found(id) AS (
    SELECT c.id FROM claims AS c JOIN suitors AS s ON s.other = c.other GROUP BY c.id
    HAVING min(c.clear) = 0 OR min(c.other) <> max(c.other) OR max(s.number) > 1
    OR max(c.other IN unclear) OR max(c.other NOT IN (SELECT id FROM asked))
)
SELECT json_group_array(id) FROM found
"""  # noqa: S608 - our own words
SHARING = f"""
{CODES.format(asked="i.id IN (SELECT value FROM json_each(?))")}
SELECT id FROM items NOT INDEXED WHERE NOT gone AND (shop_id, code) IN (SELECT partner, code FROM item_codes)
UNION
SELECT i.id FROM skus AS s NOT INDEXED
CROSS JOIN items AS i ON i.shop_id = s.shop_id AND i.item_id = s.item_id AND NOT i.gone
WHERE NOT s.gone AND (s.shop_id, s.code) IN (SELECT partner, code FROM sku_codes)
"""  # noqa: S608 - our own words
BEARERS = f"""
{CODES.format(asked="i.id IN (SELECT value FROM json_each(?))")}
SELECT 'item', partner, code, id, NULL FROM item_codes UNION ALL SELECT 'sku', partner, code, id, NULL FROM sku_codes
UNION ALL
SELECT 'item', shop_id, code, NULL, id FROM items NOT INDEXED
WHERE NOT gone AND (shop_id, code) IN (SELECT partner, code FROM item_codes)
UNION ALL
SELECT 'sku', s.shop_id, s.code, NULL, i.id FROM skus AS s NOT INDEXED
CROSS JOIN items AS i ON i.shop_id = s.shop_id AND i.item_id = s.item_id AND NOT i.gone
WHERE NOT s.gone AND (s.shop_id, s.code) IN (SELECT partner, code FROM sku_codes)
"""  # noqa: S608 - our own words
SHOWN = """
SELECT i.id, i.shop_id, i.item_id, i.title, i.code FROM items AS i
WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.shop_id, i.id LIMIT ?
"""


def contested(conn: Connection) -> str:
    """The contested rows, as a JSON list of their ids."""
    found = str(conn.exec_driver_sql(CONTESTED).scalar_one())
    apart = _apart(conn)
    if not apart:
        return found
    ids = msgspec.json.decode(found, type=list[int])
    doubtful = [row_id for row_id in ids if row_id in apart]
    cleared = set(doubtful) - _with_rivals(conn, doubtful, apart)
    return as_json_list(row_id for row_id in ids if row_id not in cleared) if cleared else found


def _apart(conn: Connection) -> dict[int, set[int]]:
    """By row, from which rows of the other shop a person parted it."""
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in rows_apart(conn):
        found[one].add(other)
        found[other].add(one)
    return dict(found)


def _with_rivals(conn: Connection, ids: Sequence[int], apart: Mapping[int, set[int]]) -> set[int]:
    """Those of these rows that share a code with an item from which they were not parted."""
    own: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    bearers: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for kind, shop_id, code, asker, bearer in conn.exec_driver_sql(BEARERS, (as_json_list(ids),)) if ids else ():
        if asker is not None:
            own[asker].append((kind, shop_id, code))
        else:
            bearers[kind, shop_id, code].append(bearer)
    return {row_id for row_id in ids if any(one not in apart[row_id] for key in own[row_id] for one in bearers[key])}


def rivals(conn: Connection, row_id: int, most: int) -> tuple[list[Rival], int]:
    """The items that share a code with this one, and those on its own side that share one with them.

    At most so many, and how many there are in all.
    """
    there = sharing(conn, row_id)
    ids = [*there, *(found for found in _sharing(conn, there) if found != row_id)]
    rows = conn.exec_driver_sql(SHOWN, (as_json_list(ids), most))
    return [
        Rival(
            id=row.id,
            platform=Platform(row.shop_id.partition(":")[0]),
            item_id=row.item_id,
            title=row.title,
            code=row.code,
        )
        for row in rows
    ], len(ids)


def sharing(conn: Connection, row_id: int) -> list[int]:
    """The items of the paired shop that share a code with this one, and were not parted from it."""
    apart = _apart(conn).get(row_id, set())
    return [found for found in _sharing(conn, [row_id]) if found not in apart]


def _sharing(conn: Connection, ids: list[int]) -> list[int]:
    """The items of the paired shop that share a code with one of these."""
    return [row.id for row in conn.exec_driver_sql(SHARING, (as_json_list(ids),))] if ids else []
