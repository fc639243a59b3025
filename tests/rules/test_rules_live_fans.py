"""Who came back, and stretches with a co-host held against each other."""

import pytest

from console.core.clock import MINUTE, SECOND
from console.core.live import LiveEvent, LiveEventType
from console.rules.live import Minute
from console.rules.live_fans import Doubt, buyers, viewers
from console.rules.live_pk import compared, stretches

BEGIN = 1_768_444_200_000 - 1_768_444_200_000 % MINUTE


@pytest.mark.parametrize(
    ("people", "returning", "before", "share", "doubt"),
    [
        (400, 100, 3, 0.25, ""),
        (0, 0, 3, None, "unnamed"),
        (400, 0, 0, None, "first"),
        (29, 5, 3, 5 / 29, "few"),
        (400, 0, 3, None, "never"),
    ],
)
def test_viewers_come_back_where_the_same_keys_do(
    people: int, returning: int, before: int, share: float | None, doubt: Doubt
) -> None:
    found = viewers(people, returning, before)
    assert (found.share, found.doubt) == (share, doubt)


def test_buyers_come_back_by_their_orders() -> None:
    found = buyers(50, 10, 900, 3, BEGIN, has_orders=True)
    assert (found.share, found.doubt, found.unnamed) == (0.2, "", 3)
    assert buyers(50, 0, 900, 0, BEGIN, has_orders=True).share == 0.0, "orders tell it: all of them are new"
    assert buyers(50, 10, 900, 0, BEGIN, has_orders=False).doubt == "no_orders"
    assert buyers(0, 0, 900, 9, BEGIN, has_orders=True).doubt == "no_buyers"
    first = buyers(50, 0, 0, 0, None, has_orders=True)
    assert (first.share, first.doubt) == (None, "first")


def pk(minute: float, text: str = "连麦 PK") -> LiveEvent:
    at = BEGIN + round(minute * MINUTE)
    return LiveEvent(session_id="s", event_id=f"{minute}", at=at, type=LiveEventType.PK, text=text)


def test_a_stretch_lasts_until_it_is_said_to_end_or_the_next_begins_or_five_minutes() -> None:
    told = [pk(10), pk(13, "PK 结束"), pk(20), pk(23), pk(40), pk(52, "pk end"), pk(58)]
    found = [
        ((one.begin_at - BEGIN) / MINUTE, (one.end_at - BEGIN) / MINUTE, one.is_assumed)
        for one in stretches(told, BEGIN + 60 * MINUTE)
    ]
    assert found == [(10, 13, False), (20, 23, True), (23, 28, True), (40, 52, False), (58, 60, True)]
    assert stretches([pk(3, "结束")], BEGIN + 60 * MINUTE) == [], "an end without a beginning is none"


def test_each_is_held_against_as_many_minutes_before_it() -> None:
    def minute(number: int) -> Minute:
        on = 10 <= number < 13
        return Minute(
            at=BEGIN + number * MINUTE,
            online_sum=(600 if on else 300) * 6,
            online_n=6,
            comments=40 if on else 10,
            follows=9 if on else 3,
        )

    minutes = [minute(number) for number in range(30)]
    sold = [(BEGIN + number * MINUTE + 5 * SECOND, 1_000 + 500 * (number == 11)) for number in range(30)]
    (found,) = compared([pk(10), pk(13, "结束")], minutes, sold, BEGIN + 30 * MINUTE)
    assert (found.before.minutes, found.during.minutes) == (3, 3)
    assert (found.before.online, found.during.online) == (300, 600)
    assert found.change("online") == pytest.approx(1.0)
    assert found.change("follows") == pytest.approx(2.0)
    assert found.change("interactions") == pytest.approx(3.0)
    assert found.during.gmv_fen == pytest.approx((1_000 + 1_500 + 1_000) / 3)
    silent = [Minute(at=BEGIN + number * MINUTE, online_sum=5, online_n=1) for number in range(30)]
    (read,) = compared([pk(10)], silent, [], BEGIN + 30 * MINUTE)
    assert read.during.gmv_fen == 0, "orders are read, and there was none: that is known"
    (bare,) = compared([pk(10)], silent, None, BEGIN + 30 * MINUTE)
    assert (bare.during.follows, bare.during.gmv_fen, bare.change("follows")) == (None, None, None), "nobody tells them"


def test_a_stretch_right_after_another_has_no_minutes_of_it_before() -> None:
    minutes = [Minute(at=BEGIN + n * MINUTE, online_sum=300 + n, online_n=1, follows=1) for n in range(30)]
    first, second = compared([pk(10), pk(15)], minutes, [], BEGIN + 30 * MINUTE)
    assert first.before.minutes == 5
    assert second.before.minutes == 0
    assert second.change("online") is None
