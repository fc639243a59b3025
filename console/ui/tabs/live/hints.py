"""What is risky in captions and comments as they come in: looked at once each, on a thread, never on the loop."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from console.core.clock import shop_datetime
from console.core.live import LiveEvent, LiveEventType
from console.rules.wording.nouns import Finding, Severity, Surface, Verdict
from console.ui.context import Desk

if TYPE_CHECKING:
    from console.rules.wording.engine import Checker
    from console.rules.wording.pardons import Pardon

REMEMBERED = 2_000  # lines


def surface_of(event: LiveEvent) -> Surface:
    """Captions are what the host says; comments bind only who wrote them."""
    return "live" if event.type is LiveEventType.CAPTION else "comment"


def check_lines(checker: "Checker", lines: Sequence[LiveEvent]) -> dict[str, Verdict]:
    """On a thread."""
    return {one.event_id: checker.check(one.text, surface_of(one)) for one in lines}


def worst(verdict: Verdict | None) -> Finding | None:
    """The gravest finding, where there is one to stop at: the first of several."""
    graves = [one for one in (verdict.findings if verdict else ()) if one.severity >= Severity.WARN]
    return max(graves, key=lambda one: (one.severity, -one.start), default=None)


class Hints:
    """Of one show. The bank is asked for once a day, and anew after ``forget``: own words or pardons changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._day = ""
        self._checker: Checker | None = None
        self._pardons: tuple[Pardon, ...] = ()
        self._seen: OrderedDict[str, Verdict] = OrderedDict()
        self._wanted: Sequence[LiveEvent] | None = None
        self._is_looking = False
        self._found: Mapping[str, Verdict] = {}

    def forget(self) -> None:
        """The bank, or what was let pass, is no longer what it was."""
        self._day = ""

    async def look(self, talk: Sequence[LiveEvent]) -> Mapping[str, Verdict]:
        """What is found in each of these lines, without what was let pass.

        One look at a time: whoever asks while one is on gets what was found so far, and the one that is on looks at
        these lines too. So a bank that is long in the making is made once, however fast a show talks.
        """
        self._wanted = talk
        if self._is_looking:
            return self._found
        self._is_looking = True
        try:
            while self._wanted is not None:
                talk, self._wanted = self._wanted, None
                self._found = await self._looked(talk)
        finally:
            self._is_looking = False
        return self._found

    async def _looked(self, talk: Sequence[LiveEvent]) -> Mapping[str, Verdict]:
        from console.rules.wording.pardons import with_pardons

        checker = await self._current()
        missing = [one for one in talk if one.event_id not in self._seen]
        if missing:
            self._seen.update(await asyncio.to_thread(check_lines, checker, missing))
            while len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
        now = self._desk.now()
        seen = ((one.event_id, self._seen.get(one.event_id)) for one in talk)
        return {name: with_pardons(verdict, self._pardons, "", now) for name, verdict in seen if verdict is not None}

    async def _current(self) -> "Checker":
        from console.ui.speaking import read_pardons

        day = shop_datetime(self._desk.now()).date().isoformat()
        if self._checker is None or self._day != day:
            self._day = day  # first: what changes while this is read is read again
            checker = await self._desk.actions.wording.checker()
            self._pardons = await self._desk.database.read(read_pardons)
            if checker is not self._checker:
                self._checker = checker
                self._seen.clear()
        return self._checker
