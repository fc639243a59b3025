"""From an HTTP request to an answer in the envelope.

Recorded answers show that the account's number is looked at before the token; the rest of the order is ours: token,
permission, throttle, account, business.
"""

import json
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from console.sandbox.ads import oauth
from console.sandbox.ads.kept import PLATFORM, kept
from console.sandbox.ads.params import Body
from console.sandbox.ads.refusals import (
    Json,
    Refused,
    answer,
    bad_account,
    bad_token,
    invalid,
    no_scope,
    no_token,
    not_granted,
    too_fast,
)
from console.sandbox.ads.report import account_report
from console.sandbox.context import Context

ROOT = "/rest/openapi"
MOST_BYTES = 1 << 20


def routes(ctx: Context) -> list[BaseRoute]:
    """The page a person sees, the token endpoints, and the report."""

    async def page(request: Request) -> Response:
        fields = dict(request.query_params)
        if request.method == "POST":
            async with request.form() as form:
                fields.update({name: value for name, value in form.items() if isinstance(value, str)})
        return oauth.page(ctx, fields)

    def endpoint(path: str, call: Callable[[Context, Body], Json]) -> Route:
        async def run(request: Request) -> Response:
            try:
                return _respond(answer(call(ctx, await _body(request))))
            except Refused as refused:
                return _respond(refused.envelope())

        return Route(f"{ROOT}/oauth2/authorize/{path}", run, methods=["POST"])

    async def report(request: Request) -> Response:
        ctx.living.touch()
        if ctx.faults.next(PLATFORM, "wrong_envelope"):
            return _respond({"status": "ok", "payload": {"list": []}})
        headers: dict[str, str] = {}
        try:
            body = await _body(request)
            _admit(ctx, body, request.headers.get("access-token", ""), "esp_report_service", headers)
            return _respond(answer(account_report(ctx, body, ctx.clock.now_ms())), headers)
        except Refused as refused:
            return _respond(refused.envelope(), headers)

    return [
        Route("/tools/authorize", page, methods=["GET", "POST"]),
        endpoint("access_token", oauth.access_token),
        endpoint("refresh_token", oauth.refresh_token),
        endpoint("approval/list", oauth.approval_list),
        Route(f"{ROOT}/gw/esp/report/accountReport", report, methods=["POST"]),
    ]


def _admit(ctx: Context, body: Body, access_token: str, scope: str, headers: dict[str, str]) -> None:
    """All checks before the business one; ``headers`` may gain what the answer must carry."""
    mine = kept(ctx)
    try:
        advertiser_id = body.whole("advertiser_id", 1)
    except Refused:
        raise bad_account() from None
    if not access_token:
        raise no_token()
    if ctx.faults.next(PLATFORM, "token_revoked"):
        mine.withdrawn = True
        raise bad_token()
    pair = mine.tokens.look_up(access_token)
    if pair is None or ctx.faults.next(PLATFORM, "token_expired"):
        raise bad_token()
    if scope not in pair.scopes:
        raise no_scope()
    if ctx.faults.next(PLATFORM, "throttle"):
        headers["Retry-After"] = "1"
        raise too_fast()
    if ctx.faults.next(PLATFORM, "throttle_no_wait"):
        raise too_fast()
    if advertiser_id != mine.advertiser_id:
        raise not_granted()


async def _body(request: Request) -> Body:
    content = await request.body()
    try:
        values = json.loads(content) if len(content) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        raise invalid("body")
    return Body(values)


def _respond(body: Json, headers: dict[str, str] | None = None) -> Response:
    """HTTP 200 whatever ``code`` says."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text, media_type="application/json;charset=UTF-8", headers=headers)
