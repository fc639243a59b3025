"""Violations, their evidence, and certificates: as the merchant enters them; files by their hash. Sends nothing."""

import asyncio
import csv
import io
from collections.abc import Sequence
from pathlib import Path

import msgspec

from console import reference
from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import Refused
from console.documents.evidence import Missing, Packed, Part, keep_file, write_pack
from console.documents.plan_sheet import read_plan
from console.rules.certificates import Certificate
from console.rules.day_plans import DayPlan, plan_of, rows_of
from console.rules.duties import Proof, Work
from console.rules.violations import CaseState, Level, LevelFigures
from console.store import certificates, day_plans, disputes, duties, ledger_gaps, level_figures, violations
from console.store.case_facts import case_facts
from console.store.database import Database
from console.store.violations import KeptCase, Piece
from console.sync.hub import Hub


class Compliance:
    """Writes through the hand of whoever asks; ``folder`` holds the files."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub, folder: Path) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._folder = folder

    def _news(self) -> None:
        self._hub.announce(changed("compliance"))

    async def put_case(self, kept: KeptCase) -> bool:
        new = await self._hand.write(violations.put_case, kept, self._clock.now_ms())
        self._news()
        return new

    async def put_cases(self, found: Sequence[KeptCase]) -> violations.TakenIn:
        counts = await self._hand.write(violations.put_cases, found, self._clock.now_ms())
        self._news()
        return counts

    async def move_case(self, case_id: str, state: CaseState) -> None:
        await self._hand.write(violations.move_case, case_id, state, self._clock.now_ms())
        self._news()

    async def add_evidence(self, case_id: str, source: Path, kind: str) -> Piece:
        sha256, size = await asyncio.to_thread(keep_file, self._folder, source)
        now = self._clock.now_ms()
        piece = Piece(sha256=sha256, name=source.name, kind=kind, bytes=size, added_at=now)
        await self._hand.write(violations.add_piece, case_id, piece, now)
        self._news()
        return piece

    async def evidence(self, case_id: str) -> tuple[Sequence[Part], Sequence[Missing]]:
        kept = await self._hand.read(violations.case, case_id)
        if kept is None:
            raise Refused("violation.unknown", detail=case_id)
        facts = await self._hand.read(case_facts, kept.case)
        files = await self._hand.read(violations.pieces, case_id)
        tables = (("order", "orders.csv", facts.orders), ("waybill", "waybills.csv", facts.waybills))
        parts = [Part(name=name, kind=kind, text=_csv(rows)) for kind, name, rows in tables if rows]
        parts += [Part(name=piece.name, kind=piece.kind or "other", sha256=piece.sha256) for piece in files]
        missing = [Missing(kind, f"{code}: {detail}" if detail else code) for kind, code, detail in facts.missing]
        if not any(piece.kind == "chat" for piece in files):
            missing.append(Missing("chat", "case.no_chat"))
        if kept.statement.strip():
            parts.append(Part(name="statement.txt", kind="statement", text=kept.statement))
        else:
            missing.append(Missing("statement", "case.no_statement"))
        return parts, missing

    async def pack(self, case_id: str, path: Path, left_out: Sequence[str] = ()) -> Packed:
        parts, missing = await self.evidence(case_id)
        chosen = [part for part in parts if part.name not in left_out]
        return await asyncio.to_thread(write_pack, path, case_id, chosen, missing, self._folder, self._clock.now_ms())

    async def set_level(self, level: Level, wanted: LevelFigures) -> None:
        await self._hand.write(level_figures.set_level, level, wanted, self._clock.now_ms())
        self._news()

    async def put_certificate(self, shop_id: str, found: Certificate, source: Path | None = None) -> None:
        if source is not None:
            sha256, _ = await asyncio.to_thread(keep_file, self._folder, source)
            found = msgspec.structs.replace(found, file_sha256=sha256, file_name=source.name)
        await self._hand.write(certificates.put_certificate, shop_id, found, self._clock.now_ms())
        self._news()

    async def set_dispute_threshold(self, wanted: int) -> None:
        if await self._hand.write(disputes.set_threshold, wanted, self._clock.now_ms()):
            self._news()

    async def drop_certificate(self, certificate_id: str) -> None:
        await self._hand.write(certificates.drop_certificate, certificate_id, self._clock.now_ms())
        self._news()

    async def set_not_needed(self, shop_id: str, kind: str, reason: str) -> None:
        await self._hand.write(ledger_gaps.set_not_needed, shop_id, kind, reason, self._clock.now_ms())
        self._news()

    async def take_day_plan(self, source: Path) -> DayPlan:
        plan = plan_of(await asyncio.to_thread(read_plan, source), reference.years_that_came())
        await self._hand.write(day_plans.put_plan, plan, source.name, self._clock.now_ms())
        reference.take_days(rows_of(one.plan for one in await self._hand.read(day_plans.plans)))
        self._hub.announce(changed("compliance", "settings"))
        return plan

    async def put_duty(self, shop_id: str, duty_id: str, wanted: Work) -> None:
        await self._hand.write(duties.put_work, shop_id, duty_id, wanted, self._clock.now_ms())
        self._news()

    async def add_proof(self, shop_id: str, duty_id: str, source: Path) -> Proof:
        sha256, size = await asyncio.to_thread(keep_file, self._folder, source)
        now = self._clock.now_ms()
        proof = Proof(sha256=sha256, name=source.name, bytes=size, added_at=now)
        await self._hand.write(duties.add_proof, shop_id, duty_id, proof, now)
        self._news()
        return proof

    async def drop_proof(self, shop_id: str, duty_id: str, sha256: str) -> None:
        await self._hand.write(duties.drop_proof, shop_id, duty_id, sha256, self._clock.now_ms())
        self._news()

    async def set_minors_mode(self, on: bool) -> None:
        await self._hand.write(duties.set_minors_mode, on, self._clock.now_ms())
        self._hub.announce(changed("compliance", "wording"))


def _csv(rows: Sequence[Sequence[str]]) -> str:
    """With the mark in front that spreadsheets want; long numbers stay text, and nothing is reckoned."""
    out = io.StringIO(newline="")
    out.write("\ufeff")
    csv.writer(out).writerows([[_cell(cell) for cell in row] for row in rows])
    return out.getvalue()


def _cell(text: str) -> str:
    if text.isdigit() and len(text) > 11:
        return f"\t{text}"
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
