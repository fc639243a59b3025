"""``reconcile``: the proof of a day or a month, kept in the file, as one line; ``--audit`` looks for gaps first."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console.catalogue import Language, words
from console.cli.arguments import Options
from console.cli.profiles import kept, opened
from console.cli.say import FINDINGS, OK, answer, log_to_stderr, say
from console.connect import FileVault, clock_of, read_connection
from console.core.clock import SystemClock
from console.core.errors import Trouble
from console.rules import proof_period
from console.rules.proof_period import Period

if TYPE_CHECKING:
    from console.store.chains import Break
    from console.store.database import Database
    from console.store.gap_audits import GapAudit
    from console.store.proofs import Proof
    from console.store.views import Pair
    from console.sync.hub import Hub


def run(options: Options) -> int:
    """Print the proof; returns 0 where everything is accounted for, 1 where it is not."""
    lang, folder = options.lang or "zh_CN", options.profile
    assert folder is not None  # noqa: S101 - required by the parser
    period = proof_period.day(options.day) if options.day else proof_period.month(options.month or "")
    with kept(folder) as path:
        found = asyncio.run(_main(path, period, options.connect, lang))
    clean = found.pop("clean")
    return answer([msgspec.json.encode(found)], lang) or (OK if clean else FINDINGS)


async def _main(path: Path, period: Period, connect: Path | None, lang: Language) -> dict[str, Any]:
    from console.store.chains import verify
    from console.store.shops import pairs
    from console.sync.hub import Hub
    from console.sync.proving import Prover

    clock, hub = SystemClock(), Hub()
    async with opened(path, clock) as database:
        audits: list[GapAudit] = []
        failed = False
        if connect is not None:
            audits, failed = await _audit(database, clock, hub, period, connect, lang)
        chains = await database.read(verify)  # as they were found: a new proof heals nothing
        prover = Prover(database, clock, hub)
        made = [(pair, await prover.prove(pair, period)) for pair in await database.read(pairs)]
    return _answer(period, made, chains.breaks, audits) | {
        "clean": bool(made) and not failed and not chains.breaks and all(is_clean(proof) for _, proof in made)
    }


def is_clean(proof: "Proof") -> bool:
    """Whether there is nothing in a proof that somebody has to look at."""
    content = proof.content
    return content["complete"] and not content["faults"] and not any(map(_is_open, content["findings"]))


def _is_open(finding: dict[str, Any]) -> bool:
    from console.rules.proof_books import CLOSED

    return finding["kind"] not in CLOSED


async def _audit(
    database: "Database", clock: SystemClock, hub: "Hub", period: Period, connect: Path, lang: Language
) -> "tuple[list[GapAudit], bool]":
    """Read what is new, then compare with the platforms from the period's begin to now; whether something failed."""
    from console.binding.shops import Bindings
    from console.binding.vaults import Vaults
    from console.cli.sync import adopt
    from console.sync.auditing import Auditor
    from console.sync.engine import Engine

    log_to_stderr()
    connection = read_connection(connect)
    told, trouble = await clock_of(connection)
    if trouble is not None:
        say("cli.clock", lang, detail=words(trouble.code, lang, platform=connection.control_url).text)
    clock.offset_ms = told.offset_ms
    engine = Engine(database, clock, hub)
    bindings = Bindings(database, clock, engine, hub, Vaults())
    found: list[GapAudit] = []
    try:
        pair, failures = await adopt(bindings, connection, FileVault(connect))
        failures += (await engine.sync_once("orders")).failures
        for failure in failures:
            say(failure.code, lang, platform=failure.platform, detail=failure.detail)
        try:
            shop_ids = () if pair is None else pair.shop_ids
            found = await Auditor(database, clock, hub, engine.streams).audit(shop_ids, period.begin_at, clock.now_ms())
        except Trouble as trouble_met:
            say(trouble_met.code, lang, platform=trouble_met.platform, detail=trouble_met.detail)
            return found, True
    finally:
        await bindings.close()
    return found, bool(failures) or any(one.left or one.unknown for one in found)


def _answer(
    period: Period, made: "list[tuple[Pair, Proof]]", breaks: "tuple[Break, ...]", audits: "list[GapAudit]"
) -> dict[str, Any]:
    """One proof, or the proofs of several pairs of shops added up."""
    counts: dict[str, int] = {}
    sums: dict[str, int] = {}
    exceptions: list[dict[str, Any]] = [
        {"kind": "chain_broken", "reason": one.damage, "chain": one.chain, "row": one.row, "open": True}
        for one in breaks
    ]
    if not made:
        exceptions.append({"kind": "incomplete", "reason": "no_pair", "open": True})
    for pair, proof in made:
        content = proof.content
        for whole, part in ((counts, content["counts"]), (sums, content["sums_fen"])):
            for key, value in part.items():
                whole[key] = whole.get(key, 0) + value
        exceptions += [{"kind": "does_not_add_up", "reason": fault, "open": True} for fault in content["faults"]]
        shown = [one for one in content["findings"] if one["kind"] != "not_paid"]
        where = {} if len(made) == 1 else {"shop_id": pair.kuaishou_shop_id}
        exceptions += [one | where | {"open": _is_open(one)} for one in shown]
    told: dict[str, Any] = {
        "month" if period.is_month else "day": period.key,
        "counts": counts,
        "sums_fen": sums,
        "exceptions": exceptions,
        "recovered": [no for _, proof in made for no in proof.content["recovered"]],
        "came_late": [no for _, proof in made for no in proof.content["came_late"]],
        "hash": made[-1][1].hash if made else "",
        "complete": bool(made) and all(proof.content["complete"] for _, proof in made),
    }
    if audits:
        told["audit"] = [
            {
                "shop_id": one.shop_id,
                "listed": one.there,
                "found": sorted({*one.missing, *one.stale}),
                "repaired": list(one.repaired),
                "unknown": list(one.unknown),
            }
            for one in audits
        ]
    return told
