"""Days on which the clock of a case stands still: listed, added with a reason, taken out."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console import catalogue
from console.rules.violations import Pause, pause_trouble
from console.ui.dialogs import Dialog
from console.ui.widgets import button, icon_button, label
from console.ui.widgets.labels import Elided, Wrapped


class PauseDialog(Dialog):
    """Both ends belong to a pause. What stands in the fields is added with the button, or when the form is kept."""

    def __init__(self, parent: QWidget, pauses: tuple[Pause, ...], notice: date, language: catalogue.Language) -> None:
        super().__init__(parent, self.tr("Pause days"), self.tr("Keep"))
        self.pauses = list(pauses)
        self._notice, self._language = notice, language
        hint = self.tr("Working days within a pause are not counted, such as while the platform asks for more.")
        self.body.addWidget(Wrapped(hint, 12, tone="text3"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.addLayout(self._rows)
        self.begin, self.end, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.add = button(self.tr("Add"), "default", "plus", small=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for field, name, example in (
            (self.begin, self.tr("From"), notice.isoformat()),
            (self.end, self.tr("To"), notice.isoformat()),
            (self.reason, self.tr("Reason"), self.tr("Reason")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(example)
            field.textChanged.connect(self._judge)
            row.addWidget(field, 2 if field is self.reason else 1)
        row.addWidget(self.add)
        self.body.addLayout(row)
        self.trouble = Wrapped("", 12, tone="red")
        self.body.addWidget(self.trouble)
        self.add.clicked.connect(self._add)
        self._show()
        self._judge()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, one in enumerate(self.pauses):
            self._rows.addWidget(self._row(place, one))
        if not self.pauses:
            self._rows.addWidget(label(self.tr("no pause"), 12, tone="text3"))

    def _row(self, place: int, one: Pause) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        away = icon_button("trash-2", self.tr("Take out"), small=True)
        away.clicked.connect(lambda: self._drop(place))
        row.addWidget(label(f"{one.begin} – {one.end}"))
        row.addWidget(Elided(one.reason), 1)
        row.addWidget(away)
        return made

    def _drop(self, place: int) -> None:
        del self.pauses[place]
        self._show()
        self._judge()

    @property
    def _is_typed(self) -> bool:
        return any(one.text().strip() for one in (self.begin, self.end, self.reason))

    def _typed(self) -> Pause | None:
        """What stands in the fields; None where a day is none."""
        try:
            days = [date.fromisoformat(one.text().strip()) for one in (self.begin, self.end)]
        except ValueError:
            return None
        return Pause(begin=days[0], end=days[1], reason=self.reason.text().strip())

    def _judge(self) -> None:
        typed = self._typed() if self._is_typed else None
        code = pause_trouble([*self.pauses, *([typed] if typed else [])], self._notice)
        said = catalogue.words(code, self._language).text if code else ""
        if self._is_typed and typed is None:
            said = self.tr("Days are written like 2027-03-02.")
        self.trouble.setText(said)
        self.add.setEnabled(typed is not None and not said)
        self.accept_button.setEnabled(not said)

    def _add(self) -> None:
        typed = self._typed()
        if typed is None:
            return
        self.pauses.append(typed)
        for field in (self.begin, self.end, self.reason):
            field.clear()
        self._show()
        self._judge()

    def found(self) -> tuple[Pause, ...]:
        """In their order, with what was typed last."""
        typed = self._typed() if self._is_typed else None
        return tuple(sorted([*self.pauses, *([typed] if typed else [])], key=lambda one: one.begin))
