"""One row of a traffic table, by its columns, as what is kept of it; or why nothing can be. Pure."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

import msgspec

from console.core.clock import SECOND, SHOP_TIME, shop_datetime
from console.rules.live_text import MOST, Read, Unreadable, read_number, read_percent, read_seconds
from console.rules.traffic import LabelRow, SourceRow, TrafficRow, WorkRow, standing_of
from console.rules.traffic_words import TOTAL, TrafficWords

LONGEST: Final = 120  # letters of a name that are kept
REASONS: Final = (
    *("no_day", "bad_day", "future", "no_name", "no_number", "only_share", "total", "unreadable", "over", "twice"),
)
"""Why a row is refused."""

_FULL = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?")


class RowTrouble(ValueError):
    """Why a row cannot be kept, as one of ``REASONS``."""

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.said = said[:60]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A row's words by field, the columns' titles, the last day that can be, and the day of rows that tell none."""

    values: Mapping[str, str]
    titles: Mapping[str, str]
    today: int
    day_at: int | None
    words: TrafficWords

    def text(self, field: str) -> str:
        return self.values.get(field, "")[:LONGEST]

    def day(self) -> int:
        """The shop day. Raises RowTrouble."""
        text = self.text("day")
        if not text:
            if self.day_at is None:
                raise RowTrouble("no_day")
            return self.day_at
        at = read_day(text, self.today)
        if at is None:
            raise RowTrouble("bad_day", text)
        if at > self.today:
            raise RowTrouble("future", text)
        return at

    def count(self, field: str) -> int | None:
        """A whole number. Raises RowTrouble."""
        found = self._read(field, read_number)
        if found is not None and not (0 <= found <= MOST and found == round(found)):
            raise RowTrouble("unreadable", f"{self.titles[field]} {self.text(field)}")
        return None if found is None else round(found)

    def share(self, field: str) -> float | None:
        """A share of one; in a column whose title says % a bare number is one of a hundred. Raises RowTrouble."""
        is_percent = "%" in self.titles.get(field, "") and self.text(field) and "%" not in self.text(field)
        found = self._read(field, _hundredths if is_percent else read_percent)
        if found is not None and not 0 <= found <= 1:
            raise RowTrouble("over", f"{self.titles[field]} {self.text(field)}")
        return found

    def seconds(self, field: str) -> float | None:
        """A length of time. Raises RowTrouble."""
        found = self._read(field, read_seconds)
        if found is not None and not 0 <= found <= 86_400:
            raise RowTrouble("unreadable", f"{self.titles[field]} {self.text(field)}")
        return found

    def _read(self, field: str, reader: "Callable[[str], Read | None]") -> float | None:
        try:
            found = reader(self.text(field))
        except Unreadable:
            raise RowTrouble("unreadable", f"{self.titles[field]} {self.text(field)}") from None
        return None if found is None else found.value


def read_day(text: str, today: int) -> int | None:
    """``2026-11-22 20:00``, ``2026年11月22日``, ``20261122`` or ``11-22``: its first instant; None: no day.

    A day without a year is the last such day.
    """
    plain = text.strip()
    try:
        full = _FULL.fullmatch(plain) or _COMPACT.fullmatch(plain)
        if full is not None:
            return _at(*(int(part) for part in full.groups()))
        short = _SHORT.fullmatch(plain)
        if short is None:
            return None
        year = shop_datetime(today).year
        at = _at(year, int(short[1]), int(short[2]))
        return at if at <= today else _at(year - 1, int(short[1]), int(short[2]))
    except (ValueError, OverflowError):
        return None


def source_of(said: Said) -> SourceRow:
    """A channel on a row of its own. Raises RowTrouble."""
    name = said.text("source")
    if not name:
        raise RowTrouble("no_name")
    source = said.words.channel(name)
    if source == TOTAL:
        raise RowTrouble("total", name)
    if source is None:
        above = said.words.channel(said.text("class")) if said.text("class") else None
        source = "paid_other" if above is not None and standing_of(above) == "paid" else "other"
    viewers, views = said.count("viewers"), said.count("views")
    if viewers is None and views is None:
        raise RowTrouble("no_number" if {"viewers", "views"} & said.values.keys() else "only_share", name)
    return SourceRow(day_at=said.day(), show=said.text("show"), name=name, source=source, viewers=viewers, views=views)


def wide_of(said: Said, before: str) -> tuple[SourceRow, ...]:
    """A day or a show on a row, with a column a channel: people. Raises RowTrouble."""
    day_at, show, found = said.day(), said.text("show"), []
    for field in said.values:
        if field.startswith(before):
            number = said.count(field)
            if number is not None:
                name, source = said.titles[field], field.removeprefix(before)
                found.append(SourceRow(day_at=day_at, show=show, name=name, source=source, viewers=number))
    if not found:
        raise RowTrouble("no_number")
    return tuple(found)


def work_of(said: Said) -> WorkRow:
    """A published work. Counts become rates where no rate is told. Raises RowTrouble."""
    title, work = said.text("title"), said.text("work")
    if not title and not work:
        raise RowTrouble("no_name")
    if said.words.channel(title) == TOTAL:
        raise RowTrouble("total", title)
    day_at, plays = said.day(), said.count("plays")
    clicks = said.count("clicks")
    completion = _rate(said, "completion", said.count("completes"), plays)
    click_rate = _rate(said, "click_rate", clicks, plays)
    orders = said.count("orders")
    if clicks is None and plays is not None and click_rate is not None:
        clicks = round(plays * click_rate)
    conversion = _rate(said, "conversion", orders, clicks)
    stay_s = said.seconds("stay_s")
    if all(one is None for one in (plays, completion, click_rate, conversion, stay_s)):
        raise RowTrouble("no_number", title)
    return WorkRow(
        work=work or f"{shop_datetime(day_at):%Y-%m-%d} {title}",
        title=title or work,
        day_at=day_at,
        kind=said.words.kind(said.text("kind")) if said.text("kind") else "",
        length_s=said.seconds("length_s"),
        plays=plays,
        completion=completion,
        stay_s=stay_s,
        click_rate=click_rate,
        conversion=conversion,
    )


def labels_of(said: Said) -> tuple[TrafficRow, ...]:
    """A label with its share on one side or both. Raises RowTrouble."""
    label = said.text("label")
    if not label:
        raise RowTrouble("no_name")
    if said.words.channel(label) == TOTAL:
        raise RowTrouble("total", label)
    day_at, content, fans = said.day(), said.share("content"), said.share("fans")
    if content is None and fans is None:
        raise RowTrouble("no_number", label)
    found: list[TrafficRow] = []
    if content is not None:
        found.append(LabelRow(day_at=day_at, side="content", label=label, share=content))
    if fans is not None:
        found.append(LabelRow(day_at=day_at, side="fans", label=label, share=fans))
    return tuple(found)


def _rate(said: Said, field: str, part: int | None, whole: int | None) -> float | None:
    """As it is told, else of the counts; more parts than there are in the whole is refused."""
    told = said.share(field)
    if told is not None or part is None or not whole:
        return told
    if part > whole:
        raise RowTrouble("over", f"{part} / {whole}")
    return part / whole


def _hundredths(text: str) -> Read | None:
    found = read_number(text)
    return None if found is None else msgspec.structs.replace(found, value=found.value / 100)


def _at(year: int, month: int, day: int) -> int:
    when = datetime(year, month, day, tzinfo=SHOP_TIME)
    if when < datetime(2011, 1, 1, tzinfo=SHOP_TIME):
        raise ValueError("before there were such shops")
    return round(when.timestamp()) * SECOND
