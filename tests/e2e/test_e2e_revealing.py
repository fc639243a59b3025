"""Buyers' data against the sandbox's platforms: a call a field, each look in the audit, no text left behind."""

import asyncio
import base64
import json
import logging
import traceback
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from e2e_search import left_in
from outbox_world import OwnWorld

from console.app.joining import Assembly
from console.core.clock import DAY
from console.core.errors import Refused
from console.core.model import OrderStatus, Platform
from console.core.revealing import Field
from console.sandbox.kuaishou import privacy
from console.sandbox.state import Person
from console.store import audit, revealing
from console.store.order_view import order_ids, order_rows
from console.store.profile import Profile
from console.store.schema import copy
from console.store.views import OrderFilter, OrderRow


@pytest.fixture
def world(tmp_path: Path) -> Iterator[OwnWorld]:
    made = OwnWorld(tmp_path)
    yield made
    made.stop()


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    """The log at its lowest level, as it is, in the profile's own file."""
    folder = tmp_path / "profile"
    folder.mkdir()
    lines = logging.FileHandler(folder / "console.log", encoding="utf-8")
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(lines)
    root.setLevel(logging.DEBUG)
    yield folder
    root.setLevel(level)
    root.removeHandler(lines)
    lines.close()


@pytest.fixture
async def assembly(written: Path, world: OwnWorld) -> AsyncIterator[Assembly]:
    with Profile.open(written) as profile:
        made = await Assembly.open(profile)
        made.clock.offset_ms = world.ctx.clock.offset_ms
        made.by = lambda: "陈静"
        try:
            assert await made.connect(world.connect) == []
            await made.engine.sync_once()
            yield made
        finally:
            await made.close()


async def rows(assembly: Assembly) -> list[OrderRow]:
    ids = await assembly.database.read(order_ids, OrderFilter(tab="all"))
    return await assembly.database.read(order_rows, ids)


def person(world: OwnWorld, row: OrderRow) -> Person:
    if row.platform is Platform.KUAISHOU:
        return world.ctx.world.orders[int(row.order_no or 0)].buyer
    return world.ctx.world.trades[row.trade_no or ""].buyer


def plain(whom: Person, platform: Platform) -> dict[Field, str]:
    street = whom.address if platform is Platform.KUAISHOU else whom.town + whom.address
    return {Field.NAME: whom.name, Field.PHONE: whom.phone, Field.ADDRESS: street}


def clothes(text: str) -> Iterator[bytes]:
    yield text.encode()
    yield text.encode("utf-16-le")
    yield text.encode("gb18030")
    yield text.encode().hex().encode()
    yield base64.b64encode(text.encode()).rstrip(b"=")
    yield json.dumps(text)[1:-1].encode()


async def refused(assembly: Assembly, row: OrderRow, field: Field) -> Refused:
    with pytest.raises(Refused) as caught:
        await assembly.revealing.reveal(row.id, field)
    return caught.value


async def test_each_look_is_one_call_and_one_row_and_leaves_no_text(
    assembly: Assembly, world: OwnWorld, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = await rows(assembly)
    now = assembly.clock.now_ms()
    mine = [row for row in every if row.platform is Platform.KUAISHOU]
    order = next(row for row in mine if row.status is OrderStatus.TO_SHIP)
    trade = next(row for row in every if row.platform is Platform.YOUZAN and person(world, row).address)
    seen: list[str] = []
    for row in (order, trade):
        for field, text in plain(person(world, row), row.platform).items():
            before = assembly.bindings.calls
            opened = await assembly.revealing.reveal(row.id, field)
            assert (opened.text, assembly.bindings.calls - before) == (text, 1)
            seen.append(text)
    standing = await assembly.database.read(revealing.standing, order.id, Field.NAME, now + DAY)
    assert standing is not None
    assert (standing.rate.revealed, standing.counts, standing.is_judged) == (1, False, True)

    old = next(row for row in mine if row.status is OrderStatus.SUCCESS and (row.created_at or now) < now - 40 * DAY)
    before = assembly.bindings.calls
    assert (await refused(assembly, old, Field.PHONE)).code == "reveal.too_old"
    assert assembly.bindings.calls == before, "nobody asks for what is known to be refused"
    monkeypatch.setattr(privacy, "ORDERS_A_DAY", 0)
    fresh = next(row for row in mine if row.status is OrderStatus.TO_SHIP and row.id != order.id)
    trouble = await refused(assembly, fresh, Field.PHONE)
    assert (trouble.code, assembly.bindings.calls - before) == ("reveal.quota", 1)
    assembly.may = lambda _right: False
    assert (await refused(assembly, order, Field.NAME)).code == "reveal.no_right"

    noted = await assembly.database.read(audit.rows, "buyer.")
    told = [(row.action, row.subject, json.loads(row.detail)) for row in noted]
    fields: list[Any] = [field.value for field in Field]
    subject = f"{order.shop_id} order {order.order_no}"
    assert told[:3] == [("buyer.revealed", subject, {"field": field, "by": "陈静"}) for field in fields]
    assert [detail["field"] for _, _, detail in told[3:6]] == fields
    assert [detail["code"] for _, _, detail in told[6:]] == ["reveal.too_old", "reveal.quota", "reveal.no_right"]
    assert {action for action, _, _ in told[6:]} == {"buyer.not_revealed"}
    assert await assembly.database.read(audit.broken_at) is None

    await asyncio.to_thread(copy, written / "console.db", written / "console.0001.backup.db")
    places = left_in(written)  # while it is open: its log and shared memory, too
    places["the refusal"] = "".join(traceback.format_exception(trouble)).encode()
    assert {"console.db", "console.db-wal", "console.log"} <= set(places)
    assert b"buyer.revealed" in places["console.db-wal"] + places["console.db"]
    left = {name for name, content in places.items() for text in seen for one in clothes(text) if one in content}
    assert not left
