"""How this window looks on this machine: theme, language, row height, sizes.

Kept in a small file beside the database, because the first paint comes before the database is opened. What concerns the
shops is kept in the database, with an audit row; nothing of that is here.
"""

from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QByteArray, QLocale, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication

from console.catalogue import Language
from console.rules.quiet import CHOICES, Quiet
from console.ui.theme import Direction, ThemeName

Appearance = Literal["light", "dark", "system"]
RowHeight = Literal["comfortable", "compact"]
LockAfter = Literal["off", "5", "10", "30"]
MaskAfter = Literal["30", "60", "180"]


class Preferences(QObject):
    """Read at once, written at once; ``changed`` names what was changed."""

    changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(path), QSettings.Format.IniFormat, self)

    # -- values -----------------------------------------------------------------------------------------------------

    @property
    def appearance(self) -> Appearance:
        found = str(self._file.value("appearance", "system"))
        return next((one for one in get_args(Appearance) if one == found), "system")

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._put("appearance", value)

    @property
    def theme(self) -> ThemeName:
        """The theme to show: the chosen one, or what the system says."""
        if self.appearance != "system":
            return self.appearance
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    @property
    def language(self) -> Language:
        found = str(self._file.value("language", ""))
        if found in get_args(Language):
            return "en" if found == "en" else "zh_CN"
        return "en" if QLocale.system().name().startswith("en_") else "zh_CN"

    @language.setter
    def language(self, value: Language) -> None:
        self._put("language", value)

    @property
    def direction(self) -> Direction:
        """In which colour a figure rises; in China red is the colour of up."""
        return "green_up" if self._file.value("direction") == "green_up" else "red_up"

    @direction.setter
    def direction(self, value: Direction) -> None:
        self._put("direction", value)

    @property
    def row_height(self) -> RowHeight:
        return "compact" if self._file.value("row_height") == "compact" else "comfortable"

    @row_height.setter
    def row_height(self, value: RowHeight) -> None:
        self._put("row_height", value)

    @property
    def lock_after(self) -> LockAfter:
        """After how many minutes without anybody the window locks; ``off``: only when asked to."""
        found = str(self._file.value("lock_after", "off"))
        return next((one for one in get_args(LockAfter) if one == found), "off")

    @lock_after.setter
    def lock_after(self, value: LockAfter) -> None:
        self._put("lock_after", value)

    @property
    def lock_minutes(self) -> int:
        """The same as a number; 0 is never."""
        return 0 if self.lock_after == "off" else int(self.lock_after)

    @property
    def mask_after(self) -> MaskAfter:
        """After how many seconds a buyer's data that was revealed is masked again."""
        found = str(self._file.value("mask_after", "60"))
        return next((one for one in get_args(MaskAfter) if one == found), "60")

    @mask_after.setter
    def mask_after(self, value: MaskAfter) -> None:
        self._put("mask_after", value)

    @property
    def mask_seconds(self) -> int:
        """The same as a number."""
        return int(self.mask_after)

    @property
    def quiet(self) -> Quiet:
        """The hours in which only what is critical is told, without a sound."""
        found = str(self._file.value("quiet", "off"))
        return next((one for one in CHOICES if one == found), "off")

    @quiet.setter
    def quiet(self, value: Quiet) -> None:
        self._put("quiet", value)

    @property
    def live_sound(self) -> bool:
        """Whether a show makes a sound when something is due; a microphone may be near."""
        return str(self._file.value("live_sound", "false")) == "true"

    @live_sound.setter
    def live_sound(self, value: bool) -> None:
        self._put("live_sound", "true" if value else "false")

    @property
    def live_notices(self) -> bool:
        """Whether a show puts notices on the desktop while none of our windows is in front."""
        return str(self._file.value("live_notices", "true")) == "true"

    @live_notices.setter
    def live_notices(self, value: bool) -> None:
        self._put("live_notices", "true" if value else "false")

    @property
    def live_global_keys(self) -> bool:
        """Whether the keys of a show hold in front of any program, while one is on."""
        return str(self._file.value("live_global_keys", "false")) == "true"

    @live_global_keys.setter
    def live_global_keys(self, value: bool) -> None:
        self._put("live_global_keys", "true" if value else "false")

    @property
    def rail_folded(self) -> bool:
        return str(self._file.value("rail_folded", "false")) == "true"

    @rail_folded.setter
    def rail_folded(self, value: bool) -> None:
        self._put("rail_folded", "true" if value else "false")

    @property
    def drawer_width(self) -> int:
        return int(str(self._file.value("drawer_width", 600)))

    @drawer_width.setter
    def drawer_width(self, value: int) -> None:
        self._put("drawer_width", value)

    @property
    def geometry(self) -> QByteArray:
        found = self._file.value("geometry", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._put("geometry", value)

    @property
    def callback(self) -> str:
        """The address that a Kuaishou app sends the browser back to; kept so that signing in again needs no typing."""
        return str(self._file.value("callback", ""))

    @callback.setter
    def callback(self, value: str) -> None:
        self._put("callback", value)

    @property
    def ads_callback(self) -> str:
        """The same of the ads application, which is another one."""
        return str(self._file.value("ads_callback", ""))

    @ads_callback.setter
    def ads_callback(self, value: str) -> None:
        self._put("ads_callback", value)

    @property
    def label_printer(self) -> str:
        """Where labels were put last."""
        return str(self._file.value("label_printer", ""))

    @label_printer.setter
    def label_printer(self, value: str) -> None:
        self._put("label_printer", value)

    @property
    def waybill_account(self) -> str:
        """The carrier and branch that numbers were taken from last."""
        return str(self._file.value("waybill_account", ""))

    @waybill_account.setter
    def waybill_account(self, value: str) -> None:
        self._put("waybill_account", value)

    @property
    def order_views(self) -> str:
        """The views of the orders that somebody gave a name, as JSON."""
        return str(self._file.value("order_views", ""))

    @order_views.setter
    def order_views(self, value: str) -> None:
        self._put("order_views", value)

    @property
    def alerts_read(self) -> list[str]:
        """The present alerts that were marked as read."""
        return [key for key in str(self._file.value("alerts_read", "")).split("\n") if key]

    @alerts_read.setter
    def alerts_read(self, value: list[str]) -> None:
        self._put("alerts_read", "\n".join(value))

    def _put(self, name: str, value: object) -> None:
        if self._file.value(name) != value:
            self._file.setValue(name, value)
            self.changed.emit(name)
