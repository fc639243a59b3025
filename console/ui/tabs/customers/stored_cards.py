"""储值 and 会员: what lies with the shop and whether it comes out even; members beside other buyers."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from console.rules.stored_value import Group
from console.store.stored_value import StoredBoard
from console.ui import texts
from console.ui.rows import Cell, Column, Row, Rows
from console.ui.tabs.customers import touch_words as words
from console.ui.tabs.customers.coupons_card import Steps
from console.ui.widgets import Card, EmptyState, label
from console.ui.widgets.labels import Wrapped, set_tone

MOST_SHOWN = 8


class StoredCard(Card):
    """The balance, what came and went this month, what is idle, and what does not come out even."""

    def __init__(self, *, full: bool = True) -> None:
        super().__init__(self.tr("Stored value"))
        self._full = full
        self.none = EmptyState(
            "database",
            self.tr("No stored value is known"),
            self.tr("Import Youzan's export of stored value: balances by account, and movements for the month."),
            self.tr("Import") if full else "",
        )
        self.balance = label("", 24, strong=True)
        self.month = label("", 12, tone="text2")
        top = QHBoxLayout()
        top.addWidget(self.balance)
        top.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(self.month)
        top.addLayout(column)
        self.holders = Wrapped("", 13, tone="text2")
        self.law = Wrapped("", 12, tone="text3")
        columns = (
            Column(self.tr("Account")),
            Column(self.tr("Balance"), 96, right=True),
            Column(self.tr("Should be"), 96, right=True),
            Column(self.tr("Difference"), 96, right=True),
        )
        self.apart = Rows(columns, self.tr("Accounts that do not come out even"), "")
        self.stamp = label("", 11, tone="text3")
        self.body.addWidget(self.none)
        self.body.addLayout(top)
        for part in (self.holders, self.law, self.apart, self.stamp):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_board(self, board: StoredBoard, now: int) -> None:
        """Fill it."""
        sums = board.stored
        known = bool(sums.accounts)
        for part in (self.balance, self.month, self.holders, self.law, self.stamp):
            part.setVisible(known)
        self.none.setVisible(not known)
        self.apart.setVisible(known and self._full and bool(sums.apart))
        self.stamp.setVisible(known and self._full)
        self.law.setVisible(known and (self._full or bool(sums.apart)))
        if not known:
            return
        self.balance.setText(texts.money(sums.balance_fen))
        month = self.tr("this month: {topup} in, {spent} spent")
        self.month.setText(
            month.format(topup=texts.money(sums.topup_fen), spent=texts.money(sums.spent_fen))
            if board.moves
            else self.tr("this month: — (no movements imported)")
        )
        parts = [
            self.tr("%n with a balance", "", sums.holders),
            self.tr("{n} did not move it for {days} days, {money}").format(
                n=texts.count(sums.idle), days=board.idle_days, money=texts.money(sums.idle_fen)
            ),
        ]
        if sums.unmoved:
            parts.append(self.tr("of %n nobody knows when it moved", "", sums.unmoved))
        self.holders.setText(words.joined(parts))
        set_tone(self.holders, "amber" if sums.idle else "text2")
        self._show_law(board)
        day = texts.full_moment(sums.day_to)[:10]
        self.stamp.setText(
            words.joined(
                (f"● {words.origin('file')}", self.tr("as of {day}").format(day=day), texts.age(board.kept_at, now))
            )
        )

    def _show_law(self, board: StoredBoard) -> None:
        sums = board.stored
        if not sums.checked:
            self.law.setText(self.tr("Not checked: the export tells no top-ups and no spending"))
        elif sums.apart:
            said = self.tr("%n account(s) do not come out even", "", len(sums.apart))
            self.law.setText(self.tr("{said}: {money} in all").format(said=said, money=texts.money(sums.apart_fen)))
        else:
            formula = self.tr("balance = top-ups + bonuses − spent − refunds")
            self.law.setText(words.joined((self.tr("%n account(s) come out even", "", sums.checked), formula)))
        set_tone(self.law, "red" if sums.apart else "text3")
        rows: list[Row] = [
            (
                Cell(one.account),
                Cell(texts.money(one.balance_fen)),
                Cell(texts.money(one.expected_fen)),
                Cell(texts.money(one.difference_fen), "fg_red"),
            )
            for one in sums.apart[:MOST_SHOWN]
        ]
        self.apart.show_rows(rows)


class MembersCard(Card):
    """Members by level, their share of buyers, and what they spend beside others."""

    def __init__(self) -> None:
        super().__init__(self.tr("Members"), self.tr("Youzan buyers of 365 days"))
        self.none = EmptyState(
            "gem",
            self.tr("No members are known"),
            self.tr("Import Youzan's export of members with their levels and Youzan IDs."),
            self.tr("Import"),
        )
        self.levels = Steps(self.title.text())
        columns = (
            Column(self.tr("Buyers")),
            Column(self.tr("People"), 80, right=True),
            Column(self.tr("Orders each"), 92, right=True),
            Column(self.tr("Spent each"), 108, right=True),
        )
        self.rows = Rows(columns, self.tr("Members beside others"), "")
        self.said = Wrapped("", 12, tone="text3")
        for part in (self.none, self.levels, self.rows, self.said):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_board(self, board: StoredBoard, now: int) -> None:
        """Fill it."""
        told = board.members
        known = bool(told.members)
        for part in (self.levels, self.rows, self.said):
            part.setVisible(known)
        self.none.setVisible(not known)
        if not known:
            return
        people = self.tr("{n} people")
        self.levels.show_steps(
            [(name or self.tr("no level"), n, people.format(n=texts.count(n))) for name, n in told.levels]
        )
        self.rows.show_rows([self._row(self.tr("Members"), told.buyers), self._row(self.tr("Others"), told.others)])
        share = texts.NOTHING if told.share is None else f"{told.share:.1%}"
        parts = [self.tr("{share} of buyers are members").format(share=share)]
        if not told.named:
            parts.append(self.tr("the export names no Youzan ID: nobody can be found among buyers"))
        elif told.few(board.least):
            parts.append(self.tr("too few for a comparison"))
        if told.named and (unnamed := told.members - told.named):
            parts.append(self.tr("%n member(s) without a Youzan ID count among the others", "", unnamed))
        parts.append(texts.age(told.kept_at, now))
        self.said.setText(words.joined(parts))

    def _row(self, name: str, group: Group) -> Row:
        each = texts.NOTHING if group.each_fen is None else texts.money(round(group.each_fen))
        often = f"{group.orders / group.people:.1f}" if group.people else texts.NOTHING
        return Cell(name), Cell(texts.count(group.people)), Cell(often), Cell(each)
