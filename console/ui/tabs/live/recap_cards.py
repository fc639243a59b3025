"""The cards of a recap: what each mark brought, what each item did, what the show taught."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.core.live import LiveEvent
from console.rules.live_findings import Finding
from console.rules.live_lift import Lift
from console.rules.live_recap import ItemSum, Measure
from console.ui import texts
from console.ui.tabs.live import script_words, words
from console.ui.tabs.live.recap_reading import RecapReading
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.widgets import Card, IconLabel, Segmented, label
from console.ui.widgets.labels import Wrapped

MUCH_REFUNDED = 0.04  # of an item's orders


class LiftCard(Card):
    """What each mark brought: means before and after, the difference, and how sure that is."""

    def __init__(self) -> None:
        super().__init__(self.tr("Lift of marks"), self.tr("3 min before and after"))
        self.measure = Segmented(
            [
                ("online", self.tr("Online")),
                ("interactions", self.tr("Engage")),
                ("gmv_fen", self.tr("Sales")),
            ],
            "online",
        )
        self.measure.chosen.connect(lambda: self._draw())
        self.body.addWidget(self.measure)
        columns = (
            Column(self.tr("Time"), 44),
            Column(self.tr("Mark")),
            Column(self.tr("Before"), 58, right=True),
            Column(self.tr("After"), 58, right=True),
            Column(self.tr("Lift"), 96, right=True),
        )
        self.rows = Rows(columns, 40, self.tr("No mark in this show"))
        self.body.addWidget(in_scroll(self.rows), 1)
        self.kept_to = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.kept_to)
        self._reading: RecapReading | None = None

    def show_reading(self, reading: RecapReading) -> None:
        self._reading = reading
        self.kept_to.setText(script_words.tally(reading.cues))
        self.kept_to.setVisible(bool(reading.cues))
        self._draw()

    def _draw(self) -> None:
        if self._reading is None:
            return
        measure, reading = cast(Measure, self.measure.key()), self._reading
        self.rows.show_rows([self._row(one.mark, one.lifts[measure], measure, reading) for one in reading.recap.marks])

    def _row(self, mark: LiveEvent, lift: Lift, measure: Measure, reading: RecapReading) -> Row:
        scale = 100 if measure == "gmv_fen" else 1
        before, after = (
            texts.NOTHING if value is None else f"{value / scale:,.0f}" for value in (lift.before, lift.after)
        )
        doubt = words.doubt(lift.doubt)
        if lift.lift is None or lift.doubt:
            said = Cell(doubt or texts.NOTHING, ink="text3")
        else:
            sure = "" if lift.low is None or lift.high is None else f"{_signed(lift.low)} ~ {_signed(lift.high)}"
            ink = "fg_green" if lift.lift >= 0 else "fg_amber"
            said = Cell(f"{'▲' if lift.lift >= 0 else '▼'} {abs(lift.lift):.0%}", ink=ink, strong=True, under=sure)
        plain = (
            ""
            if lift.difference is None
            else f"{'−' if lift.difference < 0 else '+'}{abs(lift.difference) / scale:,.0f}"
        )
        late = script_words.lateness(mark, reading.cues, reading.cue_marks)
        samples = f"n={lift.samples_before}/{lift.samples_after}"
        return (
            Cell(texts.clock_time(mark.at), ink="text3"),
            Cell(words.mark(mark), under=f"{samples} · {late}" if late else samples),
            Cell(before),
            Cell(after, under=plain),
            said,
        )


def _signed(share: float) -> str:
    return f"{'−' if share < 0 else '+'}{abs(share):.0%}"


class ItemsCard(Card):
    """What each item did in the show."""

    def __init__(self) -> None:
        super().__init__(self.tr("Items"), self.tr("by clicks"))
        columns = (
            Column(self.tr("Item")),
            Column(self.tr("Clicks"), 64, right=True),
            Column(self.tr("Orders"), 56, right=True),
            Column(self.tr("Sales"), 104, right=True),
            Column(self.tr("Refunded"), 72, right=True),
        )
        self.rows = Rows(columns, 34, self.tr("No click or order of an item came in"))
        self.body.addWidget(in_scroll(self.rows), 1)

    def show_reading(self, reading: RecapReading) -> None:
        self.rows.show_rows([self._row(reading, one.item_id, one) for one in reading.recap.items])

    def _row(self, reading: RecapReading, item_id: str, one: ItemSum) -> Row:
        known = reading.goods.get(item_id)
        title = (
            known.title
            if known is not None and known.title
            else words.translate("live", "Item {id}").format(id=item_id)
        )
        return (
            Cell(title),
            Cell(texts.count(one.clicks)),
            Cell(texts.count(one.orders)),
            Cell(texts.money(one.gmv_fen)),
            _refunded(reading, one.item_id),
        )


def _refunded(reading: RecapReading, item_id: str) -> Cell:
    """The share of an item's orders whose money went back; few orders say nothing."""
    after = reading.recap.after
    sold, back = (0, 0) if after is None else after.by_item.get(item_id, (0, 0))
    if not sold:
        return Cell(texts.NOTHING, ink="text3")
    share = back / sold
    return Cell(f"{share:.1%}", ink="fg_amber" if share > MUCH_REFUNDED else "text2", strong=share > MUCH_REFUNDED)


