"""Binding an ads account: the application's keys, then agreeing in the browser. Nothing is kept before it is bound."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.rules.ads_sign_in import read_pasted_ads
from console.rules.sign_in import new_state
from console.ui.context import Desk
from console.ui.tabs.accounts.ads_keys_step import AdsKeysStep, WantedAds
from console.ui.tabs.accounts.agree_step import Agreement, AgreeStep, OpenUrl, open_in_browser
from console.ui.tabs.accounts.form import ErrorPanel, Steps
from console.ui.tabs.accounts.wizard_frame import WizardFrame
from console.ui.tasks import Tasks

KEYS, AGREE = range(2)


class BindAdsDialog(WizardFrame):
    """Opened with ``open()``. Cancelling leaves nothing behind; closing empties every field."""

    def __init__(self, parent: QWidget, desk: Desk, wanted: WantedAds, open_url: OpenUrl = open_in_browser) -> None:
        super().__init__(parent, _title(again=wanted.known is not None))
        self._desk = desk
        self._wanted = wanted
        self._tasks = Tasks("BindAdsDialog")
        self._state = new_state()
        self.bound = ""
        self.keys = AdsKeysStep(desk, wanted)
        self.agree = AgreeStep(desk, self._state, open_url, _agreement())
        self.steps = Steps(
            [
                (self.tr("App keys"), self.tr("app_id and secret")),
                (self.tr("Agree in the browser"), self.tr("On the platform's own page")),
            ]
        )
        self.lay_out((self.keys, self.agree), self.tr("For the shop “{shop}”").format(shop=wanted.shop_name))
        self.back.clicked.connect(lambda: self._go(KEYS))
        self.finished.connect(self._ended)
        self._go(KEYS)
        if wanted.known is not None and self.keys.is_filled():
            self._to_agreement(opened=False)

    @property
    def busy(self) -> bool:
        """Whether the platform is being asked."""
        return self._tasks.busy

    def _go(self, step: int) -> None:
        self.show_part(step)
        self._show_step()
        if step == KEYS:
            first = next((one for one in self.keys.fields if not one.text and one is not self.keys.account), None)
            (first or self.keys.app_id).line.setFocus()

    def _show_step(self) -> None:
        self.steps.show_step(self.step)
        titles = (
            (
                self.tr("Fill in the ads app's keys"),
                self.tr("The ads platform has apps of its own; the shop's app does not open it."),
            ),
            (
                self.tr("Agree in the browser"),
                self.tr("You log in and agree on the platform's own page; this program never sees your password."),
            ),
        )
        self.title.setText(titles[self.step][0])
        self.under.setText(titles[self.step][1])
        onward = (self.tr("Next: agree"), self.tr("Check and bind"))
        self.next.setText(self.tr("Asking the platform…") if self.busy else onward[self.step])
        self.next.setEnabled(not self.busy)
        self.back.setVisible(self.step == AGREE)
        self.back.setEnabled(not self.busy)
        for part in (self.keys, self.agree):
            part.setEnabled(not self.busy)

    def forward(self) -> None:
        if self.busy:
            return
        if self.step == AGREE:
            code = self.agree.code()
            if code:
                self._ask(code)
        elif self.keys.is_filled():
            self._to_agreement(opened=True)

    def _to_agreement(self, *, opened: bool) -> None:
        callback = self.keys.callback.text
        self._desk.preferences.ads_callback = callback
        self._go(AGREE)
        page = self._desk.actions.advertising.sign_in_page(self.keys.keys(), callback, self._state)
        self.agree.begin(page, opened=opened)

    def _ask(self, code: str) -> None:
        self.agree.error.show_words(None)
        task = self._tasks.start(self._bind(code, self.agree.error), key="bind")
        if task is not None:
            self._show_step()
            task.add_done_callback(lambda _: self._answered())

    def _answered(self) -> None:
        self._show_step()
        if not self.bound:
            self.agree.pasted.line.setFocus()

    async def _bind(self, code: str, error: ErrorPanel) -> None:
        again = self._wanted.number if self._wanted.known is not None else ""
        ads = self._desk.actions.advertising
        try:
            self.bound = await ads.bind(self._wanted.shop_id, self.keys.keys(), code, again)
        except (Trouble, FileTrouble) as trouble:
            error.show_words(catalogue.words_for(trouble, self._desk.language), trouble.code)
            self.agree.pasted.empty()  # a code works once
            return
        self.accept()

    def _ended(self) -> None:
        """Leave no secret and no code in any field."""
        self.keys.empty()
        self.agree.pasted.empty()
        if not self.bound:
            self._tasks.cancel("bind")

    async def close_tasks(self) -> None:
        """Whoever deletes the dialog waits for what it still does."""
        await self._tasks.close()


def _title(*, again: bool) -> str:
    if again:
        return QCoreApplication.translate("BindAdsDialog", "Sign in again")
    return QCoreApplication.translate("BindAdsDialog", "Bind an ads account")


def _agreement() -> Agreement:
    return Agreement(
        who=QCoreApplication.translate("BindAdsDialog", "Log in with the account that manages the ads and agree"),
        opens=QCoreApplication.translate(
            "BindAdsDialog", "The ads platform's own page opens; this program never sees your password."
        ),
        pasted=QCoreApplication.translate("BindAdsDialog", "The whole address"),
        hint="https://…?auth_code=…&state=…",
        life=QCoreApplication.translate("BindAdsDialog", "A code lives for 10 minutes and works once"),
        read=read_pasted_ads,
    )
