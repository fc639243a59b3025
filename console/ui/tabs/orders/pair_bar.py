"""Linking orders by hand: what a person decided of the opened order, the verbs for it, and their keys."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.store.link_candidates import Lone
from console.ui import texts
from console.ui.dialogs import answer
from console.ui.tabs.orders import proof_words
from console.ui.tabs.orders.pair_dialog import PairDialog, ReasonDialog
from console.ui.tasks import Tasks
from console.ui.widgets import button, line
from console.ui.widgets.labels import Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.ui.tabs.orders.page import OrdersPage

LINK, UNLINK, BACK = "L", "U", "Z"


def read_lone(conn: "Connection", row_id: int) -> Lone | None:
    """On a database thread."""
    from console.store import link_candidates

    return link_candidates.lone(conn, row_id)


class PairStrip(QWidget):
    """Above the drawer's foot: what was decided by hand, and what can be."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Wrapped("", 12, tone="text2")
        self.link = button(self.tr("Link by hand"), "default", "link-2", small=True)
        self.accept = button(self.tr("Accept the difference"), "default", "check", small=True)
        self.unlink = button(self.tr("Undo the link"), "default", "unlink", small=True)
        self.back = button(self.tr("Take the decision back"), "default", "undo-2", small=True)
        for part, key in ((self.link, LINK), (self.unlink, UNLINK), (self.back, BACK)):
            part.setToolTip(f"{part.text()} ({key})")
        row = QHBoxLayout()
        row.setSpacing(8)
        for verb in self.verbs:
            row.addWidget(verb)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.setSpacing(8)
        whole.addWidget(line())
        whole.addWidget(self.said)
        whole.addLayout(row)

    @property
    def verbs(self) -> tuple[QPushButton, ...]:
        return (self.link, self.accept, self.unlink, self.back)

    def show_row(self, about: Lone | None) -> None:
        """What can be done with it; nothing where it is not known."""
        self.setVisible(about is not None)
        if about is None:
            return
        linked = about.order_no is not None and about.trade_no is not None
        differs = None not in (about.amount_fen, about.other_amount_fen) and about.amount_fen != about.other_amount_fen
        self.link.setVisible(not linked)
        self.unlink.setVisible(linked)
        self.accept.setVisible(linked and differs and about.by_hand is None)
        self.back.setVisible(bool(about.decided))
        self.said.setText(self._words(about))
        self.said.setVisible(bool(self.said.text()))

    def _words(self, about: Lone) -> str:
        if about.by_hand is not None:
            said = self.tr("Linked by hand {time}: {reason}")
            reason = about.by_hand.reason or texts.NOTHING
            return said.format(time=texts.moment(about.by_hand.decided_at), reason=reason)
        if about.parted:
            latest = about.parted[-1]
            said = self.tr("Set apart from {number} by hand {time}: {reason}")
            number = latest.trade_no if about.side is Platform.KUAISHOU else latest.order_no
            reason = latest.reason or texts.NOTHING
            return said.format(number=number, time=texts.moment(latest.decided_at), reason=reason)
        return ""


