"""Goods at size: the dry run of a first match; 50,000 variants a shop scrolled and filtered, beside 50,000 orders.

The dry run is measured whole: reading both shops' goods from the file and judging them. A page of the goods table
and one of the orders table are read in turn, top to bottom, and both are filtered by tab and by text; ids and rows come
from the same questions as in the window. CPU time of this process; medians.
"""

import gc
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from sqlalchemy import Connection

from console.core.clock import SystemClock
from console.core.model import Item, Listing, Order, OrderLine, OrderStatus, Platform, Shop, Sku
from console.rules.linking import propose
from console.store import engines, schema
from console.store.goods_questions import books
from console.store.health import note_success
from console.store.item_view import contested_ids, item_ids, item_rows, item_tab_counts
from console.store.items import save_listings
from console.store.order_view import order_ids, order_rows, order_tab_counts
from console.store.orders import save_orders
from console.store.pairing import pair_items
from console.store.shops import pair, put_shop
from console.store.views import ItemFilter, OrderFilter, Pair

DRY_RUN_S = 1.0
PAGE_MS, VIEW_MS = 30.0, 250.0  # a page of 64 rows; the ids or the counts of a whole view
LEAST = 0.8
SHOPS = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")
NOW = 1_768_000_000_000
KINDS = ("双层玻璃保温杯", "北欧客厅短绒地毯", "床头触控小夜灯", "珐琅铸铁煎锅", "纯棉四件套", "竹制砧板加厚防霉")
PAGE, PLACES = 64, 40


def listing(side: str, number: int, variants: int, random: Random) -> Listing:
    """One of twenty has no code, one of thirty shares it: something is left to titles and to people."""
    code = "" if number % 20 == 0 and side == "k" else f"XH-{number // 2 if number % 30 == 0 else number:05d}"
    title = f"{KINDS[number % len(KINDS)]} {number} 号 {'包邮' if side == 'k' else ''}".strip()
    item_id, price = f"{side}{number}", 990 + number % 9_000 + random.choice((0, 0, 0, 100))
    skus = tuple(
        Sku(
            item_id=item_id,
            sku_id=f"{item_id}-{at}",
            code=f"{code}-{at}" if code else "",
            spec=f"规格 {at}",
            price_fen=price,
            stock=at + 3,
        )
        for at in range(variants)
    )
    item = Item(item_id=item_id, title=title, code=code, price_fen=price, stock=20, on_shelf=True, updated_at=NOW)
    return Listing(item=item, skus=skus)


def fill(conn: Connection, goods: int, variants: int, orders: int) -> None:
    """Both shops, read to the end."""
    random = Random(1)
    for shop_id, side in zip(SHOPS.shop_ids, "ky", strict=True):
        platform, _, number = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name="小禾家居"))
        for first in range(0, goods, 500):
            some = [listing(side, at, variants, random) for at in range(first, min(goods, first + 500))]
            save_listings(conn, shop_id, some, NOW)
        note_success(conn, shop_id, "items", NOW)
    pair(conn, *SHOPS.shop_ids)
    pair_items(conn, SHOPS)
    for first in range(0, orders, 500):
        save_orders(conn, SHOPS.kuaishou_shop_id, [order(at) for at in range(first, first + 500)], NOW)


def order(number: int) -> Order:
    """An order of one line."""
    status = OrderStatus.TO_SHIP if number % 9 == 0 else OrderStatus.SHIPPED
    line = OrderLine(
        line_no=str(number), title=f"{KINDS[number % len(KINDS)]} {number} 号", quantity=1, price_fen=5_990
    )
    return Order(
        order_no=str(2_420_100_000_000_000 + number),
        status=status,
        status_code="30",
        created_at=NOW + number,
        paid_at=NOW + number,
        updated_at=NOW + number,
        amount_fen=5_990,
        lines=(line,),
    )


def seconds(fn: Callable[[], object], times: int = 5) -> float:
    """CPU seconds, the median."""
    spent = []
    for _ in range(times):
        begun = time.process_time()
        fn()
        spent.append(time.process_time() - begun)
    return median(spent)


def dry_run(conn: Connection) -> object:
    """As ``sync.linking.dry_run``, without its threads."""
    there = books(conn, SHOPS)
    return propose(there.kuaishou, there.youzan, held=there.held, least=LEAST)


def pages(ids: list[int], read: Callable[[list[int]], object]) -> float:
    """Milliseconds for a page, at places from top to bottom."""
    step = max(PAGE, len(ids) // PLACES)
    places = range(0, len(ids), step)
    return median(seconds(partial(read, ids[at : at + PAGE]), 1) for at in places) * 1_000


def in_file(goods: int, variants: int, orders: int, measure: Callable[[Connection], bool]) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "console.db"
        engine = engines.writer(path, busy_ms=5_000)
        schema.settle(engine, path, SystemClock())
        with engine.connect() as conn:
            fill(conn, goods, variants, orders)
            conn.commit()
            found = measure(conn)
        engine.dispose()
        return found


def first_match(conn: Connection) -> bool:
    spent = seconds(lambda: dry_run(conn))
    print(f"dry run over 300 + 300 goods: {spent:.3f} s (limit {DRY_RUN_S:.0f} s) {verdict(spent < DRY_RUN_S)}")
    return spent < DRY_RUN_S


def at_size(conn: Connection) -> bool:
    among = contested_ids(conn)
    ids, numbers = item_ids(conn, ItemFilter()), order_ids(conn, OrderFilter())
    variants = conn.exec_driver_sql("SELECT count(*) FROM skus").scalar_one()
    goods_ms = pages(ids, lambda some: item_rows(conn, some, among))
    orders_ms = pages(numbers, lambda some: order_rows(conn, some))
    good = goods_ms < PAGE_MS
    print(
        f"a page of {len(ids)} goods ({variants} variants): {goods_ms:.1f} ms; of {len(numbers)} orders: "
        f"{orders_ms:.1f} ms (limit {PAGE_MS:.0f} ms) {verdict(good)}"
    )
    asks: tuple[tuple[str, Callable[[], object], Callable[[], object]], ...] = (
        ("tab", lambda: item_ids(conn, ItemFilter(tab="linked")), lambda: order_ids(conn, OrderFilter(tab="to_ship"))),
        ("by text", lambda: item_ids(conn, ItemFilter(text="地毯")), lambda: order_ids(conn, OrderFilter(text="地毯"))),
        ("counts", lambda: item_tab_counts(conn, ItemFilter()), lambda: order_tab_counts(conn, OrderFilter())),
    )
    for name, goods, orders in asks:
        ours, theirs = seconds(goods) * 1_000, seconds(orders) * 1_000
        good &= ours < VIEW_MS
        print(f"{name}: goods {ours:.1f} ms, orders {theirs:.1f} ms (limit {VIEW_MS:.0f} ms) {verdict(ours < VIEW_MS)}")
    return good


def verdict(good: bool) -> str:
    return "ok" if good else "OVER"


def main() -> None:
    """Print one line a case; exit 1 when one misses its limit."""
    gc.disable()
    good = in_file(300, 3, 0, first_match)
    good &= in_file(12_500, 4, 50_000, at_size)
    if not good:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
