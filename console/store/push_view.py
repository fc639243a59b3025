"""Goods as a push needs them: both sides, every variant, floors and buffers, and what may not be written now."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, select

from console.core.model import Item, Platform, Sku
from console.core.permissions import Ability, Switch
from console.rules.pushing import Both, Goods, PushRules, Side
from console.store import costs, health, offers, on_air
from console.store.floors import floor_fen
from console.store.item_variants import side_by_side
from console.store.item_view import ITEM
from console.store.items import item_of, skus_of
from console.store.pages import as_json_list
from console.store.permissions import permissions
from console.store.push_rules import buffers, push_rules

AT_ONCE = 400  # ids in one question
SHOWS_DONE_MS = 60_000

Stand = Literal["needs_you", "unsure", "sending", "waiting", "done"]
_RANK: tuple[Stand, ...] = ("needs_you", "unsure", "sending", "waiting", "done")
_STANDS = (
    "SELECT shop_id, object_id, state FROM outbox WHERE object_kind = 'item' AND (state IN "
    "('queued', 'waiting', 'sending', 'unsure', 'needs_you') OR (state = 'done' AND ended_at >= ?))"
)


class Ground(msgspec.Struct, frozen=True, kw_only=True):
    """What a page of goods shows of pushing: the rules, own buffers, and how what was pushed stands."""

    rules: PushRules = PushRules()
    buffers: Mapping[tuple[str, str], int] = {}  # (Kuaishou shop, item)
    stands: Mapping[tuple[str, str], Stand] = {}  # (shop, item)
    barred: Mapping[str, str] = {}  # shop: code


def ground(conn: Connection, now: int) -> Ground:
    """Read it."""
    rules = msgspec.structs.replace(push_rules(conn), on_air=on_air.is_on_air(conn, now))
    return Ground(rules=rules, buffers=buffers(conn), stands=stands(conn, now), barred=barred(conn))


def stands(conn: Connection, now: int) -> dict[tuple[str, str], Stand]:
    """Of each item with something on its way, or done within the last minute, the worst."""
    found: dict[tuple[str, str], Stand] = {}
    for shop_id, item_id, state in conn.exec_driver_sql(_STANDS, (now - SHOWS_DONE_MS,)):
        stand: Stand = "waiting" if state == "queued" else state
        former = found.get((shop_id, item_id), "done")
        found[shop_id, item_id] = min(stand, former, key=_RANK.index)
    return found


def barred(conn: Connection) -> dict[str, str]:
    """The shops to which nothing about goods may be written now, and the code that says why."""
    found = {}
    offline = {row.shop_id for row in health.health(conn) if row.kind == "offline" and row.stream == "items"}
    for (shop_id,) in conn.exec_driver_sql("SELECT shop_id FROM shops").all():
        held = permissions(conn, shop_id)
        if held.read_only:
            found[shop_id] = "tier.read_only"
        elif not held.may_write(Ability.ITEMS):
            found[shop_id] = f"tier.switch_{Switch.PRODUCTS.value}"
        elif shop_id in offline:
            found[shop_id] = "push.offline"
    return found


def goods(conn: Connection, ids: Sequence[int], now: int) -> list[Goods]:
    """These lines of the goods table, in this order; those that have gone are left out."""
    bars, own, asked = barred(conn), buffers(conn), (offers.told(conn, "live"), offers.told(conn, "coupon"))
    leads: dict[int, Row[Any]] = {}
    under: dict[int, Row[Any]] = {}
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        for row in conn.execute(select(ITEM).where(ITEM.c.id.in_(some), ITEM.c.gone.is_(False))):
            leads[row.id] = row
        for row in conn.execute(select(ITEM).where(ITEM.c.under_id.in_(some), ITEM.c.gone.is_(False))):
            under[row.under_id] = row
    return [_goods(conn, leads[one], under.get(one), bars, own, asked, now) for one in ids if one in leads]


def _goods(
    conn: Connection,
    lead: Row[Any],
    under: Row[Any] | None,
    bars: Mapping[str, str],
    own: Mapping[tuple[str, str], int],
    asked: tuple[offers.Told, offers.Told],
    now: int,
) -> Goods:
    leads_kuaishou = lead.shop_id.startswith(f"{Platform.KUAISHOU}:")
    here, there = (lead, under) if leads_kuaishou else (None, lead)
    rows = side_by_side(_skus(conn, here), _skus(conn, there))
    ids = {side: None if row is None else row.item_id for side, row in zip(Platform, (here, there), strict=True)}
    told = costs.known(conn, [one for one in ids.values() if one])
    return Goods(
        row_id=lead.id,
        title=lead.title,
        code=lead.code or (under.code if under is not None else ""),
        image_url=lead.image_url or (under.image_url if under is not None else ""),
        kuaishou=_side(conn, here, bars, *asked),
        youzan=_side(conn, there, bars, *asked),
        variants=tuple(
            Both(
                spec=row.spec or row.code,
                kuaishou=row.kuaishou,
                youzan=row.youzan,
                cost=costs.cost_of(told, ids, row.kuaishou, row.youzan),
            )
            for row in rows
        ),
        buffer=None if here is None else own.get((here.shop_id, here.item_id)),
        read_at=now,
    )


def _side(
    conn: Connection, row: Row[Any] | None, bars: Mapping[str, str], live: offers.Told, coupons: offers.Told
) -> Side | None:
    if row is None:
        return None
    floor = floor_fen(conn, row.shop_id, row.item_id)
    key = (row.shop_id, row.item_id)
    return Side(
        shop_id=row.shop_id,
        item=item_of(row),
        floor_fen=floor,
        live_fen=live.get(key),
        coupon_fen=coupons.get(key, 0),
        barred=bars.get(row.shop_id, ""),
    )


def _skus(conn: Connection, row: Row[Any] | None) -> list[Sku]:
    """An item without variants is its own only one."""
    if row is None:
        return []
    return skus_of(conn, row.shop_id, row.item_id) or [_only(item_of(row))]


def _only(item: Item) -> Sku:
    return Sku(item_id=item.item_id, sku_id=item.item_id, code=item.code, price_fen=item.price_fen, stock=item.stock)


def ends(conn: Connection, ids: Sequence[int]) -> dict[int, tuple[str, str, str]]:
    """How these rows of the outbox stand by now: state, code, the platform's own words."""
    asked = "SELECT id, state, code, detail FROM outbox WHERE id IN (SELECT value FROM json_each(?))"
    rows = conn.exec_driver_sql(asked, (as_json_list(ids),))
    return {int(row_id): (state, code, detail) for row_id, state, code, detail in rows}
