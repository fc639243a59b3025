"""A shipment planned for both books: refusals are predicted, one side's inability does not keep the other."""

from typing import Any

import pytest
from msgspec.structs import replace

from console.core.model import Order, OrderLine, OrderStatus, Parcel, Platform, Receiver
from console.core.shipping import Terms
from console.reference import carriers
from console.rules.after_sales import ShippingHold
from console.rules.holding import Hold
from console.rules.ship_plan import Sale, ShipLine, Side, keys_to_reread, plan_ship, rows_again, untold_rows
from console.rules.ship_rows import read_text, with_carrier

TABLE = carriers()
KS, YZ = "kuaishou:1", "youzan:2"
LINES = (OrderLine(line_no="11", title="锅", quantity=2), OrderLine(line_no="12", title="盖", quantity=1))
TRADE_LINES = (OrderLine(line_no="91", title="锅", quantity=2), OrderLine(line_no="92", title="盖", quantity=1))


def order(number: str, **more: Any) -> Order:
    more.setdefault("lines", LINES)
    return Order(order_no=number, status=more.pop("status", OrderStatus.TO_SHIP), **more)


def sale(row_id: int = 1, *, trade: bool = True, hold: ShippingHold | None = None, **more: Any) -> Sale:
    other = Side(shop_id=YZ, order=order(f"E{row_id}00", lines=TRADE_LINES), hold=hold) if trade else None
    return Sale(row_id=row_id, lead=Side(shop_id=KS, order=order(f"100{row_id}", **more), hold=hold), other=other)


def plan(text: str, *sales: Sale, **more: Any) -> tuple[ShipLine, ...]:
    known = {side.order.order_no: one for one in sales for side in one.sides}
    return plan_ship(read_text(text, TABLE), known, **more)


def sent(line: ShipLine) -> list[tuple[str, str, str, list[tuple[str, int]]]]:
    return [
        (one.shop_id, parcel.waybill_no, parcel.carrier_code, [(part.line_no, part.quantity) for part in parcel.holds])
        for one in line.commands
        for parcel in one.parcels
    ]


def test_both_platforms_are_told_each_by_its_own_carriers_code() -> None:
    for number in ("1001", "E100"):  # under either number
        (line,) = plan(f"{number},中通,73000000000001", sale())
        assert sent(line) == [(KS, "73000000000001", "9", []), (YZ, "73000000000001", "3", [])]
        assert (line.obstacle, line.untold, line.doubt) == (None, None, None)


def test_a_carrier_the_other_platform_does_not_know_keeps_nothing_from_leaving() -> None:
    (line,) = plan("1001,极兔,JT0000000000001", sale())
    assert sent(line) == [(KS, "JT0000000000001", "109", [])]
    assert line.untold is not None
    assert line.untold.code == "ship.carrier_there"


def test_sf_at_youzan_wants_the_senders_mobile() -> None:
    text = "1001,顺丰,SF1000000000001"
    (line,) = plan(text, sale())
    assert line.untold is not None
    assert (line.untold.code, len(line.commands)) == ("ship.sf_mobile", 1)
    (line,) = plan(text, sale(), sender_mobile="13800000000")
    assert line.untold is None
    assert [command.sender_mobile for command in line.commands] == ["13800000000", "13800000000"]


def test_several_parcels_one_line_each_or_as_it_is_said() -> None:
    (line,) = plan("1001,中通,73000000000001\n1001,中通,73000000000002", sale())
    assert sent(line) == [
        (KS, "73000000000001", "9", [("11", 2)]),
        (KS, "73000000000002", "9", [("12", 1)]),
        (YZ, "73000000000001", "3", [("91", 2)]),
        (YZ, "73000000000002", "3", [("92", 1)]),
    ]
    assert len(line.commands) == 3, "one call at Kuaishou, one a parcel at Youzan"
    (line,) = plan("1001,中通,73000000000001,1x1\n1001,中通,73000000000002,1x1+2x1", sale())
    assert sent(line)[:2] == [
        (KS, "73000000000001", "9", [("11", 1)]),
        (KS, "73000000000002", "9", [("11", 1), ("12", 1)]),
    ]
    assert line.untold is not None
    assert line.untold.code == "ship.line_split"
    three = "\n".join(f"1001,中通,7300000000000{number}" for number in range(3))
    (line,) = plan(three, sale())
    assert line.obstacle is not None
    assert line.obstacle.code == "ship.split_how"


