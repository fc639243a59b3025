"""A small program without a window that takes numbers and prints labels, and can be killed at any moment.

Forked from a server that has loaded everything. It prints what a person would: after each start it goes on.
"""

import asyncio
import os
from multiprocessing.connection import Connection
from pathlib import Path

from console.connect import FileVault
from console.core.clock import SystemClock
from console.core.model import Platform
from console.core.waybills import Slip
from console.platforms import open_gateway
from console.store import engines, outbox_work, schema, waybill_prints  # noqa: F401 - loaded before the fork
from console.store.database import Database
from console.sync.hub import Hub
from console.sync.outbox import Outbox
from console.sync.patience import Patience
from console.sync.printing import Spooler

PATIENCE = Patience(settle=400, skew=0, again=20, longest=200)


class Paper:
    """Each label is a file that is only ever made new: a second one of the same would not go unseen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, number: str) -> bool:
        return any(self.folder.glob(f"{number}.*"))

    def put(self, slip: Slip) -> None:
        at = len(list(self.folder.glob(f"{slip.waybill_no}*")))
        with (self.folder / f"{slip.waybill_no}.{at}").open("x") as file:
            file.write(f"{slip.order_no} {slip.copy}")
            file.flush()
            os.fsync(file.fileno())


def work(file: Path, connect: Path, folder: Path, shop_id: str, told: Connection) -> None:
    """Say that it begins, work until nothing is left, and say so."""
    asyncio.run(_work(file, connect, folder, shop_id, told))


async def _work(file: Path, connect: Path, folder: Path, shop_id: str, told: Connection) -> None:
    clock, hub = SystemClock(), Hub()
    database = Database.open(file, clock)
    vault = FileVault(connect)
    credentials = await vault.load(Platform.KUAISHOU.value)
    assert credentials is not None
    gateway = open_gateway(
        Platform.KUAISHOU, vault=vault, key=Platform.KUAISHOU.value, base_url=credentials.base_url, clock=clock
    )
    outbox = Outbox(database, clock, hub, patience=PATIENCE)
    outbox.bind(shop_id, gateway)
    printing = Spooler(database, clock, hub, lambda _name: Paper(folder))
    await database.write(waybill_prints.recover, clock.now_ms())
    for row in await database.read(waybill_prints.queue):
        if row.state == "unclear":  # somebody looks at the paper
            await printing.settle(row.id, Paper(folder).has(row.waybill_no))
    await printing.resume()
    told.send("begins")
    await asyncio.gather(outbox.drain(20), printing.work())
    await printing.work()
    await gateway.aclose()
    database.close()
    told.send("done")
