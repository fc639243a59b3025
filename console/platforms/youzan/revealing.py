"""``youzan.cloud.secret.decrypt.single`` 1.0.0 {source} → data, the plain text [sheet 15, doc].

It wants the token of the same app and the same shop that was given the cipher text; what it says to another one is not
documented [inferred: a refusal]. An app without data encryption is given plain text, of which only the mask is kept:
its trade is read at the click, then, and the text goes no further than to whoever clicked.
"""

import msgspec

from console.core.errors import Refused
from console.core.model import Platform
from console.core.revealing import Field, Plain
from console.platforms.youzan import wire
from console.platforms.youzan.calls import Calls
from console.platforms.youzan.secrets import is_encrypted
from console.platforms.youzan.values import text

_plain = msgspec.json.Decoder(str | None)
_trade = wire.decoder(wire.TradeRow)
_NO_PERMISSION = frozenset({"youzan.4005", "youzan.4204"})
_NOT_OPENED = ("解密", "密文")


async def reveal(calls: Calls, order_no: str, field: Field, cipher: str) -> Plain:
    """The text of one field of this trade. Raises Trouble."""
    return await _opened(calls, cipher) if cipher else await _as_given(calls, order_no, field)


async def _opened(calls: Calls, cipher: str) -> Plain:
    try:
        said = await calls.read_once("youzan.cloud.secret.decrypt.single", "1.0.0", {"source": cipher}, _plain)
    except Refused as trouble:
        raise _plainer(trouble) from None
    if not said:
        raise Refused("reveal.empty", platform=Platform.YOUZAN)
    if is_encrypted(said):
        raise Refused("reveal.mismatch", platform=Platform.YOUZAN)
    return Plain(said)


async def _as_given(calls: Calls, order_no: str, field: Field) -> Plain:
    """What the trade itself holds; encryption may have been switched on since it was read last."""
    row = await calls.read_once("youzan.trade.get", "4.0.2", {"tid": order_no}, _trade)
    place = row.full_order_info.address_info or wire.AddressInfo()
    said = text(
        {
            Field.NAME: place.receiver_name,
            Field.PHONE: place.receiver_tel,
            Field.ADDRESS: place.delivery_address,
        }[field]
    )
    if is_encrypted(said):
        return await _opened(calls, said)
    if not said:
        raise Refused("reveal.empty", platform=Platform.YOUZAN)
    if "*" in said:
        raise Refused("reveal.masked", platform=Platform.YOUZAN)
    return Plain(said)


def _plainer(trouble: Refused) -> Refused:
    if trouble.code in _NO_PERMISSION:
        return Refused("reveal.not_granted", platform=Platform.YOUZAN, detail=trouble.detail)
    if any(sign in trouble.detail for sign in _NOT_OPENED):
        return Refused("reveal.mismatch", platform=Platform.YOUZAN, detail=trouble.detail)
    return trouble
