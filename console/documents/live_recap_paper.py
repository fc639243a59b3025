"""A show as a PDF: the workbook's figures with their stamps, the curve drawn, and what became of the money."""

import base64
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen, QPolygonF

from console.core.clock import MINUTE
from console.core.clock import format_shop_time as shop_time
from console.core.money import yuan
from console.documents.live_recap import FIGURES, PERCENT, Words, noted, recap_words
from console.documents.live_recap_people import FAN_TITLES, PK_TITLES, PkRow, fan_rows, pk_rows, span
from console.documents.live_recap_script import place_rows
from console.documents.paper import write_pdf
from console.rules.live import Rate, minute_of
from console.rules.live_lift import Lift
from console.rules.live_recap import MEASURES, Recap
from console.rules.live_reconcile import is_settled

FAMILIES: Final = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "sans-serif")
WIDE, HIGH = 1_500, 420  # of the curve, pixels
SHOWN_WIDE: Final = 1_008  # of the page
SOLD_HIGH: Final = 110
HEAD, GROUNDS = "#EAECF0", ("#FFFFFF", "#F7F8FA")
BLUE, ORANGE, GREY, CUT = "#2F6BEB", "#C2560A", "#98A2B3", "#FDEBC8"
NOTHING: Final = "—"
MOST_ITEMS: Final = 60


def write_recap_paper(path: Path, recap: Recap, lang: Literal["zh_CN", "en"], now: int) -> None:
    """Write it whole, or nothing. Blocks. Raises OSError."""
    words = recap_words(lang)
    foot = f"{words['recap']} · {recap.title or recap.session_id} · {{page}}/{{pages}}"
    write_pdf(path, page(recap, words, now), words["recap"], foot.replace("\n", " "), list(FAMILIES))


def page(recap: Recap, words: Words, now: int) -> str:
    """The whole recap as HTML."""
    state = words["ended"] if recap.is_ended else words["last_row"]
    head = f"{shop_time(recap.begin_at)} – {shop_time(recap.end_at)} ({state})"
    cuts = f" · {words['cuts']} {len(recap.parts) - 1}" if len(recap.parts) > 1 else ""
    return "".join(
        (
            f"<h2>{escape(words['recap'])} {escape(recap.title)}</h2>",
            f"<p>{escape(head + cuts)} · {escape(words['made'])} {shop_time(now)}</p>",
            _figures(recap, words),
            f"<h3>{escape(words['curve'])}</h3>",
            f"<p><img width='{SHOWN_WIDE}' src='data:image/png;base64,{curve(recap)}'></p>",
            f"<p><span style='color:{BLUE}'>■</span> {escape(words['online'])} &nbsp; "
            f"<span style='color:{ORANGE}'>■</span> {escape(words['per_minute'])}</p>",
            _marks(recap, words),
            _items(recap, words),
            _compared(recap, words),
            _money(recap, words, now),
            _people(recap, words),
        )
    )


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th align='left'>{escape(title)}</th>" for title in titles)
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    body = "".join(f"<tr bgcolor='{GROUNDS[number % 2]}'>{line}</tr>" for number, line in enumerate(lines))
    return f"<table width='100%' cellspacing='0' cellpadding='4'><tr bgcolor='{HEAD}'>{head}</tr>{body}</table>"


def value(key: str, rate: Rate) -> str:
    """A figure as it is read; a dash where nobody tells it."""
    if rate.value is None:
        return NOTHING
    if key.endswith("_fen"):
        return yuan(round(rate.value))
    if key in PERCENT:
        return f"{rate.value:.1%}"
    if key == "stay":
        return f"{rate.value:.0f}"
    return f"{rate.value:,.0f}"


def _source(rate: Rate, words: Words) -> str:
    if rate.source is None:
        return words["unknown"]
    return words["order_source" if rate.source.value == "orders" else rate.source.value]


