"""What a proof was made of, step by step with its evidence, and the runs of the period with their fingerprints."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.store.chains import Verified
from console.store.gap_audits import GapAudit
from console.store.proofs import Kept
from console.ui import paint, texts
from console.ui.tabs.orders import proof_words
from console.ui.theme import Tone, current
from console.ui.widgets import Card, IconLabel, label
from console.ui.widgets.labels import Elided, Wrapped

translate = QCoreApplication.translate
Step = tuple[str, Tone, str, str]  # icon, its colour, what, evidence
BAR, BAR_GAP, HIGH = 10, 4, 44


class StepsCard(Card):
    """Five or six lines, each with its evidence."""

    def __init__(self) -> None:
        super().__init__(self.tr("How it was proved"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._cells: list[QWidget] = []
        self._late = Wrapped("", 12, tone="text2")
        self.body.addLayout(self._lines)
        self.body.addWidget(self._late)
        self.body.addStretch(1)

    def show_steps(
        self, content: Mapping[str, Any] | None, audits: Sequence[GapAudit], verified: Verified | None, now: int
    ) -> None:
        """What is known of the shown proof, of the last gap audits, and of the chains."""
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells = []
        steps = [] if content is None else self._of_content(content)
        for at, (icon, tone, words, evidence) in enumerate([*steps, self._of_audits(audits, now), _chain(verified)]):
            self._cells.append(_row(IconLabel(icon, 16, f"fg_{tone}"), words, evidence))
            self._lines.insertWidget(at, self._cells[-1])
        self._late.setText("" if content is None else self._late_words(content))
        self._late.setVisible(bool(self._late.text()))

    def _of_content(self, content: Mapping[str, Any]) -> list[Step]:
        counts, whole = content["counts"], content["complete"]
        read = self.tr("to {time}").format(time=texts.moment(content["until_at"]))
        both = self.tr("Kuaishou {n} · Youzan {m}")
        sets = both.format(n=texts.count(counts["paid"]), m=texts.count(counts["youzan"]))
        faults = content["faults"]
        fine = faults[0] if faults else ""
        steps = [
            _step(whole, self.tr("Window complete") if whole else self.tr("Window not complete"), read),
            _step("trades" not in faults and "orders" not in faults, self.tr("Numbers of both sides compared"), sets),
            _step(
                not faults,
                self.tr("Amounts add up to the fen"),
                proof_words.fault_words(fine) if fine else self.tr("difference explained"),
            ),
        ]
        steps.append(self._of_waybills(content["waybills"], "waybills" not in faults))
        return steps

    def _of_waybills(self, slips: Mapping[str, int] | None, well: bool) -> Step:
        words = self.tr("Waybills taken = printed + voided + shipped")
        if slips is None:
            return ("circle-dashed", "grey", words, self.tr("none was taken here"))
        said = self.tr("{taken} = {printed} + {voided} + {shipped}").format(**slips)
        if slips["waiting"]:
            said += self.tr(" + {n} waiting").format(n=slips["waiting"])
        if slips["astray"]:
            said += self.tr(" · {n} void ones shipped").format(n=slips["astray"])
        return _step(well, words, said)

    def _of_audits(self, audits: Sequence[GapAudit], now: int) -> Step:
        words = self.tr("Gap audit with the platforms")
        if not audits:
            return ("circle-dashed", "grey", words, self.tr("never yet"))
        latest: dict[str, GapAudit] = {}
        for one in audits:
            latest.setdefault(one.shop_id, one)
        found = sum(len({*one.missing, *one.stale}) for one in latest.values())
        repaired = sum(len(one.repaired) for one in latest.values())
        unknown = sum(len(one.unknown) for one in latest.values())
        said = self.tr("found {n}, repaired {m}").format(n=found, m=repaired) if found else self.tr("nothing missing")
        if unknown:
            more = self.tr("{n} unknown to the platform").format(n=texts.count(unknown))
            said = f"{said} · {more}"
        age = texts.age(min(one.ended_at for one in latest.values()), now)
        return _step(found == repaired and not unknown, words, f"{said} · {age}")

    def _late_words(self, content: Mapping[str, Any]) -> str:
        said = []
        for words, numbers in (
            (self.tr("Fetched by a gap audit: {numbers}"), content["recovered"]),
            (self.tr("Came after the last proof: {numbers}"), content["came_late"]),
        ):
            if numbers:
                shown = self.tr(", ").join(numbers[:3])
                more = self.tr(" and {n} more").format(n=texts.count(len(numbers) - 3)) if len(numbers) > 3 else ""
                said.append(words.format(numbers=shown + more))
        return "\n".join(said)


def _row(mark: QWidget, words: str, evidence: str) -> QWidget:
    """One line: what gives way where the room is short is its evidence."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(mark)
    row.addWidget(label(words, 13, tone="text"))
    row.addStretch(1)
    row.addWidget(Elided(evidence))
    return made


