"""What the merchant set about shows: lines by category and day, the order of sources."""

from sqlalchemy import Connection

from console.core.clock import DAY, SECOND, day_start
from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.core.model import Item, Listing, Platform, Shop
from console.reference import live_lines
from console.rules.live_bands import Lines
from console.store import live_settings
from console.store.items import save_listings
from console.store.live_settings import LineRule
from console.store.live_taking import take
from console.store.shops import put_shop

NOW = 1_768_478_400_000
DAY0 = day_start(NOW)


def stay(since_at: int, passing: float, category: str = "") -> LineRule:
    return LineRule(figure="stay", since_at=since_at, passing=passing, excellent=200, category=category)


def test_lines_are_dated_and_the_category_goes_before_the_shop(conn: Connection) -> None:
    usual = live_lines()
    assert live_settings.lines(conn, usual, NOW) == usual
    for rule in (stay(DAY0 - 10 * DAY, 80), stay(DAY0, 100), stay(DAY0 - 5 * DAY, 60, "毛巾")):
        live_settings.put_rule(conn, rule, NOW)

    def passing(at: int, category: str = "") -> Lines:
        return live_settings.lines(conn, usual, at, category)["stay"]

    assert passing(DAY0 - 11 * DAY) == usual["stay"]
    assert passing(DAY0 - 1) == Lines(passing=80, excellent=200, origin="edited")
    assert passing(NOW).passing == 100
    assert passing(NOW, "毛巾") == Lines(passing=60, excellent=200, origin="category")
    assert passing(DAY0 - 6 * DAY, "毛巾").passing == 80
    assert live_settings.lines(conn, usual, NOW)["follow"] == usual["follow"]
    live_settings.put_rule(conn, stay(DAY0, 110), NOW)
    assert passing(NOW).passing == 110
    live_settings.drop_rule(conn, stay(DAY0, 0), NOW)
    assert passing(NOW).passing == 80


def test_a_show_is_of_the_branch_most_of_its_clicks_are(conn: Connection) -> None:
    assert live_settings.category_of(conn, {"1": 3}) == ""
    goods = [
        Listing(item=Item(item_id="1", title="巾", category_name="毛巾 > 浴巾"), skus=()),
        Listing(item=Item(item_id="2", title="锅", category_name="锅"), skus=()),
    ]
    put_shop(conn, Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="店"))
    save_listings(conn, "kuaishou:1", goods, NOW)
    clicks = [
        LiveEvent(
            session_id="s",
            event_id=f"e{n}",
            at=NOW + n * SECOND,
            type=LiveEventType.ITEM_CLICK,
            item_id="1" if n else "2",
        )
        for n in range(3)
    ]
    take(conn, clicks, NOW, LiveSource.INGEST)
    assert live_settings.clicked(conn, "s") == {"1": 2, "2": 1}
    assert live_settings.category_of(conn, live_settings.clicked(conn, "s")) == "毛巾"
    assert live_settings.category_of(conn, {}) == ""
    assert live_settings.branches(conn) == ["毛巾", "锅"]


def test_an_order_of_sources_is_kept_until_it_is_given_back(conn: Connection) -> None:
    live_settings.put_order(conn, "online", ["manual", "ingest"], NOW)
    live_settings.put_order(conn, "stay", ["ads"], NOW)
    assert live_settings.precedence(conn) == {"online": ["manual", "ingest"], "stay": ["ads"]}
    live_settings.put_order(conn, "online", [], NOW)
    assert live_settings.precedence(conn) == {"stay": ["ads"]}
