"""The customer drawer: its frame stays, head and body are made anew for everybody. T tag · N note · Esc."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from console.catalogue import Language
from console.store.customers_sheet import Sheet
from console.ui.dialogs import Dialog
from console.ui.page import scrolled
from console.ui.tabs.customers.drawer_sheet import CustomerBody, CustomerHead
from console.ui.widgets import button
from console.ui.widgets.drawer import Drawer
from console.ui.widgets.labels import Elided, Wrapped

WIDE = 568


class CustomerDrawer(Drawer):
    """Shows one customer. What is to be done with him the room does."""

    parted = Signal(object)
    tag_asked = Signal()
    note_asked = Signal()
    untagged = Signal(str)
    consented = Signal(str, object)
    block_asked = Signal()
    task_asked = Signal()

    def __init__(self, page: QWidget, language: Language) -> None:
        super().__init__(page, WIDE)
        self.setObjectName("customerDrawer")
        self._language = language
        self._head: QWidget = QWidget()
        self.head.addWidget(self._head)
        self._area = scrolled(QWidget())
        self.body.addWidget(self._area, 1)
        self.sheet: Sheet | None = None
        task = button(self.tr("Into a task list"), "primary", "send")
        task.clicked.connect(self.task_asked)
        note = button(self.tr("Write a note (N)"))
        note.clicked.connect(self.note_asked)
        self.block = button(self.tr("Blacklist"), "danger")
        self.block.clicked.connect(self.block_asked)
        self.foot.addWidget(task)
        self.foot.addWidget(note)
        self.foot.addWidget(Elided(self.tr("↑↓ next · Esc closes")), 1)
        self.foot.addWidget(self.block)

    def show_sheet(self, sheet: Sheet, now: int) -> None:
        """Fill it; nothing happens where it shows just this already."""
        if sheet == self.sheet:
            return
        same = self.sheet is not None and self.sheet.row.id == sheet.row.id
        place = self._area.verticalScrollBar().value() if same else 0
        self.sheet = sheet
        head = CustomerHead(sheet)
        self.head.replaceWidget(self._head, head)
        self._head.deleteLater()
        self._head = head
        body = CustomerBody(sheet, now, self._language)
        body.setObjectName("scrolled")
        body.parted.connect(self.parted)
        body.tag_asked.connect(self.tag_asked)
        body.untagged.connect(self.untagged)
        body.consented.connect(self.consented)
        self._area.setWidget(body)
        self._area.verticalScrollBar().setValue(place)
        self.block.setText(self.tr("Off the blacklist") if sheet.row.blocked else self.tr("Blacklist"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_T:
            self.tag_asked.emit()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_N:
            self.note_asked.emit()
        else:
            super().keyPressEvent(event)


class WordDialog(Dialog):
    """One line of words that must not be empty."""

    def __init__(
        self, parent: QWidget, title: str, accept: str, hint: str, under: str = "", *, most: int = 300
    ) -> None:
        super().__init__(parent, title, accept)
        self.field = QLineEdit()
        self.field.setMaxLength(most)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.body.addWidget(self.field)
        if under:
            self.body.addWidget(Wrapped(under, 12, tone="text3"))
        self.accept_button.setEnabled(False)
        self.field.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
