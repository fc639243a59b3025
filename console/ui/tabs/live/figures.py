"""数据与来源: the panel at the right where figures are typed and imported, sources ranked, lines set, shows mended."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from console.core.live import LiveSnapshot, LiveSource
from console.store.live_settings import LineRule
from console.ui.context import Desk
from console.ui.page import scrolled
from console.ui.safely import safely
from console.ui.tabs.live import words
from console.ui.tabs.live.figures_import import ImportPanel
from console.ui.tabs.live.figures_lines import LinesPanel
from console.ui.tabs.live.figures_pad import PadPanel
from console.ui.tabs.live.figures_reading import FiguresReading, read_figures
from console.ui.tabs.live.figures_show import ShowPanel
from console.ui.tabs.live.figures_sources import SourcesPanel
from console.ui.tasks import Tasks
from console.ui.widgets import label
from console.ui.widgets.drawer import Drawer
from console.ui.widgets.labels import Elided
from console.ui.widgets.subtabs import SubTab, SubTabs

if TYPE_CHECKING:
    from console.ui.asking_live_figures import LiveFigures

PAD, IMPORT, SOURCES, LINES, SHOW = "pad", "import", "sources", "lines", "show"
PLACES = (PAD, IMPORT, SOURCES, LINES, SHOW)

T = TypeVar("T")


class FiguresDrawer(Drawer):
    """``said`` carries a sentence for the toast; ``moved`` the name a show has now, where that changed."""

    said = Signal(str, str)
    moved = Signal(str)

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks) -> None:
        super().__init__(page, desk.preferences.drawer_width, steps=False)
        self._desk, self._tasks = desk, tasks
        self.session_id = ""  # empty: the show that is on
        self.reading: FiguresReading | None = None
        self.head.addWidget(label(self.tr("Figures and sources"), 16, strong=True))
        self.of = Elided("", 12)
        self.head.addWidget(self.of)
        self.tabs = SubTabs(
            [
                SubTab(PAD, self.tr("Type in")),
                SubTab(IMPORT, self.tr("Import")),
                SubTab(SOURCES, self.tr("Sources")),
                SubTab(LINES, self.tr("Lines")),
                SubTab(SHOW, self.tr("Show")),
            ],
            PAD,
        )
        self.tabs.chosen.connect(self._turn)
        self.pad, self.table = PadPanel(), ImportPanel(tasks, desk.language)
        self.sources, self.lines, self.show_panel = SourcesPanel(), LinesPanel(), ShowPanel()
        self._panels = (self.pad, self.table, self.sources, self.lines, self.show_panel)
        self._stack = QStackedWidget()
        for panel in self._panels:
            self._stack.addWidget(scrolled(panel))
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._stack, 1)
        self.foot_frame.hide()
        self._listen()

    def _listen(self) -> None:
        self.pad.kept.connect(lambda one: self._start(self._keep_typed(one)))
        self.pad.taken_back.connect(lambda at, source: self._start(self._take_back(at, source)))
        self.table.kept.connect(lambda rows: self._start(self._keep_rows(rows)))
        self.sources.believed.connect(lambda key, order: self._do(lambda: self._by_hand.believe(key, order), ""))
        self.lines.kept.connect(lambda rule: self._start(self._keep_lines(rule)))
        self.lines.dropped.connect(lambda rule: self._do(lambda: self._by_hand.drop_lines(rule), ""))
        show = self.show_panel
        show.begun.connect(lambda title: self._start(self._moving(lambda: self._by_hand.start(title))))
        show.named.connect(lambda title: self._do(lambda: self._by_hand.rename(self._name, title), self.tr("Kept")))
        show.ended.connect(lambda: self._do(lambda: self._desk.actions.live.finish(self._name), self.tr("Ended")))
        show.reopened.connect(
            lambda: self._do(lambda: self._desk.actions.live.reopen(self._name), self.tr("It goes on"))
        )
        show.stitched.connect(lambda: self._start(self._moving(lambda: self._by_hand.stitch(self._name))))
        show.parted.connect(lambda part: self._start(self._part_off(part)))

    @property
    def _by_hand(self) -> "LiveFigures":
        return self._desk.actions.live_figures

    @property
    def _name(self) -> str:
        """The show that is shown."""
        reading = self.reading
        return "" if reading is None or reading.show is None else reading.show.session_id

    # -- showing ----------------------------------------------------------------------------------------------------

    def open_on(self, place: str, session_id: str = "") -> None:
        """Show one of the panels, of this show or of the one that is on."""
        self.session_id = session_id
        self.tabs.set_key(place)
        self._turn(place)
        self.unveil()
        self.read()

    def _turn(self, place: str) -> None:
        self._stack.setCurrentIndex(PLACES.index(place))
        if place == PAD:
            self.pad.quick.setFocus()
        elif place == IMPORT:
            self.table.setFocus()

    def read(self) -> None:
        """Read it anew, if it is open."""
        if self.isVisible():
            self._tasks.start(self._read(), key="figures")

    async def _read(self) -> None:
        reading = await self._desk.database.read(read_figures, self.session_id, self._desk.now())
        self.reading = reading
        show = reading.show
        title = self.tr("No show is on") if show is None else show.title or self.tr("A show without a title")
        when = "" if show is None else f" · {words.when(show.started_at, show.until_at)}"
        self.of.setText(title + when)
        for panel in self._panels:
            panel.show_reading(reading)

    # -- doing ------------------------------------------------------------------------------------------------------

    def _start(self, work: "Awaitable[object]") -> None:
        self._tasks.start(work, key="figures-do")  # type: ignore[arg-type]  # only coroutines are given

    def _do(self, act: Callable[[], Awaitable[object]], done: str) -> None:
        self._start(self._done(act, done))

    async def _done(self, act: Callable[[], Awaitable[T]], done: str) -> T | None:
        """What was answered; None where it could not be done, which is said."""
        answered = await safely(act, self.said.emit, self._desk.language)
        if answered is None:
            return None
        if done:
            self.said.emit(done, "")
        self.read()
        return answered.answer

    async def _keep_typed(self, one: LiveSnapshot) -> None:
        put = self._by_hand.put
        taken = await self._done(lambda: put(self._name, [one], LiveSource.MANUAL), "")
        if taken:
            known = taken[0].is_duplicate
            self.said.emit(self.tr("Known already: that moment was typed before") if known else self.tr("Kept"), "")
            if not known:
                self.pad.empty()

    async def _take_back(self, at: int, source: LiveSource) -> None:
        back = self._by_hand.take_back
        if await self._done(lambda: back(self._name, at, source), ""):
            self.said.emit(self.tr("Taken back"), "")

    async def _keep_rows(self, rows: Sequence[LiveSnapshot]) -> None:
        put = self._by_hand.put
        taken = await self._done(lambda: put(self._name, rows, LiveSource.FILE), "")
        if taken is not None:
            self.said.emit(self.table.done(taken), "")

    async def _keep_lines(self, rule: LineRule) -> None:
        put = self._by_hand.put_lines

        async def keep() -> bool:
            await put(rule)
            return True

        if await self._done(keep, self.tr("Kept")):
            self.lines.empty()

    async def _moving(self, act: Callable[[], Awaitable[str]]) -> None:
        name = await self._done(act, "")
        if name:
            if self.session_id:
                self.session_id = name
            self.moved.emit(name)
            self.read()

    async def _part_off(self, part: str) -> None:
        name = self._name
        if await self._done(lambda: self._by_hand.part_off(name, part), ""):
            self.said.emit(self.tr("Two shows now"), "")
            self.moved.emit(name)
