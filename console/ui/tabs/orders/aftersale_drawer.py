"""The ticket drawer: its frame stays, head and body are made anew for every ticket; its foot answers and gives away."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from console.core.operators import Operator
from console.store.views_tickets import TicketDetail
from console.ui.page import scrolled
from console.ui.pictures import Pictures
from console.ui.tabs.orders import aftersale_words
from console.ui.tabs.orders.aftersale_card import is_due_today, verbs
from console.ui.tabs.orders.aftersale_sheet import TicketHead, TicketSheet
from console.ui.widgets import Picker, button, icon_button
from console.ui.widgets.drawer import Drawer


class TicketDrawer(Drawer):
    """``acted`` carries what is asked, and of which shop (empty: of the leading side); ``given`` to whom it goes."""

    copied = Signal(str)
    acted = Signal(str, str)
    given = Signal(str)

    def __init__(self, page: QWidget, wide: int, pictures: Pictures) -> None:
        super().__init__(page, wide)
        self.setObjectName("ticketDrawer")
        self._pictures = pictures
        self._head: QWidget = QWidget()
        self.head.addWidget(self._head)
        self._area = scrolled(QWidget())
        self.body.addWidget(self._area, 1)
        self.detail: TicketDetail | None = None
        self._shown: tuple[object, ...] = ()
        self.person = Picker([("", self.tr("nobody"))], "", self.tr("Given to: "))
        self.person.chosen.connect(self.given)
        self.order = icon_button("clipboard-list", self.tr("See the order"))
        self.order.clicked.connect(lambda: self.acted.emit("order", ""))
        self.again = icon_button("refresh-cw", self.tr("Read anew"))
        self.again.clicked.connect(lambda: self.acted.emit("look", ""))
        self.refuse: QPushButton = button("")
        self.refuse.clicked.connect(lambda: self.acted.emit("refuse", ""))
        self.agree: QPushButton = button("")
        self.agree.clicked.connect(lambda: self.acted.emit("agree", ""))
        for part in (self.person, self.order, self.again):
            self.foot.addWidget(part)
        self.foot.addStretch(1)
        self.agree.setToolTip("A")
        self.refuse.setToolTip("R")
        for part in (self.refuse, self.agree):
            self.foot.addWidget(part)

    def set_people(self, people: Sequence[Operator]) -> None:
        """Who it may be given to."""
        self.person.set_choices([("", self.tr("nobody")), *((one.operator_id, one.name) for one in people)])
        self.person.setVisible(bool(people))

    def show_detail(self, detail: TicketDetail, now: int, person: str) -> None:
        """Fill it; nothing happens where it shows just this already."""
        if self._shown == (detail, person):
            return
        same = self.detail is not None and self.detail.row.id == detail.row.id
        place = self._area.verticalScrollBar().value() if same else 0
        self._shown = (detail, person)
        self.detail = detail
        head = TicketHead(detail, now)
        head.copied.connect(self.copied)
        self.head.replaceWidget(self._head, head)
        self._head.deleteLater()
        self._head = head
        sheet = TicketSheet(detail, now, person, self._pictures)
        sheet.copied.connect(self.copied)
        sheet.answered.connect(self.acted)
        sheet.setObjectName("scrolled")
        self._area.setWidget(sheet)
        self._area.verticalScrollBar().setValue(place)
        self.person.set_key(detail.row.operator_id)
        self._offer(detail, now)

    def press(self, act: str) -> bool:
        """Answer by key; returns whether there was something to answer."""
        made = {"agree": self.agree, "refuse": self.refuse}.get(act)
        if made is None or not self.isVisible() or made.isHidden():
            return False
        made.click()
        return True

    def _offer(self, detail: TicketDetail, now: int) -> None:
        """What can be answered to the leading side."""
        offered = dict(verbs(detail.row))
        self.agree.setVisible("agree" in offered)
        self.refuse.setVisible("refuse" in offered)
        grant = aftersale_words.grant_of(detail.row.status, detail.row.kind, detail.row.platform)
        if grant is not None:
            self.agree.setText(aftersale_words.agree_word(grant, detail.row.kind))
        self.refuse.setText(aftersale_words.refuse_word(detail.row.status))
        kind = "primary" if is_due_today(detail.row, now) else "default"
        if self.agree.property("kind") != kind:
            self.agree.setProperty("kind", kind)
            self.agree.style().unpolish(self.agree)
            self.agree.style().polish(self.agree)
