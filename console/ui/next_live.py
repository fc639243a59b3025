"""下一场直播, for the first page and the live one: the show that is on or planned, and what is ready for it."""

from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.core.clock import HOUR
from console.store.views_live import NextShow, Plan, Ready, ShowRow
from console.ui import texts
from console.ui.page import Question
from console.ui.paint import ChipLook
from console.ui.widgets import Card, Chip, IconLabel, line, link
from console.ui.widgets.labels import Elided

State = Literal["ready", "open", "wrong"]
POINTS: Final = 4
_LOOKS: Final[dict[State, tuple[str, str]]] = {
    "ready": ("circle-check", "dot_green"),
    "open": ("circle-dashed", "text3"),
    "wrong": ("triangle-alert", "dot_amber"),
}


class Point(QWidget):
    """One thing to be ready: how it stands, and the way to it where it is not."""

    def __init__(self) -> None:
        super().__init__()
        self.icon = IconLabel("circle-dashed", 16, "text3")
        self.words = Elided("", 13, tone="text2")
        self.way = link("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.way)

    def show_state(self, state: State, words: str, way: str = "") -> None:
        """``way``: what the link says; empty: nothing is to be done."""
        self.icon.set_icon(*_LOOKS[state])
        self.words.setText(words)
        self.way.setText(way)
        self.way.setVisible(bool(way))
        self.way.setAccessibleName(f"{way}: {words}")


class NextLive(Card):
    """``opened`` carries the tab and the question its page is to answer; ``plan_asked``: when is the next show.

    ``leads_there``: the cockpit is on another page.
    """

    opened = Signal(str, object)
    plan_asked = Signal()

    def __init__(self, *, leads_there: bool = True) -> None:
        super().__init__(self.tr("Next broadcast"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.plan: Plan | None = None
        self._last: ShowRow | None = None
        self._sold_out: tuple[str, ...] = ()
        self._chip = Chip(ChipLook("grey", "circle-dashed", texts.NOTHING))
        self.add_end(self._chip)
        self._title = Elided("", 15, tone="text")
        self._under = Elided("", 13, tone="text2")
        self.points = tuple(Point() for _ in range(POINTS))
        self._last_link = link("")
        self._last_link.clicked.connect(self._open_last)
        self._plan_link = link("")
        self._plan_link.clicked.connect(self.plan_asked)
        self._board_link = link(self.tr("Cockpit"))
        self._board_link.clicked.connect(lambda: self.opened.emit("live", {"view": "now"}))
        if not leads_there:  # to show what has no parent yet would be to open a window
            self._board_link.hide()
        self._fill()

    def _fill(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._under)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        for number, point in enumerate(self.points):
            point.way.clicked.connect(lambda _=False, number=number: self.opened.emit(*self._where(number)))
            rows.addWidget(point)
        self.body.addLayout(rows)
        self.body.addStretch(1)
        self.body.addWidget(line())
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._last_link)
        foot.addStretch(1)
        foot.addWidget(self._plan_link)
        foot.addWidget(self._board_link)
        self.body.addLayout(foot)

    def show_next(self, told: NextShow, now: int, *, orders_are_fresh: bool) -> None:
        """Put it in."""
        self.plan, self._last = told.plan, told.last
        ready = self._points(told.ready, orders_are_fresh)
        self.title.setText(self.tr("Next broadcast") if told.on_air is None else self.tr("Broadcast"))
        if told.on_air is not None:
            self._show_on_air(told.on_air, now)
        else:
            self._show_plan(told, now, ready)
        self._last_link.setVisible(told.last is not None)
        if told.last is not None:
            self._last_link.setText(self.tr("Last: {when}").format(when=texts.moment(told.last.started_at, now)))
        self._plan_link.setText(self.tr("Plan it") if told.plan is None else self.tr("Change"))
        self.setAccessibleName(f"{self._title.text()} {self._under.text()}")

    def _show_on_air(self, on: ShowRow, now: int) -> None:
        self._chip.set_look(ChipLook("red", "radio", self.tr("On air")))
        self._title.setText(on.title or self.tr("Show without a title"))
        people = self.tr("{n} watching ({time})").format(n=texts.count(on.online), time=texts.clock_time(on.online_at))
        parts = (
            self.tr("for {span}").format(span=texts.span(now - on.started_at)),
            self.tr("nobody told yet how many watch") if on.online is None else people,
        )
        self._under.setText(" · ".join(parts))

    def _show_plan(self, told: NextShow, now: int, ready: int) -> None:
        done = self.tr("ready {n} / {all}").format(n=ready, all=POINTS)
        if told.plan is None:
            self._chip.set_look(ChipLook("grey", "circle-dashed", self.tr("No time yet")))
            self._title.setText(self.tr("The next show has no time yet"))
            self._under.setText(done)
            return
        plan = told.plan
        late = now > plan.at
        soon = plan.at - now < HOUR
        tone: Literal["amber", "blue"] = "amber" if late or (soon and ready < POINTS) else "blue"
        self._chip.set_look(ChipLook(tone, "clock", texts.moment(plan.at, now)))
        self._title.setText(plan.title or self.tr("Show without a title"))
        span = texts.span(abs(plan.at - now))
        when = self.tr("should have begun {span} ago") if late else self.tr("in {span}")
        host = self.tr("Host: {name}").format(name=plan.host) if plan.host else ""
        self._under.setText(" · ".join(part for part in (host, when.format(span=span), done) if part))

    def _points(self, ready: Ready, orders_are_fresh: bool) -> int:
        """Says each; returns how many are ready."""
        self._sold_out = ready.sold_out
        script, door, goods, sync = self.points
        cues = self.tr("Run sheet “{name}”, {cues}").format(
            name=ready.script, cues=self.tr("%n cue(s)", "", ready.cues)
        )
        if ready.cues:
            script.show_state("ready", cues)
        else:
            script.show_state("open", self.tr("No run sheet is chosen"), self.tr("Choose"))
        if ready.takes_figures:
            door.show_state("ready", self.tr("The door for live figures is open"))
        else:
            door.show_state("open", self.tr("The door for live figures is shut"), self.tr("Open it"))
        if ready.sold_out:
            out = self.tr("sold out: {goods}").format(goods=self.tr("、").join(ready.sold_out))
            goods.show_state("wrong", out, self.tr("See"))
        elif ready.goods:
            goods.show_state("ready", self.tr("%n item(s) of the run sheet in stock", "", ready.goods))
        else:
            goods.show_state("open", self.tr("No known goods in the run sheet"))
        if not orders_are_fresh:
            sync.show_state("wrong", self.tr("Orders are not up to date"), self.tr("See"))
        else:
            sync.show_state("ready", self.tr("Orders are up to date"))
        states = (bool(ready.cues), ready.takes_figures, bool(ready.goods and not ready.sold_out), orders_are_fresh)
        return sum(states)

    def _open_last(self) -> None:
        if self._last is not None:
            self.opened.emit("live", {"show": self._last.session_id})

    def _where(self, number: int) -> tuple[str, Question]:
        """Where a point is mended."""
        goods: Question = {"text": self._sold_out[0]} if self._sold_out else {}
        ways: tuple[tuple[str, Question], ...] = (
            ("live", {"view": "scripts"}),
            ("settings", {"section": "live"}),
            ("products", goods),
            ("accounts", {}),
        )
        return ways[number]
