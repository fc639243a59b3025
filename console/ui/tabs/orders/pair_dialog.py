"""手动关联: which trade is an order's (or which order a trade's), and why; and a reason for whatever is decided."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from console.core.model import Platform
from console.store.link_candidates import Chance, Lone
from console.ui import texts
from console.ui.cells import Chips, Lines
from console.ui.choosing import ChoosingDialog
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.held import Held
from console.ui.paging import Column
from console.ui.paint import ChipLook
from console.ui.table_card import TableCard
from console.ui.tabs.orders import proof_words, words
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState, SearchBox, label
from console.ui.widgets.labels import Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

WIDE, HIGH = 860, 620
REASON_LETTERS = 200


def read_chances(conn: "Connection", about: Lone, text: str) -> list[Chance]:
    """On a database thread."""
    from console.store import link_candidates

    return link_candidates.chances(conn, about, text)


def reason_field(hint: str) -> QLineEdit:
    """A reason goes into the audit: without one nothing is decided."""
    made = QLineEdit()
    made.setPlaceholderText(hint)
    made.setAccessibleName(hint)
    made.setMaxLength(REASON_LETTERS)
    return made


class PairDialog(ChoosingDialog):
    """Accepted: ``chosen`` belongs to the row, for ``reason``."""

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks, about: Lone) -> None:
        other = Platform.YOUZAN if about.side is Platform.KUAISHOU else Platform.KUAISHOU
        title = self.tr("Link by hand to an order at {platform}").format(platform=texts.platform(other))
        super().__init__(page, title, self.tr("Link"))
        self._desk, self._tasks, self._about = desk, tasks, about
        window = page.window()
        self.setFixedSize(min(WIDE, window.width() - 48), min(HIGH, window.height() - 48))
        self.chosen: Chance | None = None
        self._shown: dict[int, Chance] = {}
        self.search = SearchBox(self.tr("Number / waybill / goods / note"))
        self.search.asked.connect(lambda text: tasks.start(self._find(text), key="pair"))
        self.card = self._make_card()
        self.reason = reason_field(self.tr("Why they belong together: it goes into the audit"))
        self.reason.textChanged.connect(self._judge)
        self.said = Wrapped("", 12, tone="text3")
        number = about.order_no or about.trade_no or texts.NOTHING
        head = f"{number} · {texts.money(about.amount_fen)} · {texts.moment(about.paid_at, desk.now())}"
        self.body.addWidget(label(head, strong=True))
        for part in (self.search, self.card, self.reason, self.said):
            self.body.addWidget(part)
        tasks.start(self._find(""), key="pair")
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()

    def _make_card(self) -> TableCard[Chance]:
        amount: Lines[Chance] = Lines(_amount, self._off, right=True, under_tone=self._off_tone)
        columns: list[Column[Chance]] = [
            Column(
                self.tr("Number and goods"),
                300,
                Lines(lambda one: one.number, lambda one: one.title, free=True),
                stretch=True,
            ),
            Column(self.tr("Amount"), 120, amount, right=True),
            Column(self.tr("Paid"), 120, Lines(lambda one: texts.moment(one.paid_at), self._apart)),
            Column(self.tr("Status"), 96, Chips(lambda one: words.status_chip(one.status))),
            Column(self.tr("Link"), 110, Chips(self._state)),
        ]
        self._empty = EmptyState("search", self.tr("Nothing fits"), self.tr("Look for its number"))
        card: TableCard[Chance] = TableCard(
            columns, self._tasks, self._empty, self.tr("{first}–{last} of {total} orders")
        )
        card.view.setColumnHidden(0, True)
        card.view.row_opened.connect(self._choose)
        card.view.selectionModel().currentRowChanged.connect(lambda *_: self._moved())
        return card

    def _off(self, one: Chance) -> str:
        if one.amount_fen is None or self._about.amount_fen is None:
            return ""
        off = one.amount_fen - self._about.amount_fen
        return proof_words.signed_money(off) if off else self.tr("equal")

    def _off_tone(self, one: Chance) -> str:
        return "fg_green" if one.amount_fen == self._about.amount_fen else "fg_amber"

    def _apart(self, one: Chance) -> str:
        if one.paid_at is None or self._about.paid_at is None:
            return ""
        return self.tr("{span} apart").format(span=texts.span(abs(one.paid_at - self._about.paid_at)))

    def _state(self, one: Chance) -> ChipLook:
        if self.chosen is not None and one.row_id == self.chosen.row_id:
            return ChipLook("blue", "check", self.tr("Chosen"))
        if one.taken_by is not None:
            return ChipLook("amber", "link-2", self.tr("Linked"))
        return ChipLook("grey", "unlink", self.tr("Free"))

    async def _find(self, text: str) -> None:
        found = await self._desk.database.read(read_chances, self._about, text)
        self._shown = {one.row_id: one for one in found}
        self._take(None)
        self.card.model.show(Held(found, lambda one: one.row_id))

    def _choose(self, row_id: int) -> None:
        found = self._shown.get(row_id)
        if found is not None and found == self.chosen:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(found)

    def _moved(self) -> None:
        index = self.card.view.currentIndex()
        if index.isValid():
            self._take(self._shown.get(self.card.model.id_at(index.row())))

    def _take(self, found: Chance | None) -> None:
        self.chosen = found
        self.card.view.set_opened(None if found is None else found.row_id)
        self._judge()

    def _judge(self) -> None:
        """Both are needed: what, and why."""
        why = bool(self.reason.text().strip())
        self.accept_button.setEnabled(self.chosen is not None and why)
        if self.chosen is None:
            self.said.setText(self.tr("↑↓ choose · Tab to the reason · Enter links"))
        elif self.chosen.taken_by is not None:
            said = self.tr("It is linked to {number} now; that link ends")
            self.said.setText(said.format(number=self.chosen.taken_by))
        elif not why:
            self.said.setText(self.tr("Give a reason first"))
        else:
            self.said.setText(self.tr("Matching will not change this link; it can be taken back at any time"))


class ReasonDialog(Dialog):
    """One sentence, and why; accepted only with a reason."""

    def __init__(self, page: QWidget, title: str, accept: str, words: str, hint: str) -> None:
        super().__init__(page, title, accept)
        self.body.addWidget(label(words, tone="text2", wrap=True))
        self.reason = reason_field(hint)
        self.reason.textChanged.connect(self._judge)
        self.body.addWidget(self.reason)
        self._judge()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _judge(self) -> None:
        said = bool(self.reason.text().strip())
        self.accept_button.setEnabled(said)
        self.accept_button.setToolTip("" if said else self.tr("Give a reason first"))


def _amount(one: Chance) -> str:
    return texts.money(one.amount_fen)
