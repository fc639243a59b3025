"""Shipping in the same storm as everything else: each parcel leaves once, none is forgotten, nothing held back leaves.

The machine of ``test_sync_outbox_machine`` with orders to send: calls lost, late and throttled, a program that dies at
any commit or call, double clicks, parts of orders, refunds asked meanwhile, and somebody who ships in the back office.
"""

from pathlib import Path
from typing import Any

import pytest
import test_sync_outbox_machine as storm
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from msgspec.structs import replace
from shipping_platform import LINES, WAITING, ShippingGateway, ShippingPlatform
from sqlalchemy import Connection
from test_sync_outbox_machine import NOW, SHOP, OutboxMachine, template

from console.core.clock import SECOND
from console.core.commands_orders import Portion, Sending, ShipOrder
from console.core.errors import Refused
from console.core.objects import ObjectKey
from console.store import outbox
from console.store.orders import load_order, order_id, save_orders
from console.store.outbox_rows import Intent
from console.store.outbox_view import history

__all__ = ["template"]

numbers = st.sampled_from(WAITING)
shipped: dict[str, int] = {}
outcomes: set[str] = set()


def _outcomes(conn: Connection) -> set[str]:
    """What came of the calls that ship."""
    asked = (
        "SELECT DISTINCT c.outcome FROM outbox_calls AS c JOIN outbox AS o ON o.id = c.outbox_id "
        "WHERE o.object_kind = 'order'"
    )
    return {str(row[0]) for row in conn.exec_driver_sql(asked)}


class ShippingMachine(OutboxMachine):
    """Orders beside the items."""

    platform: ShippingPlatform
    platform_type = ShippingPlatform
    gateway_type = ShippingGateway
    set_price = set_shelf = give_back = None  # orders are to have their turn

    def __init__(self) -> None:
        super().__init__()
        self.made = 0
        self._do(self.database.write(save_orders, SHOP, list(self.platform.waiting.values()), NOW))

    def _rows(self) -> list[Intent]:
        keys = [ObjectKey(shop_id=SHOP, kind="order", object_id=number) for number in WAITING]
        return [*super()._rows(), *(row for key in keys for row in self._do(self.database.read(history, key)))]

    @rule(
        number=numbers,
        part=st.sampled_from(["", "1", "2"]),
        undo_s=st.sampled_from([0, 10]),
        twice=st.booleans(),
        fate=st.sampled_from(["", *storm.FATES]),
        at_once=st.integers(0, 3),
    )
    def ship(self, number: str, part: str, undo_s: int, twice: bool, fate: str, at_once: int) -> None:
        """By what the file shows now; a double click says the same once more. ``fate`` is how its call may go."""
        self.gateway.fates += [fate] if fate else []
        known: Any = self._do(self.database.read(lambda conn: load_order(conn, order_id(conn, SHOP, number) or 0)))
        self.made += 1
        holds = tuple(
            Portion(line_no=line.line_no, quantity=line.quantity) for line in LINES if part in (line.line_no,)
        )
        parcel = Sending(waybill_no=f"N{self.made}", carrier_code="9", holds=holds)
        seen = tuple(parcel.waybill_no for parcel in known.parcels)
        wanted = ShipOrder(shop_id=SHOP, order_no=number, parcels=(parcel,), seen=seen)
        for _ in range(1 + twice):
            try:
                self._do(self.database.write(outbox.add, wanted, self.clock.now, undo_ms=undo_s * SECOND))
            except Refused as refused:
                assert refused.code.startswith("ship.hold")  # noqa: PT017 - the one reason it may have
        if at_once:  # else other things happen first
            self._run(15)

    @rule(number=st.sampled_from(WAITING[:2]))
    def somebody_ships_it(self, number: str) -> None:
        self.platform.ship_elsewhere(number)

    @rule(number=st.sampled_from(WAITING[:3]), on=st.booleans())
    def a_refund_is_asked(self, number: str, on: bool) -> None:
        order = self.platform.waiting[number]
        self.platform.waiting[number] = replace(order, refunding=on, updated_at=self.clock.now)

    @rule(number=st.sampled_from(WAITING[:3]), on=st.booleans())
    def risk_control(self, number: str, on: bool) -> None:
        order = self.platform.waiting[number]
        self.platform.waiting[number] = replace(order, risk=on, updated_at=self.clock.now)

    @invariant()
    def no_parcel_leaves_twice_and_no_more_than_there_is(self) -> None:
        for number, order in self.platform.waiting.items():
            here = [parcel.waybill_no for parcel in order.parcels]
            assert len(set(here)) == len(here), here
            assert all(self.platform.sent.get((number, line.line_no), 0) <= line.quantity for line in LINES)

    def _finish(self) -> None:
        super()._finish()
        for number, order in self.platform.waiting.items():
            rows = [row for row in self._rows() if row.key.object_id == number]
            ours = {parcel.waybill_no for parcel in order.parcels} - set(self.platform.elsewhere)
            told = {
                waybill
                for row in rows
                for waybill in row.command.numbers  # type: ignore[union-attr] # these are all about orders
                if row.id in self.platform.accepted
            }
            assert ours == told, (number, ours, told)
            shipped[number] = shipped.get(number, 0) + len(ours)
        outcomes.update(self._do(self.database.read(_outcomes)))


@pytest.mark.timeout(120)
def test_each_parcel_leaves_once_and_none_is_forgotten(template: Path) -> None:
    shipped.clear()
    outcomes.clear()
    storm.ends.clear()
    ShippingMachine.template = template
    run_state_machine_as_test(
        ShippingMachine,
        settings=settings(
            max_examples=60,
            stateful_step_count=40,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert sum(shipped.values()) > 0  # the machine got there


@pytest.mark.parametrize(
    ("fate", "came"),
    [
        ("ok", {"accepted"}),
        ("lost_before", {"not_applied", "accepted"}),
        ("lost_after", {"applied"}),
        ("late", {"applied"}),
        ("bad_gateway", {"applied"}),
        ("throttled", {"not_sent", "accepted"}),
        ("unreachable", {"not_sent", "accepted"}),
        ("refused", {"refused"}),
    ],
)
@pytest.mark.parametrize("part", ["", "1"])
def test_each_fate_of_a_call_that_ships_ends_as_it_must(template: Path, fate: str, came: set[str], part: str) -> None:
    """What the storm reaches by chance, one by one."""
    ShippingMachine.template = template
    outcomes.clear()
    machine = ShippingMachine()
    machine.ship("p5", part, 0, twice=False, fate=fate, at_once=1)
    machine.teardown()
    assert outcomes == came
    assert len(machine.platform.waiting["p5"].parcels) == (fate != "refused")
