"""How old a figure is: of each platform, when the stream it is made of was last read to its end."""

from collections.abc import Sequence
from dataclasses import dataclass

from console.core.model import Platform
from console.store.views import HealthRow, ShopRow, Stream
from console.ui.overview import STALE_AFTER

_PLATFORMS = tuple(Platform)


@dataclass(frozen=True)
class Sources:
    """How old a figure is: for each platform, when the stream it is made of was last read to its end.

    ``until`` is the end of the time that the figure is about, or now: what was read after it is whole, however old.
    """

    times: dict[Platform, int | None]
    now: int
    until: int

    def of(self, platform: Platform) -> "Sources":
        """Of a figure that this platform alone is asked for."""
        times = {which: at for which, at in self.times.items() if which is platform}
        return Sources(times, self.now, self.until)

    @property
    def unread(self) -> list[Platform]:
        """The platforms that were never read to the end."""
        return [which for which, at in self.times.items() if at is None]

    @property
    def late(self) -> list[Platform]:
        """The platforms of which something may be missing: never read, or too long ago."""
        return [which for which, at in self.times.items() if at is None or self._is_old(at)]

    def _is_old(self, at: int) -> bool:
        return at < self.until and self.now - at > STALE_AFTER

    @property
    def is_known(self) -> bool:
        """Whether anything at all was read."""
        return len(self.unread) < len(self.times)

    @property
    def oldest(self) -> int | None:
        """Since when nothing is surely whole; None where a platform was never read."""
        times = [at for at in self.times.values() if at is not None]
        return min(times) if times and len(times) == len(self.times) else None


def sources_of(
    shops: Sequence[ShopRow], health: Sequence[HealthRow], stream: Stream, now: int, until: int | None = None
) -> Sources:
    """The age of what this stream brought, a platform each; its oldest shop counts."""
    times: dict[Platform, int | None] = {}
    at_of = {(row.shop_id, row.stream): row.success_at for row in health}
    for shop in sorted(shops, key=lambda shop: _PLATFORMS.index(shop.platform)):
        at = at_of.get((shop.shop_id, stream))
        known = times.get(shop.platform, at)
        times[shop.platform] = None if at is None or known is None else min(known, at)
    return Sources(times, now, now if until is None else until)
