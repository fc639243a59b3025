"""What every chart can do: give its data as columns and rows, and say in one sentence what it shows.

A chart has ``chart_data``; it calls ``join`` once it is made and ``tell`` whenever its data is other data. From then on
Tab reaches it, Ctrl+Shift+T and its menu turn it into a table (``charted_turn``), and its accessible name says the
trend, the last value and both ends. A value that nobody knows is None: it is told as missing, never as 0.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from console.ui import texts

KEYS = "Ctrl+Shift+T"
STEADY = 0.05  # of the earlier level: less than that is no trend
TABLED = "tabled"  # property of a chart whose table is open

Kind = Literal["place", "number", "text"]
translate = QCoreApplication.translate


@dataclass(frozen=True)
class Column:
    """A value a row. Of ``number`` columns the accessible name tells, unless ``named`` is off.

    ``due``: the rows in which a value is expected; in others none is missing. None: in all of them.
    """

    title: str
    values: Sequence[Any]
    words: Callable[[Any], str] = str
    kind: Kind = "number"
    named: bool = True
    due: Collection[int] | None = None

    @property
    def latest(self) -> int:
        """The last row in which something is known; −1: none."""
        return next((row for row in range(len(self.values) - 1, -1, -1) if self.values[row] is not None), -1)

    @property
    def missing(self) -> int:
        """In how many rows a value ought to be that nobody knows."""
        rows = range(len(self.values)) if self.due is None else self.due
        return sum(self.values[row] is None for row in rows)

    def said(self, row: int) -> str:
        """What stands in a row."""
        value = self.values[row]
        return texts.NOTHING if value is None else self.words(value)


def when(moments: Sequence[int], words: Callable[[int], str] = texts.full_moment) -> Column:
    """The first column of what goes by the clock; shop time."""
    return Column(translate("charted", "Time"), moments, words, "place")


def days(moments: Sequence[int]) -> Column:
    """The first column of what goes by days: ``2026-11-22``."""
    return Column(translate("charted", "Day"), moments, lambda at: texts.full_moment(at)[:10], "place")


@dataclass(frozen=True)
class ChartData:
    """The first column says where: when, which day, which step. ``in_time``: the rows follow each other.

    ``note`` ends the sentence: what is no figure.
    """

    name: str
    columns: Sequence[Column]
    in_time: bool = False
    note: str = ""

    @property
    def latest(self) -> int:
        """The last row in which a figure is known: what is planned or forecast may stand below it."""
        figure = next((one for one in self.columns if one.kind == "number" and one.named), None)
        return self.rows - 1 if figure is None or figure.latest < 0 else figure.latest

    @property
    def rows(self) -> int:
        return len(self.columns[0].values) if self.columns else 0


@runtime_checkable
class Charted(Protocol):
    """A widget that draws data; None where it has none to draw."""

    def chart_data(self) -> ChartData | None: ...


def join(chart: QWidget) -> None:
    """Let the keyboard reach it, and give it a menu."""
    if chart.focusPolicy() == Qt.FocusPolicy.NoFocus and chart.focusProxy() is None:
        chart.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chart.setProperty("ring", True)
    chart.setAccessibleName(sentence(None))
    chart.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    chart.customContextMenuRequested.connect(_Menu(chart).ask)


class _Menu(QObject):
    """Belongs to its chart and ends with it."""

    def __init__(self, chart: QWidget) -> None:
        super().__init__(chart)
        self._chart = chart

    def ask(self, place: QPoint) -> None:
        """Open the menu."""
        from console.ui.charted_turn import menu_of  # not before the first paint

        menu_of(self._chart).popup(self._chart.mapToGlobal(place))


def tell(chart: QWidget, why: str = "") -> None:
    """Its data is other data: name it anew, and bring an open table up to date. ``why`` there is none, if so."""
    data = chart.chart_data() if isinstance(chart, Charted) else None
    chart.setAccessibleName(why if data is None and why else sentence(data))
    if chart.property(TABLED):
        from console.ui.charted_turn import refresh

        refresh(chart, data)


# -- in one sentence --------------------------------------------------------------------------------------------------


def sentence(data: ChartData | None) -> str:
    """``成交额：上升，最近 ¥1,620.00（14:30），最低 …，最高 …；缺 2 个值``; every figure of the chart by itself."""
    if data is None or not data.columns:
        return translate("charted", "no data")
    place, *others = data.columns
    told = [_figure(one, place, in_time=data.in_time) for one in others if one.kind == "number" and one.named]
    told += [data.note] if data.note else []
    said = translate("charted", "; ").join(told) or translate("charted", "no data")
    return translate("charted", "{name}: {figures}").format(name=data.name, figures=said) if data.name else said


def _figure(column: Column, place: Column, *, in_time: bool) -> str:
    values = [value for value in column.values if value is not None]
    if not values:
        return translate("charted", "{title} no data").format(title=column.title)

    def at(row: int) -> str:
        value, where = column.said(row), place.said(row)
        return translate("charted", "{value} ({where})").format(value=value, where=where)

    parts, find = [], column.values.index
    if in_time:
        parts += [_trend_word(values)] if len(values) > 1 else []
        parts.append(translate("charted", "last {value}").format(value=at(column.latest)))
    if len(values) > 1:
        parts.append(translate("charted", "lowest {value}").format(value=at(find(min(values)))))
        parts.append(translate("charted", "highest {value}").format(value=at(find(max(values)))))
    elif not in_time:
        parts.append(at(column.latest))
    if missing := column.missing:
        parts.append(translate("charted", "{n} missing").format(n=texts.count(missing)))
    said = translate("charted", ", ").join(parts)
    return translate("charted", "{title} {said}").format(title=column.title, said=said)


def trend(values: Sequence[float]) -> int:
    """1: the last third lies above the first one by more than chance of reading, −1: below it, 0: neither."""
    third = max(1, len(values) // 3)
    before, after = sum(values[:third]) / third, sum(values[-third:]) / third
    moved = after - before
    return 0 if abs(moved) <= STEADY * max(abs(before), abs(after)) else 1 if moved > 0 else -1


def _trend_word(values: Sequence[float]) -> str:
    return (
        translate("charted", "steady"),
        translate("charted", "rising"),
        translate("charted", "falling"),
    )[trend(values)]
