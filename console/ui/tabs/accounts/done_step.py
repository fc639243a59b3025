"""Step 3 of binding: which shop it is, until when, and with which shop it belongs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.core.model import Platform, Shop
from console.store.views import ShopRow, SignIn
from console.ui.context import Desk
from console.ui.paint import ChipLook
from console.ui.tabs.accounts import words
from console.ui.tabs.accounts.form import ErrorPanel, Panel
from console.ui.tabs.accounts.reading import Accounts, ShopState
from console.ui.widgets import Card, Chip, Mark, Picker, label, stack

ALONE = ""  # the choice of no partner


class DoneStep(QWidget):
    """Filled when the shop is bound."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(16)
        self.partner: Picker | None = None
        self.error = ErrorPanel()

    def show_shop(self, shop: Shop, sign_in: SignIn | None, accounts: Accounts) -> None:
        """Say whose shop this is, and offer the shops it may belong with."""
        row = ShopRow(
            shop_id=shop.shop_id, platform=shop.platform, platform_shop_id=shop.platform_shop_id, name=shop.name
        )
        state = ShopState(row, sign_in=sign_in, asked=True)
        ending = words.ending(state, self._desk.now())
        card = Card()
        bound = Chip(ChipLook("green", "circle-check", self.tr("Bound")))
        under = f"{words.kind_of_shop(shop.platform)} · {words.number_of_shop(state)}"
        who = stack(label(shop.name, 14, strong=True), label(under, 12, tone="text3", selectable=True), gap=2)
        top = stack(Mark(shop.platform, 36), across=True, gap=12)
        top.addLayout(who, 1)
        top.addWidget(bound)
        card.body.addLayout(top)
        ends = self.tr("Sign-in ends: {words} {under}").format(words=ending.words, under=ending.under)
        card.body.addWidget(label(ends, 12, tone="text2"))
        self._room.addWidget(card)
        self._room.addWidget(self._pairing(row, accounts))
        if not self._desk.actions.secrets_last():
            notice = Panel("key-round", "fg_amber")
            notice.say(
                self.tr("This sign-in is kept until the program closes"),
                self.tr("No key store answers on this computer; nothing secret is written to the disk instead."),
            )
            self._room.addWidget(notice)
        self._room.addWidget(self.error)
        self._room.addStretch(1)

    def _pairing(self, shop: ShopRow, accounts: Accounts) -> QWidget:
        pair = accounts.pair_of(shop.shop_id)
        partners = accounts.partners(shop.platform)
        if pair is None and partners:
            return self._choice(shop, partners)
        panel = Panel("link-2")
        if pair is not None:
            other = next(one for one in pair.shop_ids if one != shop.shop_id)
            panel.say(self.tr("Paired with “{shop}”").format(shop=accounts.name_of(other)))
        else:
            missing = Platform.YOUZAN if shop.platform is Platform.KUAISHOU else Platform.KUAISHOU
            panel.say(
                self.tr("The other half is still missing"),
                self.tr("Bind the {shop} next; orders are compared once both are there.").format(
                    shop=words.kind_of_shop(missing)
                ),
            )
        return panel

    def _choice(self, shop: ShopRow, partners: list[ShopRow]) -> QWidget:
        card = Card()
        choices = [(one.shop_id, f"{one.name} · {one.platform_shop_id}") for one in partners]
        self.partner = Picker([*choices, (ALONE, self.tr("None for now"))], choices[0][0])
        title = self.tr("Which {shop} does it belong with?")
        other = words.kind_of_shop(partners[0].platform)
        card.body.addWidget(label(title.format(shop=other), 14, strong=True))
        why = self.tr("Their goods and orders are compared with each other from then on.")
        card.body.addWidget(label(why, 12, tone="text3", wrap=True))
        card.body.addLayout(stack(self.partner, None, across=True))
        return card
