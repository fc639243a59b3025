"""A long show: eight lines of four hours at one sample a second redrawn beside a bare painter's lines; an eight-hour
show opened for its replay, and a moment of it; what the board asks each second.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection

from console.core.clock import HOUR, MINUTE, SECOND, SystemClock
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveRow, LiveSignal, LiveSnapshot, LiveSource
from console.rules.live_curve import thinned
from console.store import engines, live_view, schema
from console.store.live_taking import take
from console.ui import theme
from console.ui.tabs.live import drawing, outline
from console.ui.tabs.live.curve import ShowCurve
from console.ui.tabs.live.reading import read_live
from console.ui.tabs.live.recap_reading import read_recap
from console.ui.tabs.live.replay_reading import read_moment

SERIES, WIDE, HIGH = 8, 1_000, 300
REDRAW, OPEN_S = 1.8, 2.0
KINDS = (LiveEventType.COMMENT, LiveEventType.LIKE, LiveEventType.ITEM_CLICK, LiveEventType.ORDER, LiveEventType.ENTER)


def took(act: Callable[[], object], times: int = 1) -> float:
    """Seconds; the median of several."""
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        act()
        found.append(time.perf_counter() - begin)
    return median(found)


def redraw() -> float:
    """A curve's own paint, eight times, over that of a bare painter drawing the same reduced lines."""
    lines = [
        thinned([(second * SECOND, 500 + (second * (7 + n)) % 211 + second // 60) for second in range(4 * 3600)])
        for n in range(SERIES)
    ]
    curves = []
    for points in lines:
        curve = ShowCurve()
        curve.resize(WIDE, HIGH)
        told = [(at, float(value)) for at, value in points]
        curve.show_drawn(outline.Drawn(0, 4 * HOUR, told, [], "", "bars"))
        curves.append(curve)
    plane = drawing.Plane(QRectF(44, 6, WIDE - 58, HIGH * 0.7 - 26), 0, 4 * HOUR, 1_000)
    bare = [drawing.stretches([(at, float(value)) for at, value in points], plane) for points in lines]
    image = QImage(WIDE, HIGH, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.black)

    def ours() -> None:
        for curve in curves:
            curve.render(image)

    def theirs() -> None:
        for pieces in bare:
            painter = QPainter(image)
            painter.fillRect(0, 0, WIDE, HIGH, QColor("#101010"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shade = QColor("#2F6BEB")
            shade.setAlphaF(0.12)
            for piece in pieces:
                ground = QPolygonF(piece)
                ground.append(QPointF(WIDE - 14, plane.box.bottom()))
                ground.append(QPointF(44, plane.box.bottom()))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(shade)
                painter.drawPolygon(ground)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor("#2F6BEB"), 1))
                painter.drawPolyline(piece)
            painter.end()

    ours()
    return took(ours, 9) / took(theirs, 9)


def fill(conn: Connection, begin: int) -> None:
    """Eight hours: a snapshot each ten seconds, five events a second, a cue each quarter of an hour."""
    rows: list[LiveRow] = [LiveSignal(session_id="s", action=LiveAction.START, at=begin)]
    for second in range(8 * 3600):
        at = begin + second * SECOND
        if second % 10 == 0:
            online = 500 + second % 97
            rows.append(
                LiveSnapshot(session_id="s", at=at, online=online, viewers=1_000 + second, gmv_fen=second * 300)
            )
        for n in range(5):
            rows.append(
                LiveEvent(
                    session_id="s",
                    event_id=f"{second}-{n}",
                    at=at + n * 100,
                    type=KINDS[n],
                    user_key=f"u{(second * 5 + n) % 20_000}",
                    text="多少钱" if n == 0 else "",
                    item_id=str(second % 12) if n in (2, 3) else "",
                    amount_fen=1_990 if n == 3 else None,
                )
            )
        if second % 900 == 0:
            rows.append(LiveEvent(session_id="s", event_id=f"cue{second}", at=at, type=LiveEventType.CUE, text="cue"))
    for first in range(0, len(rows), 5_000):
        take(conn, rows[first : first + 5_000], begin, LiveSource.INGEST)


def main() -> None:
    """Print one line a measure; exit 1 where a limit is missed."""
    app = QApplication([])
    theme.apply(app, "dark")
    ratio = redraw()
    print(f"eight lines of four hours are redrawn in {ratio:.2f} x the time of a bare painter (limit {REDRAW})")
    begin = SystemClock().now_ms() - 8 * HOUR
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "console.db"
        engine = engines.writer(path, busy_ms=5_000)
        schema.settle(engine, path, SystemClock())
        with engine.begin() as conn:
            fill(conn, begin)
        with engine.connect() as conn:
            opened = took(lambda: read_recap(conn, "s"))
            show = live_view.show(conn, "s")
            assert show is not None
            moment = took(lambda: read_moment(conn, show, begin + 7 * HOUR), 3)
            now = begin + 8 * HOUR - MINUTE
            first = read_live(conn, now, None)
            each = took(lambda: read_live(conn, now, getattr(first, "kept", None)), 3)
        engine.dispose()
    print(f"a show of eight hours opens in {opened:.2f} s (limit {OPEN_S}), a moment of it in {moment * 1000:.0f} ms")
    print(f"what the board asks each second takes {each * 1000:.0f} ms, on a thread")
    if ratio > REDRAW or opened > OPEN_S:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
