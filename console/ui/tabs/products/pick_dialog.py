"""换一个: look for the goods of the other shop that are the same, by title, code or number, and link them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from console.core.model import Platform
from console.store.views_goods import Claims, Counterpart
from console.ui import paint, texts
from console.ui.cells import Chips, Goods, Lines
from console.ui.choosing import ChoosingDialog
from console.ui.context import Desk
from console.ui.held import Held
from console.ui.paging import Column
from console.ui.paint import ChipLook
from console.ui.sight import Sight
from console.ui.table_card import TableCard, TableFoot
from console.ui.tabs.products import suggestion
from console.ui.tasks import Tasks
from console.ui.widgets import EmptyState, SearchBox, label
from console.ui.widgets.buttons import set_icon
from console.ui.widgets.labels import Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

WIDE, HIGH = 920, 640
CHIP = 56  # what a chip has beside its word, and the cell beside the chip
LEAST = 2  # letters: one alone is in too many titles


def read_found(conn: "Connection", row_id: int, text: str) -> list[Counterpart]:
    """On a database thread."""
    from console.store import goods_claims

    return goods_claims.search(conn, row_id, text)


class PickDialog(ChoosingDialog):
    """Accepted: ``chosen`` is what the person wants linked. What is suggested stands there before anything is typed."""

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks, row_id: int, title: str, claims: Claims) -> None:
        other = Platform.YOUZAN if claims.platform is Platform.KUAISHOU else Platform.KUAISHOU
        super().__init__(
            page, self.tr("Choose the same goods at {platform}").format(platform=texts.platform(other)), ""
        )
        self._desk, self._tasks, self._row_id, self._claims = desk, tasks, row_id, claims
        self.accept_button.setText(self.tr("Link"))
        set_icon(self.accept_button, "link-2", "onAccent")
        self.accept_button.setEnabled(False)
        window = page.window()
        self.setFixedSize(min(WIDE, window.width() - 48), min(HIGH, window.height() - 48))
        self.chosen: Counterpart | None = None
        self._shown: dict[int, Counterpart] = {}
        self.search = SearchBox(self.tr("Title / merchant code / ID, two letters at least"))
        self.search.asked.connect(self._ask)
        self.card = self._make_card()
        self.said = Wrapped("", 12, tone="text3")
        self.body.addWidget(label(self.tr("The same as: {title}").format(title=title), strong=True))
        for part in (self.search, self.card, self.said):
            self.body.addWidget(part)
        self._show(claims.counterparts)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_card(self) -> TableCard[Counterpart]:
        shown: Goods[Counterpart] = Goods(
            lambda one: one.title or texts.NOTHING,
            suggestion.context,
            lambda one: crc32(one.title.encode()),
            address=_picture,
            pictures=self._desk.pictures,
        )
        likeness: Lines[Counterpart] = Lines(lambda one: suggestion.alike(one.score) or texts.NOTHING, free=True)
        state = paint.width(self.tr("Linked elsewhere"), 12) + CHIP
        columns: list[Column[Counterpart]] = [
            Column(self.tr("Goods"), 300, shown, stretch=True),
            Column(self.tr("Number"), 120, Lines(lambda one: one.item_id, free=True)),
            Column(self.tr("Titles"), suggestion.alike_width(), likeness),
            Column(self.tr("State"), state, Chips(self._state)),
        ]
        self._empty = EmptyState("search", self.tr("No goods fit"))
        self._empty.button.hide()
        foot = TableFoot()
        card: TableCard[Counterpart] = TableCard(
            columns, self._tasks, self._empty, self.tr("{first}–{last} of {total} goods"), foot
        )
        card.view.setColumnHidden(0, True)
        card.view.row_opened.connect(self._choose)
        card.view.selectionModel().currentRowChanged.connect(self._moved)
        Sight(card.view, self._desk.pictures, _picture)
        return card

    def _state(self, one: Counterpart) -> ChipLook:
        if one.taken:
            return ChipLook("grey", "link-2", self.tr("Linked elsewhere"))
        if self.chosen is not None and one.row_id == self.chosen.row_id:
            return ChipLook("blue", "check", self.tr("Chosen"))
        return ChipLook("green", "circle-check", self.tr("Free"))

    # -- asking -----------------------------------------------------------------------------------------------------

    def _ask(self, text: str) -> None:
        self._tasks.cancel("pick")
        self._take(None)  # Enter must not link what was chosen before
        if not text:
            self._show(self._claims.counterparts)
        elif len(text) < LEAST:
            self._show(())
        else:
            self._tasks.start(self._find(text), key="pick")

    async def _find(self, text: str) -> None:
        self._show(await self._desk.database.read(read_found, self._row_id, text))

    def _show(self, found: Sequence[Counterpart]) -> None:
        text = self.search.text().strip()
        self._shown = {one.row_id: one for one in found}
        self._take(None)
        if not text:
            self._empty.say(self.tr("Type what to look for"), self.tr("Nothing is suggested for these goods"))
        elif len(text) < LEAST:
            self._empty.say(self.tr("Type one letter more"), self.tr("One alone is in too many titles"))
        else:
            self._empty.say(self.tr("No goods fit"), self.tr("Neither a title nor a code or number holds this"))
        self.card.model.show(Held(found, lambda one: one.row_id))

    # -- choosing ---------------------------------------------------------------------------------------------------

    def _choose(self, row_id: int) -> None:
        """A click or Enter: choose it; the chosen one again: link."""
        found = self._shown.get(row_id)
        if found is not None and found == self.chosen and self.accept_button.isEnabled():
            self.accept()
            return
        self._take(found)

    def _moved(self) -> None:
        index = self.card.view.currentIndex()
        if index.isValid():
            self._take(self._shown.get(self.card.model.id_at(index.row())))

    def _take(self, found: Counterpart | None) -> None:
        self.chosen = found if found is not None and not found.taken else None
        self.card.view.set_opened(self.chosen.row_id if self.chosen is not None else None)
        self.accept_button.setEnabled(self.chosen is not None)
        if found is not None and found.taken:
            self.said.setText(self.tr("It is linked to other goods: undo that link first"))
        elif found is not None:
            self.said.setText(self.tr("Enter links {title}").format(title=found.title or found.item_id))
        else:
            self.said.setText(self.tr("↑↓ choose · Enter links · Esc closes"))


def _picture(one: Counterpart) -> str:
    return one.image_url
