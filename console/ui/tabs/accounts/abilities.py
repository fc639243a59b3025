"""The wizard's table of abilities: what is switched on, what it is for, and what the self-test says as it runs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.model import Platform
from console.core.permissions import Check, Need, Outcome, Permissions, Switch
from console.rules.tiers import Tier
from console.ui.tabs.accounts import permits
from console.ui.tabs.accounts.form import Choice
from console.ui.widgets import IconLabel, button, label, line, stack
from console.ui.widgets import Switch as Knob
from console.ui.widgets.labels import Wrapped, set_tone


class Tiers(QWidget):
    """Three sets of switches to choose from; none is chosen while the switches are another set."""

    chosen = Signal(object)  # the Tier

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.choices: dict[Tier, Choice] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for tier in permits.SETS:
            choice = Choice(None, permits.tier_under(tier), permits.tier_name(tier))
            choice.setAutoExclusive(False)
            choice.clicked.connect(lambda _=False, tier=tier: self.chosen.emit(tier))
            self._group.addButton(choice)
            self.choices[tier] = choice
            row.addWidget(choice)

    def show_switches(self, on: frozenset[Switch]) -> None:
        """Mark the set that these are."""
        self._group.setExclusive(False)
        for tier, choice in self.choices.items():
            choice.setChecked(permits.SETS[tier] == on)
        self._group.setExclusive(True)


class _Line(QWidget):
    """One scope: name, what for, result."""

    def __init__(self, need: Need | Check) -> None:
        super().__init__()
        self.icon = IconLabel("circle-minus", 15, "faint")
        self.result = label("", 12, tone="text3")
        row = QGridLayout(self)
        row.setContentsMargins(56, 0, 12, 0)
        row.setHorizontalSpacing(8)
        name, use = label(permits.scope_name(need.scope), 13), label(permits.used_for(need), 12, tone="text2")
        for column, part in enumerate((name, use)):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(part, 0, column)
        self.result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.icon, 0, 2)
        row.addWidget(self.result, 0, 3)
        for column, share in ((0, 5), (1, 6), (3, 5)):
            row.setColumnStretch(column, share)
            row.setColumnMinimumWidth(column, 90)
        self.setFixedHeight(30)


class Abilities(QFrame):
    """``turned`` carries the switch and what it was turned to."""

    turned = Signal(object, bool)
    page_asked = Signal(str)

    def __init__(self, platform: Platform, needs: Sequence[Need | Check], lang: Language) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self._platform = platform
        self._lang = lang
        self._needs = tuple(needs)
        self.knobs: dict[Switch, Knob] = {}
        self.lines: dict[str, _Line] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 6, 1, 6)
        whole.setSpacing(0)
        for switch in (*Switch, None):
            mine = [need for need in self._needs if permits.switch_of(need) is switch]
            if switch is not None:
                whole.addWidget(self._head(switch))
            for need in mine:
                self.lines[need.scope] = _Line(need)
                whole.addWidget(self.lines[need.scope])
            if switch is not None:
                whole.addWidget(line())
        self.refused = QVBoxLayout()
        self._shown: tuple[Check, ...] = ()

    def _head(self, switch: Switch) -> QWidget:
        name = permits.switch_name(switch)
        knob = Knob(name)
        knob.clicked.connect(lambda on: self.turned.emit(switch, on))
        self.knobs[switch] = knob
        made = QWidget()
        made.setFixedHeight(36)
        made.setToolTip(permits.switch_hint(switch))
        made.setLayout(stack(knob, label(name, 13, strong=True), None, across=True, gap=8, margins=(12, 0, 12, 0)))
        return made

    def show_switches(self, kept: Permissions) -> None:
        """What is switched on in the file."""
        for switch, knob in self.knobs.items():
            knob.setChecked(switch in kept.on)

    def show_checks(self, checks: Sequence[Check], *, running: bool) -> None:
        """Every line's result so far."""
        answers = {check.scope: check for check in checks}
        asking = next((need.scope for need in self._needs if need.scope not in answers), "") if running else ""
        for scope, shown in self.lines.items():
            check = answers.get(scope)
            if check is None:
                icon, tint = ("refresh-cw", "accentText") if scope == asking else ("circle-minus", "faint")
                words = self.tr("Being asked…") if scope == asking else self.tr("Not asked")
            else:
                icon, tint = permits.LOOKS[check.outcome]
                words = self._word(check)
                shown.setToolTip(permits.tooltip(check, self._platform, self._lang))
            shown.icon.set_icon(icon, tint)
            shown.result.setText(words)
            set_tone(shown.result, "red" if check is not None and check.outcome is Outcome.REFUSED else "text2")
            shown.setAccessibleName(f"{permits.scope_name(scope)}: {words}")
        self._show_refused(tuple(check for check in checks if check.outcome is Outcome.REFUSED))

    def _word(self, check: Check) -> str:
        return {
            Outcome.OK: self.tr("Works"),
            Outcome.REFUSED: self.tr("The platform refuses it"),
            Outcome.UNANSWERED: self.tr("No answer"),
            Outcome.NOT_ASKED: self.tr("Not asked"),
        }[check.outcome]

    def _show_refused(self, refused: tuple[Check, ...]) -> None:
        if refused == self._shown:
            return
        self._shown = refused
        while (item := self.refused.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for check in refused:
            self.refused.addWidget(self._panel(check))

    def _panel(self, check: Check) -> QFrame:
        """What stays grey without this scope, and the way to have it granted."""
        text, next_step = permits.result(check, self._platform, self._lang)
        grey = self.tr("{scope} is not granted: {features} stay grey")
        words = grey.format(scope=permits.scope_name(check.scope), features=permits.used_for(check))
        if not check.abilities:
            words = f"{permits.scope_name(check.scope)}: {text}"
        panel = QFrame()
        panel.setObjectName("banner_red")
        said = Wrapped(words, 13, strong=True)
        set_tone(said, "red")
        under = Wrapped(f"{text} {next_step}" if check.abilities else next_step, 12, tone="text2")
        row = stack(IconLabel("circle-x", 18, "fg_red"), across=True, gap=12, margins=(14, 8, 12, 8))
        row.addLayout(stack(said, under, gap=2), 1)
        if check.page:
            visit = button(self.tr("Open it"), "default", "external-link", small=True)
            visit.setAccessibleName(f"{visit.text()} {permits.scope_name(check.scope)}")
            visit.setToolTip(check.page)
            visit.clicked.connect(lambda: self.page_asked.emit(check.page))
            row.addWidget(visit, 0, Qt.AlignmentFlag.AlignVCenter)
        panel.setLayout(row)
        panel.setAccessibleName(words)
        return panel
