"""What the ads platform keeps between calls, and its line on stdout. Its keys depend on the seed alone."""

from dataclasses import dataclass, field
from random import Random

from console.sandbox import ids
from console.sandbox.ads.tokens import SCOPES, Pair, Tokens
from console.sandbox.context import Context

PLATFORM = "kuaishou_ads"


@dataclass
class Kept:
    """One a context. The merchant has one ads account; its number is not that of the shop."""

    tokens: Tokens
    app_id: str
    secret: str = field(repr=False)
    advertiser_id: int
    first: Pair | None = None
    withdrawn: bool = False  # the token_revoked fault struck: the next refresh is refused, too


def kept(ctx: Context) -> Kept:
    """The one of ``ctx``, made on first use."""
    found = ctx.kept.get(PLATFORM)
    if not isinstance(found, Kept):
        random = Random(f"ads {ctx.world.seed}")
        app_id = str(random.randrange(165_800_000, 165_999_999))
        found = Kept(Tokens(ctx.clock), app_id, ids.hexadecimal(random, 32), random.randrange(10_000_000, 99_999_999))
        ctx.kept[PLATFORM] = found
    return found


def self_description(ctx: Context) -> dict[str, str]:
    """What a client needs to know: the grant the sandbox starts with has every scope, the same pair at every call."""
    mine = kept(ctx)
    if mine.first is None:
        mine.first = mine.tokens.grant(frozenset(SCOPES))
    return {
        "base_url": ctx.base_url,
        "app_id": mine.app_id,
        "secret": mine.secret,
        "access_token": mine.first.access_token,
        "refresh_token": mine.first.refresh_token,
        "advertiser_id": str(mine.advertiser_id),
    }
