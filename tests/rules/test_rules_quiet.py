"""Quiet hours go over midnight, by the shop's clock."""

import pytest

from console.core.clock import parse_shop_time
from console.rules.quiet import CHOICES, is_quiet, span


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("21:59:59", False),
        ("22:00:00", True),
        ("23:59:59", True),
        ("00:00:00", True),
        ("07:59:59", True),
        ("08:00:00", False),
        ("12:00:00", False),
    ],
)
def test_the_night(clock: str, expected: bool) -> None:
    at = parse_shop_time(f"2026-01-15 {clock}")
    assert is_quiet("22-8", at) is expected
    assert not is_quiet("off", at)


def test_every_choice_says_its_hours() -> None:
    assert [span(one) for one in CHOICES] == [None, (21, 8), (22, 8), (23, 7)]
