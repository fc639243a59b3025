"""Rules by which tickets are given out: written in order, tried on what is open, then kept or carried out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from secrets import token_hex

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.core.model import AfterSaleKind
from console.core.money import fen
from console.core.operators import Operator, Right
from console.rules.giving_out import GivingRule
from console.store.views_tickets import Plan
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.rights import guard
from console.ui.tabs.orders import words
from console.ui.tasks import Tasks
from console.ui.widgets import Picker, button, icon_button, label, line
from console.ui.widgets.labels import Wrapped, set_tone

translate = QCoreApplication.translate
WIDE, ANY = 720, "all"


class GivingDialog(Dialog):
    """``rules`` is what the list says now; accepting keeps it."""

    def __init__(
        self, parent: QWidget, desk: Desk, people: Sequence[Operator], rules: Sequence[GivingRule], tasks: Tasks
    ) -> None:
        super().__init__(parent, self.tr("Who answers which ticket"), self.tr("Save rules"))
        self.setFixedWidth(min(WIDE, parent.window().width() - 48))
        self._desk, self._tasks = desk, tasks
        self._names: Mapping[str, str] = {one.operator_id: one.name for one in people}
        self.rules: list[GivingRule] = list(rules)
        self.plan: Plan | None = None
        hint = self.tr(
            "The first rule that fits counts. Rules give out what arrives; what a person gave stays where it is."
        )
        self.body.addWidget(Wrapped(hint, 12, tone="text3"))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.body.addLayout(self._list)
        self.body.addWidget(line())
        self._form(people)
        self.said = Wrapped("", 12)
        self.body.addWidget(self.said)
        self.try_out = button(self.tr("Try on open tickets"), "default", "list-checks")
        self.try_out.clicked.connect(lambda: self._tasks.start(self._preview(), key="preview"))
        self.carry_out = button(self.tr("Give out anew"), "soft")
        self.carry_out.clicked.connect(lambda: self._tasks.start(self._give_out(), key="give_out"))
        self.carry_out.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.try_out)
        row.addWidget(self.carry_out)
        row.addStretch(1)
        self.body.addLayout(row)
        guard(desk.session, self.accept_button, Right.OPERATORS)
        self._show_rules()

    # -- the list ---------------------------------------------------------------------------------------------------

    def _show_rules(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for at, rule in enumerate(self.rules):
            self._list.addWidget(self._row(at, rule))
        if not self.rules:
            self._list.addWidget(
                label(self.tr("No rules: tickets stay with nobody until somebody takes them"), tone="text3")
            )

    def _row(self, at: int, rule: GivingRule) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(f"{at + 1}.", tone="text3"))
        row.addWidget(Wrapped(sentence(rule, self._names)), 1)
        up = icon_button("chevron-up", self.tr("Try it earlier"), small=True)
        up.setEnabled(at > 0)
        up.clicked.connect(lambda: self._move(at))
        drop = icon_button("trash-2", self.tr("Remove this rule"), small=True)
        drop.clicked.connect(lambda: self._remove(at))
        row.addWidget(up)
        row.addWidget(drop)
        return made

    def _move(self, at: int) -> None:
        self.rules[at - 1], self.rules[at] = self.rules[at], self.rules[at - 1]
        self._changed()

    def _remove(self, at: int) -> None:
        del self.rules[at]
        self._changed()

    def _changed(self) -> None:
        self.plan = None
        self.carry_out.setEnabled(False)
        self._say("")
        self._show_rules()

    # -- a new one --------------------------------------------------------------------------------------------------

    def _form(self, people: Sequence[Operator]) -> None:
        self.body.addWidget(label(self.tr("New rule"), strong=True))
        self.person = Picker(
            [(one.operator_id, one.name) for one in people] or [("", texts.NOTHING)], "", self.tr("To: ")
        )
        if people:
            self.person.set_key(people[0].operator_id)
        self.kind = Picker(
            [(ANY, self.tr("all")), *((kind.value, words.after_sale_kind(kind)) for kind in AfterSaleKind)],
            ANY,
            self.tr("Type: "),
        )
        names = {
            "reasons": self.tr("Reason contains (several with commas)"),
            "carriers": self.tr("Carrier, there or back"),
            "from": self.tr("Amount from, yuan"),
            "below": self.tr("Amount below, yuan"),
            "older": self.tr("Older than, hours"),
        }
        self.fields: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.person, 0, 0)
        grid.addWidget(self.kind, 0, 1)
        places = {"reasons": (1, 0), "carriers": (1, 1), "from": (2, 0), "below": (2, 1), "older": (3, 0)}
        for key, name in names.items():
            field = self.fields[key] = QLineEdit()
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            grid.addWidget(field, *places[key])
        self.add = button(self.tr("Add the rule"), "default", "plus")
        self.add.setEnabled(bool(people))
        self.add.clicked.connect(self._add)
        grid.addWidget(self.add, 3, 1)
        self.body.addLayout(grid)
        if not people:
            hint = self.tr("Name the people first, in Settings under People and rights")
            self.body.addWidget(Wrapped(hint, 12, tone="amber"))

    def _add(self) -> None:
        try:
            rule = self._typed()
        except ValueError:
            self._say(self.tr("Amounts are yuan like 50 or 49.90, hours are whole"), wrong=True)
            return
        self.rules.append(rule)
        for field in self.fields.values():
            field.clear()
        self._changed()

    def _typed(self) -> GivingRule:
        said = {key: field.text().strip() for key, field in self.fields.items()}
        older = int(said["older"]) if said["older"] else None
        if older is not None and older < 0:
            raise ValueError("hours are not negative")
        kind = self.kind.key()
        return GivingRule(
            rule_id=token_hex(4),
            operator_id=self.person.key(),
            kinds=() if kind == ANY else (AfterSaleKind(kind),),
            reasons=_several(said["reasons"]),
            from_fen=fen(said["from"]) if said["from"] else None,
            below_fen=fen(said["below"]) if said["below"] else None,
            carriers=_several(said["carriers"]),
            older_h=older,
        )

    # -- trying and doing -------------------------------------------------------------------------------------------

    async def _preview(self) -> None:
        try:
            self.plan = await self._desk.actions.tickets.preview(self.rules)
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)
            return
        self._say(self.summary(self.plan))
        self.carry_out.setEnabled(bool(self.plan.changes) and self._desk.may(Right.OPERATORS))

    def summary(self, plan: Plan) -> str:
        """What would change, in numbers."""
        whole = self.tr("{n} of {all} open tickets would move").format(
            n=texts.count(len(plan.changes)), all=texts.count(plan.looked_at)
        )
        moves = Counter((change.was, change.operator_id) for change in plan.changes)
        nobody = self.tr("nobody")
        parts = [
            f"{self._names.get(was, nobody)} → {self._names.get(to, to)} {texts.count(n)}"
            for (was, to), n in moves.most_common(6)
        ]
        kept = self.tr("{n} given by hand stay").format(n=texts.count(plan.by_hand))
        return " · ".join([whole, *parts, kept])

    async def _give_out(self) -> None:
        if self.plan is None:
            return
        try:
            await self._desk.actions.tickets.set_rules(self.rules)
            moved = await self._desk.actions.tickets.give_out(self.plan)
        except (Trouble, FileTrouble) as trouble:
            self._complain(trouble)
            return
        self.plan = None
        self.carry_out.setEnabled(False)
        self._say(self.tr("%n ticket(s) given out", "", moved))

    def _complain(self, trouble: Trouble | FileTrouble) -> None:
        self._say(catalogue.words_for(trouble, self._desk.language).text, wrong=True)

    def _say(self, said: str, *, wrong: bool = False) -> None:
        self.said.setText(said)
        set_tone(self.said, "red" if wrong else "text2")


def sentence(rule: GivingRule, names: Mapping[str, str]) -> str:
    """``→ 小王：退货退款 · 原因含“质量” · ¥50 以上 · 顺丰 · 超过 24 小时``."""
    parts = [words.after_sale_kind(kind) for kind in rule.kinds]
    if rule.reasons:
        either = translate("aftersale", " or ").join(rule.reasons)
        parts.append(translate("aftersale", "reason contains {words}").format(words=either))
    if rule.from_fen is not None:
        parts.append(translate("aftersale", "from {money}").format(money=texts.money(rule.from_fen)))
    if rule.below_fen is not None:
        parts.append(translate("aftersale", "below {money}").format(money=texts.money(rule.below_fen)))
    parts += rule.carriers
    if rule.older_h is not None:
        parts.append(translate("aftersale", "older than {n} h").format(n=rule.older_h))
    what = " · ".join(parts) or translate("aftersale", "everything")
    who = names.get(rule.operator_id) or translate("aftersale", "nobody who works here")
    return translate("aftersale", "{what} → {who}").format(what=what, who=who)


def _several(words_typed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words_typed.replace("，", ",").split(",") if part.strip())
