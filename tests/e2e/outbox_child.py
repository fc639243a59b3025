"""A small program without a window that carries out what the file holds, and can be killed at any moment.

Children are forked from a server that has loaded everything, so that a kill costs milliseconds and no start.
"""

import asyncio
from multiprocessing.connection import Connection
from pathlib import Path

from hurried import hurry

from console.connect import FileVault
from console.core.clock import DAY, MINUTE, SystemClock
from console.core.gateway import WindowRule
from console.core.model import Platform
from console.platforms import open_gateway
from console.store import engines, items, outbox_work, schema  # noqa: F401 - loaded before the fork
from console.store.database import Database
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.sync.patience import Patience

PATIENCE = Patience(settle=400, skew=0, again=20, longest=200)
AT_ONCE_SHOWN = WindowRule(span_ms=7 * DAY, reach_ms=89 * DAY, lag_ms=0, overlap_ms=5 * MINUTE)


def drain(file: Path, connect: Path, shop_ids: dict[str, str], told: Connection) -> None:
    """Say that it begins, work until nothing is left, and say so."""
    asyncio.run(_drain(file, connect, shop_ids, told))


async def _drain(file: Path, connect: Path, shop_ids: dict[str, str], told: Connection) -> None:
    clock = SystemClock()
    database = Database.open(file, clock)
    worker = Outbox(database, clock, Hub(), patience=PATIENCE)
    gateways = []
    for name, shop_id in shop_ids.items():
        platform = Platform(name)
        vault = FileVault(connect)
        base_url = (await vault.load(name)).base_url  # type: ignore[union-attr] # the line names both
        gateway = open_gateway(platform, vault=vault, key=name, base_url=base_url, clock=clock)
        gateway.order_windows = AT_ONCE_SHOWN  # type: ignore[attr-defined] # a frozen world shows its orders at once
        hurry(gateway)
        worker.bind(shop_id, gateway)
        gateways.append(gateway)
    told.send("begins")
    await worker.drain(20)
    for gateway in gateways:
        await gateway.aclose()
    database.close()
    told.send("done")
