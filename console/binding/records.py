"""What binding writes into the file, each in one transaction and with its row in the audit. Never a secret."""

from sqlalchemy import Connection

from console.core.errors import TroubleKind
from console.core.model import Shop
from console.store import ads, audit, health, holes, selecting, shops
from console.store.views import Pair


def keep(conn: Connection, shop: Shop, now: int) -> None:
    """A shop was signed in to: as its platform names it, and with no trouble known."""
    shops.put_shop(conn, shop)
    holes.open_hole(conn, shop.shop_id, health.health(conn), now)
    health.calm(conn, shop.shop_id)
    audit.note(conn, now, "shops.bind", shop.shop_id, {"name": shop.name})


def adopt(conn: Connection, shop: Shop, now: int) -> None:
    """A shop is read for this run, by tokens that lie elsewhere."""
    if shops.put_shop(conn, shop):
        audit.note(conn, now, "shops.bind", shop.shop_id, {"name": shop.name})


def let_go(conn: Connection, shop_id: str, now: int) -> None:
    """A shop is not read any more; its rows stay."""
    health.forget(conn, shop_id)
    audit.note(conn, now, "shops.unbind", shop_id)


def erase(conn: Connection, shop_id: str, now: int) -> None:
    """A shop and all its rows go, its ads accounts among them."""
    ads.erase_shop(conn, shop_id)
    shops.remove_shop(conn, shop_id)
    selecting.drop_kept(conn)  # names its goods
    audit.note(conn, now, "shops.erase", shop_id)


def pair(conn: Connection, kuaishou_shop_id: str, youzan_shop_id: str, now: int) -> None:
    """Two shops belong together."""
    if shops.pair(conn, kuaishou_shop_id, youzan_shop_id):
        audit.note(conn, now, "shops.pair", kuaishou_shop_id, {"with": youzan_shop_id})


def part(conn: Connection, former: Pair, now: int) -> None:
    """They do not."""
    shops.part(conn, former)
    audit.note(conn, now, "shops.part", former.kuaishou_shop_id, {"with": former.youzan_shop_id})


def note_unread(conn: Connection, shop_id: str, kind: TroubleKind, code: str, detail: str, now: int) -> None:
    """Only of a shop that was being read: one that was let go on purpose has no health."""
    for row in health.health(conn):
        if row.shop_id == shop_id:
            health.note_trouble(conn, shop_id, row.stream, kind, code, detail, now)


def keep_ads(conn: Connection, advertiser_id: str, key: str, shop_id: str, now: int) -> None:
    """An ads account is read for a shop; ``key`` is its name in health, where no trouble is known."""
    health.forget(conn, key)
    if ads.put_account(conn, advertiser_id, shop_id, now):
        audit.note(conn, now, "ads.bind", key, {"shop": shop_id})


def let_go_ads(conn: Connection, key: str, now: int) -> None:
    """An ads account is not read any more; its hours stay under its shop."""
    health.forget(conn, key)
    audit.note(conn, now, "ads.unbind", key)