class PairBar(QObject):
    """Owned by the orders page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk
        self.strip = PairStrip()
        self.strip.hide()
        self.dialog: PairDialog | ReasonDialog | None = None

    def furnish(self) -> None:
        """Put the strip into the drawer and listen."""
        drawer = self._page.order_drawer
        drawer.body.addWidget(self.strip)
        drawer.shown.connect(self._shown)
        verbs: tuple[tuple[QPushButton, str, Callable[[Lone], Awaitable[None]]], ...] = (
            (self.strip.link, LINK, self._link),
            (self.strip.unlink, UNLINK, self._unlink),
            (self.strip.accept, "", self._accept),
            (self.strip.back, BACK, self._take_back),
        )
        for verb, key, act in verbs:
            verb.clicked.connect(lambda _=False, act=act: self._start(act))
            if key:
                shortcut = QShortcut(QKeySequence(key), self._page)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda act=act: self._start(act))

    def _shown(self, row_id: int) -> None:
        self._page.tasks.start(self._read(row_id), key="pair strip")

    async def _read(self, row_id: int) -> None:
        about = await self._desk.database.read(read_lone, row_id)
        if row_id == self._page.card.view.opened:
            self.strip.show_row(about)

    def _start(self, act: Callable[[Lone], Awaitable[None]]) -> None:
        """On the opened row, else the current one; one decision at a time."""
        view = self._page.card.view
        row_id = view.opened
        if row_id is None and view.currentIndex().isValid():
            row_id = self._page.card.model.id_at(view.currentIndex().row())
        if row_id is not None and self.dialog is None:
            self._page.tasks.start(self._told(row_id, act), key="pairing")

    async def _told(self, row_id: int, act: Callable[[Lone], Awaitable[None]]) -> None:
        about = await self._desk.database.read(read_lone, row_id)
        if about is None:
            self._page.said.emit(self.tr("Orders are linked once both shops are bound"), "")
            return
        try:
            await act(about)
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
        self._page.refresh()
        self._shown(row_id)

    async def _asked(self, dialog: PairDialog | ReasonDialog) -> bool:
        self.dialog = dialog
        try:
            return await answer(dialog) == QDialog.DialogCode.Accepted
        finally:
            self.dialog = None

    async def _link(self, about: Lone) -> None:
        tasks = Tasks("pairing")
        dialog = PairDialog(self._page, self._desk, tasks, about)
        try:
            wanted = await self._asked(dialog)
            chosen, reason = dialog.chosen, dialog.reason.text()
        finally:
            await tasks.close()
        if not wanted or chosen is None:
            return
        order_no = about.order_no or chosen.number
        trade_no = chosen.number if about.order_no is not None else about.trade_no or ""
        await self._desk.actions.proofs.link(about.pair, order_no, trade_no, reason)
        self._page.said.emit(self.tr("Linked by hand"), f"{order_no} ↔ {trade_no}")

    async def _unlink(self, about: Lone) -> None:
        if about.order_no is None or about.trade_no is None:
            return
        said = self.tr("{order} and {trade} stand apart from then on; matching will not join them again.")
        dialog = ReasonDialog(
            self._page,
            self.tr("Undo this link?"),
            self.tr("Undo the link"),
            said.format(order=about.order_no, trade=about.trade_no),
            self.tr("Why they do not belong together: it goes into the audit"),
        )
        if await self._asked(dialog):
            reason = dialog.reason.text()
            await self._desk.actions.proofs.set_apart(about.pair, about.order_no, about.trade_no, reason)
            self._page.said.emit(self.tr("They stand apart; {key} takes it back").format(key=BACK), about.order_no)

    async def _accept(self, about: Lone) -> None:
        if about.order_no is None or about.trade_no is None:
            return
        off = proof_words.signed_money((about.other_amount_fen or 0) - (about.amount_fen or 0))
        said = self.tr("Youzan is {money} off. Once accepted, a proof counts the order as explained while it stays so.")
        dialog = ReasonDialog(
            self._page,
            self.tr("Accept the difference?"),
            self.tr("Accept"),
            said.format(money=off),
            self.tr("Why the difference is in order: it goes into the audit"),
        )
        if await self._asked(dialog):
            reason = dialog.reason.text()
            await self._desk.actions.proofs.link(about.pair, about.order_no, about.trade_no, reason)
            self._page.said.emit(self.tr("The difference is accepted"), about.order_no)

    async def _take_back(self, about: Lone) -> None:
        """The link that was made by hand, else what was set apart last."""
        if not about.decided:
            self._page.said.emit(self.tr("Nobody decided anything about this order"), "")
            return
        decided = about.by_hand or about.decided[-1]
        await self._desk.actions.proofs.take_back(about.pair, decided.order_no, decided.trade_no)
        self._page.said.emit(self.tr("The decision is taken back"), decided.order_no)
