"""内容类型对比: what each kind of content earns, a bar each on its column's scale, beside what to compare."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.rules.traffic_works import KindFigures, Reference
from console.store.traffic_board import LIVE, TrafficBoard
from console.ui import paint, texts
from console.ui.charted import ChartData, Column, join, tell
from console.ui.paint import ChipLook
from console.ui.scales import short_count
from console.ui.tabs.traffic import sources_words as words
from console.ui.theme import current
from console.ui.widgets import Card, label, link
from console.ui.widgets.labels import Elided

HEAD, HIGH, HIGH_WIDE = 24, 35, 54
SAMPLE = 76
FIGURES: Sequence[tuple[str, str, Callable[[float | None], str]]] = (
    ("stay_s", "s1", words.stay),
    ("click_rate", "s3", words.share),
    ("conversion", "s2", words.share),
)


class KindsTable(QWidget):
    """One row a kind. ``wide``: the figures to compare with stand under the own ones."""

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__()
        self._wide = wide
        self._rows: Sequence[KindFigures] = ()
        self._references: dict[str, Reference] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        join(self)

    def show_kinds(self, rows: Sequence[KindFigures], references: dict[str, Reference]) -> None:
        """These; a kind to compare with that has no works yet is there all the same."""
        missing = [key for key in references if key not in {row.kind for row in rows}]
        empty = [KindFigures(kind=key, works=0, plays=None, few=True) for key in missing]
        self._rows, self._references = [*rows, *empty], references
        tell(self)
        self.setAccessibleDescription("\n".join(self.tip(row) for row in self._rows))
        self.setMinimumHeight(self.sizeHint().height())  # a layout beside wrapped words forgets what it needs
        self.update()

    def _titles(self) -> tuple[str, ...]:
        return self.tr("Type"), self.tr("Stay"), self.tr("Click rate"), self.tr("Conversion"), self.tr("Sample")

    def chart_data(self) -> ChartData | None:
        """A row a kind; too small a sample tells no figure, as in the chart."""
        kind, *figures, sample = self._titles()
        rows, columns = self._rows, []
        for (key, _, said), title in zip(FIGURES, figures, strict=True):
            columns.append(Column(title, [None if row.few else getattr(row, key) for row in rows], said))
        for (key, _, said), title in zip(FIGURES, figures, strict=True):
            lines = [getattr(self._references.get(row.kind), key, None) for row in rows]
            if any(line is not None for line in lines):
                columns.append(Column(self.tr("ref. {figure}").format(figure=title), lines, said, named=False))
        columns.append(Column(sample, [row.plays for row in rows], texts.count, named=False))
        place = Column(kind, [words.kind(row.kind) for row in rows], kind="place")
        return ChartData(self.tr("Content types compared"), [place, *columns]) if rows else None

    @property
    def _high(self) -> int:
        return HIGH_WIDE if self._wide else HIGH

    def sizeHint(self) -> QSize:
        return QSize(320, HEAD + self._high * max(1, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def _boxes(self, y: int, high: int) -> list[QRect]:
        """Name, three figures, sample."""
        name = max(76, self.width() * 24 // 100)
        each = (self.width() - name - SAMPLE) // 3
        lefts = [0, name, name + each, name + 2 * each, self.width() - SAMPLE]
        return [QRect(x, y, wide, high) for x, wide in zip(lefts, (name, each, each, each, SAMPLE), strict=True)]

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        for title, box, place in zip(self._titles(), self._boxes(0, HEAD), range(5), strict=True):
            align = paint.LEFT if place == 0 else paint.RIGHT
            paint.text(painter, box.adjusted(0, 0, -4, 0), title, look["text3"], pixels=12, align=align, elide=True)
        largest = {key: self._largest(key) for key, _, _ in FIGURES}
        for number, row in enumerate(self._rows):
            self._row(painter, HEAD + number * self._high, row, largest)
        painter.end()

    def _largest(self, key: str) -> float:
        own = [getattr(row, key) or 0.0 for row in self._rows if not row.few]
        others = [getattr(one, key) for one in self._references.values()]
        return max([*own, *others], default=0.0)

    def _row(self, painter: QPainter, y: int, row: KindFigures, largest: dict[str, float]) -> None:
        look, boxes = current(), self._boxes(y, self._high)
        painter.fillRect(QRect(0, y, self.width(), 1), look["rowline"])
        name = boxes[0].adjusted(0, 0, -6, 0)
        paint.text(painter, name, words.kind(row.kind), look["text"], elide=True)
        reference = self._references.get(row.kind)
        for (key, ink, said), box in zip(FIGURES, boxes[1:4], strict=True):
            value = None if row.few else getattr(row, key)
            line = box.adjusted(0, 3, -4, 0)
            line.setHeight(20)
            tone = look["text"] if value is not None else look["faint"]
            paint.text(painter, line, said(value), tone, align=paint.RIGHT, strong=value is not None)
            self._bar(painter, line, value, largest[key], ink)
            if reference is not None:
                self._reference(painter, line, getattr(reference, key), largest[key], said)
        box = boxes[4].adjusted(0, 0, -4, 0)
        if row.few:
            told = self.tr("n={n} few").format(n=texts.count(row.plays)) if row.works else self.tr("no works")
            few = ChipLook("grey", "", told)
            x = max(boxes[3].x(), box.right() - paint.chip_width(few))
            paint.chip(painter, QPoint(x, y + (self._high - paint.CHIP_HEIGHT) // 2), few)
        else:
            sample = short_count(row.plays or 0)
            paint.text(painter, box, sample, look["text3"], pixels=12, align=paint.RIGHT)

    def _bar(self, painter: QPainter, line: QRect, value: float | None, top: float, ink: str) -> None:
        """Right-aligned under its number."""
        if value is None or top <= 0:
            return
        wide = max(3, round((line.width() - 12) * value / top))
        paint.rounded(painter, QRect(line.right() - wide, line.bottom() + 3, wide, 4), 2, current()[ink])

    def _reference(
        self, painter: QPainter, line: QRect, value: float, top: float, said: Callable[[float | None], str]
    ) -> None:
        """A tick on the bar's scale; in the wide table its figure below."""
        look = current()
        x = line.right() - round((line.width() - 12) * value / top) if top > 0 else line.right()
        painter.fillRect(QRect(x, line.bottom(), 2, 10), look["text2"])
        if self._wide:
            box = QRect(line.x(), line.bottom() + 11, line.width(), 16)
            words_ = self.tr("ref. {figure}").format(figure=said(value))
            paint.text(painter, box, words_, look["stamp"], pixels=11, align=paint.RIGHT)

    def tip(self, row: KindFigures) -> str:
        """A kind in words, with the formulas."""
        unit = self.tr("shows") if row.kind == LIVE else self.tr("works")
        n = self.tr("n = {plays} from {works} {unit}").format(
            plays=texts.count(row.plays), works=texts.count(row.works), unit=unit
        )
        lines = [words.kind(row.kind), n]
        if row.few:
            lines.append(self.tr("Too few to compare"))
        lines += [
            self.tr("Stay {figure}: mean weighted by plays").format(figure=words.stay(row.stay_s)),
            self.tr("Click rate {figure}: item clicks ÷ plays").format(figure=words.share(row.click_rate)),
            self.tr("Conversion {figure}: paid orders ÷ item clicks").format(figure=words.share(row.conversion)),
        ]
        reference = self._references.get(row.kind)
        if reference is not None:
            own = self.tr("yours") if reference.own else self.tr("as it came with the program")
            lines.append(
                self.tr("To compare with ({own}, {day}): {stay} · {click} · {conversion}").format(
                    own=own,
                    day=reference.since,
                    stay=words.stay(reference.stay_s),
                    click=words.share(reference.click_rate),
                    conversion=words.share(reference.conversion),
                )
            )
        return "\n".join(lines)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = (event.pos().y() - HEAD) // self._high
            row = self._rows[number] if 0 <= number < len(self._rows) and event.pos().y() >= HEAD else None
            QToolTip.showText(event.globalPos(), "" if row is None else self.tip(row), self)
            return True
        return super().event(event)


