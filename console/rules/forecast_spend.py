"""A table of what ads cost by day, as an ads back office exports it: which rows can be kept, why the others cannot."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

import msgspec

from console.core.clock import DAY, day_start, parse_shop_time

DAYS: Final = ("日期", "时间", "投放日期", "统计日期", "数据日期", "date", "day")
COSTS: Final = ("花费", "消耗", "消费", "花费(元)", "消耗(元)", "总花费", "总消耗", "广告花费", "cost", "spend")
HEADER_WITHIN: Final = 8  # rows at the top in which titles are looked for
MOST_YEARS: Final = 3

Wrong = Literal["bad_day", "future", "too_old", "bad_cost"]
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:\s.*)?")


class BadRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row that is not kept: its number as a spreadsheet shows it, why, and the words that could not be read."""

    number: int
    wrong: Wrong
    said: str


class Spent(msgspec.Struct, frozen=True, kw_only=True):
    """What a table tells. ``titled`` False: no column of days and costs was found, nothing is kept."""

    titled: bool
    days: Mapping[int, int] = {}  # first instant of a shop day → fen
    bad: tuple[BadRow, ...] = ()


def spent(cells: Sequence[Sequence[str]], now: int) -> Spent:
    """Read it. Several rows of a day (campaigns, hours) add up."""
    found = _columns(cells)
    if found is None:
        return Spent(titled=False)
    head, day_at, cost_at = found
    days: dict[int, int] = {}
    bad = []
    for number, row in enumerate(cells[head + 1 :], head + 2):
        said = row[day_at].strip() if day_at < len(row) else ""
        cost = row[cost_at].strip() if cost_at < len(row) else ""
        if not (said or cost) or said in ("合计", "总计", "Total"):
            continue
        day = _day(said)
        wrong = _wrong(day, now)
        fen = None if wrong else _fen(cost)
        if day is None or fen is None:
            bad.append(BadRow(number=number, wrong=wrong or "bad_cost", said=cost if wrong is None else said))
            continue
        days[day] = days.get(day, 0) + fen
    return Spent(titled=True, days=days, bad=tuple(bad))


def _columns(cells: Sequence[Sequence[str]]) -> tuple[int, int, int] | None:
    for number, row in enumerate(cells[:HEADER_WITHIN]):
        names = [re.sub(r"\s", "", cell).replace("（", "(").replace("）", ")").lower() for cell in row]
        days = [at for at, name in enumerate(names) if name in DAYS]
        costs = [at for at, name in enumerate(names) if name in COSTS]
        if days and costs:
            return number, days[0], costs[0]
    return None


def _day(said: str) -> int | None:
    found = _DAY.fullmatch(said)
    if found is None:
        return None
    try:
        return parse_shop_time(f"{int(found[1]):04}-{int(found[2]):02}-{int(found[3]):02} 00:00:00")
    except ValueError:
        return None


def _wrong(day: int | None, now: int) -> Wrong | None:
    if day is None:
        return "bad_day"
    if day > day_start(now):
        return "future"
    return "too_old" if day < now - MOST_YEARS * 366 * DAY else None


def _fen(said: str) -> int | None:
    plain = said.replace(",", "").replace("，", "").replace("¥", "").replace("￥", "").removesuffix("元").strip()
    try:
        value = Decimal(plain) * 100
    except ArithmeticError:  # no number, or one with more digits than there is money
        return None
    return int(value.to_integral_value()) if value.is_finite() and 0 <= value < 10**12 else None
