"""Access tokens: who holds them, how long they live, how they are renewed; and ``POST /auth/token`` (sheet 2).

Choices of ours where the sheet is silent or torn: a token replaced by a new one is dead at once and unknown (4203); a
refresh token that was used or ran out answers 1004; the sandbox's application may use every authorize type.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import cast

from starlette.requests import Request
from starlette.responses import Response

from console.sandbox.clock import DAY, MINUTE
from console.sandbox.context import Context
from console.sandbox.ids import hexadecimal
from console.sandbox.youzan.answers import answer_json
from console.sandbox.youzan.refusals import GatewayRefused, Refused

ACCESS_LIFE = 7 * DAY
REFRESH_LIFE = 28 * DAY
CODE_LIFE = 2 * MINUTE
SCOPE = "multi_store shop item trade logistics coupon_advanced user trade_virtual reviews item_category storage"

WRONG_APP = (1000, "应用信息错误")
LAPSED = (1004, "授权关系已过期")
BAD_CODE = (1005, "非法授权码")
NO_CLIENT = (1103, "Client 不存在")
NOT_AUTHORISED = (1103, "授权关系不存在")
OTHER_APP = (1103, "授权应用不匹配")
WRONG_KIND = (1105, "不支持的应用类型")


@dataclass
class App:
    """An application known to the platform."""

    client_id: str
    secret: str = field(repr=False)
    silent: bool = True  # a tool application may not fetch tokens silently


@dataclass
class Grant:
    """What one application holds for one shop."""

    client_id: str
    kdt_id: str
    access: str = field(repr=False)
    expires: int
    refresh: str = field(repr=False)
    refresh_expires: int


class Tokens:
    """The token store. Beside the sandbox's shop there is a next one (id + 1) whose authorisation has run out."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        keys = ctx.youzan
        self.apps = {
            keys.app_key: App(keys.app_key, keys.app_secret),
            "tool-app": App("tool-app", keys.app_secret, silent=False),
        }
        self._random = Random(f"{ctx.world.seed} youzan tokens")
        self._grants: dict[tuple[str, str], Grant] = {}
        self._codes: dict[str, tuple[str, int]] = {}  # code → client_id, good until

    def app(self, client_id: str, secret: str) -> App:
        """The application with these keys. Raises Refused."""
        app = self.apps.get(client_id)
        if app is None:
            raise Refused(*NO_CLIENT)
        if app.secret != secret:
            raise Refused(*WRONG_APP)
        return app

    def silent(self, app: App, kdt_id: str, refresh: bool) -> Grant:
        """The living token, or a new one if there is none or ``refresh`` asks for it. Raises Refused."""
        if not app.silent:
            raise Refused(*WRONG_KIND)
        self._authorised(kdt_id)
        held = self._grants.get((app.client_id, kdt_id))
        if held is not None and held.expires > self.ctx.clock.now_ms() and not refresh:
            return held
        return self.issue(app.client_id, kdt_id)

    def exchange(self, app: App, code: str) -> Grant:
        """A code of the authorize page, once and within two minutes, for a token. Raises Refused."""
        owner, until = self._codes.get(code, ("", 0))
        if not owner or until <= self.ctx.clock.now_ms():
            self._codes.pop(code, None)
            raise Refused(*BAD_CODE)
        if owner != app.client_id:
            raise Refused(*OTHER_APP)
        del self._codes[code]
        return self.issue(app.client_id, self.ctx.youzan.kdt_id)

    def renew(self, app: App, refresh_token: str) -> Grant:
        """A new pair for a refresh token, which dies by it. Raises Refused."""
        now = self.ctx.clock.now_ms()
        for grant in () if "youzan" in self.ctx.revoked else self._grants.values():
            if grant.client_id == app.client_id and grant.refresh == refresh_token and grant.refresh_expires > now:
                return self.issue(app.client_id, grant.kdt_id)
        raise Refused(*LAPSED)

    def issue(self, client_id: str, kdt_id: str) -> Grant:
        """A new pair; the one before is forgotten."""
        now = self.ctx.clock.now_ms()
        access, refresh = hexadecimal(self._random, 31), hexadecimal(self._random, 31)
        grant = Grant(client_id, kdt_id, access, now + ACCESS_LIFE, refresh, now + REFRESH_LIFE)
        self._grants[client_id, kdt_id] = grant
        return grant

    def new_code(self, client_id: str) -> str:
        """An authorization code, good for two minutes."""
        code = hexadecimal(self._random, 16)
        self._codes[code] = (client_id, self.ctx.clock.now_ms() + CODE_LIFE)
        return code

    def shop_of(self, access: str) -> str:
        """The shop (kdt_id) a token opens. Raises GatewayRefused 4201, 4202, 4203."""
        if not access:
            raise GatewayRefused(4201, "非法的请求凭证")
        for grant in () if "youzan" in self.ctx.revoked else self._grants.values():
            if grant.access == access:
                if grant.expires <= self.ctx.clock.now_ms():
                    raise GatewayRefused(4202, "请求凭证过期")
                return grant.kdt_id
        raise GatewayRefused(4203, "Token 不存在")

    def _authorised(self, kdt_id: str) -> None:
        own = self.ctx.youzan.kdt_id
        if kdt_id == str(int(own) + 1) or "youzan" in self.ctx.revoked:
            raise Refused(*LAPSED)
        if kdt_id != own:
            raise Refused(*NOT_AUTHORISED)


