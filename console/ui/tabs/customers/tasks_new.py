"""新建任务清单: whom, by which channel, with which words; who is left out and why, before anything is kept."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit

from console.rules.live_text import Unreadable, read_number
from console.rules.touching import CHANNELS
from console.rules.touching_gate import MOST_HELD, Placed, left_out
from console.store import touch_lines, touch_lists, touch_people
from console.store.touch_lists import Wish
from console.ui import texts
from console.ui.dialogs import Dialog, answer
from console.ui.rooms import View
from console.ui.tabs.customers import touch_words as words
from console.ui.tasks import Tasks
from console.ui.widgets import Picker, label
from console.ui.widgets.labels import Wrapped, set_tone

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.rules.touching_gate import Person

Pick = Callable[["Connection"], Sequence[int]]
Source = tuple[str, Sequence[int] | Pick]
"""In words, and the customers that it names, or what reads them when it is chosen."""


class NewTaskList(Dialog):
    """``wish`` and ``people`` are what is to be kept."""

    def __init__(self, view: View, sources: Sequence[Source]) -> None:
        super().__init__(
            view,
            QCoreApplication.translate("touch", "New task list"),
            QCoreApplication.translate("touch", "Make the list"),
        )
        self.setMinimumWidth(620)
        self._desk = view.desk
        self.sources = sources
        self.tasks = Tasks("NewTaskList")
        self.people: list[Person] = []
        self._placed: list[Placed] = []
        self.name = QLineEdit()
        self.staff = QLineEdit()
        self.message = QPlainTextEdit()
        self.message.setFixedHeight(84)
        self.message.setTabChangesFocus(True)
        self.hold = QLineEdit()
        self.cost = QLineEdit()
        self.source = Picker([(str(at), name) for at, (name, _) in enumerate(sources)], "0")
        self.channel = Picker([(key, words.channel(key)) for key in CHANNELS], "wecom")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (said, part) in enumerate(
            (
                (self.tr("Name"), self.name),
                (self.tr("Whom"), self.source),
                (self.tr("Channel"), self.channel),
                (self.tr("Done by"), self.staff),
                (self.tr("Message"), self.message),
                (self.tr("Held out (%)"), self.hold),
                (self.tr("Cost a person (¥)"), self.cost),
            )
        ):
            part.setAccessibleName(said)
            grid.addWidget(label(said, 13, tone="text2"), row, 0)
            grid.addWidget(part, row, 1)
        self.body.addLayout(grid)
        held = self.tr("Who is held out gets nothing: only against them can be told what the list itself brought.")
        self.body.addWidget(Wrapped(held, 12, tone="text3"))
        self.sum = label("", 14, strong=True)
        self.left = Wrapped("", 12, tone="amber")
        self.body.addWidget(self.sum)
        self.body.addWidget(self.left)
        self.name.textChanged.connect(lambda _text: self._allow())
        self.source.chosen.connect(lambda _key: self._look())
        self.channel.chosen.connect(lambda _key: self._look())
        self.hold.textChanged.connect(lambda _text: self._look())
        self._allow()
        self.tasks.start(self._begin(), key="begin")

    async def _begin(self) -> None:
        known = await self._desk.database.read(touch_lines.lines)
        self.hold.setText(f"{known['touch_hold_bp'].value / 100:g}")

    @property
    def hold_share(self) -> float:
        """How many of a hundred are held out; what cannot be read is nobody."""
        value = _number(self.hold.text().rstrip("%"))
        return 0.0 if value is None else min(MOST_HELD, max(0.0, value / 100))

    @property
    def wish(self) -> Wish:
        """What was written."""
        cost = _number(self.cost.text())
        return Wish(
            name=self.name.text().strip(),
            channel=self.channel.key(),
            source=self.sources[int(self.source.key())][0],
            staff=self.staff.text().strip(),
            message=self.message.toPlainText().strip(),
            hold_share=self.hold_share,
            cost_fen=None if cost is None or cost < 0 else round(cost * 100),
        )

    def _look(self) -> None:
        self.tasks.start(self._count(), key="count")

    async def _count(self) -> None:
        pick, channel, share = self.sources[int(self.source.key())][1], self.channel.key(), self.hold_share
        now = self._desk.now()

        def look(conn: "Connection") -> "tuple[list[Person], list[Placed]]":
            people = touch_people.people_of(conn, pick(conn) if callable(pick) else pick, channel)
            return people, touch_lists.gated(conn, people, channel, share, "", now)

        self.people, self._placed = await self._desk.database.read(look)
        sends = sum(one.part == "send" for one in self._placed)
        holds = sum(one.part == "hold" for one in self._placed)
        said = self.tr("{send} to send to · {hold} held out · {all} in all")
        self.sum.setText(
            said.format(send=texts.count(sends), hold=texts.count(holds), all=texts.count(len(self._placed)))
        )
        out = [f"{words.why(why)} {texts.count(n)}" for why, n in left_out(self._placed).items()]
        self.left.setText(self.tr("Left out: {why}").format(why=" · ".join(out)) if out else self.tr("Nobody left out"))
        set_tone(self.left, "amber" if out else "text3")
        self._allow()

    def _allow(self) -> None:
        anybody = any(one.part == "send" for one in self._placed)
        self.accept_button.setEnabled(bool(self.name.text().strip()) and anybody)


async def ask_new_list(view: View, sources: Sequence[Source], name: str = "") -> int | None:
    """Ask what a new list is to be and make it; returns its id, None where nobody wanted it."""
    dialog = NewTaskList(view, sources)
    dialog.name.setText(name)
    made: list[int] = []

    async def make() -> None:
        made.append(await view.desk.actions.touching.make(dialog.wish, dialog.people))

    try:
        if await answer(dialog):
            await view.safely(make)
    finally:
        await dialog.tasks.close()
    return made[0] if made else None


def _number(text: str) -> float | None:
    try:
        found = read_number(text)
    except Unreadable:
        return None
    return None if found is None else found.value
