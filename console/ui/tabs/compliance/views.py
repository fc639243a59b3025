"""The sub-views of the compliance tab: what each has to answer, and which there are."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QWidget

from console.core.changes import Changes
from console.ui.context import Desk
from console.ui.page import Question
from console.ui.safely import safely
from console.ui.tasks import Tasks


class View(QWidget):
    """Base of the sub-views. ``verbs`` stand at the right of the tab's head while the view is in sight."""

    settled = Signal()
    go = Signal(str, object)
    said = Signal(str, str)
    counted = Signal(str, int)  # a sub-view, and how much of it waits for somebody

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.tasks = Tasks(type(self).__name__)
        self.verbs: Sequence[QWidget] = ()

    @property
    def is_settled(self) -> bool:
        """Whether everything in sight has been answered."""
        return not self.tasks.busy

    async def safely(self, work: Callable[[], Coroutine[Any, Any, object]], os_code: str = "cli.unwritable") -> bool:
        """Do it; say in words whatever does not work, and live on. Returns whether it was done.

        ``os_code``: by which words of the catalogue the system's own trouble is said.
        """
        return await safely(work, self.said.emit, self.desk.language, os_code) is not None

    def on_changes(self, changes: Changes) -> None:
        """Rows changed in the file."""

    def tick(self) -> None:
        """A second has passed."""

    def open_at(self, question: Question) -> None:
        """Show what is asked for."""

    def find_here(self) -> None:
        """Ctrl+F."""


@dataclass(frozen=True)
class Kind:
    """A sub-view: its key, its name in English, and what builds it when it is first entered."""

    key: str
    name: str
    build: Callable[[Desk], View]


def _overview(desk: Desk) -> View:
    from console.ui.tabs.compliance.overview import OverviewView

    return OverviewView(desk)


def _wording(desk: Desk) -> View:
    from console.ui.tabs.compliance.wording import WordingView

    return WordingView(desk)


def _scan(desk: Desk) -> View:
    from console.ui.tabs.compliance.scan import ScanView

    return ScanView(desk)


def _bank(desk: Desk) -> View:
    from console.ui.tabs.compliance.bank import BankView

    return BankView(desk)


def _violations(desk: Desk) -> View:
    from console.ui.tabs.compliance.violations import ViolationsView

    return ViolationsView(desk)


def _ledger(desk: Desk) -> View:
    from console.ui.tabs.compliance.ledger import LedgerView

    return LedgerView(desk)


def _reviews(desk: Desk) -> View:
    from console.ui.tabs.compliance.reviews import ReviewsView

    return ReviewsView(desk)


def _duties(desk: Desk) -> View:
    from console.ui.tabs.compliance.duties import DutiesView

    return DutiesView(desk)


def _disputes(desk: Desk) -> View:
    from console.ui.tabs.compliance.disputes import DisputesView

    return DisputesView(desk)


def _self_check(desk: Desk) -> View:
    from console.ui.tabs.compliance.selfcheck import SelfCheckView

    return SelfCheckView(desk)


VIEWS: tuple[Kind, ...] = (
    Kind("overview", str(QT_TRANSLATE_NOOP("compliance", "Overview")), _overview),
    Kind("wording", str(QT_TRANSLATE_NOOP("compliance", "Wording check")), _wording),
    Kind("scan", str(QT_TRANSLATE_NOOP("compliance", "Scan of goods")), _scan),
    Kind("reviews", str(QT_TRANSLATE_NOOP("compliance", "Model review")), _reviews),
    Kind("bank", str(QT_TRANSLATE_NOOP("compliance", "Own bank")), _bank),
    Kind("violations", str(QT_TRANSLATE_NOOP("compliance", "Violations")), _violations),
    Kind("certificates", str(QT_TRANSLATE_NOOP("compliance", "Certificates")), _ledger),
    Kind("duties", str(QT_TRANSLATE_NOOP("compliance", "Checklists")), _duties),
    Kind("disputes", str(QT_TRANSLATE_NOOP("compliance", "Disputes")), _disputes),
    Kind("selfcheck", str(QT_TRANSLATE_NOOP("compliance", "Self-check")), _self_check),
)
"""A new sub-view is one line here; the first is where one comes in."""
