"""Run sheets and cues as the window asks for them: kept under the hand of whoever asks, then told."""

from collections.abc import Callable

from console.core.changes import changed
from console.core.clock import Clock
from console.rules.live_script import Cue, Mark, Script
from console.store import live_plan, live_scripts
from console.store.database import Database
from console.store.views_live import Plan
from console.sync.hub import Hub


class LiveScripting:
    """Writes to the file only."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub

    async def _put(self, act: Callable[..., object], *told: object) -> None:
        await self._hand.write(act, *told)
        self._hub.announce(changed("live"))

    async def put(self, script: Script) -> None:
        """Keep a run sheet, new or changed."""
        await self._put(live_scripts.put_script, script, self._clock.now_ms())

    async def add(self, script: Script, cue: Cue) -> None:
        """One more cue of a run sheet; a new run sheet is used from now on."""
        await self._put(live_scripts.add_cue, script, cue, self._clock.now_ms())

    async def drop(self, script_id: str) -> None:
        """Throw a run sheet away."""
        await self._put(live_scripts.drop_script, script_id, self._clock.now_ms())

    async def choose(self, script_id: str) -> None:
        """The run sheet of the shows from now on; empty: none."""
        await self._put(live_scripts.choose_script, script_id, self._clock.now_ms())

    async def plan(self, plan: Plan | None) -> None:
        """When the next show is to be; None: nothing is planned."""
        await self._put(live_plan.put_plan, plan, self._clock.now_ms())

    async def confirm(self, session_id: str, cue: Cue, mark: Mark) -> None:
        """A cue was done."""
        await self._put(live_scripts.confirm, session_id, cue, mark)

    async def note(self, session_id: str, mark: Mark) -> None:
        """A cue is left out, or put off."""
        await self._put(live_scripts.put_mark, session_id, mark)

    async def take_back(self, session_id: str, cue_id: str, before: Mark | None) -> None:
        """As it stood before."""
        await self._put(live_scripts.take_back, session_id, cue_id, before)

    async def feature(self, session_id: str, item_id: str, at: int) -> None:
        """This item is the one that is spoken of from now on."""
        await self._put(live_scripts.feature, session_id, item_id, at)
