"""The platform's documented limits (fact sheet 2.5): calls a second per API, calls a day of a shop and of an app."""

from collections import deque

from console.sandbox.clock import SECOND, shop_datetime
from console.sandbox.kuaishou.refusals import app_quota, shop_quota, too_fast

APP_DAY = 1_000_000  # after go-live

# The shop's own limit is the tighter one where there are two. APIs not named here have the step the app was granted,
# which the sandbox leaves open.
PER_SECOND = {
    "open.item.new": 50,
    "open.item.edit": 50,
    "open.item.autopass.edit": 50,
    "open.item.shelf.status.update": 50,
    "open.item.delete": 50,
    "open.order.cursor.list": 300,
    "open.order.decrypt.batch": 100,
}
PER_DAY = {"open.item.category.suggested.get": 2000}


class Quotas:
    """Counts the calls that got through; days are calendar days of the shop (the reset hour is unknown)."""

    def __init__(self) -> None:
        self._recent: dict[str, deque[int]] = {}
        self._today = ""
        self._counts: dict[str, int] = {}

    def spend(self, method: str, app_key: str, seller_id: int, now: int) -> None:
        """Count one call, or refuse it."""
        limit = PER_SECOND.get(method)
        if limit is not None:
            recent = self._recent.setdefault(method, deque())
            while recent and recent[0] <= now - SECOND:
                recent.popleft()
            if len(recent) >= limit:
                raise too_fast(method, app_key, limit)
            recent.append(now)
        if not self.take("app", APP_DAY, now):
            raise app_quota()
        if method in PER_DAY and not self.take(method, PER_DAY[method], now):
            raise shop_quota(method, seller_id)

    def take(self, name: str, most: int, now: int) -> bool:
        """Take one of the day's ``most`` pieces of ``name``; False when they are used up."""
        self._roll(now)
        used = self._counts.get(name, 0)
        if used >= most:
            return False
        self._counts[name] = used + 1
        return True

    def take_once(self, name: str, member: int, most: int, now: int) -> bool:
        """The same, but ``member`` pays once a day only."""
        self._roll(now)
        paid = f"{name}:{member}"
        if paid in self._counts:
            return True
        if not self.take(name, most, now):
            return False
        self._counts[paid] = 1
        return True

    def _roll(self, now: int) -> None:
        today = f"{shop_datetime(now):%Y%m%d}"
        if today != self._today:
            self._today = today
            self._counts.clear()
