"""What keeps the shell itself up to date: one reading of the file after changes, one timer for everything that ages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from console import catalogue
from console.core.changes import Changes
from console.core.errors import FileTrouble, Trouble
from console.ui import texts
from console.ui.context import Desk
from console.ui.overview import Freshness, Overview, read_overview, worst
from console.ui.popover import SyncPopover
from console.ui.widgets import StripLook

if TYPE_CHECKING:
    from console.ui.shell import Shell


class Pulse(QObject):
    """Reads the overview and spreads it over rail, top bar, strip and status bar."""

    def __init__(self, shell: "Shell", desk: Desk) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk = desk
        self._reading = False
        self._again = False
        self._read_once = False
        self.overview = Overview()
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._tick)
        shell.topbar.light.clicked.connect(self._tell)
        shell.topbar.switcher.chosen.connect(desk.scope.choose)
        shell.strip.acted.connect(self._strip_acted)

    def start(self) -> None:
        """Read once and begin to tick."""
        self._desk.changes.changed.connect(self._changed)
        self._changed(None)
        self._second.start()

    def stop(self) -> None:
        """Tick and listen no more."""
        self._second.stop()
        self._desk.changes.changed.disconnect(self._changed)

    @property
    def is_settled(self) -> bool:
        return self._read_once and not self._reading

    def sync_now(self) -> None:
        """Read every shop now; trouble is said in the strip by its health row, not in a dialog."""
        self._shell.tasks.start(self._sync(), key="sync_now")

    async def _sync(self) -> None:
        try:
            await self._desk.actions.sync_now()
        except (Trouble, FileTrouble) as trouble:
            words = catalogue.words_for(trouble, self._desk.language)
            self._shell.toast.say(words.text, words.next_step, icon_name="circle-alert")

    def _changed(self, _changes: Changes | None) -> None:
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._shell.tasks.start(self._read())

    async def _read(self) -> None:
        try:
            self.overview = await self._desk.database.read(read_overview, self._desk.now())
            self._read_once = True
        finally:
            self._reading = False
        self._spread()
        if self._again:
            self._again = False
            self._changed(None)

    def _states(self) -> list[Freshness]:
        return self.overview.freshness(self._desk.now(), self._desk.actions.syncing())

    def _spread(self) -> None:
        overview, shell = self.overview, self._shell
        pairs = [(pair, overview.name(pair)) for pair in overview.pairs]
        if self._desk.scope.pair is None and len(pairs) == 1:
            self._desk.scope.pair = pairs[0][0]
        shell.topbar.switcher.set_pairs(pairs, self._desk.scope.pair, overview.shops)
        shell.statusbar.show_overview(overview, self._desk.now())
        if overview.todo is not None:
            shell.rail.set_badge("orders", overview.todo.to_ship)
            shell.rail.set_badge("products", overview.todo.sync_failed, "red")
        if overview.is_on_air:
            shell.keep_page("live", self._desk)  # it calls whoever works on another page
        self.show_states()

    def _tick(self) -> None:
        if self._shell.isMinimized():
            return
        self.show_states()
        if self._shell.page is not None:
            self._shell.page.tick()
        if self._shell.watch is not None:
            self._shell.watch.tick()
        if self._shell.dispatch is not None:
            self._shell.dispatch.tick()

    def show_states(self) -> None:
        """Say how fresh everything is by now, and the worst of it in the strip."""
        states, shell, now = self._states(), self._shell, self._desk.now()
        broken = self._desk.database.trouble
        tone, word = worst(states) if broken is None else ("red", self.tr("Cannot save"))
        last = min((state.last_at for state in states if state.last_at is not None), default=None)
        shell.topbar.light.show_state(tone, word, texts.clock_time(last))
        shell.statusbar.show_states(states, now)
        shell.rail.set_badge("accounts", sum(state.tone == "red" for state in states), "red")
        shell.strip.show_look(self._strip(states, now) if broken is None else self._broken(broken))

    def _strip(self, states: list[Freshness], now: int) -> StripLook | None:
        """The worst thing to say, or that these are example shops, or nothing."""
        told_there = self._shell.current_key == "accounts"  # by that page's own bars
        for state in states:
            if state.tone == "red" and not told_there:
                return self._red(state)
        if states and all(state.tone == "grey" and state.trouble for state in states):
            last = min((state.last_at for state in states if state.last_at), default=None)
            words = self.tr("You are offline")
            under = self.tr("Showing data {as_of}; looking and searching go on, reading resumes by itself")
            again = self.tr("Try again")
            return StripLook("grey", "wifi-off", words, under.format(as_of=texts.as_of(last, now)), again, "sync")
        for state in states:
            if state.tone == "amber" and state.trouble is not None:
                return self._amber(state)
        ending = self._shell.watch.strip() if self._shell.watch is not None and not told_there else None
        if ending is not None:
            return ending
        if self._desk.is_demo():
            under = self.tr("Everything here is made up; no real shop is asked")
            return StripLook("blue", "flask-conical", self.tr("Example shops"), under)
        return None

    def _broken(self, trouble: FileTrouble) -> StripLook:
        """Nothing is read, sent or kept: graver than whatever troubles a shop. It goes on by itself."""
        said = catalogue.words_for(trouble, self._desk.language)
        return StripLook("red", "circle-alert", said.text, said.next_step)

    def _red(self, state: Freshness) -> StripLook:
        words = self.tr("{shop}: the sign-in is no longer valid, this shop is not being read")
        since = state.trouble.since_at if state.trouble else None
        under = self.tr("since {time}; the other shop goes on").format(time=texts.moment(since))
        return StripLook(
            "red", "circle-alert", words.format(shop=_name(state)), under, self.tr("See accounts"), "accounts"
        )

    def _amber(self, state: Freshness) -> StripLook:
        """Which shop, which of its streams, what; the page of accounts says more, and mends it."""
        trouble = state.trouble
        said = catalogue.words(
            trouble.code if trouble else "*",
            self._desk.language,
            platform=state.shop.platform.value,
            detail=trouble.detail if trouble else "",
        )
        streams = {"orders": self.tr("orders"), "items": self.tr("goods"), "after_sales": self.tr("after-sales")}
        what = streams.get(trouble.stream) if trouble else None
        whose = _name(state) if what is None else self.tr("{shop}, {what}").format(shop=_name(state), what=what)
        words = self.tr("{whose}: {said}").format(whose=whose, said=said.text)
        if self._shell.current_key == "accounts":
            return StripLook("amber", "triangle-alert", words, said.next_step)
        return StripLook("amber", "triangle-alert", words, said.next_step, self.tr("See accounts"), "accounts")

    def _strip_acted(self, key: str) -> None:
        if key == "sync":
            self.sync_now()
        else:
            self._shell.show_tab(key)

    def _tell(self) -> None:
        popover = SyncPopover(
            self._states(), self._desk.now(), self._desk.language, self._desk.actions.next_try_at, self._shell
        )
        popover.sync_asked.connect(self.sync_now)
        popover.show_under(self._shell.topbar.light)


def _name(state: Freshness) -> str:
    return f"{texts.platform(state.shop.platform)}「{state.shop.name}」"
