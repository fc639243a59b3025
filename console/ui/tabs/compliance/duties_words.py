"""Duties in words: how they stand, until when, whose word their dates are."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from console.rules.duties import Duty, DutyState, Standing, Work
from console.ui import texts
from console.ui.paint import ChipLook

translate = QCoreApplication.translate


def chip(how: Standing) -> ChipLook:
    """逾期, 临近, 待办, 进行中, 已完成, 缺证明…"""
    return {
        "overdue": ChipLook("red", "circle-alert", translate("duties", "Overdue")),
        "near": ChipLook("amber", "clock", translate("duties", "Due soon")),
        "open": ChipLook("grey", "circle-dashed", translate("duties", "To do")),
        "doing": ChipLook("blue", "play", translate("duties", "Under way")),
        "again": ChipLook("green", "refresh-cw", translate("duties", "Done, due again")),
        "done": ChipLook("green", "circle-check", translate("duties", "Done")),
        "unproved": ChipLook("amber", "triangle-alert", translate("duties", "Done, no proof")),
        "later": ChipLook("grey", "hourglass", translate("duties", "Not in force yet")),
        "none": ChipLook("grey", "minus", translate("duties", "Not ours")),
    }[how]


def state(one: DutyState) -> str:
    """For a picker."""
    return {
        DutyState.OPEN: translate("duties", "To do"),
        DutyState.DOING: translate("duties", "Under way"),
        DutyState.DONE: translate("duties", "Done"),
        DutyState.NONE: translate("duties", "Not ours"),
    }[one]


def name_of_list(key: str) -> str:
    """未成年人保护, 直播电商办法, 促销, 政策关注."""
    return {
        "minors": translate("duties", "Minors"),
        "live": translate("duties", "Live selling order"),
        "promotions": translate("duties", "Promotions"),
        "policy": translate("duties", "Policy watch"),
    }[key]


def name_of_kind(key: str) -> str:
    """酒类, 烟草, 彩票, 成人用品."""
    return {
        "alcohol": translate("duties", "alcohol"),
        "tobacco": translate("duties", "tobacco"),
        "lottery": translate("duties", "lottery"),
        "adult": translate("duties", "adult goods"),
    }[key]


def what(duty: Duty, chinese: bool) -> str:
    """What is to be done."""
    return duty.zh if chinese else duty.en


def proof(duty: Duty, chinese: bool) -> str:
    """What would prove it."""
    return duty.proof_zh if chinese else duty.proof_en


def source(duty: Duty, chinese: bool) -> str:
    """Where it was read."""
    return duty.source_zh if chinese else duty.source_en


def law(duty: Duty) -> str:
    """Its article; or that none is known."""
    return duty.law or translate("duties", "no text known")


def since(duty: Duty) -> str:
    """From when on it holds; where nobody read it in an official text, that is said."""
    day = texts.NOTHING if duty.valid_from is None else duty.valid_from.isoformat()
    if duty.sure:
        return translate("duties", "in force") if duty.valid_from is None else day
    return translate("duties", "to confirm") if duty.valid_from is None else f"{day} {translate('duties', '(?)')}"


def holds(duty: Duty) -> str:
    """The same as a sentence says it."""
    if duty.valid_from is None:
        return since(duty)
    return translate("duties", "in force from {day}").format(day=since(duty))


def due(on: date | None) -> str:
    """A day, or a dash."""
    return texts.NOTHING if on is None else on.isoformat()


def proofs(work: Work) -> str:
    """How many files."""
    number = len(work.proofs)
    return translate("duties", "{n} files").format(n=number) if number else texts.NOTHING


def done(work: Work) -> str:
    """Who said that it is done, and when."""
    if work.done_at is None:
        return ""
    by = work.done_by or translate("duties", "somebody at this computer")
    return translate("duties", "Done: {name}, {time}").format(name=by, time=texts.full_moment(work.done_at))