@pytest.mark.parametrize("told", ["number", "code"])
def test_the_other_platform_may_have_the_lines_in_another_order(told: str) -> None:
    """ "1x2" counts the lines of the leading order; at the other the same goods may stand elsewhere."""
    codes = ("P-1", "L-1")
    lines = tuple(replace(line, code=code) for line, code in zip(LINES, codes, strict=True))
    pot, lid = (
        replace(line, code=code) if told == "code" else replace(line, outer_line_no=own.line_no)
        for line, code, own in zip(TRADE_LINES, codes, LINES, strict=True)
    )
    both = sale(lines=lines)
    both = replace(both, other=Side(shop_id=YZ, order=order("E100", lines=(lid, pot))))
    split = "1001,中通,73000000000001\n1001,中通,73000000000002"
    for text in (split, "1001,中通,73000000000001,1x2\n1001,中通,73000000000002,2x1"):
        (line,) = plan(text, both)
        assert (line.obstacle, line.untold) == (None, None)
        assert sent(line) == [
            (KS, "73000000000001", "9", [("11", 2)]),
            (KS, "73000000000002", "9", [("12", 1)]),
            (YZ, "73000000000001", "3", [("91", 2)]),
            (YZ, "73000000000002", "3", [("92", 1)]),
        ]
        gone = (Parcel(waybill_no="73000000000001"), Parcel(waybill_no="73000000000002"))
        left = order("1001", status=OrderStatus.SHIPPED, parcels=gone, lines=lines)
        told_later = replace(both, lead=Side(shop_id=KS, order=left))
        (later,) = plan("\n".join(rows_again(line)), told_later)
        assert sent(later) == sent(line)[2:]
        (again,) = plan("\n".join(rows_again(later)), told_later)
        assert sent(again) == sent(later)


def test_what_the_merchant_keeps_back_is_said_before_a_number_is_looked_for() -> None:
    kept = ShippingHold(reason="kept", hold=Hold(reason="等赠品", since_at=1, by="小王"))
    for text in ("1001,", "1001,中通,73000000000001"):
        (line,) = plan(text, sale(hold=kept), anyway="go")
        assert line.obstacle is not None
        assert (line.obstacle.code, line.obstacle.detail, line.passable) == ("ship.hold_kept", kept.why, False)
        assert not line.leaves


def test_of_a_line_without_pieces_nothing_leaves() -> None:
    lines = (replace(LINES[0], quantity=0), LINES[1])
    (line,) = plan("1001,中通,73000000000001\n1001,中通,73000000000002", sale(trade=False, lines=lines))
    assert (line.leaves, line.obstacle and line.obstacle.code) == (False, "ship.too_many")
    part: dict[str, Any] = {"status": OrderStatus.SHIPPED, "terms": Terms(pieces_sent=2), "lines": LINES[:1]}
    (line,) = plan("1001,中通,73000000000001", sale(trade=False, **part))
    assert (line.leaves, line.obstacle and line.obstacle.code) == (False, "ship.too_many")


def test_a_sale_named_by_both_its_numbers_leaves_once() -> None:
    first, again = plan("1001,中通,73000000000001\nE100,中通,73000000000001", sale())
    assert sent(first) == [(KS, "73000000000001", "9", []), (YZ, "73000000000001", "3", [])]
    assert (again.leaves, again.obstacle and again.obstacle.code) == (False, "ship.twice")
    (both,) = plan("1001,中通,73000000000001,1x2\nE100,中通,73000000000002,2x1", sale())
    assert [number for _, number, _, _ in sent(both)] == [f"7300000000000{n}" for n in (1, 2, 1, 2)]


