"""Letting a shop go: what stops, what stays readable, and the shop's name typed so that it is not done by accident."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.tabs.accounts.reading import ShopState
from console.ui.widgets import IconLabel, Switch, label, stack

WIDE = 560


class UnbindDialog(Dialog):
    """Accepted: the shop is to be let go; ``erases`` says whether its rows go, too."""

    def __init__(self, parent: QWidget, state: ShopState, *, paired: bool) -> None:
        shop = state.shop
        title, verb = _head(let_go=state.let_go)
        super().__init__(parent, title.format(shop=shop.name), verb, kind="danger", undoable=False)
        self._name = shop.name.strip()
        self.setFixedWidth(WIDE)
        held = state.holding
        if not state.let_go:
            self.body.addWidget(self._panel("refresh-cw-off", self.tr("What stops"), self._stops(paired=paired)))
        self.stays = label("", tone="text2", wrap=True)
        self.stays.setFixedWidth(WIDE - 120)
        self._kept = self.tr(
            "{orders} orders, {items} goods and {after_sales} after-sales read so far stay on this computer: you can "
            "look at them, search and export. Binding the shop again goes on from there."
        ).format(
            orders=texts.count(held.orders), items=texts.count(held.items), after_sales=texts.count(held.after_sales)
        )
        self._gone = self.tr(
            "{orders} orders, {items} goods and {after_sales} after-sales are deleted from this computer, with every "
            "link of them. This cannot be undone; the platform itself is not touched."
        ).format(
            orders=texts.count(held.orders), items=texts.count(held.items), after_sales=texts.count(held.after_sales)
        )
        self.body.addWidget(self._panel("database", self.tr("What stays"), self.stays))
        self.all_of_it = Switch(self.tr("Delete this shop's data from this computer, too"), state.let_go)
        self.all_of_it.setEnabled(not state.let_go)
        self.all_of_it.toggled.connect(self._say)
        self.body.addLayout(stack(self.all_of_it, label(self.all_of_it.accessibleName()), None, across=True, gap=8))
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(shop.name)
        ask = label(self.tr("Type the shop's name to confirm: {shop}").format(shop=shop.name), 12, tone="text2")
        ask.setBuddy(self.typed)
        self.typed.setAccessibleName(ask.text())
        self.typed.textChanged.connect(self._typed)
        self.body.addLayout(stack(ask, self.typed, gap=4))
        self.accept_button.setEnabled(False)
        self.accept_button.setToolTip(self.tr("The name is not typed yet"))
        self._say()
        self.typed.setFocus()

    @property
    def erases(self) -> bool:
        return self.all_of_it.isChecked()

    def _stops(self, *, paired: bool) -> QWidget:
        words = self.tr("Orders, goods and after-sales of this shop are not read any more; its sign-in is forgotten.")
        if paired:
            words += self.tr(" The pair stays, but its other shop is compared with what was read so far.")
        said = label(words, tone="text2", wrap=True)
        said.setFixedWidth(WIDE - 120)
        said.setMinimumHeight(said.heightForWidth(WIDE - 120))
        return said

    def _panel(self, icon: str, title: str, words: QWidget) -> QFrame:
        panel = QFrame()
        panel.setObjectName("quiet")
        row = stack(IconLabel(icon, 18, "text2"), across=True, gap=12, margins=(12, 10, 12, 10))
        row.addLayout(stack(label(title, strong=True), words, gap=2), 1)
        panel.setLayout(row)
        return panel

    def _say(self) -> None:
        self.stays.setText(self._gone if self.erases else self._kept)
        self.stays.setMinimumHeight(self.stays.heightForWidth(WIDE - 120))

    def _typed(self, words: str) -> None:
        right = words.strip() == self._name
        self.accept_button.setEnabled(right)
        self.accept_button.setToolTip("" if right else self.tr("The name is not typed yet"))


def _head(*, let_go: bool) -> tuple[str, str]:
    """Title and verb; a shop that was let go before can only have its data deleted."""
    if let_go:
        title = QCoreApplication.translate("UnbindDialog", "Delete the data of “{shop}”")
        return title, QCoreApplication.translate("UnbindDialog", "Delete")
    title = QCoreApplication.translate("UnbindDialog", "Unbind “{shop}”")
    return title, QCoreApplication.translate("UnbindDialog", "Unbind")
