"""Goods whose merchant codes speak for a link, but not for exactly one: they are shown as conflicts, never guessed.

Nothing is compared before the goods of both shops were read to the end. An item without a partner is then contested if
it shares an item code or a SKU code with an item of the paired shop, unless those two share codes with each other alone
and both are free: the next pairing links them.
"""

from sqlalchemy import Connection

from console.core.model import Platform
from console.store.pages import as_json_list
from console.store.views import Rival

# No index holds the codes: what is asked about is gathered first, and every table is then read once (CROSS JOIN keeps
# SQLite to that order; the small side gets an index of its own).
MET = """
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
item_codes(id, partner, code) AS MATERIALIZED (SELECT id, partner, code FROM asked WHERE code <> ''),
sku_codes(id, partner, code) AS MATERIALIZED (
    SELECT DISTINCT a.id, a.partner, s.code FROM asked AS a
    CROSS JOIN skus AS s ON s.shop_id = a.shop_id AND s.item_id = a.item_id WHERE NOT s.gone AND s.code <> ''
),
met(id, other) AS MATERIALIZED (
    SELECT c.id, o.id FROM items AS o CROSS JOIN item_codes AS c ON c.code = o.code AND c.partner = o.shop_id
    WHERE NOT o.gone
    UNION
    SELECT c.id, o.id FROM skus AS s CROSS JOIN sku_codes AS c ON c.code = s.code AND c.partner = s.shop_id
    CROSS JOIN items AS o ON o.shop_id = s.shop_id AND o.item_id = s.item_id WHERE NOT s.gone AND NOT o.gone
)
"""
ALONE = """
NOT i.gone AND i.under_id IS NULL
AND NOT EXISTS (SELECT 1 FROM items AS u WHERE u.under_id = i.id AND NOT u.gone)
"""
CONTESTED = f"""
{MET.format(asked=ALONE)},
suitors(id, number) AS MATERIALIZED (SELECT id, count(*) FROM met GROUP BY id)
SELECT json_group_array(DISTINCT met.id) FROM met
JOIN suitors AS own ON own.id = met.id
LEFT JOIN suitors AS theirs ON theirs.id = met.other
WHERE own.number > 1 OR theirs.number IS NULL OR theirs.number > 1
"""  # noqa: S608 - our own words
RIVALS = f"""
{MET.format(asked="i.id IN (SELECT value FROM json_each(?))")}
SELECT DISTINCT other FROM met ORDER BY other
"""  # noqa: S608 - our own words
SHOWN = """
SELECT i.id, i.shop_id, i.item_id, i.title, i.code FROM items AS i
WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.shop_id, i.id
"""


def contested(conn: Connection) -> str:
    """The contested rows, as a JSON list of their ids."""
    return str(conn.exec_driver_sql(CONTESTED).scalar_one())


def rivals(conn: Connection, row_id: int) -> list[Rival]:
    """The items that share a code with this one, and those on its own side that share one with them."""
    there = _met(conn, [row_id])
    here = [found for found in _met(conn, there) if found != row_id]
    rows = conn.exec_driver_sql(SHOWN, (as_json_list([*there, *here]),))
    return [
        Rival(
            id=row.id,
            platform=Platform(row.shop_id.partition(":")[0]),
            item_id=row.item_id,
            title=row.title,
            code=row.code,
        )
        for row in rows
    ]


def _met(conn: Connection, ids: list[int]) -> list[int]:
    return [row.other for row in conn.exec_driver_sql(RIVALS, (as_json_list(ids),))] if ids else []
