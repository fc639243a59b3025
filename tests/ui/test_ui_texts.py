"""How values are written."""

import pytest
from PySide6.QtWidgets import QApplication

from console.core.clock import DAY, HOUR, MINUTE, parse_shop_time
from console.ui import texts

NOW = parse_shop_time("2026-11-22 14:31:00")


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "¥0.00"),
        (5, "¥0.05"),
        (-1230, "−¥12.30"),
        (123456750, "¥1,234,567.50"),
        (None, "—"),
        (9007199254740993, "¥90,071,992,547,409.93"),
    ],
)
def test_money_is_exact_and_minus_is_a_minus(fen: int | None, words: str) -> None:
    assert texts.money(fen) == words


def test_nothing_is_never_nought() -> None:
    assert texts.count(None) == "—"
    assert texts.moment(None) == "—"
    assert texts.age(None, NOW) == "—"
    assert texts.count(1308) == "1,308"


@pytest.mark.parametrize(
    ("past", "words"),
    [
        (12_000, "12 秒前"),
        (5 * MINUTE, "5 分钟前"),
        (22 * HOUR, "22 小时前"),
        (3 * DAY, "3 天前"),
        (-9_000, "0 秒前"),
    ],
)
def test_ages(look: QApplication, past: int, words: str) -> None:
    assert texts.age(NOW - past, NOW) == words


def test_countdowns(look: QApplication) -> None:
    assert texts.remaining(NOW + HOUR + 14 * MINUTE + 20_000, NOW) == "剩 1:14:20"
    assert texts.remaining(NOW - 12 * MINUTE, NOW) == "已超时 0:12"


def test_times_are_the_shops(look: QApplication) -> None:
    assert texts.clock_time(NOW) == "14:31"
    assert texts.moment(NOW) == "11-22 14:31"
    assert texts.moment(parse_shop_time("2025-01-02 03:04:05"), NOW) == "2025-01-02 03:04"
    assert texts.full_moment(NOW) == "2026-11-22 14:31:00"
    assert texts.day(NOW) == "11 月 22 日 周日"
    assert texts.as_of(NOW - MINUTE, NOW) == "截至 14:30"
    assert texts.as_of(NOW - DAY, NOW) == "截至 11-21 14:31"
    assert texts.as_of(None, NOW) == "尚未同步"
    assert texts.span(2 * DAY + 23 * HOUR) == "2 天 23 时"


def test_shares_carry_their_sign() -> None:
    assert texts.signed_percent(0.124) == "+12.4%"
    assert texts.signed_percent(-0.012) == "−1.2%"
