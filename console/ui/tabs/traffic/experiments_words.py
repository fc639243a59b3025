"""The words of experiments: metrics and their values, differences with intervals, plans and conclusions."""

from typing import get_args

from PySide6.QtCore import QCoreApplication

from console.core.clock import shop_datetime
from console.rules.experiments import Arm, Conclusion, Lines, Metric, Subject, Verdict
from console.rules.experiments_import import Line
from console.store.experiments import Judged
from console.ui import paint, texts
from console.ui.paint import ChipLook

translate = QCoreApplication.translate
_NICE = (1.0, 2.0, 5.0, 10.0)


def subject(key: Subject) -> str:
    """What differs between the arms."""
    return {
        "title": translate("experiments", "Title"),
        "price": translate("experiments", "Price"),
        "cover": translate("experiments", "Cover"),
        "script": translate("experiments", "Live script"),
        "cue": translate("experiments", "Live cue"),
        "video": translate("experiments", "Short video"),
        "other": translate("experiments", "Other"),
    }[key]


def taken_metric(key: str) -> str:
    """A metric that the file tells itself."""
    return {
        "orders_day": translate("experiments", "Orders a day"),
        "pieces_day": translate("experiments", "Pieces a day"),
        "amount_day": translate("experiments", "Amount a day"),
        "orders_show": translate("experiments", "Orders a show"),
        "amount_show": translate("experiments", "Amount a show"),
        "orders_per_click": translate("experiments", "Orders per item click"),
    }.get(key, key)


def chip(conclusion: Conclusion, stopped: bool = False) -> ChipLook:
    """What can be said, in a word. An experiment that was stopped before its plan concludes nothing."""
    if stopped and conclusion in ("waiting", "few", "short", "empty"):
        return ChipLook("grey", "circle-x", translate("experiments", "Stopped"))
    return {
        "b": ChipLook("green", "circle-check", translate("experiments", "B is better")),
        "a": ChipLook("blue", "circle-check", translate("experiments", "A is better")),
        "same": ChipLook("grey", "circle-minus", translate("experiments", "No difference")),
        "waiting": ChipLook("blue", "timer", translate("experiments", "Not enough yet")),
        "short": ChipLook("amber", "triangle-alert", translate("experiments", "One arm is short")),
        "few": ChipLook("grey", "circle-alert", translate("experiments", "Few samples")),
        "uneven": ChipLook("amber", "triangle-alert", translate("experiments", "Uneven split")),
        "untold": ChipLook("grey", "circle-alert", translate("experiments", "Cannot be told")),
        "empty": ChipLook("grey", "circle-dashed", translate("experiments", "No figures yet")),
    }[conclusion]


def widest_chip() -> int:
    """Pixels that every conclusion has room in, in any language."""
    return max(paint.chip_width(chip(one)) for one in get_args(Conclusion))


def value(metric: Metric, arm: Arm) -> str:
    """A share or a mean as it is read."""
    return number(metric, arm.value(metric.kind))


def number(metric: Metric, told: float | None) -> str:
    """A value of a metric in its unit."""
    if told is None:
        return texts.NOTHING
    if metric.kind == "share":
        return f"{told:.1%}"
    if metric.unit == "fen":
        return texts.money(round(told))
    return f"{told:,.2f}" if abs(told) < 100 else f"{told:,.0f}"


def signed(metric: Metric, told: float) -> str:
    """A difference: ``+2.6 点``, ``−¥3.20``."""
    sign = "−" if told < 0 else "+"
    if metric.kind == "share":
        return translate("experiments", "{sign}{points} points").format(sign=sign, points=f"{abs(told) * 100:.1f}")
    return sign + number(metric, abs(told))


def half_width(verdict: Verdict) -> float:
    """How far the axis of a row reaches from its zero line: round, and the interval stands on it whole."""
    difference = verdict.difference
    far = 0.0 if difference is None else max(abs(difference.low), abs(difference.high))
    least = 0.05 if verdict.metric.kind == "share" else 1e-9
    size = least
    while True:
        for step in _NICE if verdict.metric.kind == "mean" else (1.0, 2.0, 5.0, 10.0, 20.0):
            if step * size >= far:
                return step * size
        size *= 10


def axis(verdict: Verdict) -> str:
    """``±5``: the half width, in points or in the metric's unit."""
    wide = half_width(verdict)
    if verdict.metric.kind == "share":
        return f"±{wide * 100:g}"
    return f"±{wide / 100:g}" if verdict.metric.unit == "fen" else f"±{wide:g}"


