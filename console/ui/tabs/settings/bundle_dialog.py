"""A diagnostics bundle, shown whole before it is saved: its texts at the left, what each says at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from console.documents.bundle import Part
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.tabs.settings.sections import SectionList
from console.ui.theme import font
from console.ui.widgets.labels import Wrapped

WIDE, HIGH = 860, 380


class BundleDialog(Dialog):
    """Accepted: it is to be saved as it was shown."""

    def __init__(self, parent: QWidget, parts: Sequence[Part]) -> None:
        super().__init__(parent, self.tr("Diagnostics bundle"), self.tr("Save…"))
        self.setFixedWidth(min(WIDE, max(480, parent.width() - 80)))
        self._parts = list(parts)
        why = self.tr(
            "This is all that is in it; look before you hand it on. No sign-in, no order and no buyer: names, numbers "
            "and whatever platforms wrote show only *** or their kind and length. Nothing is sent anywhere."
        )
        self.body.addWidget(Wrapped(why, tone="text2"))
        self.names = SectionList([(part.name, "scroll-text", part.name) for part in self._parts])
        self.names.chosen.connect(self.show_part)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(font(12))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.names, 0, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.text, 1)
        self.text.setFixedHeight(min(HIGH, max(200, parent.height() - 320)))
        self.body.addLayout(both)
        self.show_part(self._parts[0].name)

    def show_part(self, name: str) -> None:
        """Show what this text says."""
        part = next(one for one in self._parts if one.name == name)
        self.names.set_current(name)
        self.text.setPlainText(part.text)
        self.text.setAccessibleName(f"{part.name} · {texts.bytes_size(len(part.text.encode()))}")
