"""A show as a workbook: figures with their stamps, minutes, marks with their lift, items. Unknown is an empty cell."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal

from console.bundled import bundled
from console.core.clock import MINUTE
from console.core.clock import format_shop_time as shop_time
from console.core.live import LiveSource
from console.documents.live_recap_people import FAN_TITLES, PK_TITLES, fan_rows, pk_rows, span
from console.documents.live_recap_script import CUE_TITLES, cue_rows, place_rows
from console.rules.live import Rate, minute_of
from console.rules.live_recap import MEASURES, FigureKey, Recap

FIGURES: Final[tuple[FigureKey, ...]] = (
    *("online", "online_peak", "stay", "interaction", "follow", "item_click", "gmv_fen", "orders"),
    *("gpm_fen", "viewer_value_fen", "order_value_fen"),
)
COUNTED: Final = ("comments", "likes", "shares", "gifts", "follows", "enters", "item_clicks", "new_interactors")
"""What events are counted of. One that never came in a show is unknown: nobody sends it."""
PERCENT: Final = frozenset({"interaction", "follow", "item_click"})


Words = Mapping[str, str]
"""The titles and words of the workbook by key, in the reader's language."""


def recap_words(lang: Literal["zh_CN", "en"]) -> Words:
    """From ``resources/live_words.csv``."""
    text = bundled("resources", "live_words.csv").read_text(encoding="utf-8")
    return {row["key"]: row["zh" if lang == "zh_CN" else "en"] for row in csv.DictReader(io.StringIO(text))}


def noted(rate: Rate, words: Words) -> str:
    """What is to be known of a figure besides its source."""
    return " · ".join(words[key] for key, holds in (("few", rate.is_few), ("all_shops", rate.shops > 1)) if holds)


def write_recap(path: Path, recap: Recap, words: Words) -> None:
    """Write the workbook whole, or nothing. Blocks. Raises OSError."""
    import xlsxwriter  # here: nobody waits for it who writes none

    made = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(made, options)
    sheets = _Sheets(book, words)
    for part in (
        sheets.summary,
        sheets.minutes,
        sheets.marks,
        sheets.items,
        sheets.script,
        sheets.compared,
        sheets.people,
    ):
        part(recap)
    book.close()
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(made.getvalue())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


