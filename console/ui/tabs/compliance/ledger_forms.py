"""The form of a certificate: what is typed, and the file that is kept with it."""

import secrets
from datetime import date
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QWidget

from console.rules.certificates import Certificate
from console.store.ledger import kinds
from console.ui.dialogs import Dialog
from console.ui.widgets import button, label
from console.ui.widgets.labels import Elided, Wrapped


class CertificateDialog(Dialog):
    """A certificate by hand, with its file."""

    def __init__(self, parent: QWidget, one: Certificate | None = None) -> None:
        super().__init__(parent, self.tr("Certificate"), self.tr("Keep"))
        self._one = one
        self.path: Path | None = None
        self.kind, self.number, self.holder, self.issuer = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.begins, self.ends, self.categories, self.products = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.kind.setCompleter(QCompleter(list(kinds()), self.kind))
        self.begins.setPlaceholderText("2022-03-03")
        self.ends.setPlaceholderText(self.tr("2027-03-02; empty: no end"))
        self.categories.setPlaceholderText(self.tr("like 食品 > 休闲食品; several with ;"))
        self.products.setPlaceholderText(self.tr("numbers of goods; empty: by category, or the whole shop"))
        form = QFormLayout()
        form.setSpacing(8)
        for name, field in (
            (self.tr("Kind"), self.kind),
            (self.tr("Number"), self.number),
            (self.tr("Holder"), self.holder),
            (self.tr("Issued by"), self.issuer),
            (self.tr("Valid from"), self.begins),
            (self.tr("Valid to"), self.ends),
            (self.tr("Categories"), self.categories),
            (self.tr("Goods"), self.products),
        ):
            field.setAccessibleName(name)
            field.textChanged.connect(self._judge)
            form.addRow(label(name, 12, tone="text3"), field)
        self.file = button(self.tr("Choose the file"), "default", "upload")
        self.file_name = Elided(one.file_name if one is not None and one.file_name else self.tr("no file"))
        form.addRow(self.file, self.file_name)
        self.body.addLayout(form)
        self.trouble = Wrapped("", 12, tone="red")
        self.body.addWidget(self.trouble)
        if one is not None:
            self._fill(one)
        self._judge()

    def _fill(self, one: Certificate) -> None:
        self.kind.setText(one.kind)
        self.number.setText(one.number)
        self.holder.setText(one.holder)
        self.issuer.setText(one.issuer)
        self.begins.setText("" if one.valid_from is None else one.valid_from.isoformat())
        self.ends.setText("" if one.valid_to is None else one.valid_to.isoformat())
        self.categories.setText("; ".join(one.categories))
        self.products.setText(" ".join(one.products))

    def put_file(self, path: Path) -> None:
        """The file that is kept with it."""
        self.path = path
        self.file_name.setText(path.name)

    def _judge(self) -> None:
        trouble = "" if self.kind.text().strip() else self.tr("The kind is missing.")
        try:
            begins, ends = _day(self.begins.text()), _day(self.ends.text())
            if begins is not None and ends is not None and ends < begins:
                trouble = self.tr("It ends before it begins.")
        except ValueError:
            trouble = self.tr("Days are written like 2027-03-02.")
        self.trouble.setText(trouble)
        self.accept_button.setEnabled(not trouble)

    def certificate(self) -> Certificate:
        """As it was typed."""
        before = self._one or Certificate(certificate_id="", kind="")
        if not before.certificate_id:
            before = msgspec.structs.replace(before, certificate_id=f"C-{secrets.token_hex(5)}")
        listed = self.categories.text().replace("；", ";").split(";")
        return msgspec.structs.replace(
            before,
            kind=self.kind.text().strip(),
            number=self.number.text().strip(),
            holder=self.holder.text().strip(),
            issuer=self.issuer.text().strip(),
            valid_from=_day(self.begins.text()),
            valid_to=_day(self.ends.text()),
            categories=tuple(one.strip() for one in listed if one.strip()),
            products=tuple(self.products.text().replace(",", " ").split()),
        )


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None