def _figures(recap: Recap, words: Words) -> str:
    rows = []
    for key in FIGURES:
        rate = recap.figures.get(key, Rate())
        stamp = shop_time(rate.at) if rate.at else NOTHING
        rows.append((words[key], value(key, rate), _source(rate, words), stamp, noted(rate, words)))
    return _table([words[name] for name in ("figure", "value", "source", "as_of", "note")], rows)


def _marks(recap: Recap, words: Words) -> str:
    rows = [
        (
            shop_time(one.mark.at)[11:],
            one.mark.text or words[one.mark.type.value],
            words[measure],
            *_lift(one.lifts[measure], 0.01 if measure == "gmv_fen" else 1.0, words),
        )
        for one in recap.marks
        for measure in MEASURES
    ]
    titles = ("time", "name", "measure", "before", "after", "difference", "lift", "n", "note")
    return f"<h3>{escape(words['marks'])}</h3>" + _table([words[name] for name in titles], rows)


def _lift(lift: Lift, scale: float, words: Words) -> tuple[str, ...]:
    means = [NOTHING if one is None else f"{one * scale:,.1f}" for one in (lift.before, lift.after, lift.difference)]
    trusted = lift.lift is not None and not lift.doubt
    share = f"{lift.lift:+.0%}" if trusted else NOTHING
    doubt = words[f"doubt_{lift.doubt}"] if lift.doubt else ""
    return (*means, share, f"{lift.samples_before}/{lift.samples_after}", doubt)


def _items(recap: Recap, words: Words) -> str:
    back = {} if recap.after is None else recap.after.by_item
    rows = []
    for one in recap.items[:MOST_ITEMS]:
        sold, refunded = back.get(one.item_id, (0, 0))
        counts = [NOTHING if number is None else f"{number:,}" for number in (one.clicks, one.orders)]
        money = NOTHING if one.gmv_fen is None else yuan(one.gmv_fen)
        rows.append((one.item_id, *counts, money, f"{refunded / sold:.1%}" if sold else NOTHING))
    titles = ("item_id", "item_clicks", "orders", "gmv_fen", "refund_share")
    return f"<h3>{escape(words['items'])}</h3>" + _table([words[name] for name in titles], rows)


def _compared(recap: Recap, words: Words) -> str:
    rows = []
    for one in recap.compared:
        share = NOTHING if one.share is None else f"{one.share:+.1%}"
        names = (_source(one.mine, words), _source(one.other, words))
        pairs = (f"{value(one.key, one.mine)} ({names[0]})", f"{value(one.key, one.other)} ({names[1]})")
        rows.append((words[one.key], *pairs, share, words["look"] if one.is_far else ""))
    titles = ("figure", "helper_says", "other_says", "difference", "note")
    return f"<h3>{escape(words['compared'])}</h3>" + _table([words[name] for name in titles], rows)


def _money(recap: Recap, words: Words, now: int) -> str:
    after = recap.after
    if after is None:
        return ""
    settled = words["settled" if is_settled(recap.end_at, now) else "changing"]
    share = NOTHING if after.refund_share is None else f"{after.refund_share:.1%}"
    back = NOTHING if after.refunded_fen is None else f"{yuan(after.refunded_fen)} ({share}, {after.refunded_orders})"
    known = after.orders is not None and after.gmv_fen is not None
    sold = f"{after.orders:,} · {yuan(after.gmv_fen or 0)}" if known else NOTHING
    read_at = "" if after.read_at is None else f" · {words['as_of']} {shop_time(after.read_at)}"
    rows = [
        (words["orders"], sold, words["by_payment"] if known else words["unknown"]),
        (words["refunds"], back, settled + read_at),
        (words["after_sales_open"], NOTHING if after.open_orders is None else f"{after.open_orders:,}", ""),
    ]
    if after.ads is not None:
        roi = NOTHING if after.ads.roi is None else f"{after.ads.roi:.2f}"
        cost, gmv = (NOTHING if fen is None else yuan(fen) for fen in (after.ads.cost_fen, after.ads.gmv_fen))
        notes = [words["whole_hours"], *([words["ads_partial"]] if recap.lacks_ads else [])]
        notes += [] if after.ads.read_at is None else [f"{words['as_of']} {shop_time(after.ads.read_at)}"]
        rows.append((words["ads"], f"{cost} · {gmv} · ROI {roi}", " · ".join(notes)))
    for name, number, money in place_rows(recap, words):
        rows.append((name, f"{number:,}" if money is None else f"{number:,} · {yuan(round(money * 100))}", ""))
    return f"<h3>{escape(words['money'])}</h3>" + _table([words[name] for name in ("figure", "value", "note")], rows)


