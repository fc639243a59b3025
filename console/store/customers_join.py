"""Which buyers are one customer: by linked orders that name one buyer on either side, or by a person's word.

Nothing is guessed from names. Where linked orders name several buyers of the other shop for one buyer, as a collective
account would, none of them is joined, and the row says how many there are.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.model import Platform
from console.store.pages import as_json_list, driver

Buyer = tuple[str, str]
"""Shop and buyer id."""

WHO: Final = """
WITH who AS MATERIALIZED (
    SELECT json_extract(value, '$[0]') AS shop, json_extract(value, '$[1]') AS buyer FROM json_each(?1))
"""
EDGES: Final = f"""
{WHO}
SELECT t.shop_id, t.buyer_id, o.shop_id, o.buyer_id, min(o.order_no)
FROM who CROSS JOIN orders AS t INDEXED BY ix_orders_customer ON t.shop_id = shop AND t.buyer_id = buyer
JOIN orders AS o ON o.id = t.under_id WHERE t.under_id IS NOT NULL AND o.buyer_id <> '' GROUP BY 1, 2, 3, 4
UNION ALL
SELECT o.shop_id, o.buyer_id, t.shop_id, t.buyer_id, min(o.order_no)
FROM who CROSS JOIN orders AS o INDEXED BY ix_orders_customer ON o.shop_id = shop AND o.buyer_id = buyer
JOIN orders AS t INDEXED BY ix_orders_view ON t.under_id = o.id WHERE t.buyer_id <> '' GROUP BY 1, 2, 3, 4
"""  # noqa: S608 - our own words
MEMBERS: Final = f"""
{WHO}
SELECT m.shop_id, m.buyer_id FROM who
JOIN customer_identities AS i ON i.shop_id = shop AND i.buyer_id = buyer
JOIN customer_identities AS m ON m.customer_id = i.customer_id
"""  # noqa: S608 - our own words
HELD: Final = f"""
{WHO}
SELECT i.shop_id, i.buyer_id, i.id, i.customer_id, i.how, i.via, i.rivals, i.stamp, i.matched_at FROM who
JOIN customer_identities AS i ON i.shop_id = shop AND i.buyer_id = buyer
"""  # noqa: S608 - our own words
CHOICES: Final = f"""
{WHO}
SELECT c.shop_id, c.buyer_id, c.other_shop_id, c.other_buyer_id, c.together FROM who
JOIN customer_choices AS c
    ON (c.shop_id = shop AND c.buyer_id = buyer) OR (c.other_shop_id = shop AND c.other_buyer_id = buyer)
