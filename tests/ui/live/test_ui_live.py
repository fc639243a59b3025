"""The live page: connecting while nothing is on; the cockpit while a show is; every figure with source and age."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from live_page import shown_page
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from ui_fakes import FakeActions
from ui_pictures import RED, FakeFetcher, address, near

from console.core.changes import changed
from console.core.clock import MINUTE, SECOND
from console.core.live import (
    DoorState,
    LiveAction,
    LiveEvent,
    LiveEventType,
    LiveRow,
    LiveSignal,
    LiveSnapshot,
    LiveSource,
)
from console.core.model import Item, Listing, Order, OrderStatus, Platform, Shop
from console.store import live_view
from console.store.cursors import move_watermark
from console.store.items import save_listings
from console.store.live_taking import take
from console.store.orders import save_orders
from console.store.shops import put_shop
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.pictures import Pictures
from console.ui.tabs.live.page import LivePage
from console.ui.tabs.live.reading import Idle, LiveReading

Until = Callable[[Callable[[], bool]], Awaitable[None]]


def snapshot(at: int, number: int) -> LiveSnapshot:
    return LiveSnapshot(
        session_id="s",
        at=at,
        online=600 + number,
        viewers=4_000,
        watch_s=4_000 * 107,
        interactors=160,
        new_followers=130,
        item_clickers=800,
        item_clicks=900 + number,
        gmv_fen=4_761_130,
    )


def show(now: int, minutes: int = 12) -> list[LiveRow]:
    """A show that has been on for some minutes, told every ten seconds."""
    begin = now - minutes * MINUTE
    rows: list[LiveRow] = [LiveSignal(session_id="s", action=LiveAction.START, at=begin, room_title="毛巾福利夜")]
    rows += [snapshot(begin + number * 10 * SECOND, number) for number in range(minutes * 6 + 1)]
    said = ("会掉色吗", "有点贵", "还没发货要投诉", "好看")
    rows += [
        LiveEvent(session_id="s", event_id=f"c{n}", at=now - n * SECOND, type=LiveEventType.COMMENT, text=text)
        for n, text in enumerate(said)
    ]
    return rows


async def feed(desk: Desk, rows: list[LiveRow]) -> None:
    await desk.database.write(take, rows, desk.now(), LiveSource.INGEST)


async def read(page: LivePage) -> None:
    page.read()
    async with asyncio.timeout(10):
        while not page.is_settled:  # noqa: ASYNC110 - the state of several widgets
            await asyncio.sleep(0.01)


async def test_without_a_show_nothing_is_0_and_the_door_opens_on_a_click(
    page: LivePage, actions: FakeActions, until: Until
) -> None:
    await read(page)
    assert isinstance(page.reading, Idle)
    assert {words for tile in page.idle.tiles.tiles for words in tile.said().split()} >= {texts.NOTHING, "无来源"}
    door = page.idle.door
    assert "secret" not in door.token.text()
    assert not door.address.isVisible()
    QTest.mouseClick(door.toggle, Qt.MouseButton.LeftButton)
    await until(lambda: actions.live.door.is_open and not page.tasks.busy)
    assert door.address.text() == "http://127.0.0.1:17817/ingest/v1"
    QTest.mouseClick(door.show_token, Qt.MouseButton.LeftButton)
    await until(lambda: door.token.text() == "secret-token-of-the-door")
    QTest.mouseClick(door.show_token, Qt.MouseButton.LeftButton)
    assert "secret" not in door.token.text()


async def test_a_door_whose_port_is_taken_opens_at_another_and_says_so(
    page: LivePage, actions: FakeActions, until: Until
) -> None:
    """The words told to choose another port, which could be done nowhere."""
    live, said = actions.live, list[tuple[str, str]]()
    live.taken = 17_817
    live.door = DoorState(is_open=False, taken_port=17_817)
    page.said.connect(lambda words, under: said.append((words, under)))
    await read(page)
    assert any("17817" in chip.accessibleName() for chip in page.idle.connections._chips)
    QTest.mouseClick(page.idle.door.toggle, Qt.MouseButton.LeftButton)
    await until(lambda: live.door.is_open and not page.tasks.busy)
    assert [one for one in live.asked if one[0] == "open"] == [("open", None), ("open", 0)]
    ((words, under),) = said
    assert "17817" in words
    assert live.door.address in under


async def test_six_tiles_say_value_band_trend_source_and_age(page: LivePage, desk: Desk) -> None:
    await feed(desk, show(desk.now()))
    await read(page)
    said = {tile.key: tile.said() for tile in page.cockpit.tiles.tiles}
    assert "672" in said["online"]
    assert "采集助手·0 秒前" in said["online"]
    assert "1:47" in said["stay"]
    assert "及格" in said["stay"]
    assert "4.0%" in said["interaction"]
    assert "未达标" in said["interaction"]
    assert "160/4,000" in said["interaction"]
    assert "3.2%" in said["follow"]
    assert "¥47,611.30" in said["gmv_fen"]
    assert "20.0%" in said["item_click"]
    online = page.cockpit.tiles.tiles[0].tile
    assert (online.rank, online.median) == (None, None)  # no show before this one
    assert "还缺 3 场" in page.cockpit.race.board.said()[0]


async def test_what_nobody_tells_is_a_dash_with_what_to_do(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    rows: list[LiveRow] = [LiveSnapshot(session_id="s", at=now - n * 10 * SECOND, online=300) for n in range(4)]
    await feed(desk, rows)
    await read(page)
    told = {tile.key: tile.tile.rate.value for tile in page.cockpit.tiles.tiles}
    assert told == {
        "online": 300.0,
        "stay": None,
        "interaction": None,
        "follow": None,
        "gmv_fen": None,
        "item_click": None,
    }
    assert texts.NOTHING in page.cockpit.tiles.tiles[4].said()


async def test_a_show_that_falls_silent_says_since_when_and_advises_nothing_else(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    await feed(desk, show(now - 80 * SECOND))
    await read(page)
    reading = page.on_air
    assert reading is not None
    assert reading.is_silent(reading.now)
    assert "断流：已 1:2" in page.cockpit.head.state.accessibleName()
    assert page.cockpit.adviser.shown is not None
    assert page.cockpit.adviser.shown.trigger == "silent"


async def test_a_feed_whose_clock_is_slow_is_not_called_cut(page: LivePage, desk: Desk, actions: FakeActions) -> None:
    """Rows that came this second bore a time of ninety seconds ago: the show was called cut all evening."""
    actions.live.door = DoorState(is_open=True, ahead_ms=-90 * SECOND)
    await feed(desk, show(desk.now() - 90 * SECOND))
    await read(page)
    reading = page.on_air
    assert reading is not None
    assert not reading.is_silent(reading.now)
    assert page.cockpit.head.state.accessibleName() == "直播中"
    assert page.cockpit.adviser.shown is None or page.cockpit.adviser.shown.trigger != "silent"
    stamps = [said.text() for _, said in page.cockpit.head._stamps]
    assert any("90" in one and "采集助手" in one for one in stamps)


async def test_advice_names_the_numbers_and_goes_when_it_is_ignored(page: LivePage, desk: Desk) -> None:
    await feed(desk, show(desk.now()))
    await read(page)
    card = page.cockpit.advice
    assert card.why.text() == "互动率连续 3 分低于及格线"
    card.show_why.click()
    assert "4.0%" in card._evidence.text()
    card.ignore.click()
    assert card.why.text() == "暂无建议：各项都在线上"
    await read(page)
    assert card.why.text() == "暂无建议：各项都在线上"  # not said twice within ten minutes


async def test_the_stream_filters_pauses_and_marks(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    await feed(desk, show(now))
    await read(page)
    stream = page.cockpit.stream
    assert len(stream.rows.words()) == 4
    stream.filters.set_key("complaint")
    stream._draw()
    assert [one.text for one in stream._shown] == ["还没发货要投诉"]
    stream.filters.set_key("all")
    stream._draw()
    stream.rows.setFocus()
    stream.rows.select(0)
    QTest.keyClick(stream.rows, Qt.Key.Key_H)
    assert "已处理" in stream.rows.words()[0]
    QTest.keyClick(stream.rows, Qt.Key.Key_Space)
    late = LiveEvent(session_id="s", event_id="late", at=now + SECOND, type=LiveEventType.COMMENT, text="来了")
    await feed(desk, [late])
    await read(page)
    assert stream.foot.text() == "已暂停 · 新 1 条"
    assert len(stream.rows.words()) == 4
    QTest.keyClick(page, Qt.Key.Key_Space)  # wherever on the page one is
    assert "来了" in stream.rows.words()[0]
    QTest.keyClick(page, Qt.Key.Key_2)
    assert page.cockpit.goods.rows.current == -1  # no such item


async def test_f10_marks_the_moment_and_the_end_is_said_by_hand(
    page: LivePage, desk: Desk, actions: FakeActions, until: Until
) -> None:

    async def write(fn: Callable[..., object], *values: object) -> None:
        await desk.database.write(lambda conn: fn(conn, *values, desk.now()))

    actions.live.write = write
    await feed(desk, show(desk.now()))
    await read(page)
    QTest.keyClick(page, Qt.Key.Key_F10)
    await until(lambda: page.on_air is not None and len(page.on_air.marks) == 1)
    (mark,) = await desk.database.read(live_view.marks, "s")
    assert mark.text == "打点"
    page.cockpit.head.finish.click()
    await until(lambda: bool(page.findChildren(Dialog)))
    page.findChildren(Dialog)[0].accept()
    await until(lambda: page.rooms.currentWidget() is page.recap)
    await until(lambda: isinstance(page.reading, Idle))
    ended = await desk.database.read(live_view.show, "s")
    assert ended is not None
    assert ended.ended_at is not None


async def test_news_are_read_once_a_second_however_many_come(page: LivePage, desk: Desk, until: Until) -> None:
    await feed(desk, show(desk.now()))
    await read(page)
    first = page.reading
    for _ in range(20):
        page.on_changes(changed("live"))
    assert page.reading is first  # the pause is not over
    assert not page.tasks.busy
    await until(lambda: page.reading is not first)
    assert isinstance(page.reading, LiveReading)


async def test_what_is_risky_in_a_line_is_underlined_said_and_filtered(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    said = [
        ("cap", LiveEventType.CAPTION, "这款是全网最低价，放心拿"),
        ("trap", LiveEventType.CAPTION, "最后一步点下面的小黄车"),
        ("praise", LiveEventType.COMMENT, "这是我用过最好的毛巾"),
        ("away", LiveEventType.COMMENT, "加我薇信有内部价"),
    ]
    lines = [
        LiveEvent(session_id="s", event_id=name, at=now - 30 * SECOND + n, type=kind, text=text, user_name="小林")
        for n, (name, kind, text) in enumerate(said)
    ]
    await feed(desk, [*show(now), *lines])
    await read(page)
    stream = page.cockpit.stream
    stream.filters.set_key("risk")
    stream._draw()
    assert [one.event_id for one in stream._shown] == ["away", "cap"]
    assert "薇信" in stream.hint.text()
    row = stream.rows._rows[1]
    assert [row[1].words[start:end] for start, end, _ in row[1].waves] == ["全网最低价"]
    named = stream.rows._rows[0][1]
    assert named.words == "小**: 加我薇信有内部价"
    assert all("薇信" in named.words[start:end] for start, end, _ in named.waves)
    assert "禁用" in stream.rows.words()[1]
    stream.rows.select(0)
    stream.handle()
    assert "全网最低价" in stream.hint.text()
    stream.rows.select(1)
    stream.handle()
    assert stream.hint.isHidden()
    asked: list[tuple[str, object]] = []
    page.go.connect(lambda where, question: asked.append((where, question)))
    QTest.keyClick(stream.rows, Qt.Key.Key_W)
    assert asked == [("compliance", {"view": "wording", "text": said[0][2], "surface": "live", "category": "general"})]


async def test_items_show_the_pictures_that_the_shop_has_and_a_letter_while_there_is_none(
    desk: Desk, until: Until
) -> None:
    fetcher = FakeFetcher()
    pictures = Pictures(fetcher)
    shop = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="店")
    listings = [
        Listing(item=Item(item_id="1", title="毛巾", price_fen=1, image_url=address(1)), skus=()),
        Listing(item=Item(item_id="2", title="平板拖把" * 5, price_fen=1), skus=()),
    ]
    await desk.database.write(put_shop, shop)
    await desk.database.write(save_listings, "kuaishou:1", listings, desk.now())
    clicks = [
        LiveEvent(session_id="s", event_id=n, at=desk.now(), type=LiveEventType.ITEM_CLICK, item_id=n, count=9 - int(n))
        for n in ("1", "2")
    ]
    fetcher.gate.clear()
    async with shown_page(replace(desk, pictures=pictures), 1384) as page:
        await feed(desk, [*show(desk.now()), *clicks])
        await read(page)
        await until(lambda: fetcher.asked == [address(1)])
        rows = page.cockpit.goods.rows
        assert rows.words()[0].startswith("毛巾"), "the list does not wait for it"
        held = QRect(0, 0, 40, 64)
        assert "平板拖把" * 5 in rows.tip_at(74), "what is cut is said in full"
        before = rows.grab().toImage()
        assert before.pixelColor(22, 35) != before.pixelColor(22, 35 + 38), "each name has its ground"
        fetcher.gate.set()
        await until(lambda: pictures.is_settled)
        await until(lambda: near(rows.grab(held).toImage().pixelColor(20, 34), RED))
        page.hide()
        assert pictures.is_settled
    await pictures.close()


async def test_orders_of_all_shops_are_said_to_be_of_all(page: LivePage, desk: Desk) -> None:
    now = desk.now()
    for number in "19":
        shop = Shop(shop_id=f"kuaishou:{number}", platform=Platform.KUAISHOU, platform_shop_id=number, name=number)
        await desk.database.write(put_shop, shop)
        sold = Order(order_no=number, status=OrderStatus.TO_SHIP, paid_at=now - MINUTE, amount_fen=5_000)
        await desk.database.write(save_orders, shop.shop_id, [sold], now)
        await desk.database.write(move_watermark, shop.shop_id, "orders", now)
    await feed(desk, show(now))
    await read(page)
    (tile,) = [one for one in page.cockpit.tiles.tiles if one.key == "gmv_fen"]
    assert "¥100.00" in tile.said()
    assert "订单接口（2 店合计）" in tile.said()
    assert any("订单接口（2 店合计）" in said.text() for _, said in page.cockpit.head._stamps)
