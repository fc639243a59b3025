"""One row of a table about customers, by its columns, as what is kept of it; or why nothing can be. Pure."""

import re
from collections.abc import Callable, Mapping
from typing import Final, get_args

import msgspec

from console.core.clock import HOUR, MINUTE, SECOND, day_start
from console.rules.coupons import Share
from console.rules.live_text import UNKNOWN, Read, Unreadable, read_number
from console.rules.stored_value import Account, Move, MoveKind
from console.rules.touching import CHANNELS, Told
from console.rules.touching_gate import Result
from console.rules.touching_words import TouchWords
from console.rules.traffic_rows import read_day

MOVES: Final[tuple[MoveKind, ...]] = get_args(MoveKind)
LONGEST: Final = 120
MOST_FEN: Final = 100_000_000_000
REASONS: Final = (
    *("no_day", "bad_day", "future", "no_key", "no_number", "unreadable", "more", "unknown_word", "twice", "same"),
)
_CLOCK = re.compile(r"[ T](\d{1,2}):(\d{2})(?::(\d{2}))?")


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A member as the shop's export says; ``buyer``: the key that orders carry."""

    account: str
    level: str = ""
    since_at: int | None = None
    buyer: str = ""
    orders: int | None = None
    paid_fen: int | None = None


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """Whether somebody agreed to be reached; ``key``: the customer's, or the buyer's at his platform."""

    key: str
    channel: str  # wecom, sms, call
    agreed: bool


Row = Told | Share | Account | Move | Member | Result | Consent


