"""What of the opened order's receiver is revealed at this moment, and for how long still.

The text lies here and in the card's label, and goes with the time, with the drawer, with another row, with the lock and
with another person at the window. An answer that comes after that is dropped.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from console import catalogue, reference
from console.core.clock import SECOND
from console.core.errors import FileTrouble, Refused, Trouble
from console.core.operators import Right
from console.core.revealing import Field, Plain
from console.rules.revealing import Rate, judged
from console.ui import texts
from console.ui.dialogs import ask
from console.ui.lock import sentence
from console.ui.tabs.orders.receiver_card import ReceiverCard
from console.ui.widgets.buttons import Kind

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.revealing import Standing
    from console.ui.tabs.orders.page import OrdersPage

LOOK_MS = 1_000


def _percent(share: float | None) -> str:
    """As small as it is: ``0.05%``, ``2.5%``, ``3%``."""
    return texts.NOTHING if share is None else f"{round(share * 100, 2):g}%"


def read_standing(conn: "Connection", row_id: int, field: Field, now: int) -> "Standing | None":
    """On a database thread: how often the shop's orders were revealed."""
    from console.store import revealing

    return revealing.standing(conn, row_id, field, now)


class RevealBar(QObject):
    """Owned by the orders page; ``furnish`` once its drawer is there."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self._row_id: int | None = None
        self._visit = 0  # another one since: what was asked for before is not shown any more
        self._asking: Field | None = None
        self._asked_of: int | None = None  # the row that this field is of, also when another one is open by now
        self._shown: dict[Field, tuple[Plain, int, int]] = {}  # the text, since when and until when
        self._said: dict[Field, str] = {}
        self._stand_for: dict[Field, tuple[str, ...]] = {}  # the fields of the row, as they were drawn last
        self._card: ReceiverCard | None = None
        self._second = QTimer(self)
        self._second.setInterval(LOOK_MS)
        self._second.timeout.connect(self.look)

    def furnish(self) -> None:
        """Listen to the drawer and to who is there."""
        drawer = self._page.order_drawer
        drawer.shown.connect(self._filled)
        drawer.installEventFilter(self)
        self._desk.session.changed.connect(self._changed)

    # -- forgetting ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Out of sight, for whatever reason, is out of mind: closed, another tab, the lock page."""
        if event.type() == QEvent.Type.Hide:
            self.forget()
        return False

    def _changed(self) -> None:
        self.forget()
        self._allow()

    def forget(self) -> None:
        """Mask everything."""
        self._visit += 1
        self._said.clear()
        for field in list(self._shown):
            self.mask(field)
        if self._card is not None:
            for row in self._card.rows.values():
                row.say("")

    def mask(self, field: Field) -> None:
        """Mask one field again."""
        self._shown.pop(field, None)
        if self._card is not None and field in self._card.rows:
            self._card.rows[field].conceal()
        if not self._shown:
            self._second.stop()

    def look(self) -> None:
        """A second has passed."""
        now = self._desk.now()
        for field, (_, since, until) in list(self._shown.items()):
            if since <= now < until:  # a clock that was put back keeps nothing in sight
                self._count(field, until - now)
            else:
                self.mask(field)

    # -- showing ------------------------------------------------------------------------------------------------------

    def _filled(self, row_id: int) -> None:
        """The drawer's sheet was made anew, for another row or for the same one."""
        if row_id != self._row_id:
            self.forget()
            self._row_id = row_id
        card = self._card = self._page.order_drawer.receiver
        before, self._stand_for = self._stand_for, card.stand_for
        for field in [one for one in before if before[one] != card.stand_for.get(one)]:
            self._other_text(field)
        card.destroyed.connect(lambda: self._gone(card))
        card.asked.connect(self.ask)
        card.hid.connect(self.mask)
        card.copied.connect(self._copy)
        self._allow()
        self._wait()
        for field, (plain, _, _) in self._shown.items():
            card.rows[field].reveal(plain.text)
        for field, words in self._said.items():
            card.rows[field].say(words)
        self.look()
        if card.rows:
            self._page.tasks.start(self._say_rate(row_id, next(iter(card.rows))), key="reveal_rate")

    def _other_text(self, field: Field) -> None:
        """The receiver is another one now: what stood for the former one is not shown beside it, nor when it comes."""
        self._shown.pop(field, None)
        self._said.pop(field, None)
        if field is self._asking:
            self._visit += 1

    def _gone(self, card: ReceiverCard) -> None:
        if self._card is card:
            self._card = None

    def _allow(self) -> None:
        if self._card is None:
            return
        language = self._desk.language
        may = self._desk.may(Right.SEE_BUYERS)
        self._card.allow("" if may else sentence(catalogue.words("reveal.no_right", language), language))

    def _count(self, field: Field, left_ms: int) -> None:
        seconds = -(-left_ms // SECOND)
        if self._card is not None and field in self._card.rows:
            self._card.rows[field].left.setText(f"{seconds // 60}:{seconds % 60:02d}")

    async def _say_rate(self, row_id: int, field: Field) -> None:
        standing = await self._desk.database.read(read_standing, row_id, field, self._desk.now())
        if standing is not None and self._card is not None and row_id == self._row_id:
            self._card.show_rate(self._rate_words(standing.rate) if standing.is_judged else "", self._source())

    def _rate_words(self, rate: Rate) -> str:
        lines = reference.reveal_lines()
        said = self.tr("{n} of the {all} orders shipped in {days} days revealed here ({share})")
        if rate.share is None:
            said = self.tr("{n} orders revealed here in {days} days, none shipped")
        share = _percent(rate.share)
        return said.format(n=texts.count(rate.revealed), all=texts.count(rate.shipped), days=lines.days, share=share)

    def _source(self) -> str:
        """Where the figures come from, and as of when."""
        said = self.tr(
            "Counted from this program's audit; looks in the back office and in other apps come on top. Kuaishou's "
            "rules for apps, as of {day}."
        )
        return said.format(day=reference.reveal_lines().as_of)

    # -- revealing ----------------------------------------------------------------------------------------------------

    def ask(self, field: Field) -> None:
        """An eye was clicked."""
        if self._row_id is None or field in self._shown:
            return
        if self._asking is None:
            self._asking, self._asked_of = field, self._row_id
            self._wait()
            self._page.tasks.start(self._ask(self._row_id, field, self._visit), key="reveal")
        elif self._asked_of != self._row_id:  # here nothing says that one is being asked for
            self._complain(field, Refused("reveal.busy"))

    def _wait(self) -> None:
        if self._card is not None:
            self._card.wait_for(self._asking if self._asked_of == self._row_id else None)

    async def _ask(self, row_id: int, field: Field, visit: int) -> None:
        try:
            if await self._agreed(row_id, field) and visit == self._visit:
                plain = await self._desk.actions.revealing.reveal(row_id, field)
                if visit == self._visit:
                    self._show(field, plain)
        except (Trouble, FileTrouble) as trouble:
            if visit == self._visit:
                self._complain(field, trouble)
        finally:
            self._asking = None
            self._wait()

    async def _agreed(self, row_id: int, field: Field) -> bool:
        """Whether to go on: asked only where one order more is more than the platform wants."""
        standing = await self._desk.database.read(read_standing, row_id, field, self._desk.now())
        if standing is None or not standing.is_judged or not standing.counts:
            return True
        lines, more = reference.reveal_lines(), standing.rate.with_one_more()
        verdict = judged(more, lines)
        if not verdict:
            return True
        said = self.tr(
            "With this order it is {n} of the {all} orders shipped in {days} days ({share}). Kuaishou wants less than "
            "{wanted}; over {blocked} it may block the app."
        )
        words = said.format(
            n=texts.count(more.revealed),
            all=texts.count(more.shipped),
            days=lines.days,
            share=_percent(more.share),
            wanted=_percent(lines.wanted_bp / 10_000),
            blocked=_percent(lines.blocked_bp / 10_000),
        )
        title = self.tr("Many orders were revealed lately")
        kind: Kind = "danger" if verdict == "blocked" else "primary"
        more_words = f"{words}\n\n{self._source()}"
        return await ask(self._page, title, more_words, self.tr("Reveal it"), kind=kind, undoable=False)

    def _show(self, field: Field, plain: Plain) -> None:
        now = self._desk.now()
        self._said.pop(field, None)
        self._shown[field] = (plain, now, now + self._desk.preferences.mask_seconds * SECOND)
        if self._card is not None:
            self._card.rows[field].reveal(plain.text)
        self.look()
        self._second.start()

    def _complain(self, field: Field, trouble: Trouble | FileTrouble) -> None:
        words = self._said[field] = sentence(catalogue.words_for(trouble, self._desk.language), self._desk.language)
        if self._card is not None and field in self._card.rows:
            self._card.rows[field].say(words)

    def _copy(self, field: Field) -> None:
        if field in self._shown:
            QGuiApplication.clipboard().setText(self._shown[field][0].text)
            self._page.said.emit(self.tr("Copied"), "")  # the toast does not repeat it
