"""清单: minor protection, the live-selling order, promotions and policy as dated duties with owner, day and proof."""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout

from console.core.changes import Changes
from console.core.clock import shop_datetime
from console.core.operators import Right
from console.rules.duties import LISTS, Duty, Standing, Work, due_of, standing
from console.store.duties import BarredGoods, duties
from console.ui import texts
from console.ui.cells import Chips, Lines
from console.ui.context import Desk
from console.ui.dialogs import answer
from console.ui.files import ask_old_file
from console.ui.held import Held
from console.ui.page import Question
from console.ui.paging import Column
from console.ui.table_card import TableCard
from console.ui.tabs.compliance import duties_words as words
from console.ui.tabs.compliance.duties_dialog import DutyDialog
from console.ui.tabs.compliance.views import View
from console.ui.widgets import EmptyState, Segmented, Switch, label, stack
from console.ui.widgets.labels import Elided, set_tone

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.views import Pair

PROOFS = ("pdf", "png", "jpg", "jpeg", "docx", "xlsx", "zip", "txt")
SINCE, OWNER = 2, 3  # columns that give way in a narrow window
WAITING = ("overdue", "near", "unproved")
ORDER: tuple[Standing, ...] = ("overdue", "near", "unproved", "doing", "open", "later", "again", "done", "none")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A duty as it stands today."""

    duty: Duty
    work: Work
    how: Standing


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the view shows. ``shop_id`` empty: no shop is bound, so nothing can be kept."""

    work: dict[str, Work]
    shop_id: str
    minors: bool
    barred: BarredGoods


def read_duties(conn: "Connection", pair: "Pair | None") -> Seen:
    """On a database thread."""
    from console.core.model import Platform
    from console.store import duties as store
    from console.store.shops import shops

    bound = [row.shop_id for row in shops(conn) if row.platform is Platform.KUAISHOU]
    mine = [shop_id for shop_id in bound if pair is None or shop_id in pair.shop_ids]
    shop_id = next(iter(mine or bound), "")
    return Seen(
        work=store.work(conn, shop_id),
        shop_id=shop_id,
        minors=store.minors_mode(conn),
        barred=store.barred_goods(conn),
    )


