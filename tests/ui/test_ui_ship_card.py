"""The journeys in the order drawer: what is known is shown as of when it was told, and why no newer is."""

from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from console.core.clock import DAY, HOUR
from console.core.model import Order, OrderStatus, Platform
from console.core.shipping import Track, TrackEvent
from console.store.tracks import Tracked
from console.store.views import OrderDetail
from console.ui.tabs.orders.ship_card import ShipCard, found_in

NOW = 1_790_000_000_000


def detail(answer: str) -> OrderDetail:
    track = Track(state="on_the_way", events=(TrackEvent(at=NOW - 10 * DAY - HOUR, words="到达【杭州】"),))
    told = Tracked(
        waybill_no="73", carrier_code="3", track=track, asked_at=NOW - 10 * DAY, tried_at=NOW - HOUR, answer=answer
    )
    row: Any = SimpleNamespace(platform=Platform.YOUZAN)  # as much as the card looks at
    order = Order(order_no="E1", status=OrderStatus.SHIPPED, shipped_at=NOW - 11 * DAY, updated_at=1)
    return OrderDetail(row=row, order=order, other=None, link=None, by_hand=False, after_sales=(), tracks=(told,))


def test_nobody_says_that_a_parcel_stands_still_of_which_nothing_was_told_since() -> None:
    assert found_in(detail(""), NOW) == {"73": ("still",)}
    assert found_in(detail("youzan.4204"), NOW) == {"73": ()}


def test_the_drawer_says_when_it_was_asked_in_vain(qtbot: QtBot) -> None:
    said = {}
    for answer in ("", "unknown", "youzan.4204"):
        card = ShipCard(detail(answer), NOW)
        qtbot.addWidget(card)
        said[answer] = " ".join(one.text() for one in card.findChildren(QLabel))
        assert "到达【杭州】" in said[answer], "what is known stays"
    assert "Asked at" not in said[""]
    assert "knows nothing" in said["unknown"]
    assert "(youzan.4204)" in said["youzan.4204"]
