"""暂缓发货: what a hold says of itself, when it ends, and what is none."""

import pytest

from console.core.clock import parse_shop_time
from console.core.errors import Refused
from console.core.model import Order, OrderStatus
from console.rules.after_sales import ShippingHold
from console.rules.holding import Hold, Until, check, ends_at, is_over
from console.rules.shipping import obstacle
from console.rules.waybills import print_obstacle, take_obstacle

NOW = parse_shop_time("2026-11-26 18:05:00")
NINE = parse_shop_time("2026-11-27 09:00:00")
HELD = Hold(reason="等待到货", since_at=NOW, by="小王", until_at=NINE)


def test_it_says_why_who_since_when_and_until_when() -> None:
    assert HELD.told == "等待到货 · 小王 · 11-26 18:05 → 11-27 09:00"
    assert Hold(reason="等赠品", since_at=NOW).told == "等赠品 · 11-26 18:05", "nobody was named, and no end"


@pytest.mark.parametrize(
    ("until", "ends"),
    [
        ("open", None),
        ("at", None),
        ("tomorrow", "2026-11-27 09:00:00"),
        ("three_days", "2026-11-29 09:00:00"),
        ("week", "2026-12-03 09:00:00"),
    ],
)
def test_days_end_at_nine_in_the_morning_of_the_shop(until: Until, ends: str | None) -> None:
    assert ends_at(until, NOW) == (None if ends is None else parse_shop_time(ends))
    midnight = parse_shop_time("2026-11-26 00:00:00")
    assert ends_at(until, midnight) == ends_at(until, NOW), "of the same day"


def test_it_ends_at_its_time_and_not_before() -> None:
    assert not is_over(HELD, NINE - 1)
    assert is_over(HELD, NINE)
    assert not is_over(Hold(reason="x", since_at=NOW), NINE + 10**12), "without a time only somebody ends it"


def test_without_a_reason_or_with_a_time_that_is_past_it_is_none() -> None:
    assert check("  等赠品 ", None, NOW) == "等赠品"
    for reason, until_at, code in ((" ", None, "ship.keep_why"), ("等赠品", NOW, "ship.keep_past")):
        with pytest.raises(Refused) as refused:
            check(reason, until_at, NOW)
        assert refused.value.code == code


def test_it_forbids_to_take_a_number_to_print_and_to_ship_and_nobody_may_pass() -> None:
    order = Order(order_no="1", status=OrderStatus.TO_SHIP, updated_at=1)
    hold = ShippingHold(reason="kept", hold=HELD)
    for found in (
        obstacle(order, hold),
        take_obstacle(order, hold, ()),
        print_obstacle(order, hold, "9", voided=False),
    ):
        assert found is not None
        assert (found.code, found.detail, found.passable) == ("ship.hold_kept", HELD.told, False)
