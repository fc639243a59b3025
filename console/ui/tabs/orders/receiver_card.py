"""收件人 in the order drawer: name, phone and address as masks, each with an eye that reveals it for a while.

The card shows and asks; what is revealed, for how long and to whom is the reveal bar's.
"""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from console.core.model import Platform, Receiver
from console.core.revealing import Field
from console.rules.revealing import hidden, holder
from console.store.views import OrderDetail
from console.ui.widgets import Card, Mark, icon_button, label
from console.ui.widgets.labels import Wrapped

translate = QCoreApplication.translate
MOST_STARS = 3  # of an address; the platform hides as many signs as there are


def field_word(field: Field) -> str:
    """What it is called."""
    return {
        Field.NAME: translate("ReceiverCard", "Name"),
        Field.PHONE: translate("ReceiverCard", "Phone"),
        Field.ADDRESS: translate("ReceiverCard", "Address"),
    }[field]


class FieldRow(QWidget):
    """One field: its mask or its text, how long that stays, and the buttons for it."""

    def __init__(self, field: Field, mask: str, place: str) -> None:
        super().__init__()
        self.field, self._mask, self._place = field, mask, place
        word = field_word(field)
        self.value = Wrapped(self._masked())
        self.left = label("", 12, tone="text3")
        self.copy = icon_button("copy", translate("ReceiverCard", "Copy"), small=True)
        self.copy.setAccessibleName(f"{self.copy.toolTip()} {word}")
        self.eye = icon_button("eye", translate("ReceiverCard", "Reveal"), small=True)
        self.eye.setAccessibleName(f"{self.eye.toolTip()} {word}")
        self.hides = icon_button("x", translate("ReceiverCard", "Mask it again"), small=True)
        self.hides.setAccessibleName(f"{self.hides.toolTip()} {word}")
        self.said = Wrapped("", 12, tone="amber")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        title = label(word, 12, tone="text3")
        title.setFixedWidth(56)
        ends = QHBoxLayout()
        ends.setSpacing(4)
        for part in (self.left, self.copy, self.hides, self.eye):
            ends.addWidget(part)
        grid.addWidget(title, 0, 0)
        grid.addWidget(self.value, 0, 1)
        grid.addLayout(ends, 0, 2)
        grid.addWidget(self.said, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.said.hide()
        self.conceal()

    def _masked(self) -> str:
        bare = self._mask.rstrip("*")
        masked = f"{bare}***" if len(self._mask) - len(bare) > MOST_STARS else self._mask
        unread = translate("ReceiverCard", "encrypted")  # not masked but sealed: Youzan's way
        return f"{self._place} {masked or unread}".strip()

    @property
    def is_revealed(self) -> bool:
        return self.eye.isHidden()

    def reveal(self, text: str) -> None:
        self._show(f"{self._place} {text}".strip(), revealed=True)
        self.say("")

    def conceal(self) -> None:
        self.left.setText("")
        self._show(self._masked(), revealed=False)

    def _show(self, words: str, *, revealed: bool) -> None:
        had_focus = any(part.hasFocus() for part in (self.eye, self.hides, self.copy))
        self.value.setText(words)
        for part in (self.left, self.copy, self.hides):
            part.setVisible(revealed)
        self.eye.setVisible(not revealed)
        if had_focus:
            self.focus_here()

    def say(self, words: str) -> None:
        """Why it was not revealed."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.eye.setAccessibleDescription(words)

    def focus_here(self) -> None:
        """Where the keyboard goes on: the button that is in sight."""
        here: QPushButton = self.hides if self.is_revealed else self.eye
        here.setFocus(Qt.FocusReason.OtherFocusReason)


class ReceiverCard(Card):
    """``asked``, ``copied`` and ``hid`` carry which field. Without anything of a receiver it is hidden."""

    asked = Signal(object)
    copied = Signal(object)
    hid = Signal(object)

    def __init__(self, detail: OrderDetail) -> None:
        super().__init__(translate("ReceiverCard", "Receiver"))
        self.rows: dict[Field, FieldRow] = {}
        self.stand_for: dict[Field, tuple[str, ...]] = {}  # what is opened by an eye: another one is another text
        sides = [detail.order, *([detail.other] if detail.other is not None else [])]
        for field in Field:
            place = holder(sides, field)
            if place is not None:
                self._add(field, sides[place].receiver, detail.row.platform if place == 0 else Platform.YOUZAN)
        self.rate = Wrapped("", 12, tone="text3")
        self.rate.hide()
        self.body.addWidget(self.rate)
        self.setVisible(bool(self.rows))

    def _add(self, field: Field, receiver: Receiver, platform: Platform) -> None:
        if not self.rows:
            self.head.insertWidget(1, Mark(platform, 15))
        place = " ".join(part for part in (receiver.province, receiver.city, receiver.district) if part)
        mask, cipher = hidden(receiver, field)
        place = place if field is Field.ADDRESS else ""
        row = FieldRow(field, mask, place)
        self.stand_for[field] = (mask, cipher, place)
        row.eye.clicked.connect(lambda: self.asked.emit(field))
        row.copy.clicked.connect(lambda: self.copied.emit(field))
        row.hides.clicked.connect(lambda: self.hid.emit(field))
        self.rows[field] = row
        self.body.addWidget(row)

    def allow(self, why_not: str) -> None:
        """Whether whoever is there may look; ``why_not`` says why the eyes are grey."""
        for row in self.rows.values():
            row.eye.setEnabled(not why_not)
            row.eye.setToolTip(why_not or translate("ReceiverCard", "Reveal"))

    def wait_for(self, field: Field | None) -> None:
        """One field is being asked for: no other one meanwhile."""
        for one, row in self.rows.items():
            if not row.is_revealed:  # there it says how long the text stays
                row.left.setText(translate("ReceiverCard", "asking…") if one is field else "")
                row.left.setVisible(one is field)

    def show_rate(self, words: str, source: str) -> None:
        """How often the shop's orders were revealed."""
        self.rate.setText(words)
        self.rate.setToolTip(source)
        self.rate.setVisible(bool(words))
