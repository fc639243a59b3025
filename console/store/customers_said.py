"""What people say of customers: tags, notes, consents, the blacklist, who is one and who is not, and saved segments.

All of it hangs on an identity and is audited; nobody's number and nothing of a note's words goes into the audit.
"""

from typing import Final

import msgspec
from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.customers_conditions import Condition, Conditions
from console.store import audit
from console.store.customers_join import Buyer, ordered
from console.store.pages import driver

CHANNELS: Final = ("wecom", "sms", "call")
MOST_TAG: Final = 30  # letters, as Youzan takes them
STALE: Final = "UPDATE customer_identities SET stamp = '' WHERE shop_id = ? AND buyer_id = ?"
CHOOSE: Final = """
INSERT INTO customer_choices (shop_id, buyer_id, other_shop_id, other_buyer_id, together, reason, chosen_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET together = excluded.together, reason = excluded.reason, chosen_at = excluded.chosen_at
"""
PEERS: Final = """
SELECT m.shop_id, m.buyer_id FROM customer_identities AS i
JOIN customer_identities AS m ON m.customer_id = i.customer_id WHERE i.shop_id = ? AND i.buyer_id = ? AND m.id <> i.id
"""
read_conditions = msgspec.json.Decoder(tuple[Condition, ...]).decode


class Saved(msgspec.Struct, frozen=True):
    """A segment that somebody saved."""

    id: int
    name: str
    conditions: Conditions
    saved_at: int


def key_of(buyer: Buyer) -> str:
    """What other rooms know a customer by."""
    return "|".join(buyer)


def tag(conn: Connection, buyer: Buyer, word: str, now: int, *, on: bool = True) -> None:
    """Put a word on somebody, or take it off."""
    word = word.strip()[:MOST_TAG]
    if not word:
        return
    if on:
        driver(conn).execute("INSERT OR IGNORE INTO customer_tags VALUES (?, ?, ?, ?)", (*buyer, word, now))
    else:
        for one in (buyer, *_peers(conn, buyer)):
            told = (*one, word)
            driver(conn).execute("DELETE FROM customer_tags WHERE shop_id = ? AND buyer_id = ? AND tag = ?", told)
    audit.note(conn, now, "customers.tag" if on else "customers.untag", key_of(buyer), {"tag": word})


def note(conn: Connection, buyer: Buyer, text: str, now: int) -> None:
    """Write something down."""
    if text.strip():
        put = "INSERT INTO customer_notes (shop_id, buyer_id, text, written_at) VALUES (?, ?, ?, ?)"
        driver(conn).execute(put, (*buyer, text.strip(), now))
        audit.note(conn, now, "customers.note", key_of(buyer))


def consent(conn: Connection, buyer: Buyer, channel: str, agreed: bool | None, now: int) -> None:
    """Whether somebody agreed to be reached so; None: nobody knows."""
    if channel not in CHANNELS:
        raise ValueError(f"no such channel: {channel}")
    for one in (buyer, *_peers(conn, buyer)):
        told = (*one, channel)
        driver(conn).execute("DELETE FROM customer_consents WHERE shop_id = ? AND buyer_id = ? AND channel = ?", told)
    if agreed is not None:
        put = "INSERT INTO customer_consents VALUES (?, ?, ?, ?, ?)"
        driver(conn).execute(put, (*buyer, channel, agreed, now))
    audit.note(conn, now, "customers.consent", key_of(buyer), {"channel": channel, "agreed": agreed})


def block(conn: Connection, buyer: Buyer, reason: str, now: int, *, on: bool = True) -> None:
    """Put somebody on the blacklist, with a reason, or take all of him off it."""
    if on and not reason.strip():
        raise Refused("customers.reason")
    for one in [buyer, *(() if on else _peers(conn, buyer))]:
        driver(conn).execute("DELETE FROM customer_marks WHERE shop_id = ? AND buyer_id = ?", one)
    if on:
        driver(conn).execute("INSERT INTO customer_marks VALUES (?, ?, ?, ?)", (*buyer, reason.strip(), now))
    action = "customers.block" if on else "customers.unblock"
    audit.note(conn, now, action, key_of(buyer), {"reason": reason.strip()})


def choose(conn: Connection, one: Buyer, other: Buyer, together: bool, reason: str, now: int) -> None:
    """A person's word that two buyers are one, or that they are not; it stands against whatever orders say."""
    if not reason.strip():
        raise Refused("customers.reason")
    first, second = ordered(one, other)
    driver(conn).execute(CHOOSE, (*first, *second, together, reason.strip(), now))
    for buyer in (first, second):
        driver(conn).execute(STALE, buyer)
    action = "customers.join" if together else "customers.part"
    audit.note(conn, now, action, f"{key_of(first)} {key_of(second)}", {"reason": reason.strip()})


def part(conn: Connection, buyer: Buyer, reason: str, now: int) -> int:
    """Take an identity out of its customer: from each of the others; returns how many those were."""
    peers = _peers(conn, buyer)
    for other in peers:
        choose(conn, buyer, other, False, reason, now)
    return len(peers)


def save(conn: Connection, name: str, conditions: Conditions, now: int) -> int:
    """Keep conditions under a name; the same name again takes the place of the old ones."""
    if not name.strip():
        raise Refused("customers.name")
    told = msgspec.json.encode(conditions).decode()
    put = """
    INSERT INTO customer_segments (name, conditions, saved_at) VALUES (?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET conditions = excluded.conditions, saved_at = excluded.saved_at RETURNING id
    """
    row_id = driver(conn).execute(put, (name.strip(), told, now)).fetchone()[0]
    audit.note(conn, now, "customers.segment", name.strip(), {"conditions": told})
    return int(row_id)


def drop(conn: Connection, segment_id: int, now: int) -> None:
    """Forget a saved segment."""
    row = driver(conn).execute("DELETE FROM customer_segments WHERE id = ? RETURNING name", (segment_id,)).fetchone()
    if row is not None:
        audit.note(conn, now, "customers.unsegment", row[0])


def saved(conn: Connection) -> list[Saved]:
    """The saved segments by name."""
    rows = driver(conn).execute("SELECT id, name, conditions, saved_at FROM customer_segments ORDER BY name")
    return [Saved(row_id, name, read_conditions(told), at) for row_id, name, told, at in rows]


def _peers(conn: Connection, buyer: Buyer) -> list[Buyer]:
    return [(shop_id, buyer_id) for shop_id, buyer_id in driver(conn).execute(PEERS, buyer)]
