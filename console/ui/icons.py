"""Icons: Lucide's outlines, drawn in a colour of the theme, at the screen's own resolution.

``icon("printer")`` asks for the colour only when it paints, so that a change of theme needs no new icons.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from console.bundled import bundled
from console.ui import theme

STROKE = "1.75"


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    text = bundled("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{STROKE}"')


@lru_cache(maxsize=1024)
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    pixels = max(1, round(size * ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The icon in one colour, ``size`` logical pixels wide. Cached; do not draw on it."""
    return _drawn(name, size, colour.name(), ratio)


def paint(painter: QPainter, name: str, at: QPoint, size: int, colour: QColor) -> None:
    """Draw the icon with its top left corner at ``at``."""
    painter.drawPixmap(at, pixmap(name, size, colour, painter.device().devicePixelRatioF()))


class _Engine(QIconEngine):
    """An icon that looks its colour up when it is painted."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def _pixmap(self, size: int, mode: QIcon.Mode, ratio: float) -> QPixmap:
        token = "faint" if mode == QIcon.Mode.Disabled else self._token
        return pixmap(self._name, size, theme.current()[token], ratio)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        corner = rect.center() - QPoint((side - 1) // 2, (side - 1) // 2)
        painter.drawPixmap(corner, self._pixmap(side, mode, painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        """``size`` is in logical pixels. One wider than high asks for room behind the icon, before a button's words."""
        side = min(size.width(), size.height())
        drawn = self._pixmap(side, mode, scale)
        if size.width() <= side:
            return drawn
        wide = QPixmap(size * scale)
        wide.fill(Qt.GlobalColor.transparent)
        wide.setDevicePixelRatio(scale)
        painter = QPainter(wide)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        return wide

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


def icon(name: str, tint: str = "text2") -> QIcon:
    """An icon for buttons and menus; ``tint`` is a token of the theme, disabled ones are faint."""
    return QIcon(_Engine(name, tint))
