"""What the accounts page reads of ads accounts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from console.core.model import ADS
from console.core.permissions import Ability
from console.store.views import HealthRow, SignIn

if TYPE_CHECKING:
    from sqlalchemy import Connection


def health_key(number: str) -> str:
    """The name of an account in health and in notices."""
    return f"{ADS}:{number}"


@dataclass(frozen=True)
class AdsState:
    """One account: what the file knows of it, and its sign-in. ``asked``: whether the vault was asked yet."""

    number: str
    shop_id: str
    read_at: int | None = None
    cost_fen: int | None = None  # of today; None: nobody knows
    hours: int = 0  # that are kept
    health: HealthRow | None = None
    allowed: bool = True  # the shop's switch for figures is on
    sign_in: SignIn | None = None
    asked: bool = False

    @property
    def dead(self) -> HealthRow | None:
        """Why it must be signed in to again, if it must."""
        return self.health if self.health is not None and self.health.kind == "sign_in_needed" else None

    @property
    def let_go(self) -> bool:
        """It was unbound: no secrets are kept, and it has no health."""
        return self.asked and self.sign_in is None and self.health is None

    def with_sign_ins(self, sign_ins: Mapping[str, SignIn] | None) -> "AdsState":
        """The same, with what the vault said."""
        return replace(self, sign_in=(sign_ins or {}).get(self.number), asked=sign_ins is not None)


def read_ads(conn: "Connection", now: int) -> tuple[AdsState, ...]:
    """Read it on a database thread."""
    from console.store import ads, health
    from console.store.permissions import permissions

    found = {row.shop_id: row for row in health.health(conn)}
    states = []
    for row in ads.accounts(conn):
        today = ads.day(conn, row.advertiser_id, now)
        states.append(
            AdsState(
                number=row.advertiser_id,
                shop_id=row.shop_id,
                read_at=row.read_at,
                cost_fen=today.cost_fen,
                hours=ads.hours_kept(conn, row.advertiser_id),
                health=found.get(health_key(row.advertiser_id)),
                allowed=permissions(conn, row.shop_id).may_read(Ability.FIGURES),
            )
        )
    return tuple(states)
