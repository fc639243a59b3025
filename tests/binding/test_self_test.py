"""The order of a self-test: what it asks after a trouble, what it leaves, and that it stops when told to."""

import asyncio
from collections.abc import Sequence

from console.binding.self_test import self_test
from console.core.errors import Busy, Offline, Refused, SignInNeeded, Trouble
from console.core.permissions import Ability, Check, Need, Outcome, granted, offered, passed, troubled

SHOP = Need(scope="shop", abilities=frozenset({Ability.SHOP}))
ITEMS = Need(scope="items", abilities=frozenset({Ability.ITEMS, Ability.STOCK}))
ORDERS = Need(scope="orders", abilities=frozenset({Ability.ORDERS}))
SECRET = Need(scope="secret")
NEEDS = (SHOP, ITEMS, ORDERS, SECRET)


class Platform:
    """SupportsChecks that answers with the troubles it is given."""

    needs: Sequence[Need] = NEEDS

    def __init__(self, troubles: dict[str, Trouble] | None = None, *, of_the_shop: bool = False) -> None:
        self._troubles = troubles or {}
        self._of_the_shop = of_the_shop
        self.asked: list[str] = []

    async def check(self, need: Need) -> Check:
        self.asked.append(need.scope)
        await asyncio.sleep(0)
        trouble = self._troubles.get(need.scope)
        return passed(need) if trouble is None else troubled(need, trouble, whole_shop=self._of_the_shop)


async def run(platform: Platform) -> list[Check]:
    return [check async for check in self_test(platform)]


async def test_all_is_asked_in_order() -> None:
    platform = Platform()
    checks = await run(platform)
    assert platform.asked == [check.scope for check in checks] == ["shop", "items", "orders", "secret"]
    assert granted(checks) == offered(NEEDS) == {Ability.SHOP, Ability.ITEMS, Ability.STOCK, Ability.ORDERS}


async def test_a_trouble_of_one_scope_leaves_the_others() -> None:
    platform = Platform({"items": Refused("kuaishou.scope"), "orders": Busy("net.busy")})
    checks = await run(platform)
    assert [check.outcome for check in checks] == [Outcome.OK, Outcome.REFUSED, Outcome.UNANSWERED, Outcome.OK]
    assert granted(checks) == {Ability.SHOP}


async def test_a_trouble_of_the_shop_ends_the_asking_but_not_for_the_keys() -> None:
    platform = Platform({"shop": SignInNeeded("kuaishou.24")}, of_the_shop=True)
    checks = await run(platform)
    assert platform.asked == ["shop", "secret"]
    assert [check.outcome for check in checks] == [
        Outcome.REFUSED,
        Outcome.NOT_ASKED,
        Outcome.NOT_ASKED,
        Outcome.OK,
    ]
    assert granted(checks) == frozenset()


async def test_nothing_is_asked_of_a_platform_out_of_reach() -> None:
    platform = Platform({"items": Offline("net.timeout")}, of_the_shop=True)
    checks = await run(platform)
    assert platform.asked == ["shop", "items"]
    assert [check.scope for check in checks] == ["shop", "items", "orders", "secret"]


async def test_it_stops_between_two_calls() -> None:
    platform = Platform()
    heard = asyncio.Event()

    async def watch() -> None:
        async for _ in self_test(platform):
            heard.set()

    task = asyncio.create_task(watch())
    await heard.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert task.cancelled()
    asked = list(platform.asked)
    await asyncio.sleep(0.01)
    assert platform.asked == asked != [need.scope for need in NEEDS]


def test_an_ability_of_two_scopes_needs_both() -> None:
    second = Need(scope="second", abilities=frozenset({Ability.ORDERS}))
    assert granted([passed(ORDERS), troubled(second, Refused("x"))]) == frozenset()
