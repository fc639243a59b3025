"""Violations in words: levels, states, clocks, days. Codes come in, words go out."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from console.core.clock import DAY, shop_datetime
from console.rules.violations import Case, CaseState, Clock, Level, LevelFigures
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate

LEVEL_TONES: dict[Level, Tone] = {Level.GENERAL: "amber", Level.SERIOUS: "red", Level.GRAVE: "purple"}
LEVEL_ICONS: dict[Level, str] = {
    Level.GENERAL: "triangle-alert",
    Level.SERIOUS: "circle-alert",
    Level.GRAVE: "ban",
}
CLOCK_TONES: dict[str, Tone] = {
    "far": "blue",
    "near": "amber",
    "today": "red",
    "over": "grey",
    "never": "grey",
    "done": "grey",
}


def level(one: Level) -> str:
    """一般违规, 严重违规, 特别严重违规."""
    return {
        Level.GENERAL: translate("violations", "General violation"),
        Level.SERIOUS: translate("violations", "Serious violation"),
        Level.GRAVE: translate("violations", "Especially serious violation"),
    }[one]


def level_chip(one: Level) -> ChipLook:
    """How grave it is, in one word."""
    word = {
        Level.GENERAL: translate("violations", "General"),
        Level.SERIOUS: translate("violations", "Serious"),
        Level.GRAVE: translate("violations", "Gravest"),
    }[one]
    return ChipLook(LEVEL_TONES[one], LEVEL_ICONS[one], word)


def level_line(figures: LevelFigures, chinese: bool) -> str:
    """扣分、下架 · 7 个工作日 · 影响 30 天."""
    measure = figures.measure_zh if chinese else figures.measure_en
    return " · ".join(part for part in (measure, *periods(figures), counting(figures)) if part)


def periods(figures: LevelFigures) -> tuple[str, str]:
    """How long it may be appealed, and how long it weighs."""
    appeal = translate("violations", "no appeal")
    if figures.appeal_workdays is not None:
        appeal = translate("violations", "{n} working days to appeal").format(n=figures.appeal_workdays)
    weight = translate("violations", "for good")
    if figures.impact_days is not None:
        weight = translate("violations", "weighs {n} days").format(n=figures.impact_days)
    return appeal, weight


def counting(figures: LevelFigures) -> str:
    """How its days are counted, where that is not as usual; empty: as usual."""
    said = []
    if figures.count_from == "same":
        said.append(translate("violations", "from the day of the notice"))
    if figures.cutoff_hour != 24:
        said.append(translate("violations", "the last day ends at {hour}:00").format(hour=figures.cutoff_hour))
    return " · ".join(said)


def due_words(clock: Clock, now: int) -> str:
    """The deadline; where a year's plan of days off is not known it is the safe day, and said so."""
    said = deadline(clock.due_at, now)
    return said if clock.certain else translate("violations", "{when} (safe day)").format(when=said)


def source(figures: LevelFigures) -> str:
    """Who says so, and as of when."""
    said = figures.source
    if said.startswith("the merchants' yardstick"):  # as it came with the program
        said = translate("violations", "default of the program, the platform's own page was not seen")
    return translate("violations", "{source}, as of {day}").format(source=said, day=figures.as_of)


def state_chip(case: Case, clock: Clock) -> ChipLook:
    """待申诉, 申诉中, 申诉成功, 申诉驳回, 已整改, 已过期, 不可申诉."""
    if case.state is not CaseState.OPEN:
        return {
            CaseState.APPEALED: ChipLook("blue", "send", translate("violations", "Appealed")),
            CaseState.WON: ChipLook("green", "circle-check", translate("violations", "Appeal won")),
            CaseState.LOST: ChipLook("red", "circle-x", translate("violations", "Appeal lost")),
            CaseState.MENDED: ChipLook("green", "check", translate("violations", "Mended")),
        }[case.state]
    if clock.urgency == "never":
        return ChipLook("grey", "ban", translate("violations", "No appeal"))
    if clock.urgency == "over":
        return ChipLook("grey", "clock", translate("violations", "Expired"))
    tone: Tone = "red" if clock.urgency == "today" else "amber"
    return ChipLook(tone, "timer", translate("violations", "To appeal"))


def clock_words(case: Case, clock: Clock, now: int) -> str:
    """剩 3 个工作日."""
    if case.state is CaseState.APPEALED and case.appealed_at is not None:
        days = (now - case.appealed_at) // DAY + 1
        return translate("violations", "Appealed, day {n}").format(n=days)
    if case.state is not CaseState.OPEN:
        at = case.decided_at if case.state in (CaseState.WON, CaseState.LOST) else case.mended_at
        return state_chip(case, clock).word + ("" if at is None else f" · {texts.moment(at, now)}")
    if clock.urgency == "never" or clock.due_at is None:
        return translate("violations", "No appeal")
    if clock.urgency == "over":
        return translate("violations", "Expired")
    if not clock.left:
        return translate("violations", "Last day, until {time}").format(time=last_time(clock.due_at))
    return translate("violations", "working days left: {n}").format(n=clock.left)


def last_time(due_at: int) -> str:
    """``24:00`` where the first instant that is too late is a midnight."""
    shown = texts.clock_time(due_at)
    return "24:00" if shown == "00:00" else shown


def deadline(due_at: int | None, now: int) -> str:
    """``11-23 周一 24:00``; with its year where that is not this one."""
    if due_at is None:
        return texts.NOTHING
    when = shop_datetime(due_at - 1)
    pattern = "%m-%d" if when.year == shop_datetime(now).year else "%Y-%m-%d"
    return f"{when.strftime(pattern)} {texts.weekday(due_at - 1)} {last_time(due_at)}"


def short_day(on: date, now: int) -> str:
    """``11-23``, with the year where that is not this one."""
    return on.strftime("%m-%d" if on.year == shop_datetime(now).year else "%Y-%m-%d")


def about(case: Case) -> str:
    """−12 分 · 直播第 185 场 · 罚款 ¥500.00."""
    points = "" if case.points is None else translate("violations", "−{n} points").format(n=case.points)
    fine = (
        ""
        if case.fine_fen is None
        else translate("violations", "fine {money}").format(money=texts.money(case.fine_fen))
    )
    orders = case.order_no.split()
    order = ""
    if orders:
        order = translate("violations", "order {number}").format(number=orders[0])
        if len(orders) > 1:
            order = translate("violations", "{n} orders").format(n=len(orders))
    return " · ".join(part for part in (points, fine, case.subject, order) if part)


def piece(kind: str) -> str:
    """What a part of the evidence is."""
    return {
        "order": translate("violations", "Orders"),
        "waybill": translate("violations", "Waybills and parcels"),
        "chat": translate("violations", "Chat record"),
        "picture": translate("violations", "Screenshot"),
        "statement": translate("violations", "Statement"),
    }.get(kind, translate("violations", "Other file"))
