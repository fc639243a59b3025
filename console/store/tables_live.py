"""How shows are kept: what came in of them as it came, and sums per minute. Missing is NULL and never 0."""

from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_shipping import metadata

__all__ = [
    "LiveEvents",
    "LiveMinutes",
    "LiveParts",
    "LivePeople",
    "LiveRefusals",
    "LiveRooms",
    "LiveSessions",
    "LiveSnapshots",
    "OrderPlaces",
    "metadata",
    "table_of",
]


class LiveSessions(SQLModel, table=True):
    """A show. One whose room opened again within a quarter of an hour has several parts."""

    __tablename__: ClassVar[str] = "live_sessions"
    session_id: str = Field(primary_key=True)  # the first part's
    title: str
    started_at: int = whole(index=True)
    ended_at: int | None = whole(default=None)  # None: nobody said that it ended
    last_at: int = whole()  # the latest row of it
    source: str


class LiveParts(SQLModel, table=True):
    """What a sender calls a session: from one opening of the room to its closing."""

    __tablename__: ClassVar[str] = "live_parts"
    part_id: str = Field(primary_key=True)
    session_id: str = Field(index=True)
    started_at: int = whole()
    ended_at: int | None = whole(default=None)
    last_at: int = whole()


class LiveSnapshots(SQLModel, table=True):
    """``core.live.LiveSnapshot``, one a moment and source."""

    __tablename__: ClassVar[str] = "live_snapshots"
    session_id: str = Field(primary_key=True)
    at: int = whole(primary_key=True)
    source: str = Field(primary_key=True)
    online: int | None = whole(default=None)
    viewers: int | None = whole(default=None)
    views: int | None = whole(default=None)
    exposed: int | None = whole(default=None)
    avg_stay_s: float | None = None
    watch_s: int | None = whole(default=None)
    comments: int | None = whole(default=None)
    commenters: int | None = whole(default=None)
    likes: int | None = whole(default=None)
    likers: int | None = whole(default=None)
    shares: int | None = whole(default=None)
    gifts: int | None = whole(default=None)
    gifters: int | None = whole(default=None)
    interactors: int | None = whole(default=None)
    new_followers: int | None = whole(default=None)
    viewers_nonfan: int | None = whole(default=None)
    item_exposed: int | None = whole(default=None)
    item_clicks: int | None = whole(default=None)
    item_clickers: int | None = whole(default=None)
    orders_created: int | None = whole(default=None)
    orders_paid: int | None = whole(default=None)
    buyers: int | None = whole(default=None)
    gmv_fen: int | None = whole(default=None)
    refund_fen: int | None = whole(default=None)
    sources: str


class LiveEvents(SQLModel, table=True):
    """``core.live.LiveEvent``, each once by the sender's own id."""

    __tablename__: ClassVar[str] = "live_events"
    __table_args__: ClassVar[Any] = (
        Index("ix_live_events_at", "session_id", "at"),
        Index("ix_live_events_type", "session_id", "type", "at"),  # a loud show has a few marks among a million rows
    )
    session_id: str = Field(primary_key=True)
    event_id: str = Field(primary_key=True)
    at: int = whole()
    type: str
    user_key: str
    user_name: str
    text: str
    count: int | None = whole(default=None)
    item_id: str
    amount_fen: int | None = whole(default=None)
    source: str


class LivePeople(SQLModel, table=True):
    """When each person of a show first commented, liked, shared or gave."""

    __tablename__: ClassVar[str] = "live_people"
    session_id: str = Field(primary_key=True)
    user_key: str = Field(primary_key=True)
    first_at: int = whole()


class LiveMinutes(SQLModel, table=True):
    """``rules.live.Minute``: sums that follow from the rows above, kept so that a long show opens at once."""

    __tablename__: ClassVar[str] = "live_minutes"
    session_id: str = Field(primary_key=True)
    at: int = whole(primary_key=True)
    online_sum: int = whole()
    online_n: int = whole()
    comments: int = whole()
    likes: int = whole()
    shares: int = whole()
    gifts: int = whole()
    follows: int = whole()
    enters: int = whole()
    item_clicks: int = whole()
    orders: int = whole()
    gmv_fen: int = whole()
    interactors: int = whole()
    new_interactors: int = whole()


class LiveRefusals(SQLModel, table=True):
    """How many rows were not taken, and why; never what was in them."""

    __tablename__: ClassVar[str] = "live_refusals"
    reason: str = Field(primary_key=True)
    rows: int = whole()
    last_at: int = whole()


class LiveRooms(SQLModel, table=True):
    """How many each shop's interface said watch its room: of several shops on air each by itself."""

    __tablename__: ClassVar[str] = "live_rooms"
    session_id: str = Field(primary_key=True)
    shop_id: str = Field(primary_key=True)
    at: int = whole(primary_key=True)
    people: int = whole()


class OrderPlaces(SQLModel, table=True):
    """``core.live.SoldIn``: where an order was made, of those whose platform said it. No row: nobody said."""

    __tablename__: ClassVar[str] = "order_places"
    order_id: int = whole(primary_key=True, foreign_key="orders.id", ondelete="CASCADE")
    kind: int = whole()
    place_id: str
