"""选品建议 beside the forecast: the first lines of it, and the way to the rest."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from console import reference
from console.catalogue import Language
from console.store.selecting import Chosen
from console.ui.tabs.insights.advice_row import AdviceRow
from console.ui.widgets import Card, link
from console.ui.widgets.labels import Wrapped

FIRST = 5


class AdviceCard(Card):
    """``opened``: somebody wants all of it."""

    opened = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("Advice on goods"), " ")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._language = language
        self.all = link(self.tr("See all"))
        self.all.clicked.connect(self.opened)
        self.add_end(self.all)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.rows: list[AdviceRow] = []
        few = self.tr("No item has {n} orders in 90 days yet: too few for advice.")
        self.none = Wrapped(few.format(n=reference.selecting_lines().least_orders), 13, tone="text3")
        self.foot = Wrapped(self.tr("Nothing is listed or delisted from here."), 12, tone="text3")
        self.body.addLayout(self._rows)
        self.body.addWidget(self.none)
        self.body.addStretch(1)
        self.body.addWidget(self.foot)

    def show_chosen(self, found: Chosen) -> None:
        """The first of what is to be done."""
        clear(self._rows)
        least = reference.selecting_lines().least_orders
        self.rows = []
        for one in [one for one in found.advice if one.action != "wait"][:FIRST]:
            row = AdviceRow(one, self._language, least, brief=True)
            self.rows.append(row)
            self._rows.addWidget(row)
        self.none.setVisible(not self.rows)
        self.under.setText(self.tr("%n item(s) with enough orders", "", found.enough))


def clear(layout: QVBoxLayout) -> None:
    """Throw the rows away."""
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
