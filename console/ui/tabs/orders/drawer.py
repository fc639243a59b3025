"""The order drawer: its frame stays, head and body are made anew for every row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.catalogue import Language
from console.store.views import OrderDetail
from console.ui.page import scrolled
from console.ui.paint import ChipLook
from console.ui.pictures import Pictures
from console.ui.tabs.orders.receiver_card import ReceiverCard
from console.ui.tabs.orders.sheet import OrderHead, OrderSheet
from console.ui.widgets import button
from console.ui.widgets.drawer import Drawer
from console.ui.widgets.labels import Elided


class OrderDrawer(Drawer):
    """Shows one order. ``copied`` carries what is to go to the clipboard."""

    copied = Signal(str)
    append_asked = Signal()
    shown = Signal(int)  # the row it shows now
    receiver: ReceiverCard  # of that row

    def __init__(
        self, page: QWidget, wide: int, pictures: Pictures | None = None, language: Language = "zh_CN"
    ) -> None:
        super().__init__(page, wide)
        self._language = language
        self.setObjectName("orderDrawer")
        self._pictures = pictures
        self._head: QWidget = QWidget()
        self.head.addWidget(self._head)
        self._area = scrolled(QWidget())
        self.body.addWidget(self._area, 1)
        self.detail: OrderDetail | None = None
        self.foot.addWidget(Elided(self.tr("↑↓ next row · Esc closes")))
        self.foot.addStretch(1)
        both = button(self.tr("Copy both numbers"), "default", "copy")
        both.clicked.connect(self._copy_both)
        self.foot.addWidget(both)

    def show_detail(self, detail: OrderDetail, countdown: ChipLook | None, now: int) -> None:
        """Fill it; nothing happens where it shows just this already."""
        if detail == self.detail:
            return
        same = self.detail is not None and self.detail.row.id == detail.row.id
        place = self._area.verticalScrollBar().value() if same else 0
        self.detail = detail
        head = OrderHead(detail, countdown)
        head.copied.connect(self.copied)
        self.head.replaceWidget(self._head, head)
        self._head.deleteLater()
        self._head = head
        sheet = OrderSheet(detail, now, self._pictures, self._language)
        sheet.copied.connect(self.copied)
        sheet.append_asked.connect(self.append_asked)
        sheet.setObjectName("scrolled")
        self.receiver = sheet.receiver
        self._area.setWidget(sheet)
        self._area.verticalScrollBar().setValue(place)
        self.shown.emit(detail.row.id)

    def _copy_both(self) -> None:
        if self.detail is not None:
            row = self.detail.row
            self.copied.emit("\t".join(number for number in (row.order_no, row.trade_no) if number))
