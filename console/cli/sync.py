"""``sync --once``: both platforms into the file, and one line that says what came of it."""

import asyncio
import contextlib
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from console.catalogue import Language, words
from console.cli.arguments import Options
from console.cli.profiles import opened
from console.cli.say import FINDINGS, OK, answer, log_to_stderr, say
from console.connect import Connection, FileVault, clock_of, read_connection
from console.core.clock import SystemClock
from console.core.errors import Trouble
from console.core.model import Platform, Shop
from console.sync.report import Failure, Report, distinct

if TYPE_CHECKING:
    from console.binding.shops import Bindings
    from console.store.database import Database
    from console.store.profile import Profile
    from console.store.views import Pair


def run(options: Options) -> int:
    """Sync once and print the answer; returns the exit code."""
    from console.store.profile import Profile

    lang, path, folder = options.lang or "zh_CN", options.connect, options.profile
    assert path is not None  # noqa: S101 - both are required by the parser
    assert folder is not None  # noqa: S101
    log_to_stderr()
    stopped: list[int] = []
    try:
        connection = read_connection(path)
        with Profile.open(folder) as profile:
            found = asyncio.run(_main(profile, connection, path, lang, stopped))
    except (asyncio.CancelledError, KeyboardInterrupt):
        say("cli.stopped", lang)
        return 128 + (stopped[0] if stopped else signal.SIGINT)
    code = answer([msgspec.json.encode(found)], lang)
    return code or (FINDINGS if found["trouble"] or found["quarantined"] else OK)


async def _main(
    profile: "Profile", connection: Connection, path: Path, lang: Language, stopped: list[int]
) -> dict[str, Any]:
    """The run between the opening of the file and its closing."""
    with _stopped_by_signals(stopped):
        clock, trouble = await clock_of(connection)
        if trouble is not None:
            say("cli.clock", lang, detail=words(trouble.code, lang, platform=connection.control_url).text)
        async with opened(profile.database_path, clock) as database:
            return await _sync(database, clock, connection, FileVault(path), lang)


async def _sync(
    database: "Database", clock: SystemClock, connection: Connection, vault: FileVault, lang: Language
) -> dict[str, Any]:
    from console.binding.shops import Bindings
    from console.binding.vaults import Vaults
    from console.store.figures import counts
    from console.sync.engine import Engine
    from console.sync.hub import Hub

    hub = Hub()
    engine = Engine(database, clock, hub)
    bindings = Bindings(database, clock, engine, hub, Vaults())
    try:
        _, failures = await adopt(bindings, connection, vault)
        report = await engine.sync_once()
        calls = bindings.calls
    finally:
        await bindings.close()
    held = await database.read(counts)
    return _answer(held, report, distinct([*failures, *report.failures]), calls, lang)


async def adopt(bindings: "Bindings", connection: Connection, vault: FileVault) -> "tuple[Pair | None, list[Failure]]":
    """Both shops, and that they belong together. A platform that does not say whose tokens these are is left out."""
    from console.store.views import Pair

    shops: dict[Platform, Shop] = {}
    failures: list[Failure] = []

    async def ask(platform: Platform) -> None:
        try:
            shops[platform] = await bindings.adopt(platform, vault, platform.value, connection.keys(platform).base_url)
        except Trouble as trouble:
            failures.append(Failure.of(trouble, "", platform, None))

    await asyncio.gather(*(ask(platform) for platform in Platform))
    if len(shops) < len(Platform):
        return None, failures
    pair = Pair(kuaishou_shop_id=shops[Platform.KUAISHOU].shop_id, youzan_shop_id=shops[Platform.YOUZAN].shop_id)
    await bindings.pair(*pair.shop_ids)
    return pair, failures


def _answer(
    held: dict[Platform, dict[str, int]], report: Report, failures: tuple[Failure, ...], calls: int, lang: Language
) -> dict[str, Any]:
    trouble = []
    for failure in failures:
        said = words(failure.code, lang, platform=failure.platform, detail=failure.detail)
        trouble.append(
            {
                "platform": failure.platform,
                "kind": failure.kind,
                "code": failure.code,
                "message": said.text,
                "next_step": said.next_step,
            }
        )
    return {
        **{platform.value: held[platform] for platform in Platform},
        "written": report.written,
        "calls": calls,
        "quarantined": list(report.quarantined),
        "trouble": trouble,
    }


@contextlib.contextmanager
def _stopped_by_signals(stopped: list[int]) -> Iterator[None]:
    """SIGINT and SIGTERM cancel the task that runs this; ``stopped`` then holds which one it was."""
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()

    def stop(number: int) -> None:
        stopped.append(number)
        if task is not None:
            task.cancel()

    taken = []
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError, RuntimeError):  # Windows' loop has none: there Ctrl+C interrupts
            loop.add_signal_handler(number, stop, int(number))
            taken.append(number)
    try:
        yield
    finally:
        for number in taken:
            loop.remove_signal_handler(number)
