"""A show for demo and pictures: the sandbox plays a helper that tells of a broadcast, through the real door."""

import asyncio
import json
import logging
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, Any

from console.connect import ConnectTrouble, read_connection
from console.core.errors import Refused

if TYPE_CHECKING:
    from console.app.joining import Assembly

MINUTES = 47  # for so long the show has been on
PATIENCE_S = 10.0
LOOK_S = 0.1
CAUGHT_UP_MS = 15_000
SEVERAL = 600  # looks at how far it is

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
        asked = {"door": state.address, "token": await assembly.live.token(), "minutes": MINUTES}
        await asyncio.to_thread(_call, f"{control}/live", asked)
    except (ConnectTrouble, Refused, OSError, ValueError) as trouble:
        log.info("no show is played: %s", trouble)
        return False
    return True


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
