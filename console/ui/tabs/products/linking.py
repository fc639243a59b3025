"""Why goods are linked, or why not: sentences made from both sides' merchant codes."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from console.core.model import Platform
from console.store.views import ItemDetail
from console.ui import texts

translate = QCoreApplication.translate
NAMED = 4  # codes that a sentence names; the others are counted


def why(detail: ItemDetail, *, compared: bool) -> list[str]:
    """What ties both sides together, or keeps them apart. ``compared``: both shops were read to the end."""
    if detail.kuaishou is not None and detail.youzan is not None:
        return _ties(detail) or [translate("products", "The codes have changed since; the next sync compares anew")]
    if detail.row.contested:
        return [
            translate(
                "products", "Its merchant code also belongs to other goods, so that more than one could be meant"
            ),
            translate(
                "products", "Nothing is guessed: give each of these goods a code of its own, and they are linked"
            ),
        ]
    if not compared:
        return [translate("products", "Not compared yet: both shops have to be read to the end first")]
    other = texts.platform(Platform.YOUZAN if detail.youzan is None else Platform.KUAISHOU)
    codes = _own_codes(detail)
    if not codes:
        return [translate("products", "It bears no merchant code, by which goods are linked")]
    none = translate("products", "{platform} has no goods of this code: {codes}")
    return [none.format(platform=other, codes=_named(codes))]


def _ties(detail: ItemDetail) -> list[str]:
    found = []
    if detail.kuaishou is not None and detail.youzan is not None:
        code = detail.kuaishou.code
        if code and code == detail.youzan.code:
            found.append(translate("products", "Same merchant code: {code}").format(code=code))
    here = dict.fromkeys(row.kuaishou.code for row in detail.skus if row.kuaishou is not None)
    there = {row.youzan.code for row in detail.skus if row.youzan is not None}
    shared = [code for code in here if code and code in there]
    if shared:
        found.append(translate("products", "Same variant codes: {codes}").format(codes=_named(shared)))
    return found


def _own_codes(detail: ItemDetail) -> list[str]:
    codes = [detail.row.code, *(row.code for row in detail.skus)]
    return list(dict.fromkeys(code for code in codes if code))


def _named(codes: Sequence[str]) -> str:
    said = translate("products", ", ").join(codes[:NAMED])
    if len(codes) <= NAMED:
        return said
    return translate("products", "{some} and {n} more").format(some=said, n=len(codes) - NAMED)