def test_a_line_that_the_other_platform_has_not_is_not_told_there() -> None:
    bundle = order("E100", lines=(OrderLine(line_no="91", title="锅套装", quantity=1),))
    both = replace(sale(), other=Side(shop_id=YZ, order=bundle))
    (line,) = plan("1001,中通,73000000000001,1x2\n1001,中通,73000000000002,2x1", both)
    assert (len(line.commands), line.untold and line.untold.code) == (1, "ship.no_line")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1001,中通,73000000000001", None),
        ("1001,中通,73000000000009", "ship.not_taken"),
        ("1001,圆通,73000000000001", "ship.taken_carrier"),
    ],
)
def test_a_number_other_than_the_one_that_was_taken_is_held_back(text: str, code: str | None) -> None:
    taken = (Parcel(waybill_no="73000000000001", carrier_code="9", carrier_name="中通快递"),)
    both = sale()
    (line,) = plan(text, replace(both, lead=replace(both.lead, taken=taken)))
    assert (line.obstacle and line.obstacle.code) == code
    assert len(line.commands) == (2 if code is None else 0)


def test_the_rest_of_a_partly_shipped_order_says_what_it_holds() -> None:
    gone = (Parcel(waybill_no="73000000000001"),)
    part: dict[str, Any] = {"status": OrderStatus.SHIPPED, "parcels": gone, "terms": Terms(pieces_sent=1)}
    pots = (OrderLine(line_no="11", title="锅", quantity=3),)
    (line,) = plan("1001,中通,73000000000002", sale(trade=False, lines=pots, **part))
    assert sent(line) == [(KS, "73000000000002", "9", [("11", 2)])], "all that is left"
    (line,) = plan("1001,中通,73000000000002,1x1", sale(trade=False, lines=pots, **part))
    assert sent(line) == [(KS, "73000000000002", "9", [("11", 1)])]
    (line,) = plan("1001,中通,73000000000002,1x3", sale(trade=False, lines=pots, **part))
    assert (line.leaves, line.obstacle and line.obstacle.code) == (False, "ship.too_many")
    (line,) = plan("1001,中通,73000000000002", sale(trade=False, **part))
    assert line.obstacle is not None
    assert line.obstacle.code == "ship.split_how", "nobody tells whether the gift has left"


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (sale(risk=True), "ship.risk"),
        (sale(terms=Terms(address_asked=True)), "ship.address"),
        (sale(hold=ShippingHold(reason="refunding", platform_refuses=True)), "ship.hold_refunding"),
        (sale(status=OrderStatus.CLOSED), "ship.closed"),
    ],
)
def test_refusals_are_predicted(one: Sale, code: str) -> None:
    (line,) = plan("1001,中通,73000000000001", one)
    assert not line.leaves
    assert line.obstacle is not None
    assert line.obstacle.code == code


def test_a_refund_that_was_asked_is_passed_with_a_reason_only() -> None:
    one = sale(hold=ShippingHold(reason="asked"))
    (line,) = plan("1001,中通,73000000000001", one)
    assert line.passable
    (line,) = plan("1001,中通,73000000000001", one, anyway="买家电话同意")
    assert [command.anyway for command in line.commands] == ["买家电话同意", "买家电话同意"]


def test_rows_that_fail_do_not_keep_the_others() -> None:
    lines = plan("1001,中通,73000000000001\n9999,中通,73000000000002\n1002,飞毛腿,1234567", sale(1), sale(2))
    codes = [line.obstacle.code if line.obstacle else "" for line in lines]
    assert codes == ["", "ship.unknown_order", "ship.carrier"]


def test_one_number_for_two_receivers_is_held_and_for_one_is_merged() -> None:
    text = "1001,中通,73000000000001\n1002,中通,73000000000001"
    home, away = Receiver(city="杭州市"), Receiver(city="宁波市")
    lines = plan(text, sale(1, receiver=home), sale(2, receiver=away))
    assert [line.obstacle.code if line.obstacle else "" for line in lines] == ["ship.receivers", "ship.receivers"]
    lines = plan(text, sale(1, receiver=home), sale(2, receiver=home))
    assert all(line.leaves for line in lines)


