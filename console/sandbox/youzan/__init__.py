"""Youzan on the wire: the token endpoint, the gateway and the APIs behind it, as the sheet has them."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from console.sandbox.context import Context
from console.sandbox.youzan import (
    coupons,
    customers,
    figures,
    item_writes,
    items,
    logistics,
    points,
    refund_writes,
    refunds,
    secret_apis,
    shop,
    stock,
    trade_writes,
    trades,
)
from console.sandbox.youzan.authorize import authorize
from console.sandbox.youzan.gateway import Gateway
from console.sandbox.youzan.packages import PACKAGES
from console.sandbox.youzan.tokens import first_tokens, token_page

__all__ = ["APIS", "PACKAGES", "first_tokens", "routes"]

ROOMS = (
    shop,
    items,
    item_writes,
    stock,
    trades,
    trade_writes,
    logistics,
    refunds,
    refund_writes,
    customers,
    points,
    coupons,
    secret_apis,
    figures,
)
APIS = {api.name: api for room in ROOMS for api in room.APIS}
EVERY_METHOD = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]  # the gateway itself refuses the wrong ones


def routes(ctx: Context) -> Sequence[BaseRoute]:
    """What this platform answers.

    ``/oauth/authorize`` is documented by both platforms; Kuaishou's route stands before and passes on what carries a
    ``client_id``.
    """
    gateway = Gateway(ctx, APIS)

    async def token(request: Request) -> Response:
        return await token_page(ctx, request)

    async def api(request: Request) -> Response:
        return await gateway.answer(request)

    async def page(request: Request) -> Response:
        return authorize(ctx, request)

    async def picture(request: Request) -> Response:
        return await shop.uploaded_picture(ctx, request)

    return [
        Route("/auth/token", token, methods=["POST"]),
        Route("/oauth/authorize", page, methods=["GET"]),
        Route("/api/{path:path}", api, methods=EVERY_METHOD),
        Route("/youzan-upload/{image_id:int}", picture, methods=["GET"]),
    ]
