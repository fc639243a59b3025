"""备注插旗: a note and a flag on the chosen orders, each on the platform that leads its row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from console import catalogue, reference
from console.core.commands_orders import NOTE_LONGEST, STARS, NoteOrder
from console.core.errors import FileTrouble, Trouble
from console.core.model import Platform
from console.store.views import OrderRow
from console.ui.dialogs import Dialog, answer
from console.ui.tabs.orders import words
from console.ui.tabs.orders.more_filters import COLOURS
from console.ui.widgets import icon_button
from console.ui.widgets.fields import Picker
from console.ui.widgets.labels import Wrapped, set_tone

if TYPE_CHECKING:
    from console.ui.tabs.orders.page import OrdersPage

KEY, HIGH = "N", 96


class NoteDialog(Dialog):
    """Accepted: ``commands()``. Says what becomes of the note that stands there, on each platform by its own rule."""

    def __init__(self, parent: QWidget, rows: Sequence[OrderRow]) -> None:
        super().__init__(parent, self.tr("Note and flag"), self.tr("Note"), undoable=False)
        self._rows = tuple(rows)
        self._kuaishou = [row for row in rows if row.platform is Platform.KUAISHOU]
        self.body.addWidget(Wrapped(self._about(), 12, tone="text3"))
        youzan = [row for row in rows if row.platform is Platform.YOUZAN]
        self.flag = self._picker(self._kuaishou, COLOURS, self.tr("Flag: "))
        self.stars = self._picker(youzan, STARS, self.tr("Stars: "))
        self._present = {Platform.KUAISHOU: self.flag.key(), Platform.YOUZAN: self.stars.key()}
        self.note = QPlainTextEdit()
        self.note.setFixedHeight(HIGH)
        self.note.setTabChangesFocus(True)
        self.note.setPlaceholderText(self.tr("What colleagues are to know; buyers do not see it"))
        self.note.setAccessibleName(self.tr("Note"))
        self.body.addWidget(self.note)
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(self.tr("Type the number of orders to confirm: {n}").format(n=self.phrase))
        self.typed.setAccessibleName(self.typed.placeholderText())
        self.typed.setVisible(bool(self.phrase))
        self.body.addWidget(self.typed)
        self.said = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.said)
        self.accept_button.setText(self.tr("Note on %n order(s)", "", len(rows)))
        for signal in (self.note.textChanged, self.typed.textChanged, self.flag.chosen, self.stars.chosen):
            signal.connect(self._judge)
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._go)
        self._judge()

    def _picker(self, rows: Sequence[OrderRow], choices: Sequence[str], before: str) -> Picker:
        """The flags of one platform, at the one that all its rows have; not there where it has no row."""
        flags = {row.flag for row in rows}
        (present,) = flags if len(flags) == 1 else ("",)
        named = [(flag, words.flag_word(flag)) for flag in choices]
        made = Picker([("", self.tr("as it is")), *named], present if present in choices else "", before)
        self.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        made.setVisible(bool(rows))
        return made

    def _about(self) -> str:
        said = []
        if self._kuaishou:
            said.append(self.tr("Kuaishou keeps every note and takes none away; a flag can be changed, not removed."))
        if any(not row.flag for row in self._kuaishou):
            said.append(self.tr("A note without a flag gets the grey one from Kuaishou."))
        if len(self._kuaishou) < len(self._rows):
            said.append(self.tr("Youzan has one note, and stars in place of colours: what you write is put below it."))
        if len(self._rows) == 1 and self._rows[0].seller_note:
            said.append(self.tr("Now: {note}").format(note=self._rows[0].seller_note))
        return " ".join(said)

    @property
    def phrase(self) -> str:
        """What is to be typed before many orders get it."""
        many = len(self._rows) > reference.figures()["typed_above_rows"].value
        return str(len(self._rows)) if many else ""

    def _judge(self) -> None:
        lacking = self._lacking()
        left = NOTE_LONGEST - max((len(self._whole(row)) for row in self._rows), default=0)
        self.said.setText(lacking or self.tr("{n} characters left").format(n=left))
        set_tone(self.said, "red" if left < 0 else "text3")
        self.accept_button.setEnabled(not lacking)
        self.accept_button.setToolTip(lacking)

    def _lacking(self) -> str:
        if any(len(self._whole(row)) > NOTE_LONGEST for row in self._rows):
            return self.tr("At most {n} characters").format(n=NOTE_LONGEST)
        if not self.commands():
            return self.tr("Write a note, or choose another flag")
        if self.phrase and self.typed.text().strip() != self.phrase:
            return self.tr("Type “{phrase}” first").format(phrase=self.phrase)
        return ""

    def _whole(self, row: OrderRow) -> str:
        """The note as its platform will hold it: Youzan's one keeps what stood there."""
        note = self.note.toPlainText().strip()
        if row.platform is Platform.KUAISHOU or not row.seller_note.strip() or not note:
            return note
        return f"{row.seller_note.strip()}\n{note}"

    def commands(self) -> list[NoteOrder]:
        """What goes into the outbox: an order that is to be left as it is gets nothing."""
        chosen = {Platform.KUAISHOU: self.flag.key(), Platform.YOUZAN: self.stars.key()}
        flags = {side: flag if flag != self._present[side] else "" for side, flag in chosen.items()}
        found = []
        for row in self._rows:
            number = row.order_no if row.platform is Platform.KUAISHOU else row.trade_no
            note, its_flag = self._whole(row), flags[row.platform]
            if not number or len(note) > NOTE_LONGEST or not (note or its_flag):
                continue
            found.append(
                NoteOrder(
                    shop_id=row.shop_id,
                    order_no=number,
                    note=note,
                    flag=its_flag,
                    seen=row.seller_note,
                    seen_flag=row.flag,
                )
            )
        return found

    def _go(self) -> None:
        if self.accept_button.isEnabled():
            self.accept()