class RowTrouble(ValueError):
    """Why a row cannot be kept, as one of ``REASONS``."""

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.said = said[:60]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A row's words by field, its columns' titles, now, and the words that are known."""

    values: Mapping[str, str]
    titles: Mapping[str, str]
    now: int
    words: TouchWords

    def text(self, field: str) -> str:
        said = self.values.get(field, "")[:LONGEST]
        return "" if said.lower() in UNKNOWN else said

    def key(self, field: str) -> str:
        """What a row is known by. Raises RowTrouble."""
        found = self.text(field)
        if not found:
            raise RowTrouble("no_key", self.titles.get(field, ""))
        return found

    def day(self, field: str = "day") -> int:
        """A shop day; today where no column tells it. Raises RowTrouble."""
        if field not in self.titles:
            return day_start(self.now)
        found = self.moment(field)
        if found is None:
            raise RowTrouble("no_day")
        return day_start(found)

    def moment(self, field: str) -> int | None:
        """An instant; a day alone is its first. Raises RowTrouble."""
        text = self.text(field)
        if not text:
            return None
        at = read_day(text, day_start(self.now))
        if at is None:
            raise RowTrouble("bad_day", text)
        clock = _CLOCK.search(text)
        if clock is not None and not _is_time(clock):
            raise RowTrouble("bad_day", text)
        if clock is not None:
            at += int(clock[1]) * HOUR + int(clock[2]) * MINUTE + int(clock[3] or 0) * SECOND
        if at > self.now:
            raise RowTrouble("future", text)
        return at

    def count(self, field: str) -> int | None:
        """A whole number, not below 0. Raises RowTrouble."""
        found = self._read(field)
        if found is not None and (found.value < 0 or found.value != int(found.value) or found.value > MOST_FEN):
            raise RowTrouble("unreadable", f"{self.titles[field]} {self.text(field)}")
        return None if found is None else int(found.value)

    def fen(self, field: str, *, signed: bool = False) -> int | None:
        """An amount. Raises RowTrouble."""
        found = self._read(field)
        if found is None:
            return None
        fen = round(found.value * 100)
        if abs(fen) > MOST_FEN or (fen < 0 and not signed):
            raise RowTrouble("unreadable", f"{self.titles[field]} {self.text(field)}")
        return fen

    def named(self, what: str, field: str) -> str:
        """The key of a word. Raises RowTrouble for one that nobody knows."""
        found = self.words.key(what, self.key(field))
        if found is None:
            raise RowTrouble("unknown_word", self.text(field))
        return found

    def _read(self, field: str) -> Read | None:
        try:
            return read_number(self.values.get(field, ""))
        except Unreadable:
            raise RowTrouble("unreadable", f"{self.titles[field]} {self.text(field)}") from None


def _is_time(clock: re.Match[str]) -> bool:
    return int(clock[1]) < 24 and int(clock[2]) < 60 and int(clock[3] or 0) < 60


def told_of(said: Said) -> Told:
    """What a channel did. Raises RowTrouble."""
    name = said.key("channel")
    made = Told(
        channel=said.words.key("channel", name) or "other",
        origin="file",
        name=said.text("name") or ("" if said.words.key("channel", name) else name),
        day_at=said.day(),
        sent=said.count("sent"),
        reached=said.count("reached"),
        opened=said.count("opened"),
        cost_fen=said.fen("cost"),
        buyers=said.count("buyers"),
        margin_fen=said.fen("margin", signed=True),
    )
    if all(one is None for one in (made.sent, made.reached, made.opened, made.cost_fen, made.buyers, made.margin_fen)):
        raise RowTrouble("no_number")
    if made.sent is not None and any((one or 0) > made.sent for one in (made.reached, made.opened, made.buyers)):
        raise RowTrouble("more")
    return made


def share_of(said: Said) -> Share:
    """Who brought whom. Raises RowTrouble."""
    new = said.text("is_new")
    found = said.words.key("yes", new) if new else None
    if new and found is None:
        raise RowTrouble("unknown_word", new)
    return Share(
        campaign=said.text("campaign") or "—",
        inviter=said.key("inviter"),
        invitee=said.text("invitee"),
        at=said.moment("at"),
        is_new=None if found is None else found == "yes",
        used_at=said.moment("used_at"),
        paid_fen=said.fen("paid"),
        margin_fen=said.fen("margin", signed=True),
        cost_fen=said.fen("cost"),
    )


def account_of(said: Said) -> Account:
    """What lies on an account. Raises RowTrouble."""
    balance = said.fen("balance", signed=True)
    if balance is None:
        raise RowTrouble("no_number")
    return Account(
        account=said.key("account"),
        day_at=said.day(),
        balance_fen=balance,
        topup_fen=said.fen("topup"),
        bonus_fen=said.fen("bonus"),
        spent_fen=said.fen("spent"),
        refund_fen=said.fen("refund"),
        last_at=said.moment("last"),
    )


def move_of(said: Said) -> Move:
    """A movement. Raises RowTrouble."""
    at, fen = said.moment("at"), said.fen("fen", signed=True)
    if at is None:
        raise RowTrouble("no_day")
    if fen is None:
        raise RowTrouble("no_number")
    found = said.named("kind", "kind")
    kind = next(one for one in MOVES if one == found)
    return Move(move=said.key("move"), account=said.key("account"), at=at, kind=kind, fen=abs(fen))


def member_of(said: Said) -> Member:
    """A member. Raises RowTrouble."""
    return Member(
        account=said.key("account"),
        level=said.text("level"),
        since_at=said.moment("since"),
        buyer=said.text("buyer"),
        orders=said.count("orders"),
        paid_fen=said.fen("paid"),
    )


def result_of(said: Said) -> Result:
    """What came of a message. Raises RowTrouble."""
    return Result(key=said.key("key"), reached=said.named("outcome", "outcome") == "reached", said=said.text("said"))


def consent_of(said: Said) -> Consent:
    """What somebody agreed to, or did not. Raises RowTrouble."""
    channel = CHANNELS[said.named("channel", "channel")].consent
    if not channel or channel == "any":
        raise RowTrouble("unknown_word", said.text("channel"))
    return Consent(key=said.key("key"), channel=channel, agreed=said.named("yes", "agreed") == "yes")


READERS: Final[Mapping[str, Callable[[Said], Row]]] = {
    "figures": told_of,
    "shares": share_of,
    "accounts": account_of,
    "moves": move_of,
    "members": member_of,
    "results": result_of,
    "consents": consent_of,
}
__all__ = ["READERS", "REASONS", "Consent", "Member", "Row", "RowTrouble", "Said"]
