"""What those who came were worth: the believed sum over the newest count that somebody tells."""

from console.core.live import LiveSnapshot, LiveSource
from console.rules.live import Rate
from console.rules.live_worth import worth


def told(at: int, **counts: int) -> tuple[LiveSnapshot, LiveSource]:
    return LiveSnapshot(session_id="s", at=at, **counts), LiveSource.INGEST


def test_sales_by_views_viewers_and_orders() -> None:
    gmv = Rate(value=500_000, source=LiveSource.ORDERS, at=9)
    orders = Rate(value=40, source=LiveSource.ORDERS, at=9)
    found = worth([told(1, views=1_000, viewers=400), told(2, views=2_000), told(3, viewers=800)], gmv, orders)
    assert {key: one.value for key, one in found.items()} == {
        "gpm_fen": 250_000,
        "viewer_value_fen": 625,
        "order_value_fen": 12_500,
    }
    assert (found["gpm_fen"].at, found["gpm_fen"].source) == (2, LiveSource.INGEST), "as old as the count of views"
    assert found["order_value_fen"].source is LiveSource.ORDERS


def test_of_nobody_and_of_nothing_told_nothing_is_said() -> None:
    orders = Rate(value=0, source=LiveSource.ORDERS, at=9)
    found = worth([told(1, online=5)], Rate(value=0, source=LiveSource.ORDERS, at=9), orders)
    assert [one.value for one in found.values()] == [None, None, None]
    found = worth([told(1, views=10, viewers=5)], Rate(), Rate())
    assert [one.value for one in found.values()] == [None, None, None]
