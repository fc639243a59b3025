"""What the page does about permissions: tests, switches, what was bought, and the platforms' pages."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.operators import Right
from console.core.permissions import Switch
from console.ui.context import Desk
from console.ui.rights import guard
from console.ui.tabs.accounts.card import ShopCard
from console.ui.tabs.accounts.package import PackageDialog
from console.ui.tabs.accounts.reading import ShopState
from console.ui.tabs.accounts.testing import Tester
from console.ui.tasks import Tasks

if TYPE_CHECKING:
    from console.store.outlook import Package
    from console.ui.tabs.accounts.page import AccountsPage


class Permitting(QObject):
    """Works for one page: it shows what it is told, and asks this for what is pressed."""

    def __init__(self, page: "AccountsPage", desk: Desk, tasks: Tasks, all_button: QPushButton) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._tasks = tasks
        self._cards: dict[str, ShopCard] = {}
        self.tester = Tester(desk.actions, self)
        self.tester.moved.connect(self._moved)
        self.dialog: PackageDialog | None = None
        self._all = all_button
        self._all.clicked.connect(self._test_all)
        self._show_progress()

    def take(self, cards: Iterable[tuple[str, ShopCard]]) -> None:
        """These cards are in sight now."""
        self._cards = dict(cards)
        for shop_id, card in self._cards.items():
            card.test_asked.connect(self._test)
            card.stop_asked.connect(self._stop)
            card.page_asked.connect(self._visit)
            card.turned.connect(self._turn)
            card.bought_asked.connect(self.open_package)
            for knob in card.switches.knobs.values():
                guard(self._desk.session, knob, Right.SWITCHES)
            card.set_needs(self._desk.actions.needs(shop_id))
            self._moved(shop_id)
        self._show_progress()

    # -- tests ------------------------------------------------------------------------------------------------------

    def _test(self, shop_id: str) -> None:
        self.tester.start([shop_id])

    def _stop(self, shop_id: str) -> None:
        self.tester.stop([shop_id])

    def _test_all(self) -> None:
        if self.tester.running:
            self.tester.stop()
        else:
            self.tester.start(self._cards)

    def _moved(self, shop_id: str) -> None:
        card = self._cards.get(shop_id)
        if card is not None:
            running = shop_id in self.tester.running
            card.show_testing((self.tester.needs(shop_id), self.tester.lines(shop_id)) if running else None)
        self._show_progress()

    def _show_progress(self) -> None:
        done, wanted = self.tester.progress()
        running = bool(self.tester.running)
        stop = self.tr("Stop testing ({n} of {all})").format(n=done, all=wanted)
        self._all.setText(stop if running else self.tr("Test all"))
        self._all.setEnabled(bool(self._cards))

    def _visit(self, page: str) -> None:
        if not self._page.open_url(page):
            self._page.said.emit(self.tr("No browser was found; the page is {page}").format(page=page), "")

    # -- switches ---------------------------------------------------------------------------------------------------

    def _turn(self, shop_id: str, switch: Switch | str, on: bool) -> None:
        self._tasks.start(self._keep_switch(shop_id, switch, on))

    async def _keep_switch(self, shop_id: str, switch: Switch | str, on: bool) -> None:
        actions = self._desk.actions
        try:
            if isinstance(switch, Switch):
                await actions.set_switch(shop_id, switch, on)
            else:
                await actions.set_read_only(shop_id, on)
        except (Trouble, FileTrouble) as trouble:
            self._on_panel(shop_id, lambda card: card.switches.take_back(switch))
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)
            return
        self._on_panel(shop_id, lambda card: card.switches.say_saved(switch, on))

    def _on_panel(self, shop_id: str, act: Callable[[ShopCard], None]) -> None:
        card = self._cards.get(shop_id)
        if card is not None:
            act(card)

    # -- what was bought --------------------------------------------------------------------------------------------

    def open_package(self, shop_id: str) -> None:
        """Ask what was bought for this shop."""
        state = self._page.state_of(shop_id)
        if state is None or self.dialog is not None:
            return
        self.dialog = PackageDialog(self._page, state)
        self.dialog.finished.connect(lambda code: self._package_ended(state, bool(code)))
        self.dialog.open()

    def _package_ended(self, state: ShopState, sure: bool) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        if sure:
            work = self._keep_bought(state.shop.shop_id, dialog.package, dialog.paid_until_at)
            self._tasks.start(work)
        dialog.deleteLater()

    async def _keep_bought(self, shop_id: str, package: "Package | None", paid_until_at: int | None) -> None:
        try:
            await self._desk.actions.set_bought(shop_id, package, paid_until_at)
        except (Trouble, FileTrouble) as trouble:
            said = catalogue.words_for(trouble, self._desk.language)
            self._page.said.emit(said.text, said.next_step)

    async def close(self) -> None:
        """End what runs."""
        if self.dialog is not None:
            self.dialog.reject()
        await self.tester.tasks.close()
