"""An owner for the tasks of a widget: keeps them, shows their trouble, cancels them when the widget goes.

asyncio is loaded when the first task starts: the window is painted before that.
"""

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import asyncio

Report = Callable[[BaseException], None]


class Tasks:
    """Starts coroutines from Qt slots. Whoever makes one calls ``close`` before the loop ends.

    ``report`` is told of every exception that a task did not deal with; by default the loop's exception handler is,
    at once and not when the task happens to be collected.
    """

    def __init__(self, name: str, report: Report | None = None) -> None:
        self._name = name
        self._report = report
        self._running: dict[asyncio.Task[Any], str] = {}
        self._closed = False

    def start(self, coroutine: Coroutine[Any, Any, object], key: str = "") -> "asyncio.Task[Any] | None":
        """Run it. A task of the same non-empty ``key`` that still runs is cancelled: its answer is no longer wanted."""
        if self._closed:
            coroutine.close()
            return None
        if key:
            self.cancel(key)
        import asyncio

        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # Qt paints once more before the loop starts or after it ended
            coroutine.close()
            return None
        name = key or getattr(coroutine, "__qualname__", "")
        task = loop.create_task(coroutine, name=f"{self._name}:{name}")
        self._running[task] = key
        task.add_done_callback(self._done)
        return task

    def cancel(self, key: str) -> None:
        """Cancel what was started under this key."""
        for task, held in list(self._running.items()):
            if held == key:
                task.cancel()

    @property
    def busy(self) -> bool:
        return bool(self._running)

    async def close(self) -> None:
        """Cancel everything and wait for it; nothing starts afterwards."""
        import asyncio

        self._closed = True
        running = list(self._running)
        for task in running:
            task.cancel()
        if running:
            await asyncio.gather(*running, return_exceptions=True)

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._running.pop(task, None)
        if task.cancelled():
            return
        error = task.exception()
        if error is None or (task.cancelling() and _is_about_a_widget_gone(error)):
            return
        if self._report is not None:
            self._report(error)
            return
        task.get_loop().call_exception_handler(
            {"message": f"task {task.get_name()} failed", "exception": error, "task": task}
        )


def _is_about_a_widget_gone(error: BaseException) -> bool:
    """Whether a task tidied up in a widget that Qt had deleted before it: nobody is left to show anything to.

    A dialog goes when it is answered, and what it still did is told to stop in the same turn: either may come first.
    """
    return isinstance(error, RuntimeError) and "already deleted" in str(error)
