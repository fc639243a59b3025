"""How punctually orders leave, in one line above the list; each figure says what it is held against, and since when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console import reference
from console.store.ship_figures import COMPLAINT_DAYS, JUDGED_DAYS, ShipFigures
from console.ui import texts
from console.ui.widgets import label, link
from console.ui.widgets.labels import TextTone, set_tone


class ShipStrip(QWidget):
    """Asked for: the rows that will be late tonight, numbers to hand on, the rows that are kept back."""

    late_asked = Signal()
    untold_asked = Signal()
    kept_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rate, self.mean, self.tonight, self.complaints = (label("", 12, tone="text2") for _ in range(4))
        self.late, self.untold, self.kept = link(""), link(""), link("")
        self.late.clicked.connect(self.late_asked)
        self.untold.clicked.connect(self.untold_asked)
        self.kept.clicked.connect(self.kept_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for part in (self.rate, self.mean, self.tonight, self.late, self.kept, self.complaints, self.untold):
            row.addWidget(part)
        row.addStretch(1)
        self.hide()

    def show_figures(self, found: ShipFigures, now: int, read_at: int | None) -> None:
        """These, of the orders as they were read then: each says so, and where it comes from."""
        self.setVisible(found.is_known)
        self._punctuality(found)
        self._tonight(found, now)
        share, known = found.complaints.rate, reference.figures()
        usual, wanted = known["complaint_usual_bp"], known["complaint_wanted_bp"]
        self.complaints.setText(self.tr("Parcel complaints {share}").format(share=_percent(share)))
        said = self.tr(
            "After-sales about the way, of {n} orders shipped in {days} days · trade {usual}, target {wanted}"
        )
        self.complaints.setToolTip(
            said.format(
                n=texts.count(found.complaints.shipped),
                days=COMPLAINT_DAYS,
                usual=_percent(usual.value / 10_000),
                wanted=_percent(wanted.value / 10_000),
            )
        )
        set_tone(self.complaints, _tone(share, wanted.value / 10_000, usual.value / 10_000))
        self.kept.setVisible(bool(found.kept))
        self.kept.setText(self.tr("%n kept back", "", found.kept))
        self.untold.setVisible(bool(found.untold))
        self.untold.setText(self.tr("%n number(s) to hand on", "", found.untold))
        self._say_source(texts.as_of(read_at, now))

    def _say_source(self, as_of: str) -> None:
        source = self.tr("From the orders of both platforms, {as_of}").format(as_of=as_of)
        for part in (self.rate, self.mean, self.tonight, self.late, self.complaints):
            part.setToolTip(f"{part.toolTip()}\n{source}")
            part.setAccessibleDescription(part.toolTip())

    def _punctuality(self, found: ShipFigures) -> None:
        lines, figures = reference.ship_lines(), found.punctuality
        self.rate.setText(self.tr("48 h rate {share}").format(share=_percent(figures.rate)))
        told = self.tr(
            "Paid in the last {days} days: {on_time} in time, {late} late, {overdue} overdue; {open} not due yet"
        )
        counts = {"on_time": figures.on_time, "late": figures.late, "overdue": figures.overdue, "open": figures.open}
        said = [told.format(days=JUDGED_DAYS, **{key: texts.count(one) for key, one in counts.items()})]
        if figures.presale_on_time or figures.presale_late:
            ahead = self.tr("Sold ahead, by their own clock: {on_time} in time, {late} late")
            on_time, late = texts.count(figures.presale_on_time), texts.count(figures.presale_late)
            said.append(ahead.format(on_time=on_time, late=late))
        self.rate.setToolTip("\n".join(said))
        hours = texts.NOTHING if figures.mean_hours is None else f"{figures.mean_hours:.1f}"
        self.mean.setText(self.tr("{hours} h to ship on average").format(hours=hours))
        against = self.tr("Of {n} orders, pre-sale left out · trade {usual} h, target {wanted} h (as of {date})")
        self.mean.setToolTip(
            against.format(
                n=texts.count(figures.shipped),
                usual=f"{lines.usual_hours:g}",
                wanted=f"{lines.wanted_hours:g}",
                date=reference.figures()["ship_usual_hours"].as_of,
            )
        )
        set_tone(self.mean, _tone(figures.mean_hours, lines.wanted_hours, lines.usual_hours))

    def _tonight(self, found: ShipFigures, now: int) -> None:
        tonight = found.tonight
        due = self.tr("{n} due by midnight").format(n=texts.count(tonight.due))
        held = self.tr("and {n} held").format(n=texts.count(tonight.held)) if tonight.held else ""
        self.tonight.setText(f"{due} {held}".rstrip())
        if tonight.an_hour is None:
            pace = self.tr("Nothing left in the last hours: no pace to reckon with")
        else:
            words = self.tr("At the present pace of {pace} an hour they are gone {time}; {needed} an hour are needed")
            needed = texts.NOTHING if tonight.needed_an_hour is None else f"{tonight.needed_an_hour:.1f}"
            pace = words.format(pace=f"{tonight.an_hour:.1f}", time=texts.moment(tonight.ends_at, now), needed=needed)
        kept = self.tr("Held: by the platform, an after-sale, or kept back by you; they do not leave tonight")
        self.tonight.setToolTip(f"{pace}\n{kept}" if tonight.held else pace)
        self.late.setVisible(bool(tonight.late))
        self.late.setText(self.tr("{n} late at this pace").format(n=texts.count(len(tonight.late))))
        self.late.setToolTip(pace)


def _percent(share: float | None) -> str:
    return texts.NOTHING if share is None else f"{share * 100:.1f}%"


def _tone(value: float | None, good: float, usual: float) -> TextTone:
    """Green up to the target, plain up to what is usual, red beyond."""
    if value is None:
        return "text2"
    return "green" if value <= good else "text2" if value <= usual else "red"
