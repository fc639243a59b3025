"""What the advice was worth in the past, what it weighs, and which way of selling suits which goods."""

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from console import reference
from console.catalogue import Language
from console.rules.selecting import PARTS, Advice
from console.rules.selecting_kinds import Kind, kind_of
from console.store.selecting import Chosen
from console.ui import texts
from console.ui.tabs.insights import advice_words
from console.ui.tabs.insights import forecast_words as words
from console.ui.widgets import Card, label, link
from console.ui.widgets.labels import Wrapped


class WorthCard(Card):
    """Fill it with ``show_chosen``."""

    def __init__(self) -> None:
        super().__init__(self.tr("Advice in rehearsals"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.value = label(texts.NOTHING, 30, strong=True)
        self.value.setAccessibleName(self.tr("Share of advised goods among the best sellers of the next 14 days"))
        self.said = Wrapped("", 12, tone="text3")
        self.folds = Wrapped("", 12, tone="text2")
        self.aim = Wrapped("", 12, tone="text2")
        for part in (self.value, self.said, self.folds, self.aim):
            self.body.addWidget(part)

    def show_chosen(self, found: Chosen) -> None:
        """The measured share, beside a plain list of top sellers and the yardstick."""
        match = found.match
        self.value.setText(words.percent(match.share))
        plain = words.percent(match.plain)
        told = self.tr("of advised goods were best sellers of the next 14 days; a plain top list: {plain}")
        nothing = self.tr("Nothing was advised in the weeks that could be rehearsed, so nothing was measured.")
        self.said.setText(nothing if match.share is None else told.format(plain=plain))
        self.folds.setText(
            "\n".join(
                self.tr("from {day}: {hits} of {n}, plain {plain}").format(
                    day=words.date(one.begin_at), hits=one.hits, n=one.advised, plain=one.plain_hits
                )
                for one in match.folds
                if one.advised
            )
        )
        lines = reference.selecting_lines()
        wish = self.tr("Yardstick +{share} hits (2026-11-26)").format(share=words.percent(lines.match))
        better = match.better
        measured = "" if better is None else self.tr("Measured {moved} hits").format(moved=texts.signed_percent(better))
        note = self.tr("Stock and checks of past days are not kept, so rehearsals leave them out.")
        self.aim.setText(" · ".join(one for one in (measured, wish) if one) + "\n" + note)


class WeightsCard(Card):
    """``change`` opens the dialog."""

    def __init__(self) -> None:
        super().__init__(self.tr("Weights"), " ")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.change = link(self.tr("Change"))
        self.add_end(self.change)
        self.said = Wrapped("", 12, tone="text2")
        self.body.addWidget(self.said)

    def show_chosen(self, found: Chosen) -> None:
        """Every part with its share of the whole."""
        by, whole = found.weights.by, sum(found.weights.by.values()) or 1
        self.under.setText(
            (self.tr("your own, since {day}") if found.weights.own else self.tr("preset, {day}")).format(
                day=found.weights.since
            )
        )
        parts = [f"{advice_words.part_name(part)} {by[part] / whole:.0%}" for part in PARTS]
        self.said.setText(" · ".join(parts))


class KindsCard(Card):
    """By category: what suits the goods that this shop sells."""

    def __init__(self, language: Language) -> None:
        super().__init__(self.tr("By category"), self.tr("what the trade advises"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._language = language
        self.said = Wrapped("", 12, tone="text2")
        self.body.addWidget(self.said)

    def show_advice(self, advice: Sequence[Advice]) -> None:
        """The kinds that the shop sells, the most sold first."""
        sold: dict[str, tuple[Kind, int]] = {}
        for one in advice:
            kind = kind_of(one.facts.category, reference.selling_kinds())
            if kind is not None:
                sold[kind.key] = (kind, sold.get(kind.key, (kind, 0))[1] + one.facts.amount_fen)
        kinds = [kind for kind, _ in sorted(sold.values(), key=lambda pair: -pair[1])]
        said = [
            self.tr("{words} → {way}: {why} ({day})").format(
                words=kind.words[0] if self._language == "zh_CN" else kind.key.capitalize(),
                way=kind.ways[self._language],
                why=kind.reasons[self._language],
                day=kind.as_of,
            )
            for kind in kinds
        ]
        self.said.setText("\n".join(said) or self.tr("Nothing is known of the categories that you sell."))
