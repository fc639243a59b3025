"""What the checks before publishing cost, in CPU time: 1,000 goods out of the file, with everything known of them.

Reading what the file knows and judging it count together; then the prices of all goods as they are looked at after each
reading. Measuring a picture, which is done on a click for one item, is printed beside it: it has no part in the limit.
"""

import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage
from sqlalchemy import Connection

from console import reference
from console.core.categories import Attribute, Category, CategoryFacts, ItemFacts, Paper
from console.core.clock import SystemClock
from console.core.model import AuditState, Item, Listing, Platform, Shop, Sku
from console.documents import image_facts
from console.rules import listing
from console.rules.drafts import draft
from console.rules.findings import Check, Severity
from console.rules.listing_documents import needed
from console.rules.listing_images import ImageFacts
from console.rules.price_watch import troubles
from console.store import categories, checking, engines, price_alerts, push_view, schema
from console.store.items import retire_missing, save_listings
from console.store.push_rules import push_rules
from console.store.shops import pair, put_shop

GOODS, VARIANTS, LIMIT_S = 1_000, 4, 2.0
NOW = 1_768_444_200_000
SHOPS = {Platform.KUAISHOU: "kuaishou:1", Platform.YOUZAN: "youzan:2"}
LEAF = Category(category_id="9", path="家居生活 > 厨具/杯具 > 杯具", parent_id="1", is_open=True)
LOOKED = tuple(
    ImageFacts(width=800, height=800, size_bytes=90_000, format="jpeg", border_brightness=95, text_share=0)
    for _ in range(5)
)


def goods(side: int) -> list[Listing]:
    """The same goods in either shop; every tenth is dearer in the second one."""
    made = []
    for no in range(GOODS):
        price = 5990 + (2000 if side and no % 10 == 0 else 0)
        skus = tuple(
            Sku(item_id=f"{side}{no}", sku_id=f"{side}{no}-{n}", code=f"C{no}-{n}", price_fen=price, stock=5)
            for n in range(VARIANTS)
        )
        item = Item(
            item_id=f"{side}{no}",
            title=f"双层玻璃保温杯 大容量 便携 {no}",
            code=f"C{no}",
            category_id="9",
            price_fen=price,
            audit=AuditState.PASSED,
        )
        made.append(Listing(item=item, skus=skus))
    return made


def fill(conn: Connection) -> None:
    """Both shops, paired, and what a look at each of the goods would have brought."""
    for side, (platform, shop_id) in enumerate(SHOPS.items()):
        put_shop(conn, Shop(shop_id=shop_id, platform=platform, platform_shop_id=shop_id[-1], name="店"))
        listings = goods(side)
        save_listings(conn, shop_id, listings, NOW)
        retire_missing(conn, shop_id, {one.item.item_id for one in listings})
    pair(conn, SHOPS[Platform.KUAISHOU], SHOPS[Platform.YOUZAN])
    shop_id = SHOPS[Platform.KUAISHOU]
    categories.put_tree(conn, shop_id, [LEAF], NOW)
    attributes = tuple(Attribute(name=f"属性 {n}", required=n < 3) for n in range(12))
    asks = CategoryFacts(category_id="9", attributes=attributes, papers=(Paper(name="检测报告"),))
    categories.put_category_facts(conn, shop_id, asks, NOW)
    for no in range(GOODS):
        facts = ItemFacts(item_id=f"0{no}", category_id="9", filled={f"属性 {n}": "有" for n in range(3)})
        categories.put_item_facts(conn, shop_id, facts, NOW)


def check_all(conn: Connection) -> int:
    """Every check of all goods; returns how many of them warn or block."""
    rules, yardstick = push_rules(conn), reference.yardstick(Platform.KUAISHOU)
    grave = 0
    for one in push_view.goods(conn, price_alerts.all_goods(conn), NOW):
        known = checking.known(conn, one)
        likely = needed(known.category.path, reference.document_needs()) if known.category is not None else ()
        report = listing.check(draft(one, rules, known, images=LOOKED, likely=likely), yardstick, at=NOW)
        grave += any(report.worst(check) >= Severity.WARN for check in Check)
    return grave


def watch_all(conn: Connection) -> int:
    """The look at all prices after a reading."""
    return len(troubles(push_view.goods(conn, price_alerts.all_goods(conn), NOW), push_rules(conn)))


def measure_one(_: Connection) -> int:
    """One picture of 800 × 800."""
    return len(str(image_facts.look(PICTURE)))


def timed(act: Callable[[Connection], Any], conn: Connection) -> tuple[float, Any]:
    begin = time.process_time()
    answer = act(conn)
    return time.process_time() - begin, answer


def picture() -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice

    image = QImage(800, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("#dfe7f5"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return bytes(buffer.data().data())


PICTURE = picture()


def main() -> None:
    """Print one line a case; exit 1 when the checks miss the limit."""
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        engine = engines.writer(path, busy_ms=50)
        schema.settle(engine, path, SystemClock())
        with engine.connect() as conn, conn.begin():
            fill(conn)
            timed(check_all, conn)  # tables and patterns are made once
            spent, grave = timed(check_all, conn)
            watched, wide = timed(watch_all, conn)
            looked, _ = timed(measure_one, conn)
        engine.dispose()
    assert grave == wide == GOODS // 10, (grave, wide)
    verdict = "ok" if spent <= LIMIT_S else "OVER"
    print(f"checks of {GOODS} goods: {spent:.2f} s CPU ({GOODS * VARIANTS} variants, limit {LIMIT_S:g} s) {verdict}")
    print(f"prices of {GOODS} goods: {watched:.2f} s CPU; one picture of 800 x 800: {looked * 1e3:.1f} ms CPU")
    if spent > LIMIT_S:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
