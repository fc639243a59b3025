"""追加包裹: one more parcel after an order has left, where its platform lets one follow."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from console import catalogue, reference
from console.core.commands_orders import AppendParcel, Sending
from console.core.errors import FileTrouble, Trouble
from console.core.model import Order, Platform
from console.rules.carriers import Carrier
from console.ui.carriers import COMMON
from console.ui.dialogs import Dialog, answer
from console.ui.widgets.fields import Picker
from console.ui.widgets.labels import Wrapped, set_tone

if TYPE_CHECKING:
    from console.ui.tabs.orders.page import OrdersPage


class AppendDialog(Dialog):
    """Accepted: ``parcel()``. The carrier is guessed from the number where it is plain whose it is."""

    def __init__(self, parent: QWidget, order: Order) -> None:
        super().__init__(parent, self.tr("Add a parcel"), self.tr("Add it"), undoable=False)
        self._known = {parcel.waybill_no.strip().upper() for parcel in order.parcels}
        self._carriers = reference.carriers()
        said = self.tr(
            "All of the order {number} has left. What follows it in a further parcel is told to the buyer and cannot "
            "be taken back."
        )
        self.body.addWidget(Wrapped(said.format(number=order.order_no), 12, tone="text3"))
        self.number = QLineEdit()
        self.number.setPlaceholderText(self.tr("Waybill number"))
        self.number.setAccessibleName(self.number.placeholderText())
        usable = {one.name: one for one in self._carriers.usable((Platform.KUAISHOU,))}
        names = [(name, name) for name in COMMON if name in usable]
        self._usable = usable
        self.carrier = Picker([("", self.tr("choose")), *names], "", self.tr("Carrier: "))
        self.body.addWidget(self.number)
        self.body.addWidget(self.carrier, 0, Qt.AlignmentFlag.AlignLeft)
        self.said = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.said)
        self.number.textChanged.connect(self._guess)
        self.carrier.chosen.connect(self._judge)
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self._judge()

    def _guess(self) -> None:
        found = self._carriers.of_number(self.number.text())
        if len(found) == 1:
            self.carrier.set_key(found[0].name)
        self._judge()

    @property
    def _chosen(self) -> Carrier | None:
        return self._usable.get(self.carrier.key())

    def _lacking(self) -> str:
        number = self.number.text().strip()
        if not number:
            return self.tr("Write its waybill number")
        if number.upper() in self._known:
            return self.tr("The order has a parcel of this number already")
        if self._chosen is None:
            return self.tr("Choose the carrier")
        return ""

    def _judge(self) -> None:
        lacking, chosen = self._lacking(), self._chosen
        doubt = not lacking and chosen is not None and self._carriers.doubtful(self.number.text(), chosen)
        self.said.setText(lacking or (self.tr("The number does not look like this carrier's") if doubt else ""))
        set_tone(self.said, "amber" if doubt else "text3")
        self.accept_button.setEnabled(not lacking)
        self.accept_button.setToolTip(lacking)

    def parcel(self) -> Sending:
        """What follows."""
        chosen = self._chosen
        return Sending(
            waybill_no=self.number.text().strip(),
            carrier_code="" if chosen is None else chosen.code(Platform.KUAISHOU),
            carrier_name="" if chosen is None else chosen.name,
        )


class AppendBar(QObject):
    """Owned by the orders page: hears the drawer's wish, asks the platform, then the person."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.dialog: AppendDialog | None = None
        page.order_drawer.append_asked.connect(lambda: page.tasks.start(self._ask(), key="append"))

    async def _ask(self) -> None:
        detail = self._page.order_drawer.detail
        if detail is None or detail.row.order_no is None or self.dialog is not None:
            return
        key = (detail.row.shop_id, detail.row.order_no)
        order = (await self._desk.actions.shipping.reread([key])).get(key)
        if order is None or not order.terms.appends:
            code = "ship.unread" if order is None else "ship.no_append"
            said = catalogue.words(code, self._desk.language, platform=Platform.KUAISHOU.value, detail=key[1])
            self._page.said.emit(said.text, said.next_step)
            return
        dialog = self.dialog = AppendDialog(self._page, order)
        try:
            if await answer(dialog) != QDialog.DialogCode.Accepted:
                return
            parcel = dialog.parcel()
        finally:
            self.dialog = None
        seen = tuple(one.waybill_no for one in order.parcels)
        command = AppendParcel(shop_id=key[0], order_no=key[1], parcel=parcel, seen=seen)
        try:
            self._page.sent.emit([await self._desk.actions.submit(command)])
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