def _people(recap: Recap, words: Words) -> str:
    """Who came back, and each PK beside the minutes before it."""
    fans = [
        (name, NOTHING if share is None else f"{share:.0%}", NOTHING if back is None else f"{back:,}", f"{of:,}", why)
        for name, share, back, of, why in fan_rows(recap, words)
    ]
    told = f"<h3>{escape(words['fans'])}</h3>" + _table([words[name] for name in FAN_TITLES], fans) if fans else ""
    pks = [_pk(one, words) for one in pk_rows(recap)]
    return told + (f"<h3>{escape(words['pks'])}</h3>" + _table([words[name] for name in PK_TITLES], pks) if pks else "")


def _pk(one: PkRow, words: Words) -> tuple[str, ...]:
    def said(value: float | None) -> str:
        if value is None:
            return NOTHING
        return yuan(round(value)) if one.measure == "gmv_fen" else f"{value:,.1f}"

    change = NOTHING if one.change is None else f"{one.change:+.0%}"
    begin, end = (time[11:] for time in span(one))
    note = words["end_assumed"] if one.is_assumed else ""
    return begin, end, one.name, words[f"{one.measure}_a_minute"], said(one.before), said(one.during), change, note


# -- the curve ---------------------------------------------------------------------------------------------------------


def curve(recap: Recap) -> str:
    """Who watched, minute by minute, above what was sold; cuts are left open. A PNG in base64."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    begin = minute_of(recap.begin_at)
    span = max(MINUTE, recap.end_at - begin)
    for before, after in zip(recap.parts, recap.parts[1:], strict=False):
        left, right = (WIDE * (at - begin) / span for at in (before[1], after[0]))
        painter.fillRect(QRectF(left, 0, max(2.0, right - left), HIGH), QColor(CUT))
    _line(painter, recap, begin, span)
    _bars(painter, recap, begin, span)
    painter.setPen(QPen(QColor(GREY), 1, Qt.PenStyle.DotLine))
    for one in recap.marks:
        x = WIDE * (one.mark.at - begin) / span
        painter.drawLine(QPointF(x, 0), QPointF(x, HIGH))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return base64.b64encode(content.data()).decode()


def _line(painter: QPainter, recap: Recap, begin: int, span: int) -> None:
    told = [(one.at, one.online) for one in recap.minutes if one.online is not None]
    top = max((people for _, people in told), default=0.0) or 1.0
    room = HIGH - SOLD_HIGH - 20
    painter.setPen(QPen(QColor(BLUE), 3))
    line = QPolygonF()
    before = begin
    for at, people in told:
        if at - before > 2 * MINUTE:  # nothing was told in between: no line either
            painter.drawPolyline(line)
            line = QPolygonF()
        line.append(QPointF(WIDE * (at - begin) / span, room - room * 0.95 * people / top + 4))
        before = at
    painter.drawPolyline(line)
    painter.setPen(QPen(QColor(GREY), 1))
    painter.drawLine(QPointF(0, room + 4), QPointF(WIDE, room + 4))


def _bars(painter: QPainter, recap: Recap, begin: int, span: int) -> None:
    sums: dict[int, int] = {}
    for at, amount in recap.sold or ():
        sums[minute_of(at)] = sums.get(minute_of(at), 0) + amount
    top = max(sums.values(), default=0) or 1
    wide = max(1.0, WIDE * MINUTE / span - 1)
    for at, amount in sums.items():
        high = SOLD_HIGH * amount / top
        painter.fillRect(QRectF(WIDE * (at - begin) / span, HIGH - high, wide, high), QColor(ORANGE))
