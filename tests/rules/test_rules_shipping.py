"""What may leave and in which parcels; what a platform cannot take is known before it is asked."""

from typing import Any

import pytest
from msgspec.structs import replace

from console.core.commands import decode, encode
from console.core.commands_orders import Portion, Sending, ShipOrder
from console.core.errors import Refused
from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Platform,
    Receiver,
)
from console.core.shipping import Terms
from console.rules.after_sales import aftersale_blocks_shipping
from console.rules.sending import judge, plan
from console.rules.shipping import Bound, commands_for, obstacle, strangers, unable
from console.rules.stock import Verdict

KS, YZ = "kuaishou:1", "youzan:2"
ZTO = Sending(waybill_no="73000000000001", carrier_code="9", carrier_name="中通快递")


def order(status: OrderStatus = OrderStatus.TO_SHIP, **more: Any) -> Order:
    lines = (
        OrderLine(line_no="11", title="珐琅锅", quantity=2),
        OrderLine(line_no="12", title="围裙", quantity=1),
    )
    return Order(order_no="1", status=status, lines=lines, **more)


def ship(*parcels: Sending, **more: Any) -> ShipOrder:
    return ShipOrder(shop_id=KS, order_no="1", parcels=parcels or (ZTO,), **more)


def part(number: str, **pieces: int) -> Sending:
    holds = tuple(Portion(line_no=name.strip("_"), quantity=count) for name, count in pieces.items())
    return replace(ZTO, waybill_no=number, holds=holds)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (order(), None),
        (order(OrderStatus.UNPAID), "ship.unpaid"),
        (order(OrderStatus.PENDING), "ship.pending"),
        (order(OrderStatus.SHIPPED), "ship.shipped"),
        (order(OrderStatus.SHIPPED, terms=Terms(pieces_sent=1)), None),
        (order(OrderStatus.CLOSED), "ship.closed"),
        (order(OrderStatus.UNKNOWN), "ship.unknown"),
        (order(risk=True), "ship.risk"),
        (order(refunding=True), "ship.hold_flagged"),
        (order(terms=Terms(address_asked=True)), "ship.address"),
        (order(terms=Terms(way="pickup")), "ship.way_pickup"),
    ],
)
def test_an_order_that_may_not_leave_says_why_before_and_right_before_the_call(found: Order, code: str | None) -> None:
    before = obstacle(found)
    assert (before.code if before else None) == code
    if code is None:
        assert plan(ship(), found) is not None
        return
    with pytest.raises(Refused) as refused:
        plan(ship(), found)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("status", "code", "passable"),
    [
        (AfterSaleStatus.WAIT_SELLER, "ship.hold_asked", True),
        (AfterSaleStatus.REFUNDING, "ship.hold_refunding", False),
        (AfterSaleStatus.SUCCESS, "ship.hold_refunded", False),
    ],
)
def test_an_after_sale_of_either_side_holds_the_goods(status: AfterSaleStatus, code: str, passable: bool) -> None:
    asked = AfterSale(after_sale_no="9", order_no="1", kind=AfterSaleKind.REFUND_ONLY, status=status)
    found = obstacle(order(), aftersale_blocks_shipping([asked]))
    assert found is not None
    assert (found.code, found.passable) == (code, passable)


def test_what_a_person_sends_all_the_same_is_its_platforms_to_refuse() -> None:
    """The merchant is asked for a reason: then it counts right before the call, too, for this obstacle alone."""
    anyway = ship(anyway="买家电话同意先发")
    assert plan(anyway, order(refunding=True)) is not None
    for found, code in ((order(refunding=True, risk=True), "ship.risk"), (order(OrderStatus.CLOSED), "ship.closed")):
        with pytest.raises(Refused) as refused:
            plan(anyway, found)
        assert refused.value.code == code


def test_what_was_sent_is_seen_however_the_platform_writes_it() -> None:
    command = ship(replace(ZTO, waybill_no=" sf100 "))
    shipped = order(OrderStatus.SHIPPED, parcels=(Parcel(waybill_no="SF100", carrier_code="4"),))
    assert plan(command, shipped) is None
    assert judge(command, shipped) is Verdict.APPLIED
    assert judge(command, order()) is Verdict.NOT_APPLIED
    assert judge(command, order(OrderStatus.SHIPPED, parcels=(Parcel(waybill_no="YT1"),))) is Verdict.UNCLEAR
    assert judge(command, None) is Verdict.UNCLEAR


