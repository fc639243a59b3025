"""Letting an ads account go: what stops and what stays, said before it is done."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.tabs.accounts.ads_reading import AdsState
from console.ui.widgets import IconLabel, label, stack

WIDE = 560


class UnbindAdsDialog(Dialog):
    """Accepted: the account is to be let go."""

    def __init__(self, parent: QWidget, state: AdsState, shop_name: str) -> None:
        title = QCoreApplication.translate("UnbindAdsDialog", "Unbind ads account {number}")
        verb = QCoreApplication.translate("UnbindAdsDialog", "Unbind")
        super().__init__(parent, title.format(number=state.number), verb, kind="danger", undoable=False)
        self.setFixedWidth(WIDE)
        stops = self.tr(
            "Its hours are not read any more and its sign-in is forgotten. Ad spend is unknown from then on; the shop "
            "“{shop}” goes on being read."
        ).format(shop=shop_name)
        stays = self.tr(
            "{hours} hours read so far stay on this computer. Binding it again goes on from there, but the platform "
            "keeps hours for 7 days only: what lies further back stays missing."
        ).format(hours=texts.count(state.hours))
        self.body.addWidget(_panel("refresh-cw-off", self.tr("What stops"), stops))
        self.body.addWidget(_panel("database", self.tr("What stays"), stays))


def _panel(icon: str, title: str, words: str) -> QFrame:
    said = label(words, tone="text2", wrap=True)
    said.setFixedWidth(WIDE - 120)
    said.setMinimumHeight(said.heightForWidth(WIDE - 120))
    panel = QFrame()
    panel.setObjectName("quiet")
    row = stack(IconLabel(icon, 18, "text2"), across=True, gap=12, margins=(12, 10, 12, 10))
    row.addLayout(stack(label(title, strong=True), said, gap=2), 1)
    panel.setLayout(row)
    return panel
