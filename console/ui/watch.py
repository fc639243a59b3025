"""Keeps the bell: looks at the file when shops change and once a minute, and says aloud what is to be told, once."""

import logging
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from console.core.changes import Changes
from console.core.clock import DAY, MINUTE
from console.core.errors import FileTrouble
from console.rules.quiet import is_quiet
from console.ui import alert_words, bell, texts
from console.ui.context import Desk
from console.ui.widgets import StripLook
from console.ui.widgets.toast import CRITICAL_STAYS_MS

if TYPE_CHECKING:
    from console.rules.alerts import Alert
    from console.store.alerts import Watched
    from console.ui.shell import Shell

NEAR = 3 * DAY  # from then on a strip stands on every page
log = logging.getLogger(__name__)

HEEDED = frozenset({"shops", "health", "settings", "prices", "compliance"})


STOPPING = frozenset({"dead", "trouble", "stop"})  # of a shop: it outweighs every reminder


def _weight(alert: "Alert") -> tuple[bool, bool, int]:
    """What is said aloud first: the critical, then a shop that stops, then by level."""
    return (alert.level > 0, alert.cause not in STOPPING, alert.level)


class Watch(QObject):
    """Owned by the shell; ``tick`` comes once a second."""

    def __init__(self, shell: "Shell", desk: Desk) -> None:
        super().__init__(shell)
        self._shell = shell
        self._desk = desk
        self._looking = False
        self._again = False
        self._next_at = 0
        self._critical: Alert | None = None  # stands in the toast
        self.seen: Watched | None = None
        shell.topbar.bell.clicked.connect(self._open)

    def start(self) -> None:
        """Look once, and listen."""
        self._desk.changes.changed.connect(self._changed)
        self.look()

    def stop(self) -> None:
        """Listen no more."""
        self._desk.changes.changed.disconnect(self._changed)

    @property
    def is_settled(self) -> bool:
        return self.seen is not None and not self._looking

    @property
    def alerts(self) -> "tuple[Alert, ...]":
        """What should be known now."""
        return self.seen.alerts if self.seen is not None else ()

    def tick(self) -> None:
        """A second has passed, or the clock has leapt."""
        if self._desk.now() >= self._next_at:
            self.look()

    def look(self) -> None:
        """Read the file; what is to be told is told by whoever read it."""
        self._next_at = self._desk.now() + MINUTE
        if self._looking:
            self._again = True
            return
        self._looking = True
        self._shell.tasks.start(self._look())

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & HEEDED:
            self.look()

    async def _look(self) -> None:
        from console.store.alerts import watch

        try:
            sign_ins = await self._desk.actions.sign_ins()
            ends = {shop_id: one.ends_at for shop_id, one in sign_ins.items()}
            self.seen = await self._desk.database.write(watch, ends, self._desk.now())
        except FileTrouble as trouble:
            log.info("nothing is told now: %s", trouble.code)  # a full disk is others' to complain of
            return
        finally:
            self._looking = False
        self._hush(self.seen)
        self._tell(self.seen)
        self.show()
        if self._again:
            self._again = False
            self.look()

    def _tell(self, seen: "Watched") -> None:
        """One toast at a time: the worst; the others are in the bell, in quiet hours all that is not critical."""
        if not seen.to_tell:
            return
        worst = min(seen.to_tell, key=_weight)
        quiet = is_quiet(self._desk.preferences.quiet, self._desk.now())
        if quiet and worst.level > 0:
            return
        said = alert_words.said(worst, seen.shops, self._desk.now(), self._desk.language)
        critical = worst.level == 0
        under = texts.moment(worst.ends_at, self._desk.now()) if worst.ends_at is not None else ""
        if worst.cause in ("price", "kept"):
            under = said.under
        icon = alert_words.ICONS[worst.cause]
        self._critical = worst if critical else None
        if critical:
            if not quiet:
                QApplication.beep()
            self._shell.toast.say(said.words, under, icon_name=icon, stays_ms=CRITICAL_STAYS_MS)
        else:
            self._shell.toast.say(said.words, under, icon_name=icon)

    def _hush(self, seen: "Watched") -> None:
        """Take a critical toast back as soon as its cause is over."""
        told, words = self._critical, self._shell.toast
        if told is not None and not any(one.level == 0 and one.shop_id == told.shop_id for one in seen.alerts):
            self._critical = None
            words.hide()

    # -- the bell ---------------------------------------------------------------------------------------------------

    def unread(self) -> "list[Alert]":
        """What nobody has marked as read."""
        read = set(self._desk.preferences.alerts_read)
        return [alert for alert in self.alerts if alert.key not in read]

    def show(self) -> None:
        """Put the number on the bell. What is over is unread again when it comes back."""
        present = {alert.key for alert in self.alerts}
        read = self._desk.preferences.alerts_read
        if set(read) - present:
            self._desk.preferences.alerts_read = [key for key in read if key in present]
        unread = self.unread()
        worst = min((alert.level for alert in unread), default=3)
        self._shell.topbar.bell.show_unread(len(unread), bell.TONES[worst])

    def mark_read(self, *alerts: "Alert") -> None:
        """Remember these."""
        read = set(self._desk.preferences.alerts_read) | {alert.key for alert in alerts}
        self._desk.preferences.alerts_read = sorted(read)
        self.show()

    def _open(self) -> None:
        now, unread = self._desk.now(), {alert.key for alert in self.unread()}
        shops = self.seen.shops if self.seen is not None else ()
        rows = [(one, alert_words.said(one, shops, now, self._desk.language), one.key in unread) for one in self.alerts]
        popover = bell.BellPopover(rows, now, self._shell)
        popover.opened.connect(self._go)
        popover.read_all.connect(lambda: self.mark_read(*self.alerts))
        popover.show_under(self._shell.topbar.bell)

    def _go(self, alert: "Alert") -> None:
        self.mark_read(alert)
        tab, question = alert_words.opens(alert)
        self._shell.go_to(tab, dict(question))

    # -- the strip --------------------------------------------------------------------------------------------------

    def strip(self) -> StripLook | None:
        """The first shop that stops within days, if one does; said for as long as it is so."""
        if self.seen is None:
            return None
        now = self._desk.now()
        near = [
            (stop.at, alert)
            for alert in self.alerts
            if alert.cause == "stop" and alert.ends_at is not None and alert.ends_at - now <= NEAR
            for stop in self.seen.stops.get(alert.shop_id, ())
            if stop.at == alert.ends_at
        ]
        if not near:
            return None
        _, alert = min(near, key=lambda one: one[0])
        said = alert_words.said(alert, self.seen.shops, now, self._desk.language)
        tone: Literal["red", "amber"] = "red" if alert.level == 0 else "amber"
        return StripLook(tone, "hourglass", said.words, said.under, self.tr("See accounts"), "accounts")
