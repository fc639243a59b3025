"""The tables that come with the program, read once: what rules judge by, each row with its date and its source.

Rules know no figure and no file: whoever asks them takes the table from here and hands it over.
"""

import csv
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import msgspec

from console.bundled import bundled
from console.core.clock import HOUR
from console.core.model import Platform
from console.rules.carriers import Carriers, carrier_from
from console.rules.categories import Row, row_from
from console.rules.customers import Grid, grid_from
from console.rules.customers_conditions import Label, label_from
from console.rules.failures import Classifier, Failure, Refusal, Rule, rule_from
from console.rules.forecast_made import Lines as ForecastLines
from console.rules.forecast_made import forecast_lines_from
from console.rules.fulfilment import Lines
from console.rules.insights import Lines as InsightLines
from console.rules.insights import Promo, lines_from, promo_from
from console.rules.listing import Yardstick
from console.rules.listing_documents import Need, need_from
from console.rules.listing_images import ImageYardstick
from console.rules.live_bands import Lines as LiveLines
from console.rules.live_talk import ORDER, TalkWords
from console.rules.live_text import Synonym, synonyms_from
from console.rules.logistics import Patience, PayRule
from console.rules.revealing import Lines as RevealLines
from console.rules.revealing import reveal_lines_from
from console.rules.selecting import Lines as SelectingLines
from console.rules.selecting import selecting_lines_from
from console.rules.selecting_kinds import Kind, kind_from
from console.rules.touching_words import TouchWords
from console.rules.touching_words import words_from as touch_words_from
from console.rules.traffic import Line as TrafficLine
from console.rules.traffic_words import TrafficWords, words_from
from console.rules.violations import Level, LevelFigures, figures_from
from console.rules.workdays import Workdays, workdays_from

