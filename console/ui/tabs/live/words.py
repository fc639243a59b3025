"""How a show's figures, bands, sources, marks and means are said."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from console.core.clock import DAY, HOUR, MINUTE, SECOND, day_start
from console.core.live import LiveEvent, LiveEventType, LiveSource
from console.rules.live import Rate
from console.rules.live_advice import Advice, Means, Trigger
from console.rules.live_race import Light, RaceKey
from console.rules.live_sources import Freshness, freshness
from console.rules.live_talk import TalkKind
from console.rules.live_tiles import RATED, Tile, TileKey
from console.ui import texts
from console.ui.paint import ChipLook
from console.ui.theme import Tone

translate = QCoreApplication.translate
MANY: Final = 10_000
PEOPLE_KEYS: Final = frozenset({"online", "online_peak", "orders"})
SHARES: Final = frozenset({"interaction", "follow", "item_click"})


def title(key: str) -> str:
    """The name of a figure."""
    return {
        "online": translate("live", "Online"),
        "online_peak": translate("live", "Peak online"),
        "stay": translate("live", "Average stay"),
        "interaction": translate("live", "Interaction"),
        "follow": translate("live", "Follow rate"),
        "gmv_fen": translate("live", "GMV"),
        "item_click": translate("live", "Item clicks"),
        "orders": translate("live", "Orders"),
        "viewers": translate("live", "Viewers"),
    }[key]


def figure(key: str, value: float | None) -> tuple[str, str]:
    """The digits and the unit beside them; a dash where nobody knows."""
    if value is None:
        return texts.NOTHING, ""
    if key == "stay":
        return f"{round(value) // 60}:{round(value) % 60:02d}", ""
    if key in SHARES:
        return f"{value * 100:.1f}", "%"
    number = value / 100 if key == "gmv_fen" else value
    if number < MANY:
        return f"{number:,.0f}", translate("live", "CNY") if key == "gmv_fen" else ""
    many = translate("live", "{thousands}|k")  # Chinese counts by ten thousands: {wan}
    digits, _, unit = many.format(thousands=f"{number / 1_000:.1f}", wan=f"{number / MANY:.2f}").partition("|")
    return digits, unit


def short(key: str, value: float | None) -> str:
    """Digits and unit in one: ``1.30万``, ``4,468 CNY``."""
    digits, unit = figure(key, value)
    return f"{digits} {unit}" if unit.isascii() and len(unit) > 1 else digits + unit


def exact(key: str, value: float | None) -> str:
    """Digits and unit in one, money to the fen."""
    if key == "gmv_fen":
        return texts.money(None if value is None else round(value))
    if key in PEOPLE_KEYS:
        return texts.count(None if value is None else round(value))
    return short(key, value)


def axis(value: float) -> str:
    """``1,500``, ``4 千``: short, for an axis."""
    if value >= MANY:
        digits, unit = figure("online", value)
        return f"{digits.rstrip('0').rstrip('.')}{unit}"
    return f"{value:,.0f}"


def change(tile: Tile) -> tuple[str, int] | None:
    """``+9.6%``, ``−0.8 点`` against the five minutes before, and the way it went; None: cannot be said."""
    moved = tile.trend.share if tile.key in ("online", "gmv_fen") else tile.trend.change
    if moved is None:
        return None
    if tile.key in ("online", "gmv_fen"):
        digits, unit = f"{abs(moved):.1%}", "{n}"
    elif tile.key == "stay":
        digits, unit = f"{abs(moved):.0f}", translate("live", "{n} s")
    else:
        digits, unit = f"{abs(moved) * 100:.1f}", translate("live", "{n} pt")
    way = 0 if not float(digits.rstrip("%")) else 1 if moved > 0 else -1
    return ("", "+", "−")[way] + unit.format(n=digits), way


def band_chip(tile: Tile) -> ChipLook | None:
    """Icon and word: no verdict by colour alone. None: there is no past to judge by."""
    if tile.rate.value is None:
        return ChipLook("grey", "circle-dashed", translate("live", "No source"))
    if tile.key in RATED:
        return {
            "excellent": ChipLook("green", "gem", translate("live", "Excellent")),
            "pass": ChipLook("blue", "circle-check", translate("live", "Pass")),
            "below": ChipLook("amber", "triangle-alert", translate("live", "Below")),
            "few": ChipLook("grey", "circle-dashed", translate("live", "Too few")),
            "none": ChipLook("grey", "circle-dashed", translate("live", "No source")),
        }[tile.band]
    standings = {
        "above": ChipLook("green", "trending-up", translate("live", "Higher")),
        "even": ChipLook("blue", "minus", translate("live", "Similar")),
        "below": ChipLook("amber", "trending-down", translate("live", "Lower")),
    }
    return standings.get(tile.standing)


def is_below(tile: Tile) -> bool:
    """Whether the tile's border warns."""
    return tile.band == "below" if tile.key in RATED else False


