"""One column of the board: its heading, its cards, and a way to all of them where there are more than fit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.store.views_tickets import Lane, LaneSum, TicketRow
from console.ui import paint, texts
from console.ui.page import scrolled
from console.ui.pictures import Pictures, inside
from console.ui.tabs.orders import aftersale_words
from console.ui.tabs.orders.aftersale_card import GAP, THUMB, Act, Card, height
from console.ui.widgets import Badge, label, link

SIDE = 8


class Cards(QWidget):
    """The cards, under each other. ↑ ↓ move, Enter opens, A agrees, R refuses; ``acted`` carries what and which."""

    acted = Signal(str, int)
    sideways = Signal(int)
    reached = Signal(QRect)

    def __init__(self, now: Callable[[], int], person: Callable[[TicketRow], str], pictures: Pictures) -> None:
        super().__init__()
        self._now, self._person = now, person
        self._card = Card(pictures)
        self._pictures = pictures
        self._owner = owner = pictures.owner()
        self._hover: tuple[int, Act] | None = None
        self.rows: tuple[TicketRow, ...] = ()
        self.current = 0
        self.opened: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.arrived.connect(self._came)
        self.destroyed.connect(lambda: pictures.leave(owner))

    def show_rows(self, rows: Sequence[TicketRow]) -> None:
        """These; the place of the keyboard stays on its ticket where that is still here."""
        was = self.rows[self.current].id if self.current < len(self.rows) else None
        self.rows = tuple(rows)
        self.current = next((at for at, row in enumerate(self.rows) if row.id == was), 0)
        self._hover = None
        self.setFixedHeight(max(1, sum(height(row) + GAP for row in self.rows)))
        self._say()
        self._see()
        self.update()

    def _came(self, _address: str) -> None:
        self.update()

    def _see(self) -> None:
        if not self.isVisible():
            return
        addresses = tuple(row.image_url for row in self.rows if row.image_url)
        self._pictures.see(self._owner, addresses, inside(THUMB, self.devicePixelRatioF()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._see()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pictures.leave(self._owner)

    def place_of(self, number: int) -> QRect:
        """Where a card stands."""
        y = sum(height(row) + GAP for row in self.rows[:number])
        return QRect(0, y, self.width(), height(self.rows[number]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = self._now()
        for at, row in enumerate(self.rows):
            rect = self.place_of(at)
            if not rect.intersects(event.rect()):
                continue
            hover = self._hover[1] if self._hover is not None and self._hover[0] == at else None
            person = self._person(row)
            self._card.draw(painter, rect, row, now, person, hover=hover, chosen=row.id == self.opened)
            if at == self.current and self.hasFocus():
                paint.ring(painter, rect.adjusted(1, 1, -1, -1), 7)
        painter.end()

    # -- mouse ------------------------------------------------------------------------------------------------------

    def _under(self, point: QPoint) -> tuple[int, Act] | None:
        for at, row in enumerate(self.rows):
            rect = self.place_of(at)
            if rect.contains(point):
                return at, self._card.act_at(rect, row, point)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position().toPoint())
        if found != self._hover:
            self._hover = found
            self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
            self.setToolTip("" if found is None else Card.under(self.rows[found[0]]))
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._under(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._go(found[0])
            self.acted.emit(found[1], self.rows[found[0]].id)

    # -- keys -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.sideways.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif not self.rows:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(self.current + (1 if key == Qt.Key.Key_Down else -1))
            if self.opened is not None:
                self.acted.emit("open", self.rows[self.current].id)
        elif key in _KEYS:
            self.acted.emit(_KEYS[key], self.rows[self.current].id)
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        self.current = max(0, min(len(self.rows) - 1, number))
        self._say()
        self.reached.emit(self.place_of(self.current))
        self.update()

    def _say(self) -> None:
        row = self.rows[self.current] if self.rows else None
        self.setAccessibleName("" if row is None else self._card.words(row, self._now(), self._person(row)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


_KEYS: dict[Qt.Key, Act] = {
    Qt.Key.Key_Return: "open",
    Qt.Key.Key_Enter: "open",
    Qt.Key.Key_Space: "open",
    Qt.Key.Key_A: "agree",
    Qt.Key.Key_R: "refuse",
    Qt.Key.Key_O: "order",
}


class LaneView(QFrame):
    """A column: ``more`` asks for the list of its lane."""

    more = Signal()

    def __init__(
        self, lane: Lane, now: Callable[[], int], person: Callable[[TicketRow], str], pictures: Pictures
    ) -> None:
        super().__init__()
        self.setObjectName("lane")
        self.lane = lane
        title = self._title = label(aftersale_words.lane_title(lane), 14, strong=True)
        self.badge = Badge(0, aftersale_words.LANE_TONES[lane])
        self.money = label(pixels=12, tone="text3")
        self.cards = Cards(now, person, pictures)
        self.none = label(self.tr("Nothing here"), 12, tone="text3")
        self.none.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.link = link("")
        self.link.clicked.connect(self.more)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(8)
        for part in (title, self.badge):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.money)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.cards)
        column.addWidget(self.none)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.area: QScrollArea = scrolled(inner)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE, 14, SIDE, SIDE)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addWidget(self.area, 1)
        self.cards.reached.connect(lambda rect: self.area.ensureVisible(rect.center().x(), rect.center().y(), 0, 96))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        used = 3 * SIDE + self._title.sizeHint().width() + self.badge.sizeHint().width() + 32
        self.money.setVisible(used + self.money.sizeHint().width() <= self.width())

    def show_lane(self, rows: Sequence[TicketRow], held: LaneSum) -> None:
        """These cards of so many."""
        self.cards.show_rows(rows)
        self.badge.set_number(held.count)
        self.money.setText(aftersale_words.asked(held.asked_fen) if held.count > held.unpriced else "")
        unpriced = self.tr("Of %n ticket(s) no amount is known", "", held.unpriced) if held.unpriced else ""
        self.money.setToolTip(unpriced)
        left = held.count - len(rows)
        self.link.setText(self.tr("{n} more in the list").format(n=texts.count(left)))
        self.link.setVisible(left > 0)
        self.none.setVisible(not rows)
