"""The self-test of a Youzan shop: one harmless reading call a capability package, then the secret and the clock.

The gateway refuses what the app may not do before the business looks at a call. So an answer of the business, also a
no, says that the package is there; only few of its codes speak of permission.
"""

from collections.abc import Callable

from console.core.clock import DAY, MINUTE, SECOND, Clock, format_shop_time
from console.core.errors import Offline, Refused, SignInNeeded, Trouble
from console.core.model import Platform
from console.core.permissions import Ability, Check, Need, clock_check, not_asked, passed, troubled
from console.net.tokens import TokenKeeper
from console.platforms.youzan.calls import Calls
from console.platforms.youzan.oauth import sign_in_silently

CLIENT_SECRET = Need(scope="client_secret")
CLOCK = Need(scope="clock")
NEEDS = (
    Need(scope="shop", abilities=frozenset({Ability.SHOP})),
    Need(scope="item", abilities=frozenset({Ability.ITEMS, Ability.STOCK})),
    Need(scope="trade", abilities=frozenset({Ability.ORDERS})),
    Need(scope="refund", abilities=frozenset({Ability.AFTER_SALES})),
    Need(scope="logistics", abilities=frozenset({Ability.LOGISTICS, Ability.TRACKING})),
    Need(scope="user", abilities=frozenset({Ability.CUSTOMERS})),
    Need(scope="coupon_advanced", abilities=frozenset({Ability.COUPONS})),
    Need(scope="reviews", abilities=frozenset({Ability.REVIEWS})),
    Need(scope="bigdata", abilities=frozenset({Ability.FIGURES})),
    CLOCK,
    CLIENT_SECRET,
)

TOLERANCE_MS = 5 * MINUTE  # ours: tokens end by the clock, and lists are asked for by it
_CONSOLE = "https://diy.youzanyun.com"
_SPEAK_OF_PERMISSION = frozenset(
    {"youzan.4001", "youzan.4004", "youzan.4005", "youzan.4007", "youzan.4008", "youzan.4204", "youzan.ip_not_listed"}
    | {"youzan.11001", "youzan.301002567"}
)
_MENDED_THERE = frozenset(
    {"youzan.4204", "youzan.4007", "youzan.ip_not_listed", "youzan.11001", "youzan.1000", "youzan.1004", "youzan.1103"}
)
_OF_THE_WHOLE_APP = frozenset({"youzan.ip_not_listed", "youzan.4001"})
_OTHER_KIND_OF_APP = "youzan.1105"


class Checks:
    """Asks for one package at a time."""

    def __init__(self, keeper: TokenKeeper, calls: Calls, clock: Clock) -> None:
        self._keeper = keeper
        self._calls = calls
        self._clock = clock

    async def check(self, need: Need) -> Check:
        """What the platform says of ``need``."""
        if need.scope == CLOCK.scope:
            return clock_check(CLOCK, Platform.YOUZAN, self._calls.channel.skew_ms, TOLERANCE_MS)
        try:
            await self._ask(need)
        except Trouble as trouble:
            return self._troubled(need, trouble)
        return passed(need)

    async def _ask(self, need: Need) -> None:
        if need.scope == CLIENT_SECRET.scope:
            await self._try_secret()
            return
        api, version, body = _CALLS[need.scope](self._clock.now_ms())
        try:
            await self._calls.once(api, version, body)
        except Refused as trouble:
            if trouble.code in _SPEAK_OF_PERMISSION:
                raise

    async def _try_secret(self) -> None:
        """While the shop's token lives, the silent grant answers with that same token: nothing changes by asking."""
        await sign_in_silently(self._calls.channel, await self._keeper.stored(), clock=self._clock)

    def _troubled(self, need: Need, trouble: Trouble) -> Check:
        if trouble.code == _OTHER_KIND_OF_APP:
            return not_asked(need, "check.not_testable")  # an app of the market has no silent grant to try
        page = _CONSOLE if trouble.code in _MENDED_THERE else ""
        whole_shop = isinstance(trouble, (SignInNeeded, Offline)) or trouble.code in _OF_THE_WHOLE_APP
        return troubled(need, trouble, page=page, whole_shop=whole_shop)


_Call = tuple[str, str, dict[str, object]]  # API, version, body


def _trades(now: int) -> _Call:
    window = {"start_update": format_shop_time(now - DAY), "end_update": format_shop_time(now - MINUTE)}
    return "youzan.trades.sold.get", "4.0.4", {"page_no": 1, "page_size": 1, **window}


def _refunds(now: int) -> _Call:
    window = {"update_time_start": (now - DAY) // SECOND, "update_time_end": now // SECOND}
    return "youzan.trade.refund.search", "3.0.1", {"page_no": 1, "page_size": 1, **window}


_CALLS: dict[str, Callable[[int], _Call]] = {
    "shop": lambda _: ("youzan.shop.get", "3.0.0", {}),
    "item": lambda _: ("youzan.items.onsale.get", "3.0.0", {"page_no": 1, "page_size": 1}),
    "trade": _trades,
    "refund": _refunds,
    "logistics": lambda _: ("youzan.logistics.express.get", "3.0.0", {}),
    "user": lambda _: ("youzan.scrm.customer.list", "1.0.0", {"page_no": 1, "page_size": 1}),
    "coupon_advanced": lambda _: ("youzan.ump.voucher.query", "3.0.0", {"page_num": 1, "page_size": 1, "status": 0}),
    "reviews": lambda _: ("youzan.item.evaluation.query", "1.0.0", {"page_no": 1, "page_size": 1}),
    "bigdata": lambda _: ("youzan.bigdata.data.get", "1.0.0", {}),
}
