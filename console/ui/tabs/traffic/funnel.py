"""进房漏斗: from being shown to paying: in people by the live pages, or in counts by the ads report, never mixed."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.rules.traffic_funnel import Funnel, Step
from console.store.traffic_board import TrafficBoard
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.tabs.traffic import sources_words as words
from console.ui.theme import current
from console.ui.widgets import Card, Segmented
from console.ui.widgets.labels import Wrapped

HIGH, BETWEEN, LEAST_WIDE = 32, 20, 12
SHADES = (1.0, 0.86, 0.72, 0.58, 0.46, 0.34)


class RoomSteps(QWidget):
    """A bar a step, with the rate to the next between them."""

    def __init__(self) -> None:
        super().__init__()
        self._funnel: Funnel | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        join(self)

    def show_funnel(self, funnel: Funnel) -> None:
        """Draw it."""
        self._funnel = funnel
        tell(self)
        self.setAccessibleDescription("\n".join(self.tip(step) for step in funnel.steps))
        self.setMinimumHeight(self.sizeHint().height())  # a layout beside wrapped words forgets what it needs
        self.update()

    def chart_data(self) -> ChartData | None:
        """A row a step."""
        funnel = self._funnel
        if funnel is None or not any(step.number is not None for step in funnel.steps):
            return None
        steps, people = funnel.steps, funnel.unit == "people"
        told = self.tr("Shows") if people else self.tr("Days")
        columns = (
            Column(self.tr("Step"), [words.step(step.key) for step in steps], kind="place"),
            Column(self.tr("People") if people else self.tr("Counts"), [step.number for step in steps], texts.count),
            Column(self.tr("Of the step before"), [step.rate for step in steps], words.share, named=False),
            Column(told, [step.told for step in steps], texts.count, named=False),
        )
        return ChartData(self.tr("Into the room"), columns)

    def sizeHint(self) -> QSize:
        number = len(self._funnel.steps) if self._funnel is not None else 6
        return QSize(260, number * (HIGH + BETWEEN) - BETWEEN)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        funnel, look = self._funnel, current()
        if funnel is None:
            return
        painter = QPainter(self)
        for number, step in enumerate(funnel.steps):
            y = number * (HIGH + BETWEEN)
            if number:
                self._rate(painter, y - BETWEEN, step)
            self._step(painter, y, number, step, funnel.largest)
            if step.number is None:
                painter.fillRect(QRect(0, y + HIGH - 1, self.width(), 1), look["rowline"])
        painter.end()

    def _rate(self, painter: QPainter, y: int, step: Step) -> None:
        if step.rate is not None:
            said, ink = f"↓ {words.share(step.rate)}{self._of_some(step)}", "text3"
            if step.rate > 1:  # the page counts it otherwise than the step before
                said, ink = (
                    self.tr("▲ {rate}: more than the step before").format(rate=words.share(step.rate))
                    + self._of_some(step),
                    "fg_amber",
                )
            paint.text(painter, QRect(14, y, self.width() - 14, BETWEEN), said, current()[ink], pixels=11)

    def _of_some(self, step: Step) -> str:
        """Where the rate is not of all that the two numbers are of."""
        if not step.is_of_some or self._funnel is None:
            return ""
        some = self.tr(" · of %n show(s)", "", step.both)
        return some if self._funnel.unit == "people" else self.tr(" · of %n day(s)", "", step.both)

    def _step(self, painter: QPainter, y: int, number: int, step: Step, largest: int) -> None:
        look, name, said = current(), words.step(step.key), texts.count(step.number)
        wide = LEAST_WIDE
        if step.number is not None and largest:
            wide = max(LEAST_WIDE, round(self.width() * step.number / largest))
            painter.setOpacity(SHADES[min(number, len(SHADES) - 1)])
            paint.rounded(painter, QRect(0, y, wide, HIGH), 4, look["s1"])
            painter.setOpacity(1.0)
        inside = number < 2 and step.number is not None
        fits = wide >= paint.width(name, 12, True) + 24
        left = 12 if fits else wide + 8
        ink = look["onAccent"] if inside and fits else look["text" if step.number is not None else "faint"]
        paint.text(painter, QRect(left, y, self.width() - left, HIGH), name, ink, pixels=12, strong=True)
        over = inside and wide >= self.width() - paint.width(said, 12, True) - 16
        ink = look["onAccent"] if over else look["text" if step.number is not None else "faint"]
        box = QRect(0, y, self.width() - 10, HIGH)
        paint.text(painter, box, said, ink, pixels=12, strong=True, align=paint.RIGHT)

    def tip(self, step: Step) -> str:
        """A step in words: how many shows or days tell it, and what its rate is of."""
        funnel = self._funnel
        assert funnel is not None  # noqa: S101 - only asked for a step of it
        told = (
            self.tr("told by {n} of {all} shows")
            if funnel.unit == "people"
            else self.tr("told by {n} of {all} days of the ads report")
        ).format(n=step.told, all=funnel.parts)
        lines = [f"{words.step(step.key)} {texts.count(step.number)}", told]
        if step.rate is not None:
            lines.append(
                self.tr("{rate} of “{before}”, of those alone that tell both").format(
                    rate=words.share(step.rate), before=words.step(step.rate_of)
                )
            )
        return "\n".join(lines)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and self._funnel is not None:
            number = event.pos().y() // (HIGH + BETWEEN)
            steps = self._funnel.steps
            QToolTip.showText(event.globalPos(), self.tip(steps[number]) if number < len(steps) else "", self)
            return True
        return super().event(event)


class RoomFunnel(Card):
    """People, or counts; never both in one."""

    def __init__(self) -> None:
        super().__init__(self.tr("Into the room"))
        self.unit = Segmented([("people", self.tr("People")), ("counts", self.tr("Counts"))], "people")
        self.unit.chosen.connect(lambda: self._show())
        self.add_end(self.unit)
        self.bars = RoomSteps()
        self.body.addWidget(self.bars)
        self.body.addStretch(1)
        self.stamp = Wrapped("", 11, tone="text3")
        self.body.addWidget(self.stamp)
        self.why = Wrapped("", 11, tone="text3")
        self.body.addWidget(self.why)
        self._board: TrafficBoard | None = None
        self._is_chosen = False
        self.unit.chosen.connect(lambda: setattr(self, "_is_chosen", True))

    def show_board(self, board: TrafficBoard) -> None:
        """Fill it; where nothing is known of people but of counts, those are shown first."""
        self._board = board
        if not self._is_chosen:
            self.unit.set_key("counts" if board.counts.is_known and not board.people.is_known else "people")
        self._show()

    def _show(self) -> None:
        board = self._board
        if board is None:
            return
        is_people = self.unit.key() == "people"
        self.under.setText(self.tr("last %n day(s)", "", board.days))
        self.bars.show_funnel(board.people if is_people else board.counts)
        if is_people:
            self._say_people(board)
        else:
            self._say_counts(board)

    def _say_people(self, board: TrafficBoard) -> None:
        last = max((show.last_at for show in board.shows), default=None)
        known = words.joined((self.tr("live pages"), texts.age(last, board.at), self._shows(board)))
        self.stamp.setText(f"● {known}" if board.people.is_known else self.tr("● no show told two steps yet"))
        self.why.setText(self.tr("People of each show, added up: who came twice is counted twice."))

    def _shows(self, board: TrafficBoard) -> str:
        return self.tr("%n show(s)", "", len(board.shows))

    def _say_counts(self, board: TrafficBoard) -> None:
        if not board.ads:
            self.stamp.setText(self.tr("● no ads account is bound"))
        else:
            self.stamp.setText(f"● {words.joined((words.origin('ads'), texts.age(board.ads_read_at, board.at)))}")
        self.why.setText(self.tr("Counts, not people. Shown and entered are told only while a site-wide plan runs."))
