"""The window's language: our words and Qt's own."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from console.bundled import bundled
from console.catalogue import Language

GROUPED = 1_000


class Grouping(QTranslator):
    """Qt itself puts a number for ``%n`` as bare digits; every other number here is written ``1,740``.

    It holds its words: Qt neither copies nor keeps them, and asks whatever is installed, however long ago it was.
    """

    def __init__(self, app: QCoreApplication, words: bytes) -> None:
        super().__init__(app)
        self._words = words  # read, not mapped: a mapped file that an update replaces kills us
        self.is_loaded = self.load(words)

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        said = super().translate(context, source, disambiguation, n) or ""  # none: not among these words
        return (said.replace("%n", f"{n:,}") if n >= GROUPED else said) or None


class Translators:
    """Installs a language into the application; another one takes its place."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language: Language | None = None

    def use(self, language: Language) -> None:
        """Speak this language from now on. Widgets that exist keep their words until they are made anew."""
        if language == self.language:
            return
        for old in self._installed:
            self._app.removeTranslator(old)
        self.language = language
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        files = [bundled("translations", f"app_{language}.qm")]
        if language != "en":  # Qt speaks English by itself
            files.append(Path(qt, f"qtbase_{language}.qm"))
        self._installed = []
        for file in files:
            if not file.exists():
                continue
            translator = Grouping(self._app, file.read_bytes())
            if translator.is_loaded:
                self._app.installTranslator(translator)
                self._installed.append(translator)
