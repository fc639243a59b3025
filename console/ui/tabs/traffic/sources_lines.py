"""参考线: what traffic is judged by: as it came with the program, or the merchant's own from a day on."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from console.rules.live_text import Unreadable, read_number, read_percent, read_seconds
from console.rules.traffic import BUCKETS, RATED, Line
from console.ui.dialogs import Dialog
from console.ui.page import scrolled
from console.ui.tabs.traffic import sources_words as words
from console.ui.widgets import label
from console.ui.widgets.labels import Wrapped, set_tone

FIGURES: Final = ("stay_s", "click_bp", "conversion_bp")
OTHERS: Final = ("least", "works_days", "recent_days", "near_bp", "label_gap_bp", "label_close_bp")


class LinesDialog(Dialog):
    """Empty is as it came; what is typed holds from today on."""

    def __init__(self, parent: QWidget, lines: Mapping[str, Line]) -> None:
        super().__init__(parent, self.tr("Lines to compare with"), self.tr("Keep"))
        self.setMinimumSize(620, 560)
        self._lines = lines
        self.fields: dict[str, QLineEdit] = {}
        why = self.tr(
            "Yardsticks, not rules of the platform. Leave a field empty to use the figure that came with the program; "
            "yours holds from today on."
        )
        self.body.addWidget(Wrapped(why, 12, tone="text3"))
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 10, 0)
        room.setSpacing(8)
        for title, grid in (
            (self.tr("Content types"), self._kinds()),
            (self.tr("Completion line by length"), self._pools()),
            (self.tr("Samples and gaps"), self._others()),
        ):
            room.addWidget(label(title, 13, strong=True))
            room.addLayout(grid)
        room.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        self.wrong = label("", 12, tone="red")
        self.body.addWidget(self.wrong)

    def _kinds(self) -> QGridLayout:
        grid = QGridLayout()
        titles = (self.tr("Stay, seconds"), self.tr("Item click rate"), self.tr("Conversion"))
        for column, title in enumerate(titles, 1):
            grid.addWidget(label(title, 12, tone="text3"), 0, column)
        for row, kind in enumerate(RATED, 1):
            grid.addWidget(label(words.kind(kind)), row, 0)
            for column, name in enumerate(FIGURES, 1):
                grid.addWidget(self._field(f"{kind}_{name}", f"{words.kind(kind)} {titles[column - 1]}"), row, column)
        return grid

    def _pools(self) -> QGridLayout:
        grid = QGridLayout()
        for place, bucket in enumerate(BUCKETS):
            grid.addWidget(label(words.bucket(bucket)), place // 3, place % 3 * 2)
            grid.addWidget(self._field(f"pool_{bucket}_bp", words.bucket(bucket)), place // 3, place % 3 * 2 + 1)
        return grid

    def _others(self) -> QGridLayout:
        grid = QGridLayout()
        names = {
            "least": self.tr("Fewest that say something"),
            "works_days": self.tr("Works of so many days are compared"),
            "recent_days": self.tr("The latest are of so many days"),
            "near_bp": self.tr("So much of a line counts as near it"),
            "label_gap_bp": self.tr("Gap between labels that is warned of"),
            "label_close_bp": self.tr("Labels mostly agree from here on"),
        }
        for row, name in enumerate(OTHERS):
            grid.addWidget(label(names[name]), row, 0)
            grid.addWidget(self._field(name, names[name]), row, 1)
        return grid

    def _field(self, name: str, said: str) -> QLineEdit:
        line = self._lines[name]
        made = self.fields[name] = QLineEdit(_written(name, line.value) if line.own else "")
        made.setPlaceholderText(_written(name, line.value))
        origin = self.tr("yours since {day}") if line.own else self.tr("as it came, {day}")
        made.setToolTip(origin.format(day=line.since))
        made.setAccessibleName(said)
        made.textChanged.connect(lambda: self._judge())
        return made

    def _judge(self) -> None:
        wrong = [field for name, field in self.fields.items() if _bad(name, field.text())]
        for field in self.fields.values():
            set_tone(field, "true" if field in wrong else "false", "wrong")
        self.wrong.setText(self.tr("Shares are written like 60%, times like 72, counts like 30.") if wrong else "")
        self.accept_button.setEnabled(not wrong)

    def changes(self) -> dict[str, float | None]:
        """What is to be set, and what goes back to as it came."""
        found: dict[str, float | None] = {}
        for name, field in self.fields.items():
            value, line = read(name, field.text()), self._lines[name]
            if value is None and line.own:
                found[name] = None
            elif value is not None and value != line.value:
                found[name] = value
        return found


def read(name: str, text: str) -> float | None:
    """A line as it is kept; None: as it came. Raises Unreadable."""
    if not text.strip():
        return None
    share = name.endswith("_bp")
    found = read_percent(text) if share else read_seconds(text) if name.endswith("_s") else read_number(text)
    if found is None or found.value <= 0 or (share and found.value > 1) or found.value > 1_000_000:
        raise Unreadable(text)
    if not share and not name.endswith("_s") and found.value != int(found.value):
        raise Unreadable(text)
    return round(found.value * 10_000) if share else found.value


def _bad(name: str, text: str) -> bool:
    try:
        read(name, text)
    except Unreadable:
        return True
    return False


def _written(name: str, value: float) -> str:
    return f"{value / 100:g}%" if name.endswith("_bp") else f"{value:g}"
