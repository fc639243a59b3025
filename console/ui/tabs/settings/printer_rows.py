"""The parts of 打印机: what is read for it, and the row of one printer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.core.clock import day_start
from console.core.model import Platform
from console.documents.label_printers import Known
from console.ui.paint import ChipLook
from console.ui.tabs.settings.sections import Row
from console.ui.widgets import Chip, button, link

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.store.waybill_prints import Stopped


@dataclass(frozen=True)
class Printing:
    """One reading for this section. ``autos`` is the printer of each carrier that is printed by itself."""

    waiting: int
    stopped: "Stopped | None"
    out_today: Mapping[str, int]
    autos: Mapping[str, str]
    carriers: Mapping[str, str]
    shops: Sequence[str]


def read_printing(conn: "Connection", now: int) -> Printing:
    """Read it on a database thread."""
    from console.store import shops, waybill_prints, waybills

    known = [shop.shop_id for shop in shops.shops(conn) if shop.platform is Platform.KUAISHOU]
    return Printing(
        waiting=len(waybill_prints.queue(conn)),
        stopped=waybill_prints.stopped(conn),
        out_today=waybill_prints.out_since(conn, day_start(now)),
        autos=waybills.auto_printed(conn),
        carriers=waybills.carriers_used(conn),
        shops=known,
    )


@dataclass
class Contracts:
    """What the shops' contracts say of carriers; ``trouble`` is why nothing is known."""

    names: dict[str, str] = field(default_factory=dict)
    trouble: str = ""


class PrinterRow(Row):
    """One printer: what it is, how it stands, whether labels go there, and a test page."""

    def __init__(self, title: str, under: str, chip: ChipLook, *, usual: bool) -> None:
        controls = QWidget()
        super().__init__(title, under, controls)
        self.chip = Chip(chip)
        self.role = Chip(ChipLook("blue", "printer", self.tr("Labels")))
        self.use = link(self.tr("Use for labels"))
        self.use.setAccessibleName(f"{self.use.text()} {title}")
        self.test = button(self.tr("Test page"), small=True)
        self.test.setAccessibleName(f"{self.test.text()} {title}")
        across = QHBoxLayout(controls)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        for part in (self.role, self.use, self.chip, self.test):
            across.addWidget(part)
        self.set_usual(usual)

    def set_usual(self, usual: bool) -> None:
        """Whether this is where labels go."""
        self.role.setVisible(usual)
        self.use.setVisible(not usual)


def state_chip(known: Known) -> ChipLook:
    """How the system says that a printer stands."""
    translate = QCoreApplication.translate
    match known.state:
        case "ready":
            return ChipLook("green", "circle-check", translate("Printers", "Ready"))
        case "printing":
            return ChipLook("blue", "printer", translate("Printers", "Printing"))
        case "stopped":
            return ChipLook("amber", "pause", translate("Printers", "Stopped"))
        case _:
            return ChipLook("red", "circle-alert", translate("Printers", "In trouble"))
