"""Stock of what is on show, noted when it changes; a show is not prolonged by it."""

from sqlalchemy import Connection

from console.core.clock import HOUR, MINUTE
from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.core.model import Item, Listing, Platform, Shop
from console.store import live_stock, live_view
from console.store.items import save_listings
from console.store.live_taking import take
from console.store.shops import put_shop

SHOP = Shop(shop_id="kuaishou:1", platform=Platform.KUAISHOU, platform_shop_id="1", name="店")


def stand(conn: Connection, now: int, **stock: int) -> None:
    goods = [Listing(item=Item(item_id=name[1:], title=name, stock=left), skus=()) for name, left in stock.items()]
    save_listings(conn, SHOP.shop_id, goods, now)


def click(item_id: str, at: int) -> LiveEvent:
    return LiveEvent(session_id="s", event_id=f"c{item_id}{at}", at=at, type=LiveEventType.ITEM_CLICK, item_id=item_id)


def test_stock_is_noted_when_it_changes_and_told_as_of_a_moment(conn: Connection, now: int) -> None:
    put_shop(conn, SHOP)
    stand(conn, now, i1=50, i2=9, i3=7)
    take(conn, [click("1", now), click("2", now)], now, LiveSource.INGEST)
    before = live_view.show(conn, "s")
    assert live_stock.note(conn, "s", now + MINUTE) == 2
    assert live_stock.note(conn, "s", now + 2 * MINUTE) == 0
    stand(conn, now, i1=44, i2=0)
    assert live_stock.note(conn, "s", now + 3 * MINUTE) == 2
    assert live_stock.stock_at(conn, "s", now) == {}
    assert live_stock.stock_at(conn, "s", now + 2 * MINUTE) == {"1": 50, "2": 9}
    assert live_stock.stock_at(conn, "s", now + HOUR) == {"1": 44, "2": 0}
    assert live_view.show(conn, "s") == before


def test_what_was_in_play_once_is_followed_on(conn: Connection, now: int) -> None:
    put_shop(conn, SHOP)
    stand(conn, now, i1=50)
    take(conn, [click("1", now)], now, LiveSource.INGEST)
    live_stock.note(conn, "s", now)
    stand(conn, now, i1=3)
    assert live_stock.note(conn, "s", now + HOUR) == 1
