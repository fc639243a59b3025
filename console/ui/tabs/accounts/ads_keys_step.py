"""The keys of the merchant's own ads application: each is checked as one types, and it is said where it stands."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.gateway import Credentials
from console.rules import ads_sign_in as rules
from console.rules.sign_in import base_url_fault, secret_fault
from console.store.views import SignIn
from console.ui.context import Desk
from console.ui.tabs.accounts.form import Field, Panel
from console.ui.widgets import link


@dataclass(frozen=True)
class WantedAds:
    """For which Kuaishou shop; ``number`` is the account that is bound again, ``known`` what is kept of its sign-in."""

    shop_id: str
    shop_name: str
    number: str = ""
    known: SignIn | None = None


class AdsKeysStep(QWidget):
    """Where an account is signed in to again, a secret that is left empty stays as it is kept."""

    def __init__(self, desk: Desk, wanted: WantedAds) -> None:
        super().__init__()
        lang = desk.language
        self._kept = wanted.known is not None
        self._default = desk.actions.advertising.default_base_url()
        keep = self.tr("Leave empty to keep what is stored") if self._kept else ""
        self.app_id = Field("app_id", rules.app_id_fault, lang)
        self.secret = Field("secret", secret_fault, lang, secret=True, hint=keep)
        self.callback = Field(self.tr("Callback address"), rules.ads_callback_fault, lang, hint="https://")
        self.account = Field(self.tr("Number of the ads account (may stay empty)"), rules.account_fault, lang)
        self.base_url = Field(self.tr("Service address"), base_url_fault, lang)
        self.fields = (self.app_id, self.secret, self.callback, self.account, self.base_url)
        self.where = Panel("info")
        self.where.say(
            self.tr("Copy them from the ads open platform › App management › App details"),
            self.tr("developers.e.kuaishou.com; an app of the merchant's own with the permission for ESP reports"),
        )
        self.advanced = link(self.tr("Advanced: service address"))
        self.advanced.clicked.connect(lambda: self.show_advanced(True))
        self._lay_out()
        self._help(again=bool(wanted.number))
        self._fill(desk, wanted)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        for field in self.fields[:-1]:
            whole.addWidget(field)
        whole.addWidget(self.where)
        whole.addWidget(self.base_url)
        advanced = QHBoxLayout()
        advanced.addWidget(self.advanced)
        advanced.addStretch(1)
        whole.addLayout(advanced)
        whole.addStretch(1)

    def _help(self, *, again: bool) -> None:
        self.secret.set_help(self.tr("Just paste it; blanks around it are dropped"))
        self.callback.set_help(self.tr("As it is stored with the app on the platform; begins with https://"))
        self.base_url.set_help(self.tr("Only for a sandbox; secrets are sent there"))
        if again:
            self.account.set_help(self.tr("This is the account that is signed in to again"))
            self.account.line.setReadOnly(True)
        else:
            self.account.set_help(
                self.tr("Only where your login manages several: see the ads console; it is not the Kuaishou ID")
            )

    def _fill(self, desk: Desk, wanted: WantedAds) -> None:
        known = wanted.known
        self.callback.line.setText(desk.preferences.ads_callback)
        self.account.line.setText(wanted.number)
        self.base_url.line.setText(self._default if known is None else known.base_url)
        if known is not None:
            self.app_id.line.setText(known.app_key)
        self.show_advanced(self.base_url.text != self._default)

    def keys(self) -> Credentials:
        """What was typed. Never kept anywhere but in the fields."""
        return Credentials(
            base_url=self.base_url.text.rstrip("/"),
            app_key=self.app_id.text,
            app_secret=self.secret.text,
            grant_id=self.account.text,
        )

    def is_filled(self) -> bool:
        """Whether the keys may be tried; if not, the first field that is not right says so and has the focus."""
        for field in self.fields:
            optional = field is self.account or (self._kept and field is self.secret)
            fault = field.fault or ("" if field.text or optional else "bind.empty")
            if fault:
                if field is self.base_url:
                    self.show_advanced(True)
                field.complain(fault)
                return False
        return True

    def show_advanced(self, shown: bool) -> None:
        """Show the service address, or fold it away."""
        self.base_url.setVisible(shown)
        self.advanced.setVisible(not shown)

    def empty(self) -> None:
        """Leave no secret in a field."""
        for field in self.fields:
            field.empty()
