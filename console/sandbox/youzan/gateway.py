"""Youzan's gateway: the checks in the documented order, the call, the envelope (sheets 3.1, 3.2 and 17.2).

4001 path → 4005 name and version → 4008 rich text → 4007 method and content type → 4201, 4203, 4202 token →
4204 package, 4007 address → 4101 throttle → 4004 body → business.
"""

import json
from collections.abc import Mapping

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response

from console.sandbox.context import Context
from console.sandbox.youzan.answers import answer_json, gateway_refusal, refusal_body, success
from console.sandbox.youzan.call import PLATFORM, Answer, Api, Call
from console.sandbox.youzan.packages import package_of
from console.sandbox.youzan.parameters import Parameters
from console.sandbox.youzan.refusals import GatewayRefused, Refused
from console.sandbox.youzan.secrets import Cipher
from console.sandbox.youzan.tokens import tokens

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
PLAIN, TOKEN_FREE, RICH_TEXT = "", "auth_exempt", "_textarea_"
Uploads = list[tuple[str, bytes]]


class Gateway:
    """All of ``/api/…``."""

    def __init__(self, ctx: Context, apis: Mapping[str, Api]) -> None:
        self.ctx = ctx
        self.apis = apis

    async def answer(self, request: Request) -> Response:
        """One call, from its path to its envelope."""
        self.ctx.living.touch()
        try:
            api, version = self._api(request.path_params["path"])
            kind = _content_kind(request)
            kdt_id = "" if api.token_free else self._shop(request)
            self._permit(api)
            self._throttle()
            raw, uploads = await _parameters(request, kind)
        except GatewayRefused as refusal:
            return gateway_refusal(self.ctx, refusal)
        return self._carry_out(api, self._call(api, version, kdt_id, raw, uploads))

    def _api(self, path: str) -> tuple[Api, str]:
        way, name, version = _path_parts(path)
        api = self.apis.get(name.removeprefix("youzan."))
        known = api is not None and name.startswith("youzan.") and version in api.versions
        if api is None or not known or api.token_free != (way == TOKEN_FREE):
            raise GatewayRefused(4005, "非法的API")
        if way == RICH_TEXT and not api.rich_text:
            raise GatewayRefused(4008, "接口不支持富文本")
        return api, version

    def _shop(self, request: Request) -> str:
        """The shop of the token, which is read from the URL and from nowhere else."""
        faults = self.ctx.faults
        if faults.next(PLATFORM, "token_revoked"):
            raise GatewayRefused(4201, "非法的请求凭证")
        kdt_id = tokens(self.ctx).shop_of(request.query_params.get("access_token", ""))
        if faults.next(PLATFORM, "token_expired"):
            raise GatewayRefused(4202, "请求凭证过期")
        return kdt_id

    def _permit(self, api: Api) -> None:
        """The text about addresses is documented in outline only."""
        if not api.token_free and package_of(api.name) in self.ctx.withheld:
            raise GatewayRefused(4204, "无权限访问")
        if self.ctx.faults.next(PLATFORM, "ip_not_listed"):
            raise GatewayRefused(4007, "源IP地址203.0.113.7非法调用有赞云，请在IP白名单中添加")

    def _throttle(self) -> None:
        if self.ctx.faults.next(PLATFORM, "throttle"):
            raise GatewayRefused(4101, "请求太频繁", retry_after=1)
        if self.ctx.faults.next(PLATFORM, "throttle_no_wait"):
            raise GatewayRefused(4101, "访问频繁")

    def _call(self, api: Api, version: str, kdt_id: str, raw: dict[str, object], uploads: Uploads) -> Call:
        cipher = Cipher.of_shop(self.ctx.youzan.app_key, int(kdt_id or 0))
        params = Parameters({name: value for name, value in raw.items() if name != "access_token"})
        return Call(
            ctx=self.ctx,
            name=f"youzan.{api.name}",
            version=version,
            kdt_id=int(kdt_id or 0),
            params=params,
            now=self.ctx.clock.now_ms(),
            cipher=cipher,
            uploads=uploads,
        )

    def _carry_out(self, api: Api, call: Call) -> Response:
        try:
            if api.wrapped_only and api.wrapper not in call.params:
                raise Refused(301000002, f"参数缺失: {api.wrapper}")
            if api.wrapper:
                call.params = call.params.unwrapped(api.wrapper)
            result = api.run(call)
        except GatewayRefused as refusal:
            return gateway_refusal(self.ctx, refusal)
        except Refused as refusal:
            return answer_json(refusal_body(self.ctx, refusal, legacy=api.legacy))
        answered = result if isinstance(result, Answer) else Answer(result, {})
        if self.ctx.faults.next(PLATFORM, "wrong_envelope"):
            # well-formed, and nothing of what is documented; the call was carried out
            return answer_json({"status": "ok", "payload": {"rows": None}})
        return answer_json(success(self.ctx, answered.data, answered.beside, legacy=api.legacy))


def _path_parts(path: str) -> tuple[str, str, str]:
    """The way (plain, token free or rich text), the API's name and its version. Raises GatewayRefused 4001."""
    parts = path.split("/")
    way = parts.pop(0) if parts[0] in (TOKEN_FREE, RICH_TEXT) else PLAIN
    if len(parts) != 2 or not all(parts):
        raise GatewayRefused(4001, "非法请求地址")
    return way, parts[0], parts[1]


def _content_kind(request: Request) -> str:
    """The kind of body, empty for none. Raises GatewayRefused 4007."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "GET":
        return ""
    if request.method == "POST" and (kind in ("application/json", *FORMS) or (not kind and _has_no_body(request))):
        return kind
    raise GatewayRefused(4007, f"非法的请求姿势，httpMethod:{request.method}, contentType:{kind or 'null'}")


def _has_no_body(request: Request) -> bool:
    return request.headers.get("content-length", "0") == "0" and "transfer-encoding" not in request.headers


async def _parameters(request: Request, kind: str) -> tuple[dict[str, object], Uploads]:
    """What the query and the body say together, the body going first. Raises GatewayRefused 4004."""
    query: dict[str, object] = dict(request.query_params)
    if kind in FORMS:
        fields, uploads = await _form(request)
        return query | fields, uploads
    body = await request.body() if kind else b""
    try:
        sent = json.loads(body) if body.strip() else {}
    except (ValueError, RecursionError):
        raise GatewayRefused(4004, "非法的Content") from None
    if not isinstance(sent, dict):
        raise GatewayRefused(4004, "非法的Content")
    return query | sent, []


async def _form(request: Request) -> tuple[dict[str, object], Uploads]:
    fields: dict[str, object] = {}
    uploads: Uploads = []
    try:
        async with request.form(max_part_size=8 * 1024 * 1024) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    uploads.append((value.filename or name, await value.read()))
                else:
                    fields[name] = value
    except (MultiPartException, HTTPException):
        raise GatewayRefused(4004, "非法的Content") from None
    return fields, uploads
