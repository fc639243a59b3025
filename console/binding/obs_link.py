"""This installation's link to OBS: set up, kept up, and what it tells of the stream put into the show."""

import asyncio
import logging
from collections import deque
from typing import TYPE_CHECKING, Final

import msgspec

from console.binding.vaults import Vaults
from console.core.changes import changed
from console.core.clock import SECOND, Clock
from console.core.errors import Busy, FileTrouble, Refused, Trouble
from console.core.streaming import Greeting, LinkChoice, LinkStage, StreamState, StreamStatus
from console.rules import live_stream
from console.store import live_streams, settings
from console.store.database import Database
from console.store.secrets import VaultTrouble
from console.sync.hub import Hub

if TYPE_CHECKING:  # loads a WebSocket library: not before somebody links OBS
    from console.ingest.obs import ObsLine

ENTRY: Final = "obs"  # of the password in the key store
CHOICE: Final = "live.obs"
LOOK_S: Final = 2.0  # between two looks at the stream
FIRST_S, LONGEST_S = 1.0, 60.0  # between two tries where nobody answers
BEAT_MS: Final = 30 * SECOND  # so often the show hears that the stream goes on
KEPT: Final = 40  # readings: more than half a minute of them

log = logging.getLogger(__name__)


class ObsLink:
    """One link at most. What OBS says of its stream begins and ends shows; nothing else is asked of it
    but a picture, where somebody reviews what it sends."""

    def __init__(self, database: Database, clock: Clock, hub: Hub, vaults: Vaults) -> None:
        self._database = database
        self._clock = clock
        self._hub = hub
        self._vaults = vaults
        self._changing = asyncio.Lock()  # two changes at once must not leave two links
        self._task: asyncio.Task[None] | None = None
        self._state = StreamState()
        self._told: deque[StreamStatus] = deque(maxlen=KEPT)
        self._part = ""  # of the show, while the stream is on
        self._beat_at = 0
        self._seen_at = 0  # when the stream was last seen to be on

    # -- what the window asks -----------------------------------------------------------------------------------------

    def state(self) -> StreamState:
        """How it stands at this moment."""
        return self._state

    async def choice(self) -> LinkChoice:
        """What is set."""
        return msgspec.convert(await self._database.read(settings.get, CHOICE, {}), LinkChoice)

    async def has_password(self) -> bool:
        """Whether one is kept. Raises Busy where the key store is silent."""
        return bool(await self._password())

    async def set_choice(self, wanted: LinkChoice, password: str | None = None) -> None:
        """Link or unlink it, now and at every start. ``password`` None: the one that is kept stays."""
        _check(wanted)
        async with self._changing:
            if password is not None:
                await self._keep_password(password)
            await self._database.write(settings.put, CHOICE, msgspec.structs.asdict(wanted), self._clock.now_ms())
            await self._stop()
            if wanted.on:
                self._start(wanted)
        self._hub.announce(changed("live", "settings"))

    async def _keep_password(self, password: str) -> None:
        try:
            store = await self._vaults.open()
            await (store.keep(ENTRY, password) if password else store.forget(ENTRY))
        except VaultTrouble as trouble:
            raise Busy("obs.vault", detail=str(trouble)) from None

    async def test(self, wanted: LinkChoice, password: str | None = None) -> Greeting:
        """Greet it once, with the password that is kept where none is given. Raises Trouble."""
        from console.ingest.obs import ObsLine

        _check(wanted)
        secret = await self._password() if password is None else password
        line = await ObsLine.open(wanted.host, wanted.port, secret, self._clock)
        try:
            return Greeting(version=line.version, is_active=(await line.status()).is_active)
        finally:
            await line.close()

    async def picture(self) -> bytes:
        """What OBS sends at this moment, over a line of its own. Raises Refused where no link is set up, Trouble."""
        from console.ingest.obs import PICTURE_BYTES, ObsLine

        choice = await self.choice()
        if not choice.on:
            raise Refused("obs.off")
        line = await ObsLine.open(choice.host, choice.port, await self._password(), self._clock, PICTURE_BYTES)
        try:
            return await line.picture()
        finally:
            await line.close()

    async def _password(self) -> str:
        try:
            return await (await self._vaults.open()).recall(ENTRY) or ""
        except VaultTrouble as trouble:
            raise Busy("obs.vault", detail=str(trouble)) from None

    # -- keeping it up ------------------------------------------------------------------------------------------------

    async def resume(self) -> None:
        """As it was left."""
        choice = await self.choice()
        if choice.on:
            self._start(choice)

    async def close(self) -> None:
        """The end of the run. A stream that is on goes on without us."""
        await self._stop()

    def _start(self, choice: LinkChoice) -> None:
        self._task = asyncio.get_running_loop().create_task(self._keep(choice), name="obs:link")

    async def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        self._part = ""
        self._be(StreamState())

    async def _keep(self, choice: LinkChoice) -> None:
        """Connect, follow the stream, and come again after longer and longer pauses. A wrong password ends it;
        a key store that is locked for the moment does not."""
        pause_s = FIRST_S
        while True:
            self._be(StreamState(stage=LinkStage.CONNECTING, code=self._state.code))
            try:
                line = await self._open(choice)
                try:
                    pause_s = FIRST_S
                    await self._follow(line)
                finally:
                    await line.close()
            except Refused as refused:
                self._be(StreamState(stage=LinkStage.REFUSED, code=refused.code, detail=refused.detail))
                return
            except (Trouble, FileTrouble) as trouble:
                again_at = self._clock.now_ms() + round(pause_s * SECOND)
                self._be(
                    StreamState(stage=LinkStage.WAITING, code=trouble.code, detail=trouble.detail, next_try_at=again_at)
                )
            await self._clock.sleep(pause_s)
            pause_s = min(LONGEST_S, pause_s * 2)

    async def _open(self, choice: LinkChoice) -> "ObsLine":
        from console.ingest.obs import ObsLine

        return await ObsLine.open(choice.host, choice.port, await self._password(), self._clock)

    async def _follow(self, line: "ObsLine") -> None:
        """Look every two seconds, and at once when it says that something changed. Raises Offline when it hangs up."""
        self._told.clear()
        while True:
            await self._take(await line.status())
            try:
                async with asyncio.timeout(LOOK_S):
                    change = await line.changes.get()
            except TimeoutError:
                continue
            if change is False:
                await self._end(self._clock.now_ms())

    async def _take(self, status: StreamStatus) -> None:
        self._told.append(status)
        told = list(self._told)
        now = self._clock.now_ms()
        self._be(
            StreamState(
                stage=LinkStage.ON, status=status, dropped=live_stream.dropped(told), kbps=live_stream.kbps(told)
            )
        )
        if not status.is_active:
            await self._end(self._seen_at)
            return
        self._seen_at = status.at
        if not self._part:
            self._part = await self._database.write(live_streams.began, status.at - status.duration_ms, now)
            self._beat_at = now
            self._hub.announce(changed("live"))
        elif now - self._beat_at >= BEAT_MS:
            await self._database.write(live_streams.goes_on, self._part, status.at, now)
            self._beat_at = now

    async def _end(self, at: int) -> None:
        """The stream is over, since ``at``; said once."""
        part, self._part = self._part, ""
        if part:
            await self._database.write(live_streams.ended, part, at, self._clock.now_ms())
            self._hub.announce(changed("live"))

    def _be(self, state: StreamState) -> None:
        was, self._state = self._state, state
        if (was.stage, was.code) != (state.stage, state.code):
            self._hub.announce(changed("live"))


def _check(wanted: LinkChoice) -> None:
    if not wanted.host.strip() or not 0 < wanted.port < 65_536:
        raise Refused("obs.address", detail=f"{wanted.host}:{wanted.port}")
