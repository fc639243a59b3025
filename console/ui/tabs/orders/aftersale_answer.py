"""Answering a ticket: read anew, shown as it would be sent, confirmed by itself, and only then put into the outbox."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from console.core.commands_after_sales import (
    PICTURES_MOST,
    WORDS_MOST,
    AgreeAfterSale,
    Grant,
    RefuseAfterSale,
    ReturnAddress,
    version_of,
)
from console.core.gateway import RefusalReason
from console.core.model import AfterSale, AfterSaleStatus, Platform
from console.rules.wording.nouns import Finding, Severity
from console.rules.wording.pardons import Pardon
from console.store.views_tickets import Address
from console.ui import texts
from console.ui.dialogs import Dialog
from console.ui.speaking import Speaker
from console.ui.tabs.orders import aftersale_words, words
from console.ui.widgets import Picker, StripLook, label
from console.ui.widgets.banner import Banner
from console.ui.widgets.labels import Wrapped, set_tone

translate = QCoreApplication.translate
WIDE = 560


class Deciding(Dialog):
    """What both dialogs show first: which after-sale, on which platform, for how much, and that it is final."""

    def __init__(self, parent: QWidget, title: str, accept: str, shop_id: str, one: AfterSale) -> None:
        super().__init__(parent, title, accept, kind="danger", undoable=False)
        self.setFixedWidth(min(WIDE, parent.window().width() - 48))
        self.shop_id, self.one = shop_id, one
        self.platform = Platform(shop_id.partition(":")[0])
        strip = Banner()
        said = translate("aftersale", "Once it was sent it cannot be taken back")
        under = translate("aftersale", "It waits 10 s in the outbox; until then it can be undone there")
        strip.show_look(StripLook("red", "triangle-alert", said, under))
        self.body.addWidget(strip)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for name, value in self.facts():
            row = grid.rowCount()
            grid.addWidget(label(name, 12, tone="text3"), row, 0)
            grid.addWidget(Wrapped(value), row, 1)
        self.body.addLayout(grid)
        self.wrong = Wrapped("", 12)
        set_tone(self.wrong, "red")

    def facts(self) -> list[tuple[str, str]]:
        """What will be sent, in words."""
        one = self.one
        facts = one.facts
        asked = texts.money(one.amount_fen)
        found = [
            (translate("aftersale", "Platform"), texts.platform(self.platform)),
            (translate("aftersale", "After-sale no."), one.after_sale_no),
            (translate("aftersale", "Order no."), one.order_no),
            (translate("aftersale", "Type"), words.after_sale_kind(one.kind)),
            (translate("aftersale", "State"), f"{words.after_sale_status(one.status)} · {one.status_code}"),
            (translate("aftersale", "Buyer asks for"), asked),
            (translate("aftersale", "Reason"), words.after_sale_reason(one)),
        ]
        if facts is not None and facts.freight_fen is not None:
            found.append((translate("aftersale", "Return freight claimed"), texts.money(facts.freight_fen)))
        if facts is not None:
            found.append((translate("aftersale", "Version read"), facts.version))
        return found

    def say_wrong(self, said: str) -> None:
        """What is still missing."""
        self.wrong.setText(said)


class AgreeDialog(Deciding):
    """What is agreed to, and where the goods come back to where the platform does not know that itself."""

    def __init__(self, parent: QWidget, shop_id: str, one: AfterSale, grant: Grant, address: Address) -> None:
        self.grant = grant
        word = aftersale_words.agree_word(grant, one.kind)
        pays = grant != "return" and one.amount_fen is not None
        super().__init__(parent, word, f"{word} {texts.money(one.amount_fen)}" if pays else word, shop_id, one)
        self.fields: dict[str, QLineEdit] = {}
        if self.needs_address:
            self._ask_address(address)
        self.body.addWidget(self.wrong)
        self._check()

    @property
    def needs_address(self) -> bool:
        """Youzan wants it with every return; Kuaishou knows the shop's own."""
        return self.grant == "return" and self.platform is Platform.YOUZAN

    def _ask_address(self, known: Address) -> None:
        self.body.addWidget(label(self.tr("Where the goods come back to"), strong=True))
        names = {"name": self.tr("Receiver"), "mobile": self.tr("Mobile"), "address": self.tr("Address")}
        for key, name in names.items():
            line = self.fields[key] = QLineEdit(getattr(known, key))
            line.setPlaceholderText(name)
            line.setAccessibleName(name)
            line.textChanged.connect(self._check)
            self.body.addWidget(line)
        hint = self.tr("Kept on this computer for the next time; sent to Youzan with this answer")
        self.body.addWidget(Wrapped(hint, 12, tone="text3"))

    def address(self) -> Address:
        """As it is typed."""
        return Address(**{key: line.text().strip() for key, line in self.fields.items()})

    def _check(self) -> None:
        missing = any(not line.text().strip() for line in self.fields.values())
        self.accept_button.setEnabled(not missing)
        self.say_wrong(self.tr("Receiver, mobile and address are all needed") if missing else "")

    def command(self) -> AgreeAfterSale:
        """What the outbox gets."""
        one, facts = self.one, self.one.facts
        to = ReturnAddress(**msgspec.structs.asdict(self.address())) if self.needs_address else None
        return AgreeAfterSale(
            shop_id=self.shop_id,
            after_sale_no=one.after_sale_no,
            version=version_of(one),
            seen=one.status_code,
            grant=self.grant,
            asked=one.kind,
            amount_fen=one.amount_fen,
            freight_fen=facts.freight_fen if facts is not None and self.grant == "receipt" else None,
            return_to=to,
        )


