"""How the nouns are kept: columns, keys, indexes and bookkeeping. ``tests/store`` holds the nouns and these together.

Ids are TEXT, money INTEGER fen, instants INTEGER ms UTC, enums their TEXT value. ``kept_at`` is when a row's content
came in, by our clock. ``under_id`` is bookkeeping of the window: the row of the other platform that this row is shown
under, None where it has a line of its own.
"""

from typing import Any, ClassVar

from sqlalchemy import BigInteger, Index, Integer, Table, UniqueConstraint
from sqlmodel import Field, SQLModel

metadata = SQLModel.metadata
metadata.naming_convention = {  # what has no name cannot be altered later
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
}

Whole = BigInteger().with_variant(Integer(), "sqlite")  # Integer alone would be 32 bits on PostgreSQL


def whole(**options: Any) -> Any:
    """A column for fen, ms or row ids."""
    return Field(sa_type=Whole, **options)


class Shops(SQLModel, table=True):
    """The bound shops."""

    __tablename__: ClassVar[str] = "shops"
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str = Field(unique=True)
    platform: str
    platform_shop_id: str
    name: str
    open_id: str = ""


class Pairs(SQLModel, table=True):
    """Which Kuaishou shop belongs with which Youzan shop: one to one."""

    __tablename__: ClassVar[str] = "pairs"
    id: int | None = whole(default=None, primary_key=True)
    kuaishou_shop_id: str = Field(unique=True)
    youzan_shop_id: str = Field(unique=True)


class Items(SQLModel, table=True):
    """Items of all shops. ``gone`` rows were not in the last complete sweep; they stay readable."""

    __tablename__: ClassVar[str] = "items"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("shop_id", "item_id", name="uq_items"),
        Index("ix_items_under", "under_id"),
    )
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    item_id: str
    title: str
    code: str
    category_id: str
    category_name: str
    price_fen: int | None = whole(default=None)
    stock: int | None = whole(default=None)
    sold: int | None = whole(default=None)
    image_url: str
    on_shelf: bool | None = None
    audit: str
    audit_reason: str
    created_at: int | None = whole(default=None)
    updated_at: int | None = whole(default=None)
    kept_at: int = whole()
    skus_at: int | None = whole(default=None)  # update time of the item when its SKUs were last read; None: never
    gone: bool = False
    under_id: int | None = whole(default=None)


class Skus(SQLModel, table=True):
    """SKUs of all items."""

    __tablename__: ClassVar[str] = "skus"
    __table_args__: ClassVar[Any] = (UniqueConstraint("shop_id", "item_id", "sku_id", name="uq_skus"),)
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    item_id: str
    sku_id: str
    code: str
    spec: str
    price_fen: int | None = whole(default=None)
    stock: int | None = whole(default=None)
    reserved: int | None = whole(default=None)
    image_url: str
    updated_at: int | None = whole(default=None)
    kept_at: int = whole()
    gone: bool = False


class Orders(SQLModel, table=True):
    """Kuaishou orders and Youzan trades. ``mapping`` and ``under_id`` are written by links.py alone.

    ``ix_orders_view`` holds every column a view filters or sorts by, so that a view reads no row.
    """

    __tablename__: ClassVar[str] = "orders"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("shop_id", "order_no", name="uq_orders"),
        Index(
            "ix_orders_view",
            "under_id",
            "paid_at",
            "id",
            "status",
            "mapping",
            "refunding",
            "shop_id",
            "amount_fen",
            "ship_by_at",
            "created_at",
        ),
    )
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    order_no: str
    status: str
    status_code: str
    created_at: int | None = whole(default=None)
    paid_at: int | None = whole(default=None)
    shipped_at: int | None = whole(default=None)
    finished_at: int | None = whole(default=None)
    updated_at: int | None = whole(default=None)
    ship_by_at: int | None = whole(default=None)
    amount_fen: int | None = whole(default=None)
    goods_fen: int | None = whole(default=None)
    discount_fen: int | None = whole(default=None)
    postage_fen: int | None = whole(default=None)
    refunded_fen: int | None = whole(default=None)
    buyer_id: str
    buyer_masked: str
    buyer_note: str
    seller_note: str
    flag: str
    risk: bool
    refunding: bool
    outer_no: str
    source: str
    receiver: str  # JSON of core.model.Receiver
    region: str  # "province|city|district", for matching
    parcels: str  # JSON list of core.model.Parcel
    kept_at: int = whole()
    mapping: str | None = None
    under_id: int | None = whole(default=None)


class OrderLines(SQLModel, table=True):
    """Lines of orders, kept beside each other: written only when their order is."""

    __tablename__: ClassVar[str] = "order_lines"
    __table_args__: ClassVar[Any] = ({"sqlite_with_rowid": False},)
    order_id: int = whole(primary_key=True, foreign_key="orders.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    line_no: str
    title: str
    item_id: str
    sku_id: str
    code: str
    spec: str
    quantity: int
    price_fen: int | None = whole(default=None)
    amount_fen: int | None = whole(default=None)
    image_url: str
    outer_line_no: str


class OrderSearch(SQLModel, table=True):
    """What the search box looks through: numbers, waybills, titles, codes and notes, in a narrow table of its own."""

    __tablename__: ClassVar[str] = "order_search"
    order_id: int = whole(primary_key=True, foreign_key="orders.id", ondelete="CASCADE")
    text: str


class AfterSales(SQLModel, table=True):
    """After-sales of all shops."""

    __tablename__: ClassVar[str] = "after_sales"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("shop_id", "after_sale_no", name="uq_after_sales"),
        Index("ix_after_sales_order", "shop_id", "order_no"),
    )
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    after_sale_no: str
    order_no: str
    kind: str
    status: str
    status_code: str
    amount_fen: int | None = whole(default=None)
    reason: str
    line_no: str
    created_at: int | None = whole(default=None)
    updated_at: int | None = whole(default=None)
    deadline_at: int | None = whole(default=None)
    finished_at: int | None = whole(default=None)
    kept_at: int = whole()


