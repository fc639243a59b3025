"""场次: a show begun by hand, its name, what belongs to it after the stream was cut."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.ui import texts
from console.ui.tabs.live import words
from console.ui.tabs.live.figures_reading import FiguresReading
from console.ui.widgets import Card, button, label, link
from console.ui.widgets.labels import Wrapped


class ShowPanel(QWidget):
    """Each signal is a button: begin with a title, give a title, end, go on, join with the one before, part off."""

    begun = Signal(str)
    named = Signal(str)
    ended = Signal()
    reopened = Signal()
    stitched = Signal()
    parted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self.state = Wrapped("", 13, tone="text2")
        self.title = QLineEdit()
        self.title.setMaxLength(80)
        self.title.setPlaceholderText(self.tr("Title of the show"))
        self.title.setAccessibleName(self.tr("Title of the show"))
        self.begin = button(self.tr("Begin a show now"), "primary", "radio")
        self.begin.clicked.connect(lambda: self.begun.emit(self.title.text()))
        self.rename = button(self.tr("Keep the title"))
        self.rename.clicked.connect(lambda: self.named.emit(self.title.text()))
        self.end = button(self.tr("End it now"), "danger")
        self.end.clicked.connect(self.ended)
        self.reopen = button(self.tr("It is not over"), icon_name="radio")
        self.reopen.setToolTip(self.tr("Ended by mistake: it goes on, with what came in meanwhile"))
        self.reopen.clicked.connect(self.reopened)
        self.title.returnPressed.connect(self._entered)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        for one in (self.rename, self.begin, self.end, self.reopen):
            row.addWidget(one)
        self.join = Card(self.tr("Stream was cut?"))
        self.before = Wrapped("", 13, tone="text2")
        self.stitch = button(self.tr("Go on with the show before"), icon_name="link-2")
        self.stitch.clicked.connect(self.stitched)
        self.join.body.addWidget(self.before)
        foot = QHBoxLayout()
        foot.addWidget(self.stitch)
        foot.addStretch(1)
        self.join.body.addLayout(foot)
        self.parts = Card(self.tr("Openings of the room"), self.tr("between two of them the stream was cut"))
        self.list = QVBoxLayout()
        self.list.setSpacing(4)
        self.parts.body.addLayout(self.list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 10, 0)
        whole.setSpacing(12)
        whole.addWidget(self.state)
        whole.addLayout(row)
        whole.addWidget(self.join)
        whole.addWidget(self.parts)
        whole.addStretch(1)

    def _entered(self) -> None:
        (self.begin if self.begin.isVisible() else self.rename).click()

    def show_reading(self, reading: FiguresReading) -> None:
        """As it stands; what is being typed is left alone."""
        shown = (reading.show, reading.is_on, tuple(reading.parts), reading.before, reading.may_go_on)
        if shown == self._shown:
            return
        self._shown = shown
        show = reading.show
        self.begin.setVisible(show is None)
        self.rename.setVisible(show is not None)
        self.end.setVisible(show is not None and reading.is_on)
        self.reopen.setVisible(reading.may_go_on)
        self.join.setVisible(show is not None and reading.before is not None)
        self.parts.setVisible(len(reading.parts) > 1)
        if show is None:
            why = self.tr("No show is on. Begin one by hand where no helper does: figures you type then belong to it.")
            self.state.setText(why)
            return
        if not self.title.hasFocus():
            self.title.setText(show.title)
        on = self.tr("on since {time}").format(time=texts.moment(show.started_at))
        self.state.setText(on if reading.is_on else words.when(show.started_at, show.until_at))
        if reading.before is not None:
            former = reading.before
            name = former.title or self.tr("A show without a title")
            gap = max(0, show.started_at - former.until_at)
            said = self.tr("Before it: {title}, {when}; {gap} without data in between.")
            self.before.setText(
                said.format(title=name, when=words.when(former.started_at, former.until_at), gap=texts.span(gap))
            )
        self._list(reading)

    def _list(self, reading: FiguresReading) -> None:
        while (item := self.list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, part in enumerate(reading.parts):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(f"{number + 1}", 12, tone="text3"))
            row.addWidget(label(words.when(part.started_at, part.ended_at or part.last_at), 13))
            row.addStretch(1)
            if number:
                off = link(self.tr("A show of its own from here"))
                off.clicked.connect(lambda _=False, name=part.part_id: self.parted.emit(name))
                row.addWidget(off)
            self.list.addWidget(line)
