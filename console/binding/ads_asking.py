"""What the window may ask of ads accounts, if whoever is there may."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from console.binding import ads_signing_in
from console.core.errors import Refused
from console.core.gateway import Credentials
from console.core.operators import Right
from console.core.permissions import Check
from console.store.views import SignIn

if TYPE_CHECKING:
    from console.binding.ads import AdsBindings


class AdsAsking:
    """The window's ``AdsAccounts``. It greys what is not allowed; whatever comes all the same ends here."""

    def __init__(self, bindings: "AdsBindings", may: Callable[[Right], bool]) -> None:
        self._bindings = bindings
        self._may = may

    def _need(self, right: Right) -> None:
        if not self._may(right):
            raise Refused("people.owner_only")

    def default_base_url(self) -> str:
        return ads_signing_in.default_base_url()

    def sign_in_page(self, keys: Credentials, callback: str, state: str) -> str:
        return ads_signing_in.sign_in_page(keys, callback, state)

    async def bind(self, shop_id: str, keys: Credentials, code: str, expected: str = "") -> str:
        self._need(Right.SIGN_IN if expected else Right.BIND)
        return await self._bindings.bind(shop_id, keys, code, expected)

    async def unbind(self, advertiser_id: str) -> None:
        self._need(Right.UNBIND)
        await self._bindings.unbind(advertiser_id)

    async def self_test(self, advertiser_id: str) -> Check:
        return await self._bindings.self_test(advertiser_id)

    async def sign_ins(self) -> Mapping[str, SignIn]:
        return await self._bindings.sign_ins()
