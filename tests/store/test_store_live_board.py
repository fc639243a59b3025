"""What the board asks each second: the show that is on, sums that grow by what is new, items with stock and risk."""

from collections.abc import Callable

from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, MINUTE, SECOND
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.core.model import Item, Listing, Platform, Shop
from console.rules.live_script import Cue, Mark
from console.store import live_board, live_scripts, live_settings, live_view, settings
from console.store.items import save_listings
from console.store.live_minutes import minutes
from console.store.live_taking import take
from console.store.on_air import is_on_air
from console.store.pages import driver
from console.store.shops import put_shop

KUAISHOU = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居")


def event(number: int, at: int, kind: LiveEventType, item_id: str = "1001", amount: int | None = None) -> LiveEvent:
    return LiveEvent(session_id="s", event_id=f"e{number}", at=at, type=kind, item_id=item_id, amount_fen=amount)


def feed(conn: Connection, rows: list[LiveRow], now: int) -> None:
    take(conn, rows, now, LiveSource.INGEST)


def test_a_show_is_on_until_it_ends_or_falls_silent_for_a_quarter_of_an_hour(conn: Connection, now: int) -> None:
    feed(conn, [LiveSignal(session_id="s", action=LiveAction.START, at=now - HOUR)], now)
    assert live_board.on_air(conn, now) is None  # nothing for an hour
    feed(conn, [LiveSnapshot(session_id="t", at=now - MINUTE, online=5)], now)
    on = live_board.on_air(conn, now)
    assert on is not None
    assert on.session_id == "t"
    feed(conn, [LiveSignal(session_id="t", action=LiveAction.STOP, at=now)], now)
    assert live_board.on_air(conn, now) is None


def test_the_cockpit_and_the_push_agree_on_what_is_on_air(conn: Connection, now: int) -> None:
    feed(conn, [LiveSnapshot(session_id="s", at=now, online=5)], now)
    for quiet_ms in (-MINUTE, 0, 12 * MINUTE, 15 * MINUTE, 15 * MINUTE + 1):
        at = now + quiet_ms
        assert is_on_air(conn, at) is (live_board.on_air(conn, at) is not None) is (quiet_ms <= 15 * MINUTE)


def test_sums_grow_by_what_is_new_however_late_it_is(conn: Connection, now: int) -> None:
    click, order = LiveEventType.ITEM_CLICK, LiveEventType.ORDER
    feed(conn, [event(1, now, click), event(2, now, order, amount=1_990)], now)
    first = live_board.tally(conn, "s", live_board.Tally())
    assert first.items == {"1001": (1, 1, 1_990)}
    assert live_board.tally(conn, "s", first) is first
    other = LiveEvent(session_id="other", event_id="x", at=now - 3 * HOUR, type=click, item_id="1001")
    feed(conn, [event(3, now - 14 * MINUTE, click), event(4, now, click, "1002"), other], now)
    second = live_board.tally(conn, "s", first)
    assert second.items == {"1001": (2, 1, 1_990), "1002": (1, 0, 0)}
    assert second == live_board.tally(conn, "s", live_board.Tally())
    assert live_board.tally_until(conn, "s", now - MINUTE).items == {"1001": (1, 0, 0)}
    assert live_board.ordered_until(conn, "s", now) == (1, 1_990)


def test_a_row_that_takes_the_number_of_one_taken_back_is_counted(conn: Connection, now: int) -> None:
    feed(conn, [event(1, now, LiveEventType.ORDER, amount=1_990)], now)
    cue = Cue(cue_id="a", into_ms=0, title="开场")
    live_scripts.confirm(conn, "s", cue, Mark(cue_id="a", state="done", at=now))
    first = live_board.tally(conn, "s", live_board.Tally())
    live_scripts.take_back(conn, "s", "a", None)
    feed(conn, [event(2, now, LiveEventType.ORDER, amount=2_500)], now)
    assert live_board.tally(conn, "s", first).items == {"1001": (0, 2, 4_490)}


def test_an_item_is_gone_by_the_speed_of_the_last_five_minutes_and_the_buffer(conn: Connection, now: int) -> None:
    put_shop(conn, KUAISHOU)
    save_listings(conn, KUAISHOU.shop_id, [Listing(item=Item(item_id="1001", title="毛巾", stock=46), skus=())], now)
    settings.put(conn, "goods.buffer.kuaishou:1.1001", 6, now)
    feed(conn, [event(n, now - n * SECOND, LiveEventType.ORDER, amount=1_990) for n in range(100)], now)
    feed(conn, [event(900, now, LiveEventType.ORDER, "unknown", 100)], now)
    goods = {
        one.item_id: one for one in live_board.goods(conn, "s", live_board.tally(conn, "s", live_board.Tally()), now)
    }
    towel = goods["1001"]
    assert (towel.title, towel.stock, towel.buffer, towel.orders, towel.clicks) == ("毛巾", 46, 6, 100, None)
    assert towel.minutes_left == 40 / 20
    assert live_board.risk(towel.minutes_left) == "high"
    unknown = goods["unknown"]
    assert (unknown.stock, unknown.minutes_left, live_board.risk(unknown.minutes_left)) == (None, None, "")