def _step(well: bool, words: str, evidence: str) -> Step:
    return ("circle-check", "green", words, evidence) if well else ("triangle-alert", "amber", words, evidence)


def _chain(verified: Verified | None) -> Step:
    words = translate("proof", "Chains of proofs and audit")
    if verified is None:
        return ("circle-dashed", "grey", words, translate("proof", "not looked through yet"))
    if not verified.breaks:
        said = translate("proof", "whole: {n} proofs, {m} audit rows")
        return ("circle-check", "green", words, said.format(n=verified.proofs, m=verified.audit))
    return ("circle-alert", "red", words, broken_words(verified))


def broken_words(verified: Verified) -> str:
    """Where the chains are broken."""
    named = {"proofs": translate("proof", "proofs"), "audit": translate("proof", "audit")}
    changed = translate("proof", "{chain}: row {row} was changed")
    missing = translate("proof", "{chain}: row {row} is missing")
    said = [
        (changed if one.damage == "changed" else missing).format(chain=named[one.chain], row=one.row)
        for one in verified.breaks
    ]
    return " · ".join(said)


class Runs(QWidget):
    """A bar for each proof of the period, as high as what was open; the one that is shown is blue."""

    chosen = Signal(int)  # number of a proof

    def __init__(self) -> None:
        super().__init__()
        self.kept: Sequence[Kept] = ()  # oldest first
        self.number: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_runs(self, kept: Sequence[Kept], number: int | None) -> None:
        """These proofs, oldest first, and which of them is shown."""
        self.kept, self.number = kept, number
        shown = next((one for one in kept if one.number == number), None)
        said = self.tr("%n proof(s) of this period", "", len(kept))
        if shown is not None:
            more = self.tr("shown: no. {n}, {open} open").format(n=shown.number, open=shown.open)
            said = f"{said}; {more}"
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, HIGH)

    def _shown(self) -> list[tuple[Kept, QRect]]:
        """The newest that there is room for, with their places."""
        room = max(1, (self.width() - 8) // (BAR + BAR_GAP))
        shown = self.kept[-room:]
        most = max((one.open for one in shown), default=0)
        places = []
        for at, one in enumerate(shown):
            high = 3 if not one.open else 8 + (HIGH - 16) * one.open // max(1, most)
            places.append((one, QRect(4 + at * (BAR + BAR_GAP), HIGH - 4 - high, BAR, high)))
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        for one, rect in self._shown():
            name = "dot_blue" if one.number == self.number else "dot_amber" if one.open else "track"
            paint.rounded(painter, rect, 2, look[name])
        if self.hasFocus():
            paint.ring(painter, self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at: QPoint = event.position().toPoint()
        for one, rect in self._shown():
            if rect.adjusted(-2, -HIGH, 2, HIGH).contains(at):
                self.chosen.emit(one.number)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        numbers = [one.number for one in self.kept]
        if step is None or self.number not in numbers:
            super().keyPressEvent(event)
            return
        at = numbers.index(self.number) + step
        if 0 <= at < len(numbers):
            self.chosen.emit(numbers[at])
