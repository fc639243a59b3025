"""The tabs and the row of filters above the order table: what they hold is one ``OrderFilter``."""

from typing import get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.clock import DAY, day_start
from console.core.model import Mapping
from console.store.views import OrderFilter, OrderTab, Pair
from console.ui.paging import Sort
from console.ui.tabs.orders import words
from console.ui.widgets import Picker, SearchBox, SubTab, SubTabs, link

translate = QCoreApplication.translate
SEARCH_WIDTH = 240
DAYS = {"today": 1, "week": 7, "month": 30}
ANY = "all"


def tabs() -> list[SubTab]:
    """The tabs, those that need somebody behind a divider."""
    return [
        SubTab("unpaid", translate("orders", "To pay")),
        SubTab("to_ship", translate("orders", "To ship")),
        SubTab("shipped", translate("orders", "Shipped")),
        SubTab("done", translate("orders", "Completed")),
        SubTab("closed", translate("orders", "Closed")),
        SubTab("all", translate("orders", "All")),
        SubTab("after_sale", translate("orders", "In after-sale"), "blue", divided=True),
        SubTab("mapping", translate("orders", "Mapping trouble"), "amber"),
    ]


def usual_sort(tab: OrderTab) -> Sort:
    """What a tab is sorted by until somebody clicks a header: what must leave first, else newest first."""
    if tab == "to_ship":
        return Sort("ship_by_at")
    return Sort("created_at" if tab == "unpaid" else "paid_at", descending=True)


class OrderFilters(QWidget):
    """``changed`` comes with every new question."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs = SubTabs(tabs(), "to_ship")
        self.search = SearchBox(self.tr("Number / waybill / goods / buyer / note"))
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.paid = Picker(
            [
                (ANY, self.tr("all")),
                ("today", self.tr("today")),
                ("week", self.tr("7 days")),
                ("month", self.tr("30 days")),
            ],
            ANY,
            self.tr("Paid: "),
        )
        self.mapping = Picker(
            [(ANY, self.tr("all")), *((mapping.value, words.mapping_word(mapping)) for mapping in Mapping)],
            ANY,
            self.tr("Mapping: "),
        )
        self.clearing = link(self.tr("Clear the filters"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.search, self.paid, self.mapping, self.clearing):
            row.addWidget(part)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.tabs)
        whole.addLayout(row)
        for signal in (self.tabs.chosen, self.search.asked, self.paid.chosen, self.mapping.chosen):
            signal.connect(self._ask)
        self.clearing.clicked.connect(self.clear)
        self.clearing.hide()

    @property
    def tab(self) -> OrderTab:
        """The current tab."""
        key = self.tabs.key()
        found: OrderTab = next((tab for tab in get_args(OrderTab) if tab == key), "all")
        return found

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the tab leaves rows out."""
        return bool(self.search.text().strip()) or self.paid.key() != ANY or self.mapping.key() != ANY

    def wanted(self, pair: Pair | None, now: int) -> OrderFilter:
        """The question that tabs and filters make; days are the shop's."""
        days = DAYS.get(self.paid.key())
        key = self.mapping.key()
        return OrderFilter(
            pair=pair,
            tab=self.tab,
            mapping=None if key == ANY else Mapping(key),
            text=self.search.text().strip(),
            paid_from=None if days is None else day_start(now) - (days - 1) * DAY,
        )

    def clear(self) -> None:
        """Every row of the tab again."""
        self.set_all()
        self._ask()

    def set_all(self, *, tab: str = "", text: str = "", paid: str = ANY, mapping: str = ANY) -> None:
        """Set everything at once without asking; an empty tab stays what it is."""
        if tab in get_args(OrderTab):
            self.tabs.set_key(tab)
        self.search.blockSignals(True)
        self.search.set_text(text)
        self.search.blockSignals(False)
        self.paid.set_key(paid)
        self.mapping.set_key(mapping)

    def _ask(self) -> None:
        self.clearing.setVisible(self.is_narrowed)
        self.changed.emit()
