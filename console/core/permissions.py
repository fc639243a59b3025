"""What a shop lets the console do: what its platform granted, what the merchant switched on, what a test of it said.

A *scope* is a platform's own word (``merchant_item``, ``trade``), an *ability* ours for what it is good for.
"""

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

import msgspec

from console.core.errors import Refused, Trouble, TroubleKind
from console.core.model import Platform


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


def passed(need: Need) -> Check:
    """The scope works."""
    return Check(scope=need.scope, abilities=need.abilities, outcome=Outcome.OK)


def not_asked(need: Need, code: str = "check.not_asked") -> Check:
    """The scope was not asked for; ``code`` says why."""
    return Check(scope=need.scope, abilities=need.abilities, outcome=Outcome.NOT_ASKED, code=code)


def troubled(need: Need, trouble: Trouble, *, page: str = "", whole_shop: bool = False) -> Check:
    """What a trouble says of a scope: a no, or nothing."""
    said_no = trouble.kind in ("refused", "sign_in_needed")
    return Check(
        scope=need.scope,
        abilities=need.abilities,
        outcome=Outcome.REFUSED if said_no else Outcome.UNANSWERED,
        kind=trouble.kind,
        code=trouble.code,
        detail=trouble.detail,
        page=page,
        whole_shop=whole_shop,
    )


def clock_check(need: Need, platform: Platform, apart_ms: int, tolerance_ms: int) -> Check:
    """Whether this computer's clock and the platform's are close enough; ``detail`` is how far apart, h:mm:ss."""
    if abs(apart_ms) <= tolerance_ms:
        return passed(need)
    apart = str(timedelta(seconds=abs(apart_ms) // 1000))
    return troubled(need, Refused("check.clock", platform=platform, detail=apart))


def granted(checks: Iterable[Check]) -> frozenset[Ability]:
    """The abilities that were seen to work: an ability that hangs on two scopes needs both."""
    works: set[Ability] = set()
    fails: set[Ability] = set()
    for check in checks:
        (works if check.outcome is Outcome.OK else fails).update(check.abilities)
    return frozenset(works - fails)


def offered(needs: Iterable[Need | Check]) -> frozenset[Ability]:
    """Every ability a platform has, by its needs or by the lines of a whole self-test."""
    return frozenset(ability for need in needs for ability in need.abilities)
