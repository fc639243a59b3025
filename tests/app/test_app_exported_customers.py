"""What demo and pictures import about reaching customers: by the import's own code, once; lists at every stage."""

from pathlib import Path

from console import reference
from console.app.exported_customers import take_customers
from console.app.joining import Assembly
from console.core.clock import DAY
from console.core.model import Order, OrderStatus, Platform, Shop
from console.documents import sheets
from console.rules.touching_import import plan, read_lines
from console.sandbox.exports_customers import Merchant, write
from console.store import coupons, stored_value, touch_board, touch_lists
from console.store.orders import save_orders
from console.store.shops import put_shop

NOW = 1_795_000_000_000
WORDS = reference.touch_words()


def test_every_file_is_understood_whole_and_written_alike_twice(tmp_path: Path) -> None:
    merchant = Merchant(now_ms=NOW, buyers=[f"yz{n}" for n in range(200)])
    (tmp_path / "again").mkdir()
    paths = write(tmp_path, merchant)
    assert [one.read_bytes() for one in write(tmp_path / "again", merchant)] == [one.read_bytes() for one in paths]
    tables, refused = [], []
    for path in paths:
        made = plan(sheets.cells(path), WORDS)
        tables.append(made.table)
        refused += [(made.table, line) for line in read_lines(made, WORDS, NOW) if line.wrong]
    assert tables == ["figures", "shares", "accounts", "moves", "members"]
    assert refused == []


async def test_a_merchants_files_and_lists_are_there_once(assembly: Assembly) -> None:
    now = assembly.clock.now_ms()

    def order(shop: str, number: int) -> Order:
        at = now - number % 20 * DAY
        kind = {"created_at": at, "updated_at": at, "paid_at": at, "amount_fen": 9_900}
        return Order(order_no=f"{shop}{number}", status=OrderStatus.SUCCESS, buyer_id=f"{shop}-{number}", **kind)

    for shop_id in ("kuaishou:1", "youzan:1"):
        platform = Platform(shop_id.partition(":")[0])
        await assembly.database.write(
            put_shop, Shop(shop_id=shop_id, platform=platform, platform_shop_id="1", name="店")
        )
    for shop in ("kuaishou:1", "youzan:1"):
        await assembly.database.write(save_orders, shop, [order(shop, number) for number in range(300)], now)
    await take_customers(assembly)
    seen = await assembly.database.read(touch_board.board, now)
    assert len(seen.rows) == 8
    assert sum(row.free for row in seen.rows) == 2
    assert {one.state for one in await assembly.database.read(touch_lists.lists)} == set(touch_lists.STATES)
    assert all(one.bought.buyers for one in seen.results)
    told = await assembly.database.read(coupons.board)
    assert [one.campaign for one in told.campaigns] == ["邀2得15", "老友记 满99减20"]
    assert told.campaigns[0].circles
    sums = await assembly.database.read(stored_value.board, now)
    assert len(sums.stored.apart) == 2
    assert sums.members.buyers.people > 60
    await take_customers(assembly)
    assert (await assembly.database.read(coupons.board)).rows == told.rows
