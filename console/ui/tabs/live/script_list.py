"""The cues of a run sheet as a list: time, kind, title and wording, goods, and how risky the wording is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from console.rules.live_script import Cue, CueTrouble, Script, format_into
from console.rules.wording.nouns import Verdict
from console.ui.paint import ChipLook
from console.ui.severities import chip
from console.ui.tabs.live import script_words
from console.ui.tabs.live.rows import Cell, Column, Row, Rows, in_scroll
from console.ui.tabs.live.script_new import MOST_NAME
from console.ui.tabs.live.script_reading import worst
from console.ui.widgets import Card, Picker, label
from console.ui.widgets.labels import set_tone


class CueRows(Rows):
    """Delete takes the current one out."""

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class CueList(Card):
    """``moved`` carries the cue that is current, ``entered`` that it is to be written; ``renamed`` the sheet's name."""

    moved = Signal(str)
    entered = Signal()
    removed = Signal()
    renamed = Signal(str)
    sorted_as = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.name.setMaxLength(MOST_NAME)
        self.name.setAccessibleName(self.tr("Name of the script"))
        self.name.textEdited.connect(self.renamed)
        self.category = Picker(script_words.categories(), "general", self.tr("Category "))
        self.category.chosen.connect(self.sorted_as)
        self.length = label("", 12, tone="text3")
        self.head.addWidget(self.name, 1)
        self.head.addWidget(self.category)
        self.head.addWidget(self.length)
        self.body.addLayout(self.head)
        columns = (
            Column(self.tr("Time"), 60),
            Column(self.tr("Kind"), 108),
            Column(self.tr("Title and wording")),
            Column(self.tr("Goods"), 72),
            Column(self.tr("Check"), 80, right=True),
        )
        none = self.tr("No cue yet: Ctrl+N adds one")
        self.rows = CueRows(columns, 44, none)
        self.rows.moved.connect(self._moved)
        self.rows.opened.connect(lambda _number: self.entered.emit())
        self.rows.removed.connect(self.removed)
        self.body.addWidget(in_scroll(self.rows), 1)
        keys = self.tr("↑↓ choose · Enter writes · Ctrl+N adds · Ctrl+D doubles · Delete takes out · Ctrl+Z back")
        self.foot = label(keys, 11, tone="text3", wrap=True)
        self.body.addWidget(self.foot)
        self._cues: Sequence[Cue] = ()

    def show_script(
        self,
        script: Script,
        current: str,
        verdicts: Mapping[str, Verdict],
        wrong: Sequence[CueTrouble],
        goods: Mapping[str, str],
    ) -> None:
        """These, with this one current."""
        if self.name.text() != script.name and not self.name.hasFocus():
            self.name.setText(script.name)
        set_tone(self.name, "false" if script.name.strip() else "true", "wrong")
        self.category.set_key(script.category or "general")
        self._cues = script.cues
        last = script.cues[-1].into_ms if script.cues else 0
        said = self.tr("{n} cues · last at {time}").format(n=len(script.cues), time=format_into(last))
        self.length.setText(said if script.cues else "")
        doubtful = {one.cue_id: one for one in reversed(wrong)}
        self.rows.show_rows([self._row(one, verdicts.get(one.cue_id), doubtful, goods) for one in script.cues])
        places = [one.cue_id for one in script.cues]
        self.rows.current = places.index(current) if current in places else -1
        self.rows.update()

    def _row(
        self, one: Cue, verdict: Verdict | None, doubtful: Mapping[str, CueTrouble], goods: Mapping[str, str]
    ) -> Row:
        gravest = worst(verdict)
        trouble = doubtful.get(one.cue_id)
        if trouble is not None and trouble.code in ("script.minors_goods", "script.minors_prompt"):
            checked = Cell(chip=ChipLook("red", "ban", self.tr("Not for minors")))
        elif gravest is not None:
            checked = Cell(chip=chip(gravest))
        elif verdict is None:
            checked = Cell(chip=ChipLook("grey", "hourglass", self.tr("Checking")))
        else:
            checked = Cell(chip=ChipLook("green", "check", self.tr("Clear")))
        time = Cell(format_into(one.into_ms), ink="fg_amber" if one.cue_id in doubtful else "text", strong=True)
        return (
            time,
            Cell(script_words.kind(one.kind), icon=script_words.KIND_ICONS[one.kind], ink="text2"),
            Cell(one.title or self.tr("No title"), ink="text" if one.title else "fg_red", under=one.words[:80]),
            Cell(goods.get(one.item_id, one.item_id) or "", ink="text2"),
            checked,
        )

    def _moved(self, number: int) -> None:
        if 0 <= number < len(self._cues):
            self.moved.emit(self._cues[number].cue_id)
