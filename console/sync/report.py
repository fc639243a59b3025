"""What one run of the sync did, for whoever asked for it."""

from collections.abc import Iterable

import msgspec

from console.core.errors import Trouble, TroubleKind
from console.core.model import Platform
from console.store.views import Stream


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A stream that could not be read to its end, and why."""

    shop_id: str
    platform: Platform
    stream: Stream | None  # None: the shop itself could not be asked
    kind: TroubleKind
    code: str
    detail: str = ""
    wait_s: float | None = None

    @classmethod
    def of(cls, trouble: Trouble, shop_id: str, platform: Platform, stream: Stream | None) -> "Failure":
        return cls(
            shop_id=shop_id,
            platform=platform,
            stream=stream,
            kind=trouble.kind,
            code=trouble.code,
            detail=trouble.detail,
            wait_s=trouble.wait_s,
        )

    @classmethod
    def fault(cls, error: Exception, shop_id: str, platform: Platform, stream: Stream | None) -> "Failure":
        """A fault of our own: the stream is as unread as if its answer did not fit."""
        code, detail = "sync.fault", type(error).__name__
        return cls(shop_id=shop_id, platform=platform, stream=stream, kind="unreadable", code=code, detail=detail)


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """``written`` counts rows inserted or changed in content; bookkeeping does not count."""

    written: int
    failures: tuple[Failure, ...] = ()
    quarantined: tuple[str, ...] = ()  # ids of rows that are still put aside


def distinct(failures: Iterable[Failure]) -> tuple[Failure, ...]:
    """One of each kind of failure a platform: three streams of a shop that is signed out are one trouble."""
    first: dict[tuple[Platform, str], Failure] = {}
    for failure in failures:
        first.setdefault((failure.platform, failure.code), failure)
    return tuple(first.values())
