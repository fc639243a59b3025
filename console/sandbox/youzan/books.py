"""What only Youzan keeps and the shared world does not: tags, point logs, vouchers, uploads; and quick look-ups."""

from dataclasses import dataclass, field
from random import Random
from typing import cast

from console.sandbox.context import Context
from console.sandbox.state import Coupon, Person, Product, Refund, Sku, Trade, World


@dataclass
class Voucher:
    """A coupon in a buyer's hand."""

    voucher_id: int
    coupon: Coupon
    open_id: str
    verify_code: str
    taken: int
    used: int = 0


@dataclass
class PointChange:
    """A line of a buyer's point log."""

    at: int
    amount: int  # signed
    total: int
    reason: str
    biz_value: str


@dataclass
class RefundPart:
    """What of one trade line a refund gives back."""

    oid: str
    count: int
    fee: int


@dataclass
class Customer:
    """What the CRM holds on a person beyond the shared record."""

    created: int = 0
    member_since: int = 0
    trade_count: int = 0
    gender: int = 0
    birthday: str = ""
    remark: str = ""
    tags: list[str] = field(default_factory=list)
    points: list[PointChange] = field(default_factory=list)
    stored_value: int = 0
    bonus_value: int = 0


@dataclass
class Books:
    """The Youzan side's own records."""

    random: Random
    customers: dict[str, Customer] = field(default_factory=dict)  # by yz_open_id
    vouchers: dict[int, Voucher] = field(default_factory=dict)
    uploads: dict[int, str] = field(default_factory=dict)  # image_id → address
    uploaded: dict[int, bytes] = field(default_factory=dict, repr=False)  # image_id → content
    tag_ids: dict[str, int] = field(default_factory=dict)
    done: dict[tuple[str, ...], object] = field(default_factory=dict)  # idempotency key → what was answered
    parcel_lines: dict[tuple[str, int], list[str]] = field(default_factory=dict)  # (tid, parcel) → oids
    refund_parts: dict[str, list[RefundPart]] = field(default_factory=dict)
    refund_words: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)  # at, role 2 buyer 3 seller, text
    refund_kinds: dict[str, str] = field(default_factory=dict)  # refund_id → SELLER_REFUND …
    waybills: dict[str, str] = field(default_factory=dict)  # number → tid
    pictures: dict[int, list[str]] = field(default_factory=dict)  # item_id → addresses of uploaded pictures
    next_id: int = 0

    def new_id(self) -> int:
        """A number not handed out before."""
        self.next_id += 1
        return 5_000_000 + self.next_id


def books(ctx: Context) -> Books:
    """The books of this sandbox, opened on first use."""
    if "youzan.books" not in ctx.kept:
        ctx.kept["youzan.books"] = Books(Random(f"{ctx.world.seed} youzan"))
    return cast("Books", ctx.kept["youzan.books"])


class Lookup:
    """Finding records of the world by Youzan's ids; the indexes are made again when a record is not in them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._items: dict[int, Product] = {}
        self._skus: dict[int, tuple[Product, Sku]] = {}
        self._refunds: dict[str, tuple[Trade, Refund]] = {}
        self._people: dict[str, Person] = {}

    def items(self) -> list[Product]:
        """Everything the shop holds, on sale or in the warehouse."""
        return [product for product in self.world.products if product.yz_item_id is not None and not product.yz_deleted]

    def item(self, item_id: int | None) -> Product | None:
        if item_id is None:
            return None
        if item_id not in self._items:
            self._items = {product.yz_item_id: product for product in self.items() if product.yz_item_id is not None}
        product = self._items.get(item_id)
        return None if product is None or product.yz_deleted else product

    def item_by_alias(self, alias: str) -> Product | None:
        return next((product for product in self.items() if product.alias == alias), None)

    def refund(self, refund_id: str) -> tuple[Trade, Refund] | None:
        if refund_id not in self._refunds:
            self._refunds = {
                str(refund.refund_id): (trade, refund)
                for trade in self.world.trades.values()
                if trade.refunds
                for refund in trade.refunds
            }
        return self._refunds.get(refund_id)

    def person(self, open_id: str) -> Person | None:
        if open_id not in self._people:
            self._people = {person.yz_open_id: person for person in self.world.people if person.yz_open_id}
        return self._people.get(open_id)

    def person_by_phone(self, phone: str) -> Person | None:
        return next((person for person in self.world.people if person.phone == phone and person.yz_open_id), None)


def yz_skus(product: Product) -> list[Sku]:
    """The variants that are sold on Youzan."""
    return [sku for sku in product.skus if sku.yz_sku_id is not None]
