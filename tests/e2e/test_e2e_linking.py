"""S3, the first match of goods over a socket: a dry run that writes nothing, suggestions accepted, nine by hand."""

import json
import logging
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from outbox_world import OwnWorld

from console.app.joining import Assembly
from console.core.model import Platform
from console.sandbox.products import put_on_kuaishou, put_on_youzan
from console.store import audit
from console.store.goods_links import Wanted
from console.store.item_view import item_ids, item_rows, item_tab_counts
from console.store.pairing import held
from console.store.profile import Profile
from console.store.shops import pairs
from console.store.views import ItemFilter, Pair

pytestmark = pytest.mark.timeout(240)
log = logging.getLogger(__name__)

GOODS, AMBIGUOUS, WITHOUT_CODE = 300, 9, 4


@pytest.fixture
def world(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[OwnWorld]:
    """300 goods, all of them in both shops: nine share a code by threes, four have none at Kuaishou."""
    made = OwnWorld(tmp_path, items=getattr(request, "param", GOODS))
    random = Random(1)
    for product in made.ctx.world.products:
        if product.ks_item_id is None:
            put_on_kuaishou(random, product)
        if product.yz_item_id is None:
            put_on_youzan(random, product)
        product.ks_deleted = product.yz_deleted = False
        for sku in product.skus:
            sku.ks_code = None
    for number, product in enumerate(made.ctx.world.products[:AMBIGUOUS]):
        product.code = f"SAME-{number // 3}"
        for sku in product.skus:
            sku.code = product.code
    for product in made.ctx.world.products[AMBIGUOUS : AMBIGUOUS + WITHOUT_CODE]:
        product.yz_title = None
        for sku in product.skus:
            sku.ks_code = ""
    yield made
    made.stop()


def truth(world: OwnWorld) -> set[tuple[str, str]]:
    return {(str(one.ks_item_id), str(one.yz_item_id)) for one in world.ctx.world.products}


def rows_of(profile: Path, command: Any, *words: str) -> list[dict[str, Any]]:
    done = command("products", "--profile", str(profile), "--json", *words)
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def link(world: OwnWorld, profile: Path, command: Any, *words: str) -> dict[str, int]:
    done = command("products", "link", "--profile", str(profile), "--connect", str(world.connect), "--json", *words)
    assert done.code == 0, done.err
    told: dict[str, int] = done.answer
    return told


def content(profile: Path) -> dict[str, bytes]:
    """Every file, but the lock: that names the program that held it last."""
    files = (path for path in profile.rglob("*") if path.is_file() and path.name != "profile.lock")
    return {str(path.relative_to(profile)): path.read_bytes() for path in files}


async def settle(profile: Path, world: OwnWorld) -> Counter[str]:
    """What a person decides: every suggestion, then the rest one by one. Returns what was asked, by its kind."""
    right = dict(truth(world))
    with Profile.open(profile) as opened:
        assembly = await Assembly.open(opened)
        assembly.by = lambda: "陈静"
        try:
            (pair,) = await assembly.database.read(pairs)
            said = await assembly.linking.dry_run(pair)
            asked = [one for one in said.ask if one.platform is Platform.KUAISHOU]
            best = [(one.item_id, one.candidates[0]) for one in asked if one.kind == "suggestion"]
            assert all(right[item_id] == one.item_id for item_id, one in best)
            await assembly.linking.link(pair, [Wanted(item_id, one.item_id, one.reason.value) for item_id, one in best])
            for one in asked:
                if one.kind == "conflict":
                    assert right[one.item_id] in {each.item_id for each in one.candidates}
                    await assembly.linking.link(pair, [Wanted(one.item_id, right[one.item_id])])
            await check(assembly, pair, world)
        finally:
            await assembly.close()
    return Counter(one.kind for one in asked)


async def check(assembly: Assembly, pair: Pair, world: OwnWorld) -> None:
    """Everything is linked as it is in truth; nothing has two links; every decision says whose it was."""
    kept = (await assembly.database.read(held, pair)).links
    assert set(kept) == truth(world)
    assert len(kept) == len({one for one, _ in kept}) == len({other for _, other in kept}) == GOODS
    counts = await assembly.database.read(item_tab_counts, ItemFilter())
    assert (counts["linked"], counts["to_confirm"], counts["conflict"], counts["all"]) == (GOODS, 0, 0, GOODS)
    ids = await assembly.database.read(item_ids, ItemFilter(tab="linked"))
    shown = {(row.kuaishou_item_id, row.youzan_item_id) for row in await assembly.database.read(item_rows, ids)}
    assert shown == truth(world)
    noted = await assembly.database.read(lambda conn: audit.rows(conn, "goods_links.link"))
    assert len(noted) == AMBIGUOUS + WITHOUT_CODE
    assert all('"by":"陈静"' in row.detail for row in noted)
    said = await assembly.linking.dry_run(pair)
    assert (said.link, said.ask, said.sums().held) == ((), (), GOODS)


async def test_the_first_match_of_a_shop(world: OwnWorld, tmp_path: Path, command: Any) -> None:
    profile = tmp_path / "profile"
    reach = world.ask("/world")
    assert [reach[side]["items"]["count"] for side in ("kuaishou", "youzan")] == [GOODS, GOODS]
    certain = GOODS - AMBIGUOUS - WITHOUT_CODE
    expected = {"create": 0, "link": certain, "ask": AMBIGUOUS + WITHOUT_CODE}
    assert sum(expected.values()) == GOODS

    assert link(world, profile, command, "--dry-run") == expected
    assert not profile.exists(), "a dry run writes nothing"
    assert link(world, profile, command) == expected
    before = content(profile)
    assert link(world, profile, command, "--dry-run") == {**expected, "link": 0}
    assert content(profile) == before

    states = Counter(row["state"] for row in rows_of(profile, command))
    assert states == {"linked": certain, "to_confirm": 4, "conflict": 2 * AMBIGUOUS, "only_youzan": 4}
    assert await settle(profile, world) == {"conflict": AMBIGUOUS, "suggestion": WITHOUT_CODE}

    assert link(world, profile, command, "--dry-run") == {"create": 0, "link": 0, "ask": 0}
    linked = rows_of(profile, command, "--state", "linked")
    assert {(row["kuaishou_item_id"], row["youzan_item_id"]) for row in linked} == truth(world)
    assert not world.ctx.world.writes, "the platforms were asked to change nothing"


@pytest.mark.long
async def test_what_a_dry_run_costs(world: OwnWorld, tmp_path: Path, command: Any) -> None:
    """300 + 300 goods as after the first reading, nothing decided; the figure is logged, nothing is asserted of it."""
    profile = tmp_path / "profile"
    link(world, profile, command)
    with Profile.open(profile) as opened:
        assembly = await Assembly.open(opened)
        try:
            (pair,) = await assembly.database.read(pairs)
            await assembly.database.write(lambda conn: conn.exec_driver_sql("DELETE FROM goods_links") and None)
            begin = time.process_time()
            said = await assembly.linking.dry_run(pair)
            log.info("dry run over %d + %d goods: %.3f s CPU", GOODS, GOODS, time.process_time() - begin)
            assert said.sums().total == GOODS
        finally:
            await assembly.close()


@pytest.mark.parametrize("world", [60], indirect=True)
def test_what_fails_says_which_rule_said_so(world: OwnWorld, tmp_path: Path, command: Any) -> None:
    """The platform's refusal, by the table; a price too far apart, by the check before publishing."""
    refused, dear = world.ctx.world.products[20:22]
    for product in (refused, dear):
        product.audit, product.audit_reason = 2, ""
        for sku in product.skus:
            sku.ks_price = sku.yz_price = 5990
            sku.cost = None  # what it earns is another rule's affair
    refused.audit, refused.audit_reason = 3, "主图含水印或牛皮癣文字"
    for sku in dear.skus:
        sku.yz_price = 9990
    profile = tmp_path / "profile"
    link(world, profile, command)
    found = {row["kuaishou_item_id"]: row for row in rows_of(profile, command, "--state", "failed")}
    (failure,) = found[str(refused.ks_item_id)]["failures"]
    assert (failure["cause"], failure["fix"]) == ("image", "replace_image")
    assert failure["evidence"] in refused.audit_reason
    row = found[str(dear.ks_item_id)]
    assert {one["rule_id"] for one in row["failures"]} == {"goods.price_gap"}
    assert (row["state"], row["price_fen"], row["trade_price_fen"]) == ("linked", 5990, 9990)
