"""What a merchant imports about reaching customers, and the lists he made, for demo and pictures.

Files of the sandbox, taken in by the same code as a click's; lists by the same store, each at its day.
"""

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from console import reference
from console.app.exported_people import say_of_customers
from console.core.clock import DAY
from console.core.model import EXTERNAL, Platform
from console.rules.touching import CHANNELS
from console.rules.touching_gate import Person, Result

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.app.joining import Assembly
    from console.store.touch_rows import Kept_

BUYERS: Final = f"""
SELECT buyer_id FROM orders WHERE shop_id LIKE 'youzan:%' AND buyer_id <> '' GROUP BY buyer_id
ORDER BY MAX(source <> '{EXTERNAL}') DESC, buyer_id
"""  # noqa: S608 - our own words
PEOPLE: Final = """
SELECT shop_id || '|' || buyer_id, MAX(buyer_masked), '138****' || printf('%04d', ROW_NUMBER() OVER ())
FROM orders WHERE shop_id LIKE 'kuaishou:%' AND buyer_id <> '' GROUP BY shop_id, buyer_id ORDER BY 1
"""
LISTS: Final = (
    # name, channel, who, from where, share of buyers, how it stands, days since it went out, cost of one in fen
    ("新客关怀第 7 天", "wecom_group", "", "分群：新客", (0.0, 0.35), "done", 16, 2),
    ("秋衣过敏回访", "call", "小禾", "价值矩阵选区", (0.35, 0.42), "running", 2, 160),
    ("双12 老客唤醒", "wecom", "阿凯", "分群：重要唤回", (0.45, 0.75), "due", 0, 12),
    ("储值提醒", "sms", "", "90 天未动的储值账户", (0.8, 0.86), "draft", 0, 5),
)
WORDS: Final = {
    "新客关怀第 7 天": "收到的宝贝用着还顺手吗？有问题随时回我，这周进群有一张5元券。",
    "双12 老客唤醒": "老朋友，双12给你留了一张满99减15的券，12月12日前有效。",
    "秋衣过敏回访": "您好，回访一下上次的秋衣穿着是否舒适。",
    "储值提醒": "",
}
FAILS: Final = ("非好友", "已拉黑", "空号")


async def take_customers(assembly: "Assembly") -> None:
    """Import the files and make the lists; nothing where some are kept already."""
    from console.sandbox import exports_customers
    from console.store import coupons, shops
    from console.store.shop_choice import of_pair

    if (await assembly.database.read(coupons.board)).rows:
        return
    now = assembly.clock.now_ms()
    buyers = await assembly.database.read(_column, BUYERS)
    pair = next(iter(await assembly.database.read(shops.pairs)), None)
    shop_id = await assembly.database.read(of_pair, Platform.YOUZAN, pair)
    merchant = exports_customers.Merchant(now_ms=now, buyers=buyers)
    with tempfile.TemporaryDirectory(prefix="console-exports-") as place:
        for path in await asyncio.to_thread(exports_customers.write, Path(place), merchant):
            await _take(assembly, path, shop_id, now)
    await assembly.database.write(make_lists, now)
    await assembly.database.write(say_of_customers, now)


async def _take(assembly: "Assembly", path: Path, shop_id: str, now: int) -> None:
    """As the import's dialog does it."""
    from console.documents import sheets
    from console.rules.touching_import import plan, read_lines

    words = reference.touch_words()
    cells = await asyncio.to_thread(sheets.cells, path)
    lines = await asyncio.to_thread(read_lines, plan(cells, words), words, now)
    await assembly.touching.put([cast("Kept_", line.row) for line in lines if line.row is not None], "file", shop_id)


def make_lists(conn: "Connection", now: int) -> None:
    """Some lists of buyers, each as far as it has come."""
    from console.store import touch_lists
    from console.store.pages import driver
    from console.store.touch_lists import Wish

    rows = conn.exec_driver_sql(PEOPLE).fetchall()
    for name, channel, staff, source, (begin, end), state, days, cost in LISTS:
        some = rows[round(begin * len(rows)) : round(end * len(rows))]
        people = [
            Person(customer=key, name=masked, address=tail, consent=at % 9 > 0, blocked=at % 97 == 5)
            for at, (key, masked, tail) in enumerate(some)
        ]
        if not people:
            continue
        at = now - days * DAY
        if CHANNELS[channel].consent:
            told = [(*one.customer.split("|"), CHANNELS[channel].consent, at) for one in people if one.consent]
            driver(conn).executemany("INSERT OR IGNORE INTO customer_consents VALUES (?, ?, ?, 1, ?)", told)
        wish = Wish(
            name=name, channel=channel, staff=staff, source=source, message=WORDS[name], hold_share=0.1, cost_fen=cost
        )
        list_id = touch_lists.make(conn, wish, people, "", at)
        if state == "draft":
            continue
        touch_lists.settle(conn, list_id, WORDS[name], "", at)
        if state == "due":
            continue
        sent = touch_lists.export(conn, list_id, "", at)
        results = [
            (2 + row, Result(key=one.customer, reached=row % 12 != 3, said=FAILS[row % 3] if row % 12 == 3 else ""))
            for row, one in enumerate(sent)
            if state == "done" or row % 3
        ]
        touch_lists.take_results(conn, list_id, results, at + DAY)
        if state == "done":
            touch_lists.finish(conn, list_id, at + 7 * DAY)


def _column(conn: "Connection", asked: str) -> list[str]:
    return [str(row[0]) for row in conn.exec_driver_sql(asked)]
