"""The page of its tab: what it will be for, until it is built."""

from PySide6.QtCore import QCoreApplication

from console.ui.coming import ComingPage, Promise
from console.ui.context import Desk


class TrafficPage(ComingPage):
    """Says what will be here."""

    def __init__(self, desk: Desk) -> None:
        promises = (
            Promise(
                "chart-line",
                QCoreApplication.translate("coming", "Sources"),
                QCoreApplication.translate(
                    "coming",
                    "Natural, paid and private traffic over time, each figure with its source.",
                ),
            ),
            Promise(
                "funnel",
                QCoreApplication.translate("coming", "Funnel"),
                QCoreApplication.translate(
                    "coming",
                    "From seeing to paying, with the step that loses most.",
                ),
            ),
            Promise(
                "flask-conical",
                QCoreApplication.translate("coming", "Experiments"),
                QCoreApplication.translate(
                    "coming",
                    "One change at a time, with sample size and uncertainty.",
                ),
            ),
            Promise(
                "calendar-days",
                QCoreApplication.translate("coming", "Promotion calendar"),
                QCoreApplication.translate(
                    "coming",
                    "Big days, enrolment dates, and how past ones went.",
                ),
            ),
        )
        super().__init__(
            desk,
            QCoreApplication.translate("tabs", "Traffic"),
            "trending-up",
            QCoreApplication.translate(
                "coming", "Where viewers come from, what they cost, and which change really helped."
            ),
            promises,
        )
