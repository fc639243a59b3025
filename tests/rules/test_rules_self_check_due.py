"""When a self-check is asked for: in the last days of the month, then until it is made and signed."""

import pytest

from console.core.clock import DAY, parse_shop_time
from console.rules.self_check_due import alert_of, dues

OLD = parse_shop_time("2026-03-01 00:00:00")


def at(text: str) -> int:
    return parse_shop_time(f"{text} 10:00:00")


@pytest.mark.parametrize(
    ("now", "signs", "found"),
    [
        ("2026-11-20", {"2026-10": 1}, []),
        ("2026-11-26", {"2026-10": 1}, [("2026-11", "missing", 4)]),
        ("2026-11-30", {"2026-10": 2, "2026-11": 0}, []),
        ("2026-12-02", {"2026-11": 0}, [("2026-11", "unsigned", -2)]),
        ("2026-12-02", {"2026-11": 1}, []),
        ("2026-12-02", {}, [("2026-11", "missing", -2)]),
        ("2026-12-28", {}, [("2026-12", "missing", 3), ("2026-11", "missing", -28)]),
    ],
)
def test_what_is_due(now: str, signs: dict[str, int], found: list[tuple[str, str, int]]) -> None:
    assert [(one.month, one.lack, one.days_left) for one in dues(at(now), signs, OLD)] == found


def test_nothing_is_asked_of_whoever_has_just_come_or_has_nothing() -> None:
    now = at("2026-11-28")
    assert dues(now, {}, None) == []
    assert dues(now, {}, now - DAY) == []
    assert [one.month for one in dues(at("2026-12-02"), {}, at("2026-12-01"))] == []
    assert [one.month for one in dues(at("2026-12-02"), {}, at("2026-11-28"))] == ["2026-11"]


def test_it_is_urgent_once_the_month_is_over_and_nothing_was_made() -> None:
    levels = {}
    for now, signs in (("2026-11-28", {"2026-10": 1}), ("2026-12-02", {}), ("2026-12-02", {"2026-11": 0})):
        (due,) = dues(at(now), signs, OLD)
        alert = alert_of(due)
        levels[(now, bool(signs))] = alert.level
        assert alert.detail == "2026-11"
        assert alert.at <= at(now)
    assert levels == {("2026-11-28", True): 2, ("2026-12-02", False): 1, ("2026-12-02", True): 2}