"""  # noqa: S608 - our own words
PUT: Final = """
INSERT INTO customer_identities (shop_id, buyer_id, customer_id, how, via, rivals, stamp, matched_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (shop_id, buyer_id) DO UPDATE SET customer_id = excluded.customer_id, how = excluded.how,
    via = excluded.via, rivals = excluded.rivals, stamp = excluded.stamp, matched_at = excluded.matched_at
"""
ADD: Final = """
INSERT INTO customer_identities (shop_id, buyer_id, customer_id, how, via, rivals, stamp, matched_at)
VALUES (?, ?, 0, 'own', '', 0, '', NULL) ON CONFLICT (shop_id, buyer_id) DO NOTHING
"""
DROP: Final = "DELETE FROM customer_identities WHERE id IN (SELECT value FROM json_each(?))"


class Joined(msgspec.Struct, frozen=True):
    """A customer: the number of the identity that was first, and all of them, that one first."""

    customer_id: int
    buyers: tuple[Buyer, ...]


class Groups(msgspec.Struct, frozen=True):
    """Customers as they are now, and the numbers of those that they take the place of."""

    made: tuple[Joined, ...]
    before: frozenset[int]
    buyers: frozenset[Buyer]  # all that were looked at


class Held(msgspec.Struct, frozen=True):
    """An identity as it is kept."""

    id: int
    customer_id: int
    how: str
    via: str
    rivals: int
    stamp: str
    matched_at: int | None


Edges = Mapping[Buyer, Mapping[Buyer, str]]
"""The buyers on the other side that linked orders name, each with one of those orders."""


def joined(conn: Connection, some: Iterable[Buyer], stamps: Mapping[Buyer, str], now: int) -> Groups:
    """Join these buyers and all whom that can touch, and keep it; ``stamps``: of all whose orders changed."""
    edges, choices, every = _reach(conn, some)
    gone = {buyer for buyer in every if stamps.get(buyer) == ""}
    driver(conn).executemany(ADD, sorted(every - gone))
    held = {(row[0], row[1]): Held(*row[2:]) for row in driver(conn).execute(HELD, (_listed(every),))}
    before = frozenset(one.customer_id for one in held.values() if one.customer_id) | {one.id for one in held.values()}
    driver(conn).execute(DROP, (as_json_list(one.id for buyer, one in held.items() if buyer in gone),))
    alive = sorted((buyer for buyer in every - gone if buyer in held), key=lambda one: held[one].id)
    bonds = bonds_of(alive, edges, choices)
    made, rows = [], []
    via_of: dict[Buyer, list[str]] = {}
    for pair, order_no in bonds.items():
        for buyer in pair:
            via_of.setdefault(buyer, []).append(order_no)
    for group in _groups(alive, bonds):
        customer_id = held[group[0]].id
        made.append(Joined(customer_id, tuple(group)))
        for buyer in group:
            was = held[buyer]
            how, via = _how(group, via_of.get(buyer, ()))
            same = (was.customer_id, was.how, was.via) == (customer_id, how, via)
            at = was.matched_at if same else now if how != "own" else None
            rivals = max(0, len(edges.get(buyer, {})) - 1)
            rows.append((*buyer, customer_id, how, via, rivals, stamps.get(buyer, was.stamp), at))
    driver(conn).executemany(PUT, rows)
    return Groups(tuple(made), before, frozenset(every))


def _reach(conn: Connection, some: Iterable[Buyer]) -> tuple[Edges, dict[tuple[Buyer, Buyer], bool], set[Buyer]]:
    """All whom a change of these can join or part: who hangs together with them now, and who may from now on.

    A buyer of whom linked orders name several does not lead on to those: nobody is joined with him either way, but
    for whoever was until now.
    """
    every: set[Buyer] = set()
    edges: dict[Buyer, dict[Buyer, str]] = {}
    choices: dict[tuple[Buyer, Buyer], bool] = {}
    fresh = set(some)
    while fresh:
        every |= fresh
        listed = _listed(fresh)
        for shop, buyer, other_shop, other, order_no in driver(conn).execute(EDGES, (listed,)):
            edges.setdefault((shop, buyer), {})[other_shop, other] = order_no
        near = {(shop, buyer) for shop, buyer in driver(conn).execute(MEMBERS, (listed,))}
        for shop, buyer, other_shop, other, together in driver(conn).execute(CHOICES, (listed,)):
            choices[(shop, buyer), (other_shop, other)] = bool(together)
            near |= {(shop, buyer), (other_shop, other)}
        for one in fresh:
            if len(edges.get(one, {})) == 1:
                near |= set(edges[one])
        fresh = near - every
    return edges, choices, every


def bonds_of(
    alive: Iterable[Buyer], edges: Edges, choices: Mapping[tuple[Buyer, Buyer], bool]
) -> dict[tuple[Buyer, Buyer], str]:
    """What joins two buyers: an order that both sides carry, or "" where a person said so. A person's word counts most.

    Linked orders join two who name nobody but each other.
    """
    here = set(alive)
    bonds = {}
    for one, others in edges.items():
        other, order_no = next(iter(others.items()))
        mutual = len(others) == 1 and set(edges.get(other, {})) == {one}
        if mutual and {one, other} <= here and other[0] != one[0]:
            bonds[ordered(one, other)] = order_no
    for (one, other), together in choices.items():
        pair = ordered(one, other)
        bonds.pop(pair, None)
        if together and {one, other} <= here:
            bonds[pair] = ""
    return bonds


def ordered(one: Buyer, other: Buyer) -> tuple[Buyer, Buyer]:
    """The Kuaishou side first, else the smaller."""
    first, second = sorted((one, other), key=lambda buyer: (not buyer[0].startswith(f"{Platform.KUAISHOU}:"), buyer))
    return first, second


def _groups(alive: Sequence[Buyer], bonds: Iterable[tuple[Buyer, Buyer]]) -> list[list[Buyer]]:
    """Who hangs together, in the order of ``alive``."""
    root = {buyer: buyer for buyer in alive}

    def find(buyer: Buyer) -> Buyer:
        while root[buyer] != buyer:
            root[buyer] = root[root[buyer]]
            buyer = root[buyer]
        return buyer

    place = {buyer: number for number, buyer in enumerate(alive)}
    for one, other in bonds:
        first, second = sorted((find(one), find(other)), key=place.__getitem__)
        root[second] = first
    found: dict[Buyer, list[Buyer]] = {}
    for buyer in alive:
        found.setdefault(find(buyer), []).append(buyer)
    return list(found.values())


def _how(group: Sequence[Buyer], orders: Iterable[str]) -> tuple[str, str]:
    """Why somebody is in his group, and by which order; ``orders``: those of his bonds."""
    if len(group) == 1:
        return "own", ""
    via = next((one for one in sorted(orders) if one), "")
    return ("link", via) if via else ("hand", "")


def _listed(buyers: Iterable[Buyer]) -> str:
    return msgspec.json.encode(sorted(buyers)).decode()
