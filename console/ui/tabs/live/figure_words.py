"""How the figures that a person brings are called, in which unit they are typed, and why one was not taken."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.rules.live_import import ColumnKind, Row
from console.ui import texts

translate = QCoreApplication.translate
PAD: Final = (
    *("online", "viewers", "avg_stay_s", "interactors", "new_followers", "item_clickers"),
    *("comments", "likes", "orders_paid", "buyers", "gmv_fen", "refund_fen"),
)
"""What an operator reads off the page during a show; a table may bring more."""
MONEY: Final = frozenset({"gmv_fen", "refund_fen"})
PEOPLE: Final = frozenset(
    {
        *("online", "viewers", "exposed", "interactors", "new_followers", "item_clickers", "buyers", "commenters"),
        *("likers", "gifters", "viewers_nonfan", "item_exposed"),
    }
)


def field_name(field: str) -> str:
    """The name of a figure of a snapshot."""
    return {
        "at": translate("figures", "Time"),
        "online": translate("figures", "Online now"),
        "viewers": translate("figures", "Viewers"),
        "views": translate("figures", "Views"),
        "exposed": translate("figures", "People reached"),
        "avg_stay_s": translate("figures", "Average stay"),
        "watch_s": translate("figures", "Seconds watched"),
        "comments": translate("figures", "Comments"),
        "commenters": translate("figures", "People who commented"),
        "likes": translate("figures", "Likes"),
        "likers": translate("figures", "People who liked"),
        "shares": translate("figures", "Shares"),
        "gifts": translate("figures", "Gifts"),
        "gifters": translate("figures", "People who gave"),
        "interactors": translate("figures", "People who took part"),
        "new_followers": translate("figures", "New followers"),
        "viewers_nonfan": translate("figures", "Viewers who were no fans"),
        "item_exposed": translate("figures", "People shown an item"),
        "item_clicks": translate("figures", "Item clicks"),
        "item_clickers": translate("figures", "People who opened an item"),
        "orders_created": translate("figures", "Orders placed"),
        "orders_paid": translate("figures", "Orders paid"),
        "buyers": translate("figures", "Buyers"),
        "gmv_fen": translate("figures", "GMV"),
        "refund_fen": translate("figures", "Refunds"),
    }.get(field, field)


def unit(field: str) -> str:
    """What it is typed in."""
    if field in MONEY:
        return translate("figures", "yuan")
    if field == "avg_stay_s":
        return translate("figures", "m:ss")
    if field in ("orders_paid", "orders_created"):
        return translate("figures", "orders")
    return translate("figures", "people") if field in PEOPLE else translate("figures", "times")


def told(values: Mapping[str, float], most: int = 5) -> str:
    """``在线人数 356 · 平均停留 1:42``."""
    said = [f"{field_name(field)} {value_words(field, value)}" for field, value in values.items()]
    more = f" +{len(said) - most}" if len(said) > most else ""
    return " · ".join(said[:most]) + more


def value_words(field: str, value: float) -> str:
    """As it is shown and can be typed again."""
    if field in MONEY:
        return texts.money(round(value))
    if field == "avg_stay_s":
        return f"{round(value) // 60}:{round(value) % 60:02d}"
    return texts.count(round(value))


def column_words(kind: ColumnKind) -> str:
    """What becomes of a column."""
    return {
        "time": translate("figures", "time of the row"),
        "kept": translate("figures", "kept"),
        "known": translate("figures", "follows from others, not kept"),
        "ask": translate("figures", "may mean two things: choose"),
        "unknown": translate("figures", "left out"),
    }[kind]


def wrong_words(row: Row) -> str:
    """Why a row is not kept."""
    return {
        "no_time": translate("figures", "No time: several rows need one"),
        "bad_time": translate("figures", "Not a time: {said}"),
        "outside": translate("figures", "Outside the show"),
        "unreadable": translate("figures", "Not a figure: {said}"),
        "nothing": translate("figures", "No figure in it"),
        "twice": translate("figures", "The same time as a row above"),
    }[row.wrong or "nothing"].format(said=row.said)
