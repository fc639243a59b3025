"""The folder for BI tools: every row as it is told, the same bytes twice, whole or not at all, no word of buyers."""

import asyncio
import csv
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from console.__main__ import main
from console.core.clock import DAY, HOUR, SystemClock, day_start, format_shop_time, parse_shop_time
from console.core.model import (
    EXTERNAL,
    AdHour,
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    Link,
    Mapping,
    Order,
    OrderLine,
    OrderStatus,
    Platform,
    Shop,
)
from console.documents.bi_folder import FolderTrouble, Stopped, export
from console.store import ads, takings
from console.store.aftersales import save_after_sales
from console.store.database import Database
from console.store.health import note_success
from console.store.links import save_links
from console.store.orders import save_orders
from console.store.shops import pair, put_shop
from console.store.views import Pair

NOW = parse_shop_time("2026-11-26 14:00:00")
TODAY = day_start(NOW)
K, Y = "kuaishou:1", "youzan:2"
FILES = ["ads_days", "after_sales", "figures", "items", "links", "live_minutes", "order_lines", "orders", "shops"]


def fill(conn: Connection) -> None:
    """Two shops: a sale of each, a trade brought in, an order not paid, a refund, an hour of ads."""
    for platform, shop_id in ((Platform.KUAISHOU, K), (Platform.YOUZAN, Y)):
        put_shop(conn, Shop(shop_id=shop_id, platform=platform, platform_shop_id=shop_id[-1], name="小禾, 家居"))
        for stream in ("orders", "after_sales"):
            note_success(conn, shop_id, stream, NOW)
    pair(conn, K, Y)
    line = OrderLine(line_no="1", title='=HYPERLINK("x")', item_id="0012", sku_id="7", quantity=2, price_fen=500)
    fields: dict[str, Any] = {"paid_at": TODAY - 2 * DAY + HOUR, "created_at": TODAY - 2 * DAY, "updated_at": NOW}
    done = OrderStatus.SUCCESS
    orders = [
        Order(order_no="2633100669669219001", status=done, amount_fen=1_000, buyer_id="openid-1", buyer_masked="张**",
              buyer_note="call 13800001111", lines=(line,), **fields),
        Order(order_no="K2", status=OrderStatus.UNPAID, amount_fen=700, created_at=NOW, updated_at=NOW),
    ]  # fmt: skip
    save_orders(conn, K, orders, NOW - DAY)
    trades = [
        Order(order_no="E1", status=done, amount_fen=990, source=EXTERNAL, **fields),
        Order(order_no="N1", status=done, amount_fen=None, **fields),
        Order(order_no="N2", status=done, amount_fen=250, **fields),
    ]
    save_orders(conn, Y, trades, NOW)
    both = Pair(kuaishou_shop_id=K, youzan_shop_id=Y)
    save_links(conn, both, [Link(order_no=orders[0].order_no, trade_no="E1", mapping=Mapping.LINKED)], NOW)
    back = AfterSale(
        after_sale_no="A1", order_no="N2", kind=AfterSaleKind.REFUND_ONLY, status=AfterSaleStatus.SUCCESS,
        amount_fen=250, updated_at=NOW, finished_at=TODAY - DAY,
    )  # fmt: skip
    save_after_sales(conn, Y, [back], NOW)
    ads.put_account(conn, "901", K, NOW)
    hours = [AdHour(advertiser_id="901", begin_at=TODAY, cost_fen=100, gmv_fen=None)]
    ads.save_hours(conn, hours, NOW)


@pytest.fixture
def profile(tmp_path: Path, ready_file: Path) -> Path:
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o700)
    (folder / "console.db").write_bytes(ready_file.read_bytes())

    async def work() -> None:
        database = Database.open(folder / "console.db", SystemClock())
        await database.write(fill)
        await asyncio.to_thread(database.close)

    asyncio.run(work())
    return folder


