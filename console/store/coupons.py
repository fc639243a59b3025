"""Coupons that were passed on, as the merchant's export told them, campaign by campaign."""

import msgspec
from sqlalchemy import Connection

from console.rules.coupons import Fission, Share, fissions
from console.store.pages import driver

FIELDS = ("campaign", "inviter", "invitee", "at", "is_new", "used_at", "paid_fen", "margin_fen", "cost_fen")


class CouponBoard(msgspec.Struct, frozen=True, kw_only=True):
    """All campaigns; ``kept_at``: when their newest row came."""

    campaigns: tuple[Fission, ...] = ()
    rows: int = 0
    kept_at: int | None = None
    origins: frozenset[str] = frozenset()


def board(conn: Connection) -> CouponBoard:
    """Everything that was imported."""
    db = driver(conn)
    asked = f"SELECT {', '.join(FIELDS)} FROM coupon_shares"  # noqa: S608 - our own names
    shares = [_share(row) for row in db.execute(asked)]
    origins = frozenset(row[0] for row in db.execute("SELECT DISTINCT origin FROM coupon_shares"))
    (kept_at,) = db.execute("SELECT MAX(kept_at) FROM coupon_shares").fetchone()
    return CouponBoard(campaigns=tuple(fissions(shares)), rows=len(shares), kept_at=kept_at, origins=origins)


def _share(row: tuple[object, ...]) -> Share:
    told = dict(zip(FIELDS, row, strict=True))
    told["is_new"] = None if told["is_new"] is None else bool(told["is_new"])
    return msgspec.convert(told, Share)
