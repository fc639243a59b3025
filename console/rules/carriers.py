"""Carriers across platforms: one name, each platform's own code, and what their numbers look like. Pure.

Codes of retired carriers are read and never written. Patterns are rules of thumb: they warn and forbid nothing.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from re import Pattern

import msgspec

from console.core.model import Platform


class Carrier(msgspec.Struct, frozen=True, kw_only=True):
    """One carrier. A platform that does not know it has no code."""

    name: str
    english: str = ""
    codes: Mapping[Platform, str]
    aliases: tuple[str, ...] = ()
    pattern: str = ""
    retired: bool = False

    def code(self, platform: Platform) -> str:
        """The platform's code of it, empty where it has none."""
        return self.codes.get(platform, "")


class Carriers(msgspec.Struct, frozen=True, dict=True):
    """All that are known, in the table's order."""

    rows: tuple[Carrier, ...]

    @cached_property
    def _by_name(self) -> dict[str, Carrier]:
        """Own names before aliases; what is in use before what is retired, what both platforms know before the rest."""
        best = sorted(self.rows, key=lambda one: (one.retired, -len(one.codes)))
        named = [(_plain(name), one) for one in best for name in (one.name, one.english) if name]
        named += [(_plain(alias), one) for one in best for alias in one.aliases]
        found: dict[str, Carrier] = {}
        for name, one in named:
            found.setdefault(name, one)
        return found

    @cached_property
    def _by_code(self) -> dict[tuple[Platform, str], Carrier]:
        return {(platform, code): one for one in reversed(self.rows) for platform, code in one.codes.items()}

    @cached_property
    def _patterns(self) -> tuple[tuple[Pattern[str], Carrier], ...]:
        return tuple((re.compile(one.pattern), one) for one in self.rows if one.pattern)

    def named(self, words: str) -> Carrier | None:
        """By a name as people or a platform write it."""
        return self._by_name.get(_plain(words))

    def coded(self, platform: Platform, code: str) -> Carrier | None:
        """By a platform's code."""
        return self._by_code.get((platform, code))

    def of_number(self, waybill_no: str) -> tuple[Carrier, ...]:
        """Those whose numbers look like this one."""
        number = waybill_no.strip().upper()
        return tuple(one for pattern, one in self._patterns if pattern.fullmatch(number))

    def doubtful(self, waybill_no: str, carrier: Carrier) -> bool:
        """Whether a number does not look like this carrier's."""
        return bool(carrier.pattern) and re.fullmatch(carrier.pattern, waybill_no.strip().upper()) is None

    def usable(self, platforms: Iterable[Platform]) -> tuple[Carrier, ...]:
        """Those with which one can ship on all of these platforms."""
        wanted = tuple(platforms)
        return tuple(one for one in self.rows if not one.retired and all(one.code(each) for each in wanted))


def carrier_from(row: Mapping[str, str]) -> Carrier:
    """A carrier of a row of the table."""
    codes = {platform: row[platform.value] for platform in Platform if row[platform.value]}
    aliases = tuple(filter(None, row["aliases"].split(";")))
    return Carrier(
        name=row["name_zh"],
        english=row["name_en"],
        codes=codes,
        aliases=aliases,
        pattern=row["pattern"],
        retired=row["status"].startswith("merged"),
    )


def _plain(words: str) -> str:
    return re.sub(r"[\s·・()\uff08\uff09]+", "", words).casefold()
