"""打印队列: every label that waits, where it stands and why; go on, stop, look at the paper and say what came out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console import catalogue
from console.store.waybill_prints import PrintRow, Stopped
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Veiled
from console.ui.printers import printer_name
from console.ui.tabs.orders import waybill_words as words
from console.ui.tabs.orders.waybill_list import Entries, EntriesArea, Entry
from console.ui.widgets import button, icon_button, label
from console.ui.widgets.cards import EmptyState, line
from console.ui.widgets.fields import Picker, Segmented
from console.ui.widgets.labels import Wrapped, set_tone

WIDE, HIGH = 640, 620


class QueueDialog(Veiled):
    """Shows the queue; what is wanted of it goes out as signals."""

    resume_asked = Signal()
    hold_asked = Signal()
    settled = Signal(int, bool)
    again_asked = Signal(int)
    drop_asked = Signal(int)
    printer_chosen = Signal(str)  # on which what waits is to be printed
    view_chosen = Signal(bool)  # whether what has ended is to be shown

    def __init__(self, page: QWidget, desk: Desk) -> None:
        super().__init__(page)
        self._desk = desk
        self.rows: tuple[PrintRow, ...] = ()
        self.stopped: Stopped | None = None
        self._printers: tuple[tuple[str, str], ...] = ()
        self.setWindowTitle(self.tr("Print queue"))
        room = page.window().size()
        self.setFixedSize(min(WIDE, room.width() - 24), min(HIGH, room.height() - 24))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(line())
        body = QVBoxLayout()
        body.setContentsMargins(16, 12, 16, 12)
        body.setSpacing(8)
        self.views = Segmented([("open", self.tr("In the queue")), ("ended", self.tr("What came out"))], "open")
        self.views.chosen.connect(lambda key: self.view_chosen.emit(key == "ended"))
        body.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        self.state = Wrapped("", tone="text2")
        body.addWidget(self.state)
        self.printer = Picker((), "", self.tr("What waits is printed on: "))
        self.printer.chosen.connect(self.printer_chosen)
        self.printer.hide()
        body.addWidget(self.printer, 0, Qt.AlignmentFlag.AlignLeft)
        self.list = Entries(thumbs=False)
        self.list.chosen.connect(lambda _at: self._say_current())
        self.area = EntriesArea(self.list)
        self.empty = EmptyState("printer", self.tr("Nothing waits to be printed"))
        body.addWidget(self.area, 1)
        body.addWidget(self.empty, 1)
        self.why = Wrapped("", 12, tone="text2")
        body.addWidget(self.why)
        whole.addLayout(body, 1)
        whole.addWidget(line())
        whole.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 16, 0)
        row.setSpacing(12)
        title = label(self.tr("Print queue"), 18, strong=True)
        title.setFixedHeight(60)
        self.under = label("", 12, tone="text3")
        shut = icon_button("x", self.tr("Close"))
        shut.clicked.connect(self.reject)
        row.addWidget(title)
        row.addWidget(self.under)
        row.addStretch(1)
        row.addWidget(shut)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(8)
        self.came_out = button(self.tr("It came out"))
        self.not_out = button(self.tr("It did not, print it"))
        self.again = button(self.tr("Check again"))
        self.drop = button(self.tr("Take it out"))
        self.hold = button(self.tr("Pause"), "default", "pause")
        self.resume = button(self.tr("Resume"), "primary", "play")
        self.came_out.clicked.connect(lambda: self._of_current(lambda one: self.settled.emit(one.id, True)))
        self.not_out.clicked.connect(lambda: self._of_current(lambda one: self.settled.emit(one.id, False)))
        self.again.clicked.connect(lambda: self._of_current(lambda one: self.again_asked.emit(one.id)))
        self.drop.clicked.connect(lambda: self._of_current(lambda one: self.drop_asked.emit(one.id)))
        self.hold.clicked.connect(self.hold_asked)
        self.resume.clicked.connect(self.resume_asked)
        for part in (self.came_out, self.not_out, self.again, self.drop):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.hold)
        row.addWidget(self.resume)
        return row

    def show_printers(self, choices: Sequence[tuple[str, str]]) -> None:
        """What can be printed on: one that has gone for good keeps no label."""
        self._printers = tuple(choices)
        self._say_printer()

    def _say_printer(self) -> None:
        waiting = [row.printer for row in self.rows if row.state in ("queued", "held")]
        self.printer.setVisible(self.stopped is not None and bool(waiting and self._printers))
        if waiting:
            known = dict(self._printers)
            gone = [] if waiting[0] in known else [(waiting[0], printer_name(waiting[0]))]
            self.printer.set_choices([*self._printers, *gone])
            self.printer.set_key(waiting[0])

    def show_queue(self, rows: Sequence[PrintRow], stopped: Stopped | None) -> None:
        """The queue as the file has it now."""
        self.rows, self.stopped = tuple(rows), stopped
        self.list.show_entries([self._entry(row) for row in self.rows])
        self.area.setVisible(bool(self.rows))
        self.empty.setVisible(not self.rows)
        waiting = sum(row.state == "queued" for row in self.rows)
        self.under.setText(self.tr("{n} waiting, in the order they were asked for").format(n=texts.count(waiting)))
        said = catalogue.words(stopped.code, self._desk.language, detail=stopped.detail) if stopped else None
        self.state.setVisible(said is not None)
        self.state.setText(f"{said.text} {said.next_step}" if said is not None else "")
        set_tone(self.state, "amber")
        self.hold.setVisible(stopped is None)
        self.hold.setEnabled(bool(waiting))
        self.resume.setVisible(stopped is not None)
        self._say_printer()
        self._say_current()

    def _entry(self, row: PrintRow) -> Entry:
        at = texts.full_moment(row.ended_at or row.asked_at)[5:]
        under = " · ".join((row.carrier_name, printer_name(row.printer), at))
        return Entry(row.waybill_no, under, words.print_chip(row))

    def _say_current(self) -> None:
        row = self.current
        state = "" if row is None else row.state
        self.came_out.setVisible(state == "unclear")
        self.not_out.setVisible(state == "unclear")
        self.again.setVisible(state == "held")
        self.drop.setVisible(state in ("queued", "held"))
        said = ""
        if row is not None and row.code:
            why = catalogue.words(row.code, self._desk.language, platform="kuaishou", detail=row.detail)
            said = f"{why.text} {why.next_step}"
        self.why.setText(said)
        self.why.setVisible(bool(said))

    @property
    def current(self) -> PrintRow | None:
        return self.rows[self.list.current] if self.list.current < len(self.rows) else None

    def _of_current(self, act: Callable[[PrintRow], object]) -> None:
        row = self.current
        if row is not None:
            act(row)