def source(which: LiveSource, shops: int = 0) -> str:
    """Who told it; ``shops``: of so many together, for nobody tells of which of them the show is."""
    if shops > 1:
        return translate("live", "{source} (all {n} shops)").format(source=source(which), n=shops)
    return {
        LiveSource.INGEST: translate("live", "Helper"),
        LiveSource.FILE: translate("live", "File"),
        LiveSource.MANUAL: translate("live", "By hand"),
        LiveSource.OBS: translate("live", "OBS"),
        LiveSource.SHOP_UV: translate("live", "Shop UV"),
        LiveSource.ORDERS: translate("live", "Order API"),
        LiveSource.ADS: translate("live", "Ads"),
    }[which]


def how_old(at: int | None, now: int) -> str:
    """Seconds, minutes, then the time, then the date."""
    if at is None:
        return texts.NOTHING
    past = max(0, now - at)
    if past < HOUR:
        return texts.age(at, now)
    return texts.clock_time(at) if day_start(at) == day_start(now) else texts.moment(at, now)


def age_tone(source: LiveSource, age_ms: int) -> Tone:
    """As fresh as its source can be."""
    tones: dict[Freshness, Tone] = {"fresh": "green", "old": "amber", "stale": "red"}
    return tones[freshness(source, age_ms)]


def stamps(key: TileKey, rate: Rate, now: int, *, is_final: bool = False) -> list[str]:
    """``采集助手·2 秒前·353/8,412``, then shorter ones: of how many people only, and source and age alone.

    Tight: six tiles stand beside each other. What is final does not age: it says until when it was told.
    """
    if rate.source is None:
        return [translate("live", "No source")]
    age = how_old(rate.at, now)
    if is_final and rate.at is not None:
        age = translate("live", "until {time}").format(time=texts.clock_time(rate.at))
    bare = f"{source(rate.source, rate.shops)}·{age}"
    found = []
    if key in SHARES and rate.numerator is not None and rate.denominator is not None:
        found.append(f"{bare}·{rate.numerator:,.0f}/{rate.denominator:,.0f}")
    if (key in SHARES or key == "stay") and rate.people is not None:
        found.append(f"{bare}·n={rate.people:,}")
    if key == "gmv_fen" and rate.numerator is not None:
        found.append(f"{bare}·" + translate("live", "{n} orders").format(n=f"{rate.numerator:,.0f}"))
    return [*found, bare]


def stamp(key: TileKey, rate: Rate, now: int) -> str:
    """All of it."""
    return stamps(key, rate, now)[0]


def how_to_have(key: TileKey) -> str:
    """What to do where nobody tells a figure."""
    if key == "gmv_fen":
        return translate("live", "Bind the Kuaishou shop, or connect the helper")
    return translate("live", "Connect the helper or type it in")


def formula(key: TileKey) -> str:
    """What a figure is."""
    return {
        "online": translate("live", "People in the room at this moment"),
        "stay": translate("live", "Seconds watched by all ÷ viewers, or the mean that the page says"),
        "interaction": translate("live", "People who commented, liked, shared or gave ÷ viewers"),
        "follow": translate("live", "New followers ÷ viewers who were none, or all viewers where nobody tells that"),
        "gmv_fen": translate("live", "Paid orders within the show"),
        "item_click": translate("live", "People who opened an item ÷ viewers"),
    }[key]


def mark(event: LiveEvent) -> str:
    """What a mark is called: its own words, or its kind."""
    if event.text:
        return event.text
    return {
        LiveEventType.PK: translate("live", "PK"),
        LiveEventType.RED_PACKET: translate("live", "Red packet"),
        LiveEventType.BAG: translate("live", "Lucky bag"),
    }.get(event.type, translate("live", "Mark"))


def doubt(why: str) -> str:
    """Why a lift is not to be trusted."""
    return {
        "": "",
        "few": translate("live", "Too few"),
        "overlap": translate("live", "Overlap"),
        "no_before": translate("live", "No before"),
        "no_data": translate("live", "No data"),
    }[why]


def race_key(key: RaceKey) -> str:
    """The five of the race, short."""
    return {
        "viewers": translate("live", "Viewers"),
        "interactions": translate("live", "Engage"),
        "followers": translate("live", "Follow"),
        "item_clicks": translate("live", "Clicks"),
        "gmv_fen": translate("live", "GMV"),
    }[key]


def race_hint(key: RaceKey) -> str:
    """What to do about the one that trails."""
    return {
        "viewers": translate("live", "Viewers trail: check the stream"),
        "interactions": translate("live", "Interaction trails: ask, give a bag"),
        "followers": translate("live", "Follows trail: say why to follow"),
        "item_clicks": translate("live", "Clicks trail: show where to tap"),
        "gmv_fen": translate("live", "Sales trail: check price and stock"),
    }[key]


