"""The six things that wait for somebody. A click opens exactly those rows."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from console.store.views import SignIn, Stream
from console.ui import texts
from console.ui.page import Question
from console.ui.tabs.home.reading import HomeReading
from console.ui.tabs.home.when import endings, is_near, when
from console.ui.theme import Tone
from console.ui.widgets import Tile

#: a tile → the tab it opens, and the question that its page answers with the counted rows
OPENS: dict[str, tuple[str, Question]] = {
    "to_ship": ("orders", {"tab": "to_ship"}),
    "due": ("orders", {"tab": "to_ship", "due": "soon"}),
    "failed": ("products", {"tab": "failed"}),
    "unreadable": ("settings", {"section": "diagnosis"}),
    "after_sale": ("orders", {"room": "aftersales", "state": "ours"}),
    "appeal": ("compliance", {"view": "violations"}),
    "sign_in": ("accounts", {}),
}


class Tiles(QWidget):
    """``opened`` carries the tab and the question its page is to answer."""

    opened = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        looks: tuple[tuple[str, str, str, Tone], ...] = (
            ("to_ship", "truck", self.tr("To ship"), "blue"),
            ("due", "timer", self.tr("Due soon"), "red"),
            ("failed", "refresh-cw-off", self.tr("Sync failed"), "red"),
            ("after_sale", "undo-2", self.tr("After-sales"), "amber"),
            ("appeal", "gavel", self.tr("To appeal"), "amber"),
            ("sign_in", "key-round", self.tr("Sign-in ends"), "amber"),
        )
        self.tiles: dict[str, Tile] = {}
        for key, icon, title, tone in looks:
            tile = Tile(icon, title, tone)
            tile.clicked.connect(lambda key=key: self._open(key))
            self.tiles[key] = tile
        self._unreadable_only = False
        self.set_across(len(looks))

    def set_across(self, across: int) -> None:
        """How many stand beside each other."""
        for at, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, at // across, at % across)
        for column in range(len(self.tiles)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _open(self, key: str) -> None:
        tab, question = OPENS["unreadable" if key == "failed" and self._unreadable_only else key]
        self.opened.emit(tab, question)

    def show_reading(self, reading: HomeReading, sign_ins: Mapping[str, SignIn] | None) -> None:
        """Put the numbers in."""
        todo, now = reading.todo, reading.now
        first = self.tr("by {time}")
        late = self.tr("{n} late").format(n=texts.count(todo.overdue)) if todo.overdue else ""
        ship = first.format(time=when(todo.to_ship_next_at, now)) if todo.to_ship_next_at else ""
        due = first.format(time=when(todo.due_next_at, now)) if todo.due_next_at else self.tr("within 6 hours")
        self._set("to_ship", reading, "orders", todo.to_ship, late or ship)
        self._set("due", reading, "orders", todo.due_soon, late or due, urgent=True)
        self._show_failed(reading)
        near = is_near(todo.after_sales_next_at, now)
        self._set("after_sale", reading, "after_sales", todo.after_sales, self._answer_by(reading), urgent=near)
        self._show_appeals(reading)
        self._show_sign_ins(reading, sign_ins)

    def _set(
        self, key: str, reading: HomeReading, stream: Stream, number: int, under: str, *, urgent: bool = False
    ) -> None:
        """A number is not shown before anything was read; one that may be old says of when it is."""
        sources = reading.sources(stream)
        if not sources.is_known and not number:
            self.tiles[key].set_number(None, self.tr("not read yet"))
        elif sources.late:
            known = sources.oldest is not None
            words = texts.as_of(sources.oldest, reading.now) if known else self.tr("still being read")
            self.tiles[key].set_number(number, words)
        else:
            self.tiles[key].set_number(number, under, urgent=urgent)

    def _show_appeals(self, reading: HomeReading) -> None:
        """Nobody but the merchant tells violations: where none was entered, there is no number."""
        found = reading.appeals
        if not found.entered:
            self.tiles["appeal"].set_number(None, self.tr("none entered"))
            return
        by = ""
        if found.next_due_at is not None:  # a window that ends at a midnight is told by its last day
            last = texts.moment(found.next_due_at - 1)[:5]
            time = texts.clock_time(found.next_due_at).replace("00:00", "24:00")
            by = self.tr("by {time}").format(time=f"{last} {time}")
        self.tiles["appeal"].set_number(found.number, by, urgent=found.is_urgent)

    def _answer_by(self, reading: HomeReading) -> str:
        todo = reading.todo
        if not todo.after_sales:
            return ""
        if todo.after_sales_next_at is None:
            return self.tr("no deadline given")
        if todo.after_sales_next_at < reading.now:
            return self.tr("late {time}").format(time=when(todo.after_sales_next_at, reading.now))
        return self.tr("by {time}").format(time=when(todo.after_sales_next_at, reading.now))

    def _show_failed(self, reading: HomeReading) -> None:
        """The goods that failed; rows that nobody could read only where no goods did."""
        goods, rows = reading.item_tabs["failed"], reading.todo.quarantined
        self._unreadable_only = not goods and bool(rows)
        if self._unreadable_only:
            self.tiles["failed"].set_number(rows, self.tr("unreadable rows"), urgent=True)
            return
        more = self.tr("+{n} unreadable").format(n=texts.count(rows)) if rows else ""
        self._set("failed", reading, "items", goods, more or (self.tr("goods refused") if goods else ""), urgent=True)

    def _show_sign_ins(self, reading: HomeReading, sign_ins: Mapping[str, SignIn] | None) -> None:
        tile = self.tiles["sign_in"]
        if sign_ins is None:
            tile.set_number(None, self.tr("not read yet"))
            return
        ending = endings(reading, sign_ins)
        if ending:
            first = ending[0]
            left = self.tr("ended") if first.at is None else texts.span(first.at - reading.now)
            tile.set_number(len(ending), f"{texts.platform(first.shop.platform)} · {left}", urgent=first.is_over)
            return
        held = [sign_ins[shop.shop_id] for shop in reading.shops if shop.shop_id in sign_ins]
        times = [one.ends_at for one in held if one.ends_at is not None]
        if times:
            tile.set_number(0, self.tr("next {day}").format(day=texts.full_moment(min(times))[:10]))
        elif held and all(one.renews_for_ever for one in held):
            tile.set_number(0, self.tr("renewed by itself"))
        else:
            tile.set_number(None, self.tr("not stated"))