def test_what_one_platform_knows_is_handed_on_to_the_other() -> None:
    parcel = Parcel(waybill_no="73000000000001", carrier_code="9")
    one = sale(status=OrderStatus.SHIPPED, parcels=(parcel,))
    rows = untold_rows([one], TABLE)
    (line,) = plan_ship(rows, {"1001": one})
    assert sent(line) == [(YZ, "73000000000001", "3", [])]
    waits = sale()
    assert waits.other is not None
    trade = replace(waits.other.order, status=OrderStatus.SHIPPED, parcels=(replace(parcel, carrier_code="3"),))
    back = replace(waits, other=replace(waits.other, order=trade))
    (line,) = plan_ship(untold_rows([back], TABLE), {"1001": back})
    assert sent(line) == [(KS, "73000000000001", "9", [])]
    assert back.number(Platform.YOUZAN) == "E100"


@pytest.mark.parametrize("left", ["kuaishou", "youzan"])
def test_what_is_in_the_parcels_of_one_platform_is_not_guessed_for_the_other(left: str) -> None:
    """As many parcels as lines: still nobody tells which holds which."""
    parcels = tuple(
        Parcel(waybill_no=f"7300000000001{at}", carrier_code="9" if left == "kuaishou" else "3") for at in "12"
    )
    gone: dict[str, Any] = {"status": OrderStatus.SHIPPED, "parcels": parcels}
    one = sale(**gone) if left == "kuaishou" else sale()
    if left == "youzan":
        assert one.other is not None
        one = replace(one, other=replace(one.other, order=replace(one.other.order, **gone)))
    rows = untold_rows([one], TABLE)
    (line,) = plan_ship(rows, {"1001": one})
    assert (sent(line), line.obstacle and line.obstacle.code) == ([], "ship.split_how")
    said = "\n".join(f"{row.raw},{holds}" for row, holds in zip(rows, ("2x1", "1x2"), strict=True))
    (line,) = plan(said, one)
    assert [holds[0][1] for *_, holds in sent(line)] == [1, 2], "a person says it"


def test_rows_that_were_refused_ship_the_same_parcels_again() -> None:
    (line,) = plan("1001 中通 73000000000001\n1001 中通 73000000000002", sale())
    again = rows_again(line)
    assert again == ["1001,中通快递,73000000000001,1x2", "1001,中通快递,73000000000002,2x1"]
    (same,) = plan("\n".join(again), sale())
    assert sent(same) == sent(line)
    (line,) = plan("E100,中通,73000000000001,1x1\nE100,中通,73000000000002,1x1+2x1", sale())
    assert rows_again(line) == ["E100,中通快递,73000000000001,1x1", "E100,中通快递,73000000000002,1x1+2x1"]
    (line,) = plan("1001,中通,73000000000001", sale())
    assert rows_again(line) == ["1001,中通快递,73000000000001"]


def test_few_orders_are_all_asked_for_anew_of_many_those_that_look_risky() -> None:
    lines = plan("1001,中通,73000000000001\n1002,中通,73000000000002", sale(1), sale(2, refunding=True))
    assert len(keys_to_reread(lines, most=5)) == 4
    assert keys_to_reread(lines, most=1) == [(KS, "1002"), (YZ, "E200")]
    asked = keys_to_reread(lines, most=1, many=5)
    assert {(KS, "1001"), (KS, "1002"), (YZ, "E200")} <= set(asked), "a wish for another address stands in no list"
    assert len(asked) == 3


def test_a_carrier_is_written_into_the_lines_that_lack_one() -> None:
    assert with_carrier("订单号\n1001\n1002,圆通,YT1\n1003,7300", "中通快递", TABLE) == (
        "订单号\n1001,中通快递,\n1002,圆通,YT1\n1003,中通快递,7300"
    )
