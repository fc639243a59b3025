"""The sub-views of the compliance tab: which there are, and what builds them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.ui.context import Desk
from console.ui.rooms import Room
from console.ui.rooms import View as View


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


VIEWS: tuple[Room, ...] = (
    Room("overview", str(QT_TRANSLATE_NOOP("compliance", "Overview")), _overview),
    Room("wording", str(QT_TRANSLATE_NOOP("compliance", "Wording check")), _wording),
    Room("scan", str(QT_TRANSLATE_NOOP("compliance", "Scan of goods")), _scan),
    Room("reviews", str(QT_TRANSLATE_NOOP("compliance", "Model review")), _reviews),
    Room("bank", str(QT_TRANSLATE_NOOP("compliance", "Own bank")), _bank),
    Room("violations", str(QT_TRANSLATE_NOOP("compliance", "Violations")), _violations),
    Room("certificates", str(QT_TRANSLATE_NOOP("compliance", "Certificates")), _ledger),
    Room("duties", str(QT_TRANSLATE_NOOP("compliance", "Checklists")), _duties),
    Room("disputes", str(QT_TRANSLATE_NOOP("compliance", "Disputes")), _disputes),
    Room("selfcheck", str(QT_TRANSLATE_NOOP("compliance", "Self-check")), _self_check),
)
"""A new sub-view is one line here; the first is where one comes in."""
