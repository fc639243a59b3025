"""A shop's self-test, scope by scope, so that progress shows and it can be stopped between two calls."""

from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING

from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import SignInNeeded
from console.core.gateway import SupportsChecks
from console.core.permissions import Check, Need, not_asked, troubled
from console.store.checks import put_checks

if TYPE_CHECKING:
    from console.store.database import Database
    from console.sync.hub import Hub

SIGN_IN = Need(scope="sign_in")
"""The line of a shop that nothing can be asked of: its secrets are not at hand."""


def needs_of(gateway: object) -> Sequence[Need]:
    """The lines that a self-test will have."""
    return gateway.needs if isinstance(gateway, SupportsChecks) else ()


async def self_test(gateway: SupportsChecks) -> AsyncIterator[Check]:
    """One answer for each of the gateway's needs, in their order. Cancel it and it stops; it raises no Trouble.

    A trouble of the whole shop ends the asking for scopes: they would only repeat it. The keys and the clock are still
    looked at, for they may be its cause; but not while nobody can be reached.
    """
    blocked: Check | None = None
    for need in gateway.needs:
        if blocked is not None and not _still_worth_asking(need, blocked):
            yield not_asked(need)
            continue
        check = await gateway.check(need)
        if check.whole_shop and blocked is None:
            blocked = check
        yield check


async def kept_self_test(
    gateway: object, shop_id: str, database: "Database", clock: Clock, hub: "Hub"
) -> AsyncIterator[Check]:
    """The same for a bound shop, or one that is not read for want of its secrets. The whole of it goes into the file.

    A test that was stopped half way leaves the one before.
    """
    if not isinstance(gateway, SupportsChecks):
        yield troubled(SIGN_IN, SignInNeeded("net.no_credentials"))
        return
    checks = []
    async for check in self_test(gateway):
        checks.append(check)
        yield check
    await database.write(put_checks, shop_id, checks, clock.now_ms())
    hub.announce(changed("health", shop_id=shop_id))


def _still_worth_asking(need: Need, blocked: Check) -> bool:
    return not need.abilities and blocked.kind != "offline"
