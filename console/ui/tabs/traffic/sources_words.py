"""The words of traffic: channels, kinds of content, lengths, steps; sources with their age; why rows were refused."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from console.core.clock import shop_datetime
from console.rules.traffic import SourceRow, Standing, TrafficRow, WorkRow, standing_of
from console.rules.traffic_import import CHANNEL
from console.store.traffic import Came
from console.ui import texts

translate = QCoreApplication.translate

INKS = {
    "discover": "s1",
    "featured": "s3",
    "follow": "s4",
    "search": "s6",
    "mall": "s2",
    "nearby": "dot_green",
    "live_square": "dot_red",
    "profile": "thumb4",
    "video": "dot_blue",
    "share": "dot_amber",
    "paid_standard": "dot_purple",
    "paid_other": "fg_purple",
    "paid_sitewide": "fg_amber",
    "other": "previous",
    "unknown": "s5",
}
"""The colour of each channel, as a token."""


def channel(key: str) -> str:
    """A channel by its key."""
    return {
        "discover": translate("traffic", "Discover page"),
        "featured": translate("traffic", "Featured / for you"),
        "follow": translate("traffic", "Following page"),
        "nearby": translate("traffic", "Nearby page"),
        "live_square": translate("traffic", "Live square"),
        "search": translate("traffic", "Search"),
        "mall": translate("traffic", "Mall / shop page"),
        "profile": translate("traffic", "Profile"),
        "video": translate("traffic", "Short videos"),
        "share": translate("traffic", "Shares and groups"),
        "paid_standard": translate("traffic", "Ads, standard"),
        "paid_other": translate("traffic", "Other ads"),
        "paid_sitewide": translate("traffic", "Site-wide promotion"),
        "other": translate("traffic", "Others"),
        "unknown": translate("traffic", "Unknown"),
    }.get(key, key)


def standing(key: Standing) -> str:
    """A kind of traffic."""
    return {
        "natural": translate("traffic", "natural"),
        "private": translate("traffic", "private"),
        "paid": translate("traffic", "paid"),
        "apart": translate("traffic", "site-wide"),
        "unknown": translate("traffic", "unknown"),
    }[key]


def is_hatched(key: str) -> bool:
    """Paid channels are hatched: colour alone says nothing."""
    return standing_of(key) == "paid"


def kind(key: str) -> str:
    """A kind of content; a merchant's own is in his words."""
    return {
        "": translate("traffic", "No type yet"),
        "live": translate("traffic", "Live room"),
        "sketch": translate("traffic", "Sketch"),
        "review": translate("traffic", "Review"),
        "factory": translate("traffic", "Factory tour"),
        "clip": translate("traffic", "Live clip"),
        "pictures": translate("traffic", "Pictures"),
    }.get(key, key)


def bucket(key: str) -> str:
    """A length of works."""
    return {
        "s7": translate("traffic", "≤ 7 s"),
        "s18": translate("traffic", "7–18 s"),
        "s30": translate("traffic", "18–30 s"),
        "m1": translate("traffic", "30–60 s"),
        "m2": translate("traffic", "1–2 min"),
        "m5": translate("traffic", "2–5 min"),
    }[key]


def step(key: str) -> str:
    """A step of a funnel."""
    return {
        "exposed": translate("traffic", "Shown"),
        "viewers": translate("traffic", "Entered the room"),
        "item_exposed": translate("traffic", "Saw goods"),
        "item_clickers": translate("traffic", "Clicked goods"),
        "buyers": translate("traffic", "Paid"),
        "impressions": translate("traffic", "Shown"),
        "live_views": translate("traffic", "Entered the room"),
        "cart_clicks": translate("traffic", "Opened the cart"),
        "item_clicks": translate("traffic", "Clicked goods"),
        "orders_submitted": translate("traffic", "Ordered"),
        "orders": translate("traffic", "Paid"),
    }[key]


def origin(key: str) -> str:
    """Where figures came from."""
    return {
        "file": translate("traffic", "file import"),
        "paste": translate("traffic", "pasted"),
        "manual": translate("traffic", "typed by hand"),
        "ingest": translate("traffic", "live page helper"),
        "ads": translate("traffic", "ads report"),
    }.get(key, key)


