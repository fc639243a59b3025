"""Duties as dated checklists: whose each is, until when, how it stands, and when it is reminded of. Pure.

The duties themselves are rows of ``resources/duties.csv``, each with its law, the day from which it holds, its source
and whether that is sure; what was done about one is the merchant's.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final, Literal

import msgspec

MARKS: Final = (30, 7, 1)  # days before a due date
LISTS: Final = ("minors", "live", "promotions", "policy")

ListName = Literal["minors", "live", "promotions", "policy"]


class DutyState(StrEnum):
    """What has been done about it."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    NONE = "none"  # does not concern this shop


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the table. ``valid_from`` None: it holds already, or nobody knows since when (``sure`` False)."""

    duty_id: str
    list: ListName
    zh: str
    en: str
    proof_zh: str
    proof_en: str
    law: str
    valid_from: date | None
    sure: bool
    source_zh: str
    source_en: str
    as_of: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """A file that proves it, kept under its hash."""

    sha256: str
    name: str
    bytes: int = 0
    added_at: int = 0


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What a shop did about a duty."""

    owner: str = ""
    due_on: date | None = None
    state: DutyState = DutyState.OPEN
    note: str = ""
    done_at: int | None = None
    done_on: date | None = None
    done_by: str = ""
    proofs: tuple[Proof, ...] = ()


Standing = Literal["overdue", "near", "open", "doing", "again", "done", "unproved", "later", "none"]


def due_of(duty: Duty, work: Work, today: date) -> date | None:
    """The merchant's day; else the one on which a coming duty begins to hold."""
    if work.due_on is not None:
        return work.due_on
    return duty.valid_from if duty.valid_from is not None and duty.valid_from > today else None


def waits(duty: Duty, work: Work, today: date) -> bool:
    """Whether somebody has to do something: what was done is due again where a later day was set."""
    if work.state is DutyState.NONE:
        return False
    if work.state is DutyState.DONE:
        return work.due_on is not None and work.done_on is not None and work.due_on > work.done_on
    return True


def standing(duty: Duty, work: Work, today: date) -> Standing:
    """How it stands today. Done without a proof is said so."""
    if work.state is DutyState.NONE:
        return "none"
    due = due_of(duty, work, today)
    if waits(duty, work, today) and due is not None:
        left = (due - today).days
        if left < 0:
            return "overdue"
        if left <= MARKS[1]:
            return "near"
    if work.state is DutyState.DONE:
        if not work.proofs:
            return "unproved"
        return "again" if waits(duty, work, today) else "done"
    if work.state is DutyState.DOING:
        return "doing"
    return "later" if duty.valid_from is not None and duty.valid_from > today else "open"


def mark_due(duty: Duty, work: Work, today: date) -> int | None:
    """Which reminder is due: 30, 7 or 1 days before, 0 once it is over; None: none."""
    due = due_of(duty, work, today)
    if due is None or not waits(duty, work, today):
        return None
    left = (due - today).days
    if left < 0:
        return 0
    reached = [mark for mark in MARKS if left <= mark]
    return reached[-1] if reached else None


class Barred(msgspec.Struct, frozen=True, kw_only=True):
    """Goods that are not for minors: by the words of their category."""

    kind: str
    words: tuple[str, ...]
    law: str


def barred_kind(category: str, barred: Iterable[Barred]) -> str:
    """Which kind a category belongs to; empty: none of them."""
    return next((one.kind for one in barred if any(word in category for word in one.words)), "")


def duty_from(row: Mapping[str, str]) -> Duty:
    """A row of ``resources/duties.csv``. Raises ValueError for a list or a day that is none."""
    if row["list"] not in LISTS:
        raise ValueError(f"no list is called {row['list']}")
    told = {name: row[name] for name in Duty.__struct_fields__ if name not in ("valid_from", "sure")}
    day = date.fromisoformat(row["valid_from"]) if row["valid_from"] else None
    return msgspec.convert({**told, "valid_from": day, "sure": row["sure"] == "yes"}, Duty)


def barred_from(row: Mapping[str, str]) -> Barred:
    """A row of ``resources/barred_goods.csv``."""
    return Barred(kind=row["kind"], words=tuple(row["words"].split()), law=row["law"])
