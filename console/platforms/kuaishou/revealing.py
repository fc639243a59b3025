"""``open.order.decrypt.batch`` [sheet 5, K5004, K5005]: the call takes a hundred, we give it one.

The platform wants plain text asked for by a person, field by field, and never again after it said no. Method, fields
and ``errorCode`` 1 for done are documented [doc]; the numbers of its refusals are not, so that what it means is read
off its words [inferred], and words we do not know are handed on as they are. The answer stands beside ``data`` [doc].
"""

from console.core.errors import Refused, Trouble, Unreadable
from console.core.model import Platform
from console.core.revealing import Plain
from console.net.redaction import redact
from console.platforms.kuaishou import wire
from console.platforms.kuaishou.calls import Calls

METHOD = "open.order.decrypt.batch"
_DONE = "1"
_NOT_OURS = "21"  # "order operation reject"
_LONGEST_DETAIL = 200

_MEANT: tuple[tuple[tuple[str, ...], str], ...] = (
    (("l0", "店铺等级", "商家等级", "层级"), "reveal.level"),
    (("额度", "配额", "quota", "次数"), "reveal.quota"),
    (("14天", "14 天", "完成超过", "已完成"), "reveal.too_old"),
    (("密文", "不匹配"), "reveal.mismatch"),
    (("虚拟",), "reveal.virtual"),
    (("权限", "无权", "permission"), "reveal.not_granted"),
)


class _Opened(wire.Wire, frozen=True):
    error_code: wire.Text = None
    error_msg: wire.Text = None
    biz_id: wire.Text = None
    decrypted_data: str | None = None

    def __repr__(self) -> str:
        return "_Opened(…)"


async def reveal(calls: Calls, order_no: str, cipher: str) -> Plain:
    """The text of one cipher text of this order. Raises Trouble."""
    if not cipher:
        raise _refused("reveal.no_cipher")
    asked = {"batchDecryptList": [{"encryptedData": cipher, "bizId": order_no}]}
    try:
        envelope = await calls.once(METHOD, asked, verb="POST")
    except Refused as trouble:
        raise _plainer(trouble) from None
    rows = wire.read(envelope.batch_decrypt_result_list, list[_Opened])
    if len(rows) != 1 or str(rows[0].biz_id or order_no) != order_no:
        raise Unreadable("wire.envelope", platform=Platform.KUAISHOU, detail="not the one field that was asked for")
    row = rows[0]
    if str(row.error_code) != _DONE:
        raise _said_no(str(row.error_code), str(row.error_msg or ""))
    if not row.decrypted_data:
        raise _refused("reveal.empty")
    return Plain(row.decrypted_data)


def _said_no(number: str, words: str) -> Refused:
    if number == _NOT_OURS:
        return _refused(f"kuaishou.{number}", words)
    return _refused(meaning(words) or "reveal.refused", words or number)


def _plainer(trouble: Refused) -> Trouble:
    """A refusal of the whole call: better told where its words are known, else as it is."""
    code = "" if trouble.code == "kuaishou.scope" else meaning(trouble.detail)
    return _refused(code, trouble.detail) if code else trouble


def meaning(words: str) -> str:
    """What a refusal's words mean, as a code of the catalogue; empty: not known."""
    low = words.lower()
    return next((code for signs, code in _MEANT if any(sign in low for sign in signs)), "")


def _refused(code: str, words: str = "") -> Refused:
    return Refused(code, platform=Platform.KUAISHOU, detail=redact(words)[:_LONGEST_DETAIL])
