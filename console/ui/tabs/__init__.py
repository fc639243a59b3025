"""The ten places of the window, in the order of the rail. A new tab is one folder and one line here.

A tab's module is imported when it is first shown: the first paint must not wait for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.ui.page import Page

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.ui.context import Desk


@dataclass(frozen=True)
class Tab:
    """A place: its key, its icon, its word (a source text of the context "tabs"), its keys, and how it is built."""

    key: str
    icon: str
    source: str
    shortcut: str
    build: "Callable[[Desk], Page]"

    @property
    def title(self) -> str:
        return QCoreApplication.translate("tabs", self.source)


def _home(desk: "Desk") -> Page:
    from console.ui.tabs.home.page import HomePage

    return HomePage(desk)


def _accounts(desk: "Desk") -> Page:
    from console.ui.tabs.accounts.page import AccountsPage

    return AccountsPage(desk)


def _products(desk: "Desk") -> Page:
    from console.ui.tabs.products.page import ProductsPage

    return ProductsPage(desk)


def _orders(desk: "Desk") -> Page:
    from console.ui.tabs.orders.rooms import OrdersTab

    return OrdersTab(desk)


def _live(desk: "Desk") -> Page:
    from console.ui.tabs.live.page import LivePage

    return LivePage(desk)


def _compliance(desk: "Desk") -> Page:
    from console.ui.tabs.compliance.page import CompliancePage

    return CompliancePage(desk)


def _traffic(desk: "Desk") -> Page:
    from console.ui.tabs.traffic.page import TrafficPage

    return TrafficPage(desk)


def _customers(desk: "Desk") -> Page:
    from console.ui.tabs.customers.page import CustomersPage

    return CustomersPage(desk)


def _insights(desk: "Desk") -> Page:
    from console.ui.tabs.insights.page import InsightsPage

    return InsightsPage(desk)


def _settings(desk: "Desk") -> Page:
    from console.ui.tabs.settings.page import SettingsPage

    return SettingsPage(desk)


TABS: tuple[Tab, ...] = (
    Tab("home", "house", str(QT_TRANSLATE_NOOP("tabs", "Home")), "Ctrl+1", _home),
    Tab("accounts", "link-2", str(QT_TRANSLATE_NOOP("tabs", "Accounts")), "Ctrl+2", _accounts),
    Tab("products", "package", str(QT_TRANSLATE_NOOP("tabs", "Products")), "Ctrl+3", _products),
    Tab("orders", "clipboard-list", str(QT_TRANSLATE_NOOP("tabs", "Orders")), "Ctrl+4", _orders),
    Tab("live", "radio", str(QT_TRANSLATE_NOOP("tabs", "Live")), "Ctrl+5", _live),
    Tab("compliance", "shield-check", str(QT_TRANSLATE_NOOP("tabs", "Compliance")), "Ctrl+6", _compliance),
    Tab("traffic", "trending-up", str(QT_TRANSLATE_NOOP("tabs", "Traffic")), "Ctrl+7", _traffic),
    Tab("customers", "users", str(QT_TRANSLATE_NOOP("tabs", "Customers")), "Ctrl+8", _customers),
    Tab("insights", "chart-column", str(QT_TRANSLATE_NOOP("tabs", "Data")), "Ctrl+9", _insights),
    Tab("settings", "settings", str(QT_TRANSLATE_NOOP("tabs", "Settings")), "Ctrl+,", _settings),
)
