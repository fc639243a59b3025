"""A bound shop's self-test: over the wire, kept in the file, stopped half way, and of a shop without secrets."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from app_sandbox import Outside, RecordingVault

from console.app.joining import Assembly
from console.core.changes import Changes
from console.core.clock import MINUTE
from console.core.model import Platform
from console.core.permissions import Check, Outcome
from console.rules.tiers import Tier
from console.store.checks import SelfTest, last_self_test
from console.store.outlook import outlook, shop_standing

KUAISHOU, YOUZAN = Platform.KUAISHOU, Platform.YOUZAN


async def bound(assembly: Assembly, outside: Outside, platform: Platform) -> str:
    code = await asyncio.to_thread(outside.code) if platform is KUAISHOU else ""
    return (await assembly.bind(platform, outside.keys(platform), code)).shop_id


async def run(assembly: Assembly, shop_id: str) -> list[Check]:
    return [check async for check in assembly.self_test(shop_id)]


async def test_what_it_says_is_kept_and_told(assembly: Assembly, outside: Outside) -> None:
    heard: list[Changes] = []
    for platform in Platform:
        shop_id = await bound(assembly, outside, platform)
        assembly.hub.subscribe(heard.append)
        checks = await run(assembly, shop_id)
        assert {check.outcome for check in checks} == {Outcome.OK}
        kept = await assembly.database.read(last_self_test, shop_id)
        assert kept.checks == tuple(checks)
        assert kept.at is not None
        standing = await assembly.database.read(shop_standing, shop_id)
        assert standing is not None
        assert standing.tier is Tier.ADVANCED
    assert any("health" in changes.kinds for changes in heard)


async def test_a_scope_that_was_not_granted_lowers_the_tier_until_it_is(assembly: Assembly, outside: Outside) -> None:
    await asyncio.to_thread(outside.ask, "/scopes", {"without": ["merchant_order"]})
    try:
        shop_id = await bound(assembly, outside, KUAISHOU)
        refused = [check for check in await run(assembly, shop_id) if check.outcome is Outcome.REFUSED]
    finally:
        await asyncio.to_thread(outside.ask, "/scopes", {"without": []})
    assert [(check.scope, check.code) for check in refused] == [("merchant_order", "kuaishou.scope")]
    standing = await assembly.database.read(shop_standing, shop_id)
    assert standing is not None
    assert (standing.tier, standing.missing) == (Tier.NONE, ("tier.scope_orders",))
    await bound(assembly, outside, KUAISHOU)
    await run(assembly, shop_id)
    standing = await assembly.database.read(shop_standing, shop_id)
    assert standing is not None
    assert standing.tier is Tier.ADVANCED


async def test_one_that_is_stopped_half_way_leaves_the_one_before(assembly: Assembly, outside: Outside) -> None:
    shop_id = await bound(assembly, outside, YOUZAN)
    third = asyncio.Event()

    async def watch() -> None:
        seen = 0
        async for _ in assembly.self_test(shop_id):
            seen += 1
            if seen == 3:
                third.set()

    task = asyncio.create_task(watch())
    await third.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await assembly.database.read(last_self_test, shop_id) == SelfTest()


async def test_a_shop_that_is_not_read_has_nothing_to_ask_with(
    assembly: Assembly, outside: Outside, vault: RecordingVault
) -> None:
    shop_id = await bound(assembly, outside, YOUZAN)
    await assembly.unbind(shop_id)
    (line,) = await run(assembly, shop_id)
    assert (line.scope, line.outcome, line.code) == ("sign_in", Outcome.REFUSED, "net.no_credentials")


async def test_its_calls_are_counted(assembly: Assembly, outside: Outside, until: Any) -> None:
    shop_id = await bound(assembly, outside, YOUZAN)
    checks = await run(assembly, shop_id)
    await assembly.unbind(shop_id)
    used = (await assembly.database.read(outlook, shop_id, assembly.clock.now_ms())).quota.used
    assert used >= len(checks) - 1, "the clock is read off the others"


async def test_a_computer_whose_clock_is_off_hears_of_it_and_of_nothing_else(
    assembly: Assembly, outside: Outside
) -> None:
    """Kuaishou turns such calls away until they follow its own clock; Youzan only tells the time."""
    for platform in Platform:
        shop_id = await bound(assembly, outside, platform)
        right = assembly.clock.offset_ms
        assembly.clock.offset_ms = right - 20 * MINUTE
        try:
            checks = await run(assembly, shop_id)
        finally:
            assembly.clock.offset_ms = right
        wrong = [check for check in checks if check.outcome is not Outcome.OK]
        assert [(check.scope, check.code) for check in wrong] == [("clock", "check.clock")]
        apart = datetime.strptime(wrong[0].detail, "%H:%M:%S") - datetime.strptime("0", "%H")
        assert abs(apart - timedelta(minutes=20)) < timedelta(minutes=1), "however long the answers took"
        assert [check for check in await run(assembly, shop_id) if check.outcome is not Outcome.OK] == []
