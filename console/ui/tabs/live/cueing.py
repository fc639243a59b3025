"""The cue clock of a show that is on: it warns, takes what the operator does with a cue, and takes it back for 10 s."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from console import catalogue
from console.core.clock import SECOND
from console.core.errors import FileTrouble, Trouble
from console.rules.live_advice import Means
from console.rules.live_lift import Lift
from console.rules.live_script import (
    SNOOZE_MS,
    Cue,
    Mark,
    Place,
    Script,
    Stand,
    free_from,
    is_told,
    next_cue,
    stands,
    to_tell,
)
from console.store.live_scripts import event_id_of
from console.ui import texts
from console.ui.context import Desk
from console.ui.tabs.live import outline, script_words, words
from console.ui.tabs.live.goods import GoodsCard
from console.ui.tabs.live.reading import LiveReading
from console.ui.tabs.live.runsheet import OPEN, RunSheetCard
from console.ui.tabs.live.script_draft import new_id
from console.ui.tasks import Tasks

BEAT_MS = 500  # no cue is told later than this after its time
FRESH_MS = 30 * SECOND  # what was read longer ago is read anew before anything is told of it
UNDO_MS = 10 * SECOND
TWICE_MS = SECOND  # two presses so close together mean one cue, unless the next one is due, too


@dataclass
class _Show:
    session_id: str = ""
    begin_at: int = 0
    read_at: int = 0
    script: Script | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict)
    lifts: Mapping[str, Lift] = field(default_factory=dict)


class Cueing(QObject):
    """``told`` carries each cue once as it comes to its warning, its time, and when it is late.

    What is done with a cue holds at once; the file follows. ``stale`` asks for a new reading, ``moved`` carries the
    next cue each time the clock ticks (None: none is left or planned), ``said`` a sentence for the toast, ``written``
    comes when the file has taken what was done.
    """

    told = Signal(object)
    moved = Signal(object)
    stale = Signal()
    written = Signal()
    said = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks, panel: RunSheetCard) -> None:
        super().__init__(panel)
        self._desk = desk
        self._tasks = tasks
        self.panel = panel
        self._show = _Show()
        self._pending: dict[str, Mark | None] = {}  # what the file does not say yet; None: nothing was done after all
        self._told: dict[str, Place] = {}
        self._last: tuple[str, Mark | None, int] | None = None
        panel.confirmed.connect(self.confirm)
        panel.skipped.connect(self.skip)
        panel.snoozed.connect(self.snooze)
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(lambda: self.tick(self._desk.now()))

    # -- what is known ------------------------------------------------------------------------------------------------

    def show_reading(self, reading: LiveReading | None) -> None:
        """A new reading; None: no show is on."""
        if reading is None:
            self._show = _Show()
            self._beat.stop()
            return
        show = reading.show
        if show.session_id != self._show.session_id:
            self._pending.clear()
            self._told.clear()
            self._last = None
        cues = () if reading.script is None else reading.script.cues
        lifts = {cue.cue_id: _lift(cue, reading) for cue in cues}
        known = {cue_id: lift for cue_id, lift in lifts.items() if lift is not None}
        self._show = _Show(show.session_id, show.started_at, reading.now, reading.script, reading.cue_marks, known)
        self._pending = {
            cue_id: mark for cue_id, mark in self._pending.items() if reading.cue_marks.get(cue_id) != mark
        }
        self.panel.show_left_out(reading.left_out)
        if cues:
            self._beat.start()
        else:
            self._beat.stop()
        self.tick(self._desk.now())

    def marks(self) -> dict[str, Mark]:
        """What was done with each cue, the latest moment included."""
        found = {**self._show.marks, **self._pending}
        return {cue_id: mark for cue_id, mark in found.items() if mark is not None}

    def stands(self, now: int) -> list[Stand]:
        """All cues as of a moment."""
        show = self._show
        return [] if show.script is None else stands(show.script, self.marks(), show.begin_at, now)

    def planned(self, now: int) -> list[outline.Mark]:
        """Cues that nobody has done or left out, for the curve."""
        open_ones = [one for one in self.stands(now) if one.place in OPEN]
        return [_planned(one) for one in open_ones]

    def tick(self, now: int) -> None:
        """The clock goes on: the countdown, and whatever there is to tell."""
        found = self.stands(now)
        self.panel.show_stands(found, self.marks(), self._show.lifts)
        self.moved.emit(next_cue(found))
        news = to_tell(found, self._told)
        if news and now - self._show.read_at > FRESH_MS:
            self.stale.emit()
            return
        for one in news:
            self._told[one.cue.cue_id] = one.place
            self.told.emit(one)
        if news:
            latest = max(news, key=lambda one: one.due_at)
            self.said.emit(script_words.told(latest), latest.cue.words.split("\n")[0][:40])

    # -- what the operator does ---------------------------------------------------------------------------------------

    def confirm(self) -> None:
        """The next cue is done, at this moment."""
        self._do("done")

    def skip(self) -> None:
        """The next cue is left out."""
        self._do("skipped")

    def snooze(self) -> None:
        """The next cue comes two minutes later, from when it was due or from now."""
        self._do("planned")

    def _do(self, state: Literal["done", "skipped", "planned"]) -> None:
        now = self._desk.now()
        coming = next_cue(self.stands(now))
        if coming is None or (state != "planned" and self._is_twice(coming, state, now)):
            return
        cue, before = coming.cue, self.marks().get(coming.cue.cue_id)
        moved = before.moved_ms if before is not None else 0
        if state == "planned":
            moved += SNOOZE_MS + max(0, -coming.left_ms)
            self._told.pop(cue.cue_id, None)
        mark = Mark(cue_id=cue.cue_id, state=state, at=now, moved_ms=moved)
        scripts, session_id = self._desk.actions.scripts, self._show.session_id
        self._last = (cue.cue_id, before, now + UNDO_MS)
        if state == "done":
            self._keep(cue.cue_id, mark, lambda: scripts.confirm(session_id, cue, mark))
        else:
            self._keep(cue.cue_id, mark, lambda: scripts.note(session_id, mark))
        said = {
            "done": self.tr("Done: {title}"),
            "skipped": self.tr("Skipped: {title}"),
            "planned": self.tr("2 minutes later: {title}"),
        }[state]
        self.said.emit(said.format(title=cue.title), self.tr("Ctrl+Z takes it back for 10 s"))

    def _is_twice(self, coming: Stand, state: str, now: int) -> bool:
        """A finger that trembles must not tick off what comes in a quarter of an hour."""
        if self._last is None or coming.place != "planned" or now - (self._last[2] - UNDO_MS) >= TWICE_MS:
            return False
        mark = self.marks().get(self._last[0])
        return mark is not None and mark.state == state

    def undo(self) -> bool:
        """Take back what was done last, within ten seconds; False where there is nothing to take back."""
        now, last = self._desk.now(), self._last
        self._last = None
        if last is None or now > last[2]:
            return False
        cue_id, before, _ = last
        scripts, session_id = self._desk.actions.scripts, self._show.session_id
        self._keep(cue_id, before, lambda: scripts.take_back(session_id, cue_id, before))
        self.said.emit(self.tr("Taken back"), "")
        return True

    def feature(self, goods: GoodsCard, number: int) -> None:
        """The item of this key is the one that is spoken of from now on. Kuaishou lets no program pop it."""
        item, name, now = goods.at(number), self._show.session_id, self._desk.now()
        if not name or item is None:
            return
        goods.select(number - 1)
        scripts, title = self._desk.actions.scripts, item.title or item.item_id
        said = self.tr("On show: {item}").format(item=title), self.tr("Pop it on Kuaishou's own page, too")
        self._tasks.start(self._written(lambda: scripts.feature(name, item.item_id, now), *said))

    async def _written(self, act: Callable[[], Awaitable[None]], said: str, under: str) -> None:
        try:
            await act()
        except (Trouble, FileTrouble) as trouble:
            told = catalogue.words_for(trouble, self._desk.language)
            said, under = told.text, told.next_step
        self.said.emit(said, under)
        self.written.emit()

    def put_in(self, means: Means) -> None:
        """What was advised becomes a cue, in two minutes or as soon as it spoils no other's lift."""
        show, now = self._show, self._desk.now()
        if not show.session_id:
            return
        title, found = words.means(means)[1], self.stands(now)
        if any(one.cue.title == title and one.place in OPEN for one in found):
            self.said.emit(self.tr("Already in the script"), title)
            return
        at = free_from(now + SNOOZE_MS, [one.due_at for one in found if one.place != "skipped"])
        script = show.script or Script(script_id=new_id(), name=self.tr("Script of the moment"))
        cue_id = f"{script.script_id}:{new_id()}"
        cue = Cue(cue_id=cue_id, into_ms=at - show.begin_at, kind=script_words.CUE_OF[means], title=title)
        scripts = self._desk.actions.scripts
        said = self.tr("In the script at {time}").format(time=texts.clock_time(at))
        self._tasks.start(self._written(lambda: scripts.add(script, cue), said, title))
        cues = tuple(sorted((*script.cues, cue), key=lambda one: (one.into_ms, one.cue_id)))
        show.script = msgspec.structs.replace(script, cues=cues)  # the next one keeps its distance from this one

    def _keep(self, cue_id: str, mark: Mark | None, act: Callable[[], Awaitable[None]]) -> None:
        """It holds at once; where the file does not take it, it holds no longer."""
        self._pending[cue_id] = mark
        self.tick(self._desk.now())
        self._tasks.start(self._write(cue_id, act))

    async def _write(self, cue_id: str, act: Callable[[], Awaitable[None]]) -> None:
        try:
            await act()
        except (Trouble, FileTrouble) as trouble:
            self._pending.pop(cue_id, None)
            told = catalogue.words_for(trouble, self._desk.language)
            self.said.emit(told.text, told.next_step)
        self.written.emit()


def _lift(cue: Cue, reading: LiveReading) -> Lift | None:
    """What a cue brought: by its own mark in the log, or by the one that the live page told in its place."""
    mark, own = reading.cue_marks.get(cue.cue_id), event_id_of(cue.cue_id)
    if mark is None or mark.state != "done":
        return None
    told = [(event, lift) for event, lift in reading.marks if event.event_id == own or is_told(cue, mark.at, event)]
    return min(told, key=lambda one: (one[0].event_id != own, abs(one[0].at - mark.at)))[1] if told else None


def _planned(one: Stand) -> outline.Mark:
    ink = script_words.INKS.get(one.cue.kind, "s1")
    return outline.Mark(one.due_at, one.cue.title, texts.clock_time(one.due_at), ink=ink, planned=True)