IMAGE_FORMATS = frozenset({"png", "jpeg", "jpg"})
"""What both platforms take, as documented for Kuaishou's ``open.item.new`` (2025-05)."""


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A default that the merchant may change: as of when it holds, and who says so."""

    value: int
    unit: str
    as_of: str
    source: str


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Every row of ``resources/<name>.csv`` by column name."""
    with bundled("resources", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def figures() -> dict[str, Figure]:
    """The figures that goods and shipping are judged by, by name (``price_gap_bp``)."""
    return {
        row["name"]: Figure(value=int(row["value"]), unit=row["unit"], as_of=row["as_of"], source=row["source"])
        for name in ("goods_figures", "shipping_figures", "live_figures", "insight_figures")
        for row in table(name)
    }


@cache
def failure_rules() -> tuple[Rule, ...]:
    """What refusals mean."""
    return tuple(rule_from(row) for row in table("failures"))


@cache
def classifier() -> Classifier:
    """Explains refusals by the table that came with the program."""
    return Classifier(failure_rules())


@lru_cache(4096)
def explained(platform: str, text: str, code: str = "", verb: str = "") -> Failure:
    """What a refusal means; the same words are looked at once."""
    return classifier().explain(Refusal(platform=platform, text=text, code=code, verb=verb))


@cache
def category_rows() -> tuple[Row, ...]:
    """Which Youzan category goes with which Kuaishou branch."""
    return tuple(row_from(row) for row in table("categories"))


@cache
def document_needs() -> tuple[Need, ...]:
    """Documents by category: kinds of goods that may need one, never a certainty."""
    return tuple(need_from(row) for row in table("qualifications"))


@cache
def carriers() -> Carriers:
    """The carriers, with each platform's code."""
    return Carriers(tuple(carrier_from(row) for row in table("carriers")))


@cache
def ship_lines() -> Lines:
    """What shipping is judged by, as long as the merchant changed nothing."""
    known = {name: figure.value for name, figure in figures().items()}
    steps = (known["ship_warn_last_hours"], known["ship_warn_near_hours"], known["ship_warn_far_hours"])
    return Lines(
        promise_ms=known["ship_promise_hours"] * HOUR,
        on_time_ms=known["ship_rate_hours"] * HOUR,
        steps_ms=(steps[0] * HOUR, steps[1] * HOUR, steps[2] * HOUR),
        usual_hours=known["ship_usual_hours"],
        wanted_hours=known["ship_wanted_hours"],
        pace_ms=known["ship_pace_hours"] * HOUR,
    )


@cache
def parcel_patience() -> Patience:
    """From when on something is wrong with a parcel."""
    known = {name: figure.value for name, figure in figures().items()}
    return Patience(
        uncollected_ms=known["parcel_uncollected_hours"] * HOUR,
        still_ms=known["parcel_still_hours"] * HOUR,
        signed_fast_ms=known["parcel_signed_fast_hours"] * HOUR,
    )


@cache
def pay_rule() -> PayRule:
    """What a broken promise costs, as long as the merchant changed nothing."""
    known = {name: figure.value for name, figure in figures().items()}
    return PayRule(
        share_bp=known["late_pay_bp"], least_fen=known["late_pay_least_fen"], most_fen=known["late_pay_most_fen"]
    )


@cache
def live_lines() -> dict[str, LiveLines]:
    """Pass and excellent of a show's figures, as long as the merchant changed nothing: seconds, and shares of one."""
    known = {name: figure.value for name, figure in figures().items()}
    return {
        "stay": LiveLines(passing=known["live_stay_pass_s"], excellent=known["live_stay_excellent_s"]),
        "interaction": LiveLines(
            passing=known["live_interaction_pass_bp"] / 10_000,
            excellent=known["live_interaction_excellent_bp"] / 10_000,
        ),
        "follow": LiveLines(
            passing=known["live_follow_pass_bp"] / 10_000, excellent=known["live_follow_excellent_bp"] / 10_000
        ),
    }


@cache
def insight_lines() -> InsightLines:
    """By what the data tab judges, as long as the merchant changed nothing."""
    return lines_from({name: figure.value for name, figure in figures().items() if name.startswith("insight_")})


@cache
def forecast_lines() -> ForecastLines:
    """By what a forecast is judged, as long as the merchant changed nothing."""
    return forecast_lines_from({row["name"]: int(row["value"]) for row in table("forecast_figures")})


@cache
def selecting_lines() -> SelectingLines:
    """By what goods are advised on, as long as the merchant changed nothing."""
    return selecting_lines_from({row["name"]: int(row["value"]) for row in table("selecting_figures")})


@cache
def reveal_lines() -> RevealLines:
    """By what reveals of buyers' data are judged."""
    rows = table("reveal_figures")
    return reveal_lines_from({row["name"]: int(row["value"]) for row in rows}, max(row["as_of"] for row in rows))


@cache
def selling_kinds() -> tuple[Kind, ...]:
    """Which way of selling suits which kind of goods."""
    return tuple(kind_from(row) for row in table("category_advice"))


@cache
def promos() -> tuple[Promo, ...]:
    """The promotions that come every year on the same days: those that are planned for, and shorter ones."""
    return tuple(promo_from(row) for row in (*table("promotions"), *table("promo_days")) if row["begins"])


@cache
def live_synonyms() -> tuple[Synonym, ...]:
    """What back offices call the figures of a show."""
    return synonyms_from(table("live_synonyms"))


@cache
def traffic_words() -> TrafficWords:
    """What back offices call the columns, channels and kinds of content of traffic tables."""
    return words_from(table("traffic_words"))


@cache
def traffic_lines() -> dict[str, TrafficLine]:
    """What traffic is judged by, as long as the merchant changed nothing."""
    return {
        row["name"].removeprefix("traffic_"): TrafficLine(value=float(row["value"]), since=row["as_of"])
        for row in table("traffic_figures")
    }


@cache
def live_talk() -> TalkWords:
    """What makes a comment a question, one about the price, or a complaint."""
    return {kind: row["words"].split() for row in table("live_talk") for kind in ORDER if kind == row["kind"]}


_imported: list[dict[str, str]] = []


@cache
def workdays() -> Workdays:
    """The working-day calendar, as far as the State Council's plans were published, or the merchant imported them."""
    return workdays_from((*table("workdays"), *_imported))


def take_days(rows: Iterable[Mapping[str, str]]) -> None:
    """Days of years whose plan came later than the program, in place of those taken before."""
    _imported[:] = [dict(row) for row in rows]
    workdays.cache_clear()


@cache
def years_that_came() -> tuple[int, ...]:
    """The years whose plan came with the program."""
    return workdays_from(table("workdays")).years


@cache
def yardstick(platform: Platform) -> Yardstick:
    """What goods are checked by before they are published on a platform, as long as the merchant changed nothing."""
    known = figures()
    title = known[f"{platform}_title_most"]
    return Yardstick(
        title_most=title.value,
        title_counts="half" if title.unit == "half" else "char",
        notice_days=known["document_notice_days"].value,
        images=ImageYardstick(
            most=known["images_most"].value,
            side_px=known["image_side_px"].value,
            size_bytes=known["image_bytes_most"].value,
            formats=IMAGE_FORMATS,
            text_percent=known["image_text_percent"].value,
            border_percent=known["image_border_percent"].value,
        ),
    )


@cache
def violation_figures() -> dict[Level, LevelFigures]:
    """What each level of a penalty means, as dated defaults."""
    return figures_from(table("violation_figures"))


@cache
def touch_words() -> TouchWords:
    """What exports call the columns, channels and outcomes of tables about customers."""
    return touch_words_from(table("touch_words"))


@cache
def touch_lines() -> dict[str, TrafficLine]:
    """What touches and stored value are judged by, as long as the merchant changed nothing."""
    return {row["name"]: TrafficLine(value=float(row["value"]), since=row["as_of"]) for row in table("touch_figures")}


@cache
def customer_lines() -> dict[str, TrafficLine]:
    """What customers are judged by, as long as the merchant changed nothing."""
    return {
        row["name"].removeprefix("customer_"): TrafficLine(value=float(row["value"]), since=row["as_of"])
        for row in table("customer_figures")
    }


@cache
def customer_grid() -> Grid:
    """Which segment each cell of the value matrix belongs to."""
    return grid_from(table("customer_grid"))


@cache
def customer_labels() -> tuple[Label, ...]:
    """The labels that can be worked out of orders; those of the shop's own categories come on top."""
    return tuple(label_from(row) for row in table("customer_labels"))
