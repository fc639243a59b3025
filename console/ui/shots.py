"""Pictures of every tab and room, taken when what they show has arrived: no waiting by the clock, no half-read page."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage

from console.ui import theme
from console.ui.shell import Shell
from console.ui.tabs import TABS

_COMPLIANCE = (
    "wording", "scan", "reviews", "bank", "violations", "certificates", "duties", "disputes", "selfcheck",
)  # fmt: skip
_FIGURES = ("pad", "import", "sources", "lines", "show")
_LIVE = {f"live_{name}": {"view": name} for name in ("recap", "replay", "scripts", "wall")}
ROOMS = {
    "orders": {"aftersales": {"room": "aftersales"}, "reconcile": {"proof": "today"}},
    "compliance": {name: {"view": name} for name in _COMPLIANCE},
    "traffic": {f"traffic_{name}": {"view": name} for name in ("contents", "labels", "experiments", "calendar")},
    "customers": {f"customers_{name}": {"view": name} for name in ("list", "segments", "touch", "coupons", "tasks")},
    "insights": {f"insights_{name}": {"view": name} for name in ("forecast", "selection", "rows")},
    "live": _LIVE | {f"live_figures_{name}": {"view": "now", "figures": name} for name in _FIGURES},
}
"""Pages that stand beside a tab's own: the name of the picture, and the question that leads there."""
BACK = {"live": {"view": "now"}}
"""The question that leads back from there, where it is not an empty one."""
PATIENCE_S = 60.0  # for one tab; a picture that takes longer shows a fault


async def settle(shell: Shell) -> None:
    """Wait until everything in sight has been answered. Painting asks for rows, so this paints, too."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                while not _is_settled(shell):  # noqa: ASYNC110 - the condition is the state of many widgets
                    await asyncio.sleep(0.01)
                shell.grab()
                if _is_settled(shell):
                    return
    except TimeoutError:  # is an OSError, too; it must not pass for one
        raise RuntimeError(f"the tab {shell.current_key} does not come to rest") from None


def _is_settled(shell: Shell) -> bool:
    """Rows first; the goods' pictures of those in sight come after them."""
    return shell.is_settled and (shell.desk is None or shell.desk.pictures.is_settled)


async def shoot(shell: Shell, folder: Path, *, keys: Sequence[str] = ()) -> list[Path]:
    """Render each tab, and the rooms beside it, to ``<name>_<theme>_<lang>_<WxH>.png`` and return the paths.

    A room with nothing to show yet leaves its tab as it is: a recap without a show gives no picture.
    No screen is needed.
    """
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    made = []
    stamp = f"{theme.current().name}_{shell.preferences.language}_{shell.width()}x{shell.height()}"
    for tab in TABS:
        if keys and tab.key not in keys:
            continue
        shell.show_tab(tab.key)
        own = await _grabbed(shell)
        made.append(_written(own, folder / f"{tab.key}_{stamp}.png"))
        for name, question in ROOMS.get(tab.key, {}).items():
            shell.go_to(tab.key, question)
            room = await _grabbed(shell)
            if room != own:
                made.append(_written(room, folder / f"{name}_{stamp}.png"))
            shell.go_to(tab.key, BACK.get(tab.key, {}))
    return made


async def _grabbed(shell: Shell) -> QImage:
    """The window, or the one that the page has open beside it, at the same size."""
    await settle(shell)
    shell.toast.hide()  # what passes by covers what stays
    window = (shell.page and shell.page.beside) or shell
    if window is not shell:
        window.resize(shell.size())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what it shows finds its room
    return window.grab().toImage()


def _written(image: QImage, path: Path) -> Path:
    if not image.save(str(path)):
        raise OSError(f"the picture could not be written: {path}")
    return path
