"""券与储值: coupons that people pass on, stored value, and members; all by import of the merchant's own exports."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from console.store import coupons, stored_value
from console.ui.context import Desk
from console.ui.page import scrolled
from console.ui.tabs.customers.coupons_card import CouponsCard
from console.ui.tabs.customers.stored_cards import MembersCard, StoredCard
from console.ui.tabs.customers.touch_base import TouchBase

WIDE = 900  # pixels: from here on the cards stand side by side


class CouponsView(TouchBase):
    """Coupons at the left, stored value and members at the right."""

    tables = ("shares", "accounts", "moves", "members")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.coupons, self.stored, self.members = CouponsCard(), StoredCard(), MembersCard()
        for card in (self.coupons, self.stored, self.members):
            card.none.on_click(self.take.click)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.stored)
        column.addWidget(self.members)
        column.addStretch(1)
        inside = QWidget()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self._whole.addWidget(self.coupons, 1)
        self._whole.addWidget(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))
        self.load()

    async def _read(self) -> None:
        now, pair = self.desk.now(), self.desk.scope.pair
        self.coupons.show_board(await self.desk.database.read(coupons.board, pair), now)
        told = await self.desk.database.read(stored_value.board, now, pair)
        self.stored.show_board(told, now)
        self.members.show_board(told, now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across = event.size().width() >= WIDE
        self._whole.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
