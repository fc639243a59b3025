"""What the platform's routes keep between calls, beside the world itself."""

from dataclasses import dataclass, field

from console.sandbox.context import Context
from console.sandbox.kuaishou.cipher import Cipher
from console.sandbox.kuaishou.later import Later
from console.sandbox.kuaishou.lookup import Lookup
from console.sandbox.kuaishou.paging import Windows
from console.sandbox.kuaishou.quotas import Quotas
from console.sandbox.kuaishou.tokens import SCOPES, Pair, Tokens


@dataclass
class Kept:
    """One a context."""

    tokens: Tokens
    cipher: Cipher
    lookup: Lookup
    later: Later = field(default_factory=Later)
    quotas: Quotas = field(default_factory=Quotas)
    windows: Windows = field(default_factory=Windows)
    uploads: dict[str, bytes] = field(default_factory=dict)  # pictures by name
    first: Pair | None = None


def kept(ctx: Context) -> Kept:
    """The one of ``ctx``, made on first use."""
    found = ctx.kept.get("kuaishou")
    if not isinstance(found, Kept):
        found = Kept(Tokens(ctx), Cipher(ctx.kuaishou.app_secret), Lookup(ctx.world))
        ctx.kept["kuaishou"] = found
    return found


def first_tokens(ctx: Context) -> tuple[str, str]:
    """Access and refresh token of the grant it starts with: all scopes but the withheld, always the same pair."""
    mine = kept(ctx)
    if mine.first is None:
        mine.first = mine.tokens.grant(frozenset(SCOPES) - ctx.withheld)
    return mine.first.access_token, mine.first.refresh_token
