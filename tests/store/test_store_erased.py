"""Of a shop that is erased not a byte is left, neither in the file's free pages nor in its log."""

from pathlib import Path

import pytest

from console.binding import records
from console.core.clock import Clock
from console.core.model import Order, OrderLine, OrderStatus, Platform, Receiver, Shop
from console.rules.coupons import Share
from console.rules.stored_value import Account, Move
from console.rules.touching_gate import Person, Result
from console.rules.touching_rows import Member
from console.store import shops, touch_lists, touch_rows
from console.store.database import Database
from console.store.orders import save_orders
from console.store.touch_lists import Wish
from console.store.views import Pair

ERASED, KEPT = "kuaishou:1", "kuaishou:9"
MARK = {ERASED: "留言甲甲甲", KEPT: "留言乙乙乙"}
PAGES = 12


def order(number: int, shop_id: str, edition: int) -> Order:
    """Of different lengths, so that rows move from page to page as they change."""
    return Order(
        order_no=f"{shop_id[-1]}{number:05}",
        status=OrderStatus.TO_SHIP,
        updated_at=edition,
        buyer_note=f"{MARK[shop_id]}{number}" * (1 + (number + 2 * edition) % 5),
        receiver=Receiver(name_masked=MARK[shop_id], address_cipher=MARK[shop_id] * (number % 9)),
        lines=(OrderLine(line_no="1", title="杯", code=MARK[shop_id]),),
    )


def found(path: Path, what: str) -> int:
    """How often the words stand in the file and what lies beside it, whatever SQLite makes of the bytes."""
    return sum(file.read_bytes().count(what.encode()) for file in path.parent.glob(f"{path.name}*"))


@pytest.mark.parametrize("order_of_pages", ["in turn", "one after the other"])
async def test_nothing_of_a_buyer_is_left_in_the_raw_file(path: Path, clock: Clock, order_of_pages: str) -> None:
    database = Database.open(path, clock)
    for number, shop_id in enumerate((ERASED, KEPT)):
        shop = Shop(shop_id=shop_id, platform=Platform.KUAISHOU, platform_shop_id=str(number), name="店")
        await database.write(shops.put_shop, shop)
    for edition in (1, 2, 3):
        turns = [(at, shop_id) for at in range(PAGES) for shop_id in (ERASED, KEPT)]
        for at, shop_id in turns if order_of_pages == "in turn" else sorted(turns, key=lambda turn: turn[1]):
            rows = [order(number, shop_id, edition) for number in range(at * 40, at * 40 + 40)]
            await database.write(save_orders, shop_id, rows, edition)
    before = found(path, MARK[ERASED])
    assert before > PAGES * 40
    await database.write(records.erase, ERASED, 9)
    assert found(path, MARK[ERASED]) > 0, "the log still has it"
    assert await database.rewrite()
    assert found(path, MARK[ERASED]) == 0
    assert found(path, MARK[KEPT]) > PAGES * 40, "the other shop's buyers are all there"
    database.close()


async def test_a_log_that_somebody_reads_is_emptied_later(path: Path, clock: Clock) -> None:
    database = Database.open(path, clock, busy_ms=10)
    await database.write(lambda conn: conn.exec_driver_sql("INSERT INTO settings (key, value) VALUES ('a', '1')"))
    reader = database._engines[1].connect()
    reader.exec_driver_sql("SELECT * FROM settings").all()
    await database.write(lambda conn: conn.exec_driver_sql("UPDATE settings SET value = '2'"))
    assert not await database.rewrite()
    reader.close()
    assert await database.rewrite()
    assert path.with_name(f"{path.name}-wal").stat().st_size == 0
    database.close()


async def test_nothing_that_was_imported_of_its_buyers_is_left_either(path: Path, clock: Clock) -> None:
    database = Database.open(path, clock)
    mark, other = "王小美甲", "李大伟乙"
    pairs = {
        mark: Pair(kuaishou_shop_id=ERASED, youzan_shop_id="youzan:1"),
        other: Pair(kuaishou_shop_id=KEPT, youzan_shop_id="youzan:9"),
    }
    for who, pair in pairs.items():
        for shop_id in pair.shop_ids:
            platform, number = shop_id.split(":")
            shop = Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="店")
            await database.write(shops.put_shop, shop)
        rows = [
            Share(campaign="春", inviter=who, invitee=f"{who}的朋友", at=1),
            Account(account=who, day_at=1, balance_fen=1),
            Move(move=f"1{who}", account=who, at=1, kind="topup", fen=1),
            Member(account=who, level="金卡", buyer=who),
        ]
        await database.write(touch_rows.put, rows, "file", pair.youzan_shop_id, 2)
        people = [Person(customer=f"{shop_id}|{who}", name=who, address=f"138{who}") for shop_id in pair.shop_ids]
        list_id = await database.write(touch_lists.make, Wish(name="唤醒", channel="live_widget"), people, "", 3)
        await database.write(touch_lists.take_results, list_id, [(2, Result(key=f"{who}?", reached=True))], 4)
    assert found(path, mark) > 8
    for shop_id in pairs[mark].shop_ids:
        await database.write(records.erase, shop_id, 9)
    assert await database.rewrite()
    assert found(path, mark) == 0
    assert found(path, other) > 8, "the other shop's are all there"
    database.close()
