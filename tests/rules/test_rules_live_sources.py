"""Which of several sources is believed, and how far the others are from it."""

from console.core.clock import MINUTE, SECOND
from console.core.live import LiveSnapshot, LiveSource
from console.rules.live import Minute, Rate
from console.rules.live_recap import figures, of_one_source
from console.rules.live_sources import USUAL, apart, choose, final, freshness, one_line, order_of, typing_due
from console.rules.live_tiles import Seen, believed, tiles

NOW = 1_768_478_400_000
HELPER, HAND, ROOM = LiveSource.INGEST, LiveSource.MANUAL, LiveSource.SHOP_UV


def told(value: float, source: LiveSource, back_s: int = 0) -> Rate:
    return Rate(value=value, source=source, at=NOW - back_s * SECOND)


def test_the_order_decides_not_who_spoke_last() -> None:
    rates = [told(300, HELPER, 30), told(280, HAND, 5)]
    assert choose(rates, order_of("online", {}), NOW).value == 300
    assert choose(rates, order_of("online", {"online": ["manual"]}), NOW).value == 280
    assert order_of("online", {"online": ["manual", "orders", "manual"]}) == (HAND, HELPER, ROOM, LiveSource.FILE)


def test_a_silent_source_gives_way_and_of_silent_ones_the_latest_stands() -> None:
    order = USUAL["online"]
    assert choose([told(300, HELPER, 150), told(280, HAND, 60)], order, NOW).value == 280
    assert choose([told(280, HAND, 1_000), told(300, HELPER, 150)], order, NOW).value == 300
    assert choose([], order, NOW) == Rate()
    assert final([told(300, HELPER, 9_000), told(280, HAND, 60), Rate()], order).value == 300


def test_figures_of_the_same_moment_are_compared() -> None:
    mine = [told(100, HELPER, 600), told(200, HELPER, 0)]
    assert apart(mine, told(100, HAND, 600)) == 0.0
    assert apart(mine, told(110, HAND, 590)) == 10 / 110
    assert apart(mine, told(110, HAND, 300)) is None
    assert apart([told(0, HELPER)], told(0, HAND)) == 0.0


def test_one_source_at_a_time_draws_the_line() -> None:
    room = [(NOW + 5 * SECOND, 900), (NOW + 10 * MINUTE, 800)]
    both = {ROOM: room, HELPER: [(NOW, 300)]}
    assert one_line(both, USUAL["online"]) == [(NOW, 300), (NOW + 10 * MINUTE, 800)]
    assert one_line(both, (ROOM, HELPER)) == room
    assert one_line({ROOM: room}, USUAL["online"]) == room
    assert one_line({}, USUAL["online"]) == []


def test_a_tile_says_that_two_sources_disagree() -> None:
    recent = [
        (LiveSnapshot(session_id="s", at=NOW - 20 * SECOND, online=300, gmv_fen=10_000), HELPER),
        (LiveSnapshot(session_id="s", at=NOW - 10 * SECOND, online=350), HAND),
    ]
    seen = Seen(at=NOW, begin_at=NOW - MINUTE, recent=recent, sold=[(NOW - 30 * SECOND, 9_900)], orders=1)
    online, *_, money, _ = tiles(seen)
    assert (online.rate.source, online.disagrees, round(online.apart or 0, 3)) == (HELPER, True, 0.143)
    assert [one.source for one in online.others] == [HAND]
    assert (money.rate.source, money.rate.value, money.disagrees) == (LiveSource.ORDERS, 9_900, False)
    own = {"online": ["manual"], "gmv_fen": ["ingest"]}
    seen = Seen(at=NOW, begin_at=NOW - MINUTE, recent=recent, sold=seen.sold, orders=1, precedence=own)
    online, *_, money, _ = tiles(seen)
    assert (online.rate.value, money.rate.value, money.rate.source) == (350, 10_000, HELPER)
    assert [one.source for one in money.others] == [LiveSource.ORDERS]


def test_the_figures_of_a_show_that_is_over_follow_the_order_too() -> None:
    rows = [
        (LiveSnapshot(session_id="s", at=NOW, online=100, avg_stay_s=90.0, gmv_fen=500), HELPER),
        (LiveSnapshot(session_id="s", at=NOW + MINUTE, online=900, avg_stay_s=120.0), HAND),
    ]
    usual = figures(rows, None, [(NOW, 700)], NOW, NOW + 2 * MINUTE)
    assert (usual["stay"].value, usual["online"].value, usual["gmv_fen"].value) == (90.0, 100.0, 700)
    own = {"stay": ["manual"], "online": ["manual"], "gmv_fen": ["ingest"]}
    mine = figures(rows, None, [(NOW, 700)], NOW, NOW + 2 * MINUTE, precedence=own)
    assert (mine["stay"].value, mine["online_peak"].value, mine["gmv_fen"].value) == (120.0, 900, 500)


