"""Customers as people to be reached: their key, what a channel finds them by, what they agreed to, who is barred."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection

from console.rules.touching import CHANNELS, Channel
from console.rules.touching_gate import Person
from console.store.pages import as_json_list, driver
from console.store.touch_bought import WHO

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

UNWILLING: Final = f"""
WITH who AS ({WHO})
SELECT customer, 'consent' FROM who JOIN customer_consents AS c
    ON c.shop_id = at_shop AND c.buyer_id = as_buyer AND c.agreed = 0 AND ?2 IN ('any', c.channel)
UNION ALL
SELECT customer, 'consent' FROM who JOIN customer_identities AS i ON i.shop_id = at_shop AND i.buyer_id = as_buyer
LEFT JOIN customer_consents AS c ON c.shop_id = at_shop AND c.buyer_id = as_buyer AND c.agreed = 1
     AND ?2 IN ('any', c.channel)
WHERE ?2 <> '' GROUP BY customer HAVING COUNT(c.channel) = 0
UNION ALL
SELECT customer, 'blocked' FROM who JOIN customer_marks AS m ON m.shop_id = at_shop AND m.buyer_id = as_buyer
"""  # noqa: S608 - our own words
OF_SHOP: Final = "substr(customer, 1, length(?1) + 1) = ?1 || '|'"
JOINED: Final = """
customer IN (SELECT mate.shop_id || '|' || mate.buyer_id FROM customer_identities AS own
JOIN customer_identities AS mate ON mate.customer_id = own.customer_id WHERE own.shop_id = ?1)
"""
LISTS_OF: Final = f"SELECT DISTINCT list_id FROM touch_people WHERE {OF_SHOP} OR {JOINED}"  # noqa: S608 - our own words
BLANK: Final = f"UPDATE touch_people SET name = '', address = '' WHERE {JOINED}"  # noqa: S608 - our own words
OUT: Final = f"DELETE FROM touch_people WHERE {OF_SHOP}"  # noqa: S608 - our own words
EMPTY: Final = """
DELETE FROM touch_lists WHERE id IN (SELECT value FROM json_each(?))
AND NOT EXISTS (SELECT 1 FROM touch_people WHERE list_id = touch_lists.id)
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


def unwilling(conn: Connection, list_id: int, channel: Channel) -> dict[str, str]:
    """Who of a list said no, took back a yes or was barred since it was made, with the reason; barred weighs more."""
    return dict(driver(conn).execute(UNWILLING, (list_id, channel.consent)).fetchall())


def forget(conn: Connection, shop_id: str) -> None:
    """A shop is erased: its buyers leave the lists, and lists of nobody else go with what came back of them.

    Of buyers of another shop who are the same customers the name and the contact go too: they may be this shop's.
    """
    db = driver(conn)
    lists = as_json_list([row[0] for row in db.execute(LISTS_OF, (shop_id,))])
    db.execute(BLANK, (shop_id,))
    db.execute(OUT, (shop_id,))
    db.execute("DELETE FROM touch_refused WHERE list_id IN (SELECT value FROM json_each(?))", (lists,))
    db.execute(EMPTY, (lists,))
