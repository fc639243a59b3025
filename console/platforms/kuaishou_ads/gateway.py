"""What an ads account can be asked: its report by the hour [sheet 2.3]."""

import hashlib
import re
from collections.abc import Sequence
from functools import partial

import msgspec

from console.core.clock import DAY, MINUTE, SECOND, Clock, day_start
from console.core.errors import Refused
from console.core.gateway import BadRow, Page, Window, WindowRule
from console.core.model import ADS, AdHour
from console.net.channel import Channel
from console.net.decoding import decode
from console.net.tokens import TokenKeeper
from console.platforms.kuaishou_ads import oauth, wire
from console.platforms.kuaishou_ads.calls import Calls
from console.platforms.kuaishou_ads.mapping import to_ad_hour

_BY_HOUR = 2  # group_type
_DESK_AND_PHONE = 3  # query_version: plans made on either
_ROWS_A_PAGE = 50  # two days; how many are allowed is printed nowhere
_HOUR_NAME = re.compile(rb'"report_date_str"\s*:\s*"([^"\\]{1,40})"')


class AdsGateway:
    """SupportsAds of the ads account named by ``Credentials.grant_id``."""

    # Hourly rows are there for 7 days, today among them: a window that begins 6 days ago touches nothing older.
    # Figures lag 1 to 10 minutes [inferred]; orders and refunds of the ad's own day still revise yesterday's hours.
    ad_windows = WindowRule(span_ms=DAY, reach_ms=6 * DAY, lag_ms=10 * MINUTE, overlap_ms=DAY)

    def __init__(self, channel: Channel, keeper: TokenKeeper, clock: Clock) -> None:
        self._channel = channel
        self._keeper = keeper
        self._calls = Calls(channel, keeper, clock)

    @property
    def calls(self) -> int:
        """Attempts made over the network so far."""
        return self._channel.calls

    async def aclose(self) -> None:
        """Let a running token refresh end, then close the connections."""
        await self._keeper.settle()
        await self._channel.aclose()

    async def accounts(self) -> tuple[str, ...]:
        """The ads accounts the token speaks for. The harmless first call of a binding."""
        return await self._calls.with_token(partial(oauth.accounts, self._channel))

    async def ad_hours(self, window: Window, cursor: str | None) -> Page[AdHour]:
        """The hours of the shop days that ``window`` touches; an hour in which nothing ran may have no row."""
        advertiser_id = (await self._calls.credentials()).grant_id
        if not advertiser_id.isdecimal():
            raise Refused("kuaishou_ads.401001", platform=ADS, detail=advertiser_id, sent=False)
        number = int(cursor or 1)
        body = {
            "advertiser_id": int(advertiser_id),
            "start_time": day_start(window.begin_at),
            "end_time": day_start(window.end_at - 1) + DAY - SECOND,  # as recorded: the day's last second
            "select_columns": wire.COLUMNS,
            "group_type": _BY_HOUR,
            "query_version": _DESK_AND_PHONE,
            "page_info": {"current_page": number, "page_size": _ROWS_A_PAGE, "total_count": 0},
        }
        report = await self._calls.read("gw/esp/report/accountReport", body, wire.Report)
        if report.detail is None and report.total_count is None:
            raise wire.nonsense("no rows and no count of them")
        rows, bad = _rows(report.detail or (), advertiser_id)
        seen = number * _ROWS_A_PAGE
        last = not report.detail or (report.total_count is not None and seen >= report.total_count)
        return Page(rows=rows, bad=bad, cursor=None if last else str(number + 1), total=report.total_count)


def _rows(raws: Sequence[msgspec.Raw], advertiser_id: str) -> tuple[list[AdHour], list[BadRow]]:
    """Each row by itself: the one that does not fit is put aside with its text."""
    rows: list[AdHour] = []
    bad: list[BadRow] = []
    for raw in raws:
        try:
            rows.append(to_ad_hour(decode(raw, wire.HourRow), advertiser_id))
        except (msgspec.MsgspecError, ValueError) as error:
            text = bytes(raw)
            key = f"{advertiser_id}@{_name(text)}"
            bad.append(BadRow(key=key, raw=text.decode("utf-8", "replace"), reason=str(error)))
    return rows, bad


def _name(raw: bytes) -> str:
    """The hour as the row names it, else "?" and a digest."""
    found = _HOUR_NAME.search(raw)
    return found[1].decode("utf-8", "replace") if found else "?" + hashlib.sha256(raw).hexdigest()[:16]
