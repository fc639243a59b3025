"""The last shows as a list below a button: a click opens the recap."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from console.store.live_view import Show
from console.ui.tabs.live import words

translate = words.translate


def past_menu(parent: QWidget, shows: Sequence[Show], act: Callable[[str], None]) -> QMenu:
    """These; it is gone when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for show in shows:
        title = show.title or translate("LivePage", "A show without a title")
        entry = menu.addAction(f"{title} · {words.when(show.started_at, show.until_at)}")
        entry.triggered.connect(lambda _=False, name=show.session_id: act(name))
    if menu.isEmpty():
        menu.addAction(translate("LivePage", "No show before this one")).setEnabled(False)
    return menu