def test_the_ads_report_tells_of_a_part_and_is_never_held_against_the_whole() -> None:
    recent = [(LiveSnapshot(session_id="s", at=NOW - 20 * SECOND, avg_stay_s=90.0), HELPER)]
    ads = Rate(value=30.0, source=LiveSource.ADS, at=NOW - MINUTE)
    _, stay, *_ = tiles(Seen(at=NOW, begin_at=NOW - MINUTE, recent=recent, beside={"stay": [ads]}))
    assert (stay.rate.value, stay.others, stay.apart) == (90.0, [ads], None)
    _, stay, *_ = tiles(Seen(at=NOW, begin_at=NOW - MINUTE, recent=(), beside={"stay": [ads]}))
    assert stay.rate == ads


def test_advice_sees_only_what_is_believed() -> None:
    recent = [
        (LiveSnapshot(session_id="s", at=NOW - 40 * SECOND, online=600, viewers=10, avg_stay_s=90.0), HELPER),
        (LiveSnapshot(session_id="s", at=NOW - 20 * SECOND, online=300, viewers=9, new_followers=4), HAND),
    ]
    shown = tiles(Seen(at=NOW, begin_at=NOW - MINUTE, recent=recent))
    told = believed(recent, shown)
    assert [(one.online, one.viewers, one.avg_stay_s, one.new_followers) for one in told] == [
        (600, 10, 90.0, None),
        (None, 9, None, 4),
    ]
    assert believed(recent[:1], shown) == [recent[0][0]]


def test_minutes_of_a_recap_are_of_one_source() -> None:
    kept = [Minute(at=NOW, online_sum=1_300, online_n=3, comments=2)]
    watched = [LiveSnapshot(session_id="s", at=NOW + n, online=300) for n in range(2)]
    (one,) = of_one_source(kept, watched, True)
    assert (one.online, one.comments) == (300, 2)
    assert of_one_source(kept, watched, False) is kept


def test_a_show_that_only_a_hand_tells_of_asks_for_figures_now_and_then() -> None:
    def due(into: int, typed_back: int | None) -> bool:
        return typing_due(into * MINUTE, None if typed_back is None else NOW - typed_back * MINUTE, NOW)

    assert [due(4, None), due(5, None)] == [False, True]
    assert [due(20, 4), due(20, 5), due(31, 5), due(31, 15)] == [False, True, False, True]


def test_each_source_is_as_fresh_as_it_can_be() -> None:
    """Orders come once a minute and a hand types each five: neither is stale where the helper would be."""
    ages = (5 * SECOND, 90 * SECOND, 3 * MINUTE, 20 * MINUTE)
    assert [freshness(LiveSource.INGEST, age) for age in ages] == ["fresh", "stale", "stale", "stale"]
    assert [freshness(LiveSource.ORDERS, age) for age in ages] == ["fresh", "fresh", "old", "stale"]
    assert [freshness(LiveSource.MANUAL, age) for age in ages] == ["fresh", "fresh", "fresh", "old"]


def test_what_was_sold_is_as_old_as_its_reading() -> None:
    seen = Seen(
        at=NOW, begin_at=NOW - MINUTE, recent=(), sold=[(NOW - MINUTE, 900)], orders=1, sold_at=NOW - 70 * SECOND
    )
    (money,) = [tile for tile in tiles(seen) if tile.key == "gmv_fen"]
    assert (money.rate.value, money.rate.at) == (900, NOW - 70 * SECOND), "it always said 0 seconds"


def test_what_is_not_read_yet_is_no_fall_of_sales() -> None:
    """Steady sales, read 90 seconds ago: the last five minutes lacked a third of theirs."""
    read_at = NOW - 90 * SECOND
    sold = [(read_at - n * 10 * SECOND, 500) for n in range(120)]
    seen = Seen(at=NOW, begin_at=NOW - 30 * MINUTE, recent=(), sold=sold, orders=120, sold_at=read_at)
    (money,) = [tile for tile in tiles(seen) if tile.key == "gmv_fen"]
    assert money.trend.share == 0
