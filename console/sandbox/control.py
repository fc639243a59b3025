"""What a test or a person may ask of the sandbox behind both platforms' backs; everything lies under ``/control``."""

from collections.abc import Iterable
from json import JSONDecodeError
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from console.sandbox.clock import DAY, SECOND
from console.sandbox.context import Context
from console.sandbox.faults import UnknownFault
from console.sandbox.flood import AT_MOST, Flooding, Wish
from console.sandbox.live_sending import live_routes
from console.sandbox.state import World

REACH = 90 * DAY  # how far back the platforms' lists go
REVOCABLE = frozenset({"kuaishou", "youzan"})
DAY_MIN = 1_440
FARTHEST_S = 10 * 366 * 86_400  # ten years: beyond it dates end, not tests


class BadQuestion(ValueError):
    """A body that control cannot use; the text says why."""


def control_routes(ctx: Context) -> list[BaseRoute]:
    """``/control/`` with ``world links states flood log clock faults scopes tokens live health``."""
    control = _Control(ctx)
    routes: list[BaseRoute] = [
        Route("/health", control.health),
        Route("/world", control.world),
        Route("/links", control.links),
        Route("/states", control.states),
        Route("/flood", control.flood, methods=["POST"]),
        Route("/log", control.log),
        Route("/clock", control.clock),
        Route("/clock", control.move_clock, methods=["POST"]),
        Route("/faults", control.faults),
        Route("/faults", control.switch_faults, methods=["POST"]),
        Route("/scopes", control.scopes),
        Route("/scopes", control.withhold, methods=["POST"]),
        Route("/tokens", control.tokens),
        Route("/tokens", control.change_tokens, methods=["POST"]),
        *live_routes(ctx),
    ]
    return [Mount("/control", routes=routes)]


def reachable(world: World, now: int) -> dict[str, Any]:
    """The ids of all rows that the platforms' list calls can reach at ``now``."""
    since = now - REACH
    orders = [order for order in world.orders.values() if since <= order.created <= now and order.visible <= now]
    trades = [trade for trade in world.trades.values() if since <= trade.created <= now and trade.visible <= now]
    on_kuaishou = [product for product in world.products if product.ks_item_id is not None and not product.ks_deleted]
    on_youzan = [product for product in world.products if product.yz_item_id is not None and not product.yz_deleted]
    return {
        "kuaishou": {
            "items": _ids(product.ks_item_id for product in on_kuaishou),
            "skus": _ids(sku.ks_sku_id for product in on_kuaishou for sku in product.skus),
            "orders": _ids(order.oid for order in orders),
            "refunds": _ids(refund.refund_id for order in orders for refund in order.refunds),
        },
        "youzan": {
            "items": _ids(product.yz_item_id for product in on_youzan),
            "skus": _ids(sku.yz_sku_id for product in on_youzan for sku in product.skus),
            "orders": _ids(trade.tid for trade in trades),
            "refunds": _ids(refund.refund_id for trade in trades for refund in trade.refunds),
        },
    }


def true_links(world: World) -> list[list[str]]:
    """Every pair of a Kuaishou order and its trade; an order imported twice stands here twice."""
    return [[str(trade.order.oid), trade.tid] for trade in world.trades.values() if trade.order]


def _ids(ids: Iterable[object]) -> dict[str, Any]:
    texts = [str(each) for each in ids if each is not None]
    return {"count": len(texts), "ids": texts}


