"""``reconcile`` as a person runs it: clean days, broken chains, wrong words, day edges wherever the machine stands."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from e2e_run import Run

from console.core.clock import SystemClock, parse_shop_time
from console.core.model import EXTERNAL, Order, OrderLine, OrderStatus, Platform, Shop
from console.store.database import Database
from console.store.profile import Profile
from console.store.views import Pair

pytestmark = pytest.mark.timeout(120)
PAIR = Pair(kuaishou_shop_id="kuaishou:1", youzan_shop_id="youzan:2")
EDGES = {
    "k-before": "2026-01-13 23:59:59.999",
    "k-first": "2026-01-14 00:00:00.000",
    "k-last": "2026-01-14 23:59:59.999",
    "k-after": "2026-01-15 00:00:00.000",
}


def instant(text: str) -> int:
    whole, _, ms = text.partition(".")
    return parse_shop_time(whole) + int(ms)


@pytest.fixture
async def profile(tmp_path: Path) -> Path:
    """Four orders on the edges of 14 January, each with its trade."""
    from console.store.cursors import move_watermark
    from console.store.health import note_success
    from console.store.orders import save_orders
    from console.store.shops import pair, put_shop

    folder = tmp_path / "profile"
    now = instant("2026-01-16 08:00:00.000")

    def fill(conn: Any) -> None:
        for shop_id, platform in zip(PAIR.shop_ids, Platform, strict=True):
            put_shop(conn, Shop(shop_id=shop_id, platform=platform, platform_shop_id=shop_id[-1], name="小禾家居"))
            move_watermark(conn, shop_id, "orders", now)
            note_success(conn, shop_id, "orders", now)
        pair(conn, *PAIR.shop_ids)
        for shop_id, number in zip(PAIR.shop_ids, ("{}", "E-{}"), strict=True):
            rows = [order(number.format(no), no, instant(at), shop_id) for no, at in EDGES.items()]
            save_orders(conn, shop_id, rows, now)

    with Profile.open(folder) as opened:
        database = Database.open(opened.database_path, SystemClock())
        await database.write(fill)
        database.close()
    return folder


def order(no: str, outer_no: str, at: int, shop_id: str) -> Order:
    trade = shop_id == PAIR.youzan_shop_id
    return Order(
        order_no=no,
        status=OrderStatus.TO_SHIP,
        amount_fen=6_900,
        paid_at=at // 1_000 * 1_000 if trade else at,
        created_at=at,
        lines=(OrderLine(line_no=f"{no}-1", title="保温杯", code=outer_no),),
        outer_no=outer_no if trade else "",
        source=EXTERNAL if trade else "",
    )


def reconcile(folder: Path, *words: str, zone: str = "") -> tuple[int, dict[str, Any], str]:
    done = Run("reconcile", "--profile", str(folder), *words, "--lang", "en", env={"TZ": zone} if zone else {})
    return done.code, json.loads(done.out) if done.out else {}, done.err


@pytest.mark.parametrize("zone", ["XST+5", "YST-9"])  # POSIX turns the sign: UTC−5 and UTC+9
def test_a_day_is_the_shops_wherever_the_machine_stands(profile: Path, zone: str) -> None:
    told = {}
    for day in ("2026-01-13", "2026-01-14", "2026-01-15"):
        code, answer, err = reconcile(profile, "--day", day, "--json", zone=zone)
        assert code == 0, (answer, err)
        told[day] = answer["counts"]["paid"]
        assert answer["counts"]["linked"] == answer["counts"]["youzan"] == answer["counts"]["paid"]
    assert told == {"2026-01-13": 1, "2026-01-14": 2, "2026-01-15": 1}
    code, month, _ = reconcile(profile, "--month", "2026-01", "--json", zone=zone)
    assert (month["month"], month["counts"]["paid"]) == ("2026-01", 4)
    assert code == 1, "the month has not been read to its end"
    assert {one["reason"] for one in month["exceptions"]} == {"kuaishou_not_read", "youzan_not_read"}


DAYS = """
import asyncio, sys
from pathlib import Path
from console.core.clock import DAY, SystemClock, day_start, parse_shop_time
from console.store import order_view, takings
from console.store.database import Database
from console.store.views import OrderFilter
from console.ui import texts
from console.ui.tabs.orders.filters import _paid

async def main():
    database = Database.open(Path(sys.argv[1]), SystemClock())
    day = parse_shop_time("2026-01-14 00:00:00")
    steps = await database.read(takings.takings, day - DAY, day + 2 * DAY, DAY)
    begin, end = _paid("yesterday", day + DAY + 1)
    wanted = OrderFilter(paid_from=begin, paid_to=end, sort="paid_at", descending=False)
    ids = await database.read(order_view.order_ids, wanted)
    rows = await database.read(order_view.order_rows, ids)
    print([step.orders for step in steps], [(row.order_no, texts.full_moment(row.paid_at)) for row in rows])
    database.close()

