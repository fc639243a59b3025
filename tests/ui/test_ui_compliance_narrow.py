"""Rooms of compliance in a low and narrow window: nothing lies on something else, nothing runs out at the side."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget
from ui_fakes import FakeActions

from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.tabs.compliance.bank import BankView
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.reviews import ReviewsView
from console.ui.tabs.compliance.violations import ViolationsView


@pytest.fixture
async def page(desk: Desk, actions: FakeActions, translators: Translators, until: Any) -> AsyncIterator[CompliancePage]:
    translators.use("en")  # the longer words
    window = QWidget()  # as in the shell: a window of its own would grow until everything fits
    window.resize(1240, 780)
    made = CompliancePage(desk)
    made.setParent(window)
    made.setGeometry(0, 0, 944, 560)
    window.show()
    await until(lambda: made.is_settled)
    yield made
    await made.close_page()
    window.close()
    window.deleteLater()


async def test_an_empty_list_wraps_its_words_instead_of_running_out(page: CompliancePage, until: Any) -> None:
    view = page.enter("bank")
    assert isinstance(view, BankView)
    await until(lambda: page.is_settled and view.isVisible() and view.word_count.text() != "")
    rooms = view.findChildren(QScrollArea)
    assert len(rooms) == 2
    for room in rooms:
        inside = room.widget()
        assert inside is not None
        await until(lambda room=room, inside=inside: inside.width() == room.viewport().width())


async def test_what_would_be_sent_and_the_verdicts_do_not_lie_on_each_other(page: CompliancePage, until: Any) -> None:
    view = page.enter("reviews")
    assert isinstance(view, ReviewsView)
    await until(lambda: page.is_settled and view.card.geometry().height() > 0)
    view.why.setText("Nothing leaves this computer before it was shown here. " * 2)
    top = view.why.parentWidget()
    assert isinstance(top, QFrame)
    await until(lambda: view.why.height() >= 2 * view.why.fontMetrics().height())
    await until(lambda: view.why.geometry().bottom() < top.height())
    assert top.geometry().bottom() < view.card.geometry().top()


async def test_buttons_are_as_wide_as_their_words(page: CompliancePage, until: Any) -> None:
    view = page.enter("violations")
    assert isinstance(view, ViolationsView)
    page.resize(1240, 780)
    await until(lambda: page.is_settled and view.width() > 1100)
    verbs = [one for one in view.findChildren(QPushButton) if one.text() in ("Type in", "Paste", "Import notices")]
    assert len(verbs) == 3
    assert [one.width() for one in verbs] == [one.sizeHint().width() for one in verbs]
