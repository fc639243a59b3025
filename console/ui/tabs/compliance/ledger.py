"""资质: the ledger of certificates, when each is to be renewed, and what stops selling without it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout

from console.core.changes import Changes
from console.core.clock import shop_datetime
from console.rules.certificates import Certificate, CertState
from console.store.ledger import Entry
from console.ui import texts
from console.ui.cells import Chips, Lines
from console.ui.context import Desk
from console.ui.dialogs import Dialog, answer, ask
from console.ui.files import ask_old_file
from console.ui.held import Held
from console.ui.paging import Column
from console.ui.table_card import TableCard
from console.ui.tabs.compliance import ledger_words as words
from console.ui.tabs.compliance.ledger_forms import CertificateDialog
from console.ui.tabs.compliance.views import View
from console.ui.widgets import EmptyState, button, stack
from console.ui.widgets.labels import Elided, Wrapped

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.views import Pair


CONCERNS = 2  # the column that gives way in a narrow window


def read_ledger(conn: "Connection", pair: "Pair | None", now: int) -> tuple[list[Entry], str]:
    """On a database thread: the ledger, and the shop that a new certificate belongs to."""
    from console.core.model import Platform
    from console.store.ledger import ledger
    from console.store.ledger_gaps import gaps
    from console.store.shops import shops

    bound = [row.shop_id for row in shops(conn) if row.platform is Platform.KUAISHOU]
    mine = [shop_id for shop_id in bound if pair is None or shop_id in pair.shop_ids]
    asked = () if pair is None else pair.shop_ids
    found = ledger(conn, asked, shop_datetime(now).date())
    return [*found, *gaps(conn, asked, found)], next(iter(mine or bound), "")


def window_tone(entry: Entry) -> str:
    """Estimated days are amber."""
    return "text" if entry.standing.certain else "fg_amber"


def read_unjudged(conn: "Connection", pair: "Pair | None") -> int:
    """On a database thread: goods whose needs nobody knows, for their category was not read."""
    from console.store.ledger_gaps import goods_unjudged

    return goods_unjudged(conn, () if pair is None else pair.shop_ids)


class LedgerView(View):
    """A table; a click opens the form."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.entries: Sequence[Entry] = ()
        self.shop_id = ""
        add = button(self.tr("Add a certificate"), "primary", "plus")
        add.clicked.connect(lambda: self.tasks.start(self.edit(None), key="edit"))
        self.stats = Elided("")
        empty = EmptyState(
            "badge-check",
            self.tr("No certificate was entered"),
            self.tr("Until one is, nothing is said about documents when goods are checked"),
        )
        self.card: TableCard[Entry] = TableCard(
            self._columns(), self.tasks, empty, self.tr("{first}–{last} of {total} certificates")
        )
        self.card.view.setColumnHidden(0, True)
        self.card.view.set_spare((CONCERNS,))
        self.card.view.row_opened.connect(self._open)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(10)
        room.addLayout(stack(self.stats, None, add, across=True))
        room.addWidget(self.card, 1)
        desk.scope.changed.connect(self.load)
        self.load()

    def _columns(self) -> list[Column[Entry]]:
        return [
            Column(
                self.tr("Certificate"),
                150,
                Lines(lambda one: one.certificate.kind, lambda one: one.certificate.number, free=True),
                stretch=True,
            ),
            Column(self.tr("For"), 104, Lines(lambda one: words.concerns(one.certificate), free=True)),
            Column(self.tr("Valid to"), 104, Lines(words.valid_to)),
            Column(self.tr("Renewal window"), 234, Lines(lambda one: words.window(one.standing), top_tone=window_tone)),
            Column(self.tr("State"), 130, Chips(lambda one: words.state_chip(one.standing))),
            Column(
                self.tr("Hangs on it"),
                186,
                Lines(words.stops, lambda one: "、".join(one.titles), free=True, top_tone=_stop_tone),
            ),
        ]

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & {"compliance", "items", "shops"}:
            self.load()

    def load(self) -> None:
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        asked = (self.desk.scope.pair, self.desk.now())
        self.entries, self.shop_id = await self.desk.database.read(read_ledger, *asked)
        self.card.model.show(Held(self.entries), None)
        unjudged = await self.desk.database.read(read_unjudged, self.desk.scope.pair)
        parts = [summary(self.entries)] if self.entries else []
        if unjudged:
            hint = self.tr("{n} goods without a category that was read: what they need is not known")
            parts.append(hint.format(n=texts.count(unjudged)))
        self.stats.setText(" · ".join(parts))
        self.settled.emit()

    def _open(self, row_id: int) -> None:
        if row_id < len(self.entries):
            self.tasks.start(self.edit(self.entries[row_id]), key="edit")

    async def edit(self, entry: Entry | None) -> None:
        """New, or changed, or taken out."""
        dialog = CertificateDialog(self, None if entry is None else entry.certificate)
        dialog.file.clicked.connect(lambda: self.tasks.start(self._choose(dialog), key="file"))
        missing = entry is not None and words.is_missing(entry)
        if entry is not None:
            said = self.tr("Not needed here") if missing else self.tr("Take out of the ledger")
            drop = button(said, "ghost", "minus" if missing else "trash-2")
            drop.clicked.connect(lambda: dialog.done(2))
            dialog.body.addWidget(drop)
        code = await answer(dialog)
        if code == QDialog.DialogCode.Accepted:
            await self.keep(dialog.certificate(), dialog.path, entry)
        elif code and entry is not None:
            await (self.ask_why_not(entry) if missing else self._drop(entry))

    async def _choose(self, dialog: CertificateDialog) -> None:
        path = await ask_old_file(dialog, self.tr("File of the certificate"), ("pdf", "png", "jpg", "jpeg"))
        if path is not None:
            dialog.put_file(path)

    async def keep(self, found: Certificate, path: Path | None, entry: Entry | None = None) -> None:
        """Keep it, and say in words why not."""
        shop_id = self.shop_id if entry is None else entry.shop_id
        await self.safely(lambda: self.desk.actions.compliance.put_certificate(shop_id, found, path))
        await self._load()

    async def ask_why_not(self, entry: Entry) -> None:
        """A kind is not needed, for a reason that is kept in the audit."""
        dialog = Dialog(self, self.tr("Not needed here"), self.tr("Keep"))
        kind = entry.certificate.kind
        hint = self.tr("{kind}: the table covers kinds of goods, you know yours. Say why it is not needed.")
        dialog.body.addWidget(Wrapped(hint.format(kind=kind), 12, tone="text3"))
        reason = QLineEdit()
        reason.setAccessibleName(self.tr("Reason"))
        dialog.body.addWidget(reason)
        dialog.accept_button.setEnabled(False)
        reason.textChanged.connect(lambda text: dialog.accept_button.setEnabled(bool(text.strip())))
        if await answer(dialog) == QDialog.DialogCode.Accepted:
            await self.desk.actions.compliance.set_not_needed(entry.shop_id, kind, reason.text())
            await self._load()

    async def _drop(self, entry: Entry) -> None:
        sure = await ask(
            self,
            self.tr("Take it out?"),
            self.tr("Goods will be checked as if this certificate were not there. Its file stays."),
            self.tr("Take out"),
            kind="danger",
            undoable=False,
        )
        if sure:
            await self.desk.actions.compliance.drop_certificate(entry.certificate.certificate_id)
            await self._load()


def _stop_tone(entry: Entry) -> str:
    if words.is_missing(entry):
        return "fg_amber"
    lapsed = entry.standing.state in (CertState.EXPIRED, CertState.NOT_YET)
    return "fg_red" if lapsed and entry.stops else "text2"


def summary(entries: Sequence[Entry]) -> str:
    """How many of each state, those that need somebody first."""
    counts: dict[str, int] = {}
    for state in (
        CertState.EXPIRED,
        CertState.MISSED,
        CertState.URGENT,
        CertState.RENEW,
        CertState.VALID,
        CertState.MISSING,
    ):
        found = [one for one in entries if one.standing.state is state]
        if found:
            counts[words.state_chip(found[0].standing).word] = len(found)
    return " · ".join(f"{name} {texts.count(number)}" for name, number in counts.items())
