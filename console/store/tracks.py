"""Where parcels are: what their platform said last, and what is wrong with them as of then."""

from collections.abc import Sequence
from typing import cast

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY
from console.core.model import Order, Parcel
from console.core.shipping import Track, TrackEvent, TrackState
from console.rules.logistics import COMPLAINTS, Complaints, Way, findings
from console.rules.review_masks import masked
from console.store.views import Pair

as_json = msgspec.json.Encoder().encode
read_events = msgspec.json.Decoder(tuple[TrackEvent, ...]).decode

LONGEST_WAIT_MS = 60 * DAY
"""What was paid longer ago than this before it left is looked for nowhere: so an index tells who left lately."""

FOLLOWED = """
SELECT o.shop_id, o.order_no, o.id FROM orders AS o
LEFT JOIN (SELECT shop_id, order_no, max(tried_at) AS tried_at, min(state IN ('signed', 'returned')) AS over
           FROM parcel_tracks GROUP BY shop_id, order_no) AS t ON t.shop_id = o.shop_id AND t.order_no = o.order_no
WHERE o.shop_id = ?1 AND o.parcels <> '[]' AND o.shipped_at >= ?2 AND coalesce(t.over, 0) = 0
  AND o.status IN ('to_ship', 'shipped', 'received') AND coalesce(t.tried_at, 0) < ?3
ORDER BY coalesce(t.tried_at, 0), o.shipped_at DESC LIMIT ?4
"""
UNTOLD = """
INSERT INTO parcel_tracks (shop_id, order_no, waybill_no, carrier_code,
                           state, events, finding, asked_at, tried_at, answer)
VALUES (?1, ?2, ?3, ?4, 'unknown', '[]', '', ?5, ?5, ?6)
ON CONFLICT (shop_id, order_no, waybill_no) DO UPDATE SET tried_at = ?5, answer = ?6
"""
OTHER_WAY = "DELETE FROM parcel_tracks WHERE shop_id = ? AND order_no = ? AND waybill_no = ? AND carrier_code <> ?"
TRACKS = """
SELECT waybill_no, carrier_code, state, events, asked_at, tried_at, answer FROM parcel_tracks
WHERE shop_id = ? AND order_no = ? ORDER BY waybill_no
"""


class Tracked(msgspec.Struct, frozen=True, kw_only=True):
    """A parcel's journey as of ``asked_at``.

    It was asked for last at ``tried_at``; ``answer`` is why nothing was told then: a trouble's code, ``unknown`` where
    the platform knows nothing of it; empty: it was told.
    """

    waybill_no: str
    carrier_code: str
    track: Track
    asked_at: int
    tried_at: int
    answer: str = ""


def followed(conn: Connection, shop_id: str, since: int, asked_before: int, limit: int) -> list[tuple[str, int]]:
    """Orders whose parcels are on their way: number and row, those that nobody asked of for the longest first."""
    found = conn.exec_driver_sql(FOLLOWED, (shop_id, since, asked_before, limit))
    return [(str(row[1]), int(row[2])) for row in found]


def put_track(conn: Connection, shop_id: str, order: Order, parcel: Parcel, track: Track, now: int) -> None:
    """Keep what was said of a parcel, with the worst that is wrong with it.

    Couriers write phones and doors into it: they are judged by, and kept covered.
    """
    found = findings(track, way_of(order), reference.parcel_patience(), now)
    worst = found[0] if found else ""
    conn.exec_driver_sql(
        "INSERT INTO parcel_tracks (shop_id, order_no, waybill_no, carrier_code, state, events, moved_at, asked_at,"
        " finding, found_at, tried_at, answer) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?8, '')"
        " ON CONFLICT (shop_id, order_no, waybill_no) DO UPDATE SET carrier_code = excluded.carrier_code,"
        " state = excluded.state, events = excluded.events, moved_at = excluded.moved_at,"
        " asked_at = excluded.asked_at, finding = excluded.finding, tried_at = excluded.tried_at, answer = '',"
        " found_at = CASE WHEN finding = excluded.finding THEN found_at ELSE excluded.found_at END",
        (
            shop_id,
            order.order_no,
            parcel.waybill_no,
            parcel.carrier_code,
            track.state,
            as_json([msgspec.structs.replace(one, words=masked(one.words)) for one in track.events]).decode(),
            track.moved_at,
            now,
            worst,
            now if worst else None,
        ),
    )


def put_untold(conn: Connection, shop_id: str, order: Order, parcel: Parcel, answer: str, now: int) -> None:
    """Keep that a parcel was asked for in vain, and why. What is known of its journey stays, as of when it was told.

    Only a journey with another carrier is not its own any more.
    """
    key = (shop_id, order.order_no, parcel.waybill_no)
    conn.exec_driver_sql(OTHER_WAY, (*key, parcel.carrier_code))
    conn.exec_driver_sql(UNTOLD, (*key, parcel.carrier_code, now, answer))


def way_of(order: Order) -> Way:
    """Where an order's parcels are to go."""
    to = order.receiver
    return Way(sent_at=order.shipped_at, province=to.province, city=to.city, district=to.district)


def tracks_of(conn: Connection, shop_id: str, order_no: str) -> list[Tracked]:
    """The journeys of an order's parcels. What is wrong with them is judged by who shows them: time goes on."""
    return [
        Tracked(
            waybill_no=waybill_no,
            carrier_code=carrier_code,
            track=Track(state=cast(TrackState, state), events=read_events(events)),
            asked_at=asked_at,
            tried_at=tried_at,
            answer=answer,
        )
        for waybill_no, carrier_code, state, events, asked_at, tried_at, answer in conn.exec_driver_sql(
            TRACKS, (shop_id, order_no)
        )
    ]


def complaints(conn: Connection, since: int, pair: Pair | None = None) -> Complaints:
    """Of the orders that left since then: how many, and of how many somebody complained of the way.

    CROSS: complaints are few, so that they are read first and each looks up its order.
    """
    about = " OR ".join(f"instr(a.reason, '{word}')" for word in COMPLAINTS)
    shops: Sequence[str] = () if pair is None else pair.shop_ids
    narrowed = "AND o.shop_id IN (?, ?)" if shops else ""
    left = f"o.under_id IS NULL AND o.shipped_at >= ? AND o.paid_at >= ? {narrowed}"
    values = (since, since - LONGEST_WAIT_MS, *shops)
    shipped = conn.exec_driver_sql(f"SELECT count(*) FROM orders AS o WHERE {left}", values)  # noqa: S608 - our own words
    complained = conn.exec_driver_sql(
        "SELECT count(DISTINCT o.id) FROM after_sales AS a "  # noqa: S608 - our own words
        f"CROSS JOIN orders AS o ON o.shop_id = a.shop_id AND o.order_no = a.order_no WHERE ({about}) AND {left}",
        values,
    )
    return Complaints(shipped=int(shipped.scalar_one()), complained=int(complained.scalar_one()))