class _Control:
    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx

    async def health(self, _: Request) -> Response:
        return JSONResponse({"ok": True, "now": self._ctx.clock.iso()})

    async def world(self, _: Request) -> Response:
        self._ctx.living.touch()
        return JSONResponse(reachable(self._ctx.world, self._ctx.clock.now_ms()))

    async def links(self, _: Request) -> Response:
        self._ctx.living.touch()
        return JSONResponse({"links": true_links(self._ctx.world)})

    async def states(self, _: Request) -> Response:
        """The platform's own state of every row that its lists can reach."""
        self._ctx.living.touch()
        world = self._ctx.world
        seen = reachable(world, self._ctx.clock.now_ms())
        orders = {no: world.orders[int(no)].status for no in seen["kuaishou"]["orders"]["ids"]}
        trades = {no: world.trades[no].status for no in seen["youzan"]["orders"]["ids"]}
        return JSONResponse({"kuaishou": orders, "youzan": trades})

    async def flood(self, request: Request) -> Response:
        """Many orders from now on; which of them are troubled is the answer."""
        try:
            body = await _body(request, set(Wish.__dataclass_fields__))
            wish = _wish(body)
        except BadQuestion as trouble:
            return _refused(trouble)
        return JSONResponse(Flooding(self._ctx.world).emit(wish, self._ctx.clock.now_ms()))

    async def log(self, _: Request) -> Response:
        return JSONResponse(self._ctx.world.writes)

    async def clock(self, _: Request) -> Response:
        clock = self._ctx.clock
        now = clock.now_ms()
        return JSONResponse({"now": clock.iso(), "now_ms": now, "offset_s": clock.offset_ms / SECOND})

    async def move_clock(self, request: Request) -> Response:
        try:
            seconds = (await _body(request, {"advance_s"})).get("advance_s")
            if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not abs(seconds) <= FARTHEST_S:
                raise BadQuestion(f"advance_s must be a number of seconds, at most {FARTHEST_S}")
        except BadQuestion as trouble:
            return _refused(trouble)
        self._ctx.clock.advance(seconds)
        return await self.clock(request)

    async def faults(self, _: Request) -> Response:
        return JSONResponse({"on": self._ctx.faults.on})

    async def switch_faults(self, request: Request) -> Response:
        try:
            body = await _body(request, {"on", "off", "times"})
            times = body.get("times")
            if times is not None and (isinstance(times, bool) or not isinstance(times, int) or times < 0):
                raise BadQuestion("times must be a whole number, or null for one call in seven")
            self._ctx.faults.turn(_names(body, "on"), _names(body, "off"), times)
        except (BadQuestion, UnknownFault) as trouble:
            return _refused(trouble)
        return await self.faults(request)

    async def scopes(self, _: Request) -> Response:
        return JSONResponse({"without": sorted(self._ctx.withheld)})

    async def withhold(self, request: Request) -> Response:
        """Kuaishou's tokens keep what they have, as they do in life: a scope comes or goes with the next sign-in."""
        try:
            names = _names(await _body(request, {"without"}), "without")
        except BadQuestion as trouble:
            return _refused(trouble)
        self._ctx.withheld.clear()
        self._ctx.withheld.update(names)
        return await self.scopes(request)

    async def tokens(self, _: Request) -> Response:
        ctx = self._ctx
        told = {"calls": ctx.token_calls, "revoked": sorted(ctx.revoked), "grace_s": ctx.grace_ms / SECOND}
        return JSONResponse(told)

    async def change_tokens(self, request: Request) -> Response:
        """Withdraw what the merchant agreed to. Kuaishou's is given back by agreeing again, Youzan's only from here."""
        try:
            body = await _body(request, {"revoked", "grace_s"})
            revoked, grace_s = _names(body, "revoked"), body.get("grace_s", self._ctx.grace_ms / SECOND)
            if unknown := sorted(set(revoked) - REVOCABLE):
                raise BadQuestion(f"unknown platform {unknown[0]!r}; known: {' '.join(sorted(REVOCABLE))}")
            if isinstance(grace_s, bool) or not isinstance(grace_s, int | float) or not 0 <= grace_s <= FARTHEST_S:
                raise BadQuestion("grace_s must be a number of seconds")
        except BadQuestion as trouble:
            return _refused(trouble)
        self._ctx.revoked.clear()
        self._ctx.revoked.update(revoked)
        self._ctx.grace_ms = round(grace_s * SECOND)
        return await self.tokens(request)


async def _body(request: Request, keys: set[str]) -> dict[str, Any]:
    try:
        body = await request.json()
    except (JSONDecodeError, UnicodeDecodeError):
        raise BadQuestion("the body must be JSON") from None
    if not isinstance(body, dict):
        raise BadQuestion("the body must be a JSON object")
    if unknown := sorted(body.keys() - keys):
        raise BadQuestion(f"unknown key {unknown[0]!r}; known: {' '.join(sorted(keys))}")
    return body


def _wish(body: dict[str, Any]) -> Wish:
    numbers = {key: value for key, value in body.items() if type(value) in (int, float)}
    orders, minutes = numbers.get("orders", 0), numbers.get("minutes", 0)
    shares = {key: float(numbers.get(key, 0)) for key in ("doubled", "lost", "unordered")}
    if len(numbers) < len(body) or type(orders) is not int or not 1 <= orders <= AT_MOST or not 0 < minutes <= DAY_MIN:
        raise BadQuestion(f"a flood has orders (at most {AT_MOST}) and minutes (at most {DAY_MIN}), and shares of them")
    if min(shares.values()) < 0 or sum(shares.values()) > 1:
        raise BadQuestion("doubled, lost and unordered are shares of the orders, together at most 1")
    return Wish(orders=orders, minutes=float(minutes), **shares)


def _names(body: dict[str, Any], key: str) -> list[str]:
    names = body.get(key) or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadQuestion(f"{key} must be a list of names")
    return names


def _refused(trouble: Exception) -> Response:
    return JSONResponse({"error": str(trouble)}, status_code=400)
