"""How customers are kept: who they are on each platform, what their orders come to, and what people say of them.

Everything but what people said (choices, tags, notes, consents, marks, segments) is worked out from the orders and can
be worked out again. What people said hangs on an identity, which stays when customers are joined or taken apart.
"""

from typing import Any, ClassVar

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from console.store.tables import Orders, table_of, whole
from console.store.tables_touching import metadata

__all__ = [
    "CUSTOMER_INDEX",
    "CustomerChoices",
    "CustomerConsents",
    "CustomerFacets",
    "CustomerIdentities",
    "CustomerMarks",
    "CustomerNotes",
    "CustomerSegments",
    "CustomerTags",
    "Customers",
    "metadata",
    "table_of",
]

_ORDER = table_of(Orders)
CUSTOMER_INDEX = Index("ix_orders_customer", _ORDER.c.shop_id, _ORDER.c.buyer_id, _ORDER.c.kept_at, _ORDER.c.under_id)
"""Tells which buyers' orders changed since, without reading a row: of 100,000 orders a fraction of a second."""


class CustomerIdentities(SQLModel, table=True):
    """A buyer as one shop's platform names him, and the customer he belongs to."""

    __tablename__: ClassVar[str] = "customer_identities"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("shop_id", "buyer_id", name="uq_customer_identities"),
        Index("ix_customer_identities_customer", "customer_id"),
    )
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    buyer_id: str
    customer_id: int = whole()  # the smallest identity id of those joined
    how: str  # own, link, hand: why it belongs there
    via: str  # of link: an order number that both sides carry
    rivals: int  # buyers of the other shop that linked orders name beside the first: then none is joined
    stamp: str  # of the orders that were looked at: another one means that they changed
    matched_at: int | None = whole(default=None)


class Customers(SQLModel, table=True):
    """A customer with what his orders come to. Closed and refunded orders are no purchases; money is less refunds."""

    __tablename__: ClassVar[str] = "customers"
    __table_args__: ClassVar[Any] = (
        Index("ix_customers_last", "last_at"),
        Index("ix_customers_value", "orders", "last_at", "paid_fen", "margin_fen", "shop_id"),
    )
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    buyer_id: str  # of the first identity: with the shop the key that other rooms know him by
    name: str  # masked
    tail: str  # the last digits of the number, masked
    sides: int  # 1 Kuaishou, 2 Youzan, 3 both
    placed: int  # paid orders, those that were closed or refunded with them
    orders: int  # purchases
    paid_fen: int = whole()
    unpriced: int  # purchases without a known amount
    margin_fen: int | None = whole(default=None)  # None: of some goods no cost is known
    refunds: int  # orders of which money went back
    refunded_fen: int = whole()
    coupons: int  # purchases with a discount
    most_fen: int | None = whole(default=None)  # the dearest purchase
    first_at: int | None = whole(default=None)
    last_at: int | None = whole(default=None)
    gap_ms: int | None = whole(default=None)  # mean time between purchases
    kept_at: int = whole()


class CustomerFacets(SQLModel, table=True):
    """How many of a customer's purchases share a trait: a category, an hour, a channel, a province."""

    __tablename__: ClassVar[str] = "customer_facets"
    __table_args__: ClassVar[Any] = (Index("ix_customer_facets_of", "customer_id"), {"sqlite_with_rowid": False})
    facet: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    customer_id: int = whole(primary_key=True, foreign_key="customers.id", ondelete="CASCADE")
    orders: int
    out_of: int  # all purchases of the customer: the share is told without looking him up


class CustomerChoices(SQLModel, table=True):
    """A person's word on whether two buyers are one; the Kuaishou side first."""

    __tablename__: ClassVar[str] = "customer_choices"
    shop_id: str = Field(primary_key=True)
    buyer_id: str = Field(primary_key=True)
    other_shop_id: str = Field(primary_key=True)
    other_buyer_id: str = Field(primary_key=True)
    together: bool
    reason: str
    chosen_at: int = whole()


class CustomerTags(SQLModel, table=True):
    """A word that a person put on somebody."""

    __tablename__: ClassVar[str] = "customer_tags"
    __table_args__: ClassVar[Any] = (Index("ix_customer_tags_tag", "tag"),)
    shop_id: str = Field(primary_key=True)
    buyer_id: str = Field(primary_key=True)
    tag: str = Field(primary_key=True)
    put_at: int = whole()


class CustomerNotes(SQLModel, table=True):
    """What a person noted about somebody."""

    __tablename__: ClassVar[str] = "customer_notes"
    __table_args__: ClassVar[Any] = (Index("ix_customer_notes_of", "shop_id", "buyer_id"),)
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    buyer_id: str
    text: str
    written_at: int = whole()


class CustomerConsents(SQLModel, table=True):
    """Whether somebody agreed to be reached by a channel; no row: nobody asked."""

    __tablename__: ClassVar[str] = "customer_consents"
    shop_id: str = Field(primary_key=True)
    buyer_id: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)  # wecom, sms, call
    agreed: bool
    told_at: int = whole()


class CustomerMarks(SQLModel, table=True):
    """Who is on the blacklist, and why."""

    __tablename__: ClassVar[str] = "customer_marks"
    shop_id: str = Field(primary_key=True)
    buyer_id: str = Field(primary_key=True)
    reason: str
    marked_at: int = whole()


class CustomerSegments(SQLModel, table=True):
    """Conditions that somebody saved under a name."""

    __tablename__: ClassVar[str] = "customer_segments"
    id: int | None = whole(default=None, primary_key=True)
    name: str = Field(unique=True)
    conditions: str  # JSON of rules.customers_conditions
    saved_at: int = whole()
