"""The authorize page, the two token endpoints and the list of accounts (fact sheet 2.1)."""

import json
from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode, urlsplit

from starlette.responses import HTMLResponse, RedirectResponse, Response

from console.sandbox.ads.kept import Kept, kept
from console.sandbox.ads.params import Body
from console.sandbox.ads.refusals import Json, bad_keys, bad_refresh, bad_token
from console.sandbox.ads.tokens import SCOPES, Pair
from console.sandbox.clock import SECOND
from console.sandbox.context import Context

OAUTH_TYPES = ("advertiser", "agent", "ad_social", "series")
ACCOUNTS_A_PAGE = 200
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>磁力引擎开放平台 授权</title></head>
<body style="font-family: sans-serif; max-width: 32em; margin: 4em auto">
<h1>授权</h1><p>广告账户 <b>{account}</b>（{shop}）将授权应用 <code>{app}</code> 使用：</p><ul>{scopes}</ul>
<form method="post"><button name="approve" value="1">同意授权</button></form></body></html>"""


def page(ctx: Context, fields: Mapping[str, str]) -> Response:
    """The page where the advertiser agrees; then back with ``auth_code`` and ``state``."""
    mine = kept(ctx)
    redirect_uri = fields.get("redirect_uri", "")
    scopes = _scopes(fields.get("scope", ""))
    acceptable = _acceptable(redirect_uri, strict=ctx.strict) and fields.get("oauth_type") in OAUTH_TYPES
    if fields.get("app_id") != mine.app_id or not acceptable or not scopes:
        return HTMLResponse("参数错误")
    if fields.get("approve") == "1":
        query = {"auth_code": mine.tokens.code(scopes)}
        if "state" in fields:
            query["state"] = fields["state"]
        joint = "&" if urlsplit(redirect_uri).query else "?"
        return RedirectResponse(f"{redirect_uri}{joint}{urlencode(query)}", status_code=302)
    names = "".join(f"<li>{escape(name)}</li>" for name in sorted(scopes))
    shop = escape(ctx.world.shop_name)
    return HTMLResponse(PAGE.format(account=mine.advertiser_id, shop=shop, app=escape(mine.app_id), scopes=names))


def access_token(ctx: Context, body: Body) -> Json:
    """The pair for a code. Like the two below: ``data`` of the answer. Raises Refused."""
    mine = _checked(ctx, body)
    pair = mine.tokens.exchange(body.text("auth_code"))
    mine.withdrawn = False
    return _told(ctx, pair, mine.advertiser_id)


def refresh_token(ctx: Context, body: Body) -> Json:
    """A new pair for an old one."""
    mine = _checked(ctx, body)
    if mine.withdrawn:
        mine.withdrawn = False
        raise bad_refresh()
    return _told(ctx, mine.tokens.refresh(body.text("refresh_token")), mine.advertiser_id)


def approval_list(ctx: Context, body: Body) -> Json:
    """The one ads account there is."""
    mine = _checked(ctx, body)
    number = body.whole("page_no", 1)
    body.whole("page_size", 1, ACCOUNTS_A_PAGE)
    if mine.tokens.look_up(body.text("access_token")) is None:
        raise bad_token()
    return {"details": [mine.advertiser_id] if number == 1 else [], "isEnd": True}


def _checked(ctx: Context, body: Body) -> Kept:
    """The keys of the one application."""
    mine = kept(ctx)
    if (body.text("app_id"), body.text("secret")) != (mine.app_id, mine.secret):
        raise bad_keys()
    return mine


def _told(ctx: Context, pair: Pair, advertiser_id: int) -> Json:
    now = ctx.clock.now_ms()
    return {
        "access_token": pair.access_token,
        "access_token_expires_in": (pair.access_expires - now) // SECOND,
        "refresh_token": pair.refresh_token,
        "refresh_token_expires_in": (pair.refresh_expires - now) // SECOND,
        "advertiser_ids": [str(advertiser_id)],
        "user_id": None,
    }


def _scopes(text: str) -> frozenset[str]:
    """A JSON list; empty where it is none, or names what there is not."""
    try:
        names = json.loads(text)
    except ValueError:
        return frozenset()
    if not isinstance(names, list) or not all(name in SCOPES for name in names):
        return frozenset()
    return frozenset(names)


def _acceptable(redirect_uri: str, *, strict: bool) -> bool:
    """The real app stores one address; the sandbox stores none and lets this machine's own in, too."""
    parts = urlsplit(redirect_uri)
    if parts.scheme == "https" and parts.hostname:
        return True
    return not strict and parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")
