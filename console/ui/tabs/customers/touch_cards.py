"""The cards beside the channels: what lists that went out brought, and the yardsticks."""

from console.rules.touching import CHANNELS, Against, ChannelRow, against
from console.store.touch_board import ListResult, TouchBoard
from console.ui import texts
from console.ui.rows import Cell, Column, Row, Rows
from console.ui.tabs.customers import touch_words as words
from console.ui.widgets import Card, button
from console.ui.widgets.labels import Elided, Wrapped


class TouchResultsCard(Card):
    """What each list that went out brought against those held out."""

    def __init__(self) -> None:
        super().__init__(self.tr("Lists sent from here"), self.tr("against those who were held out"))
        columns = (
            Column(self.tr("List")),
            Column(self.tr("Sent to"), 110, right=True),
            Column(self.tr("Held out"), 110, right=True),
            Column(self.tr("What it brought"), 190, right=True),
        )
        none = self.tr("None yet: a task list that is exported from here is followed by the orders")
        self.rows = Rows(columns, self.tr("Lists sent from here"), none, 44)
        self.note = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.rows)
        self.body.addWidget(self.note)
        self.body.addStretch(1)

    def show_results(self, told: TouchBoard) -> None:
        """Fill it."""
        self.rows.show_rows([self._row(one, told.at) for one in told.results])
        said = self.tr(
            "Who stands on another list of these days is compared on neither side. Whom a channel reached without a "
            "list from here nobody knows: he stays in."
        )
        self.note.setText(said if any(one.task.holds for one in told.results) else "")

    def _row(self, one: ListResult, now: int) -> Row:
        lift, task = one.lift, one.task
        first = Cell(
            task.name, strong=True, under=words.joined((words.channel(task.channel), texts.age(task.exported_at, now)))
        )
        sent = self._side(lift.sent, lift.bought, one.bought.away)
        held = self._side(lift.held, lift.held_bought, one.bought.held_away)
        if lift.difference is None:
            return first, sent, held, Cell(texts.NOTHING, "faint", under=self.tr("nobody was held out"))
        points = self.tr("{n} points").format(n=_points(lift.difference))
        ink, said = self._verdict(one)
        span = f"{_points(lift.low)} – {_points(lift.high)}"
        return first, sent, held, Cell(points, ink, strong=ink != "text3", under=words.joined((said, span)))

    def _side(self, people: int, bought: int, away: int) -> Cell:
        """Who is compared, and who is not."""
        said = self.tr("{n} bought").format(n=texts.count(bought))
        left = self.tr("{n} also on another list").format(n=texts.count(away)) if away else ""
        told = words.joined((said, left))
        return Cell(texts.count(people), under=told, tip=told)

    def _verdict(self, one: ListResult) -> tuple[str, str]:
        if one.open:
            return "text3", self.tr("still counting")
        match one.lift.doubt:
            case "few":
                return "text3", self.tr("too few")
            case "overlap":
                return "text3", self.tr("may be chance")
        good = (one.lift.difference or 0) > 0
        return ("fg_green", self.tr("it worked")) if good else ("fg_red", self.tr("it did harm"))


class TouchLinesCard(Card):
    """The yardsticks beside what the shop's own figures say."""

    def __init__(self) -> None:
        super().__init__(self.tr("Yardsticks"), self.tr("merchants' experience"))
        self.edit = button(self.tr("Change"), icon_name="sliders-horizontal")
        self.add_end(self.edit)
        columns = (
            Column(self.tr("Channel")),
            Column(self.tr("Yardstick"), 72, right=True),
            Column(self.tr("Own"), 96, right=True),
        )
        self.rows = Rows(columns, self.tr("Yardsticks"), "", 38)
        self.age = Elided("", 12)
        self.body.addWidget(self.rows)
        self.body.addWidget(self.age)
        self.body.addStretch(1)

    def show_lines(self, told: TouchBoard) -> None:
        """Fill it."""
        by = {row.channel: row for row in told.rows}
        rows: list[Row] = []
        for channel in CHANNELS:
            row = by.get(channel) or ChannelRow(channel=channel)
            for what, name in (
                ("reach", self.tr("reach")),
                ("open", self.tr("opened")),
                ("cost", self.tr("cost a person")),
                ("roi", self.tr("ROI")),
            ):
                beside = against(row, what, told.lines)  # type: ignore[arg-type]  # names of its own literal
                if beside.line is not None:
                    rows.append(self._row(channel, name, what, beside, row))
        self.rows.show_rows(rows)
        dates = sorted({line.since for name, line in told.lines.items() if not line.own})
        self.age.setText(
            self.tr("As of {day}; your own ones carry their own day").format(day=dates[-1] if dates else "")
        )

    def _row(self, channel: str, name: str, what: str, beside: Against, row: ChannelRow) -> Row:
        line = words.line_words(f"touch_{channel}_{what}_{'fen' if what == 'cost' else 'bp'}", beside.line)
        mine = texts.NOTHING
        if beside.value is not None:
            mine = {"roi": f"1:{beside.value:.1f}", "cost": words.each(beside.value)}.get(what, f"{beside.value:.1%}")
        look = {"above": ("fg_green", "circle-check"), "below": ("fg_amber", "triangle-alert")}
        ink, icon = look.get(beside.verdict, ("faint" if mine == texts.NOTHING else "text", ""))
        tip = self.tr("your own") if beside.line is not None and beside.line.own else ""
        return Cell(words.channel(channel), under=name), Cell(line, "text2", tip=tip), Cell(mine, ink, icon)


def _points(value: float | None) -> str:
    if value is None:
        return texts.NOTHING
    return f"{'−' if value < 0 else '+'}{abs(value) * 100:.1f}"
