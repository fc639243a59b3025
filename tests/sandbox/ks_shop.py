"""A built world behind the Kuaishou routes for tests: a call is a function, signed by the test's own signer."""

import base64
import hashlib
import hmac
import json
from typing import Any

import httpx
from starlette.applications import Starlette

from console.sandbox.clock import DAY, Clock, parse_instant
from console.sandbox.context import AppKeys, Context, Frozen
from console.sandbox.faults import Faults
from console.sandbox.kuaishou import first_tokens, routes
from console.sandbox.state import Order, Product, Refund
from console.sandbox.world import build

AT = parse_instant("2026-01-22 10:00:00")
APP_KEY, APP_SECRET, SIGN_SECRET = "ks700000000000000001", "app-secret-of-a-test", "sign+secret/of=a&test"
BASE = "http://127.0.0.1:8000"


class StoppedClock(Clock):
    """Shows AT until it is moved."""

    def now_ms(self) -> int:
        return AT + self.offset_ms


class KsShop:
    """World, context, an in-process client, and the platform's habits as methods."""

    def __init__(self, items: int = 40, orders: int = 400, *, strict: bool = False) -> None:
        self.ctx = Context(
            world=build(7, items, orders, AT),
            clock=StoppedClock(),
            faults=Faults(),
            living=Frozen(),
            kuaishou=AppKeys(APP_KEY, APP_SECRET, SIGN_SECRET),
            youzan=AppKeys("y", "y"),
            strict=strict,
            base_url=BASE,
        )
        self.world = self.ctx.world
        self.token, self.refresh_token = first_tokens(self.ctx)
        app = Starlette(routes=routes(self.ctx))
        self.http = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=BASE)

    @property
    def now(self) -> int:
        return self.ctx.clock.now_ms()

    def fields(self, method: str, param: Any = None, **changes: str | None) -> dict[str, str]:
        """A signed call's fields; ``changes`` are made before signing, None drops a field, ``sign`` is made after."""
        text = param if isinstance(param, str) else json.dumps(param or {}, ensure_ascii=False, separators=(",", ":"))
        wanted: dict[str, str | None] = {
            "appkey": APP_KEY,
            "method": method,
            "version": "1",
            "param": text,
            "access_token": self.token,
            "timestamp": str(self.now),
            "signMethod": "HMAC_SHA256",
        } | changes
        sent = {name: value for name, value in wanted.items() if value is not None}
        if "sign" not in changes:
            sent["sign"] = sign(sent)
        return sent

    async def send(self, fields: dict[str, str], *, verb: str = "POST", path: str | None = None) -> dict[str, Any]:
        response = await self.answer(fields, verb=verb, path=path)
        assert response.status_code == 200
        assert response.headers["content-type"] == "application/json;charset=UTF-8"
        body: dict[str, Any] = response.json()
        return body

    async def answer(self, fields: dict[str, str], *, verb: str = "POST", path: str | None = None) -> httpx.Response:
        url = path or "/" + fields["method"].replace(".", "/")
        if verb == "GET":
            return await self.http.get(url, params=fields)
        return await self.http.post(url, data=fields)

    async def call(self, method: str, **param: Any) -> dict[str, Any]:
        """One call as the platform answers it."""
        return await self.send(self.fields(method, param))

    async def data(self, method: str, **param: Any) -> Any:
        """What a call that must succeed carries in ``data``."""
        body = await self.call(method, **param)
        assert body["result"] == 1, body
        return body.get("data")

    async def refused(self, method: str, **param: Any) -> tuple[int, str]:
        """Number and text of a call that must fail."""
        body = await self.call(method, **param)
        assert body["result"] != 1
        return body["result"], body["error_msg"]

    def order(self, status: int, **wanted: Any) -> Order:
        """The first order in ``status`` without after-sales, risk or parcels' odd histories."""
        for order in self.world.orders.values():
            plain = not order.refunds and not order.risk
            if order.status == status and plain and all(getattr(order, k) == v for k, v in wanted.items()):
                return order
        raise LookupError(status)

    def refund(self, status: int, handling: int) -> tuple[Order, Refund]:
        """The first after-sale in a status; one is bent into it if the world has none."""
        every = [(o, r) for o in self.world.orders.values() for r in o.refunds]
        for order, refund in every:
            if (refund.status, refund.handling) == (status, handling):
                return order, refund
        order, refund = next((o, r) for o, r in every if r.handling == handling)
        refund.status, refund.negotiate, refund.ended = status, 1, 0
        order.status = 30
        return order, refund

    def item(self) -> Product:
        """An item on the shelf."""
        return next(p for p in self.world.products if p.ks_item_id and not p.ks_deleted and p.ks_on_shelf)


def sign(fields: dict[str, str]) -> str:
    """The documented recipe, written a second time."""
    text = "&".join(f"{name}={fields[name]}" for name in sorted(fields) if name != "sign")
    text += f"&signSecret={SIGN_SECRET}"
    if fields.get("signMethod") == "MD5":
        return hashlib.md5(text.encode()).hexdigest()
    return base64.b64encode(hmac.new(SIGN_SECRET.encode(), text.encode(), hashlib.sha256).digest()).decode()


def windows(now: int, span: int, reach: int = 89 * DAY) -> list[tuple[int, int]]:
    """Windows of ``span`` that cover the last ``reach`` without a gap or an overlap."""
    starts = range(now - reach, now + 1, span)
    return [(start, min(start + span - 1, now + 1)) for start in starts]
