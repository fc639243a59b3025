"""Calls the operator: a tick for cues and warnings; a notice where none of our windows is in front, a toast where one
is that shows another page."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from console.rules.live_advice import Advice
from console.rules.live_calls import Call, Calls, Wish
from console.rules.live_script import Stand
from console.store.live_board import Goods, risk
from console.ui.context import Desk
from console.ui.page import Page
from console.ui.tabs.live import script_words, words
from console.ui.tabs.live.cockpit import Cockpit
from console.ui.tabs.live.cueing import Cueing
from console.ui.tray import Tray

CUTS = ("silent", "frames_dropped")


class Caller(QObject):
    """Listens to the cue clock and to what the cockpit judges. ``ring`` makes the sound."""

    def __init__(self, page: Page, desk: Desk, cueing: Cueing, cockpit: Cockpit) -> None:
        super().__init__(page)
        self._desk = desk
        self._calls = Calls()
        self._page = page
        self.tray = Tray(page)
        self.ring: Callable[[], None] = QApplication.beep
        self.is_in_front: Callable[[], bool] = lambda: QApplication.activeWindow() is not None
        cueing.told.connect(self._cue)
        cockpit.advised.connect(self._advice)
        cockpit.threatened.connect(self._threat)
        self.tray.opened.connect(self._open)

    def call(self, call: Call) -> None:
        """Make it heard and seen, as far as that is wanted now."""
        preferences, in_front = self._desk.preferences, self.is_in_front()
        wish = Wish(
            sound=preferences.live_sound,
            notices=preferences.live_notices,
            quiet=preferences.quiet,
            in_front=in_front,
            in_sight=in_front and self._page.isVisible(),
        )
        told = self._calls.take(call, wish, self._desk.now())
        if told.sound:
            self.ring()
        if told.notice:
            self.tray.say(call.title, call.words)
        if told.toast:
            self._page.warned.emit(call.title, call.words)

    def _cue(self, told: object) -> None:
        one = cast(Stand, told)
        key = f"{one.cue.cue_id}:{one.place}"
        self.call(Call(kind="cue", key=key, title=script_words.told(one), words=one.cue.words.split("\n")[0][:80]))

    def _advice(self, told: object) -> None:
        advice = cast(Advice, told)
        self.call(
            Call(
                kind="cut" if advice.trigger in CUTS else "advice",
                key=advice.trigger,
                title=words.trigger(advice.trigger),
                words=words.evidence(advice),
            )
        )

    def _threat(self, told: object) -> None:
        goods = cast(Goods, told)
        chip = words.risk(goods.minutes_left, risk(goods.minutes_left))
        name = goods.title or words.translate("live", "Item {id}").format(id=goods.item_id)
        title = self.tr("Oversell risk: {name}").format(name=name)
        self.call(
            Call(kind="oversell", key=f"item:{goods.item_id}", title=title, words=chip.word if chip is not None else "")
        )

    def _open(self) -> None:
        """The notice was clicked: here is the window, and the show in it."""
        self._page.go.emit("live", {})
        window = self._page.window()
        window.show()
        window.raise_()
        window.activateWindow()
