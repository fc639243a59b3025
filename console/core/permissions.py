"""What a shop lets the console do: what its platform granted, what the merchant switched on, what a test of it said.

A *scope* is a platform's own word (``merchant_item``, ``trade``), an *ability* ours for what it is good for.
"""

from enum import StrEnum

import msgspec

from console.core.errors import TroubleKind


class Ability(StrEnum):
    """What the console can do for a shop."""

    SHOP = "shop"
    ITEMS = "items"
    STOCK = "stock"
    ORDERS = "orders"
    AFTER_SALES = "after_sales"
    LOGISTICS = "logistics"
    TRACKING = "tracking"
    CUSTOMERS = "customers"
    COUPONS = "coupons"
    REVIEWS = "reviews"
    FIGURES = "figures"  # what the platform says of visitors and sales


class Switch(StrEnum):
    """What the merchant switches on, one by one."""

    PRODUCTS = "products"  # 商品同步
    ORDERS = "orders"  # 订单管理
    DATA = "data"  # 数据回传
    REAL_TIME = "real_time"  # 实时库存与物流


SWITCH_OF: dict[Ability, Switch] = {
    Ability.ITEMS: Switch.PRODUCTS,
    Ability.STOCK: Switch.PRODUCTS,
    Ability.ORDERS: Switch.ORDERS,
    Ability.AFTER_SALES: Switch.ORDERS,
    Ability.LOGISTICS: Switch.ORDERS,
    Ability.TRACKING: Switch.ORDERS,
    Ability.CUSTOMERS: Switch.DATA,
    Ability.COUPONS: Switch.DATA,
    Ability.REVIEWS: Switch.DATA,
    Ability.FIGURES: Switch.DATA,
}
"""Which switch an ability hangs on; the shop's own name hangs on none."""


class Permissions(msgspec.Struct, frozen=True, kw_only=True):
    """A shop's switches. ``read_only``: nothing is ever written to its platform, whatever the switches say."""

    on: frozenset[Switch] = frozenset({Switch.PRODUCTS, Switch.ORDERS, Switch.DATA})
    read_only: bool = False

    def may_read(self, ability: Ability) -> bool:
        """Whether the merchant lets the console use this ability at all."""
        switch = SWITCH_OF.get(ability)
        return switch is None or switch in self.on

    def may_write(self, ability: Ability) -> bool:
        """Whether the console may change anything there."""
        return not self.read_only and self.may_read(ability)


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """A scope that the console needs, and what for. One without abilities is about the keys or the clock."""

    scope: str
    abilities: frozenset[Ability] = frozenset()


class Outcome(StrEnum):
    """What came of asking for a scope."""

    OK = "ok"
    REFUSED = "refused"  # the platform said no
    UNANSWERED = "unanswered"  # offline, busy or unreadable: nothing is known of the scope
    NOT_ASKED = "not_asked"  # something before it stands in the way, or it cannot be asked harmlessly


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a shop's self-test. ``code`` is a key of the catalogue, ``page`` where it is mended."""

    scope: str
    abilities: frozenset[Ability] = frozenset()
    outcome: Outcome
    kind: TroubleKind | None = None
    code: str = ""
    detail: str = ""  # the platform's own words
    page: str = ""
    whole_shop: bool = False  # the trouble is not of this scope: asking for the others would only repeat it


def granted(checks: "tuple[Check, ...] | list[Check]") -> frozenset[Ability]:
    """The abilities that were seen to work: an ability that hangs on two scopes needs both."""
    works = frozenset(ability for check in checks if check.outcome is Outcome.OK for ability in check.abilities)
    fails = frozenset(ability for check in checks if check.outcome is not Outcome.OK for ability in check.abilities)
    return works - fails
