"""What the accounts page reads of the file, and how the shops stand together on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.core.model import Mapping as Mapped
from console.core.model import Platform
from console.core.permissions import Permissions
from console.rules.outage import Stop
from console.rules.tiers import Standing, Tier, tier_of_pair
from console.store.holdings import Holding
from console.store.views import HealthRow, Pair, ShopRow, SignIn

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.checks import SelfTest
    from console.store.holes import Hole
    from console.store.outlook import Outlook, Package


NOTHING_HELD = Holding()
UNTOUCHED = Permissions()


@dataclass(frozen=True)
class Standpoint:
    """What the file knows of a shop's permissions, of what was bought for it, and of what it missed."""

    permissions: Permissions = UNTOUCHED
    test: "SelfTest | None" = None
    standing: Standing | None = None  # None: never tested
    outlook: "Outlook | None" = None  # without the sign-in's end: only the vault knows that
    package: "Package | None" = None
    paid_until_at: int | None = None
    hole: "Hole | None" = None
    queued: int = 0  # what the merchant wants there and is not done yet


@dataclass(frozen=True)
class ShopState:
    """One shop: what the file knows of it, and its sign-in. ``asked`` says whether the vault was asked yet."""

    shop: ShopRow
    health: tuple[HealthRow, ...] = ()
    holding: Holding = NOTHING_HELD
    sign_in: SignIn | None = None
    asked: bool = False
    stand: Standpoint = Standpoint()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Everything known to end this shop, the first one first."""
        known = self.stand.outlook.stops if self.stand.outlook is not None else ()
        end = self.sign_in.ends_at if self.sign_in is not None else None
        mine = (Stop(at=end, cause="sign_in"),) if end is not None else ()
        return tuple(sorted((*known, *mine), key=lambda stop: stop.at))

    @property
    def dead(self) -> HealthRow | None:
        """Why it must be signed in to again, if it must."""
        return next((row for row in self.health if row.kind == "sign_in_needed"), None)

    @property
    def let_go(self) -> bool:
        """It was unbound: nothing is known of its health any more, and no secrets are kept."""
        return self.asked and self.sign_in is None and not self.health

    @property
    def last_at(self) -> int | None:
        """Since when at the latest every stream has been read; None if one never was."""
        times = [row.success_at for row in self.health]
        return min((at for at in times if at is not None), default=None) if times and None not in times else None


@dataclass(frozen=True)
class Group:
    """A pair of shops, or one that has no partner yet. ``links`` counts a pair's orders by their mapping."""

    kuaishou: ShopState | None
    youzan: ShopState | None
    pair: Pair | None = None
    links: Mapping[Mapped, int] | None = None

    @property
    def key(self) -> str:
        return "+".join(half.shop.shop_id for half in self.halves)

    @property
    def halves(self) -> tuple[ShopState, ...]:
        return tuple(half for half in (self.kuaishou, self.youzan) if half is not None)

    @property
    def tier(self) -> Tier | None:
        """The looser shop's; None while one of the two was never tested."""
        found = [half.stand.standing for half in self.halves]
        return None if None in found else tier_of_pair(one.tier for one in found if one is not None)

    @property
    def name(self) -> str:
        """As a merchant calls it: the Youzan shop's name."""
        half = self.youzan or self.kuaishou
        return half.shop.name if half is not None else ""


@dataclass(frozen=True)
class Accounts:
    """One reading."""

    shops: tuple[ShopRow, ...] = ()
    pairs: tuple[Pair, ...] = ()
    health: tuple[HealthRow, ...] = ()
    holdings: Mapping[str, Holding] | None = None
    links: Mapping[Pair, Mapping[Mapped, int]] | None = None
    stands: Mapping[str, Standpoint] | None = None

    def groups(self, sign_ins: Mapping[str, SignIn] | None) -> list[Group]:
        """The pairs in the order they were made, then the shops that have no partner."""
        states = {shop.shop_id: self._state(shop, sign_ins) for shop in self.shops}
        made = [
            Group(
                states.get(pair.kuaishou_shop_id),
                states.get(pair.youzan_shop_id),
                pair,
                (self.links or {}).get(pair),
            )
            for pair in self.pairs
        ]
        paired = {shop_id for pair in self.pairs for shop_id in pair.shop_ids}
        alone = [states[shop.shop_id] for shop in self.shops if shop.shop_id not in paired]
        return made + [
            Group(one, None) if one.shop.platform is Platform.KUAISHOU else Group(None, one) for one in alone
        ]

    def partners(self, platform: Platform) -> list[ShopRow]:
        """The shops of the other platform that have no partner yet."""
        paired = {shop_id for pair in self.pairs for shop_id in pair.shop_ids}
        return [shop for shop in self.shops if shop.platform is not platform and shop.shop_id not in paired]

    def pair_of(self, shop_id: str) -> Pair | None:
        """The pair this shop is in."""
        return next((pair for pair in self.pairs if shop_id in pair.shop_ids), None)

    def name_of(self, shop_id: str) -> str:
        """A shop's name; its id if nobody knows it."""
        return next((shop.name for shop in self.shops if shop.shop_id == shop_id), shop_id)

    def _state(self, shop: ShopRow, sign_ins: Mapping[str, SignIn] | None) -> ShopState:
        return ShopState(
            shop,
            tuple(row for row in self.health if row.shop_id == shop.shop_id),
            (self.holdings or {}).get(shop.shop_id, NOTHING_HELD),
            (sign_ins or {}).get(shop.shop_id),
            sign_ins is not None,
            (self.stands or {}).get(shop.shop_id, Standpoint()),
        )


def read_accounts(conn: "Connection", now: int) -> Accounts:
    """Read it on a database thread."""
    from console.store import health, links, shops
    from console.store.holdings import holdings
    from console.store.queued import queued

    waiting = queued(conn)
    pairs, bound = shops.pairs(conn), shops.shops(conn)
    return Accounts(
        shops=tuple(bound),
        pairs=tuple(pairs),
        health=tuple(health.health(conn)),
        holdings=holdings(conn),
        links={pair: links.link_counts(conn, pair) for pair in pairs},
        stands={shop.shop_id: _stand(conn, shop.shop_id, now, waiting.get(shop.shop_id, 0)) for shop in bound},
    )


def _stand(conn: "Connection", shop_id: str, now: int, waiting: int) -> Standpoint:
    from console.store import checks, holes, outlook, permissions

    package, paid_until_at = outlook.bought(conn, shop_id)
    return Standpoint(
        permissions=permissions.permissions(conn, shop_id),
        test=checks.last_self_test(conn, shop_id),
        standing=outlook.shop_standing(conn, shop_id),
        outlook=outlook.outlook(conn, shop_id, now),
        package=package,
        paid_until_at=paid_until_at,
        hole=holes.hole(conn, shop_id),
        queued=waiting,
    )
