"""A pair of shops: its name and counts, two cards, and the link between them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from console.catalogue import Language
from console.core.model import Mapping as Mapped
from console.core.model import Platform
from console.store.views import TROUBLED, Pair, ShopRow
from console.ui import icons, paint, texts
from console.ui.tabs.accounts import words
from console.ui.tabs.accounts.card import ShopCard
from console.ui.tabs.accounts.empty_half import EmptyHalf
from console.ui.tabs.accounts.reading import Group, ShopState
from console.ui.tabs.accounts.tier import TierChip
from console.ui.theme import current
from console.ui.widgets import button, label, link
from console.ui.widgets.chips import IconLabel
from console.ui.widgets.labels import set_tone

DISC = 38


class Knot(QWidget):
    """The disc between two cards: linked, or not yet."""

    def __init__(self, linked: bool) -> None:
        super().__init__()
        self._linked = linked
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Paired") if linked else self.tr("Not paired"))

    def sizeHint(self) -> QSize:
        return QSize(DISC + 10, DISC)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        middle = self.height() // 2
        painter.setPen(QPen(look["dot_green" if self._linked else "border2"], 2))
        painter.drawLine(0, middle, self.width(), middle)
        disc = QRect((self.width() - DISC) // 2, middle - DISC // 2, DISC, DISC)
        paint.rounded(painter, disc, DISC / 2, look["surface"], look["border2"])
        tint = look["accentText" if self._linked else "text3"]
        icons.paint(painter, "link-2" if self._linked else "unlink", disc.topLeft() + QPoint(10, 10), 18, tint)
        painter.end()


class GroupView(QWidget):
    """One pair on the page; the shape of it does not change while it stands."""

    sign_in_asked = Signal(str)
    unbind_asked = Signal(str)
    bind_asked = Signal(object)  # the Platform
    pair_asked = Signal(str, str)
    part_asked = Signal(object)  # the Pair

    def __init__(self, group: Group, partners: list[ShopRow], lang: Language) -> None:
        super().__init__()
        self.cards: dict[str, ShopCard] = {}
        self._pair: Pair | None = group.pair
        self.under = label("", 12, tone="text3")
        self.tier = TierChip(lang)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(group.name, 14, strong=True))
        head.addWidget(self.tier)
        head.addWidget(self.under)
        head.addStretch(1)
        self.part: QPushButton | None = None
        if group.pair is not None:
            self.part = part = link(self.tr("Part…"))
            part.setAccessibleName(self.tr("Part the shops of {name}").format(name=group.name))
            part.clicked.connect(lambda: self.part_asked.emit(self._pair))
            head.addWidget(part)
        row = QGridLayout()
        row.setSpacing(0)
        row.addWidget(self._half(group.kuaishou, Platform.KUAISHOU, group, partners, lang), 0, 0)
        row.addWidget(Knot(group.pair is not None), 0, 1)
        row.addWidget(self._half(group.youzan, Platform.YOUZAN, group, partners, lang), 0, 2)
        row.setColumnStretch(0, 1)
        row.setColumnStretch(2, 1)
        self._room = whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addLayout(row)

    def add_under(self, widget: QWidget) -> None:
        """Something more about the pair, under its two cards."""
        self._room.addWidget(widget)

    def _half(
        self, state: ShopState | None, platform: Platform, group: Group, partners: list[ShopRow], lang: Language
    ) -> QWidget:
        if state is not None:
            card = ShopCard(state, lang)
            card.sign_in_asked.connect(self.sign_in_asked)
            card.unbind_asked.connect(self.unbind_asked)
            self.cards[state.shop.shop_id] = card
            return card
        mine = group.halves[0].shop
        half = EmptyHalf(platform)
        half.offer(partners[0] if partners else None)
        half.bind_asked.connect(self.bind_asked)
        half.pair_asked.connect(lambda other: self.pair_asked.emit(*_in_order(mine, other)))
        return half

    def show_state(self, group: Group, now: int) -> None:
        """Say how both are by now."""
        self.under.setText(self._counted(group))
        self.tier.show_group(group)
        for half in group.halves:
            self.cards[half.shop.shop_id].show_state(half, now)

    def _counted(self, group: Group) -> str:
        channel = self.tr("Channel link")
        if group.pair is None:
            missing = Platform.YOUZAN if group.kuaishou is not None else Platform.KUAISHOU
            said = self.tr("{channel} · the {shop} is not bound yet")
            return said.format(channel=channel, shop=words.kind_of_shop(missing))
        if not group.links:
            return self.tr("{channel} · no orders compared yet").format(channel=channel)
        linked = group.links.get(Mapped.LINKED, 0)
        troubled = sum(group.links.get(one, 0) for one in TROUBLED)
        said = self.tr("{channel} · {linked} orders linked · {troubled} to look at")
        return said.format(channel=channel, linked=texts.count(linked), troubled=texts.count(troubled))


def _in_order(mine: ShopRow, other: str) -> tuple[str, str]:
    """Kuaishou's shop first."""
    return (mine.shop_id, other) if mine.platform is Platform.KUAISHOU else (other, mine.shop_id)


class DeadBar(QFrame):
    """A shop that must be signed in to: since when, what it means, and the page's only red button."""

    sign_in_asked = Signal(str)

    def __init__(self, shop_id: str) -> None:
        super().__init__()
        self.setObjectName("banner_red")
        self._words = label("", 13, strong=True)
        set_tone(self._words, "red")
        self._under = label("", 12, tone="text2", wrap=True)
        self.button = button(self.tr("Sign in again"), "danger", "log-in")
        self.button.clicked.connect(lambda: self.sign_in_asked.emit(shop_id))
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._words)
        said.addWidget(self._under)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel("circle-alert", 18, "fg_red"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 1)
        row.addWidget(self.button)

    def show_state(self, state: ShopState, now: int, lang: Language) -> None:
        """Say what is so by now."""
        if state.dead is None:
            return
        name = f"{texts.platform(state.shop.platform)}「{state.shop.name}」"
        self._words.setText(self.tr("{shop}: signed out, this shop is not being read").format(shop=name))
        reason = words.trouble(state.dead, state.shop.platform, lang).text
        under = self.tr("Since {time} · {reason} What is missed is read after signing in.")
        said = under.format(time=texts.moment(state.dead.since_at, now), reason=reason)
        if state.stand.queued:
            kept = self.tr(" {n} waiting to be sent are kept and go out after signing in.")
            said += kept.format(n=texts.count(state.stand.queued))
        self._under.setText(said)
        self.button.setAccessibleName(f"{self.button.text()} {state.shop.name}")
