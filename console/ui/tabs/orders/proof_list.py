"""The rows of a proof that are not simply linked, as a table."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication

from console.documents.sheets import Field, Value
from console.rules.proof_books import CLOSED, Kind
from console.ui import texts
from console.ui.cells import Chips, Lines, Verbs
from console.ui.paging import Column
from console.ui.tabs.orders import proof_words

translate = QCoreApplication.translate
Finding = Mapping[str, Any]
Part = Literal["open", "explained", "not_paid", "all"]


def part_of(finding: Finding) -> Part:
    """In which part of the list a row is."""
    if finding["kind"] == Kind.NOT_PAID:
        return "not_paid"
    return "explained" if finding["kind"] in CLOSED else "open"


def columns() -> list[Column[Finding]]:
    """All columns after the check box."""
    return [
        Column(translate("proof", "Kind"), 118, Chips(lambda row: proof_words.kind_look(row["kind"]))),
        Column(translate("proof", "Kuaishou no."), 170, Lines(_order_no, top_tone=_order_tone)),
        Column(translate("proof", "Youzan no."), 232, Lines(_trade_no, top_tone=_trade_tone)),
        Column(translate("proof", "Kuaishou amount"), 110, Lines(_amount, right=True), right=True),
        Column(translate("proof", "Youzan amount"), 110, Lines(_trade_amount, right=True), right=True),
        Column(translate("proof", "Difference"), 100, Lines(_difference, right=True, strong=True), right=True),
        Column(translate("proof", "Paid"), 104, Lines(lambda row: texts.moment(row["paid_at"]))),
        Column(translate("proof", "Ground"), 260, Lines(proof_words.reason_words, free=True), stretch=True),
        Column(translate("proof", "Action"), 64, Verbs(_verb)),
    ]


SPARE = (7, 4, 5)
"""Columns that a narrow window can do without, the first to go first; the check box is 0."""


def _verb(row: Finding) -> tuple[str, str] | None:
    known = row["order_no"] or row["trade_no"]
    return ("open", translate("proof", "View")) if known else None


def _order_no(row: Finding) -> str:
    if row["order_no"]:
        return str(row["order_no"])
    return translate("proof", "Not found") if row["kind"] == Kind.NO_ORDER else texts.NOTHING


def _order_tone(row: Finding) -> str:
    return "text" if row["order_no"] else "fg_red"


def _trade_no(row: Finding) -> str:
    if row["trade_no"]:
        return str(row["trade_no"])
    return translate("proof", "Not found") if row["kind"] == Kind.MISSING else texts.NOTHING


def _trade_tone(row: Finding) -> str:
    return "text" if row["trade_no"] else "fg_red"


def _amount(row: Finding) -> str:
    return texts.money(row["amount_fen"])


def _trade_amount(row: Finding) -> str:
    return texts.money(row["trade_amount_fen"])


def difference(row: Finding) -> int | None:
    """Youzan's amount less Kuaishou's; a side that is not there counts as nothing."""
    here, there = row["amount_fen"], row["trade_amount_fen"]
    return None if here is None and there is None else (there or 0) - (here or 0)


def _difference(row: Finding) -> str:
    off = difference(row)
    return texts.NOTHING if off is None or row["kind"] == Kind.NOT_PAID else proof_words.signed_money(off)


def fields() -> list[Field]:
    """The columns of the exported list, in the language of the window."""
    return [
        Field(title=translate("proof", "Kind")),
        Field(title=translate("proof", "Kuaishou no."), wide=22),
        Field(title=translate("proof", "Youzan no."), wide=28),
        Field(title=translate("proof", "Kuaishou amount"), kind="money"),
        Field(title=translate("proof", "Youzan amount"), kind="money"),
        Field(title=translate("proof", "Difference"), kind="money"),
        Field(title=translate("proof", "Paid"), wide=20),
        Field(title=translate("proof", "Ground"), wide=60),
    ]


def cells(row: Finding) -> Sequence[Value]:
    """What a row says in those columns; what nobody knows is an empty cell."""
    paid = row["paid_at"]
    return (
        proof_words.kind_word(row["kind"]),
        row["order_no"],
        row["trade_no"],
        row["amount_fen"],
        row["trade_amount_fen"],
        None if row["kind"] == Kind.NOT_PAID else difference(row),
        None if paid is None else texts.full_moment(paid),
        proof_words.reason_words(row),
    )
