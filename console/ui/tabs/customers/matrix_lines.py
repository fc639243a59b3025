"""The borders of the matrix: each with the day from which it holds; changed ones hold from today on."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console.rules.traffic import Line
from console.ui.dialogs import Dialog
from console.ui.widgets import label
from console.ui.widgets.labels import Wrapped


class BordersDialog(Dialog):
    """``wanted`` holds what was changed; None: as it came with the program."""

    def __init__(self, parent: QWidget, lines: Mapping[str, Line]) -> None:
        super().__init__(parent, self.tr("Borders of the matrix"), self.tr("Use them"))
        self._lines = lines
        self.fields: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for at, (name, said) in enumerate(self._named().items()):
            row, column = at % 4, at // 4 * 3
            field = self.fields[name] = QLineEdit(f"{lines[name].value:g}")
            field.setFixedWidth(72)
            field.setAccessibleName(said)
            own = self.tr("own, {day}") if lines[name].own else "{day}"
            grid.addWidget(label(said, tone="text2"), row, column)
            grid.addWidget(field, row, column + 1)
            grid.addWidget(label(own.format(day=lines[name].since), 11, tone="text3"), row, column + 2)
        self.body.addLayout(grid)
        words = self.tr(
            "An empty field takes the border as it came with the program. Every border lies above the last."
        )
        self.body.addWidget(Wrapped(words, 12, tone="text3"))

    def _named(self) -> dict[str, str]:
        days = {f"r{at}_days": self.tr("Row {n}: at most days").format(n=at) for at in range(1, 5)}
        orders = {f"f{at}_orders": self.tr("Column {n}: at least times").format(n=at) for at in range(2, 6)}
        return days | orders | {"least_days": self.tr("Least history: days")}

    @property
    def wanted(self) -> dict[str, float | None]:
        """What is to be put; what is no number is left as it is."""
        found: dict[str, float | None] = {}
        for name, field in self.fields.items():
            said = field.text().strip()
            if not said:
                found |= {name: None} if self._lines[name].own else {}
            elif said.isdigit() and int(said) > 0 and int(said) != self._lines[name].value:
                found[name] = float(said)
        return found
