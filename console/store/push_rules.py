"""What the merchant set about pushing goods, kept as settings, hence audited: gap, buffer, cap, who leads a field."""

from typing import Literal, get_args

from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.pushing import LEADS, LED, Field, Lead, PushRules
from console.store import settings
from console.store.floors import put_floor

Name = Literal["gap_bp", "buffer", "on_air_buffer", "cap", "youzan_cap", "fee_bp", "other_fen"]

_PREFIX = "goods."
GAP_KEY = f"{_PREFIX}gap_bp"
UNTOUCHED = PushRules()
"""How it is as long as the merchant has set nothing."""
_MAY_BE_UNSAID: tuple[Name, ...] = ("on_air_buffer", "cap", "youzan_cap", "fee_bp", "other_fen")
_MOST_BP = 9_900
_MOST_PIECES = 999_999


def push_rules(conn: Connection) -> PushRules:
    """The rules for all goods; what was never set is as ``PushRules`` has it."""
    untouched = UNTOUCHED
    return PushRules(
        gap_bp=int(settings.get(conn, GAP_KEY, untouched.gap_bp)),
        buffer=int(settings.get(conn, f"{_PREFIX}buffer", untouched.buffer)),
        on_air_buffer=settings.get(conn, f"{_PREFIX}on_air_buffer", untouched.on_air_buffer),
        cap=settings.get(conn, f"{_PREFIX}cap", untouched.cap),
        youzan_cap=settings.get(conn, f"{_PREFIX}youzan_cap", untouched.youzan_cap),
        fee_bp=settings.get(conn, f"{_PREFIX}fee_bp", untouched.fee_bp),
        other_fen=settings.get(conn, f"{_PREFIX}other_fen", untouched.other_fen),
        leads={field: settings.get(conn, f"{_PREFIX}lead.{field}", LEADS[field]) for field in LED},
    )


def put_rule(conn: Connection, name: Name, value: int | None, now: int) -> bool:
    """Set one figure; returns whether that changed anything. Raises Refused for one that makes no sense."""
    most = _MOST_BP if name in ("gap_bp", "fee_bp") else _MOST_PIECES
    if (value is None and name not in _MAY_BE_UNSAID) or (value is not None and not 0 <= value <= most):
        raise Refused("push.bad_figure", detail=str(value))
    if getattr(push_rules(conn), name) == value:
        return False
    return settings.put(conn, f"{_PREFIX}{name}", value, now)


def put_lead(conn: Connection, field: Field, lead: Lead, now: int) -> bool:
    """Say which side leads a field."""
    if field not in LED or lead not in get_args(Lead):
        raise Refused("push.bad_figure", detail=f"{field} {lead}")
    if push_rules(conn).leads[field] == lead:
        return False
    return settings.put(conn, f"{_PREFIX}lead.{field}", lead, now)


def buffers(conn: Connection) -> dict[tuple[str, str], int]:
    """The buffers of goods that have one of their own, by (Kuaishou shop, item)."""
    rows = conn.exec_driver_sql("SELECT key, value FROM settings WHERE key LIKE 'goods.buffer.%' AND value <> 'null'")
    found = {}
    for key, value in rows:
        shop_id, _, item_id = str(key).removeprefix(f"{_PREFIX}buffer.").rpartition(".")
        found[shop_id, item_id] = int(value)
    return found


def put_buffer(conn: Connection, shop_id: str, item_id: str, pieces: int | None, now: int) -> bool:
    """Set the buffer of one item; None: it has the one for all goods."""
    if pieces is not None and not 0 <= pieces <= _MOST_PIECES:
        raise Refused("push.bad_figure", detail=str(pieces))
    if buffers(conn).get((shop_id, item_id)) == pieces:
        return False
    return settings.put(conn, f"{_PREFIX}buffer.{shop_id}.{item_id}", pieces, now)


def put_item_floor(conn: Connection, shop_id: str, item_id: str, floor_fen: int | None, now: int) -> bool:
    """Set the price below which an item is not to be sold there."""
    if floor_fen is not None and floor_fen <= 0:
        raise Refused("push.bad_figure", detail=str(floor_fen))
    return put_floor(conn, shop_id, item_id, floor_fen, now)
