"""What a loop does when the file fails it, or a fault of our own: it says so once, rests, and goes on.

Trouble of a platform is not its business: whoever asks platforms says what comes of that. That the file cannot be used
the window says for all loops together (``Database.trouble``).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from console.core.errors import FileTrouble

FIRST_S = 15.0  # after the first failure, doubled each time
LONGEST_S = 600.0
FILE_LONGEST_S = 60.0  # a disk that was full has room again as soon as somebody makes it

log = logging.getLogger(__name__)


def tell(name: str, error: BaseException) -> None:
    """A fault of ours goes where errors that nobody caught end up: into the log, with its place."""
    context = {"message": f"{name} failed", "exception": error}
    asyncio.get_running_loop().call_exception_handler(context)


def tell_end(task: "asyncio.Task[None]") -> None:
    """Of a task that ends only when it is stopped: anything else is a fault of ours."""
    if not task.cancelled() and (error := task.exception()) is not None:
        tell(task.get_name(), error)


class Turn:
    """One turn of a loop that goes on whatever comes of it: ``failed`` by what, if it did."""

    failed: Exception | None = None


class Resting:
    """One loop's: how long it rests after a failure. Each failure is told once, until the loop is ``well`` again."""

    def __init__(self, name: str, first_s: float = FIRST_S) -> None:
        self._name = name
        self._first_s = first_s
        self._times = 0
        self._told: set[object] = set()

    def well(self) -> None:
        """A turn went through."""
        self._times = 0
        self._told.clear()

    def note(self, error: Exception) -> None:
        """Tell of it, unless it was told already."""
        if (what := _what(error)) in self._told:
            return
        self._told.add(what)
        if isinstance(error, FileTrouble):
            log.warning("%s rests: %s", self._name, error.code)
        else:
            tell(self._name, error)

    @contextmanager
    def going_on(self, but: type[Exception] | tuple[type[Exception], ...] = ()) -> Iterator[Turn]:
        """What fails in here is told, and ends here: the file, or a fault of ours is no reason to do no more.

        ``but``: what somebody else has an answer to goes on its way.
        """
        turn = Turn()
        try:
            yield turn
        except but:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is: this is where loops are kept alive
            turn.failed = error
            self.note(error)

    async def attempt(self, step: Callable[[], Awaitable[bool]], again_s: float) -> float | None:
        """Take a step that says whether it is done; seconds until it is to be taken again, None where it is done."""
        done = False
        with self.going_on() as turn:
            done = await step()
        if turn.failed is not None:
            return self.after(turn.failed)
        return None if done else again_s

    async def keep_at(self, step: Callable[[], Awaitable[bool]], pause_s: float | None, again_s: float) -> None:
        """After a first attempt: until it is done."""
        while pause_s is not None:
            await asyncio.sleep(pause_s)
            pause_s = await self.attempt(step, again_s)

    def after(self, error: Exception) -> float:
        """Tell of it; seconds to rest."""
        self.note(error)
        self._times += 1
        longest = FILE_LONGEST_S if isinstance(error, FileTrouble) else LONGEST_S
        return min(self._first_s * 2.0 ** min(self._times - 1, 16), longest)


def _what(error: Exception) -> object:
    """Which failure it is: of a fault its place, for its words may name another row each time."""
    if isinstance(error, FileTrouble):
        return error.code
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return type(error), place and (place.tb_frame.f_code.co_filename, place.tb_lineno)
