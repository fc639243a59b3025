"""合并: a person says that two customers are one; with a reason, and it can be taken apart again."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from console.store import customers_sheet
from console.ui.dialogs import answer
from console.ui.rooms import View
from console.ui.tabs.customers import profile_words as words
from console.ui.tabs.customers.drawer import WordDialog


class JoinDialog(WordDialog):
    """Names both, and asks why they are one."""

    def __init__(self, view: View, one: str, other: str) -> None:
        super().__init__(
            view,
            self.tr("Join two customers"),
            self.tr("Join"),
            self.tr("Reason, for example: said so himself"),
            self.tr(
                "{one} and {other} become one customer. It is noted who said so, and it can be taken apart."
            ).format(one=one, other=other),
        )


async def ask_join(view: View, ids: Sequence[int]) -> None:
    """Of two checked customers; of any other number nothing is done but said."""
    if len(ids) != 2:
        view.said.emit(QCoreApplication.translate("customers", "Choose exactly two customers to join"), "")
        return
    rows = await view.desk.database.read(customers_sheet.rows, ids, view.desk.now())
    if len(rows) < 2:
        return
    one, other = rows
    dialog = JoinDialog(view, *(f"{words.who(row)} ({words.tail(row)})" for row in rows))
    if await answer(dialog):
        why = dialog.field.text()
        both = ((one.shop_id, one.buyer_id), (other.shop_id, other.buyer_id))
        await view.safely(lambda: view.desk.actions.customers.join(*both, why))