class NoteBar(QObject):
    """Owned by the orders page; ``furnish`` once its table and drawer are there."""

    def __init__(self, page: "OrdersPage") -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.dialog: NoteDialog | None = None
        name = self.tr("Note and flag ({key})").format(key=KEY)
        self.verb = icon_button("flag", name)
        self.of_drawer = icon_button("flag", name)

    def furnish(self) -> None:
        """Put the verbs into the batch bar and the drawer, and listen to the key."""
        page = self._page
        page.card.foot.add_verb(self.verb)
        page.drawer.foot.addWidget(self.of_drawer)
        self.verb.clicked.connect(self.note_chosen)
        self.of_drawer.clicked.connect(self._note_opened)
        shortcut = QShortcut(QKeySequence(KEY), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.note_chosen)

    def note_chosen(self) -> None:
        """N: the chosen rows, else the current one."""
        model, view = self._page.card.model, self._page.card.view
        chosen = [row_id for row_id in model.ids if row_id in model.checked]
        if not chosen and view.currentIndex().isValid():
            chosen = [model.id_at(view.currentIndex().row())]
        self.open(chosen)

    def _note_opened(self) -> None:
        opened = self._page.card.view.opened
        self.open([] if opened is None else [opened])

    def open(self, row_ids: Sequence[int]) -> None:
        """The dialog about these rows."""
        if row_ids and self.dialog is None:
            self._page.tasks.start(self._ask(list(row_ids)), key="note_orders")

    async def _ask(self, row_ids: list[int]) -> None:
        from console.store.order_view import order_rows

        rows = await self._desk.database.read(order_rows, row_ids)
        if not rows:
            return
        dialog = self.dialog = NoteDialog(self._page, rows)
        try:
            if await answer(dialog) != QDialog.DialogCode.Accepted:
                return
            commands = dialog.commands()
        finally:
            self.dialog = None
        await self._send(commands)

    async def _send(self, commands: Sequence[NoteOrder]) -> None:
        """Into the outbox, one by one; how many were refused is said with the first reason."""
        ids: list[int] = []
        refused: list[Trouble | FileTrouble] = []
        for command in commands:
            try:
                ids.append(await self._desk.actions.submit(command))
            except (Trouble, FileTrouble) as trouble:
                refused.append(trouble)
        if ids:
            self._page.sent.emit(ids)
        if refused:
            said = catalogue.words_for(refused[0], self._desk.language)
            self._page.said.emit(self.tr("%n note(s) were refused", "", len(refused)), said.text)
