"""What goods failed by over time: by when it was first seen, each line of goods once."""

import pytest
from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, day_start
from console.core.model import AuditState, Item, Listing, Platform, Shop
from console.rules.failures import Cause
from console.store.failing import over_time
from console.store.item_view import item_ids, item_rows
from console.store.items import retire_missing, save_listings
from console.store.shops import put_shop
from console.store.views import ItemFilter

SHOP = "kuaishou:1"
NOW = 1_768_444_200_000
TODAY = day_start(NOW)
IMAGE, CATEGORY = "主图含水印或牛皮癣文字", "类目选择错误"


def say(conn: Connection, no: str, reason: str, at: int, audit: AuditState = AuditState.REFUSED) -> None:
    item = Item(item_id=no, title=f"货 {no}", audit=audit, audit_reason=reason, updated_at=at)
    save_listings(conn, SHOP, [Listing(item=item)], at)


@pytest.fixture
def told(conn: Connection) -> Connection:
    put_shop(conn, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="店"))
    say(conn, "1", IMAGE, TODAY - 40 * DAY)
    say(conn, "2", IMAGE, TODAY - DAY)  # the first instant of yesterday
    say(conn, "3", CATEGORY, TODAY - 1)  # and its last
    say(conn, "2", "", TODAY - HOUR, AuditState.PASSED)
    say(conn, "2", IMAGE, TODAY)  # once more
    say(conn, "4", "", TODAY + HOUR)
    say(conn, "5", IMAGE, TODAY + HOUR)
    say(conn, "6", IMAGE, TODAY + HOUR)
    retire_missing(conn, SHOP, {"1", "2", "3", "4", "5"})
    return conn


def listed(conn: Connection, begin_at: int, end_at: int, cause: Cause | None = None) -> set[str]:
    wanted = ItemFilter(tab="failed", refused=(begin_at, end_at), cause=cause)
    return {row.kuaishou_item_id or "" for row in item_rows(conn, item_ids(conn, wanted))}


def test_days_are_shop_days_and_goods_count_once(told: Connection) -> None:
    found = over_time(told, None, 7, NOW)
    assert [one.begin_at for one in found.stretches] == [TODAY - back * DAY for back in range(6, -1, -1)]
    assert all(one.end_at - one.begin_at == DAY for one in found.stretches)
    assert [dict(one.causes) for one in found.stretches][-3:] == [
        {},
        {Cause.IMAGE: 1, Cause.CATEGORY: 1},
        {Cause.IMAGE: 2, Cause.UNKNOWN: 1},
    ]
    assert found.causes == {Cause.IMAGE: 2, Cause.CATEGORY: 1, Cause.UNKNOWN: 1}, "the same goods twice are one"
    assert over_time(told, ["kuaishou:2"], 7, NOW).causes == {}


def test_long_times_are_told_by_the_week(told: Connection) -> None:
    found = over_time(told, [SHOP], 84, NOW)
    assert len(found.stretches) == 12
    assert found.stretches[-1].end_at == TODAY + DAY
    assert found.causes[Cause.IMAGE] == 3
    assert [sum(one.causes.values()) for one in found.stretches if one.causes] == [1, 4]


def test_a_column_is_the_list_that_a_click_on_it_shows(told: Connection) -> None:
    for one in over_time(told, None, 84, NOW).stretches:
        for cause in Cause:
            assert len(listed(told, one.begin_at, one.end_at, cause)) == one.causes.get(cause, 0)
    assert listed(told, TODAY - DAY, TODAY) == {"2", "3"}
    say(told, "3", "", TODAY + 2 * HOUR, AuditState.PASSED)
    assert listed(told, TODAY - DAY, TODAY) == {"2", "3"}, "what was mended since is still what failed then"
