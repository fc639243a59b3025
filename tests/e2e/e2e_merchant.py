"""What a merchant does beside the program: copies keys, agrees in the browser, lets time pass."""

import urllib.error
import urllib.parse
import urllib.request
from typing import Any

from console.binding.signing_in import sign_in_page
from console.core.clock import SystemClock
from console.core.gateway import Credentials
from console.core.model import Platform
from console.store.secrets import MemoryVault, SupportsSecrets

SMALL = ("--seed", "5", "--items", "8", "--orders", "40")
REFRESH = {Platform.KUAISHOU: "/oauth2/refresh_token", Platform.YOUZAN: "/auth/token"}
CALLBACK = "https://shop.example/callback"


class _Stay(urllib.request.HTTPRedirectHandler):
    """The browser would follow; the merchant copies the address."""

    def redirect_request(self, *_: Any) -> None:
        return None


def keys_of(box: Any, platform: Platform, *, tokens: bool = False) -> Credentials:
    """What stands on the platform's page of the app; with ``tokens`` the pair of the sandbox's line, too."""
    told = box.line[platform.value]
    pair = {name: told[name] for name in ("access_token", "refresh_token")} if tokens else {}
    base = told["base_url"]
    if platform is Platform.KUAISHOU:
        secrets = {name: told[name] for name in ("app_key", "app_secret", "sign_secret")}
        return Credentials(base_url=base, **secrets, **pair)
    app = {"app_key": told["client_id"], "app_secret": told["client_secret"], "grant_id": told["kdt_id"]}
    return Credentials(base_url=base, **app, **pair)


def code_of(box: Any, platform: Platform = Platform.KUAISHOU) -> str:
    """The code in the address the browser is sent to; Youzan's own-use apps need none."""
    if platform is not Platform.KUAISHOU:
        return ""
    page = sign_in_page(keys_of(box, platform), CALLBACK, "state")
    try:
        urllib.request.build_opener(_Stay).open(page + "&approve=1")
    except urllib.error.HTTPError as redirect:
        with redirect:
            asked = urllib.parse.urlsplit(redirect.headers["location"]).query
            return urllib.parse.parse_qs(asked)["code"][0]
    raise AssertionError("the page did not send the browser on")


def refreshes(box: Any, platform: Platform) -> int:
    """How often the platform was asked for a new pair; Youzan's silent sign-ins count, too."""
    return int(box.ask("/tokens")["calls"].get(REFRESH[platform], 0))


def pass_time(box: Any, clock: SystemClock, ms: int) -> None:
    """Let the platforms' clock and ours go on."""
    box.ask("/clock", {"advance_s": ms / 1000})
    follow(box, clock)


def follow(box: Any, clock: SystemClock) -> None:
    """Set our clock by the platforms'."""
    clock.offset_ms = round(float(box.ask("/clock")["offset_s"]) * 1000)


class KeptVault(MemoryVault):
    """A key store that outlives the program; ``saves`` counts."""

    def __init__(self) -> None:
        super().__init__()
        self.saves = 0

    async def opened(self) -> tuple[SupportsSecrets, bool]:
        return self, True

    async def save(self, key: str, credentials: Credentials) -> None:
        self.saves += 1
        await super().save(key, credentials)
