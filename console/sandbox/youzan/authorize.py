"""The page on which a merchant lets an application into the shop (sheet 2.4).

It asks in a browser; whoever does not ask for HTML is taken to have agreed and is sent on at once [ours].
"""

from html import escape
from urllib.parse import urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from console.sandbox.context import Context
from console.sandbox.youzan.tokens import tokens

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>有赞授权</title>
<style>body{{font:16px/1.6 sans-serif;max-width:32em;margin:4em auto;color:#222}}
a.yes{{display:inline-block;padding:.5em 2em;background:#155bd4;color:#fff;border-radius:4px;
text-decoration:none}}</style>
<h1>{heading}</h1>{body}</html>"""


def authorize(ctx: Context, request: Request) -> Response:
    """``GET /oauth/authorize?client_id=…&state=…&redirect_uri=…``."""
    asked = request.query_params
    client_id, back = asked.get("client_id", ""), asked.get("redirect_uri", "")
    if client_id not in tokens(ctx).apps:
        return _page("授权失败", "<p>应用不存在：请检查 client_id。</p>", status=400)
    if back and urlsplit(back).scheme not in ("http", "https"):
        return _page("授权失败", "<p>redirect_uri 不是网址。</p>", status=400)
    if asked.get("approve") != "1" and "text/html" in request.headers.get("accept", ""):
        yes = "?" + urlencode({**asked, "approve": "1"})
        shop = escape(f"{ctx.world.shop_name}（{ctx.youzan.kdt_id}）")
        body = f"<p>应用 {escape(client_id)} 申请访问店铺 {shop}。</p>"
        return _page("授权给应用", f'{body}<p><a class="yes" href="{escape(yes)}">同意授权</a></p>')
    code = tokens(ctx).new_code(client_id)
    if not back:
        return _page("授权成功", f"<p>授权码（两分钟内有效）：<code>{code}</code></p>")
    return RedirectResponse(_extended(back, {"code": code, "state": asked.get("state", "")}), status_code=302)


def _extended(address: str, more: dict[str, str]) -> str:
    parts = urlsplit(address)
    query = "&".join(part for part in (parts.query, urlencode(more)) if part)
    return urlunsplit(parts._replace(query=query))


def _page(heading: str, body: str, status: int = 200) -> Response:
    return HTMLResponse(PAGE.format(heading=heading, body=body), status_code=status)
