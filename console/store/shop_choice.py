"""Of which shop a table is that somebody brings: the one that he means, or the only one there is."""

from sqlalchemy import Connection

from console.core.errors import Refused
from console.core.model import Platform
from console.store.shops import shops
from console.store.views import Pair, ShopRow


def candidates(conn: Connection, platform: Platform) -> list[ShopRow]:
    """The shops it may be of: the platform's; where it has none, all."""
    bound = shops(conn)
    return [one for one in bound if one.platform is platform] or bound


def of_pair(conn: Connection, platform: Platform, pair: Pair | None) -> str:
    """The pair's shop; without one the only one there is. Empty: nobody said of which it is."""
    if pair is not None:
        return pair.kuaishou_shop_id if platform is Platform.KUAISHOU else pair.youzan_shop_id
    found = candidates(conn, platform)
    return found[0].shop_id if len(found) == 1 else ""


def meant(conn: Connection, platform: Platform, said: str) -> str:
    """The shop that is called so, by its id, its number or its name; said nothing: the only one, empty where none is.

    Raises Refused where that is none, or may be several.
    """
    found = candidates(conn, platform)
    named = [one for one in found if not said or said in (one.shop_id, one.platform_shop_id, one.name)]
    if len(named) == 1:
        return named[0].shop_id
    if not found and not said:
        return ""
    raise Refused("import.which_shop", detail="、".join(f"{one.name} ({one.shop_id})" for one in found))
