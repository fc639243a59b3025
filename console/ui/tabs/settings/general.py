"""通用: how the window looks and speaks. Saved at once, and said so beside the control."""

from PySide6.QtCore import QTimer

from console.rules.quiet import CHOICES, Quiet, span
from console.ui.context import Desk
from console.ui.preferences import Preferences
from console.ui.tabs.settings.sections import Row, Section
from console.ui.widgets import Picker, Segmented

SAID_MS = 2_000


class General(Section):
    """Appearance, language, row height, when the window locks, and when it is quiet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self._preferences: Preferences = desk.preferences
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(SAID_MS)
        self._said.timeout.connect(self._unsay)
        self.appearance = Segmented(
            (("light", self.tr("Light")), ("dark", self.tr("Dark")), ("system", self.tr("System"))),
            self._preferences.appearance,
        )
        self.language = Picker((("zh_CN", "简体中文"), ("en", "English")), self._preferences.language)
        self.row_height = Segmented(
            (("comfortable", self.tr("Comfortable")), ("compact", self.tr("Compact"))), self._preferences.row_height
        )
        looks = Row(self.tr("Appearance"), self.tr("Light, dark, or what the system says"), self.appearance)
        self._add(looks, self.appearance, "appearance")
        self.direction = Segmented(
            (("red_up", self.tr("Red up, green down")), ("green_up", self.tr("Green up, red down"))),
            self._preferences.direction,
        )
        ways = Row(
            self.tr("Rise and fall"),
            self.tr("The colours of ▲ and ▼ against the time before. Good and bad keep their own colours."),
            self.direction,
        )
        self._add(ways, self.direction, "direction")
        speech = Row(self.tr("Language"), self.tr("The window is made anew in it; nothing is lost"), self.language)
        self._add(speech, self.language, "language")
        rows = Row(self.tr("Row height"), self.tr("Compact rows leave out the second line"), self.row_height)
        self._add(rows, self.row_height, "row_height")
        self.lock_after = Segmented(
            (("off", self.tr("Off")), ("5", self.tr("5 min")), ("10", self.tr("10 min")), ("30", self.tr("30 min"))),
            self._preferences.lock_after,
        )
        locks = Row(
            self.tr("Lock when nobody is there"),
            self.tr("Everything is covered until somebody comes in. Ctrl+Shift+L locks at once."),
            self.lock_after,
        )
        self._add(locks, self.lock_after, "lock_after")
        self.mask_after = Segmented(
            (("30", self.tr("30 s")), ("60", self.tr("1 min")), ("180", self.tr("3 min"))), self._preferences.mask_after
        )
        masks = Row(
            self.tr("Mask buyers' data again after"),
            self.tr("What was revealed of an order. Closing the order or locking the window masks it at once."),
            self.mask_after,
        )
        self._add(masks, self.mask_after, "mask_after")
        self.quiet = Segmented(
            [(one, self._hours(one)) for one in CHOICES],
            self._preferences.quiet,
        )
        hush = Row(
            self.tr("Quiet hours"),
            self.tr("Only what is critical pops up then, without a sound; everything else waits in the bell."),
            self.quiet,
        )
        self._add(hush, self.quiet, "quiet")
        self._preferences.changed.connect(self._follow)

    def _add(self, row: Row, control: Segmented | Picker, name: str) -> None:
        self.add_row(row)
        control.chosen.connect(lambda value: self._save(row, name, value))

    def _hours(self, quiet: Quiet) -> str:
        hours = span(quiet)
        return self.tr("Off") if hours is None else f"{hours[0]}:00–{hours[1]}:00"

    def _save(self, row: Row, name: str, value: str) -> None:
        self._unsay()
        row.note.setText(self.tr("Saved"))
        self._said.start()
        setattr(self._preferences, name, value)

    def _unsay(self) -> None:
        for row in self.rows:
            row.note.setText("")

    def _follow(self, name: str) -> None:
        """The theme can be turned in the top bar, too."""
        if name == "appearance":
            self.appearance.set_key(self._preferences.appearance)
