"""Figures as people and back offices write them: ``1.2万``, ``1分30秒``, ``¥3,400.50``; which column means what. Pure.

A column's name is matched whole, the longest name first: 点击率 must not win inside 商品点击率. What may mean
two things is asked. A figure that is not there (``--``, ``暂无``) is unknown, never 0.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

from console.core.live import LiveSnapshot

UNKNOWN: Final = frozenset({"", "-", "--", "—", "——", "–", "暂无", "无", "null", "n/a", "/"})
TIMES: Final = {"万": 10_000, "w": 10_000, "亿": 100_000_000, "k": 1_000, "千": 1_000}
_NUMBER: Final = re.compile(r"([+-]?\d{1,15}(?:\.\d{1,6})?)\s*(万|亿|千|[wWkK])?\s*(\+)?")
_SPAN: Final = re.compile(
    r"(?:(\d{1,4})\s*(?:小时|时|h))?\s*(?:(\d{1,5})\s*(?:分钟|分|m))?\s*(?:(\d{1,6})\s*(?:秒|s))?"
)
_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):(\d{2})")
MONEY: Final = frozenset({"gmv_fen", "aov_fen", "gpm_fen", "refund_fen"})
COUNTS: Final = frozenset(
    {
        *("viewers", "views", "exposed", "online", "comments", "likes", "shares", "gifts", "interactors"),
        *("new_followers", "item_clickers", "item_clicks", "orders_paid", "buyers", "online_mean", "online_peak"),
    }
)
MOST: Final = 500_000_000
_TYPED: Final = re.compile(r"[¥￥+-]?\d{1,3}(?:[,，]\d{3})+(?!\d)[^\s,，;；]*|[^\s,，;；]+(?:[,，]\d[^\s,，;；]*)*")
_GROUPED: Final = re.compile(r"[¥￥+-]?\d{1,3}(?:[,，]\d{3})+(?!\d).*")


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A figure as it was read. ``rounded``: it was written as 1.2万 or 10w+, so that its last digits are not known."""

    value: float
    rounded: bool = False


class Unreadable(ValueError):
    """A cell that is neither a figure nor unknown."""


def read_number(text: str) -> Read | None:
    """``1.2万`` → 12,000, rounded; ``¥3,400.5`` → 3,400.5; unknown → None. Raises Unreadable."""
    plain = _plain(text)
    if plain.lower() in UNKNOWN:
        return None
    found = _NUMBER.fullmatch(plain.lstrip("¥￥").removesuffix("元").strip())
    if found is None:
        raise Unreadable(text)
    times = TIMES.get((found[2] or "").lower(), 1)
    return Read(value=float(found[1]) * times, rounded=times > 1 or found[3] is not None)


def read_percent(text: str) -> Read | None:
    """``5.3%`` → 0.053; a number without the sign is a share only below 1. Decided by the sign, never by size.

    Raises Unreadable for a bare number above 1: it may be either.
    """
    plain = _plain(text)
    if plain.lower() in UNKNOWN:
        return None
    if plain.endswith("%"):
        found = read_number(plain[:-1])
        return None if found is None else msgspec.structs.replace(found, value=found.value / 100)
    found = read_number(plain)
    if found is None or 0 <= found.value <= 1:
        return found
    raise Unreadable(text)


def read_seconds(text: str) -> Read | None:
    """``1分30秒``, ``01:30``, ``90`` or ``90秒`` → 90. Raises Unreadable."""
    plain = _plain(text)
    if plain.lower() in UNKNOWN:
        return None
    clock = _CLOCK.fullmatch(plain)
    if clock is not None:
        return Read(value=float(int(clock[1] or 0) * 3_600 + int(clock[2]) * 60 + int(clock[3])))
    span = _SPAN.fullmatch(plain.lower())
    if span is not None and any(span.groups()):
        hours, minutes, seconds = (int(part or 0) for part in span.groups())
        return Read(value=float(hours * 3_600 + minutes * 60 + seconds))
    return read_number(plain)


def _plain(text: str) -> str:
    full = "０１２３４５６７８９，．％：　"  # as Chinese keyboards type them
    return text.translate(str.maketrans(full, "0123456789,.%: ")).replace(",", "").strip()


