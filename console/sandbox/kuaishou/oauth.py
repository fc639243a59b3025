"""The authorize page and the two token endpoints (fact sheet 1): GET or POST, query and form merged, nothing signed."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from console.sandbox.context import Context
from console.sandbox.kuaishou.kept import kept
from console.sandbox.kuaishou.refusals import Json
from console.sandbox.kuaishou.tokens import ACCESS_LIFE, SCOPES, Pair, TokenRefused
from console.sandbox.kuaishou.wire import fields_of, json_response

PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>快手电商开放平台 授权</title></head>
<body style="font-family: sans-serif; max-width: 32em; margin: 4em auto">
<h1>授权</h1><p>店铺 <b>{shop}</b> 将授权应用 <code>{app}</code> 使用：</p><ul>{scopes}</ul>
<form method="post"><button name="approve" value="1">同意授权</button></form></body></html>"""


class _AppRoute(Route):
    """The two platforms' pages share a path on one port: a request with Youzan's ``client_id`` is not for this one."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if scope["type"] == "http" and b"client_id=" in scope.get("query_string", b""):
            return Match.NONE, {}
        return super().matches(scope)


def routes(ctx: Context) -> list[BaseRoute]:
    """The OAuth routes; the page is also known under ``/oauth2``."""

    async def authorize(request: Request) -> Response:
        fields, _ = await fields_of(request)
        return _page(ctx, fields)

    async def access_token(request: Request) -> Response:
        fields, _ = await fields_of(request)
        return _token_answer(ctx, fields, refreshing=False)

    async def refresh_token(request: Request) -> Response:
        fields, _ = await fields_of(request)
        return _token_answer(ctx, fields, refreshing=True)

    verbs = ["GET", "POST"]
    return [
        _AppRoute("/oauth/authorize", authorize, methods=verbs),
        _AppRoute("/oauth2/authorize", authorize, methods=verbs),
        Route("/oauth2/access_token", access_token, methods=verbs),
        Route("/oauth2/refresh_token", refresh_token, methods=verbs),
    ]


def _page(ctx: Context, fields: Mapping[str, str]) -> Response:
    redirect_uri = fields.get("redirect_uri", "")
    if fields.get("app_id") != ctx.kuaishou.app_key or not _acceptable(redirect_uri, strict=ctx.strict):
        return HTMLResponse("Invalid url")
    if fields.get("response_type") != "code":
        return HTMLResponse("100200103 unsupported_response_type")
    asked = [name for name in fields.get("scope", "").split(",") if name] or list(SCOPES)
    if not set(asked) <= set(SCOPES):
        return HTMLResponse("100200106 invalid_scope")
    if fields.get("approve") == "1":
        answer = {"code": kept(ctx).tokens.code(frozenset(asked) - ctx.withheld)}
        if "state" in fields:
            answer["state"] = fields["state"]
        joint = "&" if urlsplit(redirect_uri).query else "?"
        return RedirectResponse(f"{redirect_uri}{joint}{urlencode(answer)}", status_code=302)
    scopes = "".join(f"<li>{escape(name)}</li>" for name in asked)
    return HTMLResponse(PAGE.format(shop=escape(ctx.world.shop_name), app=escape(ctx.kuaishou.app_key), scopes=scopes))


def _acceptable(redirect_uri: str, *, strict: bool) -> bool:
    """The real app stores one address, an https one; the sandbox stores none and lets this machine's own in, too."""
    parts = urlsplit(redirect_uri)
    if parts.scheme == "https" and parts.hostname:
        return True
    return not strict and parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")


def _token_answer(ctx: Context, fields: Mapping[str, str], *, refreshing: bool) -> Response:
    try:
        return json_response(_refreshed(ctx, fields) if refreshing else _granted(ctx, fields))
    except TokenRefused as refused:
        return json_response({"result": refused.result, "error": refused.error, "error_msg": refused.text})


def _need(ctx: Context, fields: Mapping[str, str], *names: str) -> None:
    for name in ("app_id", "app_secret", "grant_type", *names):
        if not fields.get(name):
            raise TokenRefused(100200100, "invalid_request", f"{name} is required")
    if (fields["app_id"], fields["app_secret"]) != (ctx.kuaishou.app_key, ctx.kuaishou.app_secret):
        raise TokenRefused(100200101, "unauthorized_client", "app_id or app_secret is wrong")


def _granted(ctx: Context, fields: Mapping[str, str]) -> Json:
    grant_type = fields.get("grant_type")
    if grant_type == "client_credentials":
        _need(ctx, fields)
        token = kept(ctx).tokens.for_application()
        return {"result": 1, "access_token": token, "expires_in": ACCESS_LIFE // 1000, "token_type": "bearer"}
    if grant_type not in (None, "", "code"):
        raise TokenRefused(100200104, "unsupported_grant_type", "grant_type is wrong")
    _need(ctx, fields, "code")
    return _pair(ctx, kept(ctx).tokens.exchange(fields["code"]))


def _refreshed(ctx: Context, fields: Mapping[str, str]) -> Json:
    if fields.get("grant_type") not in (None, "", "refresh_token"):
        raise TokenRefused(100200104, "unsupported_grant_type", "grant_type is wrong")
    _need(ctx, fields, "refresh_token")
    return _pair(ctx, kept(ctx).tokens.refresh(fields["refresh_token"]))


def _pair(ctx: Context, pair: Pair) -> Json:
    return {
        "result": 1,
        "access_token": pair.access_token,
        "expires_in": ACCESS_LIFE // 1000,
        "refresh_token": pair.refresh_token,
        "refresh_token_expires_in": (pair.refresh_expires - ctx.clock.now_ms()) // 1000,
        "open_id": ctx.world.ks_open_id,
        "scopes": sorted(pair.scopes),
    }