def tokens(ctx: Context) -> Tokens:
    """The token store of this sandbox, made on first use."""
    if "youzan.tokens" not in ctx.kept:
        ctx.kept["youzan.tokens"] = Tokens(ctx)
    return cast("Tokens", ctx.kept["youzan.tokens"])


def first_tokens(ctx: Context) -> tuple[str, str]:
    """The pair granted before anybody asked: access token, refresh token. The same one on every call."""
    if "youzan.first" not in ctx.kept:
        grant = tokens(ctx).issue(ctx.youzan.app_key, ctx.youzan.kdt_id)
        ctx.kept["youzan.first"] = (grant.access, grant.refresh)
    return cast("tuple[str, str]", ctx.kept["youzan.first"])


async def token_page(ctx: Context, request: Request) -> Response:
    """``POST /auth/token``: HTTP 200 whatever comes of it."""
    try:
        body = await _body(request)
        grant, with_refresh = _granted(tokens(ctx), body)
    except Refused as refusal:
        return answer_json({"success": False, "code": refusal.code, "data": None, "message": refusal.message})
    data: dict[str, object] = {
        "expires": grant.expires,
        "scope": SCOPE,
        "access_token": grant.access,
        "authority_id": grant.kdt_id,
    }
    if with_refresh:
        data["refresh_token"] = grant.refresh
    return answer_json({"success": True, "code": 200, "data": data, "message": None})


async def _body(request: Request) -> Mapping[str, object]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        shown = f"{kind};charset=UTF-8"
        raise Refused(1000, f"Content type '{shown}' not supported,Please use 'application/json;charset=UTF-8'")
    try:
        body = json.loads(await request.body() or b"{}")
    except (ValueError, RecursionError):
        raise Refused(*WRONG_APP) from None
    if not isinstance(body, dict):
        raise Refused(*WRONG_APP)
    return body


def _granted(store: Tokens, body: Mapping[str, object]) -> tuple[Grant, bool]:
    """The grant a body asks for, and whether its refresh token is told."""
    text = {name: str(value) for name, value in body.items() if value is not None}
    app = store.app(text.get("client_id", ""), text.get("client_secret", ""))
    match text.get("authorize_type"):
        case "silent" | "certificate":
            refresh = text.get("refresh", "").lower() == "true"
            return store.silent(app, text.get("grant_id", ""), refresh), refresh
        case "authorization_code":
            return store.exchange(app, text.get("code", "")), True
        case "refresh_token":
            return store.renew(app, text.get("refresh_token", "")), True
        case _:
            raise Refused(*WRONG_KIND)
