"""Coupons that were passed on, as the merchant's export told them, campaign by campaign."""

from collections.abc import Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection

from console.rules.coupons import Fission, Share, fissions
from console.store.insights import shops_of
from console.store.pages import driver
from console.store.views import Pair

FIELDS = ("campaign", "inviter", "invitee", "at", "is_new", "used_at", "paid_fen", "margin_fen", "cost_fen")

OF_SHOPS: Final = "(?1 IS NULL OR shop_id IN (SELECT value FROM json_each(?1)))"


class CouponBoard(msgspec.Struct, frozen=True, kw_only=True):
    """All campaigns; ``kept_at``: when their newest row came."""

    campaigns: tuple[Fission, ...] = ()
    rows: int = 0
    kept_at: int | None = None
    origins: frozenset[str] = frozenset()


def board(conn: Connection, pair: Pair | None = None) -> CouponBoard:
    """Everything that was imported of a pair, or of all shops: each shop's campaigns by themselves."""
    db = driver(conn)
    asked = f"SELECT shop_id, origin, kept_at, {', '.join(FIELDS)} FROM coupon_shares WHERE {OF_SHOPS}"  # noqa: S608
    by: dict[str, list[Share]] = {}
    origins = set[str]()
    kept_at = 0
    for shop_id, origin, at, *row in db.execute(asked, (shops_of(pair),)):
        by.setdefault(shop_id, []).append(_share(row))
        origins.add(origin)
        kept_at = max(kept_at, at)
    campaigns = sorted((one for some in by.values() for one in fissions(some)), key=lambda one: -(one.last_at or 0))
    rows = sum(map(len, by.values()))
    return CouponBoard(campaigns=tuple(campaigns), rows=rows, kept_at=kept_at or None, origins=frozenset(origins))


def _share(row: Sequence[object]) -> Share:
    told = dict(zip(FIELDS, row, strict=True))
    told["is_new"] = None if told["is_new"] is None else bool(told["is_new"])
    return msgspec.convert(told, Share)
