"""Youzan's envelopes and trace ids (sheet 3.2)."""

import json
from itertools import count
from typing import cast

from starlette.responses import Response

from console.sandbox.context import Context
from console.sandbox.youzan.refusals import GatewayRefused, Refused

MEDIA_TYPE = "application/json;charset=UTF-8"


def answer_json(body: object) -> Response:
    """Always HTTP 200, whatever the body says."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(text.encode(), headers={"Content-Type": MEDIA_TYPE})


def trace_id(ctx: Context) -> str:
    """``yz7-`` + hex + ``-`` + ms + ``-`` + counter."""
    counter = cast("count[int]", ctx.kept.setdefault("youzan.trace", count(1)))
    return f"yz7-0a000000-{ctx.clock.now_ms()}-{next(counter)}"


def gateway_refusal(ctx: Context, refusal: GatewayRefused) -> Response:
    """Envelope 1."""
    told = {"trace_id": trace_id(ctx), "err_msg": refusal.message, "err_code": refusal.code}
    response = answer_json({"gw_err_resp": told})
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def success(ctx: Context, data: object, beside: dict[str, object], *, legacy: bool) -> dict[str, object]:
    """Envelope 2, or 5 with ``beside``, or 4 for the legacy APIs."""
    if legacy:
        return {"response": data}
    told = {"trace_id": trace_id(ctx), "code": 200, "success": True, "data": data, "message": "successful"}
    return told | beside


def refusal_body(ctx: Context, refusal: Refused, *, legacy: bool) -> dict[str, object]:
    """Envelope 3, or 4 for the legacy APIs."""
    if legacy:
        return {"error_response": {"code": refusal.code, "msg": refusal.message}}
    return {
        "trace_id": trace_id(ctx),
        "code": refusal.code,
        "success": False,
        "data": refusal.data,
        "message": refusal.message,
        "request_id": None,
    }
