"""What is sent, and what a reading afterwards proves: by hand, and for every stock there can be."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.commands import (
    Command,
    EditItem,
    FieldChange,
    Loss,
    ReplaceSkus,
    SetPrice,
    SetShelf,
    SetStock,
    SkuDraft,
    decode,
    encode,
    loss_phrase,
)
from console.core.errors import Refused
from console.core.model import AuditState, Item, Listing, Order, OrderLine, OrderStatus, Sku
from console.core.objects import sku_in
from console.core.permissions import Ability
from console.rules.sending import Plan, judge, plan, shows, turned_down
from console.rules.stock import Sold, Span, Verdict, change, sold_between, verdict

WHERE: dict[str, Any] = {"shop_id": "youzan:9", "item_id": "1"}


def listing(**fields: Any) -> Listing:
    """An item with two variants: ``a`` has 10 at 5.00, ``b`` has 3 at 6.00."""
    item = Item(item_id="1", title="锅", code="G", on_shelf=True, **fields)
    skus = (
        Sku(item_id="1", sku_id="a", code="A", price_fen=500, stock=10),
        Sku(item_id="1", sku_id="b", spec="红", price_fen=600, stock=3),
    )
    return Listing(item=item, skus=skus)


EVERY: list[Command] = [
    SetStock(**WHERE, sku_id="a", target=7, seen=10, seen_at=5),
    SetPrice(**WHERE, sku_id="a", price_fen=450, seen_fen=500, override="清仓"),
    SetShelf(**WHERE, on=False),
    EditItem(**WHERE, changes=(FieldChange(field="title", to="新锅", seen="锅"), FieldChange(field="code", to="H"))),
    ReplaceSkus(**WHERE, skus=(SkuDraft(sku_id="a", code="A"),), loses=(Loss(sku_id="b", name="红"),), typed="红"),
]


@pytest.mark.parametrize("command", EVERY, ids=lambda command: type(command).__name__)
def test_a_command_survives_the_file_and_knows_its_object(command: Command) -> None:
    assert decode(encode(command)) == command
    assert (command.key.platform, command.key.kind, command.key.object_id) == ("youzan", "item", "1")
    assert command.irreversible is isinstance(command, ReplaceSkus)
    assert command.ability is (Ability.STOCK if isinstance(command, SetStock) else Ability.ITEMS)
    assert not command.is_satisfied_by(listing())
    assert command.is_untouched_by(listing())
    assert isinstance(plan(command, listing()), Plan)
    assert not command.is_satisfied_by(None)


@pytest.mark.parametrize("command", EVERY, ids=lambda command: type(command).__name__)
def test_nothing_is_planned_for_what_is_gone(command: Command) -> None:
    with pytest.raises(Refused, match=r"outbox.gone"):
        plan(command, None)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: SetStock(**WHERE, sku_id="a", target=-1),
        lambda: SetPrice(**WHERE, sku_id="a", price_fen=0),
        lambda: EditItem(**WHERE, changes=()),
        lambda: EditItem(**WHERE, changes=(FieldChange(field="title", to="a"), FieldChange(field="title", to="b"))),
        lambda: ReplaceSkus(**WHERE, skus=()),
        lambda: ReplaceSkus(**WHERE, skus=(SkuDraft(sku_id="a"), SkuDraft(sku_id="a"))),
        lambda: ReplaceSkus(**WHERE, skus=(SkuDraft(sku_id="a"),), loses=(Loss(sku_id="a", name="A"),)),
    ],
)
def test_nonsense_is_no_command(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        wrong()


@pytest.mark.parametrize(
    ("target", "seen", "now", "delta"),
    [(7, 10, 10, -3), (7, 10, 9, -3), (30, 10, 0, 20), (7, None, 12, -5), (7, 10, 7, 0), (7, 7, 7, 0), (0, 3, 3, -3)],
)
def test_the_change_is_what_the_merchant_made_of_what_he_saw(
    target: int, seen: int | None, now: int, delta: int
) -> None:
    assert change(target, seen, now) == delta


@pytest.mark.parametrize(("target", "seen", "now", "code"), [(7, 10, 11, "moved"), (2, 10, 5, "negative")])
def test_a_change_that_cannot_be_meant_is_refused(target: int, seen: int, now: int, code: str) -> None:
    with pytest.raises(Refused, match=rf"outbox.{code}"):
        change(target, seen, now)


@given(
    before=st.integers(0, 50),
    delta=st.integers(-20, 20).filter(bool),
    sold=st.integers(-5, 20),
    doubt=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    arrived=st.booleans(),
)
def test_the_verdict_is_never_wrong(before: int, delta: int, sold: int, doubt: tuple[int, int], arrived: bool) -> None:
    now = before + delta * arrived - sold
    said = verdict(before, delta, now, Sold(sold - doubt[0], sold + doubt[1]))
    assert said in (Verdict.UNCLEAR, Verdict.APPLIED if arrived else Verdict.NOT_APPLIED)
    if sum(doubt) < abs(delta):
        assert said is not Verdict.UNCLEAR
    blind = verdict(before, delta, now, None)
    if sold >= 0:
        assert blind in (Verdict.UNCLEAR, Verdict.APPLIED if arrived else Verdict.NOT_APPLIED)


FIRST, LAST = Span(1_000, 1_100), Span(9_000, 9_100)


def order(created: int | None, paid: int | None = None, **fields: Any) -> Order:
    line = OrderLine(line_no="1", title="", item_id="1", sku_id=fields.pop("sku_id", "a"), quantity=2)
    said = {"status": OrderStatus.TO_SHIP, "updated_at": paid or created} | fields
    return Order(order_no="o", created_at=created, paid_at=paid, lines=(line,), **said)


@pytest.mark.parametrize(
    ("one", "least", "most"),
    [
        (order(5_000, 5_100), 2, 2),
        (order(500, 600), 0, 0),
        (order(9_500, 9_600), 0, 0),
        (order(500, 5_000), 0, 2),  # taken away when it was ordered, or when it was paid
        (order(5_000), 0, 2),  # not paid yet
        (order(1_050, 5_000), 0, 2),  # ordered while the stock was being read
        (order(1_105, 5_000), 0, 2),  # or nearly so: clocks differ
        (order(8_995, 8_999), 0, 2),
        (order(100, status=OrderStatus.CLOSED, updated_at=5_000), -2, 0),
        (order(100, status=OrderStatus.CLOSED, updated_at=200), 0, 0),
        (order(5_000, status=OrderStatus.CLOSED, updated_at=6_000), -2, 2),
        (order(5_000, 5_100, sku_id="b"), 0, 0),
    ],
)
def test_orders_tell_what_was_sold_as_far_as_they_can(one: Order, least: int, most: int) -> None:
    assert sold_between([one], "1", "a", FIRST, LAST, skew_ms=10) == Sold(least, most)


def test_an_item_without_variants_is_its_own_only_one() -> None:
    bare = Listing(item=Item(item_id="1", title="锅", stock=4, price_fen=900), skus=())
    for sku_id in ("", "0", "1"):
        found = sku_in(bare, sku_id)
        assert found is not None
        assert (found.stock, found.price_fen) == (4, 900)
    assert sku_in(bare, "a") is None
    assert SetStock(**WHERE, sku_id="", target=4).is_satisfied_by(bare)
    sold = order(5_000, 5_100, sku_id="77")
    assert sold_between([sold], "1", "", FIRST, LAST, skew_ms=10) == Sold(2, 2)


def test_what_was_wanted_was_seen_or_was_not() -> None:
    price = SetPrice(**WHERE, sku_id="a", price_fen=450, seen_fen=500)
    assert judge(price, listing()) is Verdict.NOT_APPLIED
    assert judge(SetPrice(**WHERE, sku_id="a", price_fen=500), listing()) is Verdict.APPLIED
    assert judge(SetPrice(**WHERE, sku_id="a", price_fen=450, seen_fen=480), listing()) is Verdict.UNCLEAR
    with pytest.raises(Refused, match=r"outbox.moved"):
        plan(SetPrice(**WHERE, sku_id="a", price_fen=450, seen_fen=480), listing())
    assert plan(SetPrice(**WHERE, sku_id="a", price_fen=500), listing()) is None
    with pytest.raises(Refused, match=r"outbox.gone"):
        plan(SetStock(**WHERE, sku_id="z", target=1), listing())


def test_an_accepted_stock_shows_unless_it_reads_as_before() -> None:
    stock = SetStock(**WHERE, sku_id="a", target=7, seen=10)
    assert shows(stock, listing(), before=13, delta=-3)
    assert not shows(stock, listing(), before=10, delta=-3)


def test_variants_go_only_when_each_was_named_and_the_phrase_typed() -> None:
    kept = (SkuDraft(sku_id="a"),)
    red = Loss(sku_id="b", name="红")
    both = (red, Loss(sku_id="c", name="蓝"))
    assert loss_phrase((red,)) == "红"
    assert loss_phrase(both) == "2 SKU"
    for loses, typed, allowed in (
        ((), "", False),
        ((red,), "", False),
        ((red,), "蓝", False),
        ((red,), " 红 ", True),
        (both, "2 SKU", True),
        ((both[1],), "蓝", False),
    ):
        command = ReplaceSkus(**WHERE, skus=kept, loses=loses, typed=typed)
        assert command.allows(listing()) is allowed
        if allowed:
            assert plan(command, listing()) == Plan()
        else:
            with pytest.raises(Refused, match=r"outbox.sku_loss: 红"):
                plan(command, listing())
    with pytest.raises(Refused, match=r"outbox.moved: z"):
        plan(ReplaceSkus(**WHERE, skus=(SkuDraft(sku_id="a"), SkuDraft(sku_id="b"), SkuDraft(sku_id="z"))), listing())


def test_a_newer_command_knows_what_the_older_one_leaves() -> None:
    older = SetStock(**WHERE, sku_id="a", target=7, seen=10)
    newer = SetStock(**WHERE, sku_id="a", target=5, seen=7)
    assert newer.instead_of(older).seen == 10
    assert SetStock(**WHERE, sku_id="a", target=5, seen=10).after(older).seen == 7
    assert (
        SetPrice(**WHERE, sku_id="a", price_fen=5, seen_fen=9)
        .after(SetPrice(**WHERE, sku_id="a", price_fen=7))
        .seen_fen
        == 7
    )


def test_a_review_that_said_no_is_heard() -> None:
    assert turned_down(listing(audit=AuditState.REFUSED, audit_reason="图")) == "图"
    assert turned_down(listing(audit=AuditState.PASSED)) is None
    assert turned_down(None) is None