def p_value(verdict: Verdict) -> str:
    """Before the plan is reached there is none."""
    if verdict.p is None:
        return texts.NOTHING
    return "<0.001" if verdict.p < 0.001 else f"{verdict.p:.3f}" if verdict.p < 0.1 else f"{verdict.p:.2f}"


def progress(verdict: Verdict) -> str:
    """``7,440 / 12,000``."""
    return f"{texts.count(verdict.n)} / {texts.count(verdict.planned)}"


def interval(verdict: Verdict) -> str:
    """The difference with its interval in words."""
    told = verdict.difference
    if told is None:
        return texts.NOTHING
    low, high = signed(verdict.metric, told.low), signed(verdict.metric, told.high)
    return translate("experiments", "{value} (95 %: {low} to {high})").format(
        value=signed(verdict.metric, told.value), low=low, high=high
    )


def why(verdict: Verdict, lines: Lines) -> str:
    """What the conclusion rests on, in a sentence."""
    metric = verdict.metric
    short = min(verdict.a.n, verdict.b.n)
    return {
        "waiting": translate("experiments", "Each arm needs {n}; no p and no conclusion before that."),
        "empty": translate("experiments", "Each arm needs {n}; no p and no conclusion before that."),
        "few": translate("experiments", "Only {short} in the smaller arm: not worth a look yet. Each needs {n}."),
        "short": translate("experiments", "Enough in all, but the smaller arm has {short} of {n}."),
        "uneven": translate(
            "experiments",
            "The arms were to be equal and are {a} to {b}: by chance that happens less than once in {odds}. Mend how "
            "people are dealt out; the figures say nothing.",
        ),
        "same": translate("experiments", "At the planned size no difference was found; a smaller one may exist."),
        "a": translate("experiments", "At the planned size A is better, at a level of {alpha}."),
        "b": translate("experiments", "At the planned size B is better, at a level of {alpha}."),
        "untold": translate("experiments", "The figures have no spread, so that nothing can be told."),
    }[verdict.conclusion].format(
        n=texts.count(metric.planned),
        short=texts.count(short),
        a=texts.count(verdict.a.n),
        b=texts.count(verdict.b.n),
        odds=texts.count(round(1 / lines.uneven_p)),
        alpha=f"{lines.alpha:.0%}",
    )


def plan(metric: Metric, lines: Lines) -> str:
    """What was planned before."""
    said = translate("experiments", "Plan: {base}, smallest difference {effect}, power {power} → {n} an arm")
    base = number(metric, metric.base) if metric.kind == "share" else f"{number(metric, metric.base)} ± {metric.sd:g}"
    if metric.unit == "fen":
        base = f"{number(metric, metric.base)} ± {number(metric, metric.sd)}"
    return said.format(
        base=base,
        effect=signed(metric, metric.effect).lstrip("+"),
        power=f"{lines.power:.0%}",
        n=texts.count(metric.planned),
    )


def stamp(judged: Judged, now: int) -> str:
    """Where the figures come from, how old they are and of how many."""
    source = {
        "manual": translate("experiments", "typed"),
        "file": translate("experiments", "imported file"),
        "paste": translate("experiments", "pasted"),
        "orders": translate("experiments", "orders in the file"),
        "shows": translate("experiments", "orders and shows in the file"),
    }.get(judged.origin, translate("experiments", "no source"))
    return f"{source} · {texts.age(judged.figures_at, now)} · n={texts.count(judged.lead.n)}"


def wrong(line: Line) -> str:
    """Why a row of a table is not kept."""
    words = {
        "arm": translate("experiments", "neither A nor B"),
        "day": translate("experiments", "no day like 2026-11-26"),
        "metric": translate("experiments", "no metric of this experiment"),
        "n": translate("experiments", "the sample is no whole number above 0"),
        "hits": translate("experiments", "the count is no whole number within the sample"),
        "mean": translate("experiments", "mean or deviation is missing"),
        "twice": translate("experiments", "the same arm and day stands above"),
    }[line.wrong or "arm"]
    return translate("experiments", "Row {row}: {why} ({said})").format(row=line.number, why=words, said=line.said)


def begun(at: int) -> str:
    """The day of an instant."""
    return f"{shop_datetime(at):%Y-%m-%d}"


def column(name: str) -> str:
    """A column of a table that is imported."""
    return {
        "arm": translate("experiments", "arm"),
        "n": translate("experiments", "sample"),
        "hits": translate("experiments", "count"),
        "mean": translate("experiments", "mean"),
        "metric": translate("experiments", "metric"),
    }.get(name, name)
