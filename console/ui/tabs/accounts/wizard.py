"""The binding wizard: keys, agreement, result. Nothing is kept before the platform has said which shop it is."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform, Shop
from console.rules.sign_in import new_state
from console.store.views import ShopRow, SignIn
from console.ui.context import Desk
from console.ui.tabs.accounts.agree_step import AgreeStep, OpenUrl, open_in_browser
from console.ui.tabs.accounts.done_step import DoneStep
from console.ui.tabs.accounts.form import ErrorPanel, Steps
from console.ui.tabs.accounts.keys_step import KeysStep
from console.ui.tabs.accounts.reading import read_accounts
from console.ui.tabs.accounts.testing import Tester
from console.ui.tabs.accounts.wizard_frame import WizardFrame
from console.ui.tasks import Tasks

KEYS, AGREE, DONE = range(3)


@dataclass(frozen=True)
class Wanted:
    """What to bind: a platform, and the shop if it is signed in to again, with what is known of its sign-in."""

    platform: Platform = Platform.KUAISHOU
    shop: ShopRow | None = None
    known: SignIn | None = None


class BindDialog(WizardFrame):
    """Opened with ``open()``. Cancelling leaves nothing behind; closing empties every field."""

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        wanted: Wanted,
        open_url: OpenUrl = open_in_browser,
        tester: Tester | None = None,
    ) -> None:
        again = wanted.shop is not None
        super().__init__(parent, _title(again=again))
        self._desk = desk
        self._wanted = wanted
        self._tasks = Tasks("BindDialog")
        self._state = new_state()
        self._bound: Shop | None = None
        self.keys = KeysStep(desk, wanted.platform, wanted.shop, wanted.known)
        self.agree = AgreeStep(desk, self._state, open_url)
        self._tester = tester or Tester(desk.actions, self)  # a page's goes on when the wizard has ended
        self.done_step = DoneStep(desk, self._tester, open_url)
        self.steps = Steps(
            [
                (self.tr("App keys"), self.tr("Key and secrets")),
                (self.tr("Agree in the browser"), self.tr("On the platform's own page")),
                (self.tr("Permissions and test"), self.tr("What it may do")),
            ]
        )
        shop = wanted.shop
        self.lay_out(
            (self.keys, self.agree, self.done_step),
            self.tr("About 3 minutes; you can leave at any time") if shop is None else shop.name,
            note=self.done_step.note,
            foot=(self.done_step.summary, None, self.done_step.again),
        )
        self.back.clicked.connect(lambda: self._go(KEYS))
        self.keys.platform_chosen.connect(self._show_step)
        self.finished.connect(self._ended)
        self._go(KEYS)
        if wanted.known is not None and wanted.platform is Platform.KUAISHOU and self.keys.is_filled():
            self._to_agreement(opened=False)

    # -- where it is ------------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether the platform is being asked."""
        return self._tasks.busy

    def _go(self, step: int) -> None:
        self.show_part(step)
        self._show_step()
        if step == KEYS:
            first = next((one for one in self.keys.fields if not one.text and one.isVisibleTo(self.keys)), None)
            (first or self.keys.fields[0]).line.setFocus()

    def _show_step(self) -> None:
        needs_browser = self.keys.platform is Platform.KUAISHOU
        self.steps.show_step(self.step, None if needs_browser else AGREE)
        titles = (
            (self.tr("Fill in the app's keys"), self.tr("Made on the platform's developer pages; paste them here.")),
            (
                self.tr("Agree in the browser"),
                self.tr("You log in and agree on the platform's own page; this program never sees your password."),
            ),
            (
                self.tr("Choose what it may do"),
                self.tr("The shop is bound and being read. What its platform refuses stays grey and says why."),
            ),
        )
        self.title.setText(titles[self.step][0])
        self.under.setText(titles[self.step][1])
        forward = (
            self.tr("Next: agree") if needs_browser else self.tr("Sign in and bind"),
            self.tr("Check and bind"),
            self.tr("Finish"),
        )
        self.next.setText(self.tr("Asking the platform…") if self.busy else forward[self.step])
        self.next.setEnabled(not self.busy)
        self.back.setVisible(self.step == AGREE)
        self.back.setEnabled(not self.busy)
        self.cancel.setVisible(self.step != DONE)
        self.done_step.summary.setVisible(self.step == DONE)
        self.done_step.again.setVisible(self.step == DONE)
        for part in (self.keys, self.agree):
            part.setEnabled(not self.busy)

    def forward(self) -> None:
        if self.busy:
            return
        if self.step == DONE:
            self._tasks.start(self._finish(), key="finish")
        elif self.step == AGREE:
            code = self.agree.code()
            if code:
                self._ask(code, self.agree.error)
        elif self.keys.is_filled():
            if self.keys.platform is Platform.KUAISHOU:
                self._to_agreement(opened=True)
            else:
                self._ask("", self.keys.error)

    def _to_agreement(self, *, opened: bool) -> None:
        callback = self.keys.callback.text
        self._desk.preferences.callback = callback
        self._go(AGREE)
        self.agree.begin(self._desk.actions.sign_in_page(self.keys.keys(), callback, self._state), opened=opened)

    # -- asking the platform ----------------------------------------------------------------------------------------

    def _ask(self, code: str, error: ErrorPanel) -> None:
        error.show_words(None)
        task = self._tasks.start(self._bind(code, error), key="bind")
        if task is not None:
            self._show_step()
            task.add_done_callback(lambda _: self._answered())

    def _answered(self) -> None:
        self._show_step()
        if self.step == DONE:
            self.next.setFocus()
        elif self.step == AGREE:
            self.agree.pasted.line.setFocus()

    async def _bind(self, code: str, error: ErrorPanel) -> None:
        expected = self._wanted.shop.shop_id if self._wanted.shop is not None else ""
        try:
            shop = await self._desk.actions.bind(self.keys.platform, self.keys.keys(), code, expected)
        except (Trouble, FileTrouble) as trouble:
            error.show_words(catalogue.words_for(trouble, self._desk.language), trouble.code)
            self.agree.pasted.empty()  # a code works once
            return
        self._bound = shop
        self.empty()
        accounts = await self._desk.database.read(read_accounts, self._desk.now())
        sign_ins = await self._desk.actions.sign_ins()
        offers_ads = shop.platform is Platform.KUAISHOU and self._wanted.shop is None
        self.done_step.show_shop(shop, sign_ins.get(shop.shop_id), accounts, offers_ads=offers_ads)
        self._go(DONE)

    async def _finish(self) -> None:
        shop, picker = self._bound, self.done_step.partner
        if shop is not None and picker is not None and picker.key():
            ids = (shop.shop_id, picker.key())
            kuaishou, youzan = ids if shop.platform is Platform.KUAISHOU else ids[::-1]
            try:
                await self._desk.actions.pair(kuaishou, youzan)
            except (Trouble, FileTrouble) as trouble:
                self.done_step.error.show_words(catalogue.words_for(trouble, self._desk.language), trouble.code)
                return
        self.accept()

    @property
    def wants_ads(self) -> Shop | None:
        """The shop whose ads account is to be bound next, if that was asked for."""
        knob = self.done_step.ads
        return self._bound if knob is not None and knob.isChecked() else None

    # -- the end ----------------------------------------------------------------------------------------------------

    def empty(self) -> None:
        """Leave no secret and no code in any field."""
        self.keys.empty()
        self.agree.pasted.empty()

    def _ended(self) -> None:
        self.empty()
        self._tasks.cancel("bind")

    async def close_tasks(self) -> None:
        """Whoever deletes the dialog waits for what it still does."""
        await self._tasks.close()
        await self.done_step.tasks.close()
        if self._tester.parent() is self:
            await self._tester.tasks.close()


def _title(*, again: bool) -> str:
    if again:
        return QCoreApplication.translate("BindDialog", "Sign in again")
    return QCoreApplication.translate("BindDialog", "Bind a shop")
