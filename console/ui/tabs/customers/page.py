"""The page of its tab: what it will be for, until it is built."""

from PySide6.QtCore import QCoreApplication

from console.ui.coming import ComingPage, Promise
from console.ui.context import Desk


class CustomersPage(ComingPage):
    """Says what will be here."""

    def __init__(self, desk: Desk) -> None:
        promises = (
            Promise(
                "users",
                QCoreApplication.translate("coming", "Segments"),
                QCoreApplication.translate(
                    "coming",
                    "By how lately, how often and how much somebody bought; names and numbers stay masked.",
                ),
            ),
            Promise(
                "ticket",
                QCoreApplication.translate("coming", "Coupons and tags"),
                QCoreApplication.translate(
                    "coming",
                    "Given through Youzan, with a preview of who gets what and what it costs.",
                ),
            ),
            Promise(
                "heart",
                QCoreApplication.translate("coming", "Loyal fans"),
                QCoreApplication.translate(
                    "coming",
                    "The share of buyers and viewers who come back, show after show.",
                ),
            ),
            Promise(
                "message-square",
                QCoreApplication.translate("coming", "After-sale warnings"),
                QCoreApplication.translate(
                    "coming",
                    "Which cases may turn into disputes, with the reasons.",
                ),
            ),
        )
        super().__init__(
            desk,
            QCoreApplication.translate("tabs", "Customers"),
            "users",
            QCoreApplication.translate(
                "coming", "Who buys again, who is about to leave, and what is worth saying to whom."
            ),
            promises,
        )
