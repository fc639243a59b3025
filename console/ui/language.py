"""The window's language: our words and Qt's own."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from console.bundled import bundled
from console.catalogue import Language


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
        files = [str(bundled("translations", f"app_{language}.qm"))]
        if language != "en":  # Qt speaks English by itself
            files.append(f"{qt}/qtbase_{language}.qm")
        self._installed = []
        for file in files:
            translator = QTranslator(self._app)
            if translator.load(file):
                self._app.installTranslator(translator)
                self._installed.append(translator)
