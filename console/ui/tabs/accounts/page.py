"""The accounts page: every bound shop with its partner, how it is, until when it is signed in, and what to do."""

from collections.abc import Coroutine, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console import catalogue
from console.core.changes import Changes
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.core.operators import Right
from console.store.views import Pair, SignIn
from console.ui.context import Desk
from console.ui.dialogs import ask
from console.ui.overview import platforms_of
from console.ui.page import Page, Question, scrolled
from console.ui.rights import guard, owner_only
from console.ui.tabs.accounts.advertising import Advertising
from console.ui.tabs.accounts.agree_step import OpenUrl, open_in_browser
from console.ui.tabs.accounts.group import DeadBar, GroupView
from console.ui.tabs.accounts.guards import guard_group
from console.ui.tabs.accounts.outage import OutageCard
from console.ui.tabs.accounts.permitting import Permitting
from console.ui.tabs.accounts.reading import Accounts, Group, ShopState, read_accounts
from console.ui.tabs.accounts.unbind import UnbindDialog
from console.ui.tabs.accounts.wizard import BindDialog, Wanted
from console.ui.widgets import EmptyState, StripLook, button
from console.ui.widgets.banner import Banner


class AccountsPage(Page):
    """账号."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.title.setText(self.tr("Accounts"))
        self.sync = button(self.tr("Sync now"), "default", "refresh-cw")
        self.sync.clicked.connect(lambda: self._do(self.desk.actions.sync_now()))
        self.bind = button(self.tr("Bind a shop"), "primary", "plus")
        self.bind.clicked.connect(lambda: self.open_wizard())
        self.test_all = button(self.tr("Test all"), "default", "list-checks")
        for part in (self.sync, self.test_all, self.bind):
            self.head.addWidget(part)
        self.permitting = Permitting(self, desk, self.tasks, self.test_all)
        self.advertising = Advertising(self, desk, self.tasks)
        self.outage: OutageCard | None = None
        self.open_url: OpenUrl = open_in_browser
        self.accounts = Accounts()
        self.groups: dict[str, GroupView] = {}
        self.wizard: BindDialog | None = None
        self.unbinding: UnbindDialog | None = None
        self._sign_ins: Mapping[str, SignIn] | None = None
        self._read_once = False
        self._shape: tuple[object, ...] = ()
        self._bars: dict[str, DeadBar] = {}
        self._fleeting = Banner()
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(16)
        inside = QWidget()
        inside.setLayout(self._room)
        self._scroll = scrolled(inside)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = EmptyState(
            "link-2",
            self.tr("Join your two shops first"),
            self.tr(
                "Bind the Kuaishou shop and the Youzan shop. The first reading takes a few minutes, then it goes on by "
                "itself. All data stay on this computer, and nothing is written to a platform unless you click."
            ),
            self.tr("Bind a shop"),
        )
        self.empty.on_click(self.open_wizard)
        for opens in (self.bind, self.empty.button):
            guard(desk.session, opens, Right.BIND)
        self.empty.hide()
        self.column.addWidget(self._fleeting)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self._scroll, 1)
        self._read(sign_ins=True)

    @property
    def is_settled(self) -> bool:
        return self._read_once and not self.tasks.busy

    # -- reading ----------------------------------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        self._read(sign_ins="shops" in changes.kinds)

    def _read(self, *, sign_ins: bool) -> None:
        self.tasks.start(self._read_file(), key="file")
        self.advertising.read(sign_ins=sign_ins)
        if sign_ins:
            self.tasks.start(self._read_sign_ins(), key="sign_ins")

    async def _read_file(self) -> None:
        self.accounts = await self.desk.database.read(read_accounts, self.desk.now())
        self._read_once = True
        self._show()
        self.settled.emit()

    async def _read_sign_ins(self) -> None:
        """On its own: a key store may ask the person for a password first."""
        self._sign_ins = await self.desk.actions.sign_ins()
        self._show()
        self.settled.emit()

    def tick(self) -> None:
        if self._read_once:
            self._show_states(self.accounts.groups(self._sign_ins))
            self.advertising.show()

    # -- showing ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if not self._read_once:
            return
        groups = self.accounts.groups(self._sign_ins)
        dead = [half for group in groups for half in group.halves if half.dead is not None]
        shape = (
            tuple((group.key, group.pair, tuple(half.shop for half in group.halves)) for group in groups),
            tuple(half.shop.shop_id for half in dead),
        )
        if shape != self._shape:
            self._shape = shape
            self._build(groups, dead)
        self._show_states(groups)

    def _build(self, groups: list[Group], dead: list[ShopState]) -> None:
        while (item := self._room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._bars = {half.shop.shop_id: DeadBar(half.shop.shop_id) for half in dead}
        for bar in self._bars.values():
            bar.sign_in_asked.connect(self.sign_in_again)
            self._room.addWidget(bar)
        self.outage = self._outage() if groups else None
        self.groups = {group.key: self._group(group) for group in groups}
        for view in self.groups.values():
            self._room.addWidget(view)
        self.advertising.furnish(self.groups, groups)
        self.permitting.take(one for view in self.groups.values() for one in view.cards.items())
        self._room.addStretch(1)
        self.empty.setVisible(not groups)
        self._scroll.setVisible(bool(groups))
        self.sync.setEnabled(bool(groups))
        self.sync.setToolTip("" if groups else self.tr("No shop is bound yet"))
        self.bind.setVisible(bool(groups))

    def _outage(self) -> OutageCard:
        card = OutageCard(self.desk.language)
        card.sign_in_asked.connect(self.sign_in_again)
        card.bought_asked.connect(self.permitting.open_package)
        self._room.addWidget(card)
        return card

    def _group(self, group: Group) -> GroupView:
        partners = [] if group.pair else self.accounts.partners(group.halves[0].shop.platform)
        view = GroupView(group, partners, self.desk.language)
        view.sign_in_asked.connect(self.sign_in_again)
        view.unbind_asked.connect(self.open_unbind)
        view.bind_asked.connect(lambda platform: self.open_wizard(Wanted(platform)))
        view.pair_asked.connect(lambda one, other: self._do(self.desk.actions.pair(one, other)))
        view.part_asked.connect(lambda pair: self.tasks.start(self._part(pair), key="part"))
        guard_group(self.desk.session, view)
        return view

    def _show_states(self, groups: list[Group]) -> None:
        now = self.desk.now()
        shops = self.tr("%n shop(s)", "", len(self.accounts.shops))
        pairs = self.tr("%n channel link(s)", "", len(self.accounts.pairs))
        self.under.setText(f"{shops} · {pairs}" if groups else "")
        if self.outage is not None:
            self.outage.show_states([half for group in groups for half in group.halves], now)
        for group in groups:
            if group.key in self.groups:
                self.groups[group.key].show_state(group, now)
            for half in group.halves:
                if half.shop.shop_id in self._bars:
                    self._bars[half.shop.shop_id].show_state(half, now, self.desk.language)
        self._show_fleeting()

    def _show_fleeting(self) -> None:
        """Without a key store every start asks for a new sign-in: said for as long as it is so."""
        if self.desk.actions.secrets_last() or self.desk.is_demo():
            self._fleeting.show_look(None)
            return
        words = self.tr("This computer offers no key store")
        under = self.tr("sign-ins are kept until the program closes; nothing secret is written to the disk")
        self._fleeting.show_look(StripLook("amber", "key-round", words, under))

    # -- doing ------------------------------------------------------------------------------------------------------

    def open_at(self, question: Question) -> None:
        """``bind``: a platform, opens the wizard; ``sign_in``: a shop to sign in to again; ``shop``: one to look at."""
        if "bind" in question:
            found = [platform for platform in Platform if platform.value == question["bind"]]
            self.open_wizard(Wanted(found[0]) if found else None)
        elif "sign_in" in question:
            self.sign_in_again(question["sign_in"])
        elif "shop" in question:
            self._show_shop(question["shop"])

    def _show_shop(self, shop_id: str) -> None:
        card = next((view.cards[shop_id] for view in self.groups.values() if shop_id in view.cards), None)
        bar, ads = self._bars.get(shop_id), self.advertising.card(shop_id)
        if ads is not None:
            self._scroll.ensureWidgetVisible(ads)
            self.advertising.focus(ads)
        elif bar is not None:
            self._scroll.ensureWidgetVisible(bar)
            bar.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif card is not None:
            self._scroll.ensureWidgetVisible(card)
            card.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def state_of(self, shop_id: str) -> ShopState | None:
        """How a shop is by the last reading."""
        halves = (half for group in self.accounts.groups(self._sign_ins) for half in group.halves)
        return next((half for half in halves if half.shop.shop_id == shop_id), None)

    def open_wizard(self, wanted: "Wanted | None" = None) -> None:
        """Bind a shop; where nothing is said, of the platform that has none yet."""
        wanted = wanted or Wanted(self._lacking())
        if self.wizard is not None or not self.may(Right.SIGN_IN if wanted.shop is not None else Right.BIND):
            return
        self.wizard = BindDialog(self, self.desk, wanted, self.open_url, self.permitting.tester)
        self.wizard.finished.connect(self._wizard_ended)
        self.wizard.open()

    def _lacking(self) -> Platform:
        bound = platforms_of(self.accounts.shops)
        return next((platform for platform in Platform if platform not in bound), Platform.KUAISHOU)

    def may(self, right: Right) -> bool:
        """Whatever asks for it, a key or another page: only an owner may, and it is said."""
        allowed = self.desk.may(right)
        if not allowed:
            self.said.emit(owner_only(), "")
        return allowed

    def _wizard_ended(self) -> None:
        wizard, self.wizard = self.wizard, None
        if wizard is not None and wizard.result() and (shop := wizard.wants_ads) is not None:
            self.advertising.bind(shop.shop_id, shop.name)
        if wizard is not None and self.tasks.start(self._let_wizard_go(wizard)) is None:
            wizard.deleteLater()

    async def _let_wizard_go(self, wizard: BindDialog) -> None:
        """What it still asks is cancelled first; a binding that the platform has confirmed goes through."""
        await wizard.close_tasks()
        wizard.deleteLater()

    def sign_in_again(self, shop_id: str) -> None:
        """The same wizard, for this shop."""
        shop = next((one for one in self.accounts.shops if one.shop_id == shop_id), None)
        if shop is not None:
            self.open_wizard(Wanted(shop.platform, shop, (self._sign_ins or {}).get(shop_id)))

    def open_unbind(self, shop_id: str) -> None:
        """Let a shop go, after saying what that means and having its name typed."""
        state = self.state_of(shop_id)
        if state is None or self.unbinding is not None:
            return
        self.unbinding = UnbindDialog(self, state, paired=self.accounts.pair_of(shop_id) is not None)
        self.unbinding.finished.connect(lambda code: self._unbind_ended(shop_id, bool(code)))
        self.unbinding.open()

    def _unbind_ended(self, shop_id: str, sure: bool) -> None:
        dialog, self.unbinding = self.unbinding, None
        if dialog is None:
            return
        if sure:
            actions = self.desk.actions
            self._do(actions.erase(shop_id) if dialog.erases else actions.unbind(shop_id))
        dialog.deleteLater()

    async def _part(self, pair: Pair) -> None:
        names = [self.accounts.name_of(shop_id) for shop_id in pair.shop_ids]
        words = self.tr(
            "“{one}” and “{other}” are no longer compared: their orders lose the links, also those made by hand. Both "
            "stay bound and go on being read; pairing them again compares anew."
        )
        sure = await ask(
            self,
            self.tr("Part these two shops?"),
            words.format(one=names[0], other=names[1]),
            self.tr("Part"),
            kind="danger",
            undoable=False,
        )
        if sure:
            self._do(self.desk.actions.part(pair))

    def _do(self, work: Coroutine[Any, Any, object]) -> None:
        self.tasks.start(self._done(work))

    async def _done(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self.desk.language)
            self.said.emit(said.text, said.next_step)

    async def close_page(self) -> None:
        wizard = self.wizard
        if wizard is not None:
            await wizard.close_tasks()
            wizard.reject()
        if self.unbinding is not None:
            self.unbinding.reject()
        await self.permitting.close()
        await self.advertising.close()
        await super().close_page()
