"""The rows of the hourly report as nouns. Pure; a figure that is missing or ``-`` stays unknown and is never 0."""

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from console.core.bounds import MOST
from console.core.clock import parse_shop_time
from console.core.model import AdHour
from console.platforms.kuaishou_ads.wire import HourRow, Loose

_NOT_SAID = frozenset(("", "-", "--", "—", "null"))
# The form of an hour's name is printed nowhere: day, then hour, perhaps with what follows the hour.
_HOUR = re.compile(r"(\d{4})[-/]?(\d{2})[-/]?(\d{2})[ T]*(\d{1,2})(?:$|[:点时\s~-].*)")


def to_ad_hour(row: HourRow, advertiser_id: str) -> AdHour:
    """One hour. Raises ValueError, whose text names the field and no value."""
    return AdHour(
        advertiser_id=advertiser_id,
        begin_at=to_hour(row.report_date_str),
        cost_fen=_fen(row, "cost_total"),
        ad_impressions=_count(row, "ad_show"),
        impressions=_count(row, "show_cnt"),
        live_views=_count(row, "live_play_cnt"),
        watched_s=_real(row, "esp_live_played_seconds"),
        cart_clicks=_count(row, "item_entrance_clk_cnt"),
        item_clicks=_count(row, "item_card_clk_cnt"),
        orders_submitted=_count(row, "event_order_submit"),
        orders=_count(row, "t0_order_cnt"),
        gmv_fen=_fen(row, "t0_gmv"),
        paid_fen=_fen(row, "t0_order_payment_amt"),
        net_orders=_count(row, "net_t0_order_cnt"),
        net_gmv_fen=_fen(row, "net_t0_gmv"),
        direct_orders=_count(row, "paied_order"),
        direct_gmv_fen=_fen(row, "gmv"),
        new_followers=_count(row, "ad_merchant_follow"),
        comments=_count(row, "live_comment"),
        plays_completed=_count(row, "played_end"),
        completion=_real(row, "play_end_ratio"),
    )


def to_hour(said: Loose) -> int:
    """The hour's first instant, ms UTC, of its name in shop time. Raises ValueError; a whole day is no hour."""
    found = _HOUR.fullmatch(str(said).strip())
    if found is None:
        raise ValueError("Expected an hour - at `$.report_date_str`")
    year, month, day, hour = found.groups()
    try:
        return parse_shop_time(f"{year}-{month}-{day} {int(hour):02d}:00:00")
    except ValueError:
        raise ValueError("Expected an hour - at `$.report_date_str`") from None


def _number(row: HourRow, name: str) -> Decimal | None:
    said: Loose = getattr(row, name)
    text = "" if said is None else str(said).strip()
    if text in _NOT_SAID:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) > MOST // 100:  # it may be yuan
        raise ValueError(f"Expected a number - at `$.{name}`")
    return value


def _fen(row: HourRow, name: str) -> int | None:
    """Yuan [inferred] as fen; the platform's doubles are rounded, for they carry tails such as 12.340000000000002."""
    value = _number(row, name)
    return None if value is None else int((value * 100).to_integral_value(ROUND_HALF_UP))


def _count(row: HourRow, name: str) -> int | None:
    value = _number(row, name)
    if value is not None and value != value.to_integral_value():
        raise ValueError(f"Expected a whole number - at `$.{name}`")
    return None if value is None else int(value)


def _real(row: HourRow, name: str) -> float | None:
    value = _number(row, name)
    return None if value is None else float(value)
