"""标签库: every label that is worked out of the orders, with its definition and how many bear it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QTreeWidget, QTreeWidgetItem

from console.catalogue import Language
from console.rules.customers_conditions import FIELDS
from console.store.customers_board import Counted
from console.ui import texts
from console.ui.tabs.customers import profile_words as words
from console.ui.widgets import Card, SearchBox
from console.ui.widgets.labels import Wrapped


class LabelsCard(Card):
    """``chosen`` carries the label whose people are wanted."""

    chosen = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("Label library"), " ")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self._language = language
        self._counted: tuple[Counted, ...] = ()
        self.search = SearchBox(self.tr("Find a label"))
        self.search.asked.connect(lambda _text: self._fill())
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setMinimumHeight(420)
        self.tree.setAccessibleName(self.tr("Label library"))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, self.tree.header().ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, self.tree.header().ResizeMode.ResizeToContents)
        self.tree.itemActivated.connect(self._open)
        self.tree.itemClicked.connect(self._open)
        self.body.addWidget(self.search)
        self.body.addWidget(self.tree, 1)
        note = self.tr("Worked out of the orders in this file; closed, refunded and trial orders are no purchases.")
        self.body.addWidget(Wrapped(note, 12, tone="text3"))

    def show_labels(self, counted: Sequence[Counted]) -> None:
        """All of them, by group."""
        self._counted = tuple(counted)
        borne = sum(one.people > 0 for one in counted)
        said = self.tr("{n} labels, {borne} of them borne by somebody")
        self.under.setText(said.format(n=texts.count(len(counted)), borne=texts.count(borne)))
        self._fill()

    def _fill(self) -> None:
        wanted = self.search.text().strip().lower()
        opened = {item.text(0) for item in self._groups() if item.isExpanded()}
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for one in self._counted:
            name = one.label.names[self._language]
            if wanted and wanted not in name.lower():
                continue
            group = words.said(words.GROUPS[one.label.group])
            top = groups.get(group)
            if top is None:
                top = groups[group] = QTreeWidgetItem(self.tree, [group, ""])
                top.setExpanded(bool(wanted) or group in opened)
            item = QTreeWidgetItem(top, [name, texts.count(one.people)])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, Qt.ItemDataRole.UserRole, one)
            item.setToolTip(0, self.meant(one))
        for top in groups.values():
            top.setText(1, texts.count(top.childCount()))
            top.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _groups(self) -> list[QTreeWidgetItem]:
        every = (self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount()))
        return [item for item in every if item is not None]

    def _open(self, item: QTreeWidgetItem) -> None:
        one = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(one, Counted):
            if one.people:
                self.chosen.emit(one)
        else:
            item.setExpanded(not item.isExpanded())

    def meant(self, one: Counted) -> str:
        """Its definition, as the catalogue has it."""
        told = one.label
        if told.value:
            if told.least_share:
                share = f"{told.least_share / 100:g}%"
                said = self.tr("At least {share} of the purchases").format(share=share)
            else:
                said = self.tr("At least one purchase")
            named = told.field in words.NAMES
            return f"{said} · {words.said(words.NAMES[told.field]) if named else told.names[self._language]}"
        kind = FIELDS[told.field]
        ends = [words.number_word(kind, end) for end in (told.low, told.high) if end is not None]
        way = "–".join(ends) if len(ends) == 2 else f"≥ {ends[0]}" if told.high is None else f"≤ {ends[0]}"
        return f"{words.said(words.NAMES[told.field])} {way}"
