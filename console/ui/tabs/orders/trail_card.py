"""操作记录 in the order drawer: who decided what about the order, and what became of each command, newest first."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from console import catalogue
from console.catalogue import Language
from console.core.revealing import Field
from console.store.order_trail import MOST, TrailStep
from console.ui import texts
from console.ui.outbox.words import said_of
from console.ui.tabs.orders.receiver_card import field_word
from console.ui.widgets import Card, Mark, label
from console.ui.widgets.labels import Wrapped

translate = QCoreApplication.translate
FIRST = 8


def action_word(step: TrailStep) -> str:
    """What was done."""
    return {
        "intent.add": translate("trail", "Asked for"),
        "intent.decline": translate("trail", "Looked at and declined"),
        "intent.send": translate("trail", "Sent"),
        "intent.done": translate("trail", "Confirmed by reading back"),
        "intent.undo": translate("trail", "Taken back"),
        "intent.needs_you": translate("trail", "Refused"),
        "intent.retry": translate("trail", "Tried again"),
        "intent.drop": translate("trail", "Given up"),
        "intent.not_applied": translate("trail", "Did not arrive"),
        "links.by_hand": translate("trail", "Linked by hand"),
        "links.unlink": translate("trail", "Link undone"),
        "links.take_back": translate("trail", "Decision taken back"),
        "deadline.note": translate("trail", "Deadline noted"),
        "order.keep_back": translate("trail", "Kept back"),
        "order.let_go": translate("trail", "Let go again"),
        "order.hold_expired": translate("trail", "Hold expired"),
        "order.hold_ended": translate("trail", "Hold ended: the order is over"),
        "buyer.revealed": translate("trail", "Buyer's data revealed"),
        "buyer.not_revealed": translate("trail", "Buyer's data not revealed"),
        "waybill.take": translate("trail", "Number taken"),
        "waybill.void": translate("trail", "Number voided"),
        "waybill.reprint": translate("trail", "Label printed again"),
    }.get(step.action, step.action)


def about(step: TrailStep, language: Language) -> str:
    """What it was about, and why where a reason was given."""
    detail = step.detail
    parts = [said_of(step.command)] if step.command is not None else []
    parts += [str(detail[name]) for name in ("number", "trade_no") if detail.get(name)]
    due_at = detail.get("due_at")
    parts += [texts.moment(due_at)] if isinstance(due_at, int) else []
    until = detail.get("until")
    parts += [translate("trail", "until {time}").format(time=texts.moment(until))] if isinstance(until, int) else []
    parts += [str(detail[name]) for name in ("reason", "why", "was") if detail.get(name)]
    if step.action.startswith("buyer."):
        parts += [field_word(field) for field in Field if field == detail.get("field")]
    code = detail.get("code")
    if isinstance(code, str) and code:
        side = "" if step.platform is None else step.platform.value
        parts.append(catalogue.words(code, language, platform=side).text)
    return " · ".join(parts)


class TrailCard(Card):
    """One card of the drawer's body."""

    def __init__(self, steps: tuple[TrailStep, ...], now: int, language: Language) -> None:
        super().__init__(translate("trail", "What was done here"), texts.count(len(steps)) if steps else "")
        self.steps = steps
        for step in steps[:FIRST]:
            self._row(step, now, language)
        if not steps:
            self.body.addWidget(label(translate("trail", "Nothing was done about it here"), tone="text3"))
        elif len(steps) > FIRST:
            said = translate("trail", "and {n} earlier; all of it stands in the audit")
            if len(steps) == MOST:
                said = translate("trail", "and earlier ones; all of it stands in the audit")
            self.body.addWidget(label(said.format(n=texts.count(len(steps) - FIRST)), 12, tone="text3"))

    def _row(self, step: TrailStep, now: int, language: Language) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        if step.platform is not None:
            row.addWidget(Mark(step.platform, 15))
        row.addWidget(label(action_word(step), 12, strong=True))
        row.addStretch(1)
        itself = step.action in ("order.hold_expired", "order.hold_ended")
        who = step.by or (translate("trail", "by itself") if itself else translate("trail", "nobody named"))
        row.addWidget(label(f"{who} · {texts.moment(step.at, now)}", 12, tone="text3"))
        self.body.addLayout(row)
        said = about(step, language)
        if said:
            self.body.addWidget(Wrapped(said, 12, tone="text2"))
