"""A shop's card: who it is, how it is, what it may do, and until when."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.permissions import Check, Need
from console.store.views import HealthRow, ShopRow
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.tabs.accounts import ahead, words
from console.ui.tabs.accounts.checks import ChecksPanel
from console.ui.tabs.accounts.reading import ShopState
from console.ui.tabs.accounts.switches import SwitchesPanel
from console.ui.widgets import Card, Chip, IconLabel, Mark, label, line, link, stack
from console.ui.widgets.labels import Wrapped, set_tone


class Fact(QWidget):
    """Title, value, and what stands under it; a bar between them where there is a share of something."""

    def __init__(self, title: str, *, barred: bool = False) -> None:
        super().__init__()
        self.value = label("", 15, strong=True)
        self.under = label("", 12, tone="text3", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that both cards of a pair keep their lines level
        self.bar.setSizePolicy(policy)
        self.bar.hide()
        parts = [label(title, 12, tone="text3"), self.value, *([self.bar] if barred else []), self.under]
        room = stack(*parts, None, gap=4)
        self.setLayout(room)
        self._barred = barred

    def say(self, value: str, under: str, tone: str = "text", share: float | None = None) -> None:
        self.value.setText(value)
        self.under.setText(under)
        set_tone(self.value, tone)
        if self._barred:
            self.bar.setVisible(share is not None)
            self.bar.setValue(round((share or 0) * 1000))


class _StreamLine(QWidget):
    """One stream: how it is, when it was read last."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._icon = IconLabel("circle-dashed", 15, "faint")
        self._last = label("", 12, tone="text3")
        row = stack(self._icon, across=True, gap=8)
        row.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        row.addLayout(stack(label(words.stream(name), 13), self._last, gap=2), 1)
        self.setLayout(row)

    def say(self, row: HealthRow | None, now: int) -> None:
        self._icon.set_icon(*words.stream_look(row))
        at = row.success_at if row is not None else None
        said = self.tr("not read yet") if at is None else texts.age(at, now)
        self._last.setText(said)
        self.setToolTip(texts.full_moment(at))
        self.setAccessibleName(f"{words.stream(self._name)}: {said} {texts.full_moment(at)}")


