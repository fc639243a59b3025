"""The ads platform's own words, only the fields we use [sheet 2.1-2.3].

Decoding is tolerant where the sheet is in doubt: unknown fields are ignored, ids come as numbers, as text or as null,
and so do figures. A row that still does not fit is bad by itself: pages are decoded with raw rows.

Money is yuan (a number, once a text) [inferred], times are ms or shop-time text, ratios 0…1, which do exceed 1.
"""

from typing import TypeVar

import msgspec

from console.core.errors import Unreadable
from console.core.model import ADS
from console.net.decoding import decode

T = TypeVar("T")

Loose = int | float | str | None
_LONGEST_ID = 19  # digits of a long


class Wire(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of everything below: snake_case on the wire."""


class Envelope(Wire, frozen=True):
    """Around every answer; ``code`` 0 is success, and nothing else is. HTTP 200 either way."""

    code: int
    message: Loose = None
    request_id: Loose = None
    data: msgspec.Raw = msgspec.Raw(b"null")


class TokenPair(Wire, frozen=True):
    """2.1. ``advertiser_id`` and its plural may or may not be there."""

    access_token: str | None = None
    access_token_expires_in: int | None = None  # s
    refresh_token: str | None = None
    refresh_token_expires_in: int | None = None  # s
    advertiser_id: Loose = None
    advertiser_ids: list[Loose] | None = None


class Accounts(Wire, frozen=True):
    """2.1 approval/list: the ads accounts a token speaks for."""

    details: list[Loose] | None = None
    is_end: bool | None = msgspec.field(default=None, name="isEnd")


class HourRow(Wire, frozen=True):
    """One row of 2.3 with ``group_type`` 2; ``COLUMNS`` are asked for by these very names."""

    report_date_str: Loose
    cost_total: Loose = None
    ad_show: Loose = None
    show_cnt: Loose = None
    live_play_cnt: Loose = None
    esp_live_played_seconds: Loose = None
    item_entrance_clk_cnt: Loose = None
    item_card_clk_cnt: Loose = None
    event_order_submit: Loose = None
    t0_order_cnt: Loose = None
    t0_gmv: Loose = None
    t0_order_payment_amt: Loose = None
    net_t0_order_cnt: Loose = None
    net_t0_gmv: Loose = None
    paied_order: Loose = None  # sic
    gmv: Loose = None
    ad_merchant_follow: Loose = None
    live_comment: Loose = None
    played_end: Loose = None
    play_end_ratio: Loose = None


COLUMNS = HourRow.__struct_fields__


class Report(Wire, frozen=True):
    """2.3 ``data``."""

    detail: list[msgspec.Raw] | None = None
    total_count: int | None = None


def read(raw: bytes | msgspec.Raw, kind: type[T]) -> T:
    """``raw`` as a ``kind`` where the whole answer hangs on it. Raises Unreadable."""
    try:
        return decode(raw, kind)
    except msgspec.ValidationError as error:
        raise nonsense(str(error)) from None
    except msgspec.DecodeError:
        raise Unreadable("wire.not_json", platform=ADS) from None


def nonsense(detail: str) -> Unreadable:
    """The answer is JSON, but not what was agreed."""
    return Unreadable("wire.envelope", platform=ADS, detail=detail)


def ids(values: list[Loose] | None) -> tuple[str, ...]:
    """Ids as text; what is no positive number is left out."""
    texts = (str(value).strip() for value in values or () if not isinstance(value, float))
    return tuple(text for text in texts if text.isdecimal() and len(text) <= _LONGEST_ID and text.strip("0"))
