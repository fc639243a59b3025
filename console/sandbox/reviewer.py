"""A stand-in for a model's service behind chat completions: it answers by rote, and not better than models do.

It finds a few phrases, counts their places wrongly, makes one up, dresses its words as markup, and obeys whoever tells
it in the text to find nothing. What must not come of that is the caller's affair.
"""

import json
from random import Random
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from console.sandbox import ids
from console.sandbox.context import Context

PLATFORM = "reviewer"
ROOT = "/reviewer/v1"
MODEL = "stand-in-1"
MOST_BYTES = 16 << 20
PHRASES = {
    "用了就回不去": ("block", "暗示效果，无法证明", "广告法28"),
    "三天见效": ("block", "承诺见效时间", "广告法16"),
    "别家都是假的": ("warn", "贬低同行", "广告法13"),
    "马上涨价": ("warn", "以涨价催促下单，须有依据", "明码标价和禁止价格欺诈规定19"),
}
OBEYED = ("忽略以上", "ignore all previous")

Json = dict[str, Any]


def key(ctx: Context) -> str:
    """The key that is let in; it depends on the seed alone."""
    return "sk-" + ids.hexadecimal(Random(f"reviewer {ctx.world.seed}"), 40)


def self_description(ctx: Context) -> dict[str, str]:
    """What a client needs to know."""
    return {"base_url": ctx.base_url + ROOT, "model": MODEL, "key": key(ctx)}


def routes(ctx: Context) -> list[BaseRoute]:
    """One endpoint, and what a person would read on the service's own page: address, model, key."""

    async def complete(request: Request) -> Response:
        refused = _refusal(ctx, request.headers.get("authorization", ""))
        if refused is not None:
            return refused
        content = await request.body()
        try:
            asked: Json = json.loads(content) if len(content) <= MOST_BYTES else {}
            return JSONResponse(_answer(ctx, asked))
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
            return _error(400, "the body is no chat completion request", "invalid_request_error")

    async def describe(_: Request) -> Response:
        return JSONResponse(self_description(ctx))

    return [Route(f"{ROOT}/chat/completions", complete, methods=["POST"]), Route("/reviewer", describe)]


def _refusal(ctx: Context, authorization: str) -> Response | None:
    if ctx.faults.next(PLATFORM, "token_revoked") or authorization != f"Bearer {key(ctx)}":
        said = authorization.removeprefix("Bearer ")  # services do repeat the key they refuse
        return _error(401, f"Incorrect API key provided: {said}", "invalid_api_key")
    if ctx.faults.next(PLATFORM, "throttle"):
        return _error(429, "Rate limit reached", "rate_limit_exceeded", {"Retry-After": "1"})
    if ctx.faults.next(PLATFORM, "throttle_no_wait"):
        return _error(429, "Rate limit reached", "rate_limit_exceeded")
    return None


def _answer(ctx: Context, asked: Json) -> Json:
    parts = asked["messages"][-1]["content"]
    told = parts if isinstance(parts, str) else "".join(part.get("text", "") for part in parts)
    frames = 0 if isinstance(parts, str) else sum(part["type"] == "image_url" for part in parts)
    text = str(json.loads(told)["text"])
    said: Json = {"findings": [] if any(words in text for words in OBEYED) else _found(text)}
    if ctx.faults.next(PLATFORM, "wrong_envelope"):
        said = {"verdict": "一切正常"}
    tokens_in, answer = len(json.dumps(asked["messages"], ensure_ascii=False)) % 100_000, json.dumps(said)
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "model": asked["model"],
        "choices": [{"index": 0, "message": {"role": "assistant", "content": answer}, "finish_reason": "stop"}],
        "usage": {
            "prompt_tokens": tokens_in + 900 * frames,
            "completion_tokens": len(answer),
            "total_tokens": tokens_in + len(answer),
        },
    }


def _found(text: str) -> list[Json]:
    found: list[Json] = [
        {"quote": words, "start": text.index(words) + 3, "severity": level, "reason": f"<b>{reason}</b>", "law": law}
        for words, (level, reason, law) in PHRASES.items()
        if words in text
    ]
    if text:
        found.append({"quote": "原文里没有的一句", "start": 0, "severity": "block", "reason": "编造", "law": ""})
    return found


def _error(status: int, message: str, code: str, headers: dict[str, str] | None = None) -> Response:
    body = {"error": {"message": message, "type": code, "code": code}}
    return JSONResponse(body, status_code=status, headers=headers)
