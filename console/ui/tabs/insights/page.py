"""The page of its tab: what it will be for, until it is built."""

from PySide6.QtCore import QCoreApplication

from console.ui.coming import ComingPage, Promise
from console.ui.context import Desk


class InsightsPage(ComingPage):
    """Says what will be here."""

    def __init__(self, desk: Desk) -> None:
        promises = (
            Promise(
                "chart-column",
                QCoreApplication.translate("coming", "Metric dictionary"),
                QCoreApplication.translate(
                    "coming",
                    "Formula, source and age of every figure in the window.",
                ),
            ),
            Promise(
                "trending-up",
                QCoreApplication.translate("coming", "Forecasts"),
                QCoreApplication.translate(
                    "coming",
                    "Sales and stock for the coming days, with the error of past forecasts beside them.",
                ),
            ),
            Promise(
                "file-spreadsheet",
                QCoreApplication.translate("coming", "Reports"),
                QCoreApplication.translate(
                    "coming",
                    "Daily, weekly and monthly, as a spreadsheet or PDF.",
                ),
            ),
            Promise(
                "git-compare-arrows",
                QCoreApplication.translate("coming", "Comparisons"),
                QCoreApplication.translate(
                    "coming",
                    "Shops, periods and shows side by side, money counted once.",
                ),
            ),
        )
        super().__init__(
            desk,
            QCoreApplication.translate("tabs", "Data"),
            "chart-column",
            QCoreApplication.translate(
                "coming", "Every figure over time, with its definition, its source and what was left out."
            ),
            promises,
        )
