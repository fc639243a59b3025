"""What every test stands on: an offscreen window system, one loop a test, and no noise.

Warnings fail a test by pytest's own setting, Qt's messages by pytest-qt's. Here: log lines from WARNING up, tasks and
threads left running, and windows left open. A test that provokes a log line says so with ``expected_logs``.
"""

import asyncio
import contextlib
import gc
import inspect
import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
    os.environ.pop(_name, None)

import pytest  # noqa: E402 - the platform must be chosen before anything may import Qt

Until = Callable[..., Any]
PATIENCE_S = 20.0
TURNS = 3  # of the loop: what Qt was told to do next is done by then


def _wants_qt(item: pytest.Item) -> bool:
    names = set(getattr(item, "fixturenames", ()))
    return bool(names & {"qtbot", "qapp"}) or item.get_closest_marker("gui") is not None


def _qt_loop() -> asyncio.AbstractEventLoop:
    """Qt's loop, whose steps know it also while it rests.

    pytest-qt and qasync let Qt's events happen between a test and the ends of its fixtures, and the next step of a
    coroutine is such an event: without a running loop it dies. The program closes its tasks inside the loop.
    """
    import qasync
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    app.setQuitOnLastWindowClosed(False)
    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
    step = loop._timer.timerEvent

    def step_inside(event: Any) -> None:
        if asyncio._get_running_loop() is not None:
            step(event)
            return
        asyncio._set_running_loop(loop)
        try:
            step(event)
        finally:
            asyncio._set_running_loop(None)

    loop._timer.timerEvent = step_inside
    return loop


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> dict[str, Callable[[], Any]]:
    """Qt's loop for tests with windows, a plain one for the rest."""
    return {"qasync": _qt_loop} if _wants_qt(item) else {"asyncio": asyncio.new_event_loop}


@pytest.fixture
def until() -> Until:
    """``await until(lambda: seen)``: poll without spinning a second event loop.

    Patience costs nothing where all is well: ``seconds`` is for a machine that does much else. When it is seen, Qt has
    its turns to show what follows from it at once: a panel that a layout was just given, a line that grew.
    """

    async def wait(predicate: Callable[[], object], seconds: float = PATIENCE_S) -> None:
        async with asyncio.timeout(max(seconds, PATIENCE_S)):
            while not predicate():  # noqa: ASYNC110 - the predicate is about Qt's state: no event to wait for
                await asyncio.sleep(0.005)
        for _ in range(TURNS):
            await asyncio.sleep(0)

    return wait


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty file of the program's, to be copied: making one takes ten times as long as copying it."""
    from console.core.clock import SystemClock
    from console.store.database import Database

    path = tmp_path_factory.mktemp("ready") / "console.db"
    Database.open(path, SystemClock()).close()
    return path


class _Noise(logging.Handler):
    """Collects every line from WARNING up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture
def expected_logs() -> list[str]:
    """Append a piece of each log line that the test provokes on purpose."""
    return []


@pytest.fixture(autouse=True)
def _no_stray_logs(expected_logs: list[str]) -> Iterator[None]:
    noise = _Noise()
    logging.getLogger().addHandler(noise)
    yield
    logging.getLogger().removeHandler(noise)
    stray = [line for line in noise.lines if not any(piece in line for piece in expected_logs)]
    assert not stray, f"stray log lines: {stray}"


@pytest.fixture(autouse=True)
def _no_nested_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """``qtbot.wait*`` and ``exec`` inside a coroutine hang the run: fail at once instead."""
    from pytestqt.qtbot import QtBot

    def guard(owner: type, name: str) -> None:
        real = getattr(owner, name)

        def checked(*args: Any, **kwargs: Any) -> Any:
            with contextlib.suppress(RuntimeError):
                if asyncio.current_task() is not None:
                    pytest.fail(f"{owner.__name__}.{name} inside a coroutine spins a second loop; use `until`")
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, checked)

    for name in ("wait", "waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive", "waitCallback"):
        guard(QtBot, name)


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Threads that a test started must be gone after it; so must its windows."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if thread.name.startswith(("io", "asyncio_", "ThreadPoolExecutor")) or thread.daemon:
            continue  # an executor's idle workers end with their loop
        thread.join(2)
        assert not thread.is_alive(), f"thread left running: {thread.name}"
    if _wants_qt(request.node):
        from PySide6.QtWidgets import QApplication

        app = QApplication.instance()
        left = [w for w in QApplication.topLevelWidgets() if w.isVisible()] if app else []
        for widget in left:
            widget.hide()
            widget.deleteLater()
        assert not left, f"windows left open: {left}"


_windows_before = [False]


@pytest.fixture(autouse=True)
def _garbage_is_collected_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Qt's objects must die on the thread they live on, as in the program: see ``console.app.loop.collect_here``.

    What the fixtures of a window's test held is garbage only when they are gone: it is collected before the next test
    without windows, whose threads would collect it otherwise.
    """
    if not _wants_qt(request.node):
        if _windows_before[0]:
            gc.collect()
            _windows_before[0] = False
        yield
        return
    _windows_before[0] = True
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _widgets_outlive_their_fixtures(
    request: pytest.FixtureRequest, _nothing_left_behind: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """pytest-qt deletes what was registered before fixtures end, and a coroutine's fixture still closes its page then.

    What is registered inside a coroutine is deleted here instead, after every fixture that uses it.
    """
    if not _wants_qt(request.node):
        yield
        return
    from pytestqt.qtbot import QtBot
    from shiboken6 import isValid

    kept: list[Any] = []
    real = QtBot.addWidget

    def keep(bot: Any, widget: Any, **more: Any) -> None:
        with contextlib.suppress(RuntimeError):
            if asyncio.current_task() is not None:
                kept.append(widget)
                return
        real(bot, widget, **more)

    monkeypatch.setattr(QtBot, "addWidget", keep)
    yield
    for widget in kept:
        if isValid(widget):
            widget.hide()
            widget.deleteLater()


def pytest_configure(config: pytest.Config) -> None:
    """Searches look at the same examples each time, so that a run tells of the change; the long run draws new ones."""
    from hypothesis import HealthCheck, settings

    fresh = settings.get_profile("default")
    settings.register_profile("drawn", fresh, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("ci" if "not long" in config.option.markexpr else "drawn")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files of which a test takes long come first, so that no worker waits at the end for another's last one.

    Coroutine tests are watched for tasks; plain ones have no loop to watch.
    """
    items.sort(key=lambda item: "e2e" not in item.path.parts)
    for item in items:
        if {"e2e", "app"} & set(item.path.parts) and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(180))  # whole programs: three times what the others have
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
            item.fixturenames.insert(0, "_no_stray_tasks")


@pytest.fixture
async def _no_stray_tasks() -> Any:
    """Every task has an owner: none may outlive its test."""
    yield
    me = asyncio.current_task()
    left = [task for task in asyncio.all_tasks() if task is not me and not task.done()]
    for task in left:
        task.cancel()
    if left:
        await asyncio.gather(*left, return_exceptions=True)
    assert not left, f"tasks left running: {left}"
