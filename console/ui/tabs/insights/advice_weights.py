"""What the parts of a score weigh: the merchant's own, from today on, or as they come."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from console.rules.selecting import PARTS, Part
from console.store.selecting import MOST_WEIGHT, Weights
from console.ui.dialogs import Dialog
from console.ui.tabs.insights import advice_words
from console.ui.widgets import label, link
from console.ui.widgets.labels import Wrapped


class WeightsDialog(Dialog):
    """Accepts only weights that make sense; ``reset`` is pressed for those that come with the program."""

    reset = Signal()

    def __init__(self, parent: QWidget, weights: Weights) -> None:
        super().__init__(parent, self.tr("Weights of the score"), self.tr("Keep"))
        said = self.tr("A score is the weighted mean of an item's places among your own items, from 0 to 1.")
        self.body.addWidget(Wrapped(said, 13, tone="text2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        self.fields: dict[Part, QLineEdit] = {}
        for place, part in enumerate(PARTS):
            field = QLineEdit(f"{weights.by[part]:g}")
            field.setAccessibleName(advice_words.part_name(part))
            field.setFixedWidth(72)
            field.textChanged.connect(self._look)
            self.fields[part] = field
            row, column = place % 4, place // 4 * 2
            grid.addWidget(label(advice_words.part_name(part), tone="text2"), row, column)
            grid.addWidget(field, row, column + 1)
        self.body.addLayout(grid)
        self.wrong = Wrapped("", 12, tone="red")
        self.body.addWidget(self.wrong)
        usual = link(self.tr("As they come"))
        usual.clicked.connect(self.reset)
        self.body.addWidget(usual)
        self._look()

    def weights(self) -> dict[Part, float] | None:
        """What was typed; None where it makes no sense."""
        found: dict[Part, float] = {}
        for part, field in self.fields.items():
            said = field.text().strip()
            if not said.isascii() or not said.isdigit() or int(said) > MOST_WEIGHT:
                return None
            found[part] = float(said)
        return found if sum(found.values()) else None

    def _look(self) -> None:
        sensible = self.weights() is not None
        self.accept_button.setEnabled(sensible)
        words = self.tr("Whole numbers from 0 to {most}, not all of them 0").format(most=MOST_WEIGHT)
        self.wrong.setText("" if sensible else words)
