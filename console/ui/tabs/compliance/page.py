"""The page of its tab: what it will be for, until it is built."""

from PySide6.QtCore import QCoreApplication

from console.ui.coming import ComingPage, Promise
from console.ui.context import Desk


class CompliancePage(ComingPage):
    """Says what will be here."""

    def __init__(self, desk: Desk) -> None:
        promises = (
            Promise(
                "spell-check",
                QCoreApplication.translate("coming", "Wording checker"),
                QCoreApplication.translate(
                    "coming",
                    "Titles, details and scripts against law and platform rules, with a better word.",
                ),
            ),
            Promise(
                "gavel",
                QCoreApplication.translate("coming", "Violations"),
                QCoreApplication.translate(
                    "coming",
                    "Level, deadline on the working-day clock, evidence pack and appeal text.",
                ),
            ),
            Promise(
                "badge-check",
                QCoreApplication.translate("coming", "Qualifications"),
                QCoreApplication.translate(
                    "coming",
                    "Documents per shop and item, and what stops selling when one lapses.",
                ),
            ),
            Promise(
                "scroll-text",
                QCoreApplication.translate("coming", "Policy watch"),
                QCoreApplication.translate(
                    "coming",
                    "Dated checklists for new rules, each with an owner, a due date and a proof.",
                ),
            ),
        )
        super().__init__(
            desk,
            QCoreApplication.translate("tabs", "Compliance"),
            "shield-check",
            QCoreApplication.translate(
                "coming", "Wording will be checked before it is published, and every deadline counted in working days."
            ),
            promises,
        )
