"""The count of calls: by shop and day of the shop, added up, gone with its shop."""

from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, day_start
from console.store.calls import add_calls, calls_by_day
from console.store.shops import remove_shop
from console.store.views import Pair


def test_calls_add_up_by_shop_and_day(conn: Connection, now: int) -> None:
    today = day_start(now)
    add_calls(conn, {"kuaishou:1": 3, "youzan:2": 5, "youzan:3": 0}, now)
    add_calls(conn, {"youzan:2": 7}, now + HOUR)
    add_calls(conn, {"youzan:2": 1}, today + DAY)
    add_calls(conn, {}, now)
    assert calls_by_day(conn, "kuaishou:1", 0) == {today: 3}
    assert calls_by_day(conn, "youzan:2", 0) == {today: 12, today + DAY: 1}
    assert calls_by_day(conn, "youzan:3", 0) == {}


def test_the_day_is_the_shops_and_the_first_one_is_whole(conn: Connection, now: int) -> None:
    midnight = day_start(now)
    add_calls(conn, {"youzan:2": 1}, midnight - 1)
    add_calls(conn, {"youzan:2": 2}, midnight)
    assert calls_by_day(conn, "youzan:2", now) == {midnight: 2}
    assert calls_by_day(conn, "youzan:2", midnight - 1) == {midnight - DAY: 1, midnight: 2}


def test_a_shop_that_is_erased_takes_its_count_along(conn: Connection, bound: Pair, now: int) -> None:
    add_calls(conn, {"youzan:2": 4, "kuaishou:1": 4}, now)
    remove_shop(conn, bound.youzan_shop_id)
    assert calls_by_day(conn, "youzan:2", 0) == {}
    assert calls_by_day(conn, "kuaishou:1", 0)
