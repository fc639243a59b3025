"""Pictures of goods for whatever shows them: asked for while in sight, held in memory, brought off the loop.

Whoever shows pictures says what is in sight (``see``) and draws what ``pixmap`` has, else the placeholder. What nobody
has in sight any more is not brought. A picture is looked for on this computer first, and only then fetched: at most
four at a time, so that a host that hangs holds up pictures and nothing else. One that does not answer is left alone
for a minute; a picture that is not there, or is none, is not asked for again in this run.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QPainter, QPixmap

from console.core.errors import Busy, FileTrouble, Offline, Trouble
from console.ui import paint
from console.ui.tasks import Tasks
from console.ui.theme import current

if TYPE_CHECKING:
    import asyncio

    from PySide6.QtGui import QImage

    from console.core.gateway import SupportsPictures
    from console.documents.image_facts import Look
    from console.documents.looking import Looker
    from console.store.pictures import PictureStore

AT_ONCE = 4  # downloads
MOST_HELD_BYTES = 32 * 1024 * 1024
REST_S = 60.0  # for a host that did not answer
MOST_GIVEN_UP = 10_000
LINE = 1
Key = tuple[str, int]  # address, pixels


class Pictures(QObject):
    """One for the window: memory and files are shared by all tabs. Without ``fetcher`` it has none, ever."""

    arrived = Signal(str)  # the picture of this address can be drawn now

    def __init__(
        self,
        fetcher: "SupportsPictures | None" = None,
        store: "PictureStore | None" = None,
        looker: "Looker | None" = None,
        *,
        clock_s: Callable[[], float] = time.monotonic,
        most_held_bytes: int = MOST_HELD_BYTES,
    ) -> None:
        super().__init__()
        self._fetcher = fetcher
        self._store = store
        self._looker = looker
        self._clock_s = clock_s
        self._most_held_bytes = most_held_bytes
        self._owners = count(1)
        self._due: set[int] = set()
        self._seen: dict[int, frozenset[Key]] = {}
        self._held: OrderedDict[Key, QPixmap] = OrderedDict()
        self._held_bytes = 0
        self._sizes: dict[str, int] = {}  # by address: the size that came last
        self._running: dict[Key, asyncio.Task[None]] = {}
        self._rests: dict[str, float] = {}
        self._given_up: set[str] = set()
        self._tasks = Tasks("pictures")
        self._lane: asyncio.Semaphore | None = None
        self._bench: asyncio.Lock | None = None

    # -- for whoever shows them -------------------------------------------------------------------------------------

    def pixmap(self, address: str, pixels: int) -> QPixmap | None:
        """The picture, ``pixels`` square; of another size where that one is not here yet. None: not held."""
        address = absolute(address)
        key = (address, pixels)
        if key not in self._held:
            key = (address, self._sizes.get(address, pixels))
        held = self._held.get(key)
        if held is not None:
            self._held.move_to_end(key)
        return held

    def draw(self, painter: QPainter, place: QRect, address: str) -> bool:
        """Draw the picture with a line round it (a white one must not run into a white ground), if it is held."""
        pixmap = self.pixmap(address, inside(place.width(), painter.device().devicePixelRatioF()))
        if pixmap is None:
            return False
        paint.rounded(painter, place, place.width() * paint.ROUNDNESS, current()["border"])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place.adjusted(LINE, LINE, -LINE, -LINE), pixmap)
        return True

    def owner(self) -> int:
        """A name for somebody who shows pictures."""
        return next(self._owners)

    def expect(self, owner: int) -> None:
        """This one will soon say what it sees: pictures of the window wait for that."""
        self._due.add(owner)

    def see(self, owner: int, addresses: Iterable[str], pixels: int) -> None:
        """All that ``owner`` has in sight now, in the order in which it should come."""
        self._due.discard(owner)
        wanted = [(absolute(address), pixels) for address in addresses if address]
        self._seen[owner] = frozenset(wanted)
        still = self._wanted()
        for key in [key for key in self._running if key not in still]:
            self._running.pop(key).cancel()
        for key in wanted:
            self._start(key)

    def leave(self, owner: int) -> None:
        """``owner`` shows nothing any more."""
        self.see(owner, (), 0)
        del self._seen[owner]

    async def look(self, address: str) -> "Look | None":
        """What a check before publishing asks of the picture itself; None where nobody can look.

        It is fetched as it is, and not kept. Raises Trouble where it cannot be had.
        """
        if self._fetcher is None or self._looker is None or not address:
            return None
        return await self._looker.look(await self._fetcher.fetch(absolute(address)))

    @property
    def is_settled(self) -> bool:
        """Whether every picture in sight is here or will not come."""
        return not self._running and not self._due

    async def close(self) -> None:
        """Stop bringing pictures."""
        self._running.clear()
        self._due.clear()
        await self._tasks.close()

    # -- bringing ---------------------------------------------------------------------------------------------------

    def _wanted(self) -> frozenset[Key]:
        return frozenset[Key]().union(*self._seen.values())

    def _start(self, key: Key) -> None:
        if self._fetcher is None or key in self._held or key in self._running or key[0] in self._given_up:
            return
        task = self._tasks.start(self._bring(key))
        if task is not None:
            self._running[key] = task
            task.add_done_callback(lambda done: self._ended(key, done))

    def _ended(self, key: Key, task: "asyncio.Task[None]") -> None:
        if self._running.get(key) is task:
            del self._running[key]

    async def _bring(self, key: Key) -> None:
        import asyncio

        image = await asyncio.to_thread(self._from_disk, key)
        if image is None:
            image = await self._from_afar(key)
        if image is not None:
            self._hold(key, QPixmap.fromImage(image))
            self.arrived.emit(key[0])

    def _from_disk(self, key: Key) -> "QImage | None":
        from console.ui.thumbnails import Unusable, fit

        content = self._store.get(key[0]) if self._store is not None else None
        if self._store is None or content is None:
            return None
        try:
            return fit(content, key[1])
        except Unusable:
            self._store.forget(key[0])
            return None

    async def _from_afar(self, key: Key) -> "QImage | None":
        import asyncio

        from console.ui.thumbnails import Unusable

        self._lane = self._lane or asyncio.Semaphore(AT_ONCE)
        host = urlsplit(key[0]).netloc
        async with self._lane:
            if self._fetcher is None or self._rests.get(host, 0.0) > self._clock_s():
                return None
            try:
                content = await self._fetcher.fetch(key[0])
            except (Offline, Busy):
                self._rests[host] = self._clock_s() + REST_S
                return None
            except (Trouble, FileTrouble):
                self._give_up(key[0])
                return None
        self._bench = self._bench or asyncio.Lock()
        try:
            async with self._bench:  # decoding four at once would leave the loop no core to run on
                return await asyncio.to_thread(self._keep, key, content)
        except Unusable:
            self._give_up(key[0])
            return None

    def _keep(self, key: Key, content: bytes) -> "QImage":
        """Make it small, keep that, and cut it to size."""
        from console.ui.thumbnails import fit, shrink

        small = shrink(content)
        image = fit(small, key[1])
        if self._store is not None:
            self._store.put(key[0], small)
        return image

    def _give_up(self, address: str) -> None:
        if len(self._given_up) >= MOST_GIVEN_UP:
            self._given_up.clear()
        self._given_up.add(address)

    # -- memory -----------------------------------------------------------------------------------------------------

    def _hold(self, key: Key, pixmap: QPixmap) -> None:
        """Keep it at hand; the longest undrawn of those out of sight go first, and nothing in sight goes."""
        self._held[key] = pixmap
        self._sizes[key[0]] = key[1]
        self._held_bytes += _bytes(pixmap)
        if self._held_bytes <= self._most_held_bytes:
            return
        wanted = self._wanted()
        for old in [old for old in self._held if old not in wanted]:
            self._held_bytes -= _bytes(self._held.pop(old))
            if self._sizes.get(old[0]) == old[1]:
                del self._sizes[old[0]]
            if self._held_bytes <= self._most_held_bytes:
                return


def inside(side: int, ratio: float) -> int:
    """How many pixels wide a picture is where it may take ``side`` logical ones with the line round it."""
    return round((side - 2 * LINE) * ratio)


def absolute(address: str) -> str:
    """The address in full: platforms leave ``https:`` out where a web page would know it."""
    return f"https:{address}" if address.startswith("//") else address


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8
