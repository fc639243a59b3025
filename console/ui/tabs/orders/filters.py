"""The tabs and the row of filters above the order table: what they hold is one ``OrderFilter``."""

from typing import get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.clock import DAY, day_start
from console.core.model import Mapping
from console.store.views import DUE_SOON, Mark, OrderFilter, OrderTab, Pair
from console.ui.mappings import mapping_word
from console.ui.paging import Sort
from console.ui.tabs.orders.more_filters import CARRIER, FLAG, MARK, MoreFilters
from console.ui.tabs.orders.saved_views import ViewsButton
from console.ui.widgets import Picker, SearchBox, link
from console.ui.widgets.subtabs import SubTab, SubTabs

translate = QCoreApplication.translate
SEARCH_WIDTH, SEARCH_LEAST = 240, 148
NARROW = 1_060  # below it two buttons say no words
DAYS = {"today": 1, "week": 7, "month": 30}
YESTERDAY, SOON, OURS = "yesterday", "soon", "ours"
LATE, TROUBLED = "late", "troubled"
ANY = "all"
PICKED = ("paid", "mapping", "due", "after_sale", "parcel")


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
        SubTab("mapping", translate("orders", "Mismatch"), "amber"),
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
        self.search.setMinimumWidth(SEARCH_LEAST)
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.paid = Picker(
            [
                (ANY, self.tr("all")),
                ("today", self.tr("today")),
                (YESTERDAY, self.tr("yesterday")),
                ("week", self.tr("7 days")),
                ("month", self.tr("30 days")),
            ],
            ANY,
            self.tr("Paid: "),
        )
        self.mapping = Picker(
            [(ANY, self.tr("all")), *((mapping.value, mapping_word(mapping)) for mapping in Mapping)],
            ANY,
            self.tr("Mapping: "),
        )
        self.due = Picker(
            [(ANY, self.tr("all")), (SOON, self.tr("within 6 hours")), (LATE, self.tr("late tonight"))],
            ANY,
            self.tr("Ship by: "),
        )
        self.parcel = Picker(
            [(ANY, self.tr("all")), (TROUBLED, self.tr("in trouble"))],
            ANY,
            self.tr("Parcel: "),
        )
        self.after_sale = Picker(
            [(ANY, self.tr("all")), (OURS, self.tr("waiting for you"))],
            ANY,
            self.tr("After-sale: "),
        )
        self._pickers = (self.paid, self.mapping, self.due, self.after_sale, self.parcel)
        self.more, self.views = MoreFilters(), ViewsButton()
        self.clearing = link(self.tr("Clear the filters"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 2)
        for part in (*self._pickers, self.more, self.clearing):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.views)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.tabs)
        whole.addLayout(row)
        for signal in (
            self.tabs.chosen,
            self.search.asked,
            self.more.chosen,
            *(picker.chosen for picker in self._pickers),
        ):
            signal.connect(self._ask)
        self.clearing.clicked.connect(self.clear)
        self._fit()

    @property
    def tab(self) -> OrderTab:
        """The current tab."""
        key = self.tabs.key()
        found: OrderTab = next((tab for tab in get_args(OrderTab) if tab == key), "all")
        return found

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the tab leaves rows out."""
        narrowed = self.more.is_narrowed or any(picker.key() != ANY for picker in self._pickers)
        return narrowed or bool(self.search.text().strip())

    def wanted(self, pair: Pair | None, now: int) -> OrderFilter:
        """The question that tabs and filters make; days are the shop's. What is due soon moves on with ``now``."""
        paid_from, paid_to = _paid(self.paid.key(), now)
        key = self.mapping.key()
        return OrderFilter(
            pair=pair,
            tab=self.tab,
            mapping=None if key == ANY else Mapping(key),
            text=self.search.text().strip(),
            paid_from=paid_from,
            paid_to=paid_to,
            ship_before=now + DUE_SOON if self.due.key() == SOON else None,
            late_at=now if self.due.key() == LATE else None,
            troubled_parcel=self.parcel.key() == TROUBLED,
            to_answer=self.after_sale.key() == OURS,
            mark=next((mark for mark in get_args(Mark) if mark == self.more.key(MARK)), None),
            flag=_none(self.more.key(FLAG)),
            carrier=_none(self.more.key(CARRIER)),
        )

    def question(self) -> dict[str, str]:
        """What ``set_all`` needs to show this again: only what narrows."""
        found = {name: picker.key() for name, picker in zip(PICKED, self._pickers, strict=True)}
        found |= {name: self.more.key(name) for name in (MARK, FLAG, CARRIER)}
        text = self.search.text().strip()
        narrowing = {name: key for name, key in found.items() if key != ANY}
        return {"tab": self.tab} | ({"text": text} if text else {}) | narrowing

    def clear(self) -> None:
        """Every row of the tab again."""
        self.set_all()
        self._ask()

    def set_all(
        self,
        *,
        tab: str = "",
        text: str = "",
        paid: str = ANY,
        mapping: str = ANY,
        due: str = ANY,
        after_sale: str = ANY,
        parcel: str = ANY,
        mark: str = ANY,
        flag: str = ANY,
        carrier: str = ANY,
    ) -> None:
        """Set everything at once without asking; an empty tab stays what it is."""
        if tab in get_args(OrderTab):
            self.tabs.set_key(tab)
        self.search.blockSignals(True)
        self.search.set_text(text)
        self.search.blockSignals(False)
        for picker, key in zip(self._pickers, (paid, mapping, due, after_sale, parcel), strict=True):
            picker.set_key(key)
        for name, key in ((MARK, mark), (FLAG, flag), (CARRIER, carrier)):
            self.more.set_key(name, key)
        self._fit()

    def _fit(self) -> None:
        """What only one tab needs stands there, or where it leaves rows out: a narrow window holds the rest."""
        for picker, tab in ((self.due, "to_ship"), (self.after_sale, "after_sale"), (self.parcel, "shipped")):
            picker.setVisible(self.tab == tab or picker.key() != ANY)
        self.clearing.setVisible(self.is_narrowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.more, self.views):
            part.set_brief(event.size().width() < NARROW)

    def _ask(self) -> None:
        self._fit()
        self.changed.emit()


def _none(key: str) -> str:
    return "" if key == ANY else key


def _paid(key: str, now: int) -> tuple[int | None, int | None]:
    """The half-open stretch that a choice of payment time means."""
    today = day_start(now)
    if key == YESTERDAY:
        return today - DAY, today
    days = DAYS.get(key)
    return (None if days is None else today - (days - 1) * DAY), None
