"""The tabs and the row of filters above the goods table: what they hold is one ``ItemFilter``."""

from typing import get_args

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.rules.failures import Cause
from console.rules.pushing import PushRules
from console.store.views import Gap, ItemFilter, ItemTab, Pair, Shelf
from console.ui.widgets import Picker, SearchBox, link
from console.ui.widgets.subtabs import SubTab, SubTabs

translate = QCoreApplication.translate
SEARCH_WIDTH = 240
ANY = "all"


def tabs() -> list[SubTab]:
    """The tabs, those that need somebody in colour."""
    return [
        SubTab("all", translate("products", "All")),
        SubTab("kept", translate("products", "Linked")),
        SubTab("linkable", translate("products", "Can be linked")),
        SubTab("to_confirm", translate("products", "To confirm"), "amber"),
        SubTab("conflict", translate("products", "In conflict"), "amber"),
        SubTab("only_youzan", translate("products", "Youzan only")),
        SubTab("only_kuaishou", translate("products", "Kuaishou only")),
        SubTab("failed", translate("products", "Failed"), "red", divided=True),
    ]


class ItemFilters(QWidget):
    """``changed`` comes with every new question."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs = SubTabs(tabs(), "all")
        self.search = SearchBox(self.tr("Title / merchant code / ID"))
        self.search.setFixedWidth(SEARCH_WIDTH)
        self.gap = Picker(self._gaps(PushRules().gap_bp), ANY, self.tr("Price gap: "))
        self.shelf = Picker(
            [
                (ANY, self.tr("all")),
                ("both", self.tr("on both")),
                ("kuaishou_off", self.tr("off at Kuaishou")),
                ("youzan_off", self.tr("off at Youzan")),
                ("unequal", self.tr("on one only")),
            ],
            ANY,
            self.tr("Shelf: "),
        )
        self.cause: Cause | None = None  # of the failed ones; the bar of reasons sets it
        self.refused: tuple[int, int] | None = None  # when they were; the same bar sets it
        self.clearing = link(self.tr("Clear the filters"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.search, self.gap, self.shelf, self.clearing):
            row.addWidget(part)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.tabs)
        whole.addLayout(row)
        for signal in (self.tabs.chosen, self.search.asked, self.gap.chosen, self.shelf.chosen):
            signal.connect(self._ask)
        self.clearing.clicked.connect(self.clear)
        self.clearing.hide()

    @property
    def tab(self) -> ItemTab:
        """The current tab."""
        key = self.tabs.key()
        found: ItemTab = next((tab for tab in get_args(ItemTab) if tab == key), "all")
        return found

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the tab leaves rows out."""
        return (
            bool(self.search.text().strip())
            or self.gap.key() != ANY
            or self.shelf.key() != ANY
            or (self.tab == "failed" and (self.cause is not None or self.refused is not None))
        )

    def _gaps(self, most_bp: int) -> list[tuple[str, str]]:
        share = f"{most_bp / 100:g}%"
        return [
            (ANY, self.tr("all")),
            ("none", self.tr("same price")),
            ("small", self.tr("up to {share}").format(share=share)),
            ("large", self.tr("over {share}").format(share=share)),
            ("floor", self.tr("below the floor")),
        ]

    def set_most_gap(self, most_bp: int) -> None:
        """The gap that the merchant lets pass, in basis points."""
        self.gap.set_choices(self._gaps(most_bp))

    def wanted(self, pair: Pair | None) -> ItemFilter:
        """The question that tabs and filters make."""
        gap: Gap | None = next((one for one in get_args(Gap) if one == self.gap.key()), None)
        shelf: Shelf | None = next((one for one in get_args(Shelf) if one == self.shelf.key()), None)
        cause = self.cause if self.tab == "failed" else None
        then = self.refused if self.tab == "failed" else None
        text = self.search.text().strip()
        return ItemFilter(pair=pair, tab=self.tab, gap=gap, shelf=shelf, cause=cause, refused=then, text=text)

    def set_refused(self, stretch: tuple[int, int] | None) -> None:
        """What was first refused in this time; None: what fails now."""
        self.refused = stretch
        self._ask()

    def set_cause(self, cause: Cause | None) -> None:
        """Of the failed ones only those that fail by this; None: all."""
        self.cause = cause
        self._ask()

    def clear(self) -> None:
        """Every row of the tab again."""
        self.set_all()
        self._ask()

    def set_all(self, *, tab: str = "", text: str = "", gap: str = ANY, shelf: str = ANY) -> None:
        """Set everything at once without asking; an empty tab stays what it is. "price_gap" is all rows of that gap."""
        if tab == "price_gap":
            tab, gap = "all", "large"
        if tab in get_args(ItemTab):
            self.tabs.set_key(tab)
        self.search.blockSignals(True)
        self.search.set_text(text)
        self.search.blockSignals(False)
        self.cause = self.refused = None
        self.gap.set_key(gap)
        self.shelf.set_key(shelf)
        self.clearing.setVisible(self.is_narrowed)

    def _ask(self) -> None:
        self.clearing.setVisible(self.is_narrowed)
        self.changed.emit()
