"""A run sheet from a template: the category's usual rhythm, as long as the show is, raffles on the hour."""

import re
from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from console import reference
from console.core.clock import HOUR
from console.rules.live_script import CueKind, Script, Template, script_from, template_from
from console.rules.minors import without_prompts
from console.ui import texts
from console.ui.context import Desk
from console.ui.dialogs import Dialog
from console.ui.tabs.live import script_words
from console.ui.tabs.live.script_draft import new_id
from console.ui.widgets import Picker, label
from console.ui.widgets.labels import Wrapped, set_tone

EMPTY: Final = "empty"
LENGTHS: Final = (1, 2, 3, 4, 5, 6, 8, 10, 12)  # hours
MOST_NAME: Final = 40
_TIME = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")


class NewScriptDialog(Dialog):
    """Accepted: ``script()`` is what was asked for."""

    def __init__(self, page: QWidget, desk: Desk, *, protects: bool = False) -> None:
        super().__init__(page, self.tr("New script"), self.tr("Write it"))
        self._protects = protects  # minors: no raffles, no red packets
        self._templates = {row["category"]: row for row in reference.table("live_templates")}
        column = "name_zh" if desk.language == "zh_CN" else "name_en"
        named = [(category, row[column]) for category, row in self._templates.items()]
        self.name = QLineEdit(self.tr("Show of {day}").format(day=texts.full_moment(desk.now())[5:10]))
        self.name.setMaxLength(MOST_NAME)
        self.template = Picker([*named, (EMPTY, self.tr("Without a template"))], named[0][0])
        self.length = Picker([(str(n), self.tr("{n} h").format(n=n)) for n in LENGTHS], "3")
        self.begins = QLineEdit("20:00")
        self.trouble = {name: Wrapped("", 12, tone="red") for name in ("name", "begins")}
        self._rhythm = Wrapped("", 12, tone="text3")
        for name, title, field in (
            ("name", self.tr("Name"), self.name),
            ("", self.tr("Template"), self.template),
            ("", self.tr("Length"), self.length),
            ("begins", self.tr("Begins at"), self.begins),
        ):
            field.setAccessibleName(title)
            self.body.addWidget(label(title, 12, tone="text3"))
            self.body.addWidget(field)
            if name:
                self.body.addWidget(self.trouble[name])
        self.body.addWidget(self._rhythm)
        for edit in (self.name, self.begins):
            edit.textChanged.connect(self._judge)
        for picker in (self.template, self.length):
            picker.chosen.connect(self._judge)
        self._judge()
        self.name.setFocus()
        self.name.selectAll()

    def _judge(self) -> None:
        wrong = {
            "name": "" if self.name.text().strip() else self.tr("The name is missing"),
            "begins": "" if _TIME.fullmatch(self.begins.text().strip()) else self.tr("Write it like 20:00"),
        }
        for name, said in wrong.items():
            self.trouble[name].setText(said)
            self.trouble[name].setVisible(bool(said))
            set_tone(self.name if name == "name" else self.begins, "true" if said else "false", "wrong")
        self.accept_button.setEnabled(not any(wrong.values()))
        self._rhythm.setText(self._said())

    def _said(self) -> str:
        """What the template plans, and whose figures these are."""
        row = self._templates.get(self.template.key())
        if row is None:
            return self.tr("No cue is planned beforehand")
        template = self._template(row)
        said = self.tr("welfare item first, selling points each {n} min, a raffle each full hour")
        if self._protects:
            said = self.tr("welfare item first, selling points each {n} min; no raffles while minors are protected")
        parts = [said.format(n=template.selling_every_min)]
        if template.red_packet_at_min:
            parts.append(self.tr("red packet at minute {n}").format(n=template.red_packet_at_min))
        if template.pk_at_min:
            parts.append(self.tr("PK at minute {n}").format(n=template.pk_at_min))
        own = self.tr("our own suggestion") if "own suggestion" in row["source"] else self.tr("common practice")
        return " · ".join((*parts, f"{own} {row['as_of']}"))

    def _template(self, row: Mapping[str, str]) -> Template:
        template = template_from(row)
        return without_prompts(template) if self._protects else template

    def script(self) -> Script:
        """As it was asked for."""
        name, script_id = self.name.text().strip(), new_id()
        row = self._templates.get(self.template.key())
        if row is None:
            return Script(script_id=script_id, name=name)
        titles = {kind: script_words.kind(kind) for kind in CueKind}
        minute = int(re.split("[:：]", self.begins.text().strip())[1])
        return script_from(self._template(row), script_id, name, int(self.length.key()) * HOUR, titles, minute)
