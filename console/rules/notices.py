"""What a pasted notice of the platform says: level, days, orders, points. Only a proposal: a person confirms it. Pure.

Nothing is guessed: what the text does not name stays empty, and what it names twice differently stays empty, too.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, TypeVar

import msgspec

from console.core.clock import DAY, SHOP_TIME
from console.core.money import fen
from console.rules.violations import Level

Value = TypeVar("Value")
LEVELS: Final = (
    (Level.GRAVE, re.compile(r"特别严重")),
    (Level.SERIOUS, re.compile(r"(?<!特别)严重(?:违规|级)?")),
    (Level.GENERAL, re.compile(r"一般(?:违规|级)|轻微违规")),
)
_DAY = r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
MOMENT: Final = re.compile(_DAY + r"(?:[ T]*(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2}))?)?")
DUE: Final = re.compile(r"申诉(?:的)?(?:截止|有效期|期限)|截止(?:时间|日期)?|(?:请|需|应)?于")
NOTICE: Final = re.compile(r"(?:通知|处罚|下发|判定|送达|违规判罚)(?:时间|日期)")
WORKDAYS: Final = re.compile(r"(\d{1,2}|[一二三四五六七八九十])\s*个?工作日")
POINTS: Final = re.compile(r"扣(?:除)?(?:店铺|信用|违规)?(?:积分|分)?\s*[:：]?\s*(\d{1,3})\s*分")
FINE: Final = re.compile(
    r"(?:罚款|违约金|罚金|扣除保证金|扣款)\s*(?:金额)?\s*[:\uff1a]?\s*[\u00a5\uffe5]?\s*(\d[\d,]*(?:\.\d{1,2})?)(?![\d.])\s*元?"
)
CAUSE: Final = re.compile(r"违规(?:原因|类型|事由|场景|行为|内容)\s*[:：]\s*([^\n。；;]{2,60})")
SUBJECT: Final = re.compile(r"(?:违规商品|商品名称|直播间|违规对象|涉及商品)\s*[:：]\s*([^\n。；;]{2,60})")
CASE_NO: Final = re.compile(r"(?:违规|处罚|案件|通知)(?:单号|编号|ID|id)\s*[:：]?\s*([A-Za-z0-9_-]{3,40})")
ORDER: Final = re.compile(r"(?<![0-9A-Za-z])(?:E20\d{20,24}|\d{13,24})(?![0-9A-Za-z])")
_NUMERALS: Final = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}


class Noticed(msgspec.Struct, frozen=True, kw_only=True):
    """What was recognised. ``due_at``: the first instant that is too late; ``workdays`` where it counts those."""

    case_no: str = ""
    level: Level | None = None
    notice_at: int | None = None
    due_at: int | None = None
    workdays: int | None = None
    orders: tuple[str, ...] = ()
    points: int | None = None
    fine_fen: int | None = None
    cause: str = ""
    subject: str = ""


def notice(text: str) -> Noticed:
    """Read a notice as it was pasted."""
    moments = [(match.start(), match) for match in MOMENT.finditer(text)]
    due = _named(text, DUE, moments)
    told = _named(text, NOTICE, moments)
    case_no = CASE_NO.search(text)
    number = case_no[1] if case_no else ""
    return Noticed(
        case_no=number,
        level=level_of(text),
        notice_at=_only([at for at in (_at(match) for match in told) if at is not None]),
        due_at=_only([at for at in (_end(match) for match in due) if at is not None]),
        workdays=_only([_number(match[1]) for match in WORKDAYS.finditer(text)]),
        orders=tuple(dict.fromkeys(one for one in ORDER.findall(text) if one != number)),
        points=_only([int(match[1]) for match in POINTS.finditer(text)]),
        fine_fen=_only([fen(match[1].replace(",", "")) for match in FINE.finditer(text)]),
        cause=_first(CAUSE, text),
        subject=_first(SUBJECT, text),
    )


def level_of(text: str) -> Level | None:
    """The level a text names; None where it names none, or more than one."""
    found = [level for level, pattern in LEVELS if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def moment_of(text: str) -> int | None:
    """The instant a cell or phrase names, shop time; a day alone is its beginning."""
    match = MOMENT.search(text)
    return None if match is None else _at(match)


def end_of(text: str) -> int | None:
    """The first instant that is too late for a deadline: a day alone runs to its 24:00."""
    match = MOMENT.search(text)
    return None if match is None else _end(match)


def _named(text: str, name: re.Pattern[str], moments: Sequence[tuple[int, re.Match[str]]]) -> list[re.Match[str]]:
    """The moments that stand right behind such a name: at most a few signs between them."""
    ends = [match.end() for match in name.finditer(text)]
    return [match for start, match in moments if any(0 <= start - end <= 6 for end in ends)]


def _at(match: re.Match[str]) -> int | None:
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in match.groups())
    try:
        on = date(year, month, day)
        midnight = datetime(on.year, on.month, on.day, tzinfo=SHOP_TIME)
    except ValueError:
        return None
    if hour > 24 or minute > 59 or second > 59:
        return None
    return int(midnight.timestamp()) * 1000 + ((hour * 60 + minute) * 60 + second) * 1000


def _end(match: re.Match[str]) -> int | None:
    at = _at(match)
    return at if at is None or match[4] else at + DAY


def _only(found: Sequence[Value]) -> Value | None:
    """The value, where all that were found agree."""
    return found[0] if found and all(one == found[0] for one in found) else None


def _number(text: str) -> int:
    return _NUMERALS[text] if text in _NUMERALS else int(text)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return "" if match is None else match[1].strip()
