"""When the platform opens no more, what share is too high, and which side of a row a field is opened at."""

import pytest

from console import reference
from console.core.clock import DAY
from console.core.model import Order, OrderStatus, Platform, Receiver
from console.core.revealing import Field
from console.rules.revealing import Rate, holder, is_too_old, judged

LINES = reference.reveal_lines()
NOW = 1_768_478_400_000


def order(**other: object) -> Order:
    return Order(**({"order_no": "1", "status": OrderStatus.SUCCESS, "finished_at": NOW - 14 * DAY - 1} | other))  # type: ignore[arg-type] # fields by name


@pytest.mark.parametrize(
    ("revealed", "shipped", "verdict"),
    [
        (0, 0, ""),
        (1, 0, ""),
        (0, 9, ""),
        (1, 100, ""),
        (2, 199, "high"),
        (5, 100, "high"),
        (6, 100, "blocked"),
        (1, 1, "blocked"),
    ],
)
def test_one_percent_is_wanted_and_over_five_may_block(revealed: int, shipped: int, verdict: str) -> None:
    rate = Rate(revealed=revealed, shipped=shipped)
    assert judged(rate, LINES) == verdict
    assert (rate.share is None) is (shipped == 0)


def test_the_next_order_counts() -> None:
    rate = Rate(revealed=1, shipped=100)
    assert (judged(rate, LINES), judged(rate.with_one_more(), LINES)) == ("", "high")


def test_a_completed_order_is_open_for_fourteen_days() -> None:
    assert is_too_old(Platform.KUAISHOU, order(), LINES, NOW)
    assert not is_too_old(Platform.KUAISHOU, order(finished_at=NOW - 14 * DAY), LINES, NOW)
    assert not is_too_old(Platform.KUAISHOU, order(finished_at=None), LINES, NOW), "nobody knows: it is asked"
    assert not is_too_old(Platform.KUAISHOU, order(status=OrderStatus.CLOSED), LINES, NOW)
    assert not is_too_old(Platform.YOUZAN, order(), LINES, NOW)


def test_a_field_is_opened_at_the_first_side_that_has_anything_of_it() -> None:
    bare = order()
    masked = order(receiver=Receiver(phone_masked="130****0000"))
    sealed = order(receiver=Receiver(phone_cipher="$…$1$", name_cipher="$…$1$"))
    assert holder([masked, sealed], Field.PHONE) == 0
    assert holder([masked, sealed], Field.NAME) == 1
    assert holder([bare, bare], Field.ADDRESS) is None
