"""The advice on goods as a page shows it, what compliance holds against them, and what the merchant weighs how much."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import DAY, day_start
from console.core.errors import Refused
from console.core.model import AuditState, Platform
from console.rules import listing
from console.rules.drafts import draft
from console.rules.findings import Severity
from console.rules.listing_documents import needed
from console.rules.selecting import HALF, PARTS, Action, Advice, Facts, Lines, Part, advise, selecting_lines_from
from console.rules.selecting_past import Fold, Match, fold
from console.store import checking, push_view, settings
from console.store.forecasts import told_until
from console.store.item_view import item_rows
from console.store.pages import driver
from console.store.push_rules import push_rules
from console.store.selecting_facts import Margin, facts_at, shop_margin
from console.store.selecting_sums import pieces_in
from console.store.views import Pair

WEIGHTS: Final = "selecting.weights"
MOST_WEIGHT: Final = 100
MOST_CHECKED: Final = 40  # of the items that would be advised, so many are checked for what blocks them
FOLDS: Final = 3
KEPT: Final = "selecting.kept."
MOST_KEPT: Final = 60  # of each action
REFUSED: Final = "goods.turned_down"


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What each part of a score weighs; ``since``: as of when."""

    by: Mapping[Part, float]
    since: str
    own: bool


class Chosen(msgspec.Struct, frozen=True, kw_only=True):
    """The advice on all goods, and what such advice was worth."""

    advice: tuple[Advice, ...] = ()
    counts: Mapping[Action, int] = {}  # of goods by action, also of those that ``advice`` leaves out
    match: Match = Match()
    weights: Weights
    orders: int = 0  # in all, of the stretch that is looked at
    enough: int = 0  # items with enough orders for a score
    margin: Margin = Margin(share=None, known=0.0)
    made_at: int = 0


def weights(conn: Connection) -> Weights:
    """As the merchant set them, or as they come."""
    usual, own = reference.selecting_lines().weights, settings.get(conn, WEIGHTS)
    if own is not None:
        by: dict[Part, float] = {part: float(own["by"].get(part, usual[part])) for part in PARTS}
        return Weights(by=by, since=str(own["since"]), own=True)
    row = next(one for one in reference.table("selecting_figures") if one["name"] == "selecting_weight_sales")
    return Weights(by=usual, since=row["as_of"], own=False)


def put_weights(conn: Connection, by: Mapping[Part, float] | None, since: str, now: int) -> bool:
    """Weigh otherwise from now on; None: as it comes. Raises Refused for weights that make no sense."""
    if by is not None and (any(not 0 <= one <= MOST_WEIGHT for one in by.values()) or not sum(by.values())):
        raise Refused("push.bad_figure", detail=" ".join(f"{one:g}" for one in by.values()))
    drop_kept(conn)
    return settings.put(conn, WEIGHTS, None if by is None else {"by": dict(by), "since": since}, now)


def kept(conn: Connection, of: str) -> Chosen | None:
    """The advice as it was made last for a scope; None: never as it is made today, or the weights changed since."""
    told = settings.get(conn, KEPT + of)
    try:
        return None if told is None else msgspec.convert(told, Chosen)
    except msgspec.ValidationError:  # another version of the program kept it
        return None


def keep(conn: Connection, of: str, found: Chosen) -> None:
    """Keep it until the next: adding it up takes seconds where there are many orders."""
    seen: Counter[Action] = Counter()
    first: list[Advice] = []
    for one in found.advice:
        seen[one.action] += 1
        if seen[one.action] <= MOST_KEPT:
            first.append(one)
    few = msgspec.structs.replace(found, advice=tuple(first))
    settings.remember(conn, KEPT + of, msgspec.to_builtins(few))


def drop_kept(conn: Connection) -> None:
    """What was advised holds no more."""
    driver(conn).execute("DELETE FROM settings WHERE substr(key, 1, ?) = ?", (len(KEPT), KEPT))


def lines(conn: Connection) -> Lines:
    """By what goods are advised on."""
    known = {row["name"]: int(row["value"]) for row in reference.table("selecting_figures")}
    return msgspec.structs.replace(selecting_lines_from(known), weights=weights(conn).by)


def chosen(conn: Connection, now: int, pair: Pair | None) -> Chosen:
    """Everything of the page."""
    by, until = lines(conn), told_until(conn, pair, now)
    margin = shop_margin(conn, until, pair, by.days)
    past = [day_start(until) - back * HALF * DAY for back in range(1, FOLDS + 1)]
    known, *then = facts_at(conn, (until, *past), pair, by)
    blocked = blocks(conn, _worth_checking(advise(known, by, now)), now)
    known = [msgspec.structs.replace(one, blocks=blocked.get(one.row_id, ())) for one in known]
    advice = tuple(advise(known, by, now))
    return Chosen(
        advice=advice,
        counts=Counter(one.action for one in advice),
        match=rehearsed(conn, past, then, pair, by),
        weights=weights(conn),
        orders=sum(one.orders for one in known),
        enough=sum(one.long_orders >= by.least_orders for one in known),
        margin=margin,
        made_at=now,
    )


def _worth_checking(found: Sequence[Advice]) -> list[Facts]:
    some = [one.facts for one in found if one.action in ("push", "restock", "trial", "picture", "keep")]
    return some[:MOST_CHECKED]


def blocks(conn: Connection, items: Sequence[Facts], now: int) -> dict[int, tuple[str, ...]]:
    """What must be mended before these go on: a review that turned them down, a check that blocks."""
    ids, rules = [one.row_id for one in items], push_rules(conn)
    found: dict[int, tuple[str, ...]] = {}
    refused = {row.id for row in item_rows(conn, ids) if row.audit in (AuditState.REFUSED, AuditState.NEEDS_CHANGES)}
    for one in push_view.goods(conn, ids, now):
        codes = [REFUSED] if one.row_id in refused else []
        if one.kuaishou is not None:
            known = checking.known(conn, one)
            likely = needed(known.category.path, reference.document_needs()) if known.category is not None else ()
            report = listing.check(
                draft(one, rules, known, likely=likely), reference.yardstick(Platform.KUAISHOU), at=now
            )
            codes += [each.code for each in report.findings if each.severity is Severity.BLOCK]
        if codes:
            found[one.row_id] = tuple(dict.fromkeys(codes))
    return found


def rehearsed(
    conn: Connection, past: Sequence[int], then: Sequence[Sequence[Facts]], pair: Pair | None, by: Lines
) -> Match:
    """The advice of two, four and six weeks ago against what sold afterwards; none of before the first order."""
    folds = list[Fold]()
    sold = pieces_in(conn, [(at, at + HALF * DAY) for at in past], pair)
    for at, known, pieces in zip(past, then, sold, strict=True):
        if sum(one.long_orders for one in known) < by.least_orders:
            break
        folds.append(fold(known, pieces, by, at))
    return Match(folds=tuple(folds))
