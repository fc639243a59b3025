"""待发送, from the right over any page: what needs somebody, what is unsure, what is being sent, what waits."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.catalogue import Language
from console.store.outbox_panel import Reading
from console.store.outbox_rows import Counts, Group
from console.ui import texts
from console.ui.outbox.rows import GroupView
from console.ui.page import scrolled
from console.ui.widgets import EmptyState, IconLabel, button, label
from console.ui.widgets.banner import Banner
from console.ui.widgets.buttons import set_icon
from console.ui.widgets.drawer import Drawer
from console.ui.widgets.strips import StripLook
from console.ui.widgets.subtabs import SubTab, SubTabs

UNDER_WAY: tuple[Group, ...] = ("needs_you", "unsure", "sending", "waiting")
GROUPS: dict[str, tuple[Group, ...]] = {
    "under_way": UNDER_WAY,
    "needs_you": ("needs_you",),
    "done": ("done",),
    "undone": ("undone",),
}
AT_FIRST, MORE = 30, 100


class OutboxPanel(Drawer):
    """Shows a ``Reading``; ``asked_again`` comes when another tab or more rows are wanted."""

    acted = Signal(str, int)
    asked_again = Signal()
    pause_asked = Signal(bool)
    undo_all_asked = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, 640, steps=False)
        self.setObjectName("outboxPanel")
        self.limit = AT_FIRST
        self._paused = False
        self.under = label("", 12, tone="text3")
        self.pause = button(self.tr("Pause all"), "default", "pause")
        self.pause.clicked.connect(lambda: self.pause_asked.emit(not self._paused))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.tr("Outbox"), 18, strong=True))
        head.addWidget(self.under)
        head.addStretch(1)
        head.addWidget(self.pause)
        self.head.addLayout(head)
        self.tabs = SubTabs(
            [
                SubTab("under_way", self.tr("Under way")),
                SubTab("needs_you", self.tr("Needs you"), "red"),
                SubTab("done", self.tr("Done")),
                SubTab("undone", self.tr("Taken back")),
            ],
            "under_way",
        )
        self.tabs.chosen.connect(self._turned)
        self.banner = Banner()
        self.groups = {name: GroupView(name) for name in (*UNDER_WAY, "done", "undone")}
        self.empty = EmptyState("send", "")
        self.empty.hide()
        self.note = self._make_note()
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 8, 0)
        room.setSpacing(0)
        for view in self.groups.values():
            view.acted.connect(self.acted)
            view.more.connect(self._more)
            room.addWidget(view)
        room.addWidget(self.note)
        room.addWidget(self.empty, 1)
        room.addStretch(1)
        for part in (self.tabs, self.banner):
            self.body.addWidget(part)
        self.body.addWidget(scrolled(inside), 1)
        self.foot.addWidget(label(self.tr("Ctrl+Z takes the last one back"), 12, tone="text3"))
        self.foot.addStretch(1)
        self.undo_all = button("", "default", "undo-2")
        self.undo_all.clicked.connect(self.undo_all_asked)
        self.foot.addWidget(self.undo_all)

    def _make_note(self) -> QFrame:
        note = QFrame()
        note.setObjectName("quiet")
        row = QHBoxLayout(note)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(8)
        row.addWidget(IconLabel("info", 16, "text3"))
        said = self.tr("One command an object at a time; it is done once the platform was read back and agrees.")
        row.addWidget(label(said, 12, tone="text2", wrap=True), 1)
        return note

    @property
    def wanted(self) -> tuple[Group, ...]:
        """The groups of the tab in sight."""
        return GROUPS[self.tabs.key()]

    def show_reading(self, read: Reading, now: int, language: Language) -> None:
        """What the file says; what is not among the groups is not in this tab."""
        counts = read.counts
        self._paused = read.paused
        numbers = totals(counts)
        said = self.tr("{n} under way · {done} done today")
        self.under.setText(said.format(n=texts.count(counts.under_way), done=texts.count(counts.done_today)))
        self.tabs.set_counts(
            {
                "under_way": counts.under_way,
                "needs_you": counts.needs_you,
                "done": counts.done_today,
                "undone": counts.undone,
            }
        )
        for name, view in self.groups.items():
            rows = read.groups.get(name, ())
            view.show_rows(rows, max(numbers[name], len(rows)), read.names, now, language, paused=read.paused)
        none = not any(read.groups.values())
        self.note.setVisible(not none and self.tabs.key() == "under_way")
        self._say_none(none=none)
        self._say_paused(counts)
        self._say_foot(counts, read)

    def _say_none(self, *, none: bool) -> None:
        self.empty.setVisible(none)
        if none:
            self.empty.say(
                {
                    "under_way": self.tr("Nothing is on its way"),
                    "needs_you": self.tr("Nothing needs you"),
                    "done": self.tr("Nothing was sent today"),
                    "undone": self.tr("Nothing was taken back"),
                }[self.tabs.key()],
                self.tr("What you push to a platform goes through here first"),
            )

    def _say_paused(self, counts: Counts) -> None:
        self.pause.setText(self.tr("Send again") if self._paused else self.tr("Pause all"))
        set_icon(self.pause, "play" if self._paused else "pause")
        look = None
        if self._paused:
            words = self.tr("Sending is paused")
            under = self.tr("{n} are held until you go on; what was sent is still read back")
            look = StripLook("amber", "pause", words, under.format(n=texts.count(counts.waiting)))
        self.banner.show_look(look)

    def _say_foot(self, counts: Counts, read: Reading) -> None:
        waiting = read.groups.get("waiting", ())
        some = any(row.undoable for row in waiting) if waiting else counts.waiting > 0
        self.undo_all.setText(self.tr("Take back all %n waiting", "", counts.waiting))
        self.undo_all.setEnabled(some)
        self.undo_all.setToolTip("" if some else self.tr("Nothing waits that could be taken back"))

    def _turned(self) -> None:
        self.limit = AT_FIRST
        self.asked_again.emit()

    def _more(self) -> None:
        self.limit += MORE
        self.asked_again.emit()


def totals(counts: Counts) -> dict[Group, int]:
    """How many rows each group has in all."""
    return {
        "needs_you": counts.needs_you,
        "unsure": counts.unsure,
        "sending": counts.sending,
        "waiting": counts.waiting,
        "done": counts.done_today,
        "undone": counts.undone,
    }