class Links(SQLModel, table=True):
    """What matching said of each order, and of each trade whose order is missing."""

    __tablename__: ClassVar[str] = "links"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("kuaishou_shop_id", "order_no", name="uq_links_order"),
        Index("ix_links_trade", "youzan_shop_id", "trade_no"),
    )
    id: int | None = whole(default=None, primary_key=True)
    kuaishou_shop_id: str
    youzan_shop_id: str
    order_no: str | None = None
    trade_no: str | None = None
    mapping: str
    confidence: float | None = None
    reason: str
    by_hand: bool = False
    changed_at: int = whole()


class Cursors(SQLModel, table=True):
    """How far each stream of each shop has been read: the watermark, ms UTC of update time."""

    __tablename__: ClassVar[str] = "cursors"
    shop_id: str = Field(primary_key=True)
    stream: str = Field(primary_key=True)
    watermark: int = whole()


class Quarantine(SQLModel, table=True):
    """Rows that did not fit, until they arrive well."""

    __tablename__: ClassVar[str] = "quarantine"
    shop_id: str = Field(primary_key=True)
    stream: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    raw: str
    reason: str
    first_at: int = whole()
    last_at: int = whole()
    seen: int


class Health(SQLModel, table=True):
    """The last success and the present trouble of each stream of each shop."""

    __tablename__: ClassVar[str] = "health"
    shop_id: str = Field(primary_key=True)
    stream: str = Field(primary_key=True)
    success_at: int | None = whole(default=None)
    trouble_at: int | None = whole(default=None)
    since_at: int | None = whole(default=None)
    kind: str = ""
    code: str = ""
    detail: str = ""


class Calls(SQLModel, table=True):
    """How many calls each shop made on the day that begins at ``day_at``, shop time."""

    __tablename__: ClassVar[str] = "calls"
    shop_id: str = Field(primary_key=True)
    day_at: int = whole(primary_key=True)
    count: int = whole()


class Settings(SQLModel, table=True):
    """What the merchant set, as JSON."""

    __tablename__: ClassVar[str] = "settings"
    key: str = Field(primary_key=True)
    value: str


class Outbox(SQLModel, table=True):
    """What the merchant wants: one command a row, for ever. The platforms' truth is in none of these columns.

    ``not_before_at`` is when something is done about the row next: sending it, or reading its object back.
    """

    __tablename__: ClassVar[str] = "outbox"
    __table_args__: ClassVar[Any] = (
        Index("ix_outbox_object", "shop_id", "object_kind", "object_id", "state"),
        Index("ix_outbox_state", "state", "ended_at"),
    )
    id: int | None = whole(default=None, primary_key=True)
    shop_id: str
    object_kind: str
    object_id: str
    command: str  # JSON of core.commands
    state: str
    added_at: int = whole()
    not_before_at: int = whole()
    sent_at: int | None = whole(default=None)  # when the latest call was made
    accepted_at: int | None = whole(default=None)
    unsure_at: int | None = whole(default=None)
    ended_at: int | None = whole(default=None)
    attempts: int = whole()
    looks: int = whole()  # read-backs since the latest call
    kind: str  # why it stands where it stands: a kind of trouble, a code of the catalogue, the platform's words
    code: str
    detail: str


class OutboxCalls(SQLModel, table=True):
    """The ledger: a row for each call, written before it is made. ``outcome`` is empty while nobody knows it.

    ``before`` is what was read of a stock right before the call, ``delta`` what the call adds; ``seen`` what was read
    back. Each reading has its beginning and its end.
    """

    __tablename__: ClassVar[str] = "outbox_calls"
    call_id: str = Field(primary_key=True)
    outbox_id: int = whole(foreign_key="outbox.id", ondelete="CASCADE", index=True)
    called_at: int = whole()
    before: int | None = whole(default=None)
    delta: int | None = whole(default=None)
    read_from_at: int = whole()
    read_at: int = whole()
    outcome: str
    ended_at: int | None = whole(default=None)
    seen: int | None = whole(default=None)
    seen_from_at: int | None = whole(default=None)
    seen_at: int | None = whole(default=None)


class Audit(SQLModel, table=True):
    """Who changed what of ours, append-only; ``hash`` covers the row and the hash of the one before."""

    __tablename__: ClassVar[str] = "audit"
    id: int | None = whole(default=None, primary_key=True)
    at: int = whole()
    action: str
    subject: str = Field(index=True)
    detail: str = ""  # JSON
    hash: str


def table_of(model: type[SQLModel]) -> Table:
    """The Core table behind a model."""
    return metadata.tables[str(model.__tablename__)]
