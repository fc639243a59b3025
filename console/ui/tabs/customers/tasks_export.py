"""导出任务清单: how many people, which columns, masked or in full; who did it and when is kept."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from console.core.clock import shop_datetime
from console.core.operators import Right
from console.store.touch_lists import TaskList
from console.ui import texts
from console.ui.dialogs import Dialog, answer
from console.ui.files import ask_new_file
from console.ui.rights import guard
from console.ui.rooms import View
from console.ui.tabs.customers import touch_words as words
from console.ui.widgets import Segmented, label
from console.ui.widgets.labels import Wrapped

KEY = "key"  # without it results find nobody


class TaskExport(Dialog):
    """``columns`` are those that are wanted, by key and title."""

    def __init__(self, view: View, task: TaskList) -> None:
        super().__init__(
            view,
            QCoreApplication.translate("touch", "Export task list"),
            QCoreApplication.translate("touch", "Choose a place"),
        )
        self.setMinimumWidth(560)
        said = self.tr("“{name}” by {channel}: {n} people")
        n = texts.count(task.sends)
        self.body.addWidget(
            label(said.format(name=task.name, channel=words.channel(task.channel), n=n), 14, strong=True)
        )
        held = self.tr("{hold} held out and {left} left out are not in the file; everybody is in it once.")
        self.body.addWidget(
            Wrapped(held.format(hold=texts.count(task.holds), left=texts.count(task.left)), 12, tone="text3")
        )
        self._titles = {
            KEY: self.tr("Customer key"),
            "name": self.tr("Name"),
            "address": self.tr("Contact"),
            "message": self.tr("Message"),
        }
        self.boxes: dict[str, QCheckBox] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        for key, title in self._titles.items():
            box = self.boxes[key] = QCheckBox(title)
            box.setChecked(True)
            box.setEnabled(key != KEY)
            row.addWidget(box)
        row.addStretch(1)
        self.body.addLayout(row)
        self.masked = QCheckBox(self.tr("Mask names and contacts"))
        self.masked.setChecked(True)
        guard(view.desk.session, self.masked, Right.OVERRIDE)
        self.body.addWidget(self.masked)
        self.format = Segmented([("xlsx", "Excel (xlsx)"), ("csv", "CSV")], "xlsx")
        self.body.addWidget(self.format)
        for line in (
            self.tr("Platforms hand contacts over masked: a full number is in the file only where one was imported."),
            self.tr("The same list is not sent twice: once the file is written the list is under way."),
            self.tr("Who exported, when, and how many people, is kept in the audit."),
        ):
            self.body.addWidget(Wrapped(line, 12, tone="text3"))

    @property
    def columns(self) -> list[tuple[str, str]]:
        """Key and title."""
        return [(key, title) for key, title in self._titles.items() if self.boxes[key].isChecked()]


async def ask_export(view: View, task: TaskList) -> int | None:
    """Ask and write; returns how many people the file holds, None where nothing was written."""
    dialog = TaskExport(view, task)
    if not await answer(dialog):
        return None
    columns, masked, suffix = dialog.columns, dialog.masked.isChecked(), dialog.format.key()
    day = shop_datetime(view.desk.now()).strftime("%Y%m%d-%H%M")
    path = await ask_new_file(
        view, QCoreApplication.translate("touch", "Export task list"), f"{task.name}-{day}", suffix
    )
    if path is None:
        return None
    written: list[int] = []

    async def write() -> None:
        written.append(await view.desk.actions.touching.export(task.id, path, columns, masked=masked))

    await view.safely(write)
    return written[0] if written else None
