"""Step 3 of binding: what the shop may do, tested line by line, and with which shop it belongs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform, Shop
from console.core.operators import Right
from console.core.permissions import Outcome, Permissions, Switch
from console.rules.tiers import Tier
from console.store.views import ShopRow, SignIn
from console.ui.context import Desk
from console.ui.rights import guard
from console.ui.tabs.accounts import permits, words
from console.ui.tabs.accounts.abilities import Abilities, Tiers
from console.ui.tabs.accounts.agree_step import OpenUrl
from console.ui.tabs.accounts.form import ErrorPanel, Panel
from console.ui.tabs.accounts.reading import Accounts, ShopState
from console.ui.tabs.accounts.testing import Tester
from console.ui.tasks import Tasks
from console.ui.widgets import Card, Mark, Picker, button, label, line, stack
from console.ui.widgets import Switch as Knob
from console.ui.widgets.labels import fit

ALONE = ""  # the choice of no partner


class BoundNote(QFrame):
    """Which shop it is and until when: stands at the wizard's left from now on."""

    WIDE = 208

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(self.WIDE)
        self.hide()

    def show_shop(self, state: ShopState, now: int, *, lasting: bool) -> None:
        """Say whose shop this is."""
        shop, ending = state.shop, words.ending(state, now)
        name = label(shop.name, 13, strong=True, wrap=True)
        fit(name, self.WIDE - 70)
        who = stack(name, label(words.number_of_shop(state), 12, tone="text3", selectable=True), gap=2)
        top = stack(Mark(shop.platform, 24), across=True, gap=10)
        top.addLayout(who, 1)
        room = stack(gap=6, margins=(12, 10, 12, 10))
        room.addLayout(top)
        room.addWidget(line())
        kept = self.tr("in the key store") if lasting else self.tr("until the program closes")
        for title, value in ((self.tr("Secrets"), kept), (self.tr("Sign-in ends"), ending.words)):
            row = stack(label(title, 12, tone="text3"), None, across=True)
            row.addWidget(label(value, 12))
            room.addLayout(row)
        under = label(ending.under, 12, tone="text3", wrap=True)
        fit(under, self.WIDE - 26)
        room.addWidget(under)
        self.setLayout(room)
        self.show()


class DoneStep(QWidget):
    """Filled when the shop is bound. ``summary`` and ``again`` stand in the wizard's foot."""

    moved = Signal()

    def __init__(self, desk: Desk, tester: Tester, open_url: OpenUrl) -> None:
        super().__init__()
        self._desk = desk
        self._tester = tester
        self._open_url = open_url
        self.tasks = Tasks("DoneStep")
        self._shop_id = ""
        self._kept = Permissions()
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(12)
        self.note = BoundNote()
        self.partner: Picker | None = None
        self.ads: Knob | None = None
        self.tiers = Tiers()
        self.abilities: Abilities | None = None
        self.error = ErrorPanel()
        self.summary = label("", 12, tone="text2")
        self.again = button(self.tr("Test again"), "default", "refresh-cw")
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._test)
        self.tiers.chosen.connect(self._choose)
        tester.moved.connect(self._moved)

    def show_shop(self, shop: Shop, sign_in: SignIn | None, accounts: Accounts, *, offers_ads: bool = False) -> None:
        """Say whose shop this is, test it, and offer the shops it may belong with, and to bind its ads account."""
        row = ShopRow(
            shop_id=shop.shop_id, platform=shop.platform, platform_shop_id=shop.platform_shop_id, name=shop.name
        )
        self._shop_id = shop.shop_id
        lasting = self._desk.actions.secrets_last()
        self.note.show_shop(ShopState(row, sign_in=sign_in, asked=True), self._desk.now(), lasting=lasting)
        self._kept = next(
            (stand.permissions for shop_id, stand in (accounts.stands or {}).items() if shop_id == shop.shop_id),
            self._kept,
        )
        self.abilities = Abilities(shop.platform, self._desk.actions.needs(shop.shop_id), self._desk.language)
        self.abilities.turned.connect(self._turn)
        for part in (*self.tiers.choices.values(), *self.abilities.knobs.values()):
            guard(self._desk.session, part, Right.SWITCHES)
        self.abilities.page_asked.connect(self._visit)
        self._room.addWidget(self.tiers)
        self._room.addLayout(self.abilities.refused)
        self._room.addWidget(self.abilities)
        self._room.addWidget(self._pairing(row, accounts))
        if offers_ads:
            self._room.addWidget(self._ads())
        if not lasting:
            notice = Panel("key-round", "fg_amber")
            notice.say(
                self.tr("This sign-in is kept until the program closes"),
                self.tr("No key store answers on this computer; nothing secret is written to the disk instead."),
            )
            self._room.addWidget(notice)
        self._room.addWidget(self.error)
        self._room.addStretch(1)
        self._show_switches()
        self._test()

    # -- the self-test ----------------------------------------------------------------------------------------------

    def _test(self) -> None:
        if self._shop_id in self._tester.running:
            self._tester.stop([self._shop_id])
        else:
            self._tester.start([self._shop_id])

    def _moved(self, shop_id: str) -> None:
        if shop_id != self._shop_id or self.abilities is None:
            return
        checks, running = self._tester.lines(shop_id), shop_id in self._tester.running
        self.abilities.show_checks(checks, running=running)
        self.again.setText(self.tr("Stop testing") if running else self.tr("Test again"))
        works = sum(check.outcome is Outcome.OK for check in checks)
        refused = sum(check.outcome is Outcome.REFUSED for check in checks)
        said = self.tr("{all} lines · {works} work · {refused} refused")
        if running:
            said = self.tr("{all} lines · {works} work · {refused} refused · testing")
        self.summary.setText(said.format(all=len(self._tester.needs(shop_id)), works=works, refused=refused))
        self.moved.emit()

    def _visit(self, page: str) -> None:
        if not self._open_url(page):
            self.error.say(self.tr("No browser was found; the page is {page}").format(page=page))
            self.error.show()

    # -- switches ---------------------------------------------------------------------------------------------------

    def _choose(self, tier: Tier) -> None:
        wanted = permits.SETS[tier]
        self.tasks.start(self._keep({switch: switch in wanted for switch in Switch}), key="switches")

    def _turn(self, switch: Switch, on: bool) -> None:
        self.tasks.start(self._keep({switch: on}))

    async def _keep(self, wanted: dict[Switch, bool]) -> None:
        on = set(self._kept.on)
        try:
            for switch, turned in wanted.items():
                if turned != (switch in on):
                    await self._desk.actions.set_switch(self._shop_id, switch, turned)
                    (on.add if turned else on.discard)(switch)
                    self._kept = Permissions(on=frozenset(on), read_only=self._kept.read_only)
        except (Trouble, FileTrouble) as trouble:
            self.error.show_words(catalogue.words_for(trouble, self._desk.language), trouble.code)
        self._show_switches()

    def _show_switches(self) -> None:
        self.tiers.show_switches(self._kept.on)
        if self.abilities is not None:
            self.abilities.show_switches(self._kept)

    def _ads(self) -> QWidget:
        card = Card()
        words = self.tr("Then bind its ads account (磁力金牛), too")
        self.ads = Knob(words)
        guard(self._desk.session, self.ads, Right.BIND)
        why = self.tr("Optional: an app of the ads platform is needed. It can be done at any time under Accounts.")
        card.body.addLayout(stack(self.ads, label(words, 14, strong=True), None, across=True, gap=10))
        card.body.addWidget(label(why, 12, tone="text3", wrap=True))
        return card

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
