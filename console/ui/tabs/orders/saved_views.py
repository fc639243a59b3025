"""我的视图: tab, filters and order under a name of the merchant's own.

They are kept in the profile's ``window.ini`` beside the window's looks: each profile has its own,
and where that file is spoilt they are gone and no order is touched.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QPushButton, QWidget

from console.ui.dialogs import Dialog, answer
from console.ui.paging import Sort
from console.ui.widgets.buttons import set_icon
from console.ui.widgets.labels import Wrapped, set_tone

if TYPE_CHECKING:
    from console.ui.tabs.orders.page import OrdersPage

MOST, LONGEST = 20, 24


class SavedView(msgspec.Struct, frozen=True, kw_only=True):
    """A view by its name: the question that the page answers with it, and its order."""

    name: str
    question: Mapping[str, str]
    sort: str = ""
    descending: bool = False


read_views = msgspec.json.Decoder(list[SavedView]).decode


def views_of(text: str) -> list[SavedView]:
    """Those that were kept; what nobody can read is no view."""
    try:
        return read_views(text) if text else []
    except (msgspec.MsgspecError, UnicodeError):
        return []


class ViewsButton(QPushButton):
    """Opens the list of views."""

    def __init__(self) -> None:
        super().__init__()
        self._brief = False
        self._name = ""
        self.setProperty("kind", "default")
        set_icon(self, "bookmark")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.menu_shown = QMenu(self)
        self.clicked.connect(self.open_list)
        self._say()

    def open_list(self) -> None:
        """Show the views under the button, right edges in line. Never a nested loop."""
        wide = self.menu_shown.sizeHint().width()
        self.menu_shown.popup(self.mapToGlobal(QPoint(self.width() - wide, self.height() + 4)))

    def set_brief(self, brief: bool) -> None:
        """Where the window is narrow the word gives way."""
        self._brief = brief
        self._say()

    def set_name(self, name: str) -> None:
        """The view in sight; empty where it is none of them."""
        self._name = name
        self._say()

    def _say(self) -> None:
        name = self._name or self.tr("My views")
        self.setText("" if self._brief else name)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_list()
            return
        super().keyPressEvent(event)


class NameDialog(Dialog):
    """How the view is to be called. A name that is taken replaces its view, and says so."""

    def __init__(self, parent: QWidget, taken: Sequence[str], name: str) -> None:
        super().__init__(parent, self.tr("Save this view"), self.tr("Save"))
        self._taken = frozenset(taken)
        said = self.tr("Tab, search, filters and order are kept under this name on this computer.")
        self.body.addWidget(Wrapped(said, 12, tone="text3"))
        self.name = QLineEdit(name)
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText(self.tr("Name of the view"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.body.addWidget(self.name)
        self.note = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.note)
        self.name.textChanged.connect(self._judge)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()
        self._judge()

    def _judge(self) -> None:
        name = self.name.text().strip()
        full = len(self._taken) >= MOST and name not in self._taken
        self.accept_button.setEnabled(bool(name) and not full)
        replaced = self.tr("The view of this name is replaced") if name in self._taken else ""
        self.note.setText(self.tr("%n view(s) are kept already; remove one first", "", MOST) if full else replaced)
        set_tone(self.note, "amber")


class SavedViews(QObject):
    """Owned by the orders page: fills the button's menu, and does what it asks."""

    def __init__(self, page: "OrdersPage", shown: ViewsButton) -> None:
        super().__init__(page)
        self._page, self._preferences = page, page.desk.preferences
        self.button = shown
        self.dialog: NameDialog | None = None
        self.views = views_of(self._preferences.order_views)
        page.filters.changed.connect(self.look)
        page.card.model.modelReset.connect(self.look)
        page.card.model.headerDataChanged.connect(self.look)
        shown.menu_shown.aboutToShow.connect(self._fill)
        self._fill()
        self.look()

    # -- which one is in sight --------------------------------------------------------------------------------------

    def here(self, name: str = "") -> SavedView:
        """The view in sight."""
        sort = self._page.card.model.sort_order
        question = self._page.filters.question()
        return SavedView(
            name=name,
            question=question,
            sort="" if sort is None else sort.key,
            descending=sort is not None and sort.descending,
        )

    def look(self, *_: object) -> None:
        """Say which view it is."""
        found = self._current()
        self.button.set_name("" if found is None else found.name)

    def _current(self) -> SavedView | None:
        here = self.here()
        return next((one for one in self.views if msgspec.structs.replace(one, name="") == here), None)

    # -- the menu ---------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        menu, current = self.button.menu_shown, self._current()
        menu.clear()
        for view in self.views:
            action = QAction(view.name, menu)
            action.setCheckable(True)
            action.setChecked(view is current)
            action.triggered.connect(lambda _=False, view=view: self.show(view))
            menu.addAction(action)
        if self.views:
            menu.addSeparator()
        save = QAction(self.tr("Save this view…"), menu)
        save.triggered.connect(self.ask_name)
        menu.addAction(save)
        if current is not None:
            drop = QAction(self.tr("Remove “{name}”").format(name=current.name), menu)
            drop.triggered.connect(lambda: self.drop(current.name))
            menu.addAction(drop)

    def show(self, view: SavedView) -> None:
        """Show the rows of a view, in its order."""
        self._page.open_at(view.question)
        if view.sort:
            self._page.card.model.sort_by(Sort(view.sort, view.descending))
        self.look()

    def ask_name(self) -> None:
        """Ask how the view in sight is to be called."""
        if self.dialog is None:
            self._page.tasks.start(self._save(), key="save_view")

    async def _save(self) -> None:
        current = self._current()
        names = [view.name for view in self.views]
        dialog = self.dialog = NameDialog(self._page, names, "" if current is None else current.name)
        try:
            if await answer(dialog) == QDialog.DialogCode.Accepted:
                self.keep(dialog.name.text().strip())
        finally:
            self.dialog = None

    def keep(self, name: str) -> None:
        """The view in sight under this name, in place of one that had it."""
        kept = self.here(name)
        names = [view.name for view in self.views]
        if name in names:
            self.views[names.index(name)] = kept
        else:
            self.views.append(kept)
        self._write()

    def drop(self, name: str) -> None:
        """Forget a view; its rows are not touched."""
        self.views = [view for view in self.views if view.name != name]
        self._write()

    def _write(self) -> None:
        self._preferences.order_views = msgspec.json.encode(self.views).decode()
        self._fill()
        self.look()
