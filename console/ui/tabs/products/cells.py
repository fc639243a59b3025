"""The fields of the editor: one value on one side, checked while it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from console.core.model import Platform
from console.core.money import fen, yuan
from console.rules.pushing import Field, Value, Wish
from console.ui import texts
from console.ui.tabs.products import push_words
from console.ui.widgets.labels import set_tone

translate = QCoreApplication.translate
MOST_FEN, MOST_PIECES = 99_999_999, 9_999_999
TITLE_MOST = 200


class BadFigure(ValueError):
    """What is wrong with what was typed, as a sentence."""


def price_of(words: str) -> int:
    """Yuan as fen. Raises BadFigure."""
    try:
        found = fen(words.replace(",", "").replace("¥", "").strip())
    except ValueError:
        raise BadFigure(translate("push", "A price is an amount in yuan, with two decimals at most")) from None
    if not 0 < found <= MOST_FEN:
        raise BadFigure(translate("push", "A price is more than nothing and less than a million yuan"))
    return found


def pieces_of(words: str) -> int:
    """A number of pieces. Raises BadFigure."""
    words = words.replace(",", "").strip()
    if not (words.isascii() and words.isdigit()) or int(words) > MOST_PIECES:
        raise BadFigure(translate("push", "A stock is a whole number of pieces, from 0"))
    return int(words)


class ValueField(QLineEdit):
    """A title, a price or a stock of one side. ``edited`` comes with every change; a bad value says so as tooltip."""

    edited = Signal()

    def __init__(self, side: Platform, field: Field, now: Value, *, sku_id: str = "", name: str = "") -> None:
        super().__init__()
        self.side, self.field, self.sku_id, self.now = side, field, sku_id, now
        self.locked = ""  # why it cannot be typed in
        self.setText(self._written(now))
        self.setPlaceholderText(texts.NOTHING)
        parts = (texts.platform(side), name, push_words.field(field))
        self.setAccessibleName(" ".join(part for part in parts if part))
        if field != "title":
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            self.setMaxLength(TITLE_MOST)
            self.setCursorPosition(0)
        self.textChanged.connect(self._changed)

    def _written(self, value: Value) -> str:
        if value is None:
            return ""
        return yuan(int(value)) if self.field == "price" else str(value)

    def set_value(self, value: Value) -> None:
        """Fill it in from the program; a locked one, too."""
        self.setText(self._written(value))

    def lock(self, why: str) -> None:
        """It follows the other side, or nothing may be written there."""
        self.locked = why
        self.setReadOnly(True)
        self.setToolTip(why)
        set_tone(self, "true", "locked")

    def value(self) -> Value:
        """What is typed. Raises BadFigure."""
        words = self.text().strip()
        if self.field == "price":
            return price_of(words)
        if self.field == "stock":
            return pieces_of(words)
        if not words:
            raise BadFigure(translate("push", "A title is not empty"))
        return words

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than the platform does."""
        return self.text().strip() != self._written(self.now).strip()

    def wish(self) -> Wish:
        """What is wanted. Raises BadFigure."""
        return Wish(side=self.side, field=self.field, to=self.value(), sku_id=self.sku_id)

    @property
    def fault(self) -> str:
        """What is wrong with what was typed; nothing while it is as it was."""
        if not self.is_changed:
            return ""
        try:
            self.value()
        except BadFigure as bad:
            return str(bad)
        return ""

    def _changed(self) -> None:
        fault = self.fault
        self.setToolTip(fault or self.locked)
        set_tone(self, "true" if fault else "false", "wrong")
        set_tone(self, "true" if self.is_changed else "false", "changed")
        self.edited.emit()


def faults(fields: Sequence[ValueField]) -> list[str]:
    """Each sentence once."""
    return list(dict.fromkeys(field.fault for field in fields if field.fault))
