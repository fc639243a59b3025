"""Keys of a show in front of any program: only while one is on, only if wanted, and said where another has them."""

from PySide6.QtCore import QObject, Signal

from console.ui.global_keys import Acts, GlobalKeys, global_keys
from console.ui.preferences import Preferences


class KeysEverywhere(QObject):
    """``said`` carries a sentence for the toast; ``moved`` that ``words`` are others now."""

    said = Signal(str, str)
    moved = Signal(str)

    def __init__(self, parent: QObject, preferences: Preferences, acts: Acts) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._acts = acts
        self.keys: GlobalKeys = global_keys()
        self._is_on_air = False
        self._taken = False

    @property
    def words(self) -> str:
        """Whether they hold everywhere."""
        if not self.keys.is_there:
            return self.tr("Keys hold in our windows only")
        wanted = self._preferences.live_global_keys
        return self.tr("Keys everywhere: on") if wanted else self.tr("Keys everywhere: off")

    def toggle(self) -> None:
        """Want them, or no longer."""
        if self.keys.is_there:
            self._preferences.live_global_keys = not self._preferences.live_global_keys
            self._settle()
        else:
            why = self.tr("There is no such part for this system yet")
            self.said.emit(self.tr("Keys hold in our windows only"), why)
        self.moved.emit(self.words)

    def set_on_air(self, is_on_air: bool) -> None:
        """A show begins or is over."""
        if is_on_air != self._is_on_air:
            self._is_on_air = is_on_air
            self._settle()

    def close(self) -> None:
        """Give them back."""
        self.set_on_air(False)

    def _settle(self) -> None:
        wanted = self._is_on_air and self.keys.is_there and self._preferences.live_global_keys
        if wanted == self._taken:
            return
        self._taken = wanted
        if not wanted:
            self.keys.release()
            return
        held = self.keys.take(self._acts)
        if held:
            said = self.tr("Held by another program: {keys}").format(keys="、".join(held))
            self.said.emit(said, self.tr("They still hold in our windows"))
