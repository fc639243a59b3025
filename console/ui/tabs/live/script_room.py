"""脚本: where run sheets are written: from a template, by hand or from a table; their wording is judged meanwhile."""

import asyncio
from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.rules.live_script import Cue, Script
from console.rules.wording.nouns import Verdict
from console.ui.context import Desk
from console.ui.paint import ChipLook
from console.ui.speaking import read_pardons
from console.ui.tabs.live import script_reading
from console.ui.tabs.live.hotkeys import listen
from console.ui.tabs.live.script_draft import Draft
from console.ui.tabs.live.script_form import CueForm
from console.ui.tabs.live.script_list import CueList
from console.ui.tabs.live.script_reading import Shelf
from console.ui.tabs.live.script_verbs import ScriptVerbs
from console.ui.tasks import Tasks
from console.ui.widgets import Chip, EmptyState, Picker, button, icon_button, label

PAUSE_MS = 300  # after the last key
WIDE_FROM = 1_060


class ScriptRoom(QWidget):
    """``left`` goes back; ``go`` asks for another tab; ``said`` carries a sentence for the toast."""

    left = Signal()
    go = Signal(str, object)
    said = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self.desk = desk
        self.tasks = tasks
        self.shelf = Shelf()
        self.drafts: dict[str, Draft] = {}
        self.current = ""
        self.cue_id = ""
        self.verdicts: Mapping[str, Verdict] = {}
        self.verbs = ScriptVerbs(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(lambda: self.tasks.start(self.check(), key="script:check"))
        self._make_rooms()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addLayout(self._head())
        whole.addWidget(self.rooms, 1)
        keys: dict[str, Callable[[], object]] = {"Ctrl+S": self.save, "Ctrl+N": self.add, "Ctrl+D": self.double}
        listen(self, keys)
        self.show_draft()

    def _make_rooms(self) -> None:
        self.list, self.form = CueList(), CueForm()
        self.list.moved.connect(self.show_cue)
        self.list.entered.connect(lambda: self.form.title_field.setFocus())
        self.list.removed.connect(self.remove)
        self.list.renamed.connect(lambda words: self._named(words, None))
        self.list.sorted_as.connect(lambda category: self._named(None, category))
        self.form.edited.connect(self._edited)
        self.form.checked.connect(self._open_checker)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 10, 0)
        row.setSpacing(12)
        row.addWidget(self.list, 1)
        row.addWidget(self.form)
        why = self.tr(
            "Cues with times: the cockpit counts down to each, warns a minute before, and says what it brought"
        )
        self.empty = EmptyState("list-checks", self.tr("No script yet"), why, self.tr("New from a template"))
        self.empty.on_click(self.verbs.ask_new)
        self.rooms = QStackedWidget()
        self.rooms.addWidget(self.empty)
        self.rooms.addWidget(pair)

    def _head(self) -> QHBoxLayout:
        back = icon_button("undo-2", self.tr("Back"))
        back.clicked.connect(self.left)
        self.picker = Picker([("", "")], "")
        self.picker.chosen.connect(self.open_script)
        self.state = Chip(ChipLook("grey", "circle-dashed", ""))
        self.new_button = button(self.tr("New"), icon_name="plus")
        self.import_button = button(self.tr("Import"), icon_name="upload")
        self.export_button = button(self.tr("Export"), icon_name="file-spreadsheet")
        self.drop_button = icon_button("trash-2", self.tr("Throw away"))
        self.use_button = button(self.tr("Use in shows"), icon_name="check")
        self.save_button = button(self.tr("Save"), "primary")
        self.new_button.clicked.connect(self.verbs.ask_new)
        self.import_button.clicked.connect(self.verbs.ask_import)
        self.export_button.clicked.connect(self.verbs.ask_export)
        self.drop_button.clicked.connect(self.verbs.ask_drop)
        self.use_button.clicked.connect(self.verbs.ask_use)
        self.save_button.clicked.connect(self.save)
        self._of_one = (self.picker, self.state, self.export_button, self.drop_button, self.use_button)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 10, 0)
        head.setSpacing(8)
        for part in (back, label(self.tr("Script"), 20, strong=True), self.picker, self.state):
            head.addWidget(part)
        head.addStretch(1)
        for part in (self.new_button, self.import_button, self.export_button, self.drop_button):
            head.addWidget(part)
        for part in (self.use_button, self.save_button):
            head.addWidget(part)
        return head

    def set_room(self, wide: int) -> None:
        """The list needs more of it than the form."""
        self.form.setFixedWidth(384 if wide >= WIDE_FROM else 328)

    # -- reading ------------------------------------------------------------------------------------------------------

    async def open_room(self) -> None:
        """Read what there is; what was written and not saved is still there."""
        await self.reload()
        await self.check()

    async def reload(self) -> None:
        """What the file holds; where something was changed here, that stays in front."""
        shelf = await self.desk.database.read(script_reading.read_shelf)
        self.shelf = shelf
        known = {one.script_id: one for one in shelf.scripts}
        for script_id, draft in list(self.drafts.items()):
            if script_id not in known and not draft.is_changed:
                del self.drafts[script_id]
        for script_id, script in known.items():
            self.drafts.setdefault(script_id, Draft(script, script)).follow(script)
        self.form.put_goods(shelf.goods)
        if self.current not in self.drafts:
            self.current, self.cue_id = shelf.chosen or next(iter(self.drafts), ""), ""
        self.show_draft()

    async def check(self) -> None:
        """Judge every wording, off the loop."""
        draft = self.draft
        if draft is None:
            return
        script = draft.script
        checker = await self.desk.actions.wording.checker()
        pardons = await self.desk.database.read(read_pardons)
        found = await asyncio.to_thread(script_reading.judge, script, checker, pardons, self.desk.now())
        if draft is self.draft:
            self.verdicts = found
            self.show_draft()

    # -- showing ------------------------------------------------------------------------------------------------------

    @property
    def draft(self) -> Draft | None:
        """The run sheet in front of whoever writes."""
        return self.drafts.get(self.current)

    @property
    def is_in_use(self) -> bool:
        """Whether shows go by it."""
        return bool(self.current) and self.current == self.shelf.chosen

    def open_script(self, script_id: str) -> None:
        """Another one; what was written on this one stays, unsaved."""
        self.current, self.cue_id, self.verdicts = script_id, "", {}
        self.show_draft()
        self._pause.start()

    def show_draft(self) -> None:
        """Everything as it is now."""
        draft = self.draft
        for part in self._of_one:
            part.setVisible(draft is not None)
        self.save_button.setVisible(draft is not None)
        self.rooms.setCurrentIndex(0 if draft is None else 1)
        if draft is None:
            return
        names = [(script_id, self._title(one)) for script_id, one in self.drafts.items()]
        self.picker.set_choices(names)
        self.picker.set_key(self.current)
        in_use = ChipLook("green", "circle-check", self.tr("In use"))
        self.state.set_look(in_use if self.is_in_use else ChipLook("grey", "circle-dashed", self.tr("Not in use")))
        self.use_button.setVisible(not self.is_in_use)
        self.save_button.setEnabled(draft.is_changed)
        cues = draft.script.cues
        if draft.cue(self.cue_id) is None:
            self.cue_id = cues[0].cue_id if cues else ""
        wrong = self.shelf.troubles(draft.script)
        self.list.show_script(draft.script, self.cue_id, self.verdicts, wrong, self.shelf.goods)
        self.form.show_cue(draft.cue(self.cue_id))
        self.form.show_troubles([one for one in wrong if one.cue_id == self.cue_id])
        verdict = self.verdicts.get(self.cue_id)
        self.form.show_findings(None if verdict is None else verdict.findings)

    def _title(self, draft: Draft) -> str:
        name = draft.script.name or self.tr("Without a name")
        return self.tr("{name} (unsaved)").format(name=name) if draft.is_changed else name

    def show_cue(self, cue_id: str) -> None:
        """Another cue of it."""
        self.cue_id = cue_id
        self.show_draft()

    # -- writing ------------------------------------------------------------------------------------------------------

    def _edited(self, cue: Cue) -> None:
        draft = self.draft
        if draft is not None:
            draft.change(cue)
            self._changed()

    def _named(self, words: str | None, category: str | None) -> None:
        draft = self.draft
        if draft is not None:
            draft.name(draft.script.name if words is None else words, category)
            self._changed()

    def _changed(self) -> None:
        """Shown at once, judged when typing pauses."""
        self.show_draft()
        self._pause.start()

    def put_draft(self, script: Script) -> None:
        """A new one, in front; it is not in the file before it is saved."""
        self.drafts[script.script_id] = Draft(script)
        self.open_script(script.script_id)
        self.list.rows.setFocus()

    def add(self) -> None:
        """One more cue, and the cursor where it is named."""
        draft = self.draft
        if draft is not None and len(draft.script.cues) < script_reading.MOST_CUES:
            self.cue_id = draft.add(self.cue_id)
            self._changed()
            self.form.title_field.setFocus()

    def double(self) -> None:
        """The current cue once more."""
        draft = self.draft
        if draft is not None and len(draft.script.cues) < script_reading.MOST_CUES:
            self.cue_id = draft.double(self.cue_id)
            self._changed()

    def remove(self) -> None:
        """Without the current cue; Ctrl+Z brings it back."""
        draft = self.draft
        if draft is not None:
            self.cue_id = draft.remove(self.cue_id)
            self._changed()

    def undo(self) -> bool:
        """Take back what was added or taken out last."""
        draft = self.draft
        if draft is None or not draft.undo():
            return False
        self._changed()
        return True

    def save(self) -> None:
        """Ctrl+S."""
        self.tasks.start(self.verbs.save(), key="script:save")

    def _open_checker(self, cue: Cue) -> None:
        draft = self.draft
        if draft is not None:
            self.go.emit("compliance", script_reading.question_of(draft.script, cue))
