"""The right side of the print dialog: printer, carrier and branch, who sends, what is printed by itself."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.core.waybills import Sender, Slip, WaybillAccount
from console.rules.waybills import masked_digits
from console.ui.tabs.orders import waybill_words as words
from console.ui.widgets import Dot, button, label
from console.ui.widgets.cards import line
from console.ui.widgets.fields import Picker, Switch
from console.ui.widgets.labels import Wrapped, set_tone

SF = "SF"


class WaybillSide(QWidget):
    """Settings of the next numbers and labels."""

    printer_chosen = Signal(str)
    account_chosen = Signal(str)
    sender_changed = Signal()
    auto_changed = Signal(str, bool)  # carrier
    test_asked = Signal()
    folder_asked = Signal()  # where labels lie that are files

    def __init__(self) -> None:
        super().__init__()
        self.accounts: tuple[WaybillAccount, ...] = ()
        self._sender = Sender()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(6)
        self._printer_part()
        self._account_part()
        self._sender_part()
        self.column.addSpacing(6)
        self.column.addWidget(line())
        self.column.addSpacing(2)
        note = self.tr(
            "The label is the shop's own slip with the carrier's number, the buyer always masked. The official label "
            "comes from Kuaishou's print component; its data are kept with each number."
        )
        self.column.addWidget(Wrapped(note, 12, tone="text3"))
        self.column.addStretch(1)

    def _printer_part(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label(self.tr("Printer"), 12, tone="text3"))
        self.printer_dot = Dot("grey")
        self.printer_state = label("", 12, tone="text3")
        head.addWidget(self.printer_dot)
        head.addWidget(self.printer_state)
        head.addStretch(1)
        self.folder = button(self.tr("Open the folder of labels"), "link", small=True)
        self.folder.clicked.connect(self.folder_asked)
        head.addWidget(self.folder)
        self.column.addLayout(head)
        self.printer = Picker((), "")
        self.printer.setAccessibleName(self.tr("Printer"))
        self.printer.chosen.connect(self._printer_picked)
        self.column.addWidget(self.printer)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("100 × 180 mm · 203 dpi"), 12, tone="text3"))
        row.addStretch(1)
        self.test = button(self.tr("Print a test page"), "link", small=True)
        self.test.clicked.connect(self.test_asked)
        row.addWidget(self.test)
        self.column.addLayout(row)

    def _account_part(self) -> None:
        self.column.addSpacing(6)
        self.column.addWidget(label(self.tr("Carrier and branch"), 12, tone="text3"))
        self.account = Picker((), "")
        self.account.setAccessibleName(self.tr("Carrier and branch"))
        self.account.chosen.connect(self._account_picked)
        self.column.addWidget(self.account)
        self.left = Wrapped("", 12, tone="text3")
        self.column.addWidget(self.left)
        self.client = QLineEdit()
        self.client.setPlaceholderText(self.tr("SF partner code, where SF asks for it"))
        self.client.setAccessibleName(self.client.placeholderText())
        self.client.hide()
        self.column.addWidget(self.client)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Print this carrier by itself")))
        row.addStretch(1)
        self.auto = Switch(self.tr("Print this carrier by itself"))
        self.auto.clicked.connect(lambda on: self.auto_changed.emit(self._company, on))
        row.addWidget(self.auto)
        self.column.addLayout(row)
        self._autos: Mapping[str, str] = {}

    def _sender_part(self) -> None:
        self.column.addSpacing(6)
        self.column.addWidget(label(self.tr("Sender"), 12, tone="text3"))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name, self.mobile = QLineEdit(), QLineEdit()
        for field, hint in ((self.name, self.tr("Name")), (self.mobile, self.tr("Mobile"))):
            field.setPlaceholderText(hint)
            field.setAccessibleName(f"{self.tr('Sender')} {hint}")
            field.editingFinished.connect(self.sender_changed)
            row.addWidget(field)
        self.column.addLayout(row)
        self.place = Wrapped("", 12, tone="text3")
        self.column.addWidget(self.place)

    # -- what it is told --------------------------------------------------------------------------------------------

    def show_printers(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """What can be printed on; ``key`` is the usual one."""
        self.printer.set_choices(choices)
        known = [name for name, _ in choices]
        self.printer.set_key(key if key in known else known[0])
        self._say_printer(gone=bool(key) and key not in known)

    def _say_printer(self, *, gone: bool = False) -> None:
        real = self.printer.key().startswith("system:")
        self.folder.setVisible(not real)
        self.printer_dot.set_tone("amber" if gone else "green" if real else "grey")
        said = self.tr("the usual one is not there") if gone else self.tr("found") if real else self.tr("into files")
        self.printer_state.setText(said)

    def _printer_picked(self, key: str) -> None:
        self._say_printer()
        self.printer_chosen.emit(key)

    def show_accounts(self, accounts: Sequence[WaybillAccount], key: str, autos: Mapping[str, str]) -> None:
        """The shop's contracts; ``autos`` are the carriers that are printed by themselves."""
        self.accounts, self._autos = tuple(accounts), dict(autos)
        self.account.set_choices([(one.key, words.account_name(one)) for one in accounts])
        known = [one.key for one in accounts]
        self.account.set_key(key if key in known else known[0] if known else "")
        self._say_account()

    def show_no_accounts(self, why: str) -> None:
        """Why none can be chosen."""
        self.accounts = ()
        self.account.set_choices([("", self.tr("None"))])
        self.account.set_key("")
        self.left.setText(why)
        set_tone(self.left, "amber")
        self.auto.setEnabled(False)

    def show_sender(self, sender: Sender) -> None:
        """Who sends, as it was set."""
        self._sender = sender
        self.name.setText(sender.name)
        self.mobile.setText(sender.mobile)
        self._say_place()

    # -- what it says -----------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> WaybillAccount | None:
        """The contract by which numbers are taken."""
        return next((one for one in self.accounts if one.key == self.account.key()), None)

    @property
    def _company(self) -> str:
        return "" if self.chosen is None else self.chosen.company

    @property
    def who(self) -> Sender:
        """Who sends, from the warehouse of the chosen contract."""
        place = self.chosen.places[0] if self.chosen is not None and self.chosen.places else self._sender
        return msgspec.structs.replace(place, name=self.name.text().strip(), mobile=self.mobile.text().strip())

    def as_it_would_be(self, slip: Slip) -> Slip:
        """A label without a number, as these settings would make it."""
        account, who = self.chosen, self.who
        return msgspec.structs.replace(
            slip,
            carrier_name="" if account is None else account.carrier_name,
            branch="" if account is None else account.branch_name,
            sender_name=who.name,
            sender_phone=masked_digits(who.mobile),
            sender_place=who.place,
        )

    def _account_picked(self, key: str) -> None:
        self._say_account()
        self.account_chosen.emit(key)

    def _say_account(self) -> None:
        account = self.chosen
        self.left.setText("" if account is None else words.left(account))
        empty = account is not None and account.left == 0
        set_tone(self.left, "red" if empty else "text3")
        self.client.setVisible(self._company == SF)
        self.auto.setEnabled(account is not None)
        self.auto.setChecked(self._company in self._autos)
        self._say_place()

    def _say_place(self) -> None:
        sender = self.who
        whole = sender.is_whole
        said = sender.place if whole else self.tr("Name, mobile and warehouse are needed before a number is taken")
        self.place.setText(said)
        set_tone(self.place, "text3" if whole else "amber")
