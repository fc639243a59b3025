"""Customers as people to be reached: their key, what a channel finds them by, what they agreed to, who is barred."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection

from console.rules.touching import CHANNELS
from console.rules.touching_gate import Person
from console.store.pages import as_json_list, driver

PEOPLE: Final = """
WITH wanted AS (SELECT value AS id FROM json_each(?1)),
     agreed AS (
        SELECT i.customer_id AS id, MIN(c.agreed) AS says FROM customer_consents AS c
        JOIN customer_identities AS i ON i.shop_id = c.shop_id AND i.buyer_id = c.buyer_id
        WHERE ?2 IN ('any', c.channel) GROUP BY i.customer_id),
     barred AS (
        SELECT DISTINCT i.customer_id AS id FROM customer_marks AS m
        JOIN customer_identities AS i ON i.shop_id = m.shop_id AND i.buyer_id = m.buyer_id)
SELECT c.shop_id || '|' || c.buyer_id, c.name, c.tail, agreed.says, barred.id IS NOT NULL
FROM wanted JOIN customers AS c ON c.id = wanted.id
LEFT JOIN agreed ON agreed.id = c.id LEFT JOIN barred ON barred.id = c.id
ORDER BY c.paid_fen DESC, c.id
"""


def people_of(conn: Connection, ids: Iterable[int], channel: str) -> list[Person]:
    """These customers, who spent most first. Of several answers to the same question a no counts."""
    rows = driver(conn).execute(PEOPLE, (as_json_list(ids), CHANNELS[channel].consent))
    return [
        Person(
            customer=key,
            name=name,
            address=tail,
            consent=None if says is None else bool(says),
            blocked=bool(barred),
        )
        for key, name, tail, says, barred in rows
    ]