class DutiesView(View):
    """A list at a time, what waits for somebody first; over the minors' list their switch."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seen: Seen | None = None
        self.lines: tuple[Line, ...] = ()
        self._all: tuple[Line, ...] = ()
        self.list = Segmented([(key, words.name_of_list(key)) for key in LISTS], LISTS[0])
        self.list.chosen.connect(lambda _key: self._show())
        self.stats = Elided("")
        self.mode = Switch(self.tr("Protection of minors"))
        self.mode.clicked.connect(lambda on: self._start(lambda: self._set_mode(on)))
        self.mode.setEnabled(desk.may(Right.SWITCHES))
        self.barred = Elided("", 12)
        self.strip = self._strip()
        empty = EmptyState("list-checks", self.tr("No duties"), "")
        self.card: TableCard[Line] = TableCard(
            self._columns(), self.tasks, empty, self.tr("{first}–{last} of {total} duties")
        )
        self.card.view.setColumnHidden(0, True)
        self.card.view.set_spare((OWNER, SINCE))
        self.card.view.row_opened.connect(self._open)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(10)
        room.addLayout(stack(self.list, None, self.stats, across=True))
        room.addWidget(self.strip)
        room.addWidget(self.card, 1)
        desk.scope.changed.connect(self.load)
        self.load()

    def _strip(self) -> QFrame:
        made = QFrame()
        made.setObjectName("card")
        row = QHBoxLayout(made)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        under = self.tr(
            "While on, wordings that concern minors are banned everywhere; scripts take neither such goods nor raffles"
        )
        both = stack(label(self.tr("Protection of minors"), strong=True), Elided(under), self.barred, gap=2)
        row.addLayout(both, 1)
        row.addWidget(self.mode)
        return made

    def _columns(self) -> list[Column[Line]]:
        chinese = self.desk.language == "zh_CN"
        return [
            Column(
                self.tr("Duty"),
                260,
                Lines(lambda one: words.what(one.duty, chinese), lambda one: words.law(one.duty), free=True),
                stretch=True,
            ),
            Column(self.tr("In force"), 110, Lines(lambda one: words.since(one.duty), top_tone=_since_tone)),
            Column(self.tr("Owner"), 90, Lines(lambda one: one.work.owner or texts.NOTHING, free=True)),
            Column(self.tr("Due"), 100, Lines(lambda one: words.due(self._due(one)))),
            Column(self.tr("Proof"), 84, Lines(lambda one: words.proofs(one.work))),
            Column(self.tr("State"), 136, Chips(lambda one: words.chip(one.how))),
        ]

    def _due(self, one: Line) -> Any:
        return due_of(one.duty, one.work, shop_datetime(self.desk.now()).date())

    # -- reading ----------------------------------------------------------------------------------------------------

    def on_changes(self, changes: Changes) -> None:
        if changes.kinds & {"compliance", "items", "shops"}:
            self.load()

    def load(self) -> None:
        """Read everything again."""
        self.tasks.start(self._load(), key="load")

    async def _load(self) -> None:
        self.seen = await self.desk.database.read(read_duties, self.desk.scope.pair)
        today = shop_datetime(self.desk.now()).date()
        work = self.seen.work
        self._all = tuple(
            Line(duty=duty, work=found, how=standing(duty, found, today))
            for duty in duties()
            for found in (work.get(duty.duty_id, Work()),)
        )
        self.mode.setChecked(self.seen.minors)
        self._say_barred(self.seen.barred)
        self._show()
        self.counted.emit("duties", sum(one.how in ("overdue", "near") for one in self._all))
        self.settled.emit()

    def _show(self) -> None:
        key = self.list.key()
        mine = [one for one in self._all if one.duty.list == key]
        self.lines = tuple(sorted(mine, key=lambda one: ORDER.index(one.how)))
        self.card.model.show(Held(self.lines), None)
        self.strip.setVisible(key == "minors")
        counts = [(how, sum(one.how == how for one in self.lines)) for how in ORDER]
        self.stats.setText(" · ".join(f"{words.chip(how).word} {number}" for how, number in counts if number))
        for name in LISTS:
            number = sum(one.duty.list == name and one.how in WAITING for one in self._all)
            shown = words.name_of_list(name)
            self.list.set_words(name, f"{shown} {number}" if number else shown)

    def _say_barred(self, found: BarredGoods) -> None:
        parts = [f"{words.name_of_kind(kind)} {texts.count(number)}" for kind, number in found.numbers.items()]
        said = self.tr("Barred goods on the shelf: {kinds}").format(kinds=" · ".join(parts))
        if not parts:
            said = self.tr("No goods on the shelf are of a barred category")
        if found.unknown:
            unknown = self.tr("{n} goods without a known category").format(n=texts.count(found.unknown))
            said = f"{said} · {unknown}"
        self.barred.setText(said)
        set_tone(self.barred, "amber" if parts else "text3")

    # -- what is asked ----------------------------------------------------------------------------------------------

    def _start(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        self.tasks.start(self.safely(work), key="act")

    async def _set_mode(self, on: bool) -> None:
        await self.desk.actions.compliance.set_minors_mode(on)
        await self._load()

    def open_at(self, question: Question) -> None:
        duty_id = question.get("duty", "")
        duty = next((one for one in duties() if one.duty_id == duty_id), None)
        if duty is not None:
            self.list.set_key(duty.list)
            self._start(lambda: self.open_duty(duty_id))

    def _open(self, row_id: int) -> None:
        if row_id < len(self.lines):
            duty_id = self.lines[row_id].duty.duty_id
            self._start(lambda: self.open_duty(duty_id))

    async def open_duty(self, duty_id: str) -> None:
        """Its form. Files are kept at once, the rest when the form is accepted."""
        if self.seen is None:
            await self._load()
        one = next(line for line in self._all if line.duty.duty_id == duty_id)
        dialog = DutyDialog(self, one.duty, one.work, self.desk.language == "zh_CN")
        has_shop = bool(self.seen and self.seen.shop_id)
        dialog.add.setEnabled(has_shop)
        dialog.add.clicked.connect(lambda: self.tasks.start(self._add(dialog, duty_id), key="file"))
        dialog.dropped.connect(lambda sha256: self.tasks.start(self._drop(dialog, duty_id, sha256), key="file"))
        if not has_shop:
            dialog.accept_button.setEnabled(False)
            dialog.trouble.setText(self.tr("Bind a Kuaishou shop first: duties are kept by shop."))
        if await answer(dialog) == QDialog.DialogCode.Accepted and has_shop:
            await self.desk.actions.compliance.put_duty(self._shop_id(), duty_id, dialog.work())
            await self._load()

    def _shop_id(self) -> str:
        return self.seen.shop_id if self.seen is not None else ""

    async def _add(self, dialog: DutyDialog, duty_id: str) -> None:
        path = await ask_old_file(dialog, self.tr("File that proves it"), PROOFS)
        if path is None:
            return

        async def keep() -> None:
            await self.desk.actions.compliance.add_proof(self._shop_id(), duty_id, path)

        await self.safely(keep)
        await self._again(dialog, duty_id)

    async def _drop(self, dialog: DutyDialog, duty_id: str, sha256: str) -> None:
        await self.desk.actions.compliance.drop_proof(self._shop_id(), duty_id, sha256)
        await self._again(dialog, duty_id)

    async def _again(self, dialog: DutyDialog, duty_id: str) -> None:
        await self._load()
        assert self.seen is not None  # noqa: S101 - just read
        dialog.show_proofs(self.seen.work.get(duty_id, Work()).proofs)


def _since_tone(one: Line) -> str:
    return "text2" if one.duty.sure else "fg_amber"
