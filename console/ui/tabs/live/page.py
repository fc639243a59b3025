"""The page of its tab: what it will be for, until it is built."""

from PySide6.QtCore import QCoreApplication

from console.ui.coming import ComingPage, Promise
from console.ui.context import Desk


class LivePage(ComingPage):
    """Says what will be here."""

    def __init__(self, desk: Desk) -> None:
        promises = (
            Promise(
                "gauge",
                QCoreApplication.translate("coming", "Cockpit"),
                QCoreApplication.translate(
                    "coming",
                    "Viewers, orders and interaction, each with source and age; readable from two metres.",
                ),
            ),
            Promise(
                "list-checks",
                QCoreApplication.translate("coming", "Run sheet"),
                QCoreApplication.translate(
                    "coming",
                    "Cues with an early warning, what was done, late or skipped, and what each of them brought.",
                ),
            ),
            Promise(
                "flame",
                QCoreApplication.translate("coming", "First thirty minutes"),
                QCoreApplication.translate(
                    "coming",
                    "Minute by minute against your own best shows, with the means that helped then.",
                ),
            ),
            Promise(
                "package",
                QCoreApplication.translate("coming", "Goods on air"),
                QCoreApplication.translate(
                    "coming",
                    "Stock, clicks and orders of every item in the bag, and the risk of overselling tonight.",
                ),
            ),
            Promise(
                "message-square",
                QCoreApplication.translate("coming", "Comments and captions"),
                QCoreApplication.translate(
                    "coming",
                    "As they arrive, with a hint when a word should not be said.",
                ),
            ),
            Promise(
                "history",
                QCoreApplication.translate("coming", "Recap and replay"),
                QCoreApplication.translate(
                    "coming",
                    "Every past show to the second, with the state of stock and cues at that moment.",
                ),
            ),
        )
        super().__init__(
            desk,
            QCoreApplication.translate("tabs", "Live"),
            "radio",
            QCoreApplication.translate(
                "coming", "One operator will see here what matters now, what comes next and what to do about it."
            ),
            promises,
        )