class RefuseDialog(Deciding):
    """By which of the platform's reasons, in which words, with which proof."""

    def __init__(
        self, parent: QWidget, shop_id: str, one: AfterSale, reasons: Sequence[RefusalReason], speaker: Speaker
    ) -> None:
        word = aftersale_words.refuse_word(one.status)
        super().__init__(parent, word, self.tr("Refuse"), shop_id, one)
        self._speaker = speaker
        self._reasons = {reason.code: reason for reason in reasons}
        named = [(reason.code, reason.text) for reason in reasons if reason.code]
        self.reason = Picker(named or [("", "")], named[0][0] if named else "", self.tr("Reason: "))
        self.reason.setVisible(bool(named))
        self.reason.chosen.connect(self._check)
        self.tip = Wrapped("", 12, tone="text3")
        self.words = QPlainTextEdit()
        self.words.setFixedHeight(76)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(self.tr("What the buyer is told"))
        self.words.setPlaceholderText(self.tr("What the buyer is told"))
        self.pictures = QPlainTextEdit()
        self.pictures.setFixedHeight(60)
        self.pictures.setTabChangesFocus(True)
        hint = self.tr("Addresses of pictures as proof, one a line (https://…), at most six")
        self.pictures.setAccessibleName(hint)
        self.pictures.setPlaceholderText(hint)
        self.why = QLineEdit()
        hint = self.tr("Why it goes out all the same: kept with your name")
        self.why.setAccessibleName(hint)
        self.why.setPlaceholderText(hint)
        for part in (self.reason, self.tip, self.words, self.why, self.pictures, self.wrong):
            self.body.addWidget(part)
        self.why.textChanged.connect(self._check)
        self.words.textChanged.connect(self._check)
        self.pictures.textChanged.connect(self._check)
        self.pictures.setVisible(self.platform is Platform.KUAISHOU)
        self._check()

    @property
    def chosen(self) -> RefusalReason | None:
        """The reason that is chosen."""
        return self._reasons.get(self.reason.key())

    def addresses(self) -> tuple[str, ...]:
        """The pictures named."""
        lines = self.pictures.toPlainText().splitlines()
        return tuple(line.strip() for line in lines if line.strip())

    def banned(self) -> list[Finding]:
        """What must not be said to a buyer, and nobody let pass."""
        found = self._speaker.reply(self.words.toPlainText().strip(), self.one.after_sale_no).findings
        return [one for one in found if one.severity is Severity.BLOCK]

    def pardons(self) -> list[Pardon]:
        """What is let pass, for the reason given, in this answer and nowhere else."""
        told = {"scope": "text", "subject": self.one.after_sale_no, "reason": self.why.text().strip()}
        return [msgspec.convert({"rule_id": one.rule_id, "plain": one.plain, **told}, Pardon) for one in self.banned()]

    def missing(self) -> str:
        """What keeps it from being sent; empty: nothing."""
        reason, said, pictures = self.chosen, self.words.toPlainText().strip(), self.addresses()
        if reason is None:
            return self.tr("The platform gave no reason to refuse by")
        if reason.needs_words and not said:
            return self.tr("This reason needs words")
        if len(said) > WORDS_MOST:
            return self.tr("At most {n} characters").format(n=WORDS_MOST)
        if (banned := self.banned()) and not self.why.text().strip():
            told = self.tr("Banned: “{words}” ({why}). Change it, or say why it goes out.")
            return told.format(words=banned[0].text, why=banned[0].rule.reason)
        if reason.needs_pictures and not pictures:
            return self.tr("This reason needs a picture as proof")
        if len(pictures) > PICTURES_MOST or any(not one.startswith("https://") for one in pictures):
            return self.tr("At most six addresses, each beginning with https://")
        return ""

    def _check(self, *_: object) -> None:
        reason = self.chosen
        self.tip.setText("" if reason is None else reason.tip)
        self.tip.setVisible(bool(reason is not None and reason.tip))
        self.why.setVisible(bool(self.banned()))
        said = self.missing()
        self.say_wrong(said)
        self.accept_button.setEnabled(not said)

    def command(self) -> RefuseAfterSale:
        """What the outbox gets."""
        one = self.one
        return RefuseAfterSale(
            shop_id=self.shop_id,
            after_sale_no=one.after_sale_no,
            version=version_of(one),
            seen=one.status_code,
            reason_code=self.reason.key(),
            words=self.words.toPlainText().strip(),
            pictures=self.addresses(),
            received=one.status is AfterSaleStatus.WAIT_SELLER_RECEIPT,
        )


def is_answerable(one: AfterSale, platform: Platform) -> bool:
    """Whether the merchant can answer it from here now."""
    return aftersale_words.grant_of(one.status, one.kind, platform) is not None


ACCEPTED = QDialog.DialogCode.Accepted
