"""Comments and captions in one stream: 500 of them, filtered, paused with Space, marked as handled with H.

What is risky in a line is underlined as soon as it was looked at; the newest that nobody handled is said above.
"""

from collections.abc import Mapping, Sequence, Set
from typing import cast, overload

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from console import reference
from console.catalogue import Language
from console.core.live import LiveEvent, LiveEventType
from console.rules.live_talk import TalkKind, talk_kind
from console.rules.waybills import masked_name
from console.rules.wording.nouns import Severity, Verdict
from console.ui import severities, texts
from console.ui.paint import ChipLook
from console.ui.tabs.live import hint_words, words
from console.ui.tabs.live.hints import surface_of, worst
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.widgets import Card, Segmented, label
from console.ui.widgets.labels import Elided, set_tone


class TalkRows(Rows):
    """Keys of the stream, where it has the focus: Space, H, C, W."""

    paused = Signal()
    handled = Signal()
    copied = Signal()
    judged = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_H, Qt.Key.Key_C, Qt.Key.Key_W)
        act = dict(zip(keys, (self.paused, self.handled, self.copied, self.judged), strict=True))
        signal = act.get(Qt.Key(event.key()))
        if signal is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            signal.emit()
        else:
            super().keyPressEvent(event)


class _Made(Sequence[Row]):
    """Lines that are made when they come into sight: few of five hundred are."""

    def __init__(self, talk: Sequence[LiveEvent], handled: Set[str], verdicts: Mapping[str, Verdict]) -> None:
        self._talk = talk
        self._handled = frozenset(handled)
        self._verdicts = verdicts

    def __len__(self) -> int:
        return len(self._talk)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        if isinstance(at, slice):
            return [self._row(one) for one in self._talk[at]]
        return self._row(self._talk[at])

    def _row(self, event: LiveEvent) -> Row:
        name = event.event_id
        return talk_row(event, is_handled=name in self._handled, verdict=self._verdicts.get(name))


