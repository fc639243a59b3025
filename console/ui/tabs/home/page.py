"""首页: what must be done now, how today is going, whether anything is wrong."""

from collections.abc import Mapping
from typing import ClassVar, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console import catalogue
from console.core.changes import Changes, Kind
from console.core.errors import FileTrouble, Trouble
from console.store.views import SignIn
from console.ui import texts
from console.ui.context import Desk
from console.ui.next_live import NextLive
from console.ui.pacing import Pacing
from console.ui.page import Page, Question, scrolled
from console.ui.tabs.home.figures import Figures
from console.ui.tabs.home.first_run import FirstRun
from console.ui.tabs.home.month import MonthCard
from console.ui.tabs.home.period import DAYS, Period, PeriodKey, period_words
from console.ui.tabs.home.proof import ProofCard
from console.ui.tabs.home.reading import HomeReading, read_home
from console.ui.tabs.home.tight import TightCard
from console.ui.tabs.home.tiles import Tiles
from console.ui.tabs.home.trend import TrendCard
from console.ui.tabs.home.urgent import UrgentCard, both_bound, tasks
from console.ui.widgets import Segmented, button

BAR = 10  # the scroll bar stands in the page's margin, so that cards and head end at the same line
WIDE_FROM = 1_120  # narrower, three tiles and two cards stand beside each other


class HomePage(Page):
    """One reading of the file fills everything on it."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {"shops", "items", "orders", "after_sales", "links", "health", "quarantine", "prices", "compliance", "live"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, QCoreApplication.translate("tabs", "Home"))
        self.reading: HomeReading | None = None
        self._wide: bool | None = None
        self._pacing = Pacing(self, self.read)
        self.periods = Segmented([(key, period_words(key)) for key in DAYS], "today")
        self.periods.chosen.connect(lambda: self.read())
        self.sync = button(self.tr("Sync now"), icon_name="refresh-cw")
        self.sync.clicked.connect(lambda: self.tasks.start(self._sync(), key="sync"))
        self.head.addWidget(self.periods)
        self.head.addWidget(self.sync)
        self._build()
        self._arrange(wide=True)
        self.read()
        self.tasks.start(self.trend.bring_chart(), key="chart")

    def _build(self) -> None:
        self.first_run = FirstRun()
        self.first_run.asked.connect(lambda platform: self.go.emit("accounts", {"bind": platform.value}))
        self.first_run.restore_asked.connect(lambda: self.go.emit("settings", {"section": "backups"}))
        self.first_run.hide()
        self.tiles, self.figures = Tiles(), Figures()
        self.trend, self.live, self.proof = TrendCard(), NextLive(), ProofCard()
        self.urgent, self.tight, self.month = UrgentCard(), TightCard(), MonthCard()
        for part in (self.tiles, self.figures, self.live, self.proof, self.urgent, self.tight, self.month):
            part.opened.connect(self.go)
        self.live.plan_asked.connect(lambda: self.tasks.start(self._plan(), key="plan"))
        self._pair = QWidget()
        both = QHBoxLayout(self._pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        for card in (self.live, self.proof):
            both.addWidget(card, 1)
        self._pair.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(16)
        for widget in (self.first_run, self.tiles, self.figures, self._cards, self.month):
            column.addWidget(widget)
        column.addStretch(1)
        area = scrolled(inside)
        self.column.setContentsMargins(24, 16, 24 - BAR, 16)
        self.head.setContentsMargins(0, 0, BAR, 0)
        self.column.addWidget(area, 1)
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: column.setContentsMargins(0, 0, 0 if high else BAR, 0))
        self._below = (self.tiles, self.figures, self._cards, self.month)
        for widget in self._below:
            widget.hide()

    # -- reading ----------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read it anew; what is shown stays until the answer is here."""
        self._pacing.begun()
        self.tasks.start(self._read(), key="read")

    async def _read(self) -> None:
        now = self.desk.now()
        period = Period.of(cast(PeriodKey, self.periods.key()), now)
        reading = await self.desk.database.read(read_home, period, self.desk.scope.pair, now)
        self.reading = reading
        self._show(reading, None)
        self._show(reading, await self.desk.actions.sign_ins())
        self.settled.emit()

    def _show(self, reading: HomeReading, sign_ins: Mapping[str, SignIn] | None) -> None:
        self._say_head(reading)
        some = bool(reading.shops)
        self.first_run.show_bound(reading.platforms)
        self.first_run.setVisible(not both_bound(reading))
        for widget in self._below:
            widget.setVisible(some)
        self.periods.setEnabled(some)
        self.sync.setEnabled(some)
        if not some:
            return
        self.tiles.show_reading(reading, sign_ins)
        self.figures.show_reading(reading)
        self.trend.show_reading(reading)
        orders = reading.sources("orders")
        fresh = orders.is_known and not orders.late
        self.live.show_next(reading.next_show, reading.now, orders_are_fresh=fresh)
        self.proof.show_reading(reading)
        self.tight.show_reading(reading)
        self.month.show_check(reading.month_check)
        self.urgent.show_tasks(tasks(reading, sign_ins), self._nothing(reading))

    def _say_head(self, reading: HomeReading) -> None:
        """``11 月 22 日 周日 · 快手 + 有赞 · 店铺时间 14:31``."""
        names = " + ".join(texts.platform(which) for which in sorted(reading.platforms))
        time = self.tr("shop time {time}").format(time=texts.clock_time(reading.now))
        parts = (texts.day(reading.now), names, time)
        self.under.setText(" · ".join(part for part in parts if part))

    def _nothing(self, reading: HomeReading) -> str:
        """Nothing to do, as far as is known."""
        if reading.sources("orders").late:
            return self.tr("Nothing known to do; not everything has been read yet")
        return self.tr("Nothing waits for you now")

    # -- refreshing -------------------------------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & self.kinds:
            self._pacing.news()

    def tick(self) -> None:
        self._pacing.tick()

    def open_at(self, question: Question) -> None:
        """``period``: one of the choices of the head."""
        if question.get("period", "") in DAYS:
            self.periods.set_key(question["period"])
            self.read()

    async def _sync(self) -> None:
        try:
            await self.desk.actions.sync_now()
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self.desk.language)
            self.said.emit(words.text, words.next_step)

    async def _plan(self) -> None:
        """Ask when the next show is to be."""
        from console.ui.plan_show import ask_plan  # not before the first paint

        await ask_plan(self, self.live.plan, self.desk)

    # -- room -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= WIDE_FROM
        if wide != self._wide:
            self._arrange(wide=wide)

    def _arrange(self, *, wide: bool) -> None:
        """As many beside each other as there is room for; the page scrolls in a small window."""
        self._wide = wide
        self.tiles.set_across(6 if wide else 3)
        self.figures.set_across(4 if wide else 2)
        for at, widget in enumerate((self.trend, self._pair, self.urgent, self.tight)):
            row, column = divmod(at, 2) if wide else (at, 0)
            self._grid.addWidget(widget, row, column)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if wide or not column else 0)
