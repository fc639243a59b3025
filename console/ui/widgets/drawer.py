"""The drawer: 560–640 wide from the right, under the top bar, not modal. The list beside it stays usable."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.ui.theme import current
from console.ui.widgets.buttons import icon_button

NARROWEST, WIDEST = 560, 640
SHADE = 28
VEIL_BELOW = 1280


class Drawer(QWidget):
    """A panel over the right end of its page. Fill ``head``, ``body`` and ``foot``; ``stepped`` asks for the next row.

    It follows the page's size, is dragged wider at its left edge, closes by Esc or ✕; under 1280 px of window it lays a
    veil over the page. Without ``steps`` there are no rows to step through.
    """

    closed = Signal()
    stepped = Signal(int)
    resized = Signal(int)

    def __init__(self, page: QWidget, wide: int = 600, *, steps: bool = True) -> None:
        super().__init__(page)
        self._page = page
        self._wide = min(WIDEST, max(NARROWEST, wide))
        self._grip: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.panel = QFrame(self)
        self.panel.setObjectName("drawer")
        self.panel.setCursor(Qt.CursorShape.ArrowCursor)
        whole = QVBoxLayout(self.panel)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.head = QVBoxLayout()
        self.head.setSpacing(4)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 16, 8)
        top.addLayout(self.head, 1)
        top.addLayout(self._controls(steps=steps))
        whole.addLayout(top)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 0, 24, 16)
        self.body.setSpacing(12)
        whole.addLayout(self.body, 1)
        self.foot_frame = QFrame()
        self.foot_frame.setObjectName("drawerFoot")
        self.foot_frame.setFixedHeight(64)
        self.foot = QHBoxLayout(self.foot_frame)
        self.foot.setContentsMargins(24, 0, 24, 0)
        self.foot.setSpacing(8)
        whole.addWidget(self.foot_frame)
        page.installEventFilter(self)
        self.hide()

    def _controls(self, *, steps: bool) -> QVBoxLayout:
        up = icon_button("chevron-up", self.tr("Previous row"), small=True)
        down = icon_button("chevron-down", self.tr("Next row"), small=True)
        close = icon_button("x", self.tr("Close"), small=True)
        up.clicked.connect(lambda: self.stepped.emit(-1))
        down.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.shut)
        row = QHBoxLayout()
        row.setSpacing(0)
        for part in (up, down, close):
            row.addWidget(part)
        if not steps:
            up.hide()
            down.hide()
        column = QVBoxLayout()
        column.addLayout(row)
        column.addStretch(1)
        return column

    def unveil(self) -> None:
        """Show it at its place. One that lies over more than this page, like the outbox, gives way."""
        for other in self.window().findChildren(Drawer):
            if other.isVisible() and other._page.isAncestorOf(self._page):
                other.shut()
        self._place()
        self.show()
        self.raise_()

    def shut(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _place(self) -> None:
        page = self._page
        veiled = page.window().width() < VEIL_BELOW
        wide = min(self._wide, page.width())
        left = 0 if veiled else page.width() - wide - SHADE
        self.setGeometry(QRect(max(0, left), 0, page.width() - max(0, left), page.height()))
        self.panel.setGeometry(self.width() - wide, 0, wide, self.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.shut()
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        edge = self.panel.x()
        if self.window().width() < VEIL_BELOW:
            painter.fillRect(QRect(0, 0, edge, self.height()), look["veil"])
        else:
            shade = QLinearGradient(QPoint(edge - SHADE, 0), QPoint(edge, 0))
            clear = QColor(look["shade"])
            clear.setAlpha(0)
            shade.setColorAt(0, clear)
            shade.setColorAt(1, look["shade"])
            painter.fillRect(QRect(edge - SHADE, 0, SHADE, self.height()), shade)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().toPoint().x()
        if abs(x - self.panel.x()) <= 6:
            self._grip = event.globalPosition().toPoint().x()
        elif x < self.panel.x() and self.window().width() < VEIL_BELOW:
            self.shut()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        near = abs(event.position().toPoint().x() - self.panel.x()) <= 6
        self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
        if self._grip is None:
            return
        here = event.globalPosition().toPoint().x()
        self._wide = min(WIDEST, max(NARROWEST, self._wide + self._grip - here))
        self._grip = here
        self._place()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._grip = None
            self.resized.emit(self._wide)
