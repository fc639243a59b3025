"""The self-test of a Kuaishou shop: one harmless reading call a scope [sheet 1.5, 3.1], then clock and secret."""

from collections.abc import Callable
from typing import Any

from console.core.clock import DAY, HOUR, MINUTE, Clock
from console.core.errors import Offline, Refused, SignInNeeded, Trouble
from console.core.gateway import Credentials
from console.core.model import Platform
from console.core.permissions import Ability, Check, Need, clock_check, passed, troubled
from console.net.channel import Channel
from console.net.tokens import TokenKeeper
from console.platforms.kuaishou.calls import Calls
from console.platforms.kuaishou.oauth import try_keys

APP_SECRET = Need(scope="app_secret")
CLOCK = Need(scope="clock")
NEEDS = (
    Need(scope="merchant_user", abilities=frozenset({Ability.SHOP})),
    Need(scope="merchant_item", abilities=frozenset({Ability.ITEMS, Ability.STOCK})),
    Need(scope="merchant_order", abilities=frozenset({Ability.ORDERS})),
    Need(scope="merchant_refund", abilities=frozenset({Ability.AFTER_SALES})),
    Need(scope="merchant_logistics", abilities=frozenset({Ability.LOGISTICS, Ability.TRACKING})),
    Need(scope="merchant_promotion", abilities=frozenset({Ability.COUPONS})),
    Need(scope="merchant_comment", abilities=frozenset({Ability.REVIEWS})),
    Need(scope="live", abilities=frozenset({Ability.FIGURES})),  # the scope of the live methods is not published
    CLOCK,
    APP_SECRET,
)

TOLERANCE_MS = 5 * MINUTE  # ours: the platform's own is not published, ten minutes are said to be too much
TEST_GRANT_MS = 10 * DAY  # a test user's grant ends by itself [sheet 1.2]
_GRANT_MS = 180 * DAY  # of a refresh token; those that follow inherit its end [sheet 1.3]
_ACCESS_MS = 48 * HOUR
_CONSOLE = "https://open.kwaixiaodian.com"
_MENDED_THERE = frozenset(
    {"kuaishou.scope", "kuaishou.27", "kuaishou.100200101", "kuaishou.100200106", "kuaishou.test_user"}
    | {"kuaishou.1017", "kuaishou.802006"}
)
_OF_THE_WHOLE_APP = frozenset({"kuaishou.27", "kuaishou.timestamp", "kuaishou.100200101", "kuaishou.802006"})
_OFF_AIR = "kuaishou.21"  # the live methods may answer so while nobody broadcasts: they were allowed to


class Checks:
    """Asks for one scope at a time."""

    def __init__(self, channel: Channel, keeper: TokenKeeper, calls: Calls, clock: Clock) -> None:
        self._channel = channel
        self._keeper = keeper
        self._calls = calls
        self._clock = clock

    async def check(self, need: Need) -> Check:
        """What the platform says of ``need``."""
        if need.scope == CLOCK.scope:
            return self._check_clock()
        if need.scope == NEEDS[0].scope:
            self._calls.turned_away_ms = 0  # a self-test begins
        try:
            await self._ask(need)
        except Trouble as trouble:
            return await self._troubled(need, trouble)
        return passed(need)

    async def _ask(self, need: Need) -> None:
        if need.scope == APP_SECRET.scope:
            stored = await self._keeper.stored()
            await try_keys(self._channel, self._clock, stored)
            return
        method, verb, param = _CALLS[need.scope](self._clock.now_ms())
        try:
            await self._calls.once(method, param, verb=verb)
        except Refused as trouble:
            if (need.scope, trouble.code) != ("live", _OFF_AIR):
                raise

    async def _troubled(self, need: Need, trouble: Trouble) -> Check:
        if trouble.code == "kuaishou.24" and await self._ended_as_a_test():
            trouble = SignInNeeded("kuaishou.test_user", platform=Platform.KUAISHOU, detail=trouble.detail)
        page = _CONSOLE if trouble.code in _MENDED_THERE else ""
        whole_shop = isinstance(trouble, (SignInNeeded, Offline)) or trouble.code in _OF_THE_WHOLE_APP
        return troubled(need, trouble, page=page, whole_shop=whole_shop)

    async def _ended_as_a_test(self) -> bool:
        try:
            return ended_as_a_test(await self._keeper.stored(), self._clock.now_ms())
        except Trouble:  # the vault fell silent: then the platform's own word must do
            return False

    def _check_clock(self) -> Check:
        """Calls go on by the platform's clock once one was turned away; that one was is worth saying all the same."""
        apart_ms = self._calls.turned_away_ms or self._channel.skew_ms
        return clock_check(CLOCK, Platform.KUAISHOU, apart_ms, TOLERANCE_MS)


def ended_as_a_test(credentials: Credentials, now: int) -> bool:
    """Whether a withdrawn grant looks like a test user's: ten days old, and its last renewal lies within them."""
    if credentials.refresh_expires_at is None or credentials.access_expires_at is None:
        return False
    ended_at = credentials.refresh_expires_at - _GRANT_MS + TEST_GRANT_MS
    return credentials.access_expires_at - _ACCESS_MS <= ended_at <= now


_Call = tuple[str, str, dict[str, Any]]  # method, verb, param


def _orders(now: int) -> _Call:
    window = {"beginTime": now - HOUR, "endTime": now - MINUTE}
    fixed = {"orderViewStatus": 1, "pageSize": 1, "sort": 2, "queryType": 2, "cursor": ""}
    return "open.order.cursor.list", "GET", fixed | window


def _after_sales(now: int) -> _Call:
    window = {"beginTime": now - HOUR, "endTime": now - MINUTE}
    fixed = {"type": 9, "pageSize": 10, "currentPage": 1, "sort": 2, "queryType": 2, "pcursor": ""}
    return "open.seller.order.refund.pcursor.list", "GET", fixed | window


_CALLS: dict[str, Callable[[int], _Call]] = {
    "merchant_user": lambda _: ("open.shop.info.get", "GET", {}),
    "merchant_item": lambda _: ("open.item.list.get", "GET", {"itemStatus": 1, "pageNumber": 1, "pageSize": 10}),
    "merchant_order": _orders,
    "merchant_refund": _after_sales,
    "merchant_logistics": lambda _: ("open.logistics.express.template.list", "GET", {"offset": 0, "limit": 1}),
    "merchant_promotion": lambda _: (
        "open.promotion.coupon.page.list",
        "GET",
        {"couponTargetType": 1, "sellerCouponStatus": 0, "pageNo": 1, "pageSize": 1},
    ),
    "merchant_comment": lambda _: ("open.comment.list.get", "GET", {"offset": 0, "limit": 1}),
    "live": lambda _: ("open.live.shop.seller.real.uv", "GET", {}),
}
