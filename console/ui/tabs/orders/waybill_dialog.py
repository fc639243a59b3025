"""打单: the parcels in the order of the list, the label as it will come out, where it goes. Ctrl+P prints."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from console.rules.waybills import Tally
from console.store.waybill_desk import ParcelRow
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Veiled
from console.ui.page import scrolled
from console.ui.tabs.orders import waybill_words as words
from console.ui.tabs.orders.waybill_list import Entries, EntriesArea, Entry
from console.ui.tabs.orders.waybill_sheet import LabelSheet
from console.ui.tabs.orders.waybill_side import WaybillSide
from console.ui.widgets import IconLabel, button, icon_button, label
from console.ui.widgets.cards import line
from console.ui.widgets.labels import Wrapped, set_tone

WIDE, HIGH = 1120, 784
LEFT, RIGHT = 300, 304
NARROW = 900


class WaybillDialog(Veiled):
    """Shows what it is told and says what is wanted; ``WaybillBar`` does it."""

    take_asked = Signal()
    print_asked = Signal()
    void_asked = Signal(object)  # ids of numbers
    split_asked = Signal(object)  # the parcel whose order leaves in one more
    ship_asked = Signal()
    stop_asked = Signal()
    looked_at = Signal(int)

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._desk = desk
        self.rows: tuple[ParcelRow, ...] = ()
        self.setWindowTitle(self.tr("Print waybills"))
        room = page.window().size()
        self.setFixedSize(min(WIDE, room.width() - 24), min(HIGH, room.height() - 24))
        narrow = self.width() < NARROW + 120
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(line())
        middle = QHBoxLayout()
        middle.setSpacing(0)
        left = self._parcels()
        left.setFixedWidth(LEFT - (20 if narrow else 0))
        self.sheet = LabelSheet()
        self.why = Wrapped("", 12, tone="amber")
        self.why.setContentsMargins(16, 6, 16, 8)
        self.why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self.sheet, 1)
        centre.addWidget(self.why)
        self.side = WaybillSide()
        side = scrolled(self.side)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setFixedWidth(RIGHT - (12 if narrow else 0))
        middle.addWidget(left)
        middle.addLayout(centre, 1)
        middle.addWidget(side)
        whole.addLayout(middle, 1)
        whole.addWidget(line())
        whole.addLayout(self._foot())
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        shortcut.activated.connect(self.print_button.click)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        title = label(self.tr("Print waybills"), 18, strong=True)
        title.setFixedHeight(60)
        self.under = label("", 12, tone="text3")
        shut = icon_button("x", self.tr("Close"))
        shut.clicked.connect(self.reject)
        for part in (title, self.under):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(shut)
        return row

    def _parcels(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Parcels"), strong=True))
        top.addStretch(1)
        top.addWidget(label(self.tr("printed in this order"), 12, tone="text3"))
        column.addLayout(top)
        self.list = Entries()
        self.list.chosen.connect(self.looked_at)
        column.addWidget(EntriesArea(self.list), 1)
        column.addWidget(self._note())
        self.ledger = QVBoxLayout()
        self.ledger.setSpacing(4)
        column.addLayout(self.ledger)
        return made

    def _note(self) -> QFrame:
        self.note = QFrame()
        self.note.setObjectName("banner_amber")
        row = QVBoxLayout(self.note)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(6)
        self.note_words = Wrapped("", 12, tone="amber")
        self.void_held = button("", small=True)
        self.void_held.clicked.connect(
            lambda: self.void_asked.emit([one.waybill.id for one in self.held if one.waybill])
        )
        row.addWidget(self.note_words)
        row.addWidget(self.void_held, 0, Qt.AlignmentFlag.AlignLeft)
        self.note.hide()
        return self.note

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(8)
        self.shield = IconLabel("shield-check", 16, "fg_green")
        self.said = label("", 12, tone="text2")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(120, 6)
        self.stop = button(self.tr("Stop"), small=True)
        self.stop.clicked.connect(self.stop_asked)
        self.void_button = button(self.tr("Void…"))
        self.split_button = button(self.tr("Split…"))
        self.split_button.clicked.connect(self._split_current)
        self.ship_button = button(self.tr("Ship…"), "default", "truck")
        self.take_button = button("")
        self.print_button = button("", "primary", "printer")
        self.void_button.clicked.connect(self._void_current)
        self.ship_button.clicked.connect(self.ship_asked)
        self.take_button.clicked.connect(self.take_asked)
        self.print_button.clicked.connect(self.print_asked)
        for part in (self.shield, self.said, self.progress, self.stop):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.void_button, self.split_button, self.ship_button, self.take_button, self.print_button):
            row.addWidget(part)
        self.show_progress(0, 0)
        return row

    # -- what it is told --------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[ParcelRow]) -> None:
        """The parcels as the file has them now."""
        self.rows = tuple(rows)
        self.list.show_entries([_entry(row) for row in self.rows])
        checked = self.tr("refunds and risk checked just now, and again at each label")
        self.under.setText(self.tr("%n parcel(s)", "", len(self.rows)) + f" · {checked}")
        self._say_held()
        self.say_buttons()

    def _say_held(self) -> None:
        reasons = [words.why(row, self._desk.language) for row in self.held]
        first = next((said for said in reasons if said), "")
        self.note.setVisible(bool(self.held))
        self.note_words.setText(self.tr("{n} held back: {why}").format(n=texts.count(len(self.held)), why=first))
        numbers = sum(row.waybill is not None for row in self.held)
        self.void_held.setText(self.tr("Void %n number(s)…", "", numbers))
        self.void_held.setVisible(bool(numbers))
        tone = "fg_amber" if self.held else "fg_green"
        self.shield.set_icon("shield-alert" if self.held else "shield-check", tone)
        fine = self.tr("none of them is refunded or under review")
        self.said.setText(self.tr("%n held back", "", len(self.held)) if self.held else fine)

    def say_buttons(self) -> None:
        """What can be done now, and with how many."""
        take, out = len(self.to_take), len(self.to_print)
        self.take_button.setText(self.tr("Take %n number(s)", "", take))
        self.take_button.setEnabled(bool(take) and self.can_take)
        set_tone(self.take_button, "primary" if take and not out else "default", "kind")
        again = sum(row.waybill.printed > 0 for row in self.to_print if row.waybill is not None)
        self.print_button.setText(self.tr("Print %n label(s)", "", out))
        reprints = self.tr("%n of them again: marked, the number stays", "", again)
        self.print_button.setToolTip(reprints if again else self.tr("Print (Ctrl+P)"))
        self.print_button.setEnabled(bool(out))
        current = self.current
        self.void_button.setEnabled(current is not None and current.waybill is not None and not current.waybill.left)
        splits = current is not None and current.splits and self.can_take
        self.split_button.setEnabled(splits)
        why = self.tr("Only an order of several pieces whose parcel waits with a number can be split")
        self.split_button.setToolTip(self.tr("Take one more number for a further parcel") if splits else why)
        self.ship_button.setEnabled(any(row.leaves for row in self.rows))

    def show_tally(self, tally: Tally) -> None:
        """Today's ledger."""
        while (item := self.ledger.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.ledger.addWidget(label(self.tr("Ledger of numbers"), strong=True))
        for name, number in words.tally_rows(tally):
            self.ledger.addWidget(_line(name, texts.count(number)))
        fine = self.tr("taken = printed + voided + to print")
        said = label(fine if tally.adds_up else self.tr("The ledger does not add up"), 12)
        set_tone(said, "green" if tally.adds_up else "red")
        self.ledger.addWidget(said)

    def show_progress(self, done: int, total: int) -> None:
        """How far the taking of numbers is; of nothing it is hidden."""
        running = done < total
        self.progress.setVisible(running)
        self.stop.setVisible(running)
        self.shield.setVisible(not running)
        if running:
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            self.said.setText(self.tr("{n} of {total} numbers").format(n=done, total=total))

    def show_label(self, image: QImage | None) -> None:
        """The label of the chosen parcel."""
        row = self.current
        why = "" if row is None else words.why(row, self._desk.language)
        number = "" if row is None or row.waybill is None else row.waybill.waybill_no
        self.why.setText(why)
        self.why.setVisible(bool(why))
        self.sheet.show_label(image, " ".join(part for part in (self.tr("Label"), number, why) if part))
        self.say_buttons()

    # -- what is chosen ---------------------------------------------------------------------------------------------

    @property
    def current(self) -> ParcelRow | None:
        """The parcel whose label is shown."""
        return self.rows[self.list.current] if self.list.current < len(self.rows) else None

    @property
    def can_take(self) -> bool:
        """Whether all is there that a number needs."""
        return self.side.chosen is not None and self.side.who.is_whole

    @property
    def held(self) -> list[ParcelRow]:
        return [row for row in self.rows if row.is_held]

    @property
    def to_take(self) -> list[ParcelRow]:
        return [row for row in self.rows if row.takes]

    @property
    def to_print(self) -> list[ParcelRow]:
        """Those not printed yet; where all of them were, all of them once more."""
        able = [row for row in self.rows if row.prints]
        fresh = [row for row in able if row.waybill is not None and not row.waybill.printed]
        return fresh or able

    def _split_current(self) -> None:
        row = self.current
        if row is not None and row.splits:
            self.split_asked.emit(row)

    def _void_current(self) -> None:
        row = self.current
        if row is not None and row.waybill is not None:
            self.void_asked.emit([row.waybill.id])


def _entry(row: ParcelRow) -> Entry:
    number = row.order_no if row.waybill is None else row.waybill.waybill_no
    return Entry(f"{row.title} ×{row.quantity}", number, words.parcel_chip(row))


def _line(name: str, number: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(name, 12, tone="text2"))
    row.addStretch(1)
    row.addWidget(label(number, 13, strong=True))
    return made
