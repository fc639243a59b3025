"""Monthly self-checks as they are asked for: made off the loop, kept in the chain, signed, written out."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import msgspec

from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused
from console.documents.passages import Passage, read_passages
from console.documents.self_check_words import Lang
from console.rules import proof_period
from console.rules.proof_period import Period
from console.rules.self_check import (
    TREND_MONTHS,
    Issue,
    Report,
    Signer,
    by_source,
    check_chat,
    look,
    suppressions,
    with_mended,
)
from console.rules.wording.engine import Checker
from console.store import self_checks as kept
from console.store.database import Database
from console.store.self_check_material import Material, material
from console.store.self_checks import Kept
from console.sync.hub import Hub

AT_ONCE: Final = 200
Progress = Callable[[int, int], None]


def _nobody_listens(_done: int, _all: int) -> None:
    """A command has no bar to move."""


class SelfChecking:
    """``checker``: the wording checker as of now, with the merchant's own words."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub, checker: Callable[[], Awaitable[Checker]]) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._checker = checker

    async def run(self, month: str, by: str, progress: Progress = _nobody_listens) -> int:
        """Look through everything of a month and keep the report; returns its number. Raises Refused.

        Whoever cancels it leaves nothing behind: a report is kept whole, or not at all.
        """
        now, period = self._clock.now_ms(), proof_period.month(month)
        if period.begin_at > now:
            raise Refused("selfcheck.future", detail=month)
        checker = await self._checker()
        found = await self._hand.read(material, period, now)
        issues: list[Issue] = []
        total = len(found.passages)
        for first in range(0, total, AT_ONCE):
            progress(first, total)
            some = found.passages[first : first + AT_ONCE]
            issues += await asyncio.to_thread(look, some, checker, found.pardons, now)
        progress(total, total)
        report = await self._composed(period, now, found, (*issues, *found.issues), checker.bank.version)
        number = await self._hand.write(kept.keep, report, by, now)
        self._hub.announce(changed("compliance"))
        return number

    async def _composed(
        self, period: Period, now: int, found: Material, issues: tuple[Issue, ...], bank: str
    ) -> Report:
        former = proof_period.next_to(period, -1).key
        last = await self._hand.read(kept.last_of, former)
        earlier = await self._hand.read(kept.last_of, period.key) or last
        trend = await self._hand.read(kept.month_sums, period.key, TREND_MONTHS - 1)
        until = min(now, period.end_at)
        told = (issues, found.looked, None if earlier is None else earlier.report, period.key, found.passages)
        whole, lapsed = await asyncio.to_thread(with_mended, *told)
        return Report(
            month=period.key,
            made_at=now,
            until_at=now,
            bank=bank,
            shops=found.shops,
            looked=found.looked,
            issues=whole,
            lapsed=lapsed,
            pardons=tuple(suppressions(found.pardons, issues, period.begin_at, until)),
            files=found.files,
            before={} if last is None else by_source(last.report),
            trend=trend,
        )

    async def sign(self, number: int, role: Signer, name: str, note: str) -> None:
        """Sign a report. Raises Refused."""
        await self._hand.write(kept.sign, number, role, name, note, self._clock.now_ms())
        self._hub.announce(changed("compliance"))

    async def take_chat(self, month: str, path: Path) -> tuple[int, int]:
        """Check a chat log for a month: of it only findings are kept, masked. Returns lines and findings.

        Raises PassageTrouble, OSError.
        """
        content, lines = await asyncio.to_thread(_read, path)
        checker = await self._checker()
        texts = [one.text for one in lines if one.text.strip()]
        found = await asyncio.to_thread(check_chat, path.name, texts, checker)
        sha256 = hashlib.sha256(content).hexdigest()
        told = (month, sha256, path.name, len(texts), checker.bank.version, tuple(found))
        await self._hand.write(kept.put_chat, *told, self._clock.now_ms())
        self._hub.announce(changed("compliance"))
        return len(texts), len(found)

    async def report(self, number: int) -> Kept | None:
        """One in full, and whether its record is whole is another question: ``broken``."""
        return await self._hand.read(kept.report, number)

    async def broken(self) -> str:
        """Where the chain of reports is not as it was written; empty: nowhere."""
        return await self._hand.read(kept.broken)

    async def drop_old(self) -> int:
        """Take reports away whose three years are over; returns how many."""
        gone = await self._hand.write(kept.drop_old, self._clock.now_ms())
        if gone:
            self._hub.announce(changed("compliance"))
        return gone

    async def write(self, number: int, path: Path, lang: Lang) -> None:
        """Write a report as html, pdf or xlsx. Raises Refused, OSError."""
        from console.documents.self_check_files import FORMS, write_report

        if path.suffix.lower().lstrip(".") not in FORMS:
            raise Refused("selfcheck.form", detail=path.suffix)
        found = await self.report(number)
        if found is None:
            raise Refused("selfcheck.unknown", detail=str(number))
        broken = bool(await self.broken())
        await asyncio.to_thread(write_report, path, found, lang, broken=broken)


def _read(path: Path) -> tuple[bytes, list[Passage]]:
    """What a file holds; one that is too large is refused before it is read."""
    lines = read_passages(path)
    return path.read_bytes(), lines


def told(found: Kept, broken: str) -> dict[str, object]:
    """A report as a command answers it."""
    report = found.report
    return {
        "month": report.month,
        "number": found.number,
        "found": len(report.issues),
        "states": {state: report.count(state=state) for state in ("open", "pardoned", "mended")},
        "severities": {name: report.count(severity=name) for name in ("block", "warn", "evidence", "info")},
        "sources": by_source(report),
        "open_blocks": report.open_blocks,
        "lapsed": report.lapsed,
        "looked": [msgspec.structs.asdict(one) for one in report.looked],
        "completion": report.completion,
        "before": report.before,
        "trend": report.trend,
        "suppressed": report.pardons,
        "findings": report.issues,
        "bank": report.bank,
        "keep_until": report.keep_until,
        "hash": found.hash,
        "chained_to": found.before,
        "broken": broken,
    }
