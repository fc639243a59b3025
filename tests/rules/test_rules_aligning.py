"""Stock in step: whichever side leads, the other shows what is available, less its buffer, at most its cap."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.commands import SetStock
from console.core.model import Item, Platform, Sku
from console.rules.aligning import align_stock, follower
from console.rules.pushing import Both, Goods, Lead, PushRules, Side

OURS, THEIRS = Platform.KUAISHOU, Platform.YOUZAN


def rules(lead: Lead = "youzan", **more: Any) -> PushRules:
    return PushRules(leads={"title": "free", "price": "free", "stock": lead, "shelf": "free"}, **more)


def goods(kuaishou: int | None, youzan: int | None, *, reserved: int = 0, buffer: int | None = None) -> Goods:
    def side(platform: Platform) -> Side:
        return Side(shop_id=f"{platform}:1", item=Item(item_id="7", title="杯"))

    return Goods(
        row_id=1,
        title="杯",
        code="",
        kuaishou=side(OURS),
        youzan=side(THEIRS),
        variants=(
            Both(
                spec="白",
                kuaishou=Sku(item_id="7", sku_id="k", stock=kuaishou),
                youzan=Sku(item_id="7", sku_id="y", stock=youzan, reserved=reserved),
            ),
        ),
        buffer=buffer,
    )


@pytest.mark.parametrize(
    ("of", "by", "side", "to"),
    [
        (goods(9, 20), rules(buffer=3), OURS, 17),
        (goods(9, 20, reserved=4), rules(buffer=3), OURS, 13),
        (goods(9, 20, buffer=5), rules(buffer=3), OURS, 15),
        (goods(9, 20), rules(buffer=3, cap=6), OURS, 6),
        (goods(9, 20), rules(buffer=3, youzan_cap=6), OURS, 17),  # the cap of the side that leads is none
        (goods(9, 20), rules(buffer=3, on_air_buffer=8), OURS, 17),
        (goods(9, 20), rules(buffer=3, on_air_buffer=8, on_air=True), OURS, 12),
        (goods(9, 20, buffer=10), rules(buffer=3, on_air_buffer=8, on_air=True), OURS, 10),
        (goods(9, 20), rules("free", buffer=3), OURS, 17),
        (goods(20, 9), rules("kuaishou", buffer=3), THEIRS, 17),
        (goods(20, 9), rules("kuaishou", buffer=3, cap=6), THEIRS, 17),
        (goods(20, 9), rules("kuaishou", buffer=3, youzan_cap=6), THEIRS, 6),
    ],
)
def test_the_side_that_follows_shows_what_is_available(of: Goods, by: PushRules, side: Platform, to: int) -> None:
    (line,) = align_stock([of], by).lines
    assert (line.side, line.fate, line.after) == (side, "sent", to)
    assert isinstance(line.command, SetStock)
    assert line.command.shop_id == f"{side}:1"
    assert line.command.seen == 9, "what was read goes along, so that sales in between are not undone"


@pytest.mark.parametrize("lead", ["youzan", "kuaishou"])
def test_a_stock_that_nobody_read_is_not_zero(lead: Lead) -> None:
    for of in (goods(None, 5), goods(5, None)):
        (line,) = align_stock([of], rules(lead)).lines
        assert (line.fate, line.codes, line.command) == ("skipped", ("push.no_stock",), None)


@given(
    led=st.integers(0, 500),
    shows=st.integers(0, 500),
    buffer=st.integers(0, 50),
    on_air_buffer=st.none() | st.integers(0, 50),
    on_air=st.booleans(),
    cap=st.none() | st.integers(0, 600),
    lead=st.sampled_from(["youzan", "kuaishou", "free"]),
)
def test_never_more_is_shown_than_is_there(
    led: int, shows: int, buffer: int, on_air_buffer: int | None, on_air: bool, cap: int | None, lead: Lead
) -> None:
    by = rules(lead, buffer=buffer, on_air_buffer=on_air_buffer, on_air=on_air, cap=cap, youzan_cap=cap)
    of = goods(led, shows) if follower(by) is THEIRS else goods(shows, led)
    for line in align_stock([of], by).lines:
        assert isinstance(line.after, int)
        assert 0 <= line.after <= max(led - buffer, 0)
        assert cap is None or line.after <= cap
        assert line.now != line.after
