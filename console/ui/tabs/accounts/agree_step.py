"""A step of binding: agree in the browser, bring back the address it went to, or the code in it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from console.rules.sign_in import Pasted, read_pasted
from console.ui import paint
from console.ui.context import Desk
from console.ui.paint import ChipLook
from console.ui.tabs.accounts.form import ErrorPanel, Field
from console.ui.widgets import Card, Chip, button, label, stack

OpenUrl = Callable[[str], bool]


def open_in_browser(address: str) -> bool:
    """Whether the system found a browser."""
    return QDesktopServices.openUrl(QUrl(address))


@dataclass(frozen=True)
class Agreement:
    """Whose page it is, in words, and how the code is read from what it sent the browser to."""

    who: str
    opens: str
    pasted: str
    hint: str
    life: str
    read: Callable[[str, str], Pasted] = read_pasted


def kuaishou_agreement() -> Agreement:
    """With the shop's owner."""
    return Agreement(
        who=QCoreApplication.translate("AgreeStep", "Log in as the shop's owner and agree"),
        opens=QCoreApplication.translate(
            "AgreeStep", "Kuaishou's own page opens; this program never sees your password."
        ),
        pasted=QCoreApplication.translate("AgreeStep", "The address, or the code"),
        hint="https://…?code=…&state=…",
        life=QCoreApplication.translate("AgreeStep", "A code lives for 2 minutes and works once"),
    )


class AgreeStep(QWidget):
    """``state`` must come back with the code; a code that brings another one is somebody else's."""

    def __init__(self, desk: Desk, state: str, open_url: OpenUrl, agreement: Agreement | None = None) -> None:
        super().__init__()
        self._state = state
        self._agreement = agreement = agreement or kuaishou_agreement()
        self._open_url = open_url
        self.address = ""
        self.open = button(self.tr("Open the browser again"), "default", "external-link")
        self.open.setMinimumWidth(paint.width(self.open.text()) + 48)
        self.open.setText(self.tr("Open the browser"))
        self.open.clicked.connect(self.open_page)
        self.copy = button(self.tr("Copy the address"), "default", "copy")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.address))
        self.opened = label("", 12, tone="text3", wrap=True)
        self.pasted = Field(
            agreement.pasted,
            lambda text: agreement.read(text, self._state).fault,
            desk.language,
            hint=agreement.hint,
        )
        self.pasted.set_help(agreement.life)
        self.paste = button(self.tr("Paste"), "default", "clipboard-paste")
        self.paste.clicked.connect(lambda: self.pasted.line.setText(QGuiApplication.clipboard().text().strip()))
        self.error = ErrorPanel()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(
            self._card(
                1,
                agreement.who,
                self.opened,
                stack(self.open, self.copy, None, across=True),
            )
        )
        whole.addWidget(
            self._card(
                2,
                self.tr("Paste the whole address that the browser went to"),
                label(
                    self.tr("After you agree, the page may stay empty or say it cannot be reached: that is all right."),
                    12,
                    tone="text3",
                    wrap=True,
                ),
                stack(self.pasted),
                stack(self.paste, None, across=True),
            )
        )
        whole.addWidget(self.error)
        whole.addStretch(1)

    def _card(self, number: int, title: str, under: QWidget, *rows: QBoxLayout) -> Card:
        card = Card()
        head = stack(Chip(ChipLook("blue", "", str(number))), label(title, 14, strong=True), None, across=True, gap=10)
        card.body.addLayout(head)
        card.body.addWidget(under)
        for row in rows:
            card.body.addLayout(row)
        return card

    def begin(self, address: str, *, opened: bool) -> None:
        """The page to visit; opened at once when the person asked for that."""
        self.address = address
        self.error.show_words(None)
        self.opened.setText(self._agreement.opens)
        if opened:
            self.open_page()
        self.pasted.line.setFocus()

    def open_page(self) -> None:
        """Open it in the system's browser."""
        self.pasted.empty()
        if self._open_url(self.address):
            self.opened.setText(self.tr("Opened in your browser; for another browser copy the address."))
            self.open.setText(self.tr("Open the browser again"))
        else:
            self.opened.setText(self.tr("No browser opened; copy the address and open it yourself."))
        self.pasted.line.setFocus()

    def code(self) -> str:
        """The code that was brought back; empty, and said why, if there is none."""
        found = self._agreement.read(self.pasted.text, self._state)
        if found.fault:
            self.pasted.complain(found.fault)
        return found.code
