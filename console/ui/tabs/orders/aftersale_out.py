"""The tickets as a sheet: what the list shows of them. Of buyers nothing: neither names nor addresses nor pictures."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from console.core.model import AfterSaleKind, AfterSaleStatus, Platform
from console.documents.sheets import Field, Value
from console.store.views_tickets import TicketRow
from console.ui import texts
from console.ui.carriers import carrier
from console.ui.tabs.orders import aftersale_columns, aftersale_words, words

translate = QCoreApplication.translate


def fields() -> list[Field]:
    """The columns, in the language of the window."""
    return [
        Field(title=translate("aftersale", "After-sale no."), wide=22),
        Field(title=translate("aftersale", "After-sale no. on the other side"), wide=28),
        Field(title=translate("sheets", "Kuaishou no."), wide=22),
        Field(title=translate("sheets", "Youzan no."), wide=28),
        Field(title=translate("aftersale", "Type"), wide=14),
        Field(title=translate("aftersale", "State"), wide=18),
        Field(title=translate("aftersale", "State on the other side"), wide=18),
        Field(title=translate("aftersale", "In step"), wide=14),
        Field(title=translate("orders", "Goods"), wide=36),
        Field(title=translate("aftersale", "Reason"), wide=24),
        Field(title=translate("aftersale", "Asked for"), kind="money", wide=12),
        Field(title=translate("aftersale", "Refunded"), kind="money", wide=12),
        Field(title=translate("aftersale", "Asked"), wide=20),
        Field(title=translate("aftersale", "Answer by"), wide=20),
        Field(title=translate("aftersale", "Ended"), wide=20),
        Field(title=translate("aftersale", "Return waybill"), wide=24),
        Field(title=translate("aftersale", "Given to"), wide=12),
    ]


def cells(person: Callable[[TicketRow], str]) -> Callable[[TicketRow], Sequence[Value]]:
    """What a ticket says in those columns; what nobody knows is an empty cell, and so is money that did not move."""

    def said(row: TicketRow) -> Sequence[Value]:
        other = row.other
        settled = row.status is AfterSaleStatus.SUCCESS and row.kind is not AfterSaleKind.EXCHANGE
        step = aftersale_words.step_chip(row)
        agreed = translate("aftersale", "yes") if row.step == "in_step" else None
        return (
            row.after_sale_no,
            None if other is None else other.after_sale_no,
            aftersale_columns.number(row, Platform.KUAISHOU),
            aftersale_columns.number(row, Platform.YOUZAN),
            words.after_sale_kind(row.kind),
            words.after_sale_status(row.status),
            None if other is None else words.after_sale_status(other.status),
            agreed if step is None else step.word,
            f"{row.title} {row.spec}".strip() or None,
            aftersale_words.reason(row),
            row.amount_fen,
            row.amount_fen if settled else None,
            _moment(row.created_at),
            _moment(row.deadline_at),
            _moment(row.finished_at),
            None if row.parcel is None else f"{carrier(row.platform, row.parcel)} {row.parcel.waybill_no}".strip(),
            person(row) or None,
        )

    return said


def _moment(at: int | None) -> str | None:
    return None if at is None else texts.full_moment(at)
