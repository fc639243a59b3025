"""Accept what is suggested for many goods at once: first the list of what would be linked, and its number."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from console.store.goods_links import Wanted
from console.store.views_goods import Acceptable, Match
from console.ui.context import Desk
from console.ui.held import Held
from console.ui.tabs.products.link_dialog import AT_ONCE, LinkDialog, Step
from console.ui.tasks import Tasks


class AcceptDialog(LinkDialog):
    """Closes itself when everything is linked."""

    def __init__(self, page: QWidget, desk: Desk, tasks: Tasks, found: Acceptable) -> None:
        none = QCoreApplication.translate("linking", "Nothing of what was chosen can be accepted as it is")
        super().__init__(page, desk, tasks, self.tr("Accept the suggestions"), none)
        self.found = found
        self.lay_out()
        self.accept_button.setText(self.tr("Link %n goods", "", len(found.matches)))
        self.accept_button.setEnabled(bool(found.matches))
        self.said.setText(self._words())
        self.card.model.show(Held(found.matches, lambda one: one.id))

    def _words(self) -> str:
        said = [self.tr("Look through the list: what is linked here counts as your decision.")]
        if self.found.twice:
            said.append(self.tr("%n suggest goods that another of them suggests, too: left out.", "", self.found.twice))
        if self.found.without:
            said.append(self.tr("%n have no suggestion that is free: left out.", "", self.found.without))
        return " ".join(said)

    def steps(self) -> Sequence[Step]:
        made: list[Step] = []
        link = self.desk.actions.linking.link
        by_pair = sorted(self.found.matches, key=lambda one: one.pair.shop_ids)
        for pair, some in groupby(by_pair, key=lambda one: one.pair):
            wanted = [one for match in some if (one := _wanted(match)) is not None]
            for first in range(0, len(wanted), AT_ONCE):
                piece = wanted[first : first + AT_ONCE]
                made.append((len(piece), partial(link, pair, piece)))
        return made

    async def ended(self, *, stopped: bool) -> None:
        if stopped or not self.trouble.isHidden():
            self.said.setText(self.tr("%n goods linked.", "", self.linked))
        else:
            self.done(self.DialogCode.Accepted)


def _wanted(match: Match) -> Wanted | None:
    if match.kuaishou is None or match.youzan is None:
        return None
    return Wanted(match.kuaishou.item_id, match.youzan.item_id, match.reason)