class ShopCard(Card):
    """Who it is, how it is, until when, and since when it was read. The page does what its buttons ask."""

    sign_in_asked = Signal(str)
    unbind_asked = Signal(str)
    bought_asked = Signal(str)
    test_asked = Signal(str)
    stop_asked = Signal(str)
    page_asked = Signal(str)
    turned = Signal(str, object, bool)

    def __init__(self, state: ShopState, lang: Language) -> None:
        super().__init__()
        self._lang = lang
        self._state = state
        self._now = 0
        self._needs: tuple[Need, ...] = ()
        self._testing: tuple[Sequence[Need], Sequence[Check]] | None = None
        shop = state.shop
        self.chip = Chip(ChipLook("grey", "circle-dashed", ""))
        who = QVBoxLayout()
        who.setSpacing(2)
        who.addWidget(label(shop.name, 14, strong=True))
        kind = f"{words.kind_of_shop(shop.platform)} · {words.number_of_shop(state)}"
        who.addWidget(label(kind, 12, tone="text3", selectable=True))
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Mark(shop.platform, 36))
        top.addLayout(who, 1)
        top.addWidget(self.chip)
        self.ending = Fact(self.tr("Sign-in ends"), barred=True)
        self.quota = Fact(self.tr("API quota (this month)"), barred=True)
        self.last = Fact(self.tr("Last sync"), barred=True)
        facts = QHBoxLayout()
        facts.setSpacing(16)
        for fact, share in ((self.ending, 4), (self.quota, 3), (self.last, 3)):
            facts.addWidget(fact, share)
        self._streams = {name: _StreamLine(name) for name in words.STREAMS}
        self._troubles = QVBoxLayout()
        self._troubles.setSpacing(6)
        self._said: tuple[tuple[str, str], ...] = ()
        self.filled = Wrapped("", 12, tone="green")
        self.filled.hide()
        self.checks = ChecksPanel(shop.name, shop.platform, lang)
        self.checks.again_asked.connect(lambda: self.test_asked.emit(shop.shop_id))
        self.checks.stop_asked.connect(lambda: self.stop_asked.emit(shop.shop_id))
        self.checks.page_asked.connect(self.page_asked)
        self.switches = SwitchesPanel(shop.name)
        self.switches.turned.connect(lambda switch, on: self.turned.emit(shop.shop_id, switch, on))
        self.body.setSpacing(12)
        self.body.addLayout(top)
        self.body.addWidget(line())
        self.body.addLayout(facts)
        self.body.addWidget(line())
        self.body.addLayout(stack(*self._streams.values(), across=True, gap=16))
        self.body.addWidget(self.filled)
        self.body.addLayout(self._troubles)
        for part in (self.checks, self.switches):
            self.body.addWidget(line())
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(line())
        self.body.addLayout(self._foot(shop))

    def _foot(self, shop: ShopRow) -> QHBoxLayout:
        self.held = label("", 12, tone="text3", wrap=True)
        self.bought = link(self.tr("Package…"))
        self.bought.clicked.connect(lambda: self.bought_asked.emit(shop.shop_id))
        self.again = link(self.tr("Sign in again"))
        self.again.clicked.connect(lambda: self.sign_in_asked.emit(shop.shop_id))
        self.unbind = link(self.tr("Unbind…"))
        self.unbind.clicked.connect(lambda: self.unbind_asked.emit(shop.shop_id))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.held, 1)
        for part in (self.bought, self.again, self.unbind):
            part.setAccessibleName(f"{part.text()} {shop.name}")
            row.addWidget(part)
        return row

    def show_state(self, state: ShopState, now: int) -> None:
        """Say how it is by now."""
        self._state, self._now = state, now
        self.chip.set_look(words.chip(state, now))
        meter = ahead.meter(state)
        self.quota.say(meter.words, meter.under, text_tone(meter.tone), meter.share)
        set_tone(self.quota.bar, meter.tone)
        self.filled.setText(ahead.filled(state, now))
        self.filled.setVisible(bool(self.filled.text()))
        self.switches.show_state(state.stand.permissions)
        self._show_checks()
        ending = words.ending(state, now)
        self.ending.say(ending.words, ending.under, text_tone(ending.tone), ending.share)
        set_tone(self.ending.bar, ending.tone)
        newest = max((row for row in state.health if row.success_at), key=lambda row: row.success_at or 0, default=None)
        under = f"{words.stream(newest.stream)} · {texts.clock_time(newest.success_at)}" if newest else ""
        self.last.say(
            texts.age(newest.success_at, now) if newest else texts.NOTHING, under, "red" if state.dead else "text"
        )
        by_stream = {row.stream: row for row in state.health}
        for name, shown in self._streams.items():
            shown.say(by_stream.get(name), now)
        held = self.tr("Held here: {orders} orders · {items} goods · {after_sales} after-sales")
        holding = state.holding
        self.held.setText(
            held.format(
                orders=texts.count(holding.orders),
                items=texts.count(holding.items),
                after_sales=texts.count(holding.after_sales),
            )
        )
        self.again.setText(self.tr("Bind again") if state.let_go else self.tr("Sign in again"))
        self.unbind.setText(self.tr("Delete its data…") if state.let_go else self.tr("Unbind…"))
        self._show_troubles(state)
        self.setAccessibleName(f"{state.shop.name} {words.chip(state, now).word} {ending.words}")

    def show_testing(self, running: tuple[Sequence[Need], Sequence[Check]] | None) -> None:
        """The lines of a test that runs, and its answers so far; None: none runs."""
        self._testing = running
        self._show_checks()

    def _show_checks(self) -> None:
        if self._testing is not None:
            needs, checks = self._testing
            self.checks.show_state(needs, checks, None, self._now, running=True)
            return
        test = self._state.stand.test
        known = test.checks if test is not None else ()
        at = test.at if test is not None else None
        lines: Sequence[Need | Check] = known or self._needs
        self.checks.show_state(lines, known, at, self._now, running=False, dead=self._state.dead is not None)

    def set_needs(self, needs: Sequence[Need]) -> None:
        """The lines that a test would have: shown before the first one."""
        self._needs = tuple(needs)

    def _show_troubles(self, state: ShopState) -> None:
        """Each trouble once, in words, however many streams it has."""
        said = {words.trouble(row, state.shop.platform, self._lang): row.kind for row in state.health if row.kind}
        now = tuple((one.text, one.next_step) for one in said)
        if now == self._said:
            return
        self._said = now
        while (item := self._troubles.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for one, kind in said.items():
            self._troubles.addWidget(trouble_panel(one.text, one.next_step, kind))


def text_tone(tone: str) -> str:
    """A value's colour: only what asks for something has one."""
    return tone if tone in ("amber", "red") else "text"


def trouble_panel(text: str, next_step: str, kind: str) -> QWidget:
    """What is wrong, and the next step, on a quiet ground."""
    panel = QFrame()
    panel.setObjectName("quiet")
    grid = QGridLayout(panel)
    grid.setContentsMargins(10, 8, 10, 8)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    icon, tint = words.stream_look(HealthRow(shop_id="", stream="", kind=kind))
    grid.addWidget(IconLabel(icon, 15, tint), 0, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(label(text, 12, wrap=True, selectable=True), 0, 1)
    grid.addWidget(label(next_step, 12, tone="text3", wrap=True), 1, 1)
    grid.setColumnStretch(1, 1)
    return panel
