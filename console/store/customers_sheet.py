"""Rows of the list, and one customer in full: who he is on each platform, what people said, what happened when."""

from collections.abc import Sequence
from typing import Final, Literal

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY
from console.core.model import AfterSaleKind, AfterSaleStatus
from console.rules.customers import Segment, borders_of, segment
from console.rules.customers_conditions import Label
from console.store.customers_asked import BLOCKED, label_said
from console.store.customers_lines import lines
from console.store.insights import SOLD
from console.store.pages import as_json_list, driver

COLUMNS: Final = (
    "id, shop_id, buyer_id, name, tail, sides, placed, orders, paid_fen, unpriced, margin_fen, refunds, refunded_fen, "
    "coupons, most_fen, first_at, last_at, gap_ms, kept_at"
)
ROWS: Final = f"""
SELECT {COLUMNS}, {BLOCKED} FROM customers AS c WHERE c.id IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - our own words
IDENTITIES: Final = """
SELECT shop_id, buyer_id, how, via, rivals, matched_at FROM customer_identities WHERE customer_id = ? ORDER BY id
"""
WHO: Final = "WITH who AS (SELECT shop_id AS shop, buyer_id AS buyer FROM customer_identities WHERE customer_id = ?1)"
EVENTS: Final = f"""
{WHO}
SELECT paid_at AS at, 'order' AS kind, shop_id, order_no AS number, amount_fen, status,
       coalesce((SELECT title FROM order_lines WHERE order_id = orders.id AND position = 0), '')
FROM who CROSS JOIN orders INDEXED BY ix_orders_buyer ON shop_id = shop AND buyer_id = buyer
WHERE paid_at IS NOT NULL AND {SOLD}
UNION ALL
SELECT coalesce(a.finished_at, a.updated_at), 'refund', a.shop_id, a.order_no, a.amount_fen, a.status, a.reason
FROM who CROSS JOIN orders AS o INDEXED BY ix_orders_buyer ON o.shop_id = shop AND o.buyer_id = buyer
JOIN after_sales AS a ON a.shop_id = o.shop_id AND a.order_no = o.order_no
WHERE o.under_id IS NULL AND a.status = '{AfterSaleStatus.SUCCESS}' AND a.kind <> '{AfterSaleKind.EXCHANGE}'
UNION ALL
SELECT p.touched_at, 'touch', '', l.channel, NULL, p.result, l.name
FROM who JOIN touch_people AS p ON p.customer = shop || '|' || buyer AND p.part = 'send' AND p.touched_at IS NOT NULL
JOIN touch_lists AS l ON l.id = p.list_id
UNION ALL
SELECT written_at, 'note', '', '', NULL, '', text FROM who JOIN customer_notes ON shop_id = shop AND buyer_id = buyer
ORDER BY at DESC LIMIT ?2
"""  # noqa: S608 - our own words
TAGS: Final = f"""
{WHO} SELECT DISTINCT tag FROM who JOIN customer_tags ON shop_id = shop AND buyer_id = buyer ORDER BY tag
"""  # noqa: S608 - our own words
CONSENTS: Final = f"""
{WHO} SELECT channel, min(agreed) FROM who JOIN customer_consents ON shop_id = shop AND buyer_id = buyer GROUP BY 1
"""  # noqa: S608 - our own words
BLOCKS: Final = f"{WHO} SELECT reason FROM who JOIN customer_marks ON shop_id = shop AND buyer_id = buyer"  # noqa: S608
TOUCHES: Final = f"""
{WHO} SELECT count(*), max(touched_at) FROM who JOIN touch_people ON customer = shop || '|' || buyer
WHERE part = 'send' AND touched_at >= ?2
"""  # noqa: S608 - our own words
MOST_BOUGHT: Final = """
SELECT value FROM customer_facets WHERE customer_id = ? AND facet = 'leaf' ORDER BY orders DESC, value LIMIT 1
"""
MOST_EVENTS: Final = 60

Idea = Literal["", "blocked", "due", "soon", "new", "recall", "value"]


class CustomerRow(msgspec.Struct, frozen=True, kw_only=True):
    """A customer with what his orders come to; see ``tables_customers``."""

    id: int
    shop_id: str
    buyer_id: str
    name: str
    tail: str
    sides: int
    placed: int
    orders: int
    paid_fen: int
    unpriced: int
    margin_fen: int | None
    refunds: int
    refunded_fen: int
    coupons: int
    most_fen: int | None
    first_at: int | None
    last_at: int | None
    gap_ms: int | None
    kept_at: int
    segment: Segment
    blocked: bool

    @property
    def key(self) -> str:
        """What other rooms know him by."""
        return f"{self.shop_id}|{self.buyer_id}"


class Identity(msgspec.Struct, frozen=True):
    """Who he is in a shop, and why that is he."""

    shop_id: str
    buyer_id: str
    how: str
    via: str
    rivals: int
    matched_at: int | None


class Event(msgspec.Struct, frozen=True):
    """Something that happened. ``kind``: order, refund, touch, note; ``words`` as ``kind`` has them."""

    at: int
    kind: str
    shop_id: str
    number: str
    fen: int | None
    status: str
    words: str


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One customer in full."""

    row: CustomerRow
    identities: tuple[Identity, ...]
    tags: tuple[str, ...]
    labels: tuple[Label, ...]
    events: tuple[Event, ...]
    consents: dict[str, bool]
    block_reason: str
    touches: int  # in thirty days
    touched_at: int | None
    touch_most: int
    quiet: tuple[int, int]
    idea: Idea
    leaf: str  # what he bought most


