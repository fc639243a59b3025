"""What keeping a page of orders costs beside raw ``sqlite3.executemany`` of the very same rows.

Both write the same three tables (orders, lines, search texts) with the same indexes in WAL files, one transaction a
page, page for page in turn. Ours starts from nouns and also finds out what is news; raw gets its tuples ready made.
"""

import gc
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from sqlalchemy import Connection, Engine

from console.core.clock import SystemClock
from console.core.model import Order, OrderLine, OrderStatus, Parcel, Receiver
from console.store import engines, schema
from console.store.orders import (
    COLUMNS,
    INSERT_LINES,
    INSERT_SEARCH,
    line_values,
    order_values,
    save_orders,
    search_text,
)

LIMIT = 1.5
SHOP = "kuaishou:1001"
NOW = 1_768_000_000_000
FIELDS = ("id", "shop_id", *COLUMNS, "kept_at")
UPSERT = (
    f"INSERT INTO orders ({', '.join(FIELDS)}) VALUES ({', '.join('?' * len(FIELDS))}) "
    "ON CONFLICT (shop_id, order_no) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in FIELDS if name != "id")
)
Raw = tuple[list[tuple[object, ...]], list[tuple[object, ...]], list[tuple[object, ...]]]


def made_up(number: int, edition: int) -> Order:
    """An order with everything filled that a platform fills."""
    at = NOW + number * 1_000
    return Order(
        order_no=str(2_420_100_000_000_000 + number),
        status=OrderStatus.SHIPPED if edition else OrderStatus.TO_SHIP,
        status_code="40" if edition else "30",
        created_at=at,
        paid_at=at + 60_000,
        shipped_at=at + 7_200_000 if edition else None,
        updated_at=at + 7_200_000 * (edition + 1),
        ship_by_at=at + 172_800_000,
        amount_fen=5_990 + number % 900,
        goods_fen=5_990,
        discount_fen=0,
        postage_fen=number % 900,
        buyer_id=f"f18d6c2b9a{number:08d}",
        buyer_masked="小**客",
        buyer_note="请尽快发货" if number % 7 == 0 else "",
        flag="red" if number % 11 == 0 else "",
        source="live",
        receiver=Receiver(
            name_masked="王**",
            phone_masked="138****0000",
            address_masked="**街道**号",
            province="浙江省",
            city="杭州市",
            district="西湖区",
            name_cipher="c" * 64,
            phone_cipher="d" * 64,
            address_cipher="e" * 120,
        ),
        lines=(
            OrderLine(
                line_no=str(number),
                title="双层玻璃保温杯 大容量便携水杯",
                item_id="2108" + str(number % 300),
                sku_id="3309" + str(number % 900),
                code=f"XH-{number % 300:04d}-M",
                spec="米白 · 500ml",
                quantity=1 + number % 3,
                price_fen=5_990,
                image_url="https://example.test/pictures/1.jpg",
            ),
        ),
        parcels=(Parcel(waybill_no=f"SF{number:013d}", carrier_code="4", carrier_name="顺丰"),) if edition else (),
    )


def raw_rows(first_id: int, page: list[Order]) -> Raw:
    """The rows that ``save_orders`` writes for a page."""
    rows: Raw = ([], [], [])
    for at, order in enumerate(page, first_id):
        rows[0].append((at, SHOP, *order_values(order), NOW))
        rows[1].extend(line_values(at, position, line) for position, line in enumerate(order.lines))
        rows[2].append((at, search_text(order)))
    return rows


def write_raw(conn: sqlite3.Connection, rows: Raw) -> None:
    """One page, as short as it can be said."""
    conn.execute("BEGIN IMMEDIATE")
    conn.executemany(UPSERT, rows[0])
    conn.executemany(INSERT_LINES.replace("INSERT", "REPLACE", 1), rows[1])
    conn.executemany(INSERT_SEARCH.replace("INSERT", "REPLACE", 1), rows[2])
    conn.execute("COMMIT")


def write_ours(conn: Connection, page: list[Order]) -> None:
    """One page, as the writer thread keeps it."""
    with conn.begin():
        save_orders(conn, SHOP, page, NOW)


def timed(fn: Callable[..., None], *args: object) -> float:
    begun = time.process_time()
    fn(*args)
    return time.process_time() - begun


def open_file(path: Path) -> Engine:
    engine = engines.writer(path, busy_ms=5_000)
    schema.settle(engine, path, SystemClock())
    return engine


def raw_connection(path: Path) -> sqlite3.Connection:
    open_file(path).dispose()
    conn = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def measure(folder: Path, size: int, pages: int) -> dict[str, tuple[float, float]]:
    """CPU seconds (ours, raw) of inserting, of changing and of replaying pages, each page measured in turn."""
    engine, conn = open_file(folder / "ours.db"), raw_connection(folder / "raw.db")
    kept = engine.connect()
    spent: dict[str, tuple[float, float]] = {}
    for work, edition in (("insert", 0), ("change", 1), ("replay", 1)):
        ours, raw = [], []
        for number in range(pages):
            first = number * size
            page = [made_up(first + at, edition) for at in range(size)]
            rows = raw_rows(first + 1, page)
            raw.append(timed(write_raw, conn, rows))
            ours.append(timed(write_ours, kept, page))
        spent[work] = (median(ours), median(raw))
    kept.close()
    engine.dispose()
    conn.close()
    return spent


def main() -> None:
    """Print one line a case: CPU of ours over raw; exit 1 when one misses the limit."""
    gc.disable()
    missed = False
    for size, pages in ((50, 120), (500, 24)):
        with tempfile.TemporaryDirectory() as folder:
            for work, (ours, raw) in measure(Path(folder), size, pages).items():
                ratio = ours / raw
                missed |= ratio > LIMIT
                verdict = "ok" if ratio <= LIMIT else "OVER"
                print(
                    f"upsert {work:6} page {size:3}: {ratio:.2f} x raw executemany "
                    f"({ours / size * 1e6:.1f} / {raw / size * 1e6:.1f} us a row, limit {LIMIT}) {verdict}"
                )
    if missed:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
