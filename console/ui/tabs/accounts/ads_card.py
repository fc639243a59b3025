"""The ads accounts under a pair of shops: a compact card each, or one line with a button where there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from console import catalogue
from console.catalogue import Language, Words
from console.core.model import ADS
from console.core.operators import Right
from console.core.permissions import Check
from console.store.views import ShopRow
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.rights import guard
from console.ui.session import Session
from console.ui.tabs.accounts import ads_words
from console.ui.tabs.accounts.ads_reading import AdsState
from console.ui.tabs.accounts.card import Fact, text_tone, trouble_panel
from console.ui.widgets import Card, Chip, IconLabel, button, label, line, link, stack
from console.ui.widgets.labels import set_tone

ICON = "trending-up"


@dataclass(frozen=True)
class Tested:
    """What a self-test said; ``check`` is None while it runs."""

    check: Check | None = None
    at: int = 0


class AdsCard(Card):
    """Which account, how it is, until when it is signed in, when it was read, and what today cost."""

    sign_in_asked = Signal(str)
    unbind_asked = Signal(str)
    test_asked = Signal(str)

    def __init__(self, number: str, session: Session, lang: Language) -> None:
        super().__init__()
        self.number = number
        self._session = session
        self._lang = lang
        self._said: tuple[tuple[Words, str], ...] = ()
        self.chip = Chip(ChipLook("grey", "circle-dashed", ""))
        self.ending = Fact(self.tr("Sign-in ends"))
        self.last = Fact(self.tr("Last read"))
        self.spend = Fact(self.tr("Ad spend today"))
        self.tested = label("", 12, tone="text3")
        self.test = link(self.tr("Test again"))
        self.again = link("")
        self.unbind = link(self.tr("Unbind…"))
        self.test.clicked.connect(lambda: self.test_asked.emit(number))
        self.again.clicked.connect(lambda: self.sign_in_asked.emit(number))
        self.unbind.clicked.connect(lambda: self.unbind_asked.emit(number))
        guard(session, self.unbind, Right.UNBIND)
        self._troubles = QVBoxLayout()
        self._troubles.setSpacing(6)
        self.body.setSpacing(12)
        self.body.addLayout(self._head())
        self.body.addWidget(line())
        facts = QHBoxLayout()
        facts.setSpacing(16)
        for fact in (self.spend, self.last, self.ending):
            facts.addWidget(fact, 1)
        self.body.addLayout(facts)
        self.body.addLayout(self._troubles)

    def _head(self) -> QHBoxLayout:
        number = self.tr("Ads account {number}").format(number=self.number)
        who = stack(
            label(catalogue.PLATFORM_NAMES[ADS][self._lang == "en"], 14, strong=True),
            label(number, 12, tone="text3", selectable=True),
            gap=2,
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel(ICON, 18, "accentText", ground="soft", side=36))
        row.addLayout(who)
        row.addWidget(self.chip)
        row.addStretch(1)
        for part in (self.tested, self.test, self.again, self.unbind):
            row.addWidget(part)
        return row

    def show_state(self, state: AdsState, tested: Tested | None, now: int) -> None:
        """Say how it is by now."""
        look = ads_words.chip(state, now)
        self.chip.set_look(look)
        ending = ads_words.ending(state, now)
        self.ending.say(ending.words, ending.under, text_tone(ending.tone))
        read = "" if state.read_at is None else texts.full_moment(state.read_at)[:16]
        self.last.say(texts.age(state.read_at, now), read, "red" if state.dead is not None else "text")
        spend, source = ads_words.spend(state, now)
        self.spend.say(spend, source)
        self.again.setText(self.tr("Bind again") if state.let_go else self.tr("Sign in again"))
        self.unbind.setVisible(not state.let_go)
        self.test.setVisible(not state.let_go)
        running = tested is not None and tested.check is None
        self.test.setEnabled(not running)
        self._show_tested(tested, now)
        self._show_troubles(state, tested)
        self.setAccessibleName(f"{ADS} {self.number} {look.word} {spend} {source} {ending.words}")
        for part in (self.test, self.again, self.unbind):
            part.setAccessibleName(f"{part.text()} {self.number}")

    def _show_tested(self, tested: Tested | None, now: int) -> None:
        if tested is None:
            said, tone = "", "text3"
        elif tested.check is None:
            said, tone = self.tr("testing…"), "text3"
        elif tested.check.code:
            said, tone = self.tr("Tested {time}: refused").format(time=texts.moment(tested.at, now)), "red"
        else:
            said, tone = self.tr("Tested {time}: works").format(time=texts.moment(tested.at, now)), "green"
        self.tested.setText(said)
        set_tone(self.tested, tone)

    def _show_troubles(self, state: AdsState, tested: Tested | None) -> None:
        """Each once: what the readings ran into, and what the last test said."""
        found: dict[Words, str] = {}
        if state.health is not None and state.health.kind:
            health = state.health
            found[catalogue.words(health.code, self._lang, platform=ADS, detail=health.detail)] = health.kind
        check = tested.check if tested is not None else None
        if check is not None and check.code:
            said = catalogue.words(check.code, self._lang, platform=ADS, detail=check.detail)
            found.setdefault(said, check.kind or "refused")
        now = tuple(found.items())
        if now == self._said:
            return
        self._said = now
        while (item := self._troubles.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for words, kind in now:
            self._troubles.addWidget(trouble_panel(words.text, words.next_step, kind))


class NoAds(QFrame):
    """One line: none is bound, what that means, and the button."""

    def __init__(self, shop: ShopRow, session: Session) -> None:
        super().__init__()
        self.setObjectName("dashed")
        self.button = button(_bind_words(), "soft", "link-2", small=True)
        self.button.setAccessibleName(f"{self.button.text()} {shop.name}")
        guard(session, self.button, Right.BIND)
        words = self.tr("No ads account (磁力金牛) is bound: ad spend is unknown and not in any profit")
        row = stack(IconLabel(ICON, 16, "text3"), across=True, gap=10, margins=(16, 8, 12, 8))
        row.addWidget(label(words, 12, tone="text2", wrap=True), 1)
        row.addWidget(self.button)
        self.setLayout(row)


class AdsSection(QWidget):
    """All ads accounts of one Kuaishou shop."""

    bind_asked = Signal(str)  # the shop's id
    sign_in_asked = Signal(str)  # the account's number
    unbind_asked = Signal(str)
    test_asked = Signal(str)

    def __init__(self, shop: ShopRow, session: Session, lang: Language) -> None:
        super().__init__()
        self._shop = shop
        self._session = session
        self._lang = lang
        self.cards: dict[str, AdsCard] = {}
        self.empty: NoAds | None = None
        self.another: QPushButton | None = None
        self._shape: tuple[tuple[str, bool], ...] | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(8)

    def show_states(self, states: Sequence[AdsState], tested: Mapping[str, Tested], now: int) -> None:
        """Say how they are by now."""
        shape = tuple((state.number, state.let_go) for state in states)
        if shape != self._shape:
            self._shape = shape
            self._build(states)
        for state in states:
            self.cards[state.number].show_state(state, tested.get(state.number), now)

    def _build(self, states: Sequence[AdsState]) -> None:
        while (item := self._room.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = {state.number: self._card(state) for state in states}
        self.empty, self.another = None, None
        if not states:
            self.empty = NoAds(self._shop, self._session)
            asking = self.empty.button
            self._room.addWidget(self.empty)
        else:
            self.another = asking = link(self.tr("Bind another ads account"))
            guard(self._session, asking, Right.BIND)
            self._room.addWidget(asking, 0, Qt.AlignmentFlag.AlignRight)
        asking.clicked.connect(lambda: self.bind_asked.emit(self._shop.shop_id))

    def _card(self, state: AdsState) -> AdsCard:
        card = AdsCard(state.number, self._session, self._lang)
        if state.let_go:  # binding is an owner's, signing in again is anybody's
            guard(self._session, card.again, Right.BIND)
        for mine, ours in (
            (card.sign_in_asked, self.sign_in_asked),
            (card.unbind_asked, self.unbind_asked),
            (card.test_asked, self.test_asked),
        ):
            mine.connect(ours)
        self._room.addWidget(card)
        return card


def _bind_words() -> str:
    return QCoreApplication.translate("NoAds", "Bind an ads account")
