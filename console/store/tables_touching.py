"""How touches of customers are kept: task lists, what a channel brought, coupons passed on, stored value, members.

A ``customer`` is the key that the list of customers gives; an ``account`` is what an imported table calls a person.
Rows that name people say of which shop they are: with it they go.
"""

from typing import Any, ClassVar

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from console.store.tables import table_of, whole
from console.store.tables_experiments import metadata

__all__ = [
    "CouponShares",
    "Members",
    "StoredAccounts",
    "StoredMoves",
    "TouchFigures",
    "TouchLists",
    "TouchPeople",
    "TouchRefused",
    "metadata",
    "table_of",
]


class TouchLists(SQLModel, table=True):
    """Whom to reach, by which channel, with which words."""

    __tablename__: ClassVar[str] = "touch_lists"
    id: int | None = whole(default=None, primary_key=True)
    name: str
    channel: str  # key of ``resources/touch_channels.csv``
    staff: str  # who does it
    source: str  # the saved segment, the cells of the matrix or the table it was made from, in words
    state: str  # draft, due, running, done
    message: str
    pardon: str  # why it may go out with a banned wording
    hold_share: float  # of those who could be reached, kept out so that the lift is honest
    cost_fen: int | None = whole(default=None)  # for one person
    made_at: int = whole()
    made_by: str
    exported_at: int | None = whole(default=None)
    exported_by: str
    digest: str  # of whom the file that went out held
    done_at: int | None = whole(default=None)


class TouchPeople(SQLModel, table=True):
    """One person of a list: sent to, held out for comparison, or left out and why."""

    __tablename__: ClassVar[str] = "touch_people"
    __table_args__: ClassVar[Any] = (Index("ix_touch_people_customer", "customer", "touched_at"),)
    list_id: int = whole(primary_key=True, foreign_key="touch_lists.id", ondelete="CASCADE")
    customer: str = Field(primary_key=True)
    address: str  # what the channel finds the person by, as far as it is known
    name: str
    part: str  # send, hold, left
    why: str  # of those left out: reached, consent, blocked, address, twice
    touched_at: int | None = whole(default=None)  # when the file that holds the person went out; of hold: the same
    result: str  # empty, reached, failed
    said: str  # why it failed


class TouchRefused(SQLModel, table=True):
    """A row of a table of results that fits nobody of the list."""

    __tablename__: ClassVar[str] = "touch_refused"
    list_id: int = whole(primary_key=True, foreign_key="touch_lists.id", ondelete="CASCADE")
    number: int = whole(primary_key=True)
    said: str
    wrong: str
    kept_at: int = whole()


class TouchFigures(SQLModel, table=True):
    """What a channel did on a shop day, as it was imported or typed; ``shop_id`` empty: nobody said of which shop."""

    __tablename__: ClassVar[str] = "touch_figures"
    shop_id: str = Field(primary_key=True)
    day_at: int = whole(primary_key=True)
    channel: str = Field(primary_key=True)
    name: str = Field(primary_key=True)  # of the campaign; may be empty
    sent: int | None = whole(default=None)  # people
    reached: int | None = whole(default=None)  # people
    opened: int | None = whole(default=None)  # people
    cost_fen: int | None = whole(default=None)
    buyers: int | None = whole(default=None)  # people who paid within 7 days
    margin_fen: int | None = whole(default=None)
    origin: str  # file, paste, manual
    kept_at: int = whole()


class CouponShares(SQLModel, table=True):
    """Who brought whom with a coupon, as the merchant's export says."""

    __tablename__: ClassVar[str] = "coupon_shares"
    shop_id: str = Field(primary_key=True)
    campaign: str = Field(primary_key=True)
    inviter: str = Field(primary_key=True)
    invitee: str = Field(primary_key=True)
    at: int | None = whole(default=None)  # when it was taken
    is_new: bool | None = None  # whether the invitee had never bought
    used_at: int | None = whole(default=None)  # when an order was paid with it
    paid_fen: int | None = whole(default=None)
    margin_fen: int | None = whole(default=None)
    cost_fen: int | None = whole(default=None)  # what the coupon and the reward took off
    origin: str
    kept_at: int = whole()


class StoredAccounts(SQLModel, table=True):
    """An account of stored value as of a day, with the sums that led to its balance."""

    __tablename__: ClassVar[str] = "stored_accounts"
    shop_id: str = Field(primary_key=True)
    account: str = Field(primary_key=True)
    day_at: int = whole()
    balance_fen: int = whole()
    topup_fen: int | None = whole(default=None)
    bonus_fen: int | None = whole(default=None)
    spent_fen: int | None = whole(default=None)
    refund_fen: int | None = whole(default=None)
    last_at: int | None = whole(default=None)  # when anything last moved
    origin: str
    kept_at: int = whole()


class StoredMoves(SQLModel, table=True):
    """A movement of an account."""

    __tablename__: ClassVar[str] = "stored_moves"
    __table_args__: ClassVar[Any] = (Index("ix_stored_moves_at", "at"),)
    shop_id: str = Field(primary_key=True)
    move: str = Field(primary_key=True)
    account: str
    at: int = whole()
    kind: str  # topup, bonus, spend, refund
    fen: int = whole()
    origin: str
    kept_at: int = whole()


class Members(SQLModel, table=True):
    """A member as the shop's own export says; ``buyer`` is the key that orders carry, where it is told."""

    __tablename__: ClassVar[str] = "members"
    shop_id: str = Field(primary_key=True)
    account: str = Field(primary_key=True)
    level: str
    since_at: int | None = whole(default=None)
    buyer: str
    orders: int | None = whole(default=None)  # as the export tells them
    paid_fen: int | None = whole(default=None)
    origin: str
    kept_at: int = whole()
