"""The page of settings: sections at the left, one at a time at the right, a search over all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.core.changes import Changes
from console.ui.context import Desk
from console.ui.page import Page, Question, scrolled
from console.ui.tabs.settings.backups import Backups
from console.ui.tabs.settings.diagnosis import Diagnosis
from console.ui.tabs.settings.general import General
from console.ui.tabs.settings.live import LiveSettings
from console.ui.tabs.settings.people import People
from console.ui.tabs.settings.printers import Printers
from console.ui.tabs.settings.review import ReviewModel
from console.ui.tabs.settings.sections import SectionList
from console.ui.widgets import SearchBox


class SettingsPage(Page):
    """通用, 打印机, 直播, 模型审核, 人员与权限, 备份与恢复 and 诊断."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Settings"))
        self.under.setText(self.tr("Saved on this computer at once"))
        self.search = SearchBox(self.tr("Search settings"))
        self.search.setFixedWidth(280)
        self.search.asked.connect(self._search)
        self.head.addWidget(self.search)
        self.general = General(desk)
        self.diagnosis = Diagnosis(desk, self.tasks)
        self.diagnosis.settled.connect(self.settled)
        self.diagnosis.said.connect(self.said)
        self.backups = Backups(desk, self.tasks)
        self.backups.settled.connect(self.settled)
        self.backups.said.connect(self.said)
        self.people = People(desk, self.tasks)
        self.printers = Printers(desk, self.tasks)
        self.printers.settled.connect(self.settled)
        self.live = LiveSettings(desk, self.tasks)
        self.live.settled.connect(self.settled)
        self.live.asked.connect(lambda place: self.go.emit("live", {"figures": place}))
        self.review = ReviewModel(desk, self.tasks)
        self.review.settled.connect(self.settled)
        self._sections: dict[str, General | Printers | LiveSettings | ReviewModel | People | Backups | Diagnosis] = {
            "general": self.general,
            "printers": self.printers,
            "live": self.live,
            "review": self.review,
            "people": self.people,
            "backups": self.backups,
            "diagnosis": self.diagnosis,
        }
        self._list = SectionList(
            (
                ("general", "sliders-horizontal", self.tr("General")),
                ("printers", "printer", self.tr("Printers")),
                ("live", "radio", self.tr("Live")),
                ("review", "eye", self.tr("Review model")),
                ("people", "users", self.tr("People and rights")),
                ("backups", "archive", self.tr("Backups")),
                ("diagnosis", "stethoscope", self.tr("Diagnosis")),
            )
        )
        self._list.chosen.connect(self.show_section)
        self._stack = QStackedWidget()
        for section in self._sections.values():
            inside = QWidget()
            room = QVBoxLayout(inside)
            room.setContentsMargins(0, 0, 0, 0)
            room.addWidget(section)
            room.addStretch(1)
            self._stack.addWidget(scrolled(inside))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._stack, 1)
        self.column.addLayout(row, 1)
        self.show_section("general")

    @property
    def is_settled(self) -> bool:
        section = self._sections[self._list.current()]
        return isinstance(section, General | People) or section.is_settled

    def show_section(self, key: str) -> None:
        """Show this section."""
        self._list.set_current(key)
        self._stack.setCurrentIndex(list(self._sections).index(key))
        section = self._sections[key]
        if not isinstance(section, General | People):
            section.read()

    def open_at(self, question: Question) -> None:
        self.show_section(question.get("section", "general"))

    def on_changes(self, changes: Changes) -> None:
        if self._list.current() == "diagnosis":
            self.diagnosis.read()
        elif self._list.current() == "backups" and "settings" in changes.kinds:
            self.backups.read()
        elif self._list.current() == "printers" and changes.kinds & {"waybills", "settings", "shops"}:
            self.printers.read()

    async def close_page(self) -> None:
        for dialog in (self.people.dialog, self.backups.dialog, self.diagnosis.dialog):
            if dialog is not None:
                dialog.reject()
        await super().close_page()

    def find_here(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search(self, words: str) -> None:
        """Only rows that say the words stay; the first section that has one is shown."""
        found = [key for key, section in self._sections.items() if section.keep(words)]
        self._list.set_shown(found if words else list(self._sections))
        if words and found and self._list.current() not in found:
            self.show_section(found[0])
