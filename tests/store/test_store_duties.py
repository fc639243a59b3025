"""What was done about duties: kept by shop, with proofs, audited, told once a mark; minor protection is strict."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from console.binding.compliance import Compliance
from console.binding.wording import Wording
from console.core.clock import DAY, parse_shop_time
from console.core.errors import Refused
from console.core.model import Item, Listing
from console.rules.duties import DutyState, Work
from console.rules.minors import Minors
from console.rules.wording.nouns import Severity
from console.store import audit, duties
from console.store.compliance_told import standing
from console.store.database import Database
from console.store.items import save_listings
from console.sync.hub import Hub

NOW = parse_shop_time("2026-11-26 10:00:00")
SHOP = "kuaishou:1"


class StandingClock:
    def __init__(self) -> None:
        self.at = NOW

    def now_ms(self) -> int:
        return self.at

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("nobody waits here")


class Bench:
    def __init__(self, database: Database, folder: Path) -> None:
        self.database, self.clock, self.folder = database, StandingClock(), folder
        self.room = Compliance(database.acting(lambda: "陈静"), self.clock, Hub(), folder / "evidence")


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    database = await asyncio.to_thread(Database.open, tmp_path / "console.db", StandingClock())
    yield Bench(database, tmp_path)
    await asyncio.to_thread(database.close)


async def test_work_is_kept_by_shop_with_its_proof_and_who_said_it_is_done(bench: Bench) -> None:
    paper = bench.folder / "主播.pdf"
    paper.write_bytes(b"%PDF proof")
    proof = await bench.room.add_proof(SHOP, "MIN-AGE", paper)
    wanted = Work(owner=" 小李 ", due_on=date(2026, 12, 1), state=DutyState.DONE, note="四位主播")
    await bench.room.put_duty(SHOP, "MIN-AGE", wanted)
    found = (await bench.database.read(duties.work, SHOP))["MIN-AGE"]
    assert (found.owner, found.due_on, found.state, found.note) == (
        "小李",
        date(2026, 12, 1),
        DutyState.DONE,
        "四位主播",
    )
    assert (found.done_at, found.done_on, found.done_by) == (NOW, date(2026, 11, 26), "陈静")
    assert found.proofs == (proof,)
    assert (bench.folder / "evidence" / proof.sha256).read_bytes() == b"%PDF proof"
    assert await bench.database.read(duties.work, "kuaishou:2") == {}
    bench.clock.at += DAY
    await bench.room.put_duty(SHOP, "MIN-AGE", Work(state=DutyState.DONE, note="更正"))
    assert (await bench.database.read(duties.work, SHOP))["MIN-AGE"].done_at == NOW, "done once"
    await bench.room.put_duty(SHOP, "MIN-AGE", Work(state=DutyState.OPEN))
    assert (await bench.database.read(duties.work, SHOP))["MIN-AGE"].done_at is None
    await bench.room.drop_proof(SHOP, "MIN-AGE", proof.sha256)
    assert (await bench.database.read(duties.work, SHOP))["MIN-AGE"].proofs == ()
    said = await bench.database.read(audit.rows, "duties.")
    assert [row.action for row in said] == ["duties.proof", *["duties.put"] * 3, "duties.drop_proof"]


async def test_a_duty_that_nobody_knows_is_refused(bench: Bench) -> None:
    with pytest.raises(Refused, match=r"duty\.unknown"):
        await bench.room.put_duty(SHOP, "MIN-X", Work())


async def test_each_mark_is_told_once_and_a_new_day_is_told_anew(bench: Bench) -> None:
    await bench.room.put_duty(SHOP, "LIV-30", Work(due_on=date(2026, 12, 20)))
    told: list[list[int]] = []
    for days in (0, 1, 18, 24, 25):
        stands, fresh = await bench.database.write(standing, NOW + days * DAY)
        assert [one.code for one in stands] == ["LIV-30"]
        told.append([one.number for one in fresh])
    assert told == [[24], [], [6], [0], [-1]]
    await bench.room.put_duty(SHOP, "LIV-30", Work(due_on=date(2026, 12, 28)))
    assert [one.number for one in (await bench.database.write(standing, NOW + 25 * DAY))[1]] == [7]
    await bench.room.put_duty(SHOP, "LIV-30", Work(due_on=date(2026, 12, 28), state=DutyState.NONE))
    assert await bench.database.write(standing, NOW + 25 * DAY) == ([], [])


async def test_minor_protection_bans_what_else_is_a_caution(bench: Bench) -> None:
    wording = Wording(bench.database, bench.clock, Hub())
    text = "小朋友人手一个"
    before = (await wording.checker()).check(text, "live")
    assert [one.severity for one in before.findings if one.rule.group == "minors"] == [Severity.WARN]
    await bench.room.set_minors_mode(True)
    assert await bench.database.read(duties.minors_mode)
    after = (await wording.checker()).check(text, "live")
    assert [one.severity for one in after.findings if one.rule.group == "minors"] == [Severity.BLOCK]
    assert (await wording.checker()).bank.version.endswith("+minors")
    await bench.room.set_minors_mode(False)
    assert (await wording.checker()).check(text, "live") == before


async def test_barred_goods_on_the_shelf_are_named_and_unknown_ones_counted(bench: Bench) -> None:
    rows = [("1", "高粱酒", "酒类 > 白酒", True), ("2", "毛巾", "家居", True), ("3", "礼盒", "", True)]
    goods = [
        Listing(item=Item(item_id=item_id, title=title, category_name=category, on_shelf=shelf))
        for item_id, title, category, shelf in [*rows, ("4", "旧酒", "白酒", False)]
    ]
    await bench.database.write(save_listings, SHOP, goods, NOW)
    found = await bench.database.read(duties.barred_goods)
    assert dict(found.numbers) == {"alcohol": 1}
    assert found.unknown == 1


async def test_goods_that_are_barred_are_named_by_number_only_while_minors_are_protected(bench: Bench) -> None:
    goods = [
        Listing(item=Item(item_id=item_id, title=title, category_name=category, on_shelf=shelf))
        for item_id, title, category, shelf in [("1", "高粱酒", "酒类 > 白酒", False), ("2", "毛巾", "家居", True)]
    ]
    await bench.database.write(save_listings, SHOP, goods, NOW)
    assert await bench.database.read(duties.minors) is None
    await bench.room.set_minors_mode(True)
    assert await bench.database.read(duties.minors) == Minors(barred={"1": "alcohol"})
    assert await bench.database.read(duties.minors, {"2", "9"}) == Minors()
    assert await bench.database.read(duties.minors, ()) == Minors()