def stamp(came: Came, now: int, *more: str) -> str:
    """``文件导入 · 8 分前 · n=…``."""
    told = [origin(key) for key in ("ingest", "file", "paste", "manual", "ads") if key in came.origins]
    parts = [" + ".join(told), texts.age(came.kept_at, now), *more, whose(came)]
    return " · ".join(part for part in parts if part and part != texts.NOTHING)


def whose(came: Came) -> str:
    """That of rows nobody said of which shop they are; empty: it is known of all."""
    if not came.unknown:
        return ""
    if came.unknown >= came.rows:
        return translate("traffic", "shop unknown")
    return translate("traffic", "partly of an unknown shop")


def field(key: str) -> str:
    """What a column is taken for."""
    if key.startswith(CHANNEL):
        return channel(key.removeprefix(CHANNEL))
    return {
        "day": translate("traffic", "Day"),
        "show": translate("traffic", "Show"),
        "source": translate("traffic", "Source"),
        "class": translate("traffic", "Kind of traffic"),
        "viewers": translate("traffic", "People"),
        "views": translate("traffic", "Views"),
        "title": translate("traffic", "Title"),
        "work": translate("traffic", "Number of the work"),
        "kind": translate("traffic", "Content type"),
        "length_s": translate("traffic", "Length"),
        "plays": translate("traffic", "Plays"),
        "completes": translate("traffic", "Complete plays"),
        "completion": translate("traffic", "Completion"),
        "stay_s": translate("traffic", "Stay"),
        "clicks": translate("traffic", "Item clicks"),
        "click_rate": translate("traffic", "Item click rate"),
        "orders": translate("traffic", "Paid orders"),
        "conversion": translate("traffic", "Conversion"),
        "label": translate("traffic", "Label"),
        "content": translate("traffic", "Share of content"),
        "fans": translate("traffic", "Share of fans"),
    }.get(key, key)


def table(key: str | None) -> str:
    """Which table it is."""
    return {
        "sources": translate("traffic", "Traffic sources"),
        "works": translate("traffic", "Works"),
        "labels": translate("traffic", "Labels"),
    }.get(key or "", translate("traffic", "No table of traffic"))


def reason(key: str, said: str = "") -> str:
    """Why a row is refused."""
    words = {
        "no_day": translate("traffic", "no day"),
        "bad_day": translate("traffic", "no day can be read"),
        "future": translate("traffic", "lies in the future"),
        "no_name": translate("traffic", "no name"),
        "no_number": translate("traffic", "no figure"),
        "only_share": translate("traffic", "only a share: how many it was is missing"),
        "total": translate("traffic", "a total: it would count twice"),
        "unreadable": translate("traffic", "cannot be read"),
        "over": translate("traffic", "more than everything"),
        "twice": translate("traffic", "stands here twice"),
    }.get(key, key)
    return f"{words} ({said})" if said else words


def state(key: str) -> str:
    """What keeping a row would do."""
    return {
        "new": translate("traffic", "new"),
        "same": translate("traffic", "known already"),
        "changed": translate("traffic", "replaces the former figures"),
    }[key]


def day(at: int) -> str:
    """``11-22``."""
    return f"{shop_datetime(at):%m-%d}"


def share(value: float | None, digits: int = 1) -> str:
    """``32.6%``."""
    return texts.NOTHING if value is None else f"{value:.{digits}%}"


def stay(seconds: float | None) -> str:
    """``1:52``."""
    if seconds is None:
        return texts.NOTHING
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def points(gap: float) -> str:
    """``+8`` or ``−5``."""
    number = round(gap * 100)
    return f"{'−' if number < 0 else '+' if number else ''}{abs(number)}"


def joined(parts: Iterable[str]) -> str:
    """What is not empty, with dots between."""
    return " · ".join(part for part in parts if part)


def told(rows: Sequence[TrafficRow]) -> str:
    """What a row of a table tells, in short."""
    parts = []
    for row in rows:
        if isinstance(row, SourceRow):
            numbers = [
                f"{name} {texts.count(number)}"
                for name, number in ((field("viewers"), row.viewers), (field("views"), row.views))
                if number is not None
            ]
            parts.append(joined((day(row.day_at), row.show, row.name, *numbers)))
        elif isinstance(row, WorkRow):
            parts.append(
                joined((day(row.day_at), row.title, kind(row.kind) if row.kind else "", share(row.completion)))
            )
        else:
            parts.append(joined((day(row.day_at), row.label, field(row.side), share(row.share))))
    return "; ".join(parts)
