"""The nouns of a live show. No platform gives them: they come in by the ingest door, from a file, or by hand.

Missing means unknown and is ``None``, never 0. Counters are cumulative since the show began, unless said otherwise.
"""

from enum import StrEnum
from typing import Final, TypeAlias

import msgspec


class LiveSource(StrEnum):
    """Where a figure comes from."""

    INGEST = "ingest"  # the browser helper, or anything else that speaks to the door
    FILE = "file"
    MANUAL = "manual"
    OBS = "obs"
    SHOP_UV = "shop_uv"  # open.live.shop.seller.real.uv
    ORDERS = "orders"  # orders paid within the show
    ADS = "ads"  # the ads report: of advertised viewers only


class LiveEventType(StrEnum):
    """What can happen in a show."""

    COMMENT = "comment"
    LIKE = "like"
    SHARE = "share"
    GIFT = "gift"
    FOLLOW = "follow"
    ENTER = "enter"
    LEAVE = "leave"
    ITEM_CLICK = "item_click"
    ORDER = "order"
    CAPTION = "caption"
    NOTICE = "notice"
    CUE = "cue"
    PK = "pk"
    RED_PACKET = "red_packet"
    BAG = "bag"


INTERACTIONS = frozenset({LiveEventType.COMMENT, LiveEventType.LIKE, LiveEventType.SHARE, LiveEventType.GIFT})
"""Who does one of these has interacted."""

MARKS = frozenset({LiveEventType.CUE, LiveEventType.PK, LiveEventType.RED_PACKET, LiveEventType.BAG})
"""What the show itself does: each has a lift."""


class LiveAction(StrEnum):
    """What a session line says."""

    START = "start"
    STOP = "stop"
    HEARTBEAT = "heartbeat"


class LiveSignal(msgspec.Struct, frozen=True, kw_only=True):
    """A show begins, goes on or ends. ``at`` None: when it arrived."""

    session_id: str
    action: LiveAction
    at: int | None = None
    room_title: str = ""
    client: str = ""


class LiveSnapshot(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one moment, as the merchant's own live page shows them."""

    session_id: str
    at: int
    online: int | None = None  # of this moment, not cumulative
    viewers: int | None = None  # people
    views: int | None = None
    exposed: int | None = None  # people
    avg_stay_s: float | None = None
    watch_s: int | None = None  # seconds watched by all together
    comments: int | None = None
    commenters: int | None = None
    likes: int | None = None
    likers: int | None = None
    shares: int | None = None
    gifts: int | None = None
    gifters: int | None = None
    interactors: int | None = None
    new_followers: int | None = None
    viewers_nonfan: int | None = None
    item_exposed: int | None = None
    item_clicks: int | None = None
    item_clickers: int | None = None
    orders_created: int | None = None
    orders_paid: int | None = None
    buyers: int | None = None
    gmv_fen: int | None = None
    refund_fen: int | None = None
    sources: str = ""  # the traffic split as it came, JSON


class LiveEvent(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened. ``user_key`` is a hash made by whoever sends, never a raw id; the name is as sent."""

    session_id: str
    event_id: str
    at: int
    type: LiveEventType
    user_key: str = ""
    user_name: str = ""
    text: str = ""
    count: int | None = None
    item_id: str = ""
    amount_fen: int | None = None


LIVE_ROOM: Final = 2
"""Kuaishou's number of a live room among the places where an order is made."""


class SoldIn(msgspec.Struct, frozen=True, kw_only=True):
    """Where an order was made: the platform's number of the kind of place, and which one; a replay is no live room."""

    kind: int
    place_id: str = ""


LiveRow: TypeAlias = LiveSignal | LiveSnapshot | LiveEvent
"""Whatever comes in."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one row: ``reason`` empty and ``is_duplicate`` false is accepted.

    ``is_over``: its show was ended before it, so that it is kept apart and not counted in.
    """

    reason: str = ""
    is_duplicate: bool = False
    is_over: bool = False


class DoorState(msgspec.Struct, frozen=True, kw_only=True):
    """What may be shown of the ingest door. Its token is asked for by itself, on a click."""

    is_open: bool
    address: str = ""
    last_at: int | None = None
    rejected: int = 0
    folder: str = ""
    taken_port: int = 0  # why it stayed closed when the program started: another program holds its port
    ahead_ms: int = 0  # by how much the senders' clock goes before ours; below 0: behind
