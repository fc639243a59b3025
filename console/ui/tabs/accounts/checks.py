"""The self-test on a shop's card: a line a scope in two columns, what is refused with the way to have it granted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.model import Platform
from console.core.permissions import Check, Need, Outcome
from console.ui import texts
from console.ui.tabs.accounts import permits
from console.ui.widgets import IconLabel, label, link
from console.ui.widgets.labels import set_tone

ACROSS = 2


class CheckLine(QWidget):
    """One scope: an icon, its name, and behind a refusal the platform's page."""

    page_asked = Signal(str)

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope
        self._page = ""
        self._icon = IconLabel("circle-minus", 15, "faint")
        self._name = label(permits.scope_name(scope), 13)
        self.open = link(self.tr("Open it"))
        self.open.clicked.connect(lambda: self.page_asked.emit(self._page))
        self.open.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._icon, self._name, self.open):
            row.addWidget(part)
        row.addStretch(1)

    def show_check(self, check: Check | None, platform: Platform, lang: Language, *, asking: bool = False) -> None:
        """None: not asked yet; ``asking``: it is being asked now."""
        name = permits.scope_name(self.scope)
        if check is None:
            icon, tint = ("refresh-cw", "accentText") if asking else permits.LOOKS[Outcome.NOT_ASKED]
            word = self.tr("being asked…") if asking else self.tr("not asked")
            tip = f"{name} · {self.scope}\n{word}"
        else:
            icon, tint = permits.LOOKS[check.outcome]
            word = permits.result(check, platform, lang)[0]
            tip = permits.tooltip(check, platform, lang)
        self._icon.set_icon(icon, tint)
        known = check is not None and check.outcome is not Outcome.NOT_ASKED
        refused = check is not None and check.outcome is Outcome.REFUSED
        set_tone(self._name, "red" if refused else "text" if known else "text3")
        self._page = check.page if check is not None and refused else ""
        self.open.setVisible(bool(self._page))
        self.open.setAccessibleName(f"{self.open.text()} {name}")
        self.open.setToolTip(self._page)
        self.setToolTip(tip)
        self.setAccessibleName(f"{name}: {word}")


class ChecksPanel(QWidget):
    """Head: how many work and since when; below it the lines."""

    again_asked = Signal()
    stop_asked = Signal()
    page_asked = Signal(str)

    def __init__(self, shop_name: str, platform: Platform, lang: Language) -> None:
        super().__init__()
        self._platform = platform
        self._lang = lang
        self._running = False
        self.lines: dict[str, CheckLine] = {}
        self.under = label("", 12, tone="text3")
        self.again = link("")
        self.again.clicked.connect(self._clicked)
        self._shop_name = shop_name
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Permissions"), 13, strong=True))
        head.addWidget(self.under)
        head.addStretch(1)
        head.addWidget(self.again)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(self._grid)

    def show_state(
        self,
        needs: Sequence[Need | Check],
        checks: Sequence[Check],
        at: int | None,
        now: int,
        *,
        running: bool,
        dead: bool = False,
    ) -> None:
        """``checks`` of a running test are those that came so far; ``at`` is when the last whole one ran."""
        self._running = running
        self._make_lines([need.scope for need in needs])
        answers = {check.scope: check for check in checks}
        next_one = next((need.scope for need in needs if need.scope not in answers), "") if running else ""
        for scope, line in self.lines.items():
            line.show_check(answers.get(scope), self._platform, self._lang, asking=scope == next_one)
        works = sum(check.outcome is Outcome.OK for check in checks)
        if running:
            said = self.tr("testing {n} of {all}").format(n=len(checks), all=len(needs))
        elif at is None:
            said = self.tr("can be tested after signing in") if dead else self.tr("not tested yet")
        else:
            said = self.tr("{n} of {all} work").format(n=works, all=len(needs)) + f" · {texts.moment(at, now)}"
        self.under.setText(said)
        words = self.tr("Stop") if running else self.tr("Test again") if at is not None else self.tr("Test")
        self.again.setText(words)
        self.again.setAccessibleName(f"{words} {self._shop_name}")

    def _make_lines(self, scopes: list[str]) -> None:
        if list(self.lines) == scopes:
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {scope: CheckLine(scope) for scope in scopes}
        for at, line in enumerate(self.lines.values()):
            line.page_asked.connect(self.page_asked)
            self._grid.addWidget(line, at // ACROSS, at % ACROSS, Qt.AlignmentFlag.AlignVCenter)

    def _clicked(self) -> None:
        if self._running:
            self.stop_asked.emit()
        else:
            self.again_asked.emit()
