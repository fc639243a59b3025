"""Where a trade came from, and the number it had there.

Youzan publishes no field for a Kuaishou number. It sits in ``out_order_info`` where a trade was imported with the
permission for it, in the lines' ``outer_oid`` where the importer gave one, else in the seller's memo, written there by
whoever imported it.
"""

import re
from collections.abc import Iterable

from console.core.model import EXTERNAL
from console.platforms.youzan.values import Loose, text
from console.platforms.youzan.wire import FullOrderInfo, TradeLine

_EXTERNAL_PAYMENT = "203"  # pay_type OUTSIDE_PAYMENT
_OWN_CHANNELS = frozenset({"", "0", "YOUZAN"})
# Importers that are themselves a place of sale. All others (110 generic third party, 100 CRM, a name we never saw)
# only say that the trade came from outside.
_PLACES_OF_SALE = frozenset({"ELEME_FOOD", "MEITUAN_FOOD", "CANDAO", "GUANYI"})
_MEMO_NUMBER = re.compile(r"(?:快手|kuaishou|(?<![a-z])ks(?![a-z]))[^\d]{0,16}(\d{16})(?!\d)", re.IGNORECASE)


def source(info: FullOrderInfo) -> str:
    """``external`` for imported trades, else the platform's word for where it was sold (``wx``, ``browser``, …)."""
    order = info.order_info
    channel = text(order.channel_type).upper()
    if channel in _PLACES_OF_SALE:
        return channel.lower()
    if channel not in _OWN_CHANNELS or text(order.pay_type) == _EXTERNAL_PAYMENT:
        return EXTERNAL
    place = info.source_info.source if info.source_info is not None else None
    return text(place.platform) if place is not None else ""


def outer_no(info: FullOrderInfo) -> str:
    """The other platform's order number, or empty; two different ones in one place count as none."""
    if info.out_order_info is not None:
        number = text(info.out_order_info.out_order_no)
        if number:
            return number
    return _common(_outer_line_nos(info.orders or ())) or _in_memo(info)


def _outer_line_nos(lines: Iterable[TradeLine]) -> Iterable[str]:
    return (text(line.outer_oid) for line in lines)


def _in_memo(info: FullOrderInfo) -> str:
    """A number as long as Kuaishou's (16 digits) after its name; any other number may be a phone or a waybill."""
    memo: Loose = info.remark_info.trade_memo if info.remark_info is not None else None
    return _common(_MEMO_NUMBER.findall(text(memo)))


def _common(numbers: Iterable[str]) -> str:
    distinct = {number for number in numbers if number}
    return distinct.pop() if len(distinct) == 1 else ""