def run(profile: Path, folder: Path, *more: str) -> int:
    return main(["export", "--profile", str(profile), "--to", str(folder), "--lang", "en", "--json", *more])


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_ids_are_text_what_nobody_knows_is_empty_and_buyers_stay_masked(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "给 BI" / "表"
    assert run(profile, folder) == 0
    told = json.loads(capsys.readouterr().out)
    assert sorted(told["tables"]) == FILES
    assert told["tables"]["orders"] == {"rows": 5, "changed": True}
    assert told["as_of"] == NOW
    assert told["age_s"] >= 0
    text = (folder / "orders.csv").read_text(encoding="utf-8")
    assert '"2633100669669219001"' in text
    assert "openid-1" not in text
    assert "13800001111" not in "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())
    sale, unpaid, brought, own, other = table(folder, "orders")
    assert (sale["buyer_masked"], len(sale["buyer_key"])) == ("张**", 20)
    assert sale["paid_at"] == "2026-11-24T01:00:00+08:00"
    assert [one["is_sale"] for one in (sale, unpaid, brought, own, other)] == ["true", "false", "false", "true", "true"]
    assert (own["amount_fen"], other["amount_fen"], unpaid["paid_at"]) == ("", "250", "")
    (line,) = table(folder, "order_lines")
    assert (line["item_id"], line["title"], line["quantity"]) == ("0012", '\'=HYPERLINK("x")', "2")
    assert table(folder, "shops")[0]["name"] == "小禾, 家居"
    (ads_day,) = table(folder, "ads_days")
    assert (ads_day["day"], ads_day["cost_fen"], ads_day["gmv_fen"]) == ("2026-11-26", "100", "")


def test_figures_come_to_what_the_window_says_and_say_their_source_and_age(profile: Path, tmp_path: Path) -> None:
    assert run(profile, tmp_path / "out") == 0
    rows = table(tmp_path / "out", "figures")

    async def steps() -> list[Any]:
        database = Database.open(profile / "console.db", SystemClock())
        try:
            return await database.read(takings.takings, TODAY - 5 * DAY, NOW, DAY)
        finally:
            await asyncio.to_thread(database.close)

    for step in asyncio.run(steps()):
        mine = [one for one in rows if one["day"] == format_shop_time(step.at)[:10]]
        for name, value in (
            ("sales", step.paid_fen), ("orders", step.orders),
            ("refunded", step.refunded_fen), ("refunds", step.refunds),
        ):  # fmt: skip
            assert sum(int(one["value"] or 0) for one in mine if one["figure"] == name) == value
    sold = next(one for one in rows if one["figure"] == "sales" and one["shop_id"] == K)
    assert (sold["source"], sold["as_of"], sold["is_whole"]) == ("kuaishou orders", "2026-11-26T14:00:00+08:00", "true")


def test_the_same_file_gives_the_same_bytes_and_touches_nothing(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert run(profile, folder) == 0
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}
    assert sorted(before) == sorted([*(f"{name}.csv" for name in FILES), "schema.json"])
    capsys.readouterr()
    assert run(profile, folder) == 0
    assert {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()} == before
    assert not any(one["changed"] for one in json.loads(capsys.readouterr().out)["tables"].values())


def test_only_what_came_in_since_a_day(profile: Path, tmp_path: Path) -> None:
    assert run(profile, tmp_path / "out", "--since", "2026-11-26") == 0
    assert [one["order_no"] for one in table(tmp_path / "out", "orders")] == ["E1", "N1", "N2"]
    assert table(tmp_path / "out", "order_lines") == []
    assert len(table(tmp_path / "out", "shops")) == 2
    assert table(tmp_path / "out", "figures") == []


def test_every_column_is_described(profile: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert run(profile, folder) == 0
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    assert {one["file"] for one in schema["tables"]} == {f"{name}.csv" for name in FILES}
    for one in schema["tables"]:
        with (folder / one["file"]).open(encoding="utf-8", newline="") as file:
            head = next(csv.reader(file))
        assert head == [column["name"] for column in one["columns"]]
        assert set(one["key"]) <= set(head)
        assert all(column["about"] and column["kind"] for column in one["columns"])


async def test_whoever_stops_it_leaves_the_folder_as_it_was(profile: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "orders.csv").write_text("mine", encoding="utf-8")
    database = await asyncio.to_thread(Database.open, profile / "console.db", SystemClock())
    seen: list[str] = []
    with pytest.raises(Stopped):
        await database.read(export, folder, 0, lambda name, _rows: seen.append(name), lambda: "links" in seen)
    assert seen[-1] == "links"
    assert [file.name for file in folder.iterdir()] == ["orders.csv"]
    assert (folder / "orders.csv").read_text(encoding="utf-8") == "mine"
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FolderTrouble):
        await database.read(export, tmp_path / "file")
    assert database.trouble is None
    await asyncio.to_thread(database.close)


def test_a_folder_that_cannot_be_written_is_said_in_one_line(
    profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run(profile, tmp_path / "file") == 4
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1
    assert run(profile, tmp_path / "out", "--since", "2026-11-26") == 0
    assert main(["export", "--profile", str(tmp_path / "nowhere"), "--to", str(tmp_path), "--lang", "en"]) == 4
