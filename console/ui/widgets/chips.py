"""Chips, badges, platform marks, dots and icons as widgets; drawn by ``paint`` like the ones in tables."""

from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.core.parties import Platform
from console.ui import icons, paint, texts
from console.ui.paint import ChipLook
from console.ui.theme import Tone, current

if TYPE_CHECKING:
    from console.ui.pictures import Pictures


class _Painted(QWidget):
    """A widget that is as large as what it paints."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Chip(_Painted):
    """A state: icon and word on a tinted ground."""

    def __init__(self, look: ChipLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_look(look)

    def set_look(self, look: ChipLook) -> None:
        self._look = look
        self.setAccessibleName(look.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(paint.chip_width(self._look), paint.CHIP_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.chip(painter, QPoint(0, 0), self._look)
        painter.end()


class Badge(_Painted):
    """A number in a pill; hidden while it is 0."""

    def __init__(self, number: int = 0, tone: Tone = "grey", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.set_number(number)

    def set_number(self, number: int, tone: Tone | None = None) -> None:
        self._words = texts.count(number)
        self._tone = tone or self._tone
        if number <= 0:
            self.hide()
        elif self.parentWidget() is not None:
            self.show()
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(paint.badge_width(self._words), paint.BADGE_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.badge(painter, QPoint(0, 0), self._words, self._tone)
        painter.end()


class Mark(_Painted):
    """The 快 or 赞 square: 15 in rows, 18 in heads, 36 on shop cards."""

    def __init__(self, platform: Platform, side: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._platform = platform
        self._side = side
        self.setAccessibleName(texts.platform(platform))

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.mark(painter, QRect(0, 0, self._side, self._side), self._platform)
        painter.end()


class Thumb(_Painted):
    """The goods' picture; while it is not here its place, tinted by the goods."""

    def __init__(self, title: str, side: int = 40, address: str = "", pictures: "Pictures | None" = None) -> None:
        super().__init__()
        self._seed = crc32(title.encode())
        self._side = side
        self._address = address
        self._pictures = pictures if address else None
        if self._pictures is not None:
            self._owner = owner = self._pictures.owner()
            leave = self._pictures.leave
            self._pictures.arrived.connect(self._came)
            self.destroyed.connect(lambda: leave(owner))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._pictures is not None:
            from console.ui.pictures import inside

            self._pictures.see(self._owner, (self._address,), inside(self._side, self.devicePixelRatioF()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._pictures is not None:
            self._pictures.leave(self._owner)

    def _came(self, _address: str) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._pictures is None or not self._pictures.draw(painter, self.rect(), self._address):
            paint.thumb(painter, self.rect(), self._seed)
        painter.end()


class Dot(_Painted):
    """A state's dot. Words always stand beside it."""

    def __init__(self, tone: Tone = "grey", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone: Tone = tone

    def set_tone(self, tone: Tone) -> None:
        self.tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(8, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.dot(painter, QPointF(4, 4), current()[f"dot_{self.tone}"])
        painter.end()


class IconLabel(_Painted):
    """An icon in a colour of the theme, with a tinted square or disc behind it if ``ground`` says so."""

    def __init__(
        self,
        name: str,
        size: int = 16,
        tint: str = "text2",
        *,
        ground: str = "",
        side: int = 0,
        disc: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._size = size
        self._tint = tint
        self._ground = ground
        self._side = side or size
        self._disc = disc

    def set_icon(self, name: str, tint: str = "", ground: str = "") -> None:
        self._name = name
        self._tint = tint or self._tint
        self._ground = ground or self._ground
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = current()
        if self._ground:
            paint.rounded(painter, self.rect(), self._side / 2 if self._disc else 6, look[self._ground])
        gap = (self._side - self._size) // 2
        icons.paint(painter, self._name, QPoint(gap, gap), self._size, look[self._tint])
        painter.end()
