"""The one table of after-sale states: what each word of either platform means, where that is written, how sure it is.

``documented``: the platform's own pages say so. ``listed``: a page names the value, what follows from it was inferred.
The sources are sections of the fact sheets. Whatever is not in the table reads as UNKNOWN and is shown as the platform
wrote it; it is never guessed.
"""

from typing import Final, Literal

import msgspec

from console.core.model import AfterSaleStatus, Platform

Confidence = Literal["documented", "listed"]


class AfterSaleState(msgspec.Struct, frozen=True):
    """One row: a platform's word, our state, the platform's meaning in few words, where it is written."""

    platform: Platform
    code: str
    status: AfterSaleStatus
    says: str
    source: str
    confidence: Confidence = "documented"


_K, _Y = Platform.KUAISHOU, Platform.YOUZAN
_S = AfterSaleStatus
_KS, _YZ = "Kuaishou 3.4.2", "Youzan 9.3"

STATES: Final = (
    AfterSaleState(_K, "10", _S.WAIT_SELLER, "refund only, applied for", _KS),
    AfterSaleState(_K, "11", _S.WAIT_SELLER, "return and refund, or exchange, applied for", _KS),
    AfterSaleState(_K, "12", _S.REFUSED, "refused by the seller, the buyer's turn", _KS, "listed"),
    AfterSaleState(_K, "20", _S.PLATFORM, "platform decides a refund", _KS),
    AfterSaleState(_K, "21", _S.PLATFORM, "platform decides a return", _KS),
    AfterSaleState(_K, "22", _S.PLATFORM, "platform decided for a return, which the seller confirms", _KS),
    AfterSaleState(_K, "30", _S.WAIT_BUYER_RETURN, "agreed, the buyer sends the goods back", _KS),
    AfterSaleState(_K, "40", _S.WAIT_SELLER_RECEIPT, "sent back, the seller confirms the goods", _KS),
    AfterSaleState(_K, "45", _S.WAIT_BUYER_RECEIPT, "exchange sent, the buyer confirms", _KS),
    AfterSaleState(_K, "50", _S.REFUNDING, "the refund is being executed", _KS),
    AfterSaleState(_K, "60", _S.SUCCESS, "refunded, or exchanged", _KS),
    AfterSaleState(_K, "70", _S.CLOSED, "failed or closed", _KS),
    AfterSaleState(_Y, "WAIT_SELLER_AGREE", _S.WAIT_SELLER, "applied for", _YZ),
    AfterSaleState(_Y, "SELLER_REFUSE_BUYER", _S.REFUSED, "refused by the seller", _YZ),
    AfterSaleState(_Y, "WAIT_BUYER_RETURN_GOODS", _S.WAIT_BUYER_RETURN, "agreed, the buyer sends goods back", _YZ),
    AfterSaleState(_Y, "WAIT_SELLER_CONFIRM_GOODS", _S.WAIT_SELLER_RECEIPT, "sent back, the seller confirms", _YZ),
    AfterSaleState(_Y, "SELLER_REFUSE_BUYER_RETURN_GOODS", _S.REFUSED, "goods refused by the seller", _YZ),
    AfterSaleState(_Y, "SELLER_RETURN_GOODS", _S.WAIT_BUYER_RECEIPT, "exchange sent", _YZ, "listed"),
    AfterSaleState(_Y, "CUSTOMER_SERVICE_IN", _S.PLATFORM, "customer service decides", _YZ, "listed"),
    AfterSaleState(_Y, "SUCCESS", _S.SUCCESS, "refunded; the money may still be on its way", _YZ),
    AfterSaleState(_Y, "CLOSED", _S.CLOSED, "closed", _YZ),
)
"""Every state that is known of, as both platforms write it."""

_BY_WORD = {(state.platform, state.code): state for state in STATES}


def state_of(platform: Platform, code: str) -> AfterSaleStatus:
    """What a platform's word means."""
    found = _BY_WORD.get((platform, code))
    return AfterSaleStatus.UNKNOWN if found is None else found.status
