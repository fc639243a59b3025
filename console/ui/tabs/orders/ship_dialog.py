"""发货: rows of order number, carrier and waybill number go in; what leaves and what is held is said before."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from console import reference
from console.core.clock import SECOND
from console.core.commands_orders import ShipOrder
from console.core.model import Order, Platform
from console.core.operators import Right
from console.rules.ship_plan import Sale, ShipLine, plan_ship
from console.rules.ship_rows import ShipRow, read_text, with_carrier
from console.store.outbox import UNDO_MS
from console.ui import texts
from console.ui.carriers import COMMON
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.rights import guard
from console.ui.tabs.orders.ship_list import HEAD, ROW, ShipArea, ShipLines
from console.ui.widgets import button, label
from console.ui.widgets.buttons import set_icon
from console.ui.widgets.fields import Picker
from console.ui.widgets.labels import Wrapped

WIDE, HIGH, AROUND, LINES_SHOWN, WRITTEN_HIGH = 820, 780, 48, 6, 128
PAUSE_MS = 250


class ShipDialog(Dialog):
    """Accepted: ``commands()`` is what leaves. ``asked`` comes when other orders are named: answer with ``know``."""

    asked = Signal()
    sheet_asked = Signal()
    save_asked = Signal()

    def __init__(self, parent: QWidget, desk: Desk, text: str) -> None:
        super().__init__(parent, self.tr("Ship orders"), self.tr("Ship"), undoable=False)
        self._desk = desk
        self._carriers = reference.carriers()
        self.rows: tuple[ShipRow, ...] = ()
        self.lines: tuple[ShipLine, ...] = ()
        self.sales: Mapping[str, Sale] = {}
        self.fresh: dict[tuple[str, str], Order] = {}
        self.reading = False
        room = parent.window().size()
        self.setFixedWidth(min(WIDE, room.width() - AROUND))
        said = self.tr("One parcel a line: order number, carrier, waybill number. Several parcels of an order: 1x2+2x1")
        self.body.addWidget(Wrapped(said, 12, tone="text3"))
        self.written = QPlainTextEdit(text)
        self.written.moveCursor(QTextCursor.MoveOperation.EndOfBlock)  # behind the first order's number
        self.written.setFixedHeight(WRITTEN_HIGH)
        self.written.setTabChangesFocus(True)
        self.written.setAccessibleName(self.tr("What is to be shipped"))
        self.body.addWidget(self.written)
        self.body.addLayout(self._tools())
        self.counts = label("", strong=True)
        self.body.addWidget(self.counts)
        self.list = ShipLines(desk.language)
        self.area = ShipArea(self.list)
        self.area.setMinimumHeight(HEAD + ROW + 2)  # the list gives way when further fields are asked for
        self.area.setMaximumHeight(HEAD + LINES_SHOWN * ROW + 2)
        self.body.addWidget(self.area, 1)
        self.reason, self.mobile, self.typed = QLineEdit(), QLineEdit(), QLineEdit()
        self._extras()
        words = self.tr("A number the buyer was told cannot be taken back · until it is sent, for {n} s, it can")
        self.note = Wrapped(words.format(n=UNDO_MS // SECOND), 12, tone="text3")
        self.body.addWidget(self.note)
        set_icon(self.accept_button, "send", "onAccent")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self.read)
        self.written.textChanged.connect(self._changed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._go)
        self.written.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()
        self.resize(self.width(), min(HIGH, room.height() - AROUND))

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        usable = [one.name for one in self._carriers.usable((Platform.KUAISHOU,)) if one.name in COMMON]
        names = sorted(usable, key=COMMON.index)
        choices = [("", self.tr("choose")), *((name, name) for name in names)]
        self.carrier = Picker(choices, "", self.tr("Carrier of the rest: "))
        self.carrier.chosen.connect(self._fill_carrier)
        sheet = button(self.tr("From a sheet…"), "default", "file-spreadsheet", small=True)
        sheet.clicked.connect(self.sheet_asked)
        self.copy_held = button(self.tr("Copy the held rows"), "ghost", "copy", small=True)
        self.copy_held.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.held_text()))
        for part in (self.carrier, sheet):
            row.addWidget(part)
        self.save_held = button(self.tr("Save with reasons…"), "ghost", "file-spreadsheet", small=True)
        self.save_held.clicked.connect(self.save_asked)
        row.addStretch(1)
        for part in (self.copy_held, self.save_held):
            row.addWidget(part)
        return row

    def _extras(self) -> None:
        hints = (
            (
                self.reason,
                self.tr("Why goods leave of which a refund was asked (an owner's reason, kept in the audit)"),
            ),
            (self.mobile, self.tr("The sender's mobile: SF parcels cannot be followed at Youzan without it")),
            (self.typed, self.tr("Type the number of orders to confirm")),
        )
        for field, hint in hints:
            field.setPlaceholderText(hint)
            field.setAccessibleName(hint)
            self.body.addWidget(field)
            field.hide()
            field.textChanged.connect(self._show if field is self.typed else self._plan)
        guard(self._desk.session, self.reason, Right.OVERRIDE)

    # -- what is written --------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        """What is shown is the text before: nothing leaves until this one is understood and its orders are read."""
        self.reading = True
        self._show()
        self._rest.start()

    def read(self) -> None:
        """Understand the rows; ask for the orders they name."""
        self.rows, self.reading = read_text(self.written.toPlainText(), self._carriers), True
        self.asked.emit()
        self._plan()

    def numbers(self) -> list[str]:
        """The order numbers that the rows name."""
        return sorted({row.order_no for row in self.rows if row.order_no})

    def know(self, sales: Mapping[str, Sale], *, reading: bool = False) -> None:
        """What the file, and the platforms asked right now, say of them."""
        self.sales, self.reading = sales, reading
        self._plan()

    def put(self, text: str) -> None:
        """Further rows, below what is written."""
        before = self.written.toPlainText().rstrip()
        self.written.setPlainText(f"{before}\n{text}".strip())

    def _fill_carrier(self, name: str) -> None:
        if name:
            self.written.setPlainText(with_carrier(self.written.toPlainText(), name, self._carriers))
            self.carrier.set_key("")

    # -- what leaves ------------------------------------------------------------------------------------------------

    def _plan(self) -> None:
        anyway = self.reason.text() if self._desk.may(Right.OVERRIDE) else ""
        self.lines = plan_ship(self.rows, self.sales, anyway=anyway, sender_mobile=self.mobile.text())
        self.list.show_lines(self.lines)
        self._show()

    def _show(self) -> None:
        going = self.going()
        held = len(self.lines) - len(going)
        untold = sum(line.untold is not None for line in going)
        doubtful = sum(line.doubt is not None for line in going)
        parts = [
            (len(going), self.tr("{n} to ship").format(n=texts.count(len(going)))),
            (held, self.tr("{n} held back").format(n=texts.count(held))),
            (untold, self.tr("{n} of which the other platform is not told").format(n=texts.count(untold))),
            (doubtful, self.tr("%n number(s) to look at", "", doubtful)),
        ]
        said = " · ".join(words for number, words in parts if number)
        asking = self.tr("reading the orders anew…")
        self.counts.setText(f"{said} · {asking}" if self.reading and said else said or self.tr("Nothing to ship yet"))
        self.reason.setVisible(bool(self.reason.text()) or any(line.passable for line in self.lines))
        lacks = ("ship.sf_mobile",)
        wants = any(
            one is not None and one.code in lacks for line in self.lines for one in (line.obstacle, line.untold)
        )
        self.mobile.setVisible(bool(self.mobile.text()) or wants)
        self.typed.setVisible(bool(self.phrase))
        self.typed.setPlaceholderText(self.tr("Type the number of orders to confirm: {n}").format(n=self.phrase))
        for part in (self.copy_held, self.save_held):
            part.setVisible(bool(held))
        self.accept_button.setText(self.tr("Ship %n order(s)", "", len(going)))
        lacking = self._lacking(len(going))
        self.accept_button.setEnabled(not lacking)
        self.accept_button.setToolTip(lacking)

    def _lacking(self, number: int) -> str:
        """Why nothing can be shipped yet."""
        if not number:
            return self.tr("Nothing can be shipped")
        if self.reading:
            return self.tr("The orders are being read anew")
        if self.phrase and self.typed.text().strip() != self.phrase:
            return self.tr("Type “{phrase}” first").format(phrase=self.phrase)
        return ""

    @property
    def phrase(self) -> str:
        """What is to be typed before many orders leave."""
        number = len(self.going())
        return str(number) if number > reference.figures()["typed_above_rows"].value else ""

    def going(self) -> Sequence[ShipLine]:
        """What goes into the outbox."""
        return [line for line in self.lines if line.leaves]

    def commands(self) -> list[ShipOrder]:
        """Its commands, one by one."""
        return [command for line in self.going() for command in line.commands]

    def held(self) -> Sequence[ShipLine]:
        """What does not leave."""
        return [line for line in self.lines if not line.leaves]

    def held_text(self) -> str:
        """The rows that do not leave, as they were written."""
        return "\n".join(row.raw for line in self.held() for row in line.rows)

    def _go(self) -> None:
        if self.accept_button.isEnabled():
            self.accept()