class _Sheets:
    def __init__(self, book: Any, words: Words) -> None:
        self._book = book
        self._words = words
        self._bold = book.add_format({"bold": True})
        self._money = book.add_format({"num_format": "0.00"})
        self._percent = book.add_format({"num_format": "0.0%"})
        self._number = book.add_format({"num_format": "0.##"})

    def _sheet(self, key: str, titles: Sequence[str], wide: int = 16) -> Any:
        sheet = self._book.add_worksheet(self._words[key])
        sheet.set_column(0, len(titles) - 1, wide)
        for place, title in enumerate(titles):
            sheet.write_string(0, place, self._words[title], self._bold)
        sheet.freeze_panes(1, 0)
        return sheet

    def _put(self, sheet: Any, row: int, values: Sequence[object], formats: Sequence[Any] = ()) -> None:
        for place, value in enumerate(values):
            style = formats[place] if place < len(formats) else None
            if isinstance(value, str):
                if value:
                    sheet.write_string(row, place, value)
            elif isinstance(value, int | float):
                sheet.write_number(row, place, value, style)

    def summary(self, recap: Recap) -> None:
        sheet = self._sheet("summary", ("figure", "value", "numerator", "denominator", "source", "as_of", "note"), 18)
        head = [("title", recap.title), ("session", recap.session_id), ("began", shop_time(recap.begin_at))]
        head.append(("ended" if recap.is_ended else "last_row", shop_time(recap.end_at)))
        head += [
            ("part", f"{shop_time(begin)} – {shop_time(end)}") for begin, end in recap.parts if len(recap.parts) > 1
        ]
        head += [("counted_anew", shop_time(at)) for at in recap.restarts]
        for row, (key, text) in enumerate(head, 1):
            self._put(sheet, row, (self._words[key], text))
        for row, key in enumerate(FIGURES, len(head) + 2):
            rate = recap.figures.get(key, Rate())
            scale, style = self._scale(key)
            value = None if rate.value is None else rate.value * scale
            stamp = (self._source(rate.source), shop_time(rate.at) if rate.at else "")
            note = noted(rate, self._words) or ("" if rate.value is not None else self._words["unknown"])
            cells = (self._words[key], value, rate.numerator, rate.denominator, *stamp, note)
            self._put(sheet, row, cells, (None, style))

    def _source(self, source: LiveSource | None) -> str:
        if source is None:
            return ""
        return self._words["order_source" if source is LiveSource.ORDERS else source.value]

    def _scale(self, key: str) -> tuple[float, Any]:
        if key.endswith("_fen"):
            return 0.01, self._money
        return (1, self._percent) if key in PERCENT else (1, self._number)

    def minutes(self, recap: Recap) -> None:
        sheet = self._sheet("minutes", ("minute", "time", "online", *COUNTED, "orders", "gmv_fen"), 12)
        sent = [name for name in COUNTED if any(getattr(one, name) for one in recap.minutes)]
        sold: dict[int, list[int]] = {}
        for at, amount in recap.sold or ():
            sold.setdefault(minute_of(at), []).append(amount)
        for row, one in enumerate(recap.minutes, 1):
            told = [getattr(one, name) if name in sent else None for name in COUNTED]
            amounts = sold.get(one.at, [])
            sums = (None, None) if recap.sold is None else (len(amounts), sum(amounts) / 100)
            cells = ((one.at - recap.begin_at) // MINUTE, shop_time(one.at), one.online, *told, *sums)
            self._put(sheet, row, cells, (None, None, self._number, *([None] * len(told)), None, self._money))

    def marks(self, recap: Recap) -> None:
        titles = (
            "time",
            "kind",
            "name",
            "measure",
            "before",
            "after",
            "difference",
            "lift",
            "low",
            "high",
            "n",
            "note",
        )
        sheet = self._sheet("marks", titles, 13)
        row = 0
        for one in recap.marks:
            for measure in MEASURES:
                row += 1
                lift, scale = one.lifts[measure], 0.01 if measure == "gmv_fen" else 1
                means = [
                    None if value is None else value * scale for value in (lift.before, lift.after, lift.difference)
                ]
                cells = (
                    *(shop_time(one.mark.at), self._words[one.mark.type.value], one.mark.text, self._words[measure]),
                    *(*means, lift.lift, lift.low, lift.high),
                    f"{lift.samples_before}/{lift.samples_after}",
                    self._words[f"doubt_{lift.doubt}"] if lift.doubt else "",
                )
                self._put(sheet, row, cells, (*([None] * 4), *([self._number] * 3), *([self._percent] * 3)))

    def items(self, recap: Recap) -> None:
        sheet = self._sheet("items", ("item_id", "item_clicks", "orders", "gmv_fen"))
        for row, one in enumerate(recap.items, 1):
            gmv = None if one.gmv_fen is None else one.gmv_fen / 100
            self._put(sheet, row, (one.item_id, one.clicks, one.orders, gmv), (None, None, None, self._money))

    def script(self, recap: Recap) -> None:
        """How it kept to the run sheet."""
        sheet = self._sheet("script", CUE_TITLES)
        for row, one in enumerate(cue_rows(recap, self._words), 1):
            self._put(sheet, row, one)

    def compared(self, recap: Recap) -> None:
        """The helper beside the most exact other source; below it what became of the money."""
        sheet = self._sheet("compared", ("figure", "helper_says", "other_says", "source", "difference", "note"))
        row = 0
        for row, one in enumerate(recap.compared, 1):
            scale, style = self._scale(one.key)
            pair = [None if rate.value is None else rate.value * scale for rate in (one.mine, one.other)]
            note = self._words["look"] if one.is_far else ""
            cells = (self._words[one.key], *pair, self._source(one.other.source), one.share, note)
            self._put(sheet, row, cells, (None, style, style, None, self._percent))
        for made in place_rows(recap, self._words):
            row += 1
            self._put(sheet, row, made, (None, None, self._money))
        after = recap.after
        if after is None:
            return
        ads = after.ads
        back = after.refunded_fen, self._read_at(LiveSource.ORDERS, after.read_at)
        told = self._read_at(LiveSource.ADS, None if ads is None else ads.read_at)
        lines: tuple[tuple[str, float | None, int | None, str], ...] = (
            (
                "orders",
                after.orders,
                after.gmv_fen,
                self._source(LiveSource.ORDERS) if after.orders is not None else "",
            ),
            ("refunds", after.refunded_orders, *back),
            ("refund_rate", after.refund_share, None, back[1]),
            ("after_sales_open", after.open_orders, None, back[1]),
            ("ads_cost", None, None if ads is None else ads.cost_fen, told),
            ("ads_gmv", None if ads is None else ads.orders, None if ads is None else ads.gmv_fen, told),
        )
        for place, (key, number, fen, stamp) in enumerate(lines, row + 2):
            style = self._percent if key == "refund_rate" else None
            note = self._words["ads_partial"] if key.startswith("ads") and recap.lacks_ads else ""
            cells = (self._words[key], number, None if fen is None else fen / 100, stamp, None, note)
            self._put(sheet, place, cells, (None, style, self._money))

    def _read_at(self, source: LiveSource, at: int | None) -> str:
        """Who says it, and as of when; empty where nobody was asked."""
        return "" if at is None else f"{self._source(source)} · {shop_time(at)}"

    def people(self, recap: Recap) -> None:
        """Who came back, and each PK beside the minutes before it."""
        sheet = self._sheet("fans", FAN_TITLES, 18)
        for row, one in enumerate(fan_rows(recap, self._words), 1):
            self._put(sheet, row, one, (None, self._percent))
        sheet = self._sheet("pks", PK_TITLES, 18)
        for row, pk in enumerate(pk_rows(recap), 1):
            scale, style = (0.01, self._money) if pk.measure == "gmv_fen" else (1, self._number)
            pair = [None if value is None else value * scale for value in (pk.before, pk.during)]
            note = self._words["end_assumed"] if pk.is_assumed else ""
            cells = (*span(pk), pk.name, self._words[f"{pk.measure}_a_minute"], *pair, pk.change, note)
            self._put(sheet, row, cells, (*([None] * 4), style, style, self._percent))
