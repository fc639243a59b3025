"""The goods as the command line prints them: one plain object a line of goods, with why it fails, where it does."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args

from sqlalchemy import Connection

from console import reference
from console.core.model import AuditState, Platform
from console.rules import listing
from console.rules.drafts import draft
from console.rules.failures import Cause
from console.rules.findings import Check, Severity
from console.rules.listing_documents import needed
from console.rules.pushing import Goods, PushRules
from console.store import checking, push_view
from console.store.item_view import TROUBLED, contested_ids, item_ids, item_rows
from console.store.push_rules import push_rules
from console.store.views import ItemFilter, ItemRow

State = Literal["linked", "to_confirm", "conflict", "only_kuaishou", "only_youzan"]
AT_ONCE = 400
CAUSES = {
    Check.CATEGORY: Cause.CATEGORY,
    Check.ATTRIBUTES: Cause.ATTRIBUTE,
    Check.IMAGES: Cause.IMAGE,
    Check.PRICE: Cause.PRICE,
    Check.DOCUMENTS: Cause.DOCUMENT,
}


def items_json(conn: Connection, state: str | None, now: int) -> Iterator[dict[str, Any]]:
    """All lines of goods, or those of one state; ``failed`` are those with something in ``failures``.

    Read it to its end inside the ``read`` that calls it.
    """
    among, rules = contested_ids(conn), push_rules(conn)
    found: Sequence[State] = [one for one in get_args(State) if state in (None, "failed", one)]
    for one in found:
        ids = item_ids(conn, ItemFilter(tab=one, sort="title", descending=False))
        for first in range(0, len(ids), AT_ONCE):
            some = ids[first : first + AT_ONCE]
            goods = {each.row_id: each for each in push_view.goods(conn, some, now)}
            for row in item_rows(conn, some, among):
                told = _told(conn, row, goods[row.id], one, rules, now)
                if state != "failed" or told["failures"]:
                    yield told


def _told(conn: Connection, row: ItemRow, goods: Goods, state: State, rules: PushRules, now: int) -> dict[str, Any]:
    return {
        "kuaishou_item_id": row.kuaishou_item_id,
        "youzan_item_id": row.youzan_item_id,
        "sku_code": row.code or _only_code(goods),
        "state": state,
        "failures": [*_refused(row), *_found(conn, goods, rules, now)],
        "price_fen": row.kuaishou_price_fen,
        "trade_price_fen": row.youzan_price_fen,
        "stock": row.kuaishou_stock,
        "trade_stock": row.youzan_stock,
    }


def _only_code(goods: Goods) -> str | None:
    """The code of the only variant, where the goods themselves have none; of several none is the goods' own."""
    codes = {
        sku.code for both in goods.variants for sku in (both.kuaishou, both.youzan) if sku is not None and sku.code
    }
    return codes.pop() if len(codes) == 1 else None


def _refused(row: ItemRow) -> Iterator[dict[str, Any]]:
    """What the platform's review said; a cause that is unknown stays so, with all its words as the evidence."""
    if AuditState(row.audit) in TROUBLED:
        platform = Platform.YOUZAN if row.kuaishou_item_id is None else Platform.KUAISHOU
        failure = reference.explained(platform.value, row.audit_reason)
        said = failure.text if failure.cause is Cause.UNKNOWN else failure.evidence
        yield _failure(failure.rule_id, failure.cause.value, said, failure.fix.value)


def _found(conn: Connection, goods: Goods, rules: PushRules, now: int) -> Iterator[dict[str, Any]]:
    """What a check before publishing holds against goods at Kuaishou: what blocks, and prices too far apart.

    What was not looked at is no failure.
    """
    if goods.kuaishou is None:
        return
    known = checking.known(conn, goods)
    likely = needed(known.category.path, reference.document_needs()) if known.category is not None else ()
    wanted = draft(goods, rules, known, likely=likely)
    for one in listing.check(wanted, reference.yardstick(Platform.KUAISHOU), at=now).findings:
        if one.severity is Severity.BLOCK or (one.severity is Severity.WARN and one.check is Check.PRICE):
            cause = CAUSES.get(one.check, Cause.OTHER)
            yield _failure(one.code, cause.value, one.evidence, one.fix.value if one.fix else "")


def _failure(rule_id: str, cause: str, evidence: str, fix: str) -> dict[str, Any]:
    """Causes and fixes as the program's table names them, without its prefixes."""
    return {
        "rule_id": rule_id or None,
        "cause": cause.removeprefix("goods.cause_"),
        "evidence": evidence or None,
        "fix": fix.removeprefix("goods.fix_") or None,
    }
