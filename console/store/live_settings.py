"""What the merchant set about figures of shows: which source is believed, and what is a pass, by category and day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.model import Platform
from console.rules.live_bands import Lines
from console.store import settings
from console.store.live_view import BY_TYPE
from console.store.pages import driver

SOURCES: Final = "live.sources"
RULES: Final = "live.line_rules"
MOST_RULES: Final = 200
MOST_CLICKED: Final = 12

CLICKED = f"""
SELECT item_id, COUNT(*) FROM live_events {BY_TYPE} WHERE session_id = ? AND type = 'item_click' AND item_id <> ''
GROUP BY item_id ORDER BY 2 DESC LIMIT 12
"""  # noqa: S608 - our own words
BRANCH = """
SELECT COALESCE((SELECT path FROM categories AS c WHERE c.shop_id = i.shop_id AND c.category_id = i.category_id),
                i.category_name)
FROM items AS i WHERE i.shop_id LIKE ? AND i.item_id = ?
"""
BRANCHES = """
SELECT DISTINCT TRIM(SUBSTR(path, 1, INSTR(path || '>', '>') - 1)) FROM categories WHERE shop_id LIKE ?1
UNION SELECT DISTINCT TRIM(SUBSTR(category_name, 1, INSTR(category_name || '>', '>') - 1)) FROM items
WHERE shop_id LIKE ?1 AND category_name <> ''
"""


class LineRule(msgspec.Struct, frozen=True, kw_only=True):
    """Pass and excellent of a figure from a day on; ``category`` empty: of all that have none of their own."""

    figure: str  # stay (seconds), interaction, follow (shares of one)
    since_at: int  # the first instant of the shop day
    passing: float
    excellent: float
    category: str = ""


def precedence(conn: Connection) -> dict[str, list[str]]:
    """The order of sources that the merchant chose, by figure; what he did not change is missing."""
    return dict(settings.get(conn, SOURCES, {}))


def put_order(conn: Connection, figure: str, order: Sequence[str], now: int) -> None:
    """Believe the sources of a figure in this order from now on; an empty order is the usual one."""
    own = precedence(conn)
    own.pop(figure, None)
    settings.put(conn, SOURCES, own | ({figure: list(order)} if order else {}), now)


def rules(conn: Connection) -> list[LineRule]:
    """The merchant's own lines, the youngest first."""
    found = msgspec.convert(settings.get(conn, RULES, []), list[LineRule])
    return sorted(found, key=lambda one: (-one.since_at, one.category, one.figure))


def put_rule(conn: Connection, rule: LineRule, now: int) -> None:
    """Keep lines; the same figure, category and day are replaced."""
    rest = [one for one in rules(conn) if _key(one) != _key(rule)][: MOST_RULES - 1]
    settings.put(conn, RULES, msgspec.to_builtins([*rest, rule]), now)


def drop_rule(conn: Connection, rule: LineRule, now: int) -> None:
    """Throw lines away: what held before them holds again."""
    settings.put(conn, RULES, msgspec.to_builtins([one for one in rules(conn) if _key(one) != _key(rule)]), now)


def lines(conn: Connection, usual: Mapping[str, Lines], at: int, category: str = "") -> dict[str, Lines]:
    """Pass and excellent of a show that began at ``at``: its category's own lines, else the shop's, else the usual.

    Of several the youngest that was in force by then: what is set today does not change what a past show was.
    """
    found = dict(usual)
    for rule in sorted(rules(conn), key=lambda one: (bool(one.category), one.since_at)):
        if rule.since_at <= at and rule.category in ("", category) and rule.figure in usual:
            found[rule.figure] = Lines(
                passing=rule.passing, excellent=rule.excellent, origin="category" if rule.category else "edited"
            )
    return found


def clicked(conn: Connection, session_id: str) -> dict[str, int]:
    """The most clicked items of a show, for whoever has not counted them anyhow: it reads the whole log."""
    return dict(driver(conn).execute(CLICKED, (session_id,)).fetchall())


def category_of(conn: Connection, clicks: Mapping[str, int]) -> str:
    """The branch most clicked items belong to; empty where nobody clicked, or nobody knows."""
    db, weight = driver(conn), Counter[str]()
    for item_id, number in Counter(clicks).most_common(MOST_CLICKED):
        row = db.execute(BRANCH, (f"{Platform.KUAISHOU}:%", item_id)).fetchone()
        if row and row[0]:
            weight[str(row[0]).partition(">")[0].strip()] += number
    return weight.most_common(1)[0][0] if weight else ""


def branches(conn: Connection) -> list[str]:
    """The branches of the category tree that the shops' goods may belong to."""
    return sorted(row[0] for row in driver(conn).execute(BRANCHES, (f"{Platform.KUAISHOU}:%",)) if row[0])


def _key(rule: LineRule) -> tuple[str, str, int]:
    return rule.figure, rule.category, rule.since_at