class TrafficKinds(Card):
    """The table, where its figures come from, and a word of caution."""

    def __init__(self, *, wide: bool = False) -> None:
        super().__init__(self.tr("Content types compared"))
        self.lines = link(self.tr("Lines"))
        self.add_end(self.lines)
        self.table = KindsTable(wide=wide)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self.dated = Elided("", 11, tone="text3")
        self.body.addWidget(self.dated)
        self.stamp = label("", 11, tone="text3")
        self.body.addWidget(self.stamp)

    def show_board(self, board: TrafficBoard) -> None:
        """Fill it."""
        self.under.setText(self.tr("last %n day(s)", "", board.works_days))
        self.table.show_kinds(board.kinds, dict(board.references))
        days = sorted({one.since for one in board.references.values()})
        own = any(one.own for one in board.references.values())
        origin = self.tr("edited by you") if own else self.tr("merchants' yardstick")
        dated = self.tr("Ticks: {origin}, {day}").format(origin=origin, day=days[-1] if days else "")
        self.dated.setText(words.joined((dated, self.tr("higher is not proof: see Experiments"))))
        number = self.tr("%n work(s)", "", board.works_came.rows)
        known = words.stamp(board.works_came, board.at, number)
        self.stamp.setText(f"● {known}" if board.works_came.rows else self.tr("● no works imported yet"))
        self.body.invalidate()  # a layout within another one remembers how high the table was before
        if (whole := self.layout()) is not None:
            whole.invalidate()
        self.setMinimumHeight(self.minimumSizeHint().height())  # likewise
