"""A shop's self-test, scope by scope, so that progress shows and it can be stopped between two calls."""

from collections.abc import AsyncIterator

from console.core.gateway import SupportsChecks
from console.core.permissions import Check, Need, not_asked


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


def _still_worth_asking(need: Need, blocked: Check) -> bool:
    return not need.abilities and blocked.kind != "offline"
