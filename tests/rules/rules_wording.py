"""The checker as its tests ask it: of one day, over the bank that comes with the program."""

import csv
from functools import cache
from pathlib import Path

from console.rules.wording.engine import Checker
from console.rules.wording.nouns import Finding, Severity
from console.wording import checker

DAY = "2026-11-25"
HERE = Path(__file__).parent / "wording"
CORE = [
    "国家级",
    "最佳",
    "最先进",
    "全网最低价",
    "史无前例",
    "独一无二",
    "第一品牌",
    "顶级享受",
    "绝无仅有",
    "治疗",
    "根治",
    "疗效",
    "增强免疫力",
    "药到病除",
    "无副作用",
    "稳赚不赔",
    "祛疤",
    "包治百病",
    "特供",
    "驰名商标",
]


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def by() -> Checker:
    return checker(DAY)


def grave(found: tuple[Finding, ...]) -> list[Finding]:
    return [one for one in found if one.severity >= Severity.WARN]


def found(text: str, surface: str = "detail", category: str = "general") -> tuple[Finding, ...]:
    return by().check(text, surface, category).findings  # type: ignore[arg-type]  # rows of a file