class StreamCard(Card):
    """The newest above. ``judged`` carries what opens the current line in the checker."""

    judged = Signal(object)

    def __init__(self, language: Language = "zh_CN") -> None:
        super().__init__(self.tr("Captions and comments"))
        self._language = language
        self.filters = Segmented(
            [
                ("all", self.tr("All")),
                ("question", self.tr("Questions")),
                ("price", self.tr("Price")),
                ("complaint", self.tr("Complaints")),
                ("risk", self.tr("Wording")),
            ],
            "all",
        )
        self.filters.chosen.connect(lambda: self._draw())
        self.body.addWidget(self.filters)
        columns = (Column("", 52), Column(""), Column("", 58, right=True))
        self.rows = TalkRows(columns, 28, self.tr("Nothing was said yet"))
        self.rows.paused.connect(self.toggle_pause)
        self.rows.handled.connect(self.handle)
        self.rows.copied.connect(self.copy)
        self.rows.judged.connect(self.judge)
        self.hint = Elided("", 12)
        self.hint.hide()
        self.body.addWidget(self.hint)
        self.body.addWidget(in_scroll(self.rows), 1)
        self.foot = label("", 12, tone="text3")
        foot = QHBoxLayout()
        foot.addWidget(self.foot, 1)
        self.body.addLayout(foot)
        self._talk: Sequence[LiveEvent] = ()
        self._waiting: Sequence[LiveEvent] | None = None  # what came in while it is paused
        self._shown: list[LiveEvent] = []
        self._handled: set[str] = set()
        self._verdicts: Mapping[str, Verdict] = {}
        self._say_foot()

    def show_talk(self, talk: Sequence[LiveEvent]) -> None:
        """The latest first; paused, only the number of new ones is said."""
        if self._waiting is not None:
            self._waiting = talk
            self._say_foot()
            return
        self._talk = talk
        self._draw()

    def show_verdicts(self, verdicts: Mapping[str, Verdict]) -> None:
        """What was found in the lines; nothing moves where nothing changed."""
        if verdicts != self._verdicts:
            self._verdicts = verdicts
            self._draw()

    def judge(self) -> None:
        """Open the current line in the checker: there it can be let pass, with a reason."""
        event = self._current()
        if event is not None:
            asked = {"view": "wording", "text": event.text, "surface": surface_of(event), "category": "general"}
            self.judged.emit(asked)

    @property
    def is_paused(self) -> bool:
        return self._waiting is not None

    def toggle_pause(self) -> None:
        """Hold the stream, or let it go on."""
        if self._waiting is None:
            self._waiting = self._talk
        else:
            self._talk, self._waiting = self._waiting, None
            self._draw()
        self._say_foot()

    def handle(self) -> None:
        """The current line is dealt with, or after all not."""
        event = self._current()
        if event is not None:
            self._handled ^= {event.event_id}
            self._draw()

    def copy(self) -> None:
        """The current line's words."""
        event = self._current()
        if event is not None:
            QGuiApplication.clipboard().setText(event.text)

    def _current(self) -> LiveEvent | None:
        here = self.rows.current
        return self._shown[here] if 0 <= here < len(self._shown) else None

    def _draw(self) -> None:
        wanted, known = self.filters.key(), self._current()
        kind = cast(TalkKind, wanted)
        if wanted == "risk":
            self._shown = [one for one in self._talk if worst(self._verdicts.get(one.event_id))]
        else:
            self._shown = [one for one in self._talk if wanted == "all" or kind_of(one) == kind]
        if known is not None:
            places = [number for number, one in enumerate(self._shown) if one.event_id == known.event_id]
            self.rows.current = places[0] if places else -1
        self.rows.show_rows(_Made(self._shown, self._handled, self._verdicts))
        self._say_hint()
        self._say_foot()

    def _say_hint(self) -> None:
        """The newest banned words that nobody handled, and why they are."""
        for event in self._talk:
            found = worst(self._verdicts.get(event.event_id))
            if found and found.severity is Severity.BLOCK and event.event_id not in self._handled:
                said = self.tr("{time} “{words}” · {why}")
                time = texts.full_moment(event.at)[11:]
                self.hint.setText(
                    said.format(time=time, words=found.text, why=hint_words.why(found.rule, self._language))
                )
                set_tone(self.hint, "red")
                self.hint.show()
                return
        self.hint.hide()

    def _say_foot(self) -> None:
        if self._waiting is None:
            self.foot.setText(self.tr("Space pauses · H handled · C copies · W wording"))
            set_tone(self.foot, "text3")
            return
        known = {one.event_id for one in self._talk}
        new = sum(one.event_id not in known for one in self._waiting)
        self.foot.setText(self.tr("Paused · {n} new").format(n=texts.count(new)))
        set_tone(self.foot, "amber")


def kind_of(event: LiveEvent) -> TalkKind | None:
    """Captions are the host's own words: they are no question to anybody."""
    return None if event.type is LiveEventType.CAPTION else talk_kind(event.text, reference.live_talk())


def talk_row(
    event: LiveEvent, *, is_handled: bool = False, is_now: bool = False, verdict: Verdict | None = None
) -> Row:
    """Time, who (masked: a bystander may read the board) and what, and what it is; what is risky is underlined."""
    caption = event.type is LiveEventType.CAPTION
    said = event.text if caption or not event.user_name else f"{masked_name(event.user_name)}: {event.text}"
    kind = kind_of(event)
    chip = words.talk(kind) if kind is not None else None
    before = len(said) - len(event.text)
    graves = [one for one in (verdict.findings if verdict else ()) if one.severity >= Severity.WARN]
    waves = [(one.start + before, one.end + before, severities.TONES[one.severity]) for one in graves]
    if graves:
        chip = severities.chip(max(one.severity for one in graves))
    if is_now:
        chip = ChipLook("blue", "", words.translate("live", "Now"))
    elif is_handled:
        chip = ChipLook("green", "check", words.translate("live", "Done"))
    ink = "text3" if is_handled else "text2" if caption else "text"
    icon = "radio" if caption else "message-square"
    end = Cell() if chip is None else Cell(chip=chip)
    return (Cell(texts.full_moment(event.at)[11:], ink="text3"), Cell(said, ink=ink, icon=icon, waves=waves), end)