def rows(conn: Connection, ids: Sequence[int], now: int) -> list[CustomerRow]:
    """These, in the order of ``ids``; who has gone meanwhile is left out."""
    borders, grid = borders_of(lines(conn)), reference.customer_grid()
    names = COLUMNS.split(", ")
    found = {}
    for *told, blocked in driver(conn).execute(ROWS, (as_json_list(ids),)):
        known = dict(zip(names, told, strict=True))
        mine = segment(known["orders"], known["last_at"], now, borders, grid, blocked=bool(blocked))
        found[known["id"]] = CustomerRow(**known, segment=mine, blocked=bool(blocked))
    return [found[one] for one in ids if one in found]


def sheet(conn: Connection, customer_id: int, now: int) -> Sheet | None:
    """Read it; None if he is no more."""
    some = rows(conn, [customer_id], now)
    if not some:
        return None
    row, known = some[0], lines(conn)
    of = driver(conn)
    touches, touched_at = of.execute(TOUCHES, (customer_id, now - 30 * DAY)).fetchone()
    reason = of.execute(BLOCKS, (customer_id,)).fetchone()
    leaf = of.execute(MOST_BOUGHT, (customer_id,)).fetchone()
    return Sheet(
        row=row,
        identities=tuple(Identity(*one) for one in of.execute(IDENTITIES, (customer_id,))),
        tags=tuple(one for (one,) in of.execute(TAGS, (customer_id,))),
        labels=tuple(_labels(conn, customer_id, now)),
        events=tuple(Event(*one) for one in of.execute(EVENTS, (customer_id, MOST_EVENTS))),
        consents={channel: bool(agreed) for channel, agreed in of.execute(CONSENTS, (customer_id,))},
        block_reason="" if reason is None else reason[0],
        touches=touches,
        touched_at=touched_at,
        touch_most=round(known["touch_most"].value),
        quiet=(round(known["quiet_from"].value), round(known["quiet_to"].value)),
        idea=idea_of(row, now),
        leaf="" if leaf is None else leaf[0],
    )


def idea_of(row: CustomerRow, now: int) -> Idea:
    """What fits, by when he usually comes again, else by his segment."""
    if row.blocked:
        return "blocked"
    if row.gap_ms is not None and row.last_at is not None and row.gap_ms >= DAY:
        left = row.last_at + row.gap_ms - now
        if left <= 0:
            return "due"
        if left <= 7 * DAY:
            return "soon"
    by: dict[Segment, Idea] = {"new": "new", "recall": "recall", "retain": "recall", "value": "value"}
    return by.get(row.segment, "")


def _labels(conn: Connection, customer_id: int, now: int) -> list[Label]:
    """The labels of the catalogue that somebody bears, one question for all."""
    borders = borders_of(lines(conn))
    catalogue = [one for one in reference.customer_labels() if one.field not in ("segment", "cell")]
    said = [label_said(one, now, borders) for one in catalogue]
    found: list[Label] = []
    for first in range(0, len(said), 60):
        some = said[first : first + 60]
        asked = f"SELECT {', '.join(one for one, _ in some)} FROM customers AS c WHERE c.id = ?"  # noqa: S608
        told = [value for _, values in some for value in values]
        row = driver(conn).execute(asked, (*told, customer_id)).fetchone()
        found += [one for one, bears in zip(catalogue[first : first + 60], row, strict=True) if bears]
    return found
