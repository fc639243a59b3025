"""What the window shows of the outbox: one reading for the counter and the panel, with what the objects are called."""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection

from console.store.outbox import is_paused
from console.store.outbox_rows import Counts, Group, Intent
from console.store.outbox_view import counts, group, intent
from console.store.pages import as_json_list

_TITLES = "SELECT shop_id, item_id, title FROM items WHERE item_id IN (SELECT value FROM json_each(?))"
_SPECS = (
    "SELECT shop_id, item_id, sku_id, coalesce(nullif(spec, ''), code) FROM skus "
    "WHERE item_id IN (SELECT value FROM json_each(?))"
)
_LATEST = (
    "SELECT id FROM outbox WHERE state IN ('queued', 'waiting') AND accepted_at IS NULL "
    "ORDER BY added_at DESC, id DESC LIMIT 1"
)


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """What items and their variants are called: by (shop, item) and (shop, item, variant)."""

    titles: Mapping[tuple[str, str], str] = {}
    specs: Mapping[tuple[str, str, str], str] = {}


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The groups that were asked for, each with its first rows."""

    counts: Counts = Counts()
    paused: bool = False
    groups: Mapping[Group, tuple[Intent, ...]] = {}
    names: Names = Names()


def reading(conn: Connection, midnight: int, wanted: tuple[Group, ...], limit: int) -> Reading:
    """Counts always; of the wanted groups the first ``limit`` rows. ``midnight``: from when "today" counts."""
    groups = {name: tuple(group(conn, name, limit=limit)) for name in wanted}
    rows = [row for found in groups.values() for row in found]
    return Reading(counts=counts(conn, midnight), paused=is_paused(conn), groups=groups, names=names(conn, rows))


def names(conn: Connection, rows: list[Intent]) -> Names:
    """What the objects of these rows are called."""
    ids = sorted({row.key.object_id for row in rows if row.key.kind == "item"})
    if not ids:
        return Names()
    asked = (as_json_list(ids),)
    return Names(
        titles={(shop, item): title for shop, item, title in conn.exec_driver_sql(_TITLES, asked)},
        specs={(shop, item, sku): said for shop, item, sku, said in conn.exec_driver_sql(_SPECS, asked)},
    )


def some(conn: Connection, ids: list[int]) -> tuple[list[Intent], Names]:
    """These rows, those that are there."""
    rows = [row for row_id in ids if (row := intent(conn, row_id)) is not None]
    return rows, names(conn, rows)


def latest_undoable(conn: Connection) -> int | None:
    """The row that was added last of those that can still be taken back."""
    row = conn.exec_driver_sql(_LATEST).one_or_none()
    return None if row is None else int(row[0])
