"""Comments and captions in one stream: 500 of them, filtered, paused with Space, marked as handled with H."""

from collections.abc import Sequence, Set
from typing import cast, overload

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from console import reference
from console.core.live import LiveEvent, LiveEventType
from console.rules.live_talk import TalkKind, talk_kind
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.live import words
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.widgets import Card, Segmented, label
from console.ui.widgets.labels import set_tone


class TalkRows(Rows):
    """Keys of the stream, where it has the focus: Space, H, C."""

    paused = Signal()
    handled = Signal()
    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {Qt.Key.Key_Space: self.paused, Qt.Key.Key_H: self.handled, Qt.Key.Key_C: self.copied}
        signal = act.get(Qt.Key(event.key()))
        if signal is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            signal.emit()
        else:
            super().keyPressEvent(event)


class _Made(Sequence[Row]):
    """Lines that are made when they come into sight: few of five hundred are."""

    def __init__(self, talk: Sequence[LiveEvent], handled: Set[str]) -> None:
        self._talk = talk
        self._handled = frozenset(handled)

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
        return talk_row(event, is_handled=event.event_id in self._handled)


class StreamCard(Card):
    """The newest above."""

    def __init__(self) -> None:
        super().__init__(self.tr("Captions and comments"))
        self.filters = Segmented(
            [
                ("all", self.tr("All")),
                ("question", self.tr("Questions")),
                ("price", self.tr("Price")),
                ("complaint", self.tr("Complaints")),
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
        self.body.addWidget(in_scroll(self.rows), 1)
        self.foot = label("", 12, tone="text3")
        foot = QHBoxLayout()
        foot.addWidget(self.foot, 1)
        self.body.addLayout(foot)
        self._talk: Sequence[LiveEvent] = ()
        self._waiting: Sequence[LiveEvent] | None = None  # what came in while it is paused
        self._shown: list[LiveEvent] = []
        self._handled: set[str] = set()
        self._say_foot()

    def show_talk(self, talk: Sequence[LiveEvent]) -> None:
        """The latest first; paused, only the number of new ones is said."""
        if self._waiting is not None:
            self._waiting = talk
            self._say_foot()
            return
        self._talk = talk
        self._draw()

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
        self._shown = [one for one in self._talk if wanted == "all" or kind_of(one) == kind]
        if known is not None:
            places = [number for number, one in enumerate(self._shown) if one.event_id == known.event_id]
            self.rows.current = places[0] if places else -1
        self.rows.show_rows(_Made(self._shown, self._handled))
        self._say_foot()

    def _say_foot(self) -> None:
        if self._waiting is None:
            self.foot.setText(self.tr("Space pauses · H handled · C copies"))
            set_tone(self.foot, "text3")
            return
        known = {one.event_id for one in self._talk}
        new = sum(one.event_id not in known for one in self._waiting)
        self.foot.setText(self.tr("Paused · {n} new").format(n=texts.count(new)))
        set_tone(self.foot, "amber")


def kind_of(event: LiveEvent) -> TalkKind | None:
    """Captions are the host's own words: they are no question to anybody."""
    return None if event.type is LiveEventType.CAPTION else talk_kind(event.text, reference.live_talk())


def talk_row(event: LiveEvent, *, is_handled: bool = False, is_now: bool = False) -> Row:
    """Time, who and what, and what it is."""
    caption = event.type is LiveEventType.CAPTION
    said = event.text if caption or not event.user_name else f"{event.user_name}: {event.text}"
    kind = kind_of(event)
    chip = words.talk(kind) if kind is not None else None
    if is_now:
        chip = ChipLook("blue", "", words.translate("live", "Now"))
    elif is_handled:
        chip = ChipLook("green", "check", words.translate("live", "Done"))
    ink = "text3" if is_handled else "text2" if caption else "text"
    icon = "radio" if caption else "message-square"
    end = Cell() if chip is None else Cell(chip=chip)
    return (Cell(texts.full_moment(event.at)[11:], ink="text3"), Cell(said, ink=ink, icon=icon), end)
