"""What a click may ask for about ads accounts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.core.gateway import Credentials
    from console.core.permissions import Check
    from console.store.views import SignIn


class AdsAccounts(Protocol):
    """The ads accounts of Kuaishou shops. Raises ``core.errors.Trouble`` where it cannot be done."""

    def default_base_url(self) -> str:
        """The real platform's address."""
        ...

    def sign_in_page(self, keys: "Credentials", callback: str, state: str) -> str:
        """The address of the page on which the advertiser agrees."""
        ...

    async def bind(self, shop_id: str, keys: "Credentials", code: str, expected: str = "") -> str:
        """Sign in with these keys and this code, once; read the account from now on; returns its number.

        ``keys.grant_id`` names the account where the grant speaks for several. ``expected`` is the number of one that
        is signed in to again: its kept secrets stand in for empty fields. Raises Trouble; then nothing was kept.
        """
        ...

    async def unbind(self, advertiser_id: str) -> None:
        """Stop reading an account and forget its secrets; its hours stay."""
        ...

    async def self_test(self, advertiser_id: str) -> "Check":
        """Ask the one harmless question. Raises no Trouble."""
        ...

    async def sign_ins(self) -> "Mapping[str, SignIn]":
        """What may be shown of every account's sign-in, by its number; one without secrets is not in it."""
        ...
