"""The right half of the mapping dialog: which leaves suit, why, and what choosing one would do."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from console import catalogue
from console.catalogue import Language
from console.core.categories import Category
from console.rules.alike import AlikePlan, plan_alike
from console.rules.categories import Suggestion
from console.store.views_goods import Belonging
from console.ui import texts
from console.ui.page import scrolled
from console.ui.tabs.products.category_kinds import Kind, unread_name
from console.ui.widgets import SearchBox, Segmented, Switch, button, label, line, stack
from console.ui.widgets.labels import Wrapped, set_tone

FOUND_MOST, NARROW = 40, 120
ONE, ALIKE = "one", "alike"


class Option(QPushButton):
    """A leaf that may be chosen, with the reasons that speak for it."""

    def __init__(self, category_id: str, path: str, under: str) -> None:
        super().__init__()
        self.category_id = category_id
        self.setCheckable(True)
        self.setProperty("kind", "option")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{path}, {under}" if under else path)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(2)
        words = [Wrapped(path, strong=True)] + ([Wrapped(under, 12, tone="text3")] if under else [])
        for part in words:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setMinimumWidth(1)  # else it asks for the width of its longest word
            inside.addWidget(part)
        self._inside = inside

    def sizeHint(self) -> QSize:
        return self._inside.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW, self._inside.totalMinimumSize().height())


class LeafPane(QWidget):
    """``applied`` carries leaves by item."""

    applied = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._kind: Kind | None = None
        self._only: Belonging | None = None
        self._leaves: Sequence[Category] = ()
        self._suggestions: Sequence[Suggestion] = ()
        self.plan: AlikePlan | None = None
        self.options: list[Option] = []
        self.title = Wrapped("", 14, strong=True)
        self.under = Wrapped("", 12, tone="text3")
        self.search = SearchBox(self.tr("Search Kuaishou's leaves"))
        self.search.asked.connect(self._list)
        self.head = label("", 12, tone="text3")
        self.scope = Segmented([(ONE, self.tr("Only these goods")), (ALIKE, self.tr("All alike"))], ALIKE)
        self.scope.chosen.connect(self._reckon)
        self.over_hand = Switch(self.tr("Also those that are in another leaf"), False)
        self.over_hand.toggled.connect(self._reckon)
        self.preview = Wrapped("", 12, tone="text2")
        self.apply = button(self.tr("Apply"), "primary", "check")
        self.apply.clicked.connect(self._apply)
        self._area: QScrollArea = scrolled(QWidget())
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 0, 0, 0)
        whole.setSpacing(8)
        for part in (self.title, self.under, self.search, self.head):
            whole.addWidget(part)
        whole.addWidget(self._area, 1)
        whole.addWidget(line())
        whole.addLayout(stack(self.scope, None, across=True))
        over = label(self.tr("Also those that are in another leaf"), 12, tone="text2")
        self._over = QWidget()
        self._over.setLayout(stack(self.over_hand, over, None, across=True))
        whole.addWidget(self._over)
        whole.addWidget(self.preview)
        whole.addLayout(stack(None, self.apply, across=True))
        self._reckon()

    def show_kind(self, kind: Kind, only: Belonging | None, suggestions: Sequence[Suggestion]) -> None:
        """Offer leaves for these goods; ``only``: it was one of them that was asked about."""
        self._kind, self._only, self._suggestions = kind, only, suggestions
        none = self.tr("Without a Youzan category")
        name = unread_name() if kind.is_unread else kind.path or none
        self.title.setText(only.title if only is not None else name)
        titles = self.tr(", ").join(one.title for one in kind.goods[:2])
        self.under.setText(name if only is not None else titles)
        self.scope.setVisible(only is not None)
        self.scope.set_key(ONE if only is not None else ALIKE)
        self.search.set_text("")
        self._list("")

    def show_leaves(self, leaves: Sequence[Category]) -> None:
        """What there is to choose from."""
        self._leaves = leaves

    # -- offering ---------------------------------------------------------------------------------------------------

    def _list(self, text: str) -> None:
        text = text.strip().casefold()
        self.options = self._found(text) if text else self._suggested()
        if not self._leaves:
            self.head.setText(self.tr("Kuaishou's categories were not read yet"))
        elif text:
            self.head.setText(self.tr("{n} leaves found").format(n=texts.count(len(self.options))))
        else:
            self.head.setText(self.tr("Suggested, the likeliest first") if self.options else self.tr("None suggested"))
        inside = QFrame()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for option in self.options:
            option.clicked.connect(lambda _=False, option=option: self._choose(option))
            column.addWidget(option)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._reckon()

    def _suggested(self) -> list[Option]:
        made = []
        for one in self._suggestions:
            reasons = [catalogue.words(why.why, self._language, detail=why.evidence).text for why in one.reasons]
            made.append(Option(one.category.category_id, one.category.path, " ".join(reasons)))
        return made

    def _found(self, text: str) -> list[Option]:
        fit = [one for one in self._leaves if text in one.path.casefold() or text == one.category_id]
        closed = self.tr("Not open to this shop")
        return [Option(one.category_id, one.path, closed if one.is_open is False else "") for one in fit[:FOUND_MOST]]

    def _choose(self, chosen: Option) -> None:
        for option in self.options:
            option.setChecked(option is chosen)
        self._reckon()

    # -- what it would do -------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> str:
        return next((option.category_id for option in self.options if option.isChecked()), "")

    def _reckon(self, _change: object = None) -> None:
        """Say what choosing this leaf would do, before anything is done."""
        kind, leaf = self._kind, self.chosen
        one = self._only if self.scope.key() == ONE else None
        self._over.setVisible(one is None and kind is not None and kind.mapped > 0)
        self.plan = None
        if kind is None or not leaf:
            self._say(self.tr("Choose a leaf to see what it would change"), 0)
        elif one is not None:
            self._say(self.tr("Only these goods are changed"), int(one.target_id != leaf))
        elif not kind.source_id:
            self._say(self.tr("Goods without a Youzan category are like no others: choose for each by itself"), 0)
        else:
            self.plan = plan_alike(kind.source_id, leaf, kind.placed, over_hand=self.over_hand.isChecked())
            said = self.tr("{change} changed, {same} are there already, {kept} in another leaf stay")
            counts = {"change": self.plan.change, "same": self.plan.same, "kept": self.plan.kept}
            self._say(said.format(**{key: texts.count(len(ids)) for key, ids in counts.items()}), len(self.plan.change))

    def _say(self, words: str, number: int) -> None:
        self.preview.setText(words)
        set_tone(self.preview, "text" if number else "text3")
        self.apply.setEnabled(number > 0)

    def _apply(self) -> None:
        if self.plan is not None:
            self.applied.emit({one.item_id: self.plan.target_id for one in self.plan.change})
        elif self._only is not None and self.chosen:
            self.applied.emit({self._only.item_id: self.chosen})
