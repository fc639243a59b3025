"""ROI 预测: the chart of paid amount, ROI or spend, and under it what the coming days come to."""

from typing import Literal, cast

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout

from console import reference
from console.catalogue import Language
from console.core.clock import DAY, day_start
from console.rules.forecast_past import Band
from console.rules.insights import promo_on
from console.ui import paint, texts
from console.ui.scales import axis_money
from console.ui.tabs.insights import forecast_words as words
from console.ui.tabs.insights.forecast_chart import ForecastChart, ForecastLook
from console.ui.tabs.insights.forecast_reading import ForecastReading
from console.ui.widgets import Card, Segmented, label
from console.ui.widgets.cards import line
from console.ui.widgets.labels import Wrapped, set_tone

Figure = Literal["paid", "roi", "spend"]
SHOWN_DAYS = 56  # of history


class ForecastCard(Card):
    """Fill it with ``show_reading``."""

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("Forecast"), " ")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._language = language
        self._reading: ForecastReading | None = None
        choices = [("roi", "ROI"), ("paid", self.tr("Paid amount")), ("spend", self.tr("Ad spend"))]
        self.figures = Segmented(choices, "paid")
        self.figures.chosen.connect(lambda: self._draw())
        self.add_end(self.figures)
        self.chart = ForecastChart()
        self.none = label("", tone="text3", wrap=True)
        self.none.setAlignment(paint.CENTRE)
        self.none.setMinimumHeight(220)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self.none, 1)
        self.body.addWidget(line())
        self._sums = QGridLayout()
        self._sums.setHorizontalSpacing(16)
        self.sums = {}
        names = {
            "spend": self.tr("Ad spend ahead"),
            "paid": self.tr("Forecast amount"),
            "band": self.tr("80% band"),
            "below": self.tr("Below break-even"),
            "source": self.tr("Data"),
        }
        for column, (key, name) in enumerate(names.items()):
            part = QVBoxLayout()
            part.setSpacing(2)
            said = label(texts.NOTHING, 14, strong=True)
            said.setAccessibleName(name)
            self.sums[key] = said
            part.addWidget(label(name, 12, tone="text3"))
            part.addWidget(said)
            self._sums.addLayout(part, 0, column)
            self._sums.setColumnStretch(column, 1)
        self.body.addLayout(self._sums)
        self.why = Wrapped("", 12, tone="text3")
        self.body.addWidget(self.why)

    @property
    def figure(self) -> Figure:
        return cast(Figure, self.figures.key())

    def show_reading(self, reading: ForecastReading) -> None:
        """Draw it. Where ROI is known and nobody chose, ROI is what one comes for."""
        if self._reading is None and reading.forecast.roi:
            self.figures.set_key("roi")
        self._reading = reading
        self._draw()

    def _draw(self) -> None:
        reading = self._reading
        if reading is None:
            return
        look = self.look(reading)
        self.chart.setVisible(look is not None)
        self.none.setVisible(look is None)
        self.none.setText(self._nothing(reading))
        self.chart.show_look(look)
        self.under.setText(self._under(reading))
        self._show_sums(reading)
        self.why.setText(self._why(reading))

    # -- the chart ----------------------------------------------------------------------------------------------------

    def look(self, reading: ForecastReading) -> ForecastLook | None:
        """The chart of the figure that is chosen; None where there is nothing of it."""
        days = reading.material.history.days
        shown = days[-SHOWN_DAYS:]
        figure, forecast = self.figure, reading.forecast
        spent = {day.at: day.spend_fen for day in shown if day.spend_fen}
        if figure == "paid":
            history = {day.at: day.paid_fen for day in shown}
            then = dict(reading.then)
        elif figure == "roi":
            history = {day.at: day.paid_fen / spent[day.at] for day in shown if day.at in spent}
            then = {at: fen / spent[at] for at, fen in reading.then.items() if at in spent}
        else:
            history, then = dict(spent), {}
        if not history:
            return None
        begin = shown[0].at
        coming = self._coming(reading)
        level = reading.material.break_even if figure == "roi" else None
        return ForecastLook(
            begin_at=begin,
            today_at=day_start(reading.material.now),
            history=history,
            then={at: value for at, value in then.items() if at >= begin},
            coming=coming,
            words=words.ratio if figure == "roi" else words.rough,
            exact=words.ratio if figure == "roi" else lambda fen: texts.money(round(fen)),
            axis=(lambda value: f"{value:g}") if figure == "roi" else axis_money,
            name=self._name(),
            names=self._promos(begin, forecast.days[-1].at if forecast.days else begin),
            level=level,
            level_words=self._level_words(reading),
            has_bands=figure != "spend",
        )

    def _coming(self, reading: ForecastReading) -> list[tuple[int, Band]]:
        forecast, spend = reading.forecast, reading.forecast.spend_fen
        if self.figure == "paid":
            return [(day.at, day.band) for day in forecast.days]
        if not spend:
            return []
        if self.figure == "spend":
            flat = Band(median=spend, low80=spend, high80=spend, low95=spend, high95=spend)
            return [(day.at, flat) for day in forecast.days]
        return [(day.at, _divided(day.band, spend)) for day in forecast.days]

    def _name(self) -> str:
        return {"roi": "ROI", "paid": self.tr("Paid amount"), "spend": self.tr("Ad spend")}[self.figure]

    def _promos(self, begin: int, end: int) -> dict[int, str]:
        found = {}
        for at in range(begin, end + DAY, DAY):
            promo = promo_on(at, reference.promos())
            if promo is not None and promo_on(at - DAY, reference.promos()) != promo:
                found[at] = promo.names[self._language]
        return found

    def _level_words(self, reading: ForecastReading) -> str:
        margin = reading.material.margin_share
        if margin is None:
            return ""
        return self.tr("Break-even {roi} (margin {margin})").format(
            roi=words.ratio(1 / margin), margin=words.percent(margin)
        )

    # -- words --------------------------------------------------------------------------------------------------------

    def _under(self, reading: ForecastReading) -> str:
        ahead = self.tr("next %n day(s)", "", reading.forecast.horizon)
        if self.figure == "roi":
            return self.tr("{ahead} · paid on the day ÷ spent on the day, before refunds").format(ahead=ahead)
        return ahead

    def _nothing(self, reading: ForecastReading) -> str:
        if not reading.material.history.days:
            return self.tr("The chart begins once orders of a whole day have been read")
        return self.tr("No day of ad spend is known. Bind an ads account, or import what was spent.")

    def _show_sums(self, reading: ForecastReading) -> None:
        forecast, material = reading.forecast, reading.material
        total, spend = forecast.total, forecast.spend_total_fen
        self.sums["spend"].setText(words.rough(spend if forecast.days else None))
        self.sums["paid"].setText(words.rough(forecast.likely_fen) if forecast.days else texts.NOTHING)
        self.sums["band"].setText(words.stretch(total.low80, total.high80) if total else texts.NOTHING)
        below = None
        if spend and material.break_even is not None and forecast.days:
            below = forecast.chance_below(spend * material.break_even)
        self.sums["below"].setText(words.chance(below))
        set_tone(self.sums["below"], "amber" if below is not None and below >= 0.25 else "text")
        days = len(material.history.days)
        self.sums["source"].setText(self.tr("Orders · %n day(s)", "", days) if days else texts.NOTHING)

    def _why(self, reading: ForecastReading) -> str:
        """What a reader must know to judge it."""
        forecast, said = reading.forecast, list[str]()
        if forecast.verdict == "worse" and forecast.past.wape is not None:
            said.append(self.tr("No forecast: last week's weekday told the past as well or better. History only."))
        elif forecast.verdict == "worse":
            said.append(self.tr("No forecast: how wrong it would have been cannot be measured yet. History only."))
        if forecast.days:
            kept = self.tr("Orange dashes: what was forecast then, or what a rehearsal says where none was kept.")
            said.append(kept)
            said.append(self._made(reading))
        if forecast.unseen_promos:
            names = self.tr(", ").join(self._promo_name(key) for key in forecast.unseen_promos)
            said.append(self.tr("{names}: never seen here, counted as an ordinary day.").format(names=names))
        return " ".join(said)

    def _made(self, reading: ForecastReading) -> str:
        made_at, missed = reading.material.made_at, reading.material.missed
        if made_at is None:
            return self.tr("None was kept yet; the first is tonight.")
        when = texts.moment(made_at, reading.material.now)
        if missed is None:
            return self.tr("Last kept {when}.").format(when=when)
        return self.tr("Last kept {when}; kept ones missed {share} so far.").format(
            when=when, share=words.percent(missed, 1)
        )

    def _promo_name(self, key: str) -> str:
        return next((one.names[self._language] for one in reference.promos() if one.key == key), key)


def _divided(band: Band, by: float) -> Band:
    return Band(
        median=band.median / by,
        low80=band.low80 / by,
        high80=band.high80 / by,
        low95=band.low95 / by,
        high95=band.high95 / by,
    )