def read_field(field: str, text: str) -> Read | None:
    """By what the field is: money in fen, seconds, a share, a count. Raises Unreadable, also for what cannot be."""
    if field.endswith("_rate") or field == "share":
        return read_percent(text)
    found = read_seconds(text) if field == "avg_stay_s" else read_number(text)
    if found is None:
        return None
    if field in MONEY:
        found = msgspec.structs.replace(found, value=float(round(found.value * 100)))
    if found.value < 0 or found.value > MOST * 100 or (field in COUNTS and found.value > MOST):
        raise Unreadable(text)
    if field in COUNTS and field != "online_mean" and found.value != int(found.value):
        raise Unreadable(text)
    return found


class Synonym(msgspec.Struct, frozen=True):
    """A column's name and what it means; ``ambiguous``: it may mean something else, ask."""

    field: str
    name: str
    ambiguous: bool = False


class Mapped(msgspec.Struct, frozen=True, kw_only=True):
    """Which column is which field, which of them to ask about, and which nobody knows."""

    fields: Mapping[int, str]
    ask: Sequence[int]
    unknown: Sequence[int]


def map_headers(headers: Sequence[str], synonyms: Iterable[Synonym]) -> Mapped:
    """Each field once: of two columns that mean the same the first counts, the other is asked about."""
    known = {_key(one.name): one for one in synonyms}
    fields: dict[int, str] = {}
    ask: list[int] = []
    unknown: list[int] = []
    for place, header in enumerate(headers):
        found = known.get(_key(header))
        if found is None:
            unknown.append(place)
            continue
        if found.ambiguous or found.field in fields.values():
            ask.append(place)
        if found.field not in fields.values():
            fields[place] = found.field
    return Mapped(fields=fields, ask=ask, unknown=unknown)


def _key(name: str) -> str:
    """Without units in brackets, blanks and case."""
    return re.sub(r"[（(【\[].*?[)）】\]]|\s", "", name).lower()


class Pad(msgspec.Struct, frozen=True, kw_only=True):
    """What a line of the manual pad says, and which words of it nobody understood."""

    values: Mapping[str, float]
    unread: Sequence[str]


def read_pad(line: str, synonyms: Sequence[Synonym]) -> Pad:
    """``在线 356 停留 1:42 点赞 2300 涨粉 12``: names and figures in turn, the longest name first. Never raises."""
    names = sorted(synonyms, key=lambda one: -len(one.name))
    values: dict[str, float] = {}
    unread: list[str] = []
    rest = line.strip()
    while rest:
        named = next((one for one in names if rest.lower().startswith(one.name.lower())), None)
        if named is None:
            word, _, rest = rest.partition(" ")
            unread.append(word)
            rest = rest.strip()
            continue
        tail = rest[len(named.name) :].lstrip(" :：=")
        figure = _TYPED.match(tail)
        text = figure[0] if figure else ""
        rest = tail[len(text) :].lstrip(" ,，;；")
        try:
            found = read_field(named.field, _of_thousands(text))
        except Unreadable:
            unread.append(f"{named.name} {text}")
            continue
        if found is not None:
            values[named.field] = found.value
    return Pad(values=values, unread=unread)


def _of_thousands(text: str) -> str:
    """A comma within a figure parts thousands: ``1,234``. Any other, as in ``356,12``, may mean anything."""
    if ("," in text or "，" in text) and not _GROUPED.fullmatch(text):
        raise Unreadable(text)
    return text


SNAPSHOT_FIELDS: Final = frozenset(field.name for field in msgspec.structs.fields(LiveSnapshot))


def snapshot_of(values: Mapping[str, float], session_id: str, at: int) -> LiveSnapshot | None:
    """The snapshot of what was typed or imported, without what a snapshot has not; None: nothing is left."""
    kept: dict[str, object] = {
        name: value if name == "avg_stay_s" else round(value)
        for name, value in values.items()
        if name in SNAPSHOT_FIELDS
    }
    if not kept:
        return None
    return msgspec.convert({**kept, "session_id": session_id, "at": at}, LiveSnapshot, strict=False)


def synonyms_from(rows: Iterable[Mapping[str, str]]) -> tuple[Synonym, ...]:
    """Rows of ``resources/live_synonyms.csv``."""
    return tuple(Synonym(row["field"], row["name"], row["ambiguous"] == "yes") for row in rows)