def test_somebody_else_shipped_it_meanwhile() -> None:
    with pytest.raises(Refused) as refused:
        plan(ship(), order(parcels=(Parcel(waybill_no="YT1"),)))
    assert refused.value.code == "ship.moved"
    assert plan(ship(seen=("YT1",)), order(parcels=(Parcel(waybill_no="YT1"),))) is not None


def test_parcels_of_other_lines_may_have_left_meanwhile() -> None:
    second = ship(part("B2", _12=1))
    assert plan(second, order(parcels=(Parcel(waybill_no="A1"),))) is not None
    assert second.aspect != ship(part("A1", _11=2)).aspect
    assert ship(part("B3", _12=1)).aspect == second.aspect


@pytest.mark.parametrize(
    ("platform", "parcels", "code"),
    [
        (Platform.KUAISHOU, (part("A1", _11=1), part("A2", _11=1, _12=1)), None),
        (Platform.KUAISHOU, (part("A1", _11=2), part("A2", _11=1)), "ship.too_many"),
        (Platform.KUAISHOU, (part("A1", _13=1),), "ship.no_line"),
        (Platform.YOUZAN, (part("A1", _11=1), part("A2", _11=1)), "ship.line_split"),
        (Platform.YOUZAN, (part("A1", _11=2), part("A2", _12=1)), "ship.parcels"),
        (Platform.YOUZAN, (replace(ZTO, waybill_no="中通1"),), "ship.number"),
        (Platform.YOUZAN, (replace(ZTO, carrier_name="顺丰速运"),), "ship.sf_mobile"),
        (Platform.KUAISHOU, (replace(ZTO, carrier_name="顺丰速运"),), None),
    ],
)
def test_what_a_platform_cannot_take_is_known_before_it_is_asked(
    platform: Platform, parcels: tuple[Sending, ...], code: str | None
) -> None:
    found = unable(platform, order(), parcels)
    assert (found.code if found else None) == code


def test_goods_whose_own_numbers_are_asked_for_are_shipped_where_they_can_be_told() -> None:
    serial = order(terms=Terms(serials=True))
    found = unable(Platform.KUAISHOU, serial, (ZTO,))
    assert (found and found.code, obstacle(serial)) == ("ship.serials", None), "its label may be printed all the same"


def test_a_split_becomes_one_command_or_one_a_parcel() -> None:
    parcels = (part("A1", _11=2), part("A2", _12=1))
    (one,) = commands_for(KS, order(), parcels)
    assert one.numbers == ("A1", "A2")
    each = commands_for(YZ, order(), parcels)
    assert [command.numbers for command in each] == [("A1",), ("A2",)]
    assert all(unable(Platform.YOUZAN, order(), command.parcels) is None for command in each)


def test_the_senders_mobile_goes_only_where_it_is_asked_for() -> None:
    sf = replace(ZTO, carrier_name="顺丰速运")
    assert commands_for(YZ, order(), (sf,), sender_mobile="13800000000")[0].sender_mobile
    assert not commands_for(YZ, order(), (ZTO,), sender_mobile="13800000000")[0].sender_mobile


def test_one_number_goes_to_one_receiver() -> None:
    at_home = Receiver(name_masked="王**", province="浙江省", city="杭州市", address_masked="***1号")
    bound = [
        Bound(order_no="1", waybill_no="A1", buyer_id="b", receiver=at_home),
        Bound(order_no="2", waybill_no="a1 ", buyer_id="b", receiver=replace(at_home, name_cipher="other cipher")),
        Bound(order_no="3", waybill_no="A2", buyer_id="b", receiver=at_home),
        Bound(order_no="4", waybill_no="A2", buyer_id="b", receiver=replace(at_home, city="宁波市")),
    ]
    assert strangers(bound).keys() == {"3", "4"}


def test_the_file_keeps_a_command_as_it_is() -> None:
    command = ship(part("A1", _11=1), part("A2", _12=1), seen=("B",), anyway="买家确认先发")
    assert decode(encode(command)) == command
    assert command.irreversible


@pytest.mark.parametrize("parcels", [(), (ZTO, ZTO), (ZTO, replace(ZTO, waybill_no="A2"))])
def test_a_command_names_parcels_that_are_told_apart(parcels: tuple[Sending, ...]) -> None:
    with pytest.raises(ValueError, match="parcel"):
        ShipOrder(shop_id=KS, order_no="1", parcels=parcels)
