"""``products``: the goods in the file, one object a line; ``products link``: a dry run, or what of it is certain."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console.catalogue import Language, words
from console.cli.arguments import Options
from console.cli.profiles import kept, opened
from console.cli.say import FINDINGS, answer, log_to_stderr, say
from console.connect import Connection, FileVault, clock_of, read_connection
from console.core.clock import SystemClock

if TYPE_CHECKING:
    from console.rules.links import Sums
    from console.store.database import Database
    from console.store.views import Pair


def run(options: Options) -> int:
    """Print the goods, or link them; returns the exit code."""
    lang = options.lang or "zh_CN"
    assert options.profile is not None  # noqa: S101 - required by the parser
    if options.act == "link":
        return _link(options, options.profile, lang)
    return _list(options, options.profile, lang)


def _list(options: Options, folder: Path, lang: Language) -> int:
    with kept(folder) as path:
        rows = asyncio.run(_read(path, options.state))
    return answer(map(msgspec.json.encode, rows), lang)


async def _read(path: Path, state: str | None) -> list[dict[str, Any]]:
    from console.store.item_list import items_json

    clock = SystemClock()
    async with opened(path, clock) as database:
        return await database.read(lambda conn: list(items_json(conn, state, clock.now_ms())))


# -- link --------------------------------------------------------------------------------------------------------------


def _link(options: Options, folder: Path, lang: Language) -> int:
    assert options.connect is not None  # noqa: S101 - required by the parser
    log_to_stderr()
    connection = read_connection(options.connect)
    with _file(folder, dry=options.dry_run) as path:
        sums = asyncio.run(_compare(path, connection, options.connect, lang, dry=options.dry_run))
    if sums is None:
        return FINDINGS
    return answer([msgspec.json.encode({"create": sums.create, "link": sums.link, "ask": sums.ask})], lang)


@contextmanager
def _file(folder: Path, *, dry: bool) -> Iterator[Path]:
    """The profile's file; for a dry run a copy of it that is thrown away, so that nothing whatever is written."""
    from console.store.profile import Profile
    from console.store.schema import copy

    if not dry:
        with Profile.open(folder) as profile:
            yield profile.database_path
        return
    with tempfile.TemporaryDirectory() as aside:
        there = Path(aside) / "console.db"
        if folder.is_dir():
            with Profile.open(folder) as profile:
                if profile.database_path.exists():
                    copy(profile.database_path, there)
        yield there


async def _compare(path: Path, connection: Connection, told: Path, lang: Language, *, dry: bool) -> "Sums | None":
    """Read both shops' goods, then say what can be linked; None: they could not be read to the end."""
    from console.store import goods_links
    from console.sync.linking import dry_run

    clock, trouble = await clock_of(connection)
    if trouble is not None:
        say("cli.clock", lang, detail=words(trouble.code, lang, platform=connection.control_url).text)
    async with opened(path, clock) as database:
        pair = await _read_goods(database, clock, connection, FileVault(told), lang)
        if pair is None:
            return None
        proposal = await dry_run(database, pair)
        if not dry:
            await database.write(goods_links.carry_out, pair, proposal.link, clock.now_ms())
        return proposal.sums()


async def _read_goods(
    database: "Database", clock: SystemClock, connection: Connection, vault: FileVault, lang: Language
) -> "Pair | None":
    from console.binding.shops import Bindings
    from console.binding.vaults import Vaults
    from console.cli.sync import adopt
    from console.sync.engine import Engine
    from console.sync.hub import Hub
    from console.sync.report import distinct

    hub = Hub()
    engine = Engine(database, clock, hub)
    bindings = Bindings(database, clock, engine, hub, Vaults())
    try:
        pair, failures = await adopt(bindings, connection, vault)
        report = await engine.sync_once("items")
    finally:
        await bindings.close()
    missing = distinct([*failures, *report.failures])
    for failure in missing:
        say(failure.code, lang, platform=failure.platform, detail=failure.detail)
    return None if missing else pair