class LessonsCard(Card):
    """What it taught: each line with what it rests on."""

    def __init__(self) -> None:
        super().__init__(self.tr("Lessons"), self.tr("by rule, with evidence"))
        self._lines: list[tuple[QWidget, IconLabel, Wrapped]] = []
        for _ in range(6):
            part, icon, said = QWidget(), IconLabel("circle-check", 16, "fg_green"), Wrapped("", 13)
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(icon)
            row.addWidget(said, 1)
            self.body.addWidget(part)
            self._lines.append((part, icon, said))
        self._none = label(self.tr("Nothing stands out"), 13, tone="text3")
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def said(self) -> list[str]:
        """The lines in words."""
        return [said.text() for part, _, said in self._lines if not part.isHidden()]

    def show_findings(self, reading: RecapReading) -> None:
        names = {one.mark.event_id: words.mark(one.mark) for one in reading.recap.marks}
        told: Sequence[Finding] = reading.findings[: len(self._lines)]
        self._none.setVisible(not told)
        for part, _, _ in self._lines[len(told) :]:
            part.hide()
        for (part, icon, said), one in zip(self._lines, told, strict=False):
            good = one.lesson in ("best_mark", "excellent")
            icon.set_icon("circle-check" if good else "triangle-alert", "fg_green" if good else "fg_amber")
            said.setText(self._words(one, names))
            part.show()

    def _words(self, one: Finding, names: dict[str, str]) -> str:
        share = "" if one.value is None else f"{abs(one.value):.0%}"
        if one.lesson == "best_mark":
            said = self.tr("{name} brought most: ▲{lift} of {n} marks that can be judged")
            return said.format(name=names.get(one.name, ""), lift=share, n=one.count)
        if one.lesson == "weak_mark":
            return self.tr("{name} lost viewers: ▼{lift}").format(name=names.get(one.name, ""), lift=share)
        if one.lesson == "doubtful":
            return self.tr(
                "%n mark(s) cannot be judged: too few people, or another one within 3 minutes", "", one.count
            )
        if one.lesson == "cut":
            said = self.tr("%n cut(s)", "", one.count)
            return said + self.tr(", {m} minutes without data").format(m=f"{one.value or 0:.0f}")
        value, line = (words.exact(one.name, number) for number in (one.value, one.line))
        said = self.tr("{figure} below pass: {value}, line {line}")
        if one.lesson == "excellent":
            said = self.tr("{figure} excellent: {value}, line {line}")
        return said.format(figure=words.title(one.name), value=value, line=line)
