"""What is to be known and what is to be told: each once, the newest cause first, death once and not twice."""

from sqlalchemy import Connection

from console.core.clock import DAY, HOUR, MINUTE
from console.core.model import Platform, Shop
from console.store.alerts import Watched, watch
from console.store.health import forget, note_success, note_trouble
from console.store.outlook import put_paid_until
from console.store.shops import put_shop

SHOP = "kuaishou:1"
END = 2_000_000_000_000


def bound(conn: Connection) -> None:
    put_shop(conn, Shop(shop_id=SHOP, platform=Platform.KUAISHOU, platform_shop_id="1", name="小禾家居"))


def look(conn: Connection, now: int, end: int | None = END) -> Watched:
    return watch(conn, {SHOP: end}, now)


def told(conn: Connection, now: int, end: int | None = END) -> list[tuple[int, str]]:
    return [(alert.level, alert.key) for alert in look(conn, now, end).to_tell]


def test_each_mark_is_told_once(conn: Connection) -> None:
    bound(conn)
    assert told(conn, END - 8 * DAY) == []
    for left, days, level in ((7 * DAY, 7, 2), (3 * DAY, 3, 2), (DAY, 1, 1), (0, 0, 0)):
        assert told(conn, END - left) == [(level, f"stop:{SHOP}:sign_in:{days}")]
        assert told(conn, END - left) == []
    assert told(conn, END + DAY) == []


def test_an_end_that_is_told_a_second_later_is_the_same_end(conn: Connection) -> None:
    bound(conn)
    assert len(told(conn, END - 3 * DAY)) == 1
    for moved in (-1_000, 1_000, 0):
        assert told(conn, END - 3 * DAY + HOUR, END + moved) == []
    assert len(told(conn, END + 90 * DAY, END + 93 * DAY)) == 1, "signed in to again: another end"


def test_it_is_known_for_as_long_as_it_is_so(conn: Connection) -> None:
    bound(conn)
    look(conn, END - 2 * DAY)
    (alert,) = look(conn, END - 2 * DAY).alerts
    assert (alert.level, alert.at, alert.ends_at) == (2, END - 3 * DAY, END)
    assert look(conn, END - 2 * DAY, END + 180 * DAY).alerts == ()


def test_a_death_is_told_once_whoever_notices_first(conn: Connection) -> None:
    bound(conn)
    assert [level for level, _ in told(conn, END)] == [0]
    note_trouble(conn, SHOP, "orders", "sign_in_needed", "kuaishou.100200103", "", END + MINUTE)
    assert told(conn, END + MINUTE) == []
    assert [alert.cause for alert in look(conn, END + MINUTE).alerts] == ["dead"], "one cause, one line"


def test_a_withdrawn_grant_is_told_though_its_date_is_far(conn: Connection) -> None:
    bound(conn)
    now = END - 90 * DAY
    for stream in ("orders", "items"):
        note_trouble(conn, SHOP, stream, "sign_in_needed", "kuaishou.24", "", now)
    assert told(conn, now) == [(0, f"dead:{SHOP}:{now}")]
    assert told(conn, now + HOUR) == []
    assert told(conn, END) == [], "it has been dead for long"
    forget(conn, SHOP)
    note_trouble(conn, SHOP, "orders", "sign_in_needed", "kuaishou.24", "", END + DAY)
    assert len(told(conn, END + DAY, END + 180 * DAY)) == 1, "another death is another cause"


def test_a_platform_may_stutter_for_ten_minutes(conn: Connection) -> None:
    bound(conn)
    note_trouble(conn, SHOP, "orders", "offline", "net.timeout", "", HOUR)
    assert look(conn, HOUR + 9 * MINUTE).alerts == ()
    (alert,) = look(conn, HOUR + 10 * MINUTE).alerts
    assert (alert.cause, alert.level, alert.at) == ("trouble", 1, HOUR)
    note_success(conn, SHOP, "orders", 2 * HOUR)
    assert look(conn, 2 * HOUR).alerts == ()


def test_the_newest_cause_stands_first(conn: Connection) -> None:
    bound(conn)
    put_paid_until(conn, SHOP, END - 4 * DAY, 0)
    note_trouble(conn, SHOP, "orders", "busy", "kuaishou.1016", "", END - 6 * DAY)
    now = END - 5 * DAY
    found = look(conn, now).alerts
    assert [alert.cause for alert in found] == ["stop", "trouble", "stop"]
    assert [alert.code for alert in found] == ["stop.paid_until", "kuaishou.1016", "stop.sign_in"]
    assert [alert.at for alert in found] == sorted((alert.at for alert in found), reverse=True)
    assert look(conn, now).stops[SHOP][0].cause == "paid_until"
