"""选品: an action for every item that enough is known of, with reasons; what the advice was worth; what it weighs."""

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from console import reference
from console.core.changes import Changes, Kind
from console.core.clock import shop_datetime
from console.rules.selecting import Action
from console.store import selecting
from console.store.forecasts import scope
from console.store.selecting import Chosen
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.page import scrolled
from console.ui.rooms import View
from console.ui.tabs.insights.advice_card import clear
from console.ui.tabs.insights.advice_row import AdviceRow
from console.ui.tabs.insights.advice_weights import WeightsDialog
from console.ui.tabs.insights.advice_worth import KindsCard, WeightsCard, WorthCard
from console.ui.widgets import Card, EmptyState, Segmented, button
from console.ui.widgets.labels import Wrapped
from console.ui.widgets.scrollbar import OverlayBar

KINDS: Final[frozenset[Kind]] = frozenset({"shops", "settings"})  # what came in since counts from the next advice on
SHOWN: Final = 40
WIDE_FROM: Final = 900
GROUPS: Final[dict[str, frozenset[Action]]] = {
    "act": frozenset({"push", "restock", "trial", "picture"}),
    "care": frozenset({"down", "stop", "hold"}),
    "rest": frozenset({"keep", "wait"}),
}


class SelectionView(View):
    """One reading of the file fills it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.chosen: Chosen | None = None
        self.rows: list[AdviceRow] = []
        self.dialog: WeightsDialog | None = None
        self.fresh = button(self.tr("Advise anew"), "default", "refresh-cw")
        self.fresh.clicked.connect(lambda: self.tasks.start(self._advise(), key="read"))
        self.verbs = (self.fresh,)
        self._build()
        self.read()

    def _build(self) -> None:
        language = self.desk.language
        self.list = Card(self.tr("Advice on goods"), " ")
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        names = {
            "act": self.tr("Do"),
            "care": self.tr("Careful"),
            "rest": self.tr("Leave"),
        }
        self.groups = Segmented(list(names.items()), "act")
        self.groups.chosen.connect(lambda: self._fill())
        self.list.add_end(self.groups)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.none = Wrapped("", 13, tone="text3")
        foot = Wrapped(self.tr("Compliance outranks sales. Nothing is listed or delisted from here."), 12, tone="text3")
        self.list.body.addLayout(self._rows)
        self.list.body.addWidget(self.none)
        self.list.body.addWidget(foot)
        self.list.body.addStretch(1)
        self.worth, self.weights, self.kinds = WorthCard(), WeightsCard(), KindsCard(language)
        self.weights.change.clicked.connect(lambda: self.tasks.start(self._weigh(), key="weights"))
        side = QVBoxLayout()
        side.setSpacing(12)
        for card in (self.worth, self.weights, self.kinds):
            side.addWidget(card)
        side.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self.area = scrolled(inside)
        self._bar = OverlayBar(self.area)
        self.empty = EmptyState(
            "package", self.tr("No goods have been read yet"),
            self.tr("Advice appears once goods and their orders have been read"), self.tr("Go to accounts"),
        )  # fmt: skip
        self.empty.on_click(lambda: self.go.emit("accounts", {}))
        self.empty.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.empty, 1)
        self._arrange(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= WIDE_FROM)

    def _arrange(self, *, wide: bool) -> None:
        self._grid.addWidget(self.list, 0, 0)
        self._grid.addWidget(self._side, *((0, 1) if wide else (1, 0)))
        self._grid.setColumnStretch(0, 7)
        self._grid.setColumnStretch(1, 4 if wide else 0)

    # -- reading -----------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read it anew; what is shown stays until the answer is here."""
        self.tasks.start(self._read(), key="read")

    async def _read(self) -> None:
        pair = self.desk.scope.pair
        found = await self.desk.database.read(selecting.kept, scope(pair))
        self._show(found or await self.desk.actions.forecasting.advise(pair))

    async def _advise(self) -> None:
        self._show(await self.desk.actions.forecasting.advise(self.desk.scope.pair))

    def _show(self, found: Chosen) -> None:
        self.chosen = found
        some = bool(found.advice)
        self.area.setVisible(some)
        self.empty.setVisible(not some)
        if some:
            self.worth.show_chosen(found)
            self.weights.show_chosen(found)
            self.kinds.show_advice(found.advice)
            self._fill()
        self.settled.emit()

    def on_changes(self, changes: Changes) -> None:
        """Advice is made by night and when asked; what the merchant set is followed at once."""
        if changes.kinds & KINDS:
            self.read()

    def _fill(self) -> None:
        found = self.chosen
        if found is None:
            return
        clear(self._rows)
        least = reference.selecting_lines().least_orders
        wanted = GROUPS[self.groups.key()]
        some = [one for one in found.advice if one.action in wanted]
        self.rows = []
        for one in some[:SHOWN]:
            row = AdviceRow(one, self.desk.language, least)
            row.opened.connect(lambda title: self.go.emit("products", {"text": title}))
            self.rows.append(row)
            self._rows.addWidget(row)
        left = sum(found.counts.get(action, 0) for action in wanted) - len(self.rows)
        self.none.setVisible(not some or left > 0)
        more = self.tr("and %n more item(s)", "", left) if left > 0 else ""
        self.none.setText(more or self.tr("Nothing of this kind."))
        enough = self.tr("%n item(s) with enough orders", "", found.enough)
        when = texts.moment(found.made_at, self.desk.now())
        self.list.under.setText(self.tr("{enough} · as of {when}").format(enough=enough, when=when))

    # -- weights -----------------------------------------------------------------------------------------------------

    async def _weigh(self) -> None:
        if self.chosen is None:
            return
        dialog = self.dialog = WeightsDialog(self, self.chosen.weights)
        usual: list[bool] = []
        dialog.reset.connect(lambda: usual.append(True))
        dialog.reset.connect(dialog.accept)
        try:
            wanted = await answer(dialog) == QDialog.DialogCode.Accepted
            weights = None if usual else dialog.weights()
        finally:
            self.dialog = None
        if wanted:
            since = f"{shop_datetime(self.desk.now()):%Y-%m-%d}"
            await self.safely(lambda: self.desk.actions.forecasting.put_weights(weights, since))
