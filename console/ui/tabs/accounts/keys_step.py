"""Step 1 of binding: the platform, and the keys of the merchant's own app. Each field is checked as one types."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.core.gateway import Credentials
from console.core.model import Platform
from console.rules import sign_in as rules
from console.store.views import ShopRow, SignIn
from console.ui.context import Desk
from console.ui.tabs.accounts.form import Choice, ErrorPanel, Field, Panel
from console.ui.widgets import link


class KeysStep(QWidget):
    """``shop`` is the one that is signed in to again: fields left empty then stay as they are kept."""

    platform_chosen = Signal()

    def __init__(self, desk: Desk, platform: Platform, shop: ShopRow | None, known: SignIn | None) -> None:
        super().__init__()
        self._desk = desk
        self._kept = shop is not None and known is not None
        self.choices = {
            Platform.KUAISHOU: Choice(Platform.KUAISHOU, self.tr("Open platform · own app")),
            Platform.YOUZAN: Choice(Platform.YOUZAN, self.tr("Youzan Cloud · own-use app")),
        }
        lang, kept = desk.language, self.tr("Leave empty to keep what is stored")
        keep = kept if self._kept else ""
        self.app_key = Field("AppKey", lambda text: rules.app_key_fault(Platform.KUAISHOU, text), lang)
        self.app_secret = Field("AppSecret", rules.secret_fault, lang, secret=True, hint=keep)
        self.sign_secret = Field("SignSecret", rules.secret_fault, lang, secret=True, hint=keep)
        self.callback = Field(self.tr("Callback address"), rules.callback_fault, lang, hint="https://")
        self.client_id = Field("client_id", lambda text: rules.app_key_fault(Platform.YOUZAN, text), lang)
        self.client_secret = Field("client_secret", rules.secret_fault, lang, secret=True, hint=keep)
        self.kdt_id = Field(self.tr("Shop's kdt_id"), rules.kdt_id_fault, lang)
        self.base_url = Field(self.tr("Service address"), rules.base_url_fault, lang)
        self._of_platform = {
            Platform.KUAISHOU: (self.app_key, self.app_secret, self.sign_secret, self.callback),
            Platform.YOUZAN: (self.client_id, self.client_secret, self.kdt_id),
        }
        self.where = Panel("info")
        self.error = ErrorPanel()
        self.advanced = link(self.tr("Advanced: service address"))
        self.advanced.clicked.connect(lambda: self.show_advanced(self.base_url.isHidden()))
        self._lay_out()
        self._help()
        for one, choice in self.choices.items():
            choice.setEnabled(shop is None or one is platform)
            choice.toggled.connect(lambda on: self._chosen() if on else None)
        self.choices[platform].setChecked(True)
        self._fill(known)

    def _lay_out(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(8)
        for choice in self.choices.values():
            choices.addWidget(choice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(choices)
        for fields in self._of_platform.values():
            for field in fields:
                whole.addWidget(field)
        self.base_url.hide()
        whole.addWidget(self.where)
        whole.addWidget(self.base_url)
        advanced = QHBoxLayout()
        advanced.addWidget(self.advanced)
        advanced.addStretch(1)
        whole.addLayout(advanced)
        whole.addWidget(self.error)
        whole.addStretch(1)

    def _help(self) -> None:
        blanks = self.tr("Just paste it; blanks around it are dropped")
        self.app_secret.set_help(blanks)
        self.client_secret.set_help(blanks)
        self.callback.set_help(self.tr("As it is stored with the app on the platform; begins with https://"))
        self.kdt_id.set_help(self.tr("In the shop's console under Settings › Shop"))
        self.base_url.set_help(self.tr("Only for a sandbox; secrets are sent there"))

    def _fill(self, known: SignIn | None) -> None:
        self.callback.line.setText(self._desk.preferences.callback)
        if known is None:
            return
        self.app_key.line.setText(known.app_key)
        self.client_id.line.setText(known.app_key)
        self.kdt_id.line.setText(known.grant_id)
        self.base_url.line.setText(known.base_url)
        if known.base_url != self._desk.actions.default_base_url(self.platform):
            self.show_advanced(True)

    @property
    def platform(self) -> Platform:
        return next((one for one, choice in self.choices.items() if choice.isChecked()), Platform.KUAISHOU)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Those of the chosen platform, from top to bottom."""
        return (*self._of_platform[self.platform], self.base_url)

    def keys(self) -> Credentials:
        """What was typed. Never kept anywhere but in the fields."""
        kuaishou = self.platform is Platform.KUAISHOU
        return Credentials(
            base_url=self.base_url.text.rstrip("/"),
            app_key=(self.app_key if kuaishou else self.client_id).text,
            app_secret=(self.app_secret if kuaishou else self.client_secret).text,
            sign_secret=self.sign_secret.text if kuaishou else "",
            grant_id="" if kuaishou else self.kdt_id.text,
        )

    def is_filled(self) -> bool:
        """Whether the keys may be tried; if not, the first field that is not right says so and has the focus."""
        for field in self.fields:
            if field.fault:
                field.complain(field.fault)
                return False
            optional = self._kept and field in (self.app_secret, self.sign_secret, self.client_secret)
            if not field.text and not optional:
                if field is self.base_url:
                    self.show_advanced(True)
                field.complain("bind.empty")
                return False
        return True

    def show_advanced(self, shown: bool) -> None:
        """Show the service address, or fold it away."""
        self.base_url.setVisible(shown)
        self.advanced.setVisible(not shown)

    def _chosen(self) -> None:
        for platform, fields in self._of_platform.items():
            for field in fields:
                field.setVisible(platform is self.platform)
        addresses = [self._desk.actions.default_base_url(one) for one in Platform]
        if self.base_url.text in ("", *addresses):
            self.base_url.line.setText(self._desk.actions.default_base_url(self.platform))
        if self.platform is Platform.KUAISHOU:
            self.where.say(
                self.tr("Copy them from Kuaishou's open platform › App management › App details"),
                self.tr("An app of the merchant's own; it may only be used for shops of the same company"),
            )
        else:
            self.where.say(
                self.tr("Copy them from Youzan Cloud's console › App › Credentials"),
                self.tr("An own-use app of your own; the tokens come without a browser and renew by themselves"),
            )
        self.error.show_words(None)
        self.platform_chosen.emit()

    def empty(self) -> None:
        """Leave no secret in a field."""
        for fields in self._of_platform.values():
            for field in fields:
                field.empty()
