"""What of the goods is checked for wording: titles, variants, attributes and detail pages, as they were read."""

from collections.abc import Iterator, Mapping

import msgspec
from sqlalchemy import Connection

from console.core.categories import ItemFacts
from console.store.pages import driver

_ITEMS = """
SELECT i.shop_id, i.item_id, i.title, i.category_name, f.facts, d.text FROM items AS i
LEFT JOIN item_facts AS f ON f.shop_id = i.shop_id AND f.item_id = i.item_id
LEFT JOIN item_details AS d ON d.shop_id = i.shop_id AND d.item_id = i.item_id
WHERE NOT i.gone ORDER BY i.shop_id, i.item_id
"""
_SPECS = "SELECT shop_id, item_id, group_concat(spec, '\n') FROM skus WHERE NOT gone AND spec <> '' GROUP BY 1, 2"


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """One item's texts."""

    shop_id: str
    item_id: str
    title: str
    category: str  # as its platform calls it
    more: str = ""  # variants and attributes, a line each
    detail: str = ""  # what the detail page says, without markup

    @property
    def subject(self) -> str:
        """How a pardon names it."""
        return f"{self.shop_id}/{self.item_id}"


def all_texts(conn: Connection) -> list[Texts]:
    """Of every item that is not gone."""
    specs = {(shop, item): str(text) for shop, item, text in driver(conn).execute(_SPECS)}
    return list(_texts(conn, specs))


def _texts(conn: Connection, specs: Mapping[tuple[str, str], str]) -> Iterator[Texts]:
    for shop_id, item_id, title, category, facts, detail in driver(conn).execute(_ITEMS):
        filled = msgspec.json.decode(facts, type=ItemFacts).filled if facts else {}
        said = [f"{name}：{value}" for name, value in filled.items() if value]
        variants = specs.get((shop_id, item_id), "")
        yield Texts(
            shop_id=shop_id,
            item_id=item_id,
            title=title,
            category=category,
            more="\n".join([*said, *([variants] if variants else [])]),
            detail=detail or "",
        )


def category_name(conn: Connection, shop_id: str, item_id: str) -> str:
    """The category of an item, as its platform calls it; empty where nobody said."""
    asked = "SELECT category_name FROM items WHERE shop_id = ? AND item_id = ?"
    row = driver(conn).execute(asked, (shop_id, item_id)).fetchone()
    return "" if row is None else str(row[0] or "")
