"""``live ingest``: a file of lines into the profile; ``live recap``: a past show as a workbook or a PDF. No window."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from console.catalogue import Language
from console.cli.arguments import Options
from console.cli.importing import BATCH, all_refused
from console.cli.profiles import kept, opened
from console.cli.say import FINDINGS, OK, UNUSABLE, USAGE, answer, say
from console.core.clock import Clock, SystemClock

if TYPE_CHECKING:
    from console.core.live import LiveRow
    from console.rules.live_recap import Recap
    from console.store.database import Database

FORMS = (".xlsx", ".pdf")


class Ingested(msgspec.Struct, kw_only=True):
    """The answer: how many lines were new, known or refused, and why."""

    session_id: str | None = None
    accepted: int = 0
    duplicate: int = 0
    rejected: list["Rejected"] = msgspec.field(default_factory=list)


class Rejected(msgspec.Struct, frozen=True):
    """A line that was not taken."""

    line: int
    reason: str


def run(options: Options) -> int:
    """Take a file in, or write a recap; returns the exit code."""
    lang = options.lang or "zh_CN"
    assert options.profile is not None  # noqa: S101 - required by the parser
    if options.live == "ingest":
        return _ingest(options.file, options.profile, lang)
    return _recap(options.session, options.profile, options.out, lang)


def _ingest(file: Path, folder: Path, lang: Language) -> int:
    from console.store.profile import Profile

    if not file.is_file():
        say("cli.no_file", lang, path=file)
        return USAGE
    with Profile.open(folder) as profile:
        try:
            answered = asyncio.run(_take(file, profile.database_path))
        except OSError as error:
            say("cli.unreadable_file", lang, path=file, detail=error.strerror or "")
            return USAGE
    code = answer([msgspec.json.encode(answered)], lang)
    return code or (FINDINGS if all_refused(answered.accepted, answered.duplicate, len(answered.rejected)) else OK)


async def _take(file: Path, path: Path) -> Ingested:
    from console.store.live_taking import note_refusals

    clock, answered = SystemClock(), Ingested()
    async with opened(path, clock) as database:
        await _read_in(database, file, clock, answered)
        await database.write(note_refusals, [one.reason for one in answered.rejected], clock.now_ms())
        answered.session_id = await _session(database, answered.session_id or "")
    return answered


async def _read_in(database: "Database", file: Path, clock: Clock, answered: Ingested) -> None:
    """Line by line, ``BATCH`` rows a transaction; ``answered`` tells what became of each."""
    from console.core.live import LiveSignal, LiveSource
    from console.ingest.lines import LineReader
    from console.store.live_taking import take

    async def keep(rows: "list[LiveRow]") -> None:
        for taken in await database.write(take, rows, clock.now_ms(), LiveSource.FILE):  # a person's: none is refused
            answered.accepted += not taken.is_duplicate
            answered.duplicate += taken.is_duplicate

    batch: list[LiveRow] = []
    with file.open("rb") as lines:
        for line in LineReader(lines).read(clock.now_ms()):
            if line.row is None:
                answered.rejected.append(Rejected(line.number, line.reason))
                continue
            batch.append(line.row)
            if isinstance(line.row, LiveSignal) or answered.session_id is None:
                answered.session_id = line.row.session_id
            if len(batch) == BATCH:
                await keep(batch)
                batch.clear()
        await keep(batch)


async def _session(database: "Database", part_id: str) -> str | None:
    from console.store.live_view import show

    found = await database.read(show, part_id) if part_id else None
    return None if found is None else found.session_id


def _recap(session: str, folder: Path, out: Path, lang: Language) -> int:
    from console.documents.live_recap import recap_words, write_recap
    from console.documents.self_check_files import without_window

    if out.suffix.lower() not in FORMS:
        say("cli.recap_form", lang, detail=out.suffix or out.name)
        return USAGE
    with kept(folder) as path:
        recap = asyncio.run(_gather(path, session))
    if recap is None:
        say("cli.no_show" if session == "last" else "live.no_session", lang, detail=session)
        return USAGE
    try:
        if out.suffix.lower() == ".pdf":
            without_window()
            from console.documents.live_recap_paper import write_recap_paper

            write_recap_paper(out, recap, lang, SystemClock().now_ms())
        else:
            write_recap(out, recap, recap_words(lang))
    except OSError as error:
        say("cli.unwritable", lang, path=out, detail=error.strerror or "")
        return UNUSABLE
    return OK


async def _gather(path: Path, session: str) -> "Recap | None":
    from console.store.database import Database
    from console.store.live_recaps import recap
    from console.store.live_view import show

    database = await asyncio.to_thread(Database.open, path, SystemClock())
    try:
        found = await database.read(show, session)
        return None if found is None else await database.read(recap, found)
    finally:
        await asyncio.to_thread(database.close)
