"""The platforms' categories, what they ask of goods, and what items say of themselves: as read, with their age."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from console.core.categories import Category, CategoryFacts, ItemFacts
from console.store import audit
from console.store.pages import Values, driver
from console.store.views_goods import Tree

T = TypeVar("T")

NODES = "SELECT category_id, path, parent_id, is_leaf, is_open, kept_at FROM categories WHERE shop_id = ?"
PUT = "INSERT OR REPLACE INTO {} VALUES ({})"


def put_tree(conn: Connection, shop_id: str, categories: Sequence[Category], now: int) -> None:
    """The whole tree in place of the former one."""
    rows = [
        (shop_id, one.category_id, one.parent_id, one.path, one.is_leaf, one.is_open, now)
        for one in {one.category_id: one for one in categories}.values()
    ]
    driver(conn).execute("DELETE FROM categories WHERE shop_id = ?", (shop_id,))
    driver(conn).executemany(
        "INSERT INTO categories (shop_id, category_id, parent_id, path, is_leaf, is_open, kept_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def tree(conn: Connection, shop_id: str) -> Tree:
    """The tree as it was last read; without an age where it never was."""
    rows = driver(conn).execute(f"{NODES} ORDER BY path", (shop_id,)).fetchall()
    return Tree(categories=tuple(map(_category, rows)), kept_at=rows[0][-1] if rows else None)


def category(conn: Connection, shop_id: str, category_id: str) -> Category | None:
    """One category of the tree; None where the tree does not hold it or was never read."""
    row = driver(conn).execute(f"{NODES} AND category_id = ?", (shop_id, category_id)).fetchone()
    return None if row is None else _category(row)


def put_category_facts(conn: Connection, shop_id: str, facts: CategoryFacts, now: int) -> None:
    """What a leaf asks, as it was just read."""
    _put(conn, "category_facts", (shop_id, facts.category_id), facts, now)


def category_facts(conn: Connection, shop_id: str, category_id: str) -> tuple[CategoryFacts, int] | None:
    """What a leaf asks, and as of when; None: never read."""
    return _kept(conn, "category_facts", "category_id", (shop_id, category_id), CategoryFacts)


def put_item_facts(conn: Connection, shop_id: str, facts: ItemFacts, now: int) -> None:
    """What an item says of itself, as it was just read."""
    _put(conn, "item_facts", (shop_id, facts.item_id), facts, now)


def item_facts(conn: Connection, shop_id: str, item_id: str) -> tuple[ItemFacts, int] | None:
    """What an item says of itself, and as of when; None: never read."""
    return _kept(conn, "item_facts", "item_id", (shop_id, item_id), ItemFacts)


# -- what a person chose -----------------------------------------------------------------------------------------------


def choices(conn: Connection, shop_id: str) -> dict[str, str]:
    """The Kuaishou leaves that a person chose for goods of a Youzan shop, by item."""
    asked = "SELECT item_id, category_id FROM category_choices WHERE shop_id = ?"
    return dict(driver(conn).execute(asked, (shop_id,)).fetchall())


def choose(conn: Connection, shop_id: str, leaves: Mapping[str, str], now: int) -> int:
    """Choose leaves for items; an empty one takes a choice back. Returns how many that changed."""
    before = choices(conn, shop_id)
    news = {item_id: leaf for item_id, leaf in leaves.items() if before.get(item_id, "") != leaf}
    gone: Iterable[tuple[str, str]] = [(shop_id, item_id) for item_id, leaf in news.items() if not leaf]
    driver(conn).executemany("DELETE FROM category_choices WHERE shop_id = ? AND item_id = ?", gone)
    driver(conn).executemany(
        "INSERT OR REPLACE INTO category_choices (shop_id, item_id, category_id, chosen_at) VALUES (?, ?, ?, ?)",
        [(shop_id, item_id, leaf, now) for item_id, leaf in news.items() if leaf],
    )
    if news:
        detail = {"items": len(news), "leaves": sorted(set(news.values()))[:20]}
        audit.note(conn, now, "categories.chosen", shop_id, detail)
    return len(news)


def _category(row: Values) -> Category:
    category_id, path, parent_id, is_leaf, is_open, _ = row
    return Category(
        category_id=category_id,
        path=path,
        parent_id=parent_id,
        is_leaf=bool(is_leaf),
        is_open=None if is_open is None else bool(is_open),
    )


def _put(conn: Connection, table: str, key: tuple[str, str], facts: object, now: int) -> None:
    text = msgspec.json.encode(facts).decode()
    driver(conn).execute(PUT.format(table, "?, ?, ?, ?"), (*key, text, now))


def _kept(conn: Connection, table: str, name: str, key: tuple[str, str], kind: type[T]) -> tuple[T, int] | None:
    asked = f"SELECT facts, kept_at FROM {table} WHERE shop_id = ? AND {name} = ?"  # noqa: S608 - names of ours
    row = driver(conn).execute(asked, key).fetchone()
    return None if row is None else (msgspec.json.decode(row[0], type=kind), int(row[1]))
