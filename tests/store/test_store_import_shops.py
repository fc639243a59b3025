"""Imported traffic and channels' figures are of a shop: they do not mix, and go with it; of some nobody knows which."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from console.core.clock import HOUR, SHOP_TIME
from console.core.errors import Refused
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveSignal, LiveSnapshot, LiveSource
from console.core.model import Item, Listing, Platform, Shop
from console.rules.touching import Told
from console.rules.traffic import LabelRow, SourceRow, WorkRow, of_shop
from console.store import engines, live_taking, schema, shop_choice, touch_board, touch_rows, traffic
from console.store.items import save_listings
from console.store.shops import put_shop, remove_shop
from console.store.traffic_board import board
from console.store.views import Pair

TODAY = round(datetime(2026, 11, 22, tzinfo=SHOP_TIME).timestamp()) * 1000
NOW = TODAY + 20 * HOUR
A, B, Y, Z = "kuaishou:1", "kuaishou:2", "youzan:1", "youzan:2"


def bind(conn: Connection, *shop_ids: str) -> None:
    for shop_id in shop_ids:
        platform, _, number = shop_id.partition(":")
        put_shop(conn, Shop(shop_id=shop_id, platform=Platform(platform), platform_shop_id=number, name=f"店{number}"))


def source(viewers: int, name: str = "发现页") -> SourceRow:
    return SourceRow(day_at=TODAY, name=name, source="discover", viewers=viewers)


def label_rows(share: float) -> list[LabelRow]:
    sides = (("content", share), ("fans", 1 - share))
    return [
        LabelRow(day_at=TODAY, side=side, label=label, share=part)  # type: ignore[arg-type]  # two names
        for side, first in sides
        for label, part in (("家清", first), ("母婴", 1 - first))
    ]


def viewers(conn: Connection, shop_id: str = "") -> int:
    return board(conn, NOW, 7, shop_id).sources.people.total


def test_the_same_day_of_two_shops_is_two_and_each_sees_its_own(conn: Connection) -> None:
    bind(conn, A, B)
    for shop_id, number in ((A, 100), (B, 7)):
        work = WorkRow(work="1", title="毛巾", day_at=TODAY, kind="review", plays=number)
        traffic.put(conn, [of_shop([source(number)], shop_id), of_shop([work], shop_id)], "file", NOW)
        traffic.replace_labels(conn, TODAY, of_shop(label_rows(number / 100), shop_id), "manual", NOW + number)
    assert (viewers(conn), viewers(conn, A), viewers(conn, B)) == (107, 100, 7)
    assert [one.plays for one in board(conn, NOW, 7, B).works] == [7]
    traffic.set_kind(conn, A, "1", "萌宠", NOW)
    assert {one.shop_id: one.kind for one in board(conn, NOW, 7).works} == {A: "萌宠", B: "review"}
    assert board(conn, NOW, 7, B).labels.content.shares["家清"] == 0.07
    assert board(conn, NOW, 7).labels.shop_id == A, "labels of two shops cannot be added up: those told last are shown"
    traffic.replace_labels(conn, TODAY, of_shop(label_rows(0.5)[:1], B), "manual", NOW + 200)
    assert len(board(conn, NOW, 7, A).labels.content.shares) == 2, (
        "what is taken out of one shop's stays in the other's"
    )
    remove_shop(conn, A)
    assert (viewers(conn), [one.shop_id for one in board(conn, NOW, 7).works]) == (7, [B])
    assert board(conn, NOW, 7).labels.shop_id == B


def test_rows_of_nobody_knows_which_shop_count_for_each_until_they_are_told_again(conn: Connection) -> None:
    bind(conn, A, B)
    row = (source(50),)
    traffic.put(conn, [row], "file", NOW)
    assert [viewers(conn, shop_id) for shop_id in ("", A, B)] == [50, 50, 50]
    assert board(conn, NOW, 7, A).sources.came.unknown == 1
    assert traffic.states(conn, [of_shop(row, A)]) == ["changed"]
    assert traffic.states(conn, [of_shop([source(51)], B)]) == ["new"], "other figures may be another shop's"
    assert traffic.put(conn, [of_shop(row, A)], "file", NOW).accepted == 1
    assert [viewers(conn, shop_id) for shop_id in ("", A, B)] == [50, 50, 0]
    assert board(conn, NOW, 7).sources.came.unknown == 0


def test_a_row_told_again_with_a_shop_that_had_another_one_counts_once(conn: Connection) -> None:
    bind(conn, A, B)
    row = (source(50),)
    traffic.put(conn, [row], "file", NOW)
    traffic.put(conn, [of_shop([source(40)], A)], "file", NOW)
    assert traffic.put(conn, [of_shop(row, A)], "file", NOW).accepted == 1
    assert [viewers(conn, shop_id) for shop_id in ("", A, B)] == [50, 50, 0]
    assert board(conn, NOW, 7).sources.came.unknown == 0


def test_an_import_replaces_the_pages_of_its_own_shows_only(conn: Connection) -> None:
    bind(conn, A, B)
    for shop_id, number, hour in ((A, 300, 9), (B, 40, 15)):
        item = Item(item_id=f"i{shop_id}", title="杯", price_fen=1, stock=1)
        save_listings(conn, shop_id, [Listing(item=item, skus=())], NOW)
        at, name = TODAY + hour * HOUR, f"s{shop_id}"
        live_taking.take(conn, [LiveSignal(session_id=name, action=LiveAction.START, at=at)], at, LiveSource.INGEST)
        told = f'[{{"key":"discover","name":"发现页","viewers_uv":{number}}}]'
        click = LiveEvent(session_id=name, event_id=name, at=at, type=LiveEventType.ITEM_CLICK, item_id=item.item_id)
        rows = [LiveSnapshot(session_id=name, at=at + HOUR, viewers=number, sources=told), click]
        live_taking.take(conn, rows, at + HOUR, LiveSource.INGEST)
    assert viewers(conn) == 340
    traffic.put(conn, [of_shop([source(310)], A)], "file", NOW)
    assert (viewers(conn), viewers(conn, A), viewers(conn, B)) == (350, 310, 40)


def test_figures_of_channels_follow_the_shop_and_go_with_it(conn: Connection) -> None:
    bind(conn, A, B, Y, Z)
    first, second = (Pair(kuaishou_shop_id=k, youzan_shop_id=y) for k, y in ((A, Y), (B, Z)))
    unknown = [Told(channel="call", origin="file", day_at=TODAY, sent=5)]
    touch_rows.put(conn, unknown, "file", "", NOW)
    for shop_id, sent in ((Y, 100), (Z, 7)):
        rows = [Told(channel="sms", origin="file", day_at=TODAY, sent=sent, reached=sent // 2)]
        assert touch_rows.put(conn, rows, "file", shop_id, NOW).accepted == 1

    def sums(pair: Pair | None) -> dict[str, int | None]:
        return {row.channel: row.sent for row in touch_board.board(conn, NOW, pair).rows}

    assert (sums(None), sums(first), sums(second)) == (
        {"sms": 107, "call": 5},
        {"sms": 100, "call": 5},
        {"sms": 7, "call": 5},
    )
    assert [one.shop_id for one in touch_board.board(conn, NOW, first).told] == ["", Y]
    touch_rows.put(conn, unknown, "file", Z, NOW)
    assert sums(first) == {"sms": 100}
    remove_shop(conn, Z)
    assert sums(None) == {"sms": 100}


def test_a_shop_is_meant_by_its_name_its_number_or_because_it_is_the_only_one(conn: Connection) -> None:
    assert shop_choice.meant(conn, Platform.KUAISHOU, "") == ""
    bind(conn, A, Y)
    assert [shop_choice.meant(conn, Platform.KUAISHOU, said) for said in ("", A, "1", "店1")] == [A] * 4
    bind(conn, B)
    assert shop_choice.of_pair(conn, Platform.KUAISHOU, None) == ""
    assert shop_choice.of_pair(conn, Platform.KUAISHOU, Pair(kuaishou_shop_id=B, youzan_shop_id=Y)) == B
    for said in ("", "店9"):
        with pytest.raises(Refused, match=r"import\.which_shop"):
            shop_choice.meant(conn, Platform.KUAISHOU, said)
    assert shop_choice.meant(conn, Platform.YOUZAN, "") == Y


@pytest.mark.parametrize(
    ("bound", "expected"), [((A, Y), (A, Y)), ((A, B, Y, Z), ("", "")), ((A,), (A, A)), ((), ("", ""))]
)
def test_a_file_from_before_knows_the_shop_where_there_is_only_one(
    tmp_path: Path, bound: tuple[str, ...], expected: tuple[str, str]
) -> None:
    engine = engines.writer(tmp_path / "older.db", busy_ms=50)
    with engine.begin() as conn:
        schema.migrate(conn, schema.MIGRATIONS, "0034")
        for shop_id in bound:
            platform, _, number = shop_id.partition(":")
            conn.exec_driver_sql(
                "INSERT INTO shops (shop_id, platform, platform_shop_id, name, open_id) VALUES (?, ?, ?, '店', '')",
                (shop_id, platform, number),
            )
        conn.exec_driver_sql("INSERT INTO traffic_sources VALUES (1, '', '发现页', 'discover', 5, NULL, 'file', 2)")
        conn.exec_driver_sql("INSERT INTO traffic_labels VALUES (1, 'fans', '家清', 0.5, 'file', 2)")
        conn.exec_driver_sql("INSERT INTO touch_figures VALUES (1, 'sms', '', 9, 8, 7, 6, 5, -4, 'file', 2)")
        schema.migrate(conn, schema.MIGRATIONS, "0035")
        rows = {
            name: tuple(conn.exec_driver_sql(f"SELECT * FROM {name}").one())
            for name in ("traffic_sources", "traffic_labels", "touch_figures")
        }
    engine.dispose()
    assert rows == {
        "traffic_sources": (expected[0], 1, "", "发现页", "discover", 5, None, "file", 2),
        "traffic_labels": (expected[0], 1, "fans", "家清", 0.5, "file", 2),
        "touch_figures": (expected[1], 1, "sms", "", 9, 8, 7, 6, 5, -4, "file", 2),
    }
