"""A show for demo and pictures: the sandbox plays a helper that tells of a broadcast, through the real door."""

import asyncio
import json
import logging
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

from console.app.exported import take_exports
from console.app.exported_customers import take_customers
from console.app.exported_experiments import take_experiments
from console.app.exported_forecast import take_spend
from console.app.past_shows import EVENINGS, tell_past_shows
from console.connect import ConnectTrouble, read_connection
from console.core.errors import Refused
from console.rules.live_script import LATE_MS, Cue, CueKind, Mark, Script

if TYPE_CHECKING:
    from console.app.joining import Assembly
    from console.store.live_view import Show

MINUTES = 47  # for so long the show has been on
PATIENCE_S = 10.0
LOOK_S = 0.1
CAUGHT_UP_MS = 15_000
SEVERAL = 600  # looks at how far it is
SCRIPT_LOOKS = 50  # at whether the show has begun
NAME = "示例脚本"  # the played show speaks Chinese, too

log = logging.getLogger(__name__)


async def begin_show(assembly: "Assembly", connect: Path) -> bool:
    """Open the door and let a show be on that began a while ago; False where this is no sandbox, or it does not answer.

    Returns before the show has come in: that takes some seconds, and nothing waits for it.
    """
    try:
        control = (await asyncio.to_thread(read_connection, connect)).control_url
        if not control:
            return False
        state = await assembly.live.open(0)
        asked = {"door": state.address, "token": await assembly.live.token(), "minutes": MINUTES, "evenings": EVENINGS}
        await asyncio.to_thread(_call, f"{control}/live", asked)
        show = await _begun(assembly)
        if show is not None:
            await _write_script(assembly, show)
            await tell_past_shows(assembly, show)
            await take_exports(assembly)
            await take_experiments(assembly)
            await take_spend(assembly)
            await take_customers(assembly)
    except (ConnectTrouble, Refused, OSError, ValueError) as trouble:
        log.info("no show is played: %s", trouble)
        return False
    return True


async def _begun(assembly: "Assembly") -> "Show | None":
    """The show, as soon as its first rows are kept."""
    from console.store import live_view

    for _ in range(SCRIPT_LOOKS):
        show = await assembly.database.read(live_view.show, "last")
        if show is not None:
            return show
        await asyncio.sleep(LOOK_S)
    return None


async def _write_script(assembly: "Assembly", show: "Show") -> None:
    """The run sheet by which the played show goes, and what of it is over; nothing where somebody chose one."""
    from console.sandbox.live_show import CUES
    from console.store import live_scripts

    if await assembly.database.read(live_scripts.chosen_script) is not None:
        return
    cues = tuple(
        Cue(cue_id=f"demo:{number}", into_ms=into, kind=_kind(kind, title), title=title)
        for number, (into, kind, title, _) in enumerate(CUES, 1)
    )
    await assembly.scripts.put(Script(script_id="demo", name=NAME, cues=cues))
    await assembly.scripts.choose("demo")
    for cue in cues:
        at = show.started_at + cue.into_ms
        if at < assembly.clock.now_ms() - LATE_MS:  # told by the played helper itself: only noted
            await assembly.scripts.note(show.session_id, Mark(cue_id=cue.cue_id, state="done", at=at + LATE_MS // 10))


def _kind(kind: str, title: str) -> CueKind:
    """The sandbox knows cues, and three kinds that have an event of their own."""
    if kind != "cue":
        return CueKind(kind)
    return CueKind.WELFARE if "福利" in title else CueKind.RAFFLE if "抽奖" in title else CueKind.SELLING


async def whole_show(assembly: "Assembly") -> None:
    """Wait until what is past of it has come in."""
    from console.store import live_view

    for _ in range(SEVERAL):
        show = await assembly.database.read(live_view.show, "last")
        if show is not None and assembly.clock.now_ms() - show.last_at < CAUGHT_UP_MS:
            return
        await asyncio.sleep(LOOK_S)


def _call(address: str, body: dict[str, Any]) -> None:
    request = urllib.request.Request(  # noqa: S310 - the sandbox that the connection file names
        address, data=json.dumps(body).encode(), headers={"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310 - the same
        answer.read()
