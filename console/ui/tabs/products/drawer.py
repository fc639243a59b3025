"""The goods drawer: its frame stays, head and body are made anew for every row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.store.views import ItemDetail
from console.ui.page import scrolled
from console.ui.pictures import Pictures
from console.ui.tabs.products.sheet import ItemHead, ItemSheet
from console.ui.widgets import Drawer, button, label


class ItemDrawer(Drawer):
    """Shows one line of goods. ``copied`` carries what is to go to the clipboard."""

    copied = Signal(str)

    def __init__(self, page: QWidget, wide: int, pictures: Pictures | None = None) -> None:
        super().__init__(page, wide)
        self.setObjectName("itemDrawer")
        self._pictures = pictures
        self._head: QWidget = QWidget()
        self.head.addWidget(self._head)
        self._area = scrolled(QWidget())
        self.body.addWidget(self._area, 1)
        self.detail: ItemDetail | None = None
        self.sheet: ItemSheet | None = None
        self._compared = False
        self._now = 0
        self._everything = False
        self.foot.addWidget(label(self.tr("↑↓ next row · Esc closes"), 12, tone="text3"))
        self.foot.addStretch(1)
        self._copy = button(self.tr("Copy merchant code"), "default", "copy")
        self._copy.clicked.connect(self._copy_code)
        self.foot.addWidget(self._copy)

    def show_detail(self, detail: ItemDetail, now: int, *, compared: bool) -> None:
        """Fill it; nothing happens where it shows just this already. ``compared``: both shops were read to the end."""
        if detail == self.detail and compared == self._compared:
            return
        same = self.detail is not None and self.detail.row.id == detail.row.id
        self.detail, self._compared, self._now = detail, compared, now
        head = ItemHead(detail, compared=compared, pictures=self._pictures)
        head.copied.connect(self.copied)
        self.head.replaceWidget(self._head, head)
        self._head.deleteLater()
        self._head = head
        self._copy.setEnabled(bool(detail.row.code))
        self._copy.setToolTip("" if detail.row.code else self.tr("Neither side has a merchant code for these goods"))
        self._fill(keep_place=same)

    def _fill(self, *, keep_place: bool) -> None:
        if self.detail is None:
            return
        place = self._area.verticalScrollBar().value() if keep_place else 0
        sheet = ItemSheet(self.detail, self._now, compared=self._compared, everything=self._everything)
        sheet.turned.connect(self._turn)
        sheet.setObjectName("scrolled")
        self.sheet = sheet
        self._area.setWidget(sheet)
        self._area.verticalScrollBar().setValue(place)

    def _turn(self) -> None:
        """Show everything, or only what differs; that stays for the next rows."""
        self._everything = not self._everything
        self._fill(keep_place=True)

    def _copy_code(self) -> None:
        if self.detail is not None and self.detail.row.code:
            self.copied.emit(self.detail.row.code)
