"""The shapes the store answers in. Light on purpose: nothing here imports SQL, so the window may import it early."""

from typing import TYPE_CHECKING, Literal

import msgspec

from console.core.clock import HOUR
from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    AuditState,
    Item,
    Link,
    Mapping,
    Order,
    OrderStatus,
    Parcel,
    Platform,
    Sku,
)
from console.store.views_health import HealthRow as HealthRow
from console.store.views_health import QuarantinedRow as QuarantinedRow

if TYPE_CHECKING:
    from console.rules.failures import Cause
    from console.rules.holding import Hold
    from console.rules.matching import Candidate
    from console.store.order_trail import TrailStep
    from console.store.tracks import Tracked
    from console.store.views_goods import Asked

Stream = Literal["items", "orders", "after_sales"]
OrderTab = Literal["unpaid", "to_ship", "shipped", "done", "closed", "all", "after_sale", "mapping"]
OrderSort = Literal["paid_at", "created_at", "ship_by_at", "amount_fen", "status", "mapping"]
ItemTab = Literal[
    "linked", "kept", "linkable", "to_confirm", "conflict", "only_youzan", "only_kuaishou", "failed", "price_gap", "all"
]
Gap = Literal["none", "small", "large", "floor"]
Shelf = Literal["both", "kuaishou_off", "youzan_off", "unequal"]
ItemSort = Literal[
    "updated_at",
    "title",
    "code",
    "kuaishou_price_fen",
    "youzan_price_fen",
    "gap_percent",
    "kuaishou_stock",
    "youzan_stock",
]

Mark = Literal["risk", "after_sale", "part", "presale", "kept"]
"""Beside a mapping: held by the platform, in after-sale, a part has left, sold ahead, kept back by the merchant."""
ANY_FLAG, NO_FLAG = "any", "none"

DUE_SOON = 6 * HOUR
"""From how long before its deadline a row counts as due soon."""

TROUBLED = (
    Mapping.MISSING_TRADE,
    Mapping.MISSING_ORDER,
    Mapping.DUPLICATE,
    Mapping.AMBIGUOUS,
    Mapping.AMOUNT_DIFFERS,
)
"""What the tab "mapping" and the home tile count: rows that somebody has to look at."""

TAB_STATUSES: dict[OrderTab, tuple[OrderStatus, ...]] = {
    "unpaid": (OrderStatus.UNPAID,),
    "to_ship": (OrderStatus.PENDING, OrderStatus.TO_SHIP),
    "shipped": (OrderStatus.SHIPPED,),
    "done": (OrderStatus.RECEIVED, OrderStatus.SUCCESS),
    "closed": (OrderStatus.CLOSED,),
}


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the shapes: frozen, by keyword."""


class Saved(Shape, frozen=True, kw_only=True):
    """What a page did to the file: rows inserted, rows changed in content, and the platform's ids of both."""

    inserted: int = 0
    changed: int = 0
    ids: tuple[str, ...] = ()

    @property
    def written(self) -> int:
        return self.inserted + self.changed

    def __add__(self, other: "Saved") -> "Saved":
        return Saved(
            inserted=self.inserted + other.inserted,
            changed=self.changed + other.changed,
            ids=self.ids + other.ids,
        )


class ShopRow(Shape, frozen=True, kw_only=True):
    """A shop as the file knows it."""

    shop_id: str
    platform: Platform
    platform_shop_id: str
    name: str
    open_id: str = ""


class SignIn(Shape, frozen=True, kw_only=True):
    """What may be shown of a shop's sign-in: nothing secret. ``None`` is what the platform did not say."""

    app_key: str
    base_url: str
    grant_id: str = ""  # Youzan's kdt_id
    ends_at: int | None = None  # when a person must sign in again, by the server's own figures
    token_ends_at: int | None = None  # by when the token is renewed, without anybody's doing
    renews_for_ever: bool = False


class Pair(Shape, frozen=True, kw_only=True):
    """A Kuaishou shop and the Youzan shop it belongs with."""

    kuaishou_shop_id: str
    youzan_shop_id: str

    @property
    def shop_ids(self) -> tuple[str, str]:
        return (self.kuaishou_shop_id, self.youzan_shop_id)


class Matchable(Shape, frozen=True, kw_only=True):
    """What matching compares: both shops' rows, without those a person has linked."""

    orders: "list[Candidate]"
    trades: "list[Candidate]"
    apart: frozenset[tuple[str, str]] = frozenset()  # order and trade that a person set apart


class OrderFilter(Shape, frozen=True, kw_only=True):
    """One view of the orders. ``pair`` None: all shops; ``paid_from``/``paid_to`` are half-open, ms UTC.

    ``ship_before``: must leave before then. ``to_answer``: an after-sale of it waits for the merchant's answer.
    ``late_at``: now, of what will not leave in time tonight at the present pace. ``troubled_parcel``: on its way, and
    something is wrong with it.
    """

    pair: Pair | None = None
    tab: OrderTab = "all"
    mapping: Mapping | None = None
    text: str = ""
    paid_from: int | None = None
    paid_to: int | None = None
    ship_before: int | None = None
    to_answer: bool = False
    late_at: int | None = None
    troubled_parcel: bool = False
    mark: Mark | None = None
    flag: str = ""  # a colour, or one of the two words above
    carrier: str = ""  # its name in the table of carriers
    sort: OrderSort = "paid_at"
    descending: bool = True


