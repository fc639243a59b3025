"""Why a platform turned goods down, in words: the cause as a chip, what it was told by, what mends it."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from console import catalogue, reference
from console.catalogue import Language
from console.core.model import Platform
from console.rules.failures import Cause, Failure
from console.store.views import ItemRow
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.widgets import Chip, label, link, stack
from console.ui.widgets.labels import Wrapped

translate = QCoreApplication.translate
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard

CONSOLES = {Platform.KUAISHOU: "https://s.kwaixiaodian.com", Platform.YOUZAN: "https://www.youzan.com"}
"""Where a merchant looks at goods on the platform itself."""

ORDER = (
    Cause.PRICE,
    Cause.CATEGORY,
    Cause.ATTRIBUTE,
    Cause.IMAGE,
    Cause.DOCUMENT,
    Cause.OTHER,
    Cause.UNKNOWN,
)
"""The causes as they stand in the bar."""

_LOOKS = {
    Cause.PRICE: ("dot_amber", "scale"),
    Cause.CATEGORY: ("dot_red", "layers"),
    Cause.ATTRIBUTE: ("dot_purple", "list-checks"),
    Cause.IMAGE: ("dot_blue", "eye"),
    Cause.DOCUMENT: ("dot_green", "badge-check"),
    Cause.OTHER: ("text3", "info"),
    Cause.UNKNOWN: ("border2", "circle-question-mark"),
}


def failure(row: ItemRow) -> Failure:
    """What the review of a row means, by the table of rules."""
    platform = Platform.YOUZAN if row.kuaishou_item_id is None else Platform.KUAISHOU
    return reference.explained(platform.value, row.audit_reason)


def name(cause: Cause) -> str:
    """A cause in two to four characters."""
    return {
        Cause.PRICE: translate("failing", "Price"),
        Cause.CATEGORY: translate("failing", "Category"),
        Cause.ATTRIBUTE: translate("failing", "Attributes"),
        Cause.IMAGE: translate("failing", "Pictures"),
        Cause.DOCUMENT: translate("failing", "Documents"),
        Cause.OTHER: translate("failing", "Other"),
        Cause.UNKNOWN: translate("failing", "Cause unknown"),
    }[cause]


def chip(cause: Cause) -> ChipLook:
    """A cause as a chip: red, for it stands in the way; grey where nobody knows it."""
    icon = _LOOKS[cause][1]
    return ChipLook("grey" if cause is Cause.UNKNOWN else "red", icon, name(cause))


def colour(cause: Cause) -> str:
    """The token of its colour in the bar."""
    return _LOOKS[cause][0]


def explanation(row: ItemRow, said: str, language: Language) -> QVBoxLayout:
    """Cause, evidence, fix and next step; under them what the platform wrote, whatever a rule made of it."""
    found = failure(row)
    cause = catalogue.words(found.cause, language)
    fix = catalogue.words(found.fix, language)
    whole = QVBoxLayout()
    whole.setSpacing(8)
    whole.addLayout(stack(Chip(chip(found.cause)), None, across=True))
    for key, words in (
        (translate("failing", "Evidence"), found.evidence or translate("failing", "None: the platform said nothing")),
        (translate("failing", "Fix"), f"{fix.text} · {fix.next_step}" if fix.next_step else fix.text),
        (translate("failing", "Next"), cause.next_step),
        (translate("failing", "Word for word"), said),
    ):
        if words:
            whole.addLayout(_pair(key, words))
    if found.cause is Cause.UNKNOWN:
        whole.addLayout(stack(_console(row), None, across=True))
    return whole


def _console(row: ItemRow) -> QPushButton:
    """Where the platform itself shows what it means."""
    platform = Platform.YOUZAN if row.kuaishou_item_id is None else Platform.KUAISHOU
    made = link(
        translate("failing", "Look it up in the console of {platform}").format(platform=texts.platform(platform))
    )
    made.setToolTip(CONSOLES[platform])
    made.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(CONSOLES[platform])))
    return made


def _pair(key: str, words: str) -> QVBoxLayout:
    both = QVBoxLayout()
    both.setSpacing(2)
    both.addWidget(label(key, 12, tone="text3"))
    value = Wrapped(words)
    value.setTextInteractionFlags(SELECTABLE)
    both.addWidget(value)
    return both
