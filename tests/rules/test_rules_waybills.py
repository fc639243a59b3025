"""What may be taken, printed and voided; what a slip says of the buyer; whether a ledger adds up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from console.core.model import (
    AfterSale,
    AfterSaleKind,
    AfterSaleStatus,
    Order,
    OrderLine,
    OrderStatus,
    Parcel,
    Receiver,
)
from console.core.waybills import Sender
from console.rules.after_sales import aftersale_blocks_shipping
from console.rules.waybills import (
    Tally,
    goods_of,
    grouped,
    masked_address,
    masked_digits,
    masked_name,
    next_package,
    print_obstacle,
    slip_of,
    standing,
    take_obstacle,
    void_obstacle,
)

ORDER = Order(order_no="1", status=OrderStatus.TO_SHIP, status_code="30", amount_fen=9_900)
SENT = Order(order_no="1", status=OrderStatus.SHIPPED, status_code="40", parcels=(Parcel(waybill_no=" yt1 "),))
ASKED = AfterSale(
    after_sale_no="9", order_no="1", kind=AfterSaleKind.REFUND_ONLY, status=AfterSaleStatus.WAIT_SELLER, reason="不要了"
)


def test_a_number_is_taken_only_for_what_may_leave_and_has_none() -> None:
    assert take_obstacle(ORDER, None, ()) is None
    second = take_obstacle(ORDER, None, ["YT1"])
    assert second is not None
    assert (second.code, second.detail) == ("waybill.has_one", "YT1")
    held = take_obstacle(ORDER, aftersale_blocks_shipping([ASKED]), ())
    assert held is not None
    assert (held.code, held.detail) == ("ship.hold_asked", "不要了")
    sent = take_obstacle(SENT, None, ())
    assert sent is not None
    assert sent.code == "ship.shipped"


def test_a_further_number_is_taken_only_beside_those_that_were_seen_and_never_more_than_pieces() -> None:
    three = replace(ORDER, lines=(OrderLine(line_no="1", title="四件套", quantity=3),))
    assert take_obstacle(three, None, ["YT1"], beside=["YT1"]) is None
    unseen = take_obstacle(three, None, ["YT1", "YT2"], beside=["YT1"])
    assert unseen is not None
    assert (unseen.code, unseen.detail) == ("waybill.has_one", "YT2")
    for waiting, left in ((["YT1", "YT2", "YT3"], 0), (["YT2"], 2)):
        full = take_obstacle(three, None, waiting, beside=waiting, left=left)
        assert full is not None
        assert (full.code, full.detail) == ("waybill.pieces", "3")
    assert take_obstacle(three, None, ["YT2"], beside=["YT2"], left=1) is None
    assert take_obstacle(ORDER, None, ["YT1"], beside=["YT1"]) is not None, "nothing is left to split"
    held = take_obstacle(three, aftersale_blocks_shipping([ASKED]), ["YT1"], beside=["YT1"])
    assert held is not None
    assert held.code == "ship.hold_asked"


def test_a_label_is_printed_for_what_may_leave_and_for_what_left_under_it() -> None:
    assert print_obstacle(ORDER, None, "YT1", voided=False) is None
    assert print_obstacle(SENT, None, "YT1", voided=False) is None, "again, for a parcel that left under it"
    other = print_obstacle(SENT, None, "YT2", voided=False)
    assert other is not None
    assert other.code == "ship.shipped"
    for order, voided, code in ((ORDER, True, "waybill.void"), (None, False, "ship.unknown_order")):
        found = print_obstacle(order, None, "YT1", voided=voided)
        assert found is not None
        assert found.code == code
    held = print_obstacle(ORDER, aftersale_blocks_shipping([ASKED]), "YT1", voided=False)
    assert held is not None
    assert held.code == "ship.hold_asked"


def test_a_number_that_went_out_is_not_voided() -> None:
    assert void_obstacle(ORDER, "YT1", voided=False) is None
    assert void_obstacle(None, "YT1", voided=False) is None
    used = void_obstacle(SENT, "YT1", voided=False)
    assert used is not None
    assert used.code == "waybill.used"
    again = void_obstacle(ORDER, "YT1", voided=True)
    assert again is not None
    assert again.code == "waybill.void"


@given(st.integers(0, 30))
def test_no_parcel_is_named_twice(count: int) -> None:
    named: list[str] = []
    for _ in range(count):
        named.append(next_package("77", named))
    assert len(set(named)) == count
    assert next_package("77", ["77-2"]) == "77-1", "a gap is no parcel that was"


@given(
    st.text("王小明Ab", min_size=1, max_size=6),
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    st.text("良睦路123号幢-", max_size=20),
)
def test_no_plain_buyer_reaches_a_label(name: str, phone: str, street: str) -> None:
    """Platforms mask; where one did not, the slip does."""
    order = Order(
        order_no="1",
        status=OrderStatus.TO_SHIP,
        receiver=Receiver(name_masked=name, phone_masked=phone, address_masked=street),
    )
    slip = slip_of(order, waybill_no="1", carrier_name="", branch="", taken_at=0, sender=Sender(), shop_name="")
    assert phone not in slip.receiver_phone
    assert slip.receiver_phone.count("*") == 4
    assert slip.receiver_name == name[0] + "**"
    assert not any(sign.isdigit() for sign in slip.receiver_address)


def test_what_is_masked_stays_as_it_is() -> None:
    assert masked_name("周**") == "周**"
    assert masked_digits("138****6021") == "138****6021"
    assert masked_digits("") == ""
    assert masked_address(Receiver(address_masked="良睦路12***号")) == "良睦路12***号"


def test_a_slip_names_goods_for_the_packer() -> None:
    lines = tuple(OrderLine(line_no=str(n), title=f"货{n}", spec="红", quantity=n) for n in range(1, 8))
    few = Order(order_no="1", status=OrderStatus.TO_SHIP, lines=lines[:2])
    assert goods_of(few) == (("货1 红", 1), ("货2 红", 2))
    many = goods_of(Order(order_no="1", status=OrderStatus.TO_SHIP, lines=lines))
    assert len(many) == 5
    assert sum(pieces for _, pieces in many) == 28, "no piece is left out"


def test_numbers_are_grouped_for_the_eye_only() -> None:
    assert grouped("75841290337745") == "75841 29033 7745"
    assert grouped("75841290337745").replace(" ", "") == "75841290337745"


@pytest.mark.parametrize(
    ("tally", "fine"),
    [
        (Tally(), True),
        (Tally(taken=5, printed=2, voided=1, unprinted=1, waiting=1, shipped=3), True),
        (Tally(taken=5, printed=2, voided=1, waiting=1), False),
        (Tally(taken=1, printed=1, doubled=1), False),
        (Tally(taken=1, voided=1, shipped=1, astray=1), False),
    ],
)
def test_a_ledger_adds_up_or_says_that_it_does_not(tally: Tally, fine: bool) -> None:
    assert tally.adds_up is fine


def test_where_a_number_stands() -> None:
    assert [standing(0, False), standing(2, False), standing(2, True)] == ["waiting", "printed", "voided"]