def light(which: Light) -> ChipLook:
    """Where a show stands in the race."""
    return {
        "leading": ChipLook("green", "trending-up", translate("live", "Ahead")),
        "even": ChipLook("blue", "minus", translate("live", "Level")),
        "trailing": ChipLook("amber", "trending-down", translate("live", "Behind")),
        "waiting": ChipLook("grey", "hourglass", translate("live", "To come")),
    }[which]


def trigger(which: Trigger) -> str:
    """What is wrong."""
    return {
        "silent": translate("live", "Nothing comes in any more"),
        "frames_dropped": translate("live", "The stream drops frames"),
        "online_falls": translate("live", "Viewers fell by 30% within 5 minutes"),
        "clicks_no_order": translate("live", "Clicks, but no order for 10 minutes"),
        "clicks_up_orders_flat": translate("live", "Clicks rise, orders do not"),
        "interaction_low": translate("live", "Interaction below pass for 3 minutes"),
        "stay_falls": translate("live", "Stay fell by 15% within 5 minutes"),
        "follow_low": translate("live", "Follow rate below pass for 5 minutes"),
    }[which]


def means(which: Means) -> tuple[str, str]:
    """An icon, and what may help."""
    return {
        "check_stream": ("radio", translate("live", "Check stream and helper first")),
        "lower_bitrate": ("sliders-horizontal", translate("live", "Lower the bitrate in OBS")),
        "wired_line": ("link", translate("live", "Use a wired line, close other uploads")),
        "red_packet": ("gift", translate("live", "Red packet")),
        "raffle_early": ("ticket", translate("live", "Bring the hourly raffle forward")),
        "bag": ("gift", translate("live", "Lucky bag and screenshot raffle")),
        "question": ("message-square", translate("live", "Talk in questions")),
        "poll": ("list-checks", translate("live", "Poll on the public screen")),
        "follow_coupon": ("ticket", translate("live", "Coupon for following")),
        "fan_price": ("tag", translate("live", "Fans' own price")),
        "say_why": ("message-square", translate("live", "Say why to follow")),
        "welfare_item": ("gift", translate("live", "Show the welfare item")),
        "next_item": ("package", translate("live", "Announce the next item")),
        "pk": ("users", translate("live", "PK with another host")),
        "check_price_stock": ("box", translate("live", "Check price and stock")),
        "explain_coupon": ("ticket", translate("live", "Explain the coupon step by step")),
        "check_listing": ("link", translate("live", "Check listing, coupon and delivery areas")),
    }[which]


def evidence(advice: Advice) -> str:
    """The numbers that led to it."""
    value, line = advice.value, advice.line
    if value is None:
        return ""
    if advice.trigger == "silent":
        return translate("live", "{n} s without data").format(n=f"{value:,.0f}")
    if advice.trigger == "clicks_no_order":
        return translate("live", "{n} clicks, 0 orders").format(n=f"{value:,.0f}")
    now = f"{value:.1%}".replace("-", "−")
    if line is None:
        return now
    return translate("live", "now {now}, line {line}").format(now=now, line=f"{line:.0%}".replace("-", "−"))


def talk(kind: TalkKind) -> ChipLook:
    """What a comment is."""
    return {
        "question": ChipLook("blue", "", translate("live", "Question")),
        "price": ChipLook("purple", "", translate("live", "Price")),
        "complaint": ChipLook("amber", "", translate("live", "Complaint")),
    }[kind]


def risk(minutes: float | None, level: str) -> ChipLook | None:
    """How soon an item is gone; None: nobody can say."""
    if minutes is None or not level:
        return None
    if level == "low":
        return ChipLook("green", "circle-check", translate("live", "Low"))
    words = translate("live", "High {n} min") if level == "high" else translate("live", "Mid {n} min")
    tone, icon = ("red", "triangle-alert") if level == "high" else ("amber", "circle-alert")
    return ChipLook(tone, icon, words.format(n=f"{minutes:.0f}"))  # type: ignore[arg-type]  # one of the tones


def counted_anew(restarts: Sequence[int]) -> str:
    """That a page counts from nothing since a cut; empty where it does not."""
    if not restarts:
        return ""
    said = translate("live", "The page's counters began again at {times}: what they had counted before is added.")
    return said.format(times=", ".join(texts.clock_time(at) for at in restarts))


def elapsed(length: int) -> str:
    """``00:24:36``."""
    length = max(0, length)
    return f"{length // HOUR:02d}:{length % HOUR // MINUTE:02d}:{length % MINUTE // SECOND:02d}"


def when(begin_at: int, end_at: int) -> str:
    """``11-20 周五 19:30 · 2:41``."""
    long = end_at - begin_at
    length = f"{long // HOUR}:{long % HOUR // MINUTE:02d}" if long < DAY else texts.span(long)
    return f"{texts.moment(begin_at)[:5]} {texts.weekday(begin_at)} {texts.clock_time(begin_at)} · {length}"