def test_a_minute_keeps_the_last_counters_and_the_mean_of_who_watched(conn: Connection, now: int) -> None:
    rows: list[LiveRow] = [
        LiveSnapshot(session_id="s", at=now + n * 20 * SECOND, online=100 + n * 10, viewers=1_000 + n) for n in range(6)
    ]
    feed(conn, rows, now)
    assert [(one.at, one.online, one.viewers) for one in live_board.by_minute(conn, "s", now)] == [
        (MINUTE - 1, 110, 1_002),
        (2 * MINUTE - 1, 140, 1_005),
    ]


def test_money_is_the_orders_of_the_shop_once_they_are_read_up_to_now(conn: Connection, now: int) -> None:
    feed(conn, [event(1, now - 20 * MINUTE, LiveEventType.ORDER, amount=1_000)], now)
    feed(conn, [event(2, now - MINUTE, LiveEventType.ORDER, amount=2_500)], now)
    show = live_view.show(conn, "s")
    assert show is not None
    told = live_board.sales(conn, show, minutes(conn, "s"), now)
    assert (sum(amount for _, amount in told.sold or ()), told.orders, told.source) == (3_500, 2, LiveSource.INGEST)
    conn.exec_driver_sql("INSERT INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:1', 'orders', ?)", (now,))
    read = live_board.sales(conn, show, minutes(conn, "s"), now)
    assert (read.sold, read.orders, read.source) == ([], 0, LiveSource.ORDERS)
    for behind, source in ((HOUR, LiveSource.INGEST), (3 * DAY, LiveSource.ORDERS)):  # late; stopped for good
        conn.exec_driver_sql(
            "INSERT OR REPLACE INTO cursors (shop_id, stream, watermark) VALUES ('kuaishou:2', 'orders', ?)",
            (now - behind,),
        )
        assert live_board.sales(conn, show, minutes(conn, "s"), now).source is source


LOUD = 20_000
ENOUGH = 20  # hundreds of the file's own steps; to look at each of so many rows takes hundreds of hundreds


def steps(conn: Connection, act: Callable[[], object]) -> int:
    """How many hundreds of steps the file makes for it."""
    made = [0]

    def count() -> int:
        made[0] += 1
        return 0

    driver(conn).set_progress_handler(count, 100)
    try:
        act()
    finally:
        driver(conn).set_progress_handler(None, 0)
    return made[0]


def test_what_is_asked_each_second_does_not_read_a_loud_shows_log(conn: Connection, now: int) -> None:
    feed(conn, [event(1, now - HOUR, LiveEventType.CUE, ""), event(2, now - HOUR, LiveEventType.COMMENT, "")], now)
    live_scripts.feature(conn, "s", "1001", now - HOUR)
    likes = [(f"like-{n}", now - HOUR + n * 100) for n in range(LOUD)]
    driver(conn).executemany(
        "INSERT INTO live_events (session_id, event_id, at, type, user_key, user_name, text, item_id, source)"
        " VALUES ('s', ?, ?, 'like', '', '', '', '', 'ingest')",
        likes,
    )
    asked: dict[str, Callable[[], object]] = {
        "marks": lambda: live_view.marks(conn, "s"),
        "featured": lambda: live_scripts.featured(conn, "s"),
        "talk": lambda: live_board.talk(conn, "s"),
        "clicked": lambda: live_settings.clicked(conn, "s"),
    }
    assert [len(live_view.marks(conn, "s")), live_scripts.featured(conn, "s"), len(live_board.talk(conn, "s"))] == [
        *(1, "1001", 1)
    ]
    assert {name for name, act in asked.items() if steps(conn, act) > ENOUGH} == set()
    assert steps(conn, lambda: live_view.events(conn, "s")) > ENOUGH  # the measure itself can fail


def test_the_last_words_come_first_whoever_said_them(conn: Connection, now: int) -> None:
    kinds = (LiveEventType.COMMENT, LiveEventType.CAPTION, LiveEventType.COMMENT, LiveEventType.LIKE)
    feed(conn, [event(n, now + n // 2 * SECOND, kinds[n % 4]) for n in range(12)], now)
    told = [one.event_id for one in live_board.talk(conn, "s")]
    assert told == ["e10", "e9", "e8", "e6", "e5", "e4", "e2", "e1", "e0"]
    assert [one.event_id for one in live_board.talk(conn, "s", now + SECOND, now + 3 * SECOND, 2)] == ["e6", "e5"]


def test_one_source_at_a_time_says_who_watched(conn: Connection, now: int) -> None:
    feed(conn, [LiveSnapshot(session_id="s", at=now + n * SECOND, online=n) for n in (3, 1, 2)], now)
    feed(conn, [LiveSnapshot(session_id="s", at=now + 4 * SECOND, viewers=9)], now)
    room = [LiveSnapshot(session_id="s", at=at, online=50) for at in (now, now + 10 * MINUTE)]
    take(conn, room, now, LiveSource.SHOP_UV)
    watched = [(now + n * SECOND, n) for n in (1, 2, 3)]
    assert live_board.online(conn, "s") == [*watched, (now + 10 * MINUTE, 50)]
