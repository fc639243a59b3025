"""The gateway: from an HTTP request to an answer in the platform's envelope.

The order of the checks on the real gateway is unknown; here it is application, method, signature, timestamp, token,
scope, quota, business.
"""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from console.sandbox.clock import MINUTE
from console.sandbox.context import Context
from console.sandbox.kuaishou import oauth, sign
from console.sandbox.kuaishou.apis import APIS, Api
from console.sandbox.kuaishou.call import PLATFORM, Call, Upload
from console.sandbox.kuaishou.kept import kept
from console.sandbox.kuaishou.params import Params
from console.sandbox.kuaishou.refusals import (
    Refused,
    answer,
    expired_token,
    malformed,
    missing_scope,
    revoked_token,
    too_fast,
    unknown_app,
    unknown_token,
    wrong_grant,
    wrong_method,
    wrong_sign,
    wrong_timestamp,
)
from console.sandbox.kuaishou.wire import fields_of, http_date, json_response

SKEW = 10 * MINUTE  # ours: the real tolerance of ``timestamp`` is unknown
AHEAD = 15 * MINUTE  # how far the clock_skew fault puts the server's clock ahead


def routes(ctx: Context) -> list[BaseRoute]:
    """Every route of the platform: OAuth, the API under ``/open``, uploaded pictures."""

    async def api(request: Request) -> Response:
        fields, upload = await fields_of(request)
        return _respond(ctx, request.method, request.url.path, fields, upload)

    async def picture(request: Request) -> Response:
        content = kept(ctx).uploads.get(request.path_params["name"])
        if content is None:
            return Response(status_code=404)
        if content.startswith(b"http"):
            return RedirectResponse(content.decode())
        return Response(content, media_type="image/png" if content.startswith(b"\x89PNG") else "image/jpeg")

    return [
        *oauth.routes(ctx),
        Route("/open/{path:path}", api, methods=["GET", "POST"]),
        Route("/kuaishou/image/{name}", picture),
    ]


def _respond(ctx: Context, verb: str, path: str, fields: Mapping[str, str], upload: Upload | None) -> Response:
    ctx.living.touch()
    now = ctx.clock.now_ms()
    kept(ctx).later.run(now)
    if ctx.faults.next(PLATFORM, "wrong_envelope"):
        return json_response({"status": "ok", "payload": {"list": []}})
    headers: dict[str, str] = {}
    try:
        api = _admit(ctx, verb, path, fields, now, headers)
        call = Call(ctx, kept(ctx), fields["method"], Params.parse(fields.get("param")), now, upload)
        return json_response(answer(api.answer(call)), headers=headers)
    except Refused as refused:
        return json_response(refused.envelope(), headers=headers)


def _admit(ctx: Context, verb: str, path: str, fields: Mapping[str, str], now: int, headers: dict[str, str]) -> Api:
    """All checks before the business one; ``headers`` may gain what the answer must carry."""
    if fields.get("appkey") != ctx.kuaishou.app_key:
        raise unknown_app()
    api = _method(path, fields)
    if ctx.strict and verb != api.verb:
        raise malformed(f"请使用{api.verb}请求")
    if not sign.verified(fields, ctx.kuaishou.sign_secret):
        raise wrong_sign()
    if fields.get("version") != "1":
        raise wrong_method("version无效")
    if ctx.faults.next(PLATFORM, "clock_skew"):
        now += AHEAD
        headers["Date"] = http_date(now)
    stamp = fields.get("timestamp", "")
    if not stamp.isdecimal() or len(stamp) > 15 or abs(int(stamp) - now) > SKEW:
        raise wrong_timestamp()
    _check_token(ctx, api, fields.get("access_token", ""))
    _check_quota(ctx, fields["method"], headers)
    return api


def _method(path: str, fields: Mapping[str, str]) -> Api:
    method = fields.get("method", "")
    if path != "/" + method.replace(".", "/"):
        raise wrong_method("method与请求路径不一致")
    api = APIS.get(method)
    if api is None:
        raise wrong_method("method不存在")
    return api


def _check_token(ctx: Context, api: Api, access_token: str) -> None:
    if not access_token:
        raise unknown_token("access_token不能为空")
    if ctx.faults.next(PLATFORM, "token_revoked") or PLATFORM in ctx.revoked:
        raise revoked_token()
    if ctx.faults.next(PLATFORM, "token_expired"):
        raise expired_token()
    token = kept(ctx).tokens.look_up(access_token)
    if token is None:
        raise unknown_token()
    if token.expires <= ctx.clock.now_ms():
        raise expired_token()
    if not token.by_shop:
        if not api.without_shop:
            raise wrong_grant()
    elif api.scope not in token.scopes:
        raise missing_scope()


def _check_quota(ctx: Context, method: str, headers: dict[str, str]) -> None:
    app_key = ctx.kuaishou.app_key
    if ctx.faults.next(PLATFORM, "throttle"):
        headers["Retry-After"] = "1"
        raise too_fast(method, app_key, 300)
    if ctx.faults.next(PLATFORM, "throttle_no_wait"):
        raise too_fast(method, app_key, 300)
    kept(ctx).quotas.spend(method, app_key, ctx.world.ks_seller_id, ctx.clock.now_ms())
