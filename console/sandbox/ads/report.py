"""``gw/esp/report/accountReport`` (fact sheet 2.3): the account by hour, by day or in total.

Money is yuan as a double, one column is a text, ids are texts, what cannot be said is null, and a ratio now and then
exceeds 1, as in the platform's own samples.
"""

from collections.abc import Callable

from console.sandbox.ads.kept import PLATFORM
from console.sandbox.ads.params import Body
from console.sandbox.ads.refusals import Json, Refused, invalid
from console.sandbox.ads.spend import SHARE, Figures, by_hour
from console.sandbox.clock import DAY, shop_datetime
from console.sandbox.context import Context
from console.sandbox.faults import disturb
from console.sandbox.hours import midnight
from console.sandbox.sales import LIVE, SHORT_VIDEO

DAYS, HOURS, TOTAL = 1, 2, 3
VERSIONS = {1, 2, 3}
OBJECTIVES = {1: (), 2: (LIVE,), 3: (SHORT_VIDEO,), 4: ()}  # marketing_objective → where it sells
MOST_ROWS = 200  # ours
SPAN = 7 * DAY  # ours, as the sibling reports have it
HOURS_REACH = 6 * DAY  # hourly rows of the last 7 days, today among them


def _yuan(fen: int) -> float:
    return fen / 100


def _ratio(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


COLUMNS: dict[str, Callable[[Figures], object]] = {
    "cost_total": lambda f: _yuan(f.cost),
    "ad_show": lambda f: f.ad_show,
    "ad_show1k_cost": lambda f: _ratio(f.cost * 10, f.ad_show),
    "show_cnt": lambda f: f.show,
    "live_play_cnt": lambda f: f.live_views if f.live_minutes else None,
    "live_play_cnt_cost": lambda f: _ratio(f.cost / 100, f.live_views),
    "esp_live_played_seconds": lambda f: _ratio(f.watched_s, f.live_views),
    "item_entrance_clk_cnt": lambda f: f.cart_clicks if f.live_minutes else None,
    "item_card_clk_cnt": lambda f: f.item_clicks,
    "event_order_submit": lambda f: f.submitted,
    "paied_order": lambda f: f.direct_orders,
    "gmv": lambda f: _yuan(f.direct_gmv),
    "roi": lambda f: _ratio(f.direct_gmv, f.cost),
    "t0_order_cnt": lambda f: f.orders,
    "t0_gmv": lambda f: _yuan(f.gmv),
    "t0_roi": lambda f: _ratio(f.gmv, f.cost),
    "t0_order_payment_amt": lambda f: f"{f.gmv / 100:.2f}",
    "net_t0_order_cnt": lambda f: f.net_orders,
    "net_t0_gmv": lambda f: _yuan(f.net_gmv),
    "net_t0_roi": lambda f: _ratio(f.net_gmv, f.cost),
    "ad_merchant_follow": lambda f: f.followers if f.live_minutes else None,
    "live_comment": lambda f: f.comments if f.live_minutes else None,
    "played_end": lambda f: f.plays_ended,
    "play_end_ratio": lambda f: _ratio(f.plays_ended, f.plays) if f.plays % 41 else 1.0203,
}


def account_report(ctx: Context, body: Body, now: int) -> Json:
    """``data`` of the answer."""
    begin, end = body.whole("start_time", 0), body.whole("end_time", 0)
    wanted = body.texts("select_columns")
    group = body.whole("group_type", DAYS, TOTAL)
    body.whole("query_version", min(VERSIONS), max(VERSIONS))
    page = body.child("page_info")
    number, size = page.whole("current_page", 1), page.whole("page_size", 1, MOST_ROWS)
    if ctx.strict:
        page.whole("total_count", 0)
        _check_columns(wanted)
    _check_window(begin, end, group, now)
    hourly = by_hour(ctx.world, midnight(begin), midnight(end) + DAY - 1, now, _carriers(body))
    buckets = list(_grouped(hourly, group).items())
    author = str(ctx.world.ks_seller_id)
    offset = (number - 1) * size
    if number > 1:
        offset += ctx.faults.shift(PLATFORM)
    rows = [_row(wanted, name, figures, author) for name, figures in buckets[offset : offset + size]]
    total = Figures()
    for figures in hourly.values():
        total.add(figures)
    return {
        "sum": _row(wanted, "", total, author),
        "detail": disturb(rows, ctx.faults, PLATFORM, spoil=_spoilt),
        "total_count": len(buckets),
    }


def _check_columns(wanted: list[str]) -> None:
    for name in wanted:
        if name not in COLUMNS and name not in ("report_date_str", "author_id"):
            raise invalid("select_columns")


def _check_window(begin: int, end: int, group: int, now: int) -> None:
    if begin > end or end - begin >= SPAN:
        raise invalid("end_time")
    if group == HOURS and begin < midnight(now) - HOURS_REACH:
        raise Refused(401003, "小时报表仅支持查询近7天数据")  # ours


def _carriers(body: Body) -> tuple[int, ...]:
    if "select_param" not in body:
        return tuple(SHARE)
    return OBJECTIVES[body.child("select_param").whole("marketing_objective", min(OBJECTIVES), max(OBJECTIVES))]


def _grouped(hourly: dict[int, Figures], group: int) -> dict[str, Figures]:
    """Buckets by name; how the platform writes an hour is not known, this is ours."""
    if group == HOURS:
        return {f"{shop_datetime(hour):%Y-%m-%d %H:00}": figures for hour, figures in hourly.items()}
    found: dict[str, Figures] = {}
    for hour, figures in hourly.items():
        name = f"{shop_datetime(hour):%Y-%m-%d}" if group == DAYS else ""
        found.setdefault(name, Figures()).add(figures)
    return found


def _row(wanted: list[str], name: str, figures: Figures, author: str) -> Json:
    row: Json = {"report_date_str": name}
    row.update({column: COLUMNS[column](figures) for column in wanted if column in COLUMNS})
    if "author_id" in wanted:
        row["author_id"] = author
    return row


def _spoilt(row: Json) -> Json:
    return {**row, "cost_total": {"nonsense": True}}