asyncio.run(main())
"""


@pytest.mark.parametrize("zone", ["XST+5", "YST-9"])
def test_cards_lists_and_exports_keep_to_the_same_days(profile: Path, zone: str) -> None:
    for day in ("2026-01-14", "2026-01-15"):
        reconcile(profile, "--day", day, "--json")  # links the trades, so that the list has one line a sale
    done = subprocess.run(
        [sys.executable, "-c", DAYS, str(profile / "console.db")],
        capture_output=True,
        text=True,
        env={**os.environ, "TZ": zone},
        check=True,
        timeout=60,
    )
    lines = "[('k-first', '2026-01-14 00:00:00'), ('k-last', '2026-01-14 23:59:59')]"
    assert done.stdout.strip() == f"[1, 2, 1] {lines}"


def test_a_clean_day_and_then_a_spoilt_one(profile: Path) -> None:
    code, answer, err = reconcile(profile, "--day", "2026-01-14", "--json")
    assert (code, err) == (0, "")
    assert set(answer) >= {"day", "counts", "sums_fen", "exceptions", "hash", "complete"}
    assert (answer["day"], answer["exceptions"], answer["complete"]) == ("2026-01-14", [], True)
    assert answer["sums_fen"]["paid"] == answer["sums_fen"]["linked"] == 2 * 6_900
    assert len(answer["hash"]) == 64
    edit(profile, "UPDATE orders SET amount_fen = 6901 WHERE order_no = 'E-k-first'")
    edit(profile, "DELETE FROM order_lines WHERE order_id = (SELECT id FROM orders WHERE order_no = 'E-k-last')")
    edit(profile, "DELETE FROM orders WHERE order_no = 'E-k-last'")
    code, spoilt, _ = reconcile(profile, "--day", "2026-01-14", "--json")
    assert code == 1
    found = {(one["kind"], one["order_no"]) for one in spoilt["exceptions"]}
    assert found == {("amount_differs", "k-first"), ("missing", "k-last"), ("changed_late", "k-first")}
    assert spoilt["hash"] != answer["hash"]


@pytest.mark.parametrize(
    ("sql", "broken"),
    [
        ("UPDATE audit SET detail = replace(detail, '1', '2') WHERE id = 1", ("audit", 1, "changed")),
        ("DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)", ("audit", 2, "missing")),
        ("DELETE FROM proofs WHERE id = 1", ("proofs", 1, "missing")),
    ],
)
def test_a_chain_that_was_tampered_with_is_told(profile: Path, sql: str, broken: tuple[str, int, str]) -> None:
    for _ in range(2):
        assert reconcile(profile, "--day", "2026-01-14", "--json")[0] == 0
    edit(profile, sql)
    code, answer, _ = reconcile(profile, "--day", "2026-01-14", "--json")
    (told,) = [one for one in answer["exceptions"] if one["kind"] == "chain_broken"]
    assert (code, (told["chain"], told["row"], told["reason"])) == (1, broken)


def edit(profile: Path, sql: str) -> None:
    with closing(sqlite3.connect(profile / "console.db")) as conn:
        assert conn.execute(sql).rowcount == 1
        conn.commit()


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--day", "2026-02-30"),
        ("--day", "yesterday"),
        ("--month", "2026-13"),
        ("--day", "2026-01-14", "--month", "2026-01"),
        ("--day", "2026-01-14", "--audit"),
        ("--day", "2026-01-14", "--connect", "nowhere.json"),
    ],
)
def test_wrong_words_end_with_two(profile: Path, words: tuple[str, ...], capsys: Any) -> None:
    from console.__main__ import main

    with pytest.raises(SystemExit) as ended:
        main(["reconcile", "--profile", str(profile), *words, "--lang", "zh_CN"])
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "命令写得不对" in err


def test_no_shops_no_proof(open_sandbox: Callable[..., Any], tmp_path: Path) -> None:
    with Profile.open(tmp_path / "empty") as opened:
        Database.open(opened.database_path, SystemClock()).close()
    code, answer, _ = reconcile(tmp_path / "empty", "--day", "2026-01-14", "--json")
    assert (code, answer["complete"], answer["hash"]) == (1, False, "")
    assert [one["reason"] for one in answer["exceptions"]] == ["no_pair"]
    code, answer, err = reconcile(tmp_path / "nowhere", "--day", "2026-01-14", "--json")
    assert (code, answer) == (4, {})
    assert "Traceback" not in err
