"""The words of touches: channels, reasons, states, sources with their age, why rows were refused."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from console.rules.coupons import Share
from console.rules.stored_value import Account, Move
from console.rules.touching import Told
from console.rules.touching_gate import Result
from console.rules.touching_rows import Consent, Member, Row
from console.rules.touching_words import Table
from console.rules.traffic import Line
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate


def channel(key: str) -> str:
    """A channel by its key."""
    return {
        "wecom": translate("touch", "WeCom 1:1"),
        "wecom_group": translate("touch", "WeCom groups"),
        "sms": translate("touch", "Text messages"),
        "live_widget": translate("touch", "Live widget"),
        "fan_group": translate("touch", "Fan-group messages"),
        "video_comment": translate("touch", "Short-video comments"),
        "official": translate("touch", "Official-account messages"),
        "call": translate("touch", "Phone calls"),
        "other": translate("touch", "Other channels"),
    }.get(key, key)


def state_chip(state: str) -> ChipLook:
    """Where a list stands."""
    looks: dict[str, tuple[Tone, str, str]] = {
        "draft": ("grey", "circle-dashed", translate("touch", "Draft")),
        "due": ("amber", "upload", translate("touch", "To export")),
        "running": ("blue", "send", translate("touch", "Under way")),
        "done": ("green", "circle-check", translate("touch", "Done")),
    }
    return ChipLook(*looks[state])


def why(key: str) -> str:
    """Why somebody of a list is left out."""
    return {
        "twice": translate("touch", "twice on the list"),
        "blocked": translate("touch", "on the blocklist"),
        "consent": translate("touch", "no consent to marketing"),
        "reached": translate("touch", "reached lately"),
        "address": translate("touch", "no contact for this channel"),
    }.get(key, key)


def table(key: Table | None) -> str:
    """Which table it was taken for."""
    return {
        None: translate("touch", "No table that is known: titles for channel and number, or for inviter and friend, …"),
        "figures": translate("touch", "Figures of channels"),
        "shares": translate("touch", "Coupons passed on"),
        "accounts": translate("touch", "Stored value by account"),
        "moves": translate("touch", "Movements of stored value"),
        "members": translate("touch", "Members"),
        "results": translate("touch", "Results of a list"),
        "consents": translate("touch", "Consents"),
    }[key]


def reason(key: str, said: str) -> str:
    """Why a row cannot be kept."""
    words = {
        "no_day": translate("touch", "no date"),
        "bad_day": translate("touch", "not a date"),
        "future": translate("touch", "lies in the future"),
        "no_key": translate("touch", "names nobody"),
        "no_number": translate("touch", "tells no figure"),
        "unreadable": translate("touch", "not a figure"),
        "more": translate("touch", "more reached than sent to"),
        "unknown_word": translate("touch", "a word that nobody knows"),
        "twice": translate("touch", "the same as a row above"),
        "stray": translate("touch", "fits nobody on the list"),
    }.get(key, key)
    return joined((words, said), ": ")


def told(row: Row | None) -> str:
    """What would be kept of a row."""
    match row:
        case Told():
            sent = translate("touch", "sent to {n}").format(n=texts.count(row.sent))
            return joined((texts.full_moment(row.day_at)[:10], channel(row.channel), row.name, sent))
        case Share():
            return joined((row.campaign, f"{row.inviter} → {row.invitee or texts.NOTHING}"))
        case Account():
            return joined((row.account, texts.money(row.balance_fen)))
        case Move():
            return joined((row.account, texts.moment(row.at), move(row.kind), texts.money(row.fen)))
        case Member():
            return joined((row.account, row.level, row.buyer))
        case Result():
            came = translate("touch", "reached") if row.reached else translate("touch", "failed")
            return joined((row.key, came, row.said))
        case Consent():
            agreed = translate("touch", "agreed") if row.agreed else translate("touch", "refused")
            return joined((row.key, row.channel, agreed))
    return ""


def move(kind: str) -> str:
    """A movement of stored value."""
    return {
        "topup": translate("touch", "top-up"),
        "bonus": translate("touch", "bonus"),
        "spend": translate("touch", "spent"),
        "refund": translate("touch", "refund"),
    }[kind]


def origin(key: str) -> str:
    """Where figures are from."""
    return {
        "file": translate("touch", "imported"),
        "paste": translate("touch", "pasted"),
        "manual": translate("touch", "typed by hand"),
        "list": translate("touch", "lists and orders of this program"),
    }.get(key, key)


def origins(keys: Iterable[str]) -> str:
    """Where figures are from, all of it."""
    return translate("touch", ", ").join(origin(key) for key in sorted(keys))


def line_name(name: str) -> str:
    """A line to judge by."""
    fixed = {
        "touch_within_days": translate("touch", "Days after a touch in which an order counts"),
        "touch_quiet_days": translate("touch", "Days in which who was reached is left in peace"),
        "touch_least": translate("touch", "Fewest people that say anything"),
        "touch_days": translate("touch", "Days that are compared"),
        "touch_hold_bp": translate("touch", "Share of a list that is held out (%)"),
        "stored_idle_days": translate("touch", "Days after which a balance is idle"),
    }
    if name in fixed:
        return fixed[name]
    for ending, words in (
        ("_reach_bp", translate("touch", "{channel}: reach (%)")),
        ("_open_bp", translate("touch", "{channel}: opened (%)")),
        ("_cost_fen", translate("touch", "{channel}: cost a person (¥)")),
        ("_roi_bp", translate("touch", "{channel}: ROI (1 : n)")),
    ):
        if name.endswith(ending):
            return words.format(channel=channel(name.removeprefix("touch_").removesuffix(ending)))
    return name


def line_words(name: str, line: Line | None) -> str:
    """A line's value as people write it."""
    if line is None:
        return texts.NOTHING
    if name.endswith("_roi_bp"):
        return f"1:{line.value / 10_000:g}"
    if name.endswith("_bp"):
        return f"{line.value / 100:g}%"
    return f"¥{line.value / 100:g}" if name.endswith("_fen") else f"{line.value:g}"


def each(fen: float | None) -> str:
    """What one costs: ``¥0.30``, ``¥0.045``; parts of a fen are shown where it is less than a tenth of a yuan."""
    if fen is None:
        return texts.NOTHING
    return f"¥{fen / 100:.3f}" if 0 < fen < 10 and fen != round(fen) else f"¥{fen / 100:,.2f}"


def joined(parts: Iterable[str], by: str = " · ") -> str:
    """Those that say anything."""
    return by.join(part for part in parts if part)


def roi(value: float) -> str:
    """Margin to cost; a large one without its tenths, so that its place suffices."""
    return f"{value:.1f}" if value < 99.95 else f"{value:,.0f}"


def roi_ink(value: float, *, few: bool) -> str:
    """The bar of a return; of too few people it judges nothing."""
    return "track" if few else "dot_green" if value >= 3 else "dot_blue" if value >= 1 else "dot_red"
