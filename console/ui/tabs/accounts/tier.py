"""The tier of a pair as a chip one can press: what is missing for the next one, shop by shop."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from console import catalogue
from console.catalogue import Language
from console.rules.tiers import Tier
from console.ui import paint
from console.ui.tabs.accounts import permits
from console.ui.tabs.accounts.reading import Group, ShopState
from console.ui.widgets import Mark, label, stack
from console.ui.widgets.labels import fit

WIDE = 400


def missing(state: ShopState, lang: Language) -> list[str]:
    """What stands between this shop and the next tier, in words."""
    standing = state.stand.standing
    codes = standing.missing if standing is not None else ()
    said = [catalogue.words(code, lang, platform=state.shop.platform.value) for code in codes]
    return [f"{one.text}{' ' if lang == 'en' else ''}{one.next_step}" for one in said]


class TierChip(QAbstractButton):
    """Painted as a chip, pressed as a button."""

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang
        self._group: Group | None = None
        self._look = permits.tier_chip(None)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.tell)

    def show_group(self, group: Group) -> None:
        """The looser of both shops counts."""
        look = permits.tier_chip(group.tier)
        self._group = group
        if look != self._look:
            self._look = look
            self.updateGeometry()
        tip = [look.word]
        for half in group.halves:
            tip += [f"{half.shop.name}: {line}" for line in missing(half, self._lang)]
        self.setToolTip("\n".join(tip))
        self.setAccessibleName(look.word)
        self.setAccessibleDescription("\n".join(tip[1:]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(paint.chip_width(self._look), paint.CHIP_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.chip(painter, QPoint(0, 0), self._look)
        painter.end()

    def tell(self) -> None:
        """Say what the next tier wants."""
        if self._group is not None:
            popover = TierPopover(self._group, self._lang, self.window())
            popover.adjustSize()
            popover.move(self.mapToGlobal(QPoint(0, self.height() + 6)))
            popover.show()


class TierPopover(QFrame):
    """Floats under the chip until a click elsewhere or Esc."""

    def __init__(self, group: Group, lang: Language, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(WIDE)
        room = QVBoxLayout(self)
        room.setContentsMargins(16, 12, 16, 14)
        room.setSpacing(10)
        room.addWidget(label(permits.tier_chip(group.tier).word, 14, strong=True))
        for half in group.halves:
            room.addLayout(self._half(half, lang))

    def _half(self, half: ShopState, lang: Language) -> QVBoxLayout:
        standing = half.stand.standing
        tier = standing.tier if standing is not None else None
        head = stack(Mark(half.shop.platform, 18), label(half.shop.name, strong=True), across=True, gap=8)
        head.addWidget(label(permits.tier_chip(tier).word, 12, tone="text3"))
        head.addStretch(1)
        room = QVBoxLayout()
        room.setSpacing(4)
        room.addLayout(head)
        for line in self._lines(half, tier, lang):
            said = label(line, 12, tone="text2", wrap=True)
            fit(said, WIDE - 32)
            room.addWidget(said)
        return room

    def _lines(self, half: ShopState, tier: Tier | None, lang: Language) -> list[str]:
        if tier is None:
            return [self.tr("Test it first: only then is known what its platform has granted.")]
        lines = missing(half, lang)
        if not lines:
            return [self.tr("There is no higher tier.")]
        following = permits.tier_name(Tier(tier + 1))
        return [self.tr("Still missing for {tier}:").format(tier=following), *(f"· {one}" for one in lines)]
