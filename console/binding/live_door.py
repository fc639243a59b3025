"""This installation's ingest door: its token, whether it is open, and the way from its thread to file and window."""

import asyncio
import logging
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from console.binding.obs_link import ObsLink
from console.binding.vaults import Vaults
from console.core.changes import changed
from console.core.clock import Clock
from console.core.errors import FileTrouble, Refused
from console.core.live import DoorState, LiveRow, LiveSource, Taken
from console.ingest.arriving import Arrivals
from console.ingest.folder import Place, WatchedFolder
from console.store import live_ends, live_hand, live_taking, settings
from console.store.database import Database
from console.store.pages import driver
from console.store.secrets import VaultTrouble
from console.sync.hub import Hub
from console.sync.resting import Resting

if TYPE_CHECKING:  # loads a web server: not before somebody opens the door
    from console.ingest.door import Door

ENTRY: Final = "ingest"  # of the token in the key store
OPEN, PORT, FOLDER, PLACES = "live.door.open", "live.door.port", "live.folder", "live.folder.places"
USUAL_PORT: Final = 17_817
TOKEN_BYTES: Final = 24
AGAIN_S: Final = 10.0  # after trouble with the watched folder

log = logging.getLogger(__name__)


class LiveDoor:
    """Opens and closes the door; rows go to the file, the news of them to the window."""

    def __init__(self, database: Database, clock: Clock, hub: Hub, vaults: Vaults) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._vaults = vaults
        self._door: Door | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watching: asyncio.Task[None] | None = None
        self._folder = ""
        self._arrivals = Arrivals()
        self._taken_port = 0
        self._turn = asyncio.Lock()  # whoever opens, shuts or watches: one after the other, so that none is left behind
        self.stream = ObsLink(database, clock, hub, vaults)

    # -- what the window asks -----------------------------------------------------------------------------------------

    def state(self) -> DoorState:
        """How it stands at this moment."""
        door, ahead_ms = self._door, self._arrivals.ahead_ms(self._clock.now_ms())
        if door is None:
            return DoorState(is_open=False, folder=self._folder, taken_port=self._taken_port, ahead_ms=ahead_ms)
        intake = door.intake
        return DoorState(
            is_open=True,
            address=door.address,
            last_at=intake.last_at,
            rejected=intake.rejected,
            folder=self._folder,
            ahead_ms=ahead_ms,
        )

    async def token(self) -> str:
        """This installation's token; made when it is first asked for. Raises Refused where the key store is silent."""
        async with self._turn:
            return await self._kept_token()

    async def _kept_token(self) -> str:
        try:
            store = await self._vaults.open()
            kept = await store.recall(ENTRY)
            return kept if kept else await self._make_token()
        except VaultTrouble as trouble:
            raise Refused("live.token", detail=str(trouble)) from None

    async def new_token(self) -> str:
        """Another token: whoever holds the former one is locked out at once."""
        async with self._turn:
            return await self._make_token()

    async def _make_token(self) -> str:
        made = secrets.token_urlsafe(TOKEN_BYTES)
        try:
            await (await self._vaults.open()).keep(ENTRY, made)
        except VaultTrouble as trouble:
            raise Refused("live.token", detail=str(trouble)) from None
        if self._door is not None:
            self._door.change_token(made)
        return made

    async def open(self, port: int | None = None) -> DoorState:
        """Open it, now and at every start from now on. Raises Refused where the port is taken."""
        async with self._turn:
            if self._door is None:
                await self._open(port)
        self._hub.announce(changed("live"))
        return self.state()

    async def _open(self, port: int | None) -> None:
        wanted = await self._database.read(settings.get, PORT, USUAL_PORT) if port is None else port
        token = await self._kept_token()
        self._loop = asyncio.get_running_loop()
        try:
            self._door = door = await self._start(token, int(wanted))
        except OSError as error:
            self._taken_port = int(wanted)
            raise Refused("live.port", detail=str(wanted)) from error
        self._taken_port = 0
        await self._put(OPEN, True)
        await self._put(PORT, door.port)

    async def _start(self, token: str, port: int) -> "Door":
        """Whoever is cancelled meanwhile leaves no open door behind."""
        starting = asyncio.ensure_future(asyncio.to_thread(self._started, token, port))
        try:
            return await asyncio.shield(starting)
        except asyncio.CancelledError:
            await asyncio.to_thread((await starting).stop)
            raise

    def _started(self, token: str, port: int) -> "Door":
        from console.ingest.door import Door

        door = Door(self, self._clock, token, port)
        door.start()
        return door

    async def shut(self) -> None:
        """Close it, until it is opened again."""
        async with self._turn:
            await self._close()
            self._taken_port = 0
            await self._put(OPEN, False)
        self._hub.announce(changed("live"))

    async def watch(self, folder: Path | None) -> None:
        """Take in what is appended to ``.jsonl`` files there, from now on; None: no longer."""
        async with self._turn:
            await self._put(FOLDER, str(folder or ""))
            await self._stop_watching()
            self._folder = str(folder or "")
            if folder is not None:
                await self._watch(folder)
        self._hub.announce(changed("live"))

    async def mark(self, session_id: str, words: str) -> None:
        """Note a moment of a show by hand. Raises Refused where nobody knows the show."""
        await self._by_hand(live_hand.mark, session_id, words)

    async def finish(self, session_id: str) -> None:
        """Say by hand that a show is over. Raises Refused where nobody knows it."""
        await self._by_hand(live_hand.finish, session_id)

    async def reopen(self, session_id: str) -> None:
        """Say by hand that a show is not over. Raises Refused where nobody knows it, and while another one is on."""
        await self._by_hand(live_hand.reopen, session_id)

    async def _by_hand(self, act: Callable[..., None], *told: str) -> None:
        await self._database.write(act, *told, self._clock.now_ms())
        self._hub.announce(changed("live"))

    async def _put(self, key: str, value: object) -> None:
        await self._database.write(settings.put, key, value, self._clock.now_ms())

    # -- what the door asks, on its own loop --------------------------------------------------------------------------

    async def keep(self, rows: Sequence[LiveRow]) -> Sequence[Taken]:
        """Into the file; then the window hears of it."""
        now = self._clock.now_ms()
        taken = await self._database.write(live_taking.take, rows, now, LiveSource.INGEST)
        self._arrivals.note(now, rows)
        if any(not (one.is_duplicate or one.is_over or one.reason) for one in taken):
            self._tell()
        return taken

    async def refused(self, reasons: Sequence[str]) -> None:
        """Count what was not taken."""
        await self._database.write(live_taking.note_refusals, reasons, self._clock.now_ms())

    def _tell(self) -> None:
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._hub.announce, changed("live"))

    # -- start and end ------------------------------------------------------------------------------------------------

    async def resume(self) -> None:
        """As it was left: open or not, watching or not. A port that somebody else has by now leaves it closed."""
        self._loop = asyncio.get_running_loop()
        await self.stream.resume()
        folder = str(await self._database.read(settings.get, FOLDER, ""))
        if folder:
            async with self._turn:
                self._folder = folder
                await self._watch(Path(folder))
        with suppress(FileTrouble):  # there are other starts
            await self._database.write(lambda conn: live_ends.forget(driver(conn), self._clock.now_ms()))
        if not await self._database.read(settings.get, OPEN, False):
            return
        try:
            await self.open()
        except Refused as refused:
            log.info("the ingest door stays closed: %s", refused.code)

    async def _watch(self, folder: Path) -> None:
        self._loop = asyncio.get_running_loop()
        kept = await self._database.read(settings.get, PLACES, {})
        places = {name: msgspec.convert(place, Place) for name, place in kept.items()}
        watched = WatchedFolder(folder, self, self._clock, places, self._remember)
        self._watching = self._loop.create_task(self._look(watched), name="live:folder")

    async def _look(self, watched: WatchedFolder) -> None:
        """A file that another program holds, or a full disk, is a pause and not the end of it."""
        resting = Resting("live:folder")
        while True:
            try:
                with resting.going_on(but=(OSError, FileTrouble)):  # a fault of ours with one file: others come
                    await watched.watch()
            except OSError as error:
                log.warning("the watched folder cannot be read now: %s", error.strerror)
            except FileTrouble as trouble:
                log.warning("what came by the watched folder cannot be kept now: %s", trouble.code)
            await self._clock.sleep(AGAIN_S)

    async def _remember(self, places: dict[str, Place]) -> None:
        plain = {name: msgspec.structs.asdict(place) for name, place in places.items()}
        await self._database.write(settings.remember, PLACES, plain)

    async def _stop_watching(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
            self._watching = None

    async def _close(self) -> None:
        if self._door is not None:
            await asyncio.to_thread(self._door.stop)
            self._door = None

    async def close(self) -> None:
        """The end of the run. How it stood is kept."""
        await self.stream.close()
        async with self._turn:
            await self._stop_watching()
            await self._close()