class OrderRow(Shape, frozen=True, kw_only=True):
    """A line of the order table: a Kuaishou order with its trade, or a trade that has no order.

    ``platform``, ``shop_id``, ``amount_fen``, ``status`` and times are the leading side's, ``other_…`` the other's.
    """

    id: int
    shop_id: str
    platform: Platform
    order_no: str | None  # Kuaishou's
    trade_no: str | None  # Youzan's
    mapping: Mapping | None  # None: not compared yet, or a trade that is only Youzan's
    confidence: float | None
    reason: str
    status: OrderStatus
    status_code: str
    created_at: int | None
    paid_at: int | None
    ship_by_at: int | None
    updated_at: int | None
    amount_fen: int | None
    other_amount_fen: int | None
    other_ship_by_at: int | None
    title: str  # of the first line
    spec: str
    image_url: str
    line_count: int
    quantity: int
    parcels: tuple[Parcel, ...]
    after_sale: AfterSaleStatus | None  # the latest one's
    after_sale_kind: AfterSaleKind | None
    refunding: bool
    risk: bool
    flag: str
    buyer_note: str
    seller_note: str
    pieces_sent: int | None = None  # where only a part has left
    presale: bool = False  # goods on a clock of their own
    hold: "Hold | None" = None  # the merchant keeps it back; None: it may leave
    taken: Parcel | None = None  # the number that waits for it; its parcel has not left
    printed: bool = False  # whether the label of that number came out


class OrderDetail(Shape, frozen=True, kw_only=True):
    """Everything the drawer shows of one row: both sides whole, the link, the after-sales of both."""

    row: OrderRow
    order: Order
    other: Order | None
    link: Link | None
    by_hand: bool
    after_sales: tuple[AfterSale, ...]
    tracks: "tuple[Tracked, ...]" = ()
    trail: "tuple[TrailStep, ...]" = ()


class ItemFilter(Shape, frozen=True, kw_only=True):
    """One view of the goods. ``pair`` None: all shops; ``gap`` and ``shelf`` None: whatever they are.

    ``cause``: of the tab "failed" only what fails by that; ``refused``: what was first refused between two instants.
    """

    pair: Pair | None = None
    tab: ItemTab = "all"
    gap: Gap | None = None
    shelf: Shelf | None = None
    cause: "Cause | None" = None
    refused: tuple[int, int] | None = None
    text: str = ""
    sort: ItemSort = "updated_at"
    descending: bool = True


class ItemRow(Shape, frozen=True, kw_only=True):
    """A line of the goods table: the same goods on both sides, or on one. A side that is not there is None.

    ``gap_percent`` is (Kuaishou − Youzan) / Youzan × 100. ``audit`` is Kuaishou's word where it lists the item.
    ``kept``: its link stands, else only codes join both sides. ``contested``: codes speak for more than one partner.
    ``variants_differ``: those of both sides are not the same, ``variant_prices_differ``: in what one costs.
    ``gap_wide``: further apart than is let pass; ``widest_bp``: of the variant furthest apart. ``margin_fen``: what
    is left of a piece at Kuaishou, of the variant that leaves least; None: no cost is known.
    """

    id: int
    code: str
    title: str
    image_url: str
    kuaishou_item_id: str | None
    youzan_item_id: str | None
    kuaishou_price_fen: int | None
    youzan_price_fen: int | None
    gap_percent: float | None
    kuaishou_stock: int | None
    youzan_stock: int | None
    kuaishou_on_shelf: bool | None
    youzan_on_shelf: bool | None
    audit: AuditState
    audit_reason: str
    updated_at: int | None
    kept: bool = False
    contested: bool = False
    variants_differ: bool = False
    variant_prices_differ: bool = False
    gap_wide: bool = False
    widest_bp: int | None = None
    below_floor: bool = False
    margin_fen: int | None = None
    asked: "Asked | None" = None


class SkuRow(Shape, frozen=True, kw_only=True):
    """A variant on both sides, or on one. ``reason`` is a code of ``rules.linking_skus.SkuReason``.

    It says what joins both, or of a variant of one side that one of the other may be the same; empty: nothing does.
    """

    code: str
    spec: str
    kuaishou: Sku | None
    youzan: Sku | None
    reason: str = ""


class Rival(Shape, frozen=True, kw_only=True):
    """An item that bears one of the codes for which another item is contested."""

    id: int
    platform: Platform
    item_id: str
    title: str
    code: str


class ItemDetail(Shape, frozen=True, kw_only=True):
    """Everything the drawer shows of one line of goods; of many ``rivals`` the first, and how many there are."""

    row: ItemRow
    kuaishou: Item | None
    youzan: Item | None
    skus: tuple[SkuRow, ...]
    rivals: tuple[Rival, ...] = ()
    rival_count: int = 0


class Todo(Shape, frozen=True, kw_only=True):
    """The home tiles: how many rows, and the nearest deadline among them (ms UTC)."""

    to_ship: int
    to_ship_next_at: int | None
    due_soon: int  # overdue ones included
    due_next_at: int | None
    overdue: int
    sync_failed: int  # items the platform refuses or sends back, and quarantined rows
    after_sales: int  # tickets that wait for the merchant's answer
    after_sales_next_at: int | None
    mapping: int
    quarantined: int = 0  # the rows among sync_failed that could not be read


class Step(Shape, frozen=True, kw_only=True):
    """What was sold and what went back in one step of a curve that begins at ``at``."""

    at: int
    orders: int = 0
    paid_fen: int = 0
    refunds: int = 0
    refunded_fen: int = 0


class MappingSum(Shape, frozen=True, kw_only=True):
    """The Kuaishou orders of a stretch of time that stand in one mapping."""

    mapping: Mapping
    orders: int
    amount_fen: int
    difference_fen: int = 0


class TightSku(Shape, frozen=True, kw_only=True):
    """A variant that would sell out within a day like the last one."""

    title: str
    spec: str
    code: str
    stock: int
    sold: int  # pieces, last 24 hours
