"""Floor and buffer of one line of goods: each saved as soon as it is typed, and said so."""

from collections.abc import Awaitable, Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.core.money import yuan
from console.core.operators import Right
from console.rules.pushing import Goods, PushRules, Side
from console.store.offers import Part
from console.ui import texts
from console.ui.context import Desk
from console.ui.rights import guard
from console.ui.tabs.products.cells import BadFigure, pieces_of, price_of
from console.ui.tasks import Tasks
from console.ui.widgets import Card, label, stack
from console.ui.widgets.labels import set_tone

translate = QCoreApplication.translate
WIDE = 96
Save = Callable[[int | None], Awaitable[None]]


class Figure(QWidget):
    """A figure that may be empty, with its unit. ``note`` says that it is kept, or what is wrong."""

    def __init__(
        self, name: str, hint: str, value: int | None, *, money: bool, save: Save, tasks: Tasks, desk: Desk
    ) -> None:
        super().__init__()
        self._money, self._save, self._tasks, self._desk = money, save, tasks, desk
        self.line = QLineEdit("" if value is None else yuan(value) if money else str(value))
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.line.setFixedWidth(WIDE)
        self.line.editingFinished.connect(self._finished)
        self._kept = self.line.text()
        self.note = label("", 12, tone="text3")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        unit = self.tr("yuan") if money else self.tr("pieces")
        whole.addLayout(stack(label(name, 12, tone="text3"), gap=4))
        whole.addLayout(stack(self.line, label(unit, 12, tone="text3"), None, across=True, gap=6))
        whole.addWidget(self.note)

    def _finished(self) -> None:
        words = self.line.text().strip()
        if words == self._kept:
            return
        try:
            value = None if not words else price_of(words) if self._money else pieces_of(words)
        except BadFigure as bad:
            self._say(str(bad), wrong=True)
            return
        self._kept = words
        self._tasks.start(self._put(value))

    async def _put(self, value: int | None) -> None:
        try:
            await self._save(value)
        except (Trouble, FileTrouble) as trouble:
            self._say(catalogue.words_for(trouble, self._desk.language).text, wrong=True)
            return
        self._say(self.tr("Saved"), wrong=False)

    def _say(self, words: str, *, wrong: bool) -> None:
        self.note.setText(words)
        set_tone(self.note, "red" if wrong else "green")
        set_tone(self.line, "true" if wrong else "false", "wrong")


def figures(goods: Goods, rules: PushRules, desk: Desk, tasks: Tasks) -> Card:
    """The card of floors and buffer; floors only an owner may change."""
    card = Card(translate("push", "Floor and buffer"))
    parts: list[QWidget] = []
    for platform in Platform:
        side = goods.side(platform)
        if side is None:
            continue
        floor = Figure(
            translate("push", "{platform} floor").format(platform=texts.platform(platform)),
            texts.NOTHING,
            side.floor_fen,
            money=True,
            save=_floor(desk, side.shop_id, side.item.item_id),
            tasks=tasks,
            desk=desk,
        )
        floor.setObjectName(f"floor_{platform.value}")
        guard(desk.session, floor.line, Right.OVERRIDE)
        parts.append(floor)
    if goods.kuaishou is not None:
        buffer = Figure(
            translate("push", "Buffer"),
            str(rules.buffer),
            goods.buffer,
            money=False,
            save=_buffer(desk, goods.kuaishou.shop_id, goods.kuaishou.item.item_id),
            tasks=tasks,
            desk=desk,
        )
        buffer.setObjectName("buffer")
        parts.append(buffer)
    card.body.addLayout(stack(*parts, None, across=True, gap=20))
    if goods.kuaishou is not None:
        card.body.addLayout(stack(*_offers(goods.kuaishou, desk, tasks), None, across=True, gap=20))
    return card


def _offers(side: Side, desk: Desk, tasks: Tasks) -> list[QWidget]:
    """What no platform tells of a price: counted in gaps, floors and margins as soon as it is said."""
    names: tuple[tuple[Part, str, int | None], ...] = (
        ("live", translate("push", "Price in live shows"), side.live_fen),
        ("coupon", translate("push", "Coupon of every buyer"), side.coupon_fen or None),
    )
    made = []
    for part, name, value in names:
        save = partial(desk.actions.goods.set_offer, part, side.shop_id, side.item.item_id)
        figure = Figure(name, texts.NOTHING, value, money=True, save=save, tasks=tasks, desk=desk)
        figure.setObjectName(part)
        made.append(figure)
    return [*made]


def _floor(desk: Desk, shop_id: str, item_id: str) -> Save:
    return lambda value: desk.actions.goods.set_floor(shop_id, item_id, value)


def _buffer(desk: Desk, shop_id: str, item_id: str) -> Save:
    return lambda value: desk.actions.goods.set_buffer(shop_id, item_id, value)
