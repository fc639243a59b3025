"""Plays the helper in the operator's browser: sends the evening's show to a door, first what is past, then each second.

``POST /control/live {"door": "http://127.0.0.1:17817/ingest/v1", "token": "…", "minutes": 47}`` begins a show that has
been on for so long; ``GET`` says how far it is; ``{"stop": true}`` ends it. ``"evenings": 8`` sells on that many
evenings before it, too, at the same hour.
"""

import asyncio
import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from itertools import groupby
from json import JSONDecodeError
from random import Random
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from console.sandbox.clock import DAY, MINUTE, SECOND
from console.sandbox.context import Context
from console.sandbox.live_show import LONGEST, Row, show
from console.sandbox.live_till import WorldTill
from console.sandbox.products import on_sale

BATCH = 400
BAG = 12
PATIENCE_S = 10
TRIES = 60
TOO_FAST = 429
PAUSE_S = 1 / 40  # between two calls: the door takes fifty a second, and counts what comes faster as refused
EVENING = 150 * MINUTE
SOLD = (110, 180)  # orders of an evening that is over
ROOM = 10_000_000_000  # numbers of rooms have eleven digits


class LiveSending:
    """One show at a time. A door that does not answer loses what was sent to it, as a helper's would."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._task: asyncio.Task[None] | None = None
        self._door, self._token = "", ""
        self.sent = self.refused = 0

    def begin(self, door: str, token: str, minutes: float, evenings: int = 0) -> None:
        """Let a show be on that began ``minutes`` ago."""
        self.end()
        self._door, self._token = door.rstrip("/"), token
        self.sent = self.refused = 0
        began = self._ctx.clock.now_ms() - round(min(minutes, LONGEST / MINUTE) * MINUTE)
        self._task = asyncio.get_running_loop().create_task(self._send(began, evenings), name="live show")

    def end(self) -> None:
        """Stop sending; the door hears no end, as when a browser is closed."""
        if self._task is not None:
            self._task.cancel()
        self._task = None
        self._ctx.world.room_viewers = None

    def told(self) -> dict[str, Any]:
        """How far it is."""
        on = self._task is not None and not self._task.done()
        return {"on": on, "sent": self.sent, "refused": self.refused}

    async def _send(self, began: int, evenings: int) -> None:
        items = [
            (str(product.ks_item_id), product.skus[0].ks_price)
            for product in self._ctx.world.products
            if on_sale(product)
        ][:BAG]
        world, waiting = self._ctx.world, list[Row]()
        till = WorldTill(world, self._ctx.clock, began, ROOM + began // SECOND % ROOM)
        for back in range(1, evenings + 1):
            self._sell_before(till, back, began - back * DAY, [name for name, _ in items])
        for row in show(world.seed, began, items, f"show-{began}", till):
            if row["kind"] == "snapshot":
                world.room_viewers = row["online"]
            at = row.get("ts_ms") or row.get("started_at_ms") or began
            ahead = at - self._ctx.clock.now_ms()
            if waiting and (ahead > 0 or len(waiting) >= BATCH):
                await self._post(waiting)
                waiting = []
            while (ahead := at - self._ctx.clock.now_ms()) > 0:  # noqa: ASYNC110 - the clock may be moved meanwhile
                await asyncio.sleep(min(1.0, ahead / SECOND))
            waiting.append(row)
        await self._post(waiting)
        world.room_viewers = None

    def _sell_before(self, till: WorldTill, back: int, began: int, items: Sequence[str]) -> None:
        """What an evening that is over sold: more in its middle than at its ends."""
        luck = Random(f"evening {back} {self._ctx.world.seed}")
        for _ in range(luck.randrange(*SOLD)) if items else ():
            at = began + round(luck.triangular(0, EVENING))
            till.sell_before(at, luck.choice(items), ROOM + back)

    async def _post(self, rows: list[Row]) -> None:
        for route, body in _calls(rows):
            begun = time.monotonic()
            accepted, refused = await asyncio.to_thread(self._call, route, body)
            self.sent += accepted
            self.refused += refused
            await asyncio.sleep(max(0.0, begun + PAUSE_S - time.monotonic()))

    def _call(self, route: str, body: dict[str, Any]) -> tuple[int, int]:
        request = urllib.request.Request(  # noqa: S310 - the door that whoever runs the sandbox named
            f"{self._door}/{route}",
            data=json.dumps(body).encode(),
            headers={"content-type": "application/json", "x-console-token": self._token},
        )
        for _ in range(TRIES):
            try:
                with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:  # noqa: S310 - the same
                    told = json.load(answer)
            except urllib.error.HTTPError as error:
                error.close()
                if error.code != TOO_FAST:
                    break
                time.sleep(0.1)
            except (OSError, ValueError):
                break
            else:
                return int(told["accepted"]) + int(told["duplicate"]), len(told["rejected"])
        return 0, 1


def live_routes(ctx: Context) -> list[BaseRoute]:
    """``/live``, below ``/control``."""
    sending = LiveSending(ctx)

    async def tell(_: Request) -> Response:
        return JSONResponse(sending.told())

    async def begin(request: Request) -> Response:
        try:
            body = await request.json()
            if body.get("stop"):
                sending.end()
            else:
                sending.begin(
                    str(body["door"]), str(body["token"]), float(body.get("minutes", 0)), int(body.get("evenings", 0))
                )
        except (JSONDecodeError, AttributeError, KeyError, TypeError, ValueError):
            return JSONResponse({"error": "wanted: door, token, minutes; or stop"}, status_code=400)
        return JSONResponse(sending.told())

    return [Route("/live", tell), Route("/live", begin, methods=["POST"])]


def _calls(rows: list[Row]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Rows as the door's routes take them: of each session its signals, its events together, its snapshots."""
    for session, some in groupby(rows, key=lambda row: row["session_id"]):
        kinds: dict[str, list[Row]] = {"session": [], "event": [], "snapshot": []}
        for row in some:
            kinds[row["kind"]].append(row)
        for row in kinds["session"]:
            yield "session", row
        if kinds["event"]:
            yield "events", {"session_id": session, "client": "sandbox", "events": kinds["event"]}
        for row in kinds["snapshot"]:
            yield "snapshot", row
