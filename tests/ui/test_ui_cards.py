"""A card's title row: what stands beside the title gives way, and only when it must."""

import pytest
from pytestqt.qtbot import QtBot

from console.ui.widgets import Card, button

ABOUT = "counted from the working day after the notice, until midnight"


@pytest.mark.gui
def test_words_beside_a_title_have_what_they_need_and_give_way_to_buttons(qtbot: QtBot) -> None:
    card = Card("Violations", ABOUT)
    card.add_end(button("All violations"))
    qtbot.addWidget(card)
    card.resize(900, 120)
    card.show()
    assert card.under.width() >= card.under.sizeHint().width()
    assert card.minimumSizeHint().width() < card.title.sizeHint().width() + card.under.sizeHint().width()
    card.resize(card.minimumSizeHint().width() + 40, 120)
    qtbot.waitUntil(lambda: card.under.width() < card.under.sizeHint().width())
    card.grab()
    assert card.under.toolTip() == ABOUT
    assert card.title.width() >= card.title.sizeHint().width()
    card.hide()
