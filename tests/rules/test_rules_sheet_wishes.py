"""What a filled-in sheet wants of goods, and the lines that are left alone."""

from typing import Any

import pytest

from console.core.model import Item, Platform, Sku
from console.rules.pushing import Both, Goods, PushRules, Side
from console.rules.sheet_wishes import Line, wanted

HERE, THERE = Platform.KUAISHOU, Platform.YOUZAN
FREE = PushRules(leads={"title": "free", "price": "free", "stock": "free", "shelf": "free"}, buffer=2)


def goods(row_id: int, variants: int = 1, *, kuaishou: bool = True) -> Goods:
    def side(platform: Platform, item_id: str) -> Side:
        item = Item(item_id=item_id, title="杯", price_fen=1000, stock=5 * variants)
        return Side(shop_id=f"{platform}:1", item=item)

    def sku(platform: Platform, n: int) -> Sku:
        return Sku(item_id=str(row_id), sku_id=f"{platform}{row_id}{n}", price_fen=1000, stock=5)

    return Goods(
        row_id=row_id,
        title="杯",
        code="",
        kuaishou=side(HERE, f"1{row_id}") if kuaishou else None,
        youzan=side(THERE, f"2{row_id}"),
        variants=tuple(
            Both(spec=str(n), kuaishou=sku(HERE, n) if kuaishou else None, youzan=sku(THERE, n))
            for n in range(variants)
        ),
    )


GOODS = [goods(1), goods(2, variants=3), goods(3, kuaishou=False)]


def line(number: int = 2, kuaishou: str = "11", youzan: str = "21", buffer: str = "", **figures: str) -> Line:
    names: dict[str, Any] = {f"{p.value}_{field}": (p, field) for p in Platform for field in ("price", "stock")}
    return Line(
        number=number,
        item_ids={HERE: kuaishou, THERE: youzan},
        figures={names[name]: said for name, said in figures.items()},
        buffer=buffer,
    )


def test_a_sheet_that_says_what_is_so_wants_nothing() -> None:
    same = line(kuaishou_price="10.0", youzan_price="¥10.00", kuaishou_stock="5", youzan_stock="5", buffer="2")
    many = line(3, "12", "22", kuaishou_price="10", kuaishou_stock="15")
    found = wanted([same, many, line(4, "", "23")], GOODS, FREE)
    assert (found.plan.lines, found.buffers, found.same, found.bad) == ((), {}, 3, ())


def test_changes_become_a_plan_and_buffers() -> None:
    found = wanted([line(kuaishou_price="9.9", youzan_stock="1,234", buffer="7")], GOODS, FREE)
    assert [(one.side, one.field, one.now, one.after) for one in found.plan.lines] == [
        (HERE, "price", 1000, 990),
        (THERE, "stock", 5, 1234),
    ]
    assert found.buffers == {("kuaishou:1", "11"): 7}
    assert (found.same, found.bad) == (0, ())


@pytest.mark.parametrize(
    ("bad", "wrong"),
    [
        (line(kuaishou="404"), "unknown"),
        (line(kuaishou="", youzan=""), "unknown"),
        (line(kuaishou="12"), "two_goods"),
        (line(kuaishou_price="9.999"), "figure"),
        (line(kuaishou_price="0"), "figure"),
        (line(youzan_stock="-1"), "figure"),
        (line(buffer="viel"), "figure"),
        (line(2, "12", "22", kuaishou_price="9"), "many_variants"),
        (line(2, "", "23", kuaishou_stock="9"), "no_side"),
    ],
)
def test_what_cannot_be_is_left_alone_and_named(bad: Line, wrong: str) -> None:
    found = wanted([bad, line(9, youzan_price="11")], GOODS, FREE)
    assert [(one.number, one.wrong) for one in found.bad] == [(2, wrong)]
    assert len(found.plan.lines) == 1, "the others go on"


def test_goods_stand_in_a_sheet_once() -> None:
    found = wanted([line(2, youzan_price="11"), line(3, youzan_price="12")], GOODS, FREE)
    assert [(one.number, one.wrong) for one in found.bad] == [(3, "twice")]
    assert [one.after for one in found.plan.lines] == [1100]
