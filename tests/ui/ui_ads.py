"""A stand-in for ads accounts: remembers what was asked."""

from collections.abc import Mapping

from console.core.errors import Trouble
from console.core.gateway import Credentials
from console.core.permissions import Check, Outcome
from console.store.views import SignIn


class FakeAds:
    """``trouble`` is raised by the next binding, ``check`` is what a self-test says."""

    def __init__(self) -> None:
        self.number = "901"
        self.bound: list[tuple[str, Credentials, str, str]] = []
        self.unbound: list[str] = []
        self.tested: list[str] = []
        self.known: dict[str, SignIn] = {}
        self.trouble: Trouble | None = None
        self.check = Check(scope="accounts", outcome=Outcome.OK)

    def default_base_url(self) -> str:
        return "https://ads.example"

    def sign_in_page(self, keys: Credentials, callback: str, state: str) -> str:
        return f"{keys.base_url}/tools/authorize?app_id={keys.app_key}&redirect_uri={callback}&state={state}"

    async def bind(self, shop_id: str, keys: Credentials, code: str, expected: str = "") -> str:
        self.bound.append((shop_id, keys, code, expected))
        trouble, self.trouble = self.trouble, None
        if trouble is not None:
            raise trouble
        return self.number

    async def unbind(self, advertiser_id: str) -> None:
        self.unbound.append(advertiser_id)

    async def self_test(self, advertiser_id: str) -> Check:
        self.tested.append(advertiser_id)
        return self.check

    async def sign_ins(self) -> Mapping[str, SignIn]:
        return dict(self.known)
