"""Keys of a show, the same in every window of ours: main window and wall. Outside of them nothing is listened to."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from console.ui.tabs.live.cueing import Cueing
from console.ui.tabs.live.goods import GoodsCard

Acts = Mapping[str, Callable[[], object]]


def show_acts(cueing: Cueing, mark: Callable[[], object], goods: GoodsCard) -> Acts:
    """What holds in every window of ours while a show is on."""
    items = {f"Ctrl+Alt+{n}": partial(cueing.feature, goods, n) for n in range(1, 10)}
    return {"F9": cueing.confirm, "Shift+F9": cueing.skip, "F10": mark, **items}


def listen(where: QWidget, acts: Acts) -> None:
    """Each key once, however long it is held: a second cue must not be confirmed by a heavy finger."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), where)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
