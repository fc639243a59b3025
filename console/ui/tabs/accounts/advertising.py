"""The ads accounts of the page: reads them, shows them under their shops, and does what is pressed there."""

from collections.abc import Coroutine, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from console import catalogue
from console.core.clock import HOUR
from console.core.errors import FileTrouble, Trouble
from console.core.model import ADS
from console.core.operators import Right
from console.store.views import SignIn
from console.ui.context import Desk
from console.ui.tabs.accounts.ads_card import AdsCard, AdsSection, Tested
from console.ui.tabs.accounts.ads_dialog import BindAdsDialog
from console.ui.tabs.accounts.ads_keys_step import WantedAds
from console.ui.tabs.accounts.ads_reading import AdsState, health_key, read_ads
from console.ui.tabs.accounts.ads_unbind import UnbindAdsDialog
from console.ui.tabs.accounts.group import GroupView
from console.ui.tabs.accounts.reading import Group
from console.ui.tasks import Tasks

if TYPE_CHECKING:
    from console.ui.tabs.accounts.page import AccountsPage

ASK_AGAIN = HOUR  # every renewal moves a sign-in's end, and nobody says so


class Advertising(QObject):
    """Works for one page."""

    def __init__(self, page: "AccountsPage", desk: Desk, tasks: Tasks) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._tasks = tasks
        self._sections: dict[str, AdsSection] = {}
        self._names: dict[str, str] = {}
        self._states: tuple[AdsState, ...] = ()
        self._sign_ins: Mapping[str, SignIn] | None = None
        self._asked_at = 0
        self._tested: dict[str, Tested] = {}
        self.dialog: BindAdsDialog | None = None
        self.unbinding: UnbindAdsDialog | None = None

    # -- reading and showing ----------------------------------------------------------------------------------------

    def read(self, *, sign_ins: bool) -> None:
        """Read the file anew; the vault, too, where something was bound or a while has passed."""
        self._tasks.start(self._read(), key="ads")
        if sign_ins or self._desk.now() - self._asked_at >= ASK_AGAIN:
            self._tasks.start(self._ask(), key="ads sign_ins")

    async def _read(self) -> None:
        self._states = await self._desk.database.read(read_ads, self._desk.now())
        self.show()

    async def _ask(self) -> None:
        self._sign_ins = await self._desk.actions.advertising.sign_ins()
        self._asked_at = self._desk.now()
        self.show()

    def furnish(self, views: Mapping[str, GroupView], groups: list[Group]) -> None:
        """Put a section under every group that has a Kuaishou shop."""
        self._sections = {}
        self._names = {}
        for group in groups:
            if group.kuaishou is None:
                continue
            shop = group.kuaishou.shop
            section = AdsSection(shop, self._desk.session, self._desk.language)
            section.bind_asked.connect(self.bind)
            section.sign_in_asked.connect(self.sign_in_again)
            section.unbind_asked.connect(self.open_unbind)
            section.test_asked.connect(self._test)
            views[group.key].add_under(section)
            self._sections[shop.shop_id], self._names[shop.shop_id] = section, shop.name
        self.show()

    def show(self) -> None:
        """Say how they are by now."""
        now = self._desk.now()
        for shop_id, section in self._sections.items():
            states = [one.with_sign_ins(self._sign_ins) for one in self._states if one.shop_id == shop_id]
            section.show_states(states, self._tested, now)

    def card(self, key: str) -> AdsCard | None:
        """The card of the account that goes by this name in health and in notices."""
        cards = (card for section in self._sections.values() for card in section.cards.values())
        return next((card for card in cards if health_key(card.number) == key), None)

    def focus(self, card: AdsCard) -> None:
        """Where its trouble is mended."""
        card.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _state(self, number: str) -> AdsState | None:
        found = next((one for one in self._states if one.number == number), None)
        return None if found is None else found.with_sign_ins(self._sign_ins)

    # -- binding ----------------------------------------------------------------------------------------------------

    def bind(self, shop_id: str, name: str = "") -> None:
        """Bind an account of this shop; ``name`` is the shop's, where the page does not show it yet."""
        self._open(WantedAds(shop_id, name or self._names.get(shop_id, shop_id)))

    def sign_in_again(self, number: str) -> None:
        """The same dialog, for this account; one that was let go is bound anew."""
        state = self._state(number)
        if state is not None:
            name = self._names.get(state.shop_id, state.shop_id)
            self._open(WantedAds(state.shop_id, name, number, state.sign_in))

    def _open(self, wanted: WantedAds) -> None:
        right = Right.SIGN_IN if wanted.known is not None else Right.BIND
        if self.dialog is not None or not self._page.may(right):
            return
        self.dialog = BindAdsDialog(self._page, self._desk, wanted, lambda address: self._page.open_url(address))
        self.dialog.finished.connect(self._dialog_ended)
        self.dialog.open()

    def _dialog_ended(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        if dialog.bound:
            self._tested.pop(dialog.bound, None)
            said = self.tr("Ads account {number} is bound").format(number=dialog.bound)
            self._page.said.emit(said, self.tr("Its last 7 days are being read"))
        if self._tasks.start(self._let_go(dialog)) is None:
            dialog.deleteLater()

    async def _let_go(self, dialog: BindAdsDialog) -> None:
        """What it still asks is cancelled first; a binding that the platform has confirmed goes through."""
        await dialog.close_tasks()
        dialog.deleteLater()

    # -- letting go, testing ----------------------------------------------------------------------------------------

    def open_unbind(self, number: str) -> None:
        """Let an account go, after saying what that means."""
        state = self._state(number)
        if state is None or self.unbinding is not None or not self._page.may(Right.UNBIND):
            return
        self.unbinding = UnbindAdsDialog(self._page, state, self._names.get(state.shop_id, state.shop_id))
        self.unbinding.finished.connect(lambda code: self._unbind_ended(number, bool(code)))
        self.unbinding.open()

    def _unbind_ended(self, number: str, sure: bool) -> None:
        dialog, self.unbinding = self.unbinding, None
        if dialog is None:
            return
        if sure:
            self._tested.pop(number, None)
            self._tasks.start(self._done(self._desk.actions.advertising.unbind(number)))
        dialog.deleteLater()

    async def _done(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)

    def _test(self, number: str) -> None:
        self._tested[number] = Tested()
        self.show()
        self._tasks.start(self._tell(number), key=f"{ADS} {number}")

    async def _tell(self, number: str) -> None:
        try:
            check = await self._desk.actions.advertising.self_test(number)
            self._tested[number] = Tested(check, self._desk.now())
        finally:
            if self._tested.get(number) == Tested():
                del self._tested[number]
        self.show()

    async def close(self) -> None:
        """End what is open; the page's tasks are the page's to end."""
        if self.dialog is not None:
            await self.dialog.close_tasks()
            self.dialog.reject()
        if self.unbinding is not None:
            self.unbinding.reject()
