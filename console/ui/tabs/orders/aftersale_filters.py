"""The tabs and the row of filters above the tickets: what they hold is one ``TicketFilter``."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.model import AfterSaleKind, Platform
from console.core.operators import Operator
from console.store.views import Pair
from console.store.views_tickets import NOBODY, TicketFilter, TicketTab
from console.ui import texts
from console.ui.paging import Sort
from console.ui.tabs.orders import aftersale_words, words
from console.ui.widgets import Picker, SearchBox, label, link
from console.ui.widgets.subtabs import SubTab, SubTabs

SEARCH_WIDTH = 220
ANY, MINE, APART, OURS, GUARDIANS = "all", "mine", "apart", "ours", "guardians"
BANDS: dict[str, tuple[int | None, int | None]] = {
    "low": (None, 5_000),
    "middle": (5_000, 20_000),
    "high": (20_000, None),
}


class TicketFilters(QWidget):
    """``changed`` comes with every new question. ``me`` is who is at the window; empty where nobody was named."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.me = ""
        self._named = False  # whether anybody works here by name
        self.tabs = SubTabs(
            [
                SubTab("open", self.tr("Open")),
                *(
                    SubTab(lane, aftersale_words.lane_title(lane))
                    for lane in ("answer", "receipt", "buyer", "platform")
                ),
                SubTab("over", aftersale_words.lane_title("over"), divided=True),
                SubTab("all", self.tr("All")),
            ],
            "open",
        )
        self.search = SearchBox(self.tr("After-sale / order no. / goods / buyer"))
        self.search.setFixedWidth(SEARCH_WIDTH)
        kinds = [(kind.value, words.after_sale_kind(kind)) for kind in AfterSaleKind]
        self.kind = Picker([(ANY, self.tr("all")), *kinds], ANY, self.tr("Type: "))
        bands = [("low", "< ¥50"), ("middle", "¥50–200"), ("high", "≥ ¥200")]
        self.money = Picker([(ANY, self.tr("any")), *bands], ANY, self.tr("Amount: "))
        sides = [(side.value, texts.platform(side)) for side in Platform]
        self.platform = Picker([(ANY, self.tr("all")), *sides], ANY, self.tr("Platform: "))
        self.person = Picker([(ANY, self.tr("all")), (NOBODY, self.tr("nobody"))], ANY, self.tr("Given to: "))
        states = [
            (OURS, self.tr("waiting for you")),
            (APART, self.tr("platforms disagree")),
            (GUARDIANS, self.tr("a child bought it")),
        ]
        self.state = Picker([(ANY, self.tr("all")), *states], ANY, self.tr("Show: "))
        self._pickers = (self.kind, self.money, self.platform, self.person, self.state)
        self.clearing = link(self.tr("Clear the filters"))
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        for part in (self.search, *self._pickers, self.clearing):
            self.row.addWidget(part)
        self.row.addStretch(1)
        self.row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self.due = label(pixels=12, tone="red")
        self.row.addWidget(self.due)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.tabs)
        whole.addLayout(self.row)
        for signal in (self.tabs.chosen, self.search.asked, *(picker.chosen for picker in self._pickers)):
            signal.connect(self._ask)
        self.clearing.clicked.connect(self.clear)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(SEARCH_WIDTH, super().minimumSizeHint().height())

    def say_due(self, said: str) -> None:
        """What is late or ends today."""
        self.due.setText(said)
        self._fit()

    def set_people(self, people: Sequence[Operator], me: str) -> None:
        """Who works here, and who of them is at the window."""
        self.me = me
        mine = [(MINE, self.tr("me"))] if me else []
        others = [(one.operator_id, one.name) for one in people if one.operator_id != me]
        self.person.set_choices([(ANY, self.tr("all")), *mine, (NOBODY, self.tr("nobody")), *others])
        self._named = bool(people)
        self._fit()

    @property
    def tab(self) -> TicketTab:
        """The current tab."""
        key = self.tabs.key()
        found: TicketTab = next((tab for tab in get_args(TicketTab) if tab == key), "open")
        return found

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the tab leaves tickets out."""
        return bool(self.search.text().strip()) or any(picker.key() != ANY for picker in self._pickers)

    def wanted(self, pair: Pair | None) -> TicketFilter:
        """The question that tabs and filters make."""
        low, high = BANDS.get(self.money.key(), (None, None))
        kind, side, person = self.kind.key(), self.platform.key(), self.person.key()
        return TicketFilter(
            pair=pair,
            tab=self.tab,
            kind=None if kind == ANY else AfterSaleKind(kind),
            platform=None if side == ANY else Platform(side),
            from_fen=low,
            below_fen=high,
            operator_id="" if person == ANY else self.me if person == MINE else person,
            apart=self.state.key() == APART,
            ours=self.state.key() == OURS,
            guardians=self.state.key() == GUARDIANS,
            text=self.search.text().strip(),
        )

    def clear(self) -> None:
        """Every ticket of the tab again."""
        self.set_all()
        self._ask()

    def set_all(self, *, tab: str = "", text: str = "", person: str = ANY, state: str = ANY) -> None:
        """Set everything at once without asking; an empty tab stays what it is."""
        if tab in get_args(TicketTab):
            self.tabs.set_key(tab)
        self.search.blockSignals(True)
        self.search.set_text(text)
        self.search.blockSignals(False)
        for picker, key in zip(self._pickers, (ANY, ANY, ANY, person, state), strict=True):
            picker.set_key(key)
        self._fit()

    def _fit(self) -> None:
        self.clearing.setVisible(self.is_narrowed)
        room = self.width() - SEARCH_WIDTH - self.due.sizeHint().width() - 24
        room -= self.clearing.sizeHint().width() + 8 if self.is_narrowed else 0
        for picker in (self.person, self.state, self.kind, self.money, self.platform):
            wanted = picker.key() != ANY or picker is not self.person or self._named
            needed = picker.minimumWidth() + 8
            fits = wanted and (picker.key() != ANY or needed <= room)
            picker.setVisible(fits)
            room -= needed if fits else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _ask(self) -> None:
        self._fit()
        self.changed.emit()


def usual_sort(tab: TicketTab) -> Sort:
    """What must be answered first; of what has ended, the latest first."""
    return Sort("updated_at", descending=True) if tab in ("over", "all") else Sort("deadline_at")
