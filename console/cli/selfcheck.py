"""``selfcheck``: the self-check of a month, kept in the file. Code 0: nothing is open; 1: something is, or the chain of
reports is broken."""

import asyncio
import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from console.catalogue import Language
from console.cli.arguments import Options
from console.cli.profiles import kept, opened
from console.cli.say import FINDINGS, OK, UNUSABLE, USAGE, answer, say
from console.core.clock import SystemClock
from console.core.errors import Refused

if TYPE_CHECKING:
    from console.store.self_checks import Kept

FORMS = (".html", ".pdf", ".xlsx")


def run(options: Options) -> int:
    """Make the report, write it where asked, answer with one line."""
    lang, folder, month = options.lang or "zh_CN", options.profile, options.month
    assert folder is not None and month is not None  # noqa: S101, PT018 - required by the parser
    out: Path | None = getattr(options, "out", None)
    if wrong := _beforehand(out, options.chat or [], lang):
        return wrong
    try:
        with kept(folder) as path:
            found, broken = asyncio.run(_main(path, month, options.chat or []))
    except Refused as refused:
        say(refused.code, lang, detail=refused.detail)
        return USAGE
    except OSError as error:
        say("cli.unreadable_file", lang, path=error.filename or "", detail=error.strerror or str(error))
        return USAGE
    if out is not None and (wrong := _write(out, found, broken, lang)):
        return wrong
    if broken:
        say("selfcheck.broken", lang, detail=broken)
    wrong = answer([_said(found, broken, options, lang)], lang)
    return wrong or (FINDINGS if broken or found.report.count(state="open") else OK)


def _beforehand(out: Path | None, chats: list[Path], lang: Language) -> int:
    """What can be known to fail before a report is made and kept; 0: nothing."""
    if out is not None and out.suffix.lower() not in FORMS:
        say("selfcheck.form", lang, detail=out.suffix or out.name)
        return USAGE
    if out is not None and not out.absolute().parent.is_dir():
        say("cli.unwritable", lang, path=out, detail=os.strerror(errno.ENOENT))
        return UNUSABLE
    missing = next((chat for chat in chats if not chat.is_file()), None)
    if missing is not None:
        say("cli.no_file", lang, path=missing)
        return USAGE
    return OK


async def _main(path: Path, month: str, chats: list[Path]) -> "tuple[Kept, str]":
    from console.binding.self_checking import SelfChecking
    from console.binding.wording import Wording
    from console.documents.passages import PassageTrouble
    from console.sync.hub import Hub

    clock, hub = SystemClock(), Hub()
    async with opened(path, clock) as database:
        checks = SelfChecking(database, clock, hub, Wording(database, clock, hub).checker)
        broken = await checks.broken()  # as it was found: a new report heals nothing
        for chat in chats:
            try:
                await checks.take_chat(month, chat)
            except PassageTrouble as trouble:
                raise Refused(trouble.code, detail=trouble.detail) from trouble
        number = await checks.run(month, "")
        found = await checks.report(number)
        assert found is not None  # noqa: S101 - it was kept just now
        return found, broken


def _write(out: Path, found: "Kept", broken: str, lang: Language) -> int:
    from console.documents.self_check_files import without_window, write_report

    if out.suffix.lower() == ".pdf":
        without_window()
    try:
        write_report(out, found, lang, broken=bool(broken))
    except OSError as error:
        say("cli.unwritable", lang, path=out, detail=error.strerror or str(error))
        return UNUSABLE
    return OK


def _said(found: "Kept", broken: str, options: Options, lang: Language) -> bytes:
    if options.json:
        from console.binding.self_checking import told

        return msgspec.json.encode(told(found, broken))
    from console.documents.self_check_words import report_words, summary

    return f"{found.report.month} {summary(found, report_words(lang))} SHA-256 {found.hash}".encode()
