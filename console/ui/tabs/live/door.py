"""How figures come in: the door with its address and token, a watched folder, and what stands where."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QSizePolicy

from console.core.errors import Refused
from console.core.live import DoorState
from console.core.streaming import LinkStage, StreamState
from console.ui import texts
from console.ui.context import Desk
from console.ui.paint import ChipLook
from console.ui.safely import safely
from console.ui.stream_words import link_look
from console.ui.tasks import Tasks
from console.ui.widgets import Card, Chip, IconLabel, button, label, line, link
from console.ui.widgets.cards import stack
from console.ui.widgets.labels import Elided, Wrapped


class StepBox(Card):
    """One of the three steps: number, what, why it is harmless, and room for its buttons."""

    def __init__(self, number: int, title: str, *facts: str) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(f"{number}", 16, strong=True, tone="accent"))
        head.addWidget(Wrapped(title, 14, strong=True), 1)
        self.body.addLayout(head)
        for fact in facts:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(IconLabel("check", 14, "fg_green"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Wrapped(fact, 12, tone="text2"), 1)
            self.body.addLayout(row)


class DoorCard(Card):
    """Three steps until figures come by themselves. ``said``: what failed; ``asked``: another way; ``linked``: OBS."""

    said = Signal(str, str)
    linked = Signal()
    asked = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._token = ""
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel("radio", 20, "accentText", ground="soft", side=40))
        title = self.tr("Connect the helper, and the figures come by themselves once you are on air")
        why = self.tr(
            "Kuaishou gives merchants no interface to the live dashboard: viewers, stay and interaction"
            " are sent to this computer by your own live console page."
        )
        head.addLayout(stack(Wrapped(title, 16, strong=True), Wrapped(why, 13, tone="text3"), gap=4), 1)
        self.body.addLayout(head)
        self._steps()
        self.body.addWidget(line())
        foot = QHBoxLayout()
        self.folder = link(self.tr("Watch a folder of JSONL files"))
        self.folder.clicked.connect(self._ask_folder)
        self.no_folder = link(self.tr("Stop watching"))
        self.no_folder.clicked.connect(lambda: self._do(lambda: self._desk.actions.live.watch(None)))
        self._watched = label("", 12, tone="text3")
        foot.addWidget(label(self.tr("You can also:"), 13, tone="text3"))
        for name, place in ((self.tr("Begin a show by hand"), "show"), (self.tr("Sources and lines"), "sources")):
            other = link(name)
            other.clicked.connect(lambda _=False, place=place: self.asked.emit(place))
            foot.addWidget(other)
        self.obs = link(self.tr("Link OBS"))
        self.obs.clicked.connect(self.linked)
        foot.addWidget(self.folder)
        foot.addWidget(self.obs)
        foot.addWidget(self._watched)
        foot.addWidget(self.no_folder)
        foot.addStretch(1)
        self.body.addLayout(foot)
        never = self.tr("A figure without a source is shown as “—”: never as 0, and never as an estimate.")
        self.body.addWidget(Wrapped(never, 12, tone="text3"))
        self.show_state()

    def _steps(self) -> None:
        first = StepBox(
            1,
            self.tr("Open the door"),
            self.tr("Listens on this computer only"),
            self.tr("Stays open until you close it"),
        )
        self.toggle = button(self.tr("Open the door"), "primary")
        self.toggle.clicked.connect(self._toggle)
        self.address = Elided("", 12, tone="text2")
        self.copy_address = link(self.tr("Copy the address"))
        self.copy_address.clicked.connect(lambda: self._copy(self._desk.actions.live.state().address))
        first.body.addWidget(self.address)
        first.body.addLayout(stack(self.copy_address, None, across=True))
        first.body.addStretch(1)
        first.body.addLayout(stack(self.toggle, None, across=True))
        second = StepBox(2, self.tr("Give the helper the token"), self.tr("Without it nobody gets in"))
        self.token = label("", 12, strong=True, selectable=True)
        self.show_token = button(self.tr("Show the token"))
        self.show_token.clicked.connect(self._toggle_token)
        self.copy_token = link(self.tr("Copy"))
        self.copy_token.clicked.connect(lambda: self._copy(self._token))
        self.renew = link(self.tr("Make another"))
        self.renew.clicked.connect(lambda: self._start(self._show_token(new=True)))
        second.body.addWidget(self.token)
        second.body.addLayout(stack(self.copy_token, self.renew, None, across=True))
        second.body.addStretch(1)
        second.body.addLayout(stack(self.show_token, None, across=True))
        third = StepBox(
            3,
            self.tr("Open your live console page"),
            self.tr("It reads only what your own page shows"),
            self.tr("This page turns into the cockpit with the first figure"),
        )
        third.body.addStretch(1)
        steps = QHBoxLayout()
        steps.setSpacing(12)
        for step in (first, second, third):
            step.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # one as wide as the other
            steps.addWidget(step, 1)
        self.body.addLayout(steps)

    # -- what stands ------------------------------------------------------------------------------------------------

    def show_state(self) -> None:
        """As the door stands now."""
        state = self._desk.actions.live.state()
        self.toggle.setText(self.tr("Close the door") if state.is_open else self.tr("Open the door"))
        self.toggle.setProperty("kind", "default" if state.is_open else "primary")
        self.toggle.style().polish(self.toggle)
        self.address.setText(state.address)
        self.address.setVisible(state.is_open)
        self.copy_address.setVisible(state.is_open)
        self._watched.setText(state.folder)
        self._watched.setVisible(bool(state.folder))
        self.no_folder.setVisible(bool(state.folder))
        self._say_token()

    def _say_token(self) -> None:
        self.token.setText(self._token or "•" * 16)
        self.show_token.setText(self.tr("Hide the token") if self._token else self.tr("Show the token"))
        for one in (self.copy_token, self.renew):
            one.setVisible(bool(self._token))

    # -- what is asked ----------------------------------------------------------------------------------------------

    def _toggle(self) -> None:
        live = self._desk.actions.live
        self._do(live.shut if live.state().is_open else self._open)

    async def _open(self) -> bool:
        """At its port; where another program holds that, at any other, which the helper then has to be told."""
        live = self._desk.actions.live
        try:
            await live.open()
        except Refused as refused:
            if refused.code != "live.port":
                raise
            state = await live.open(0)
            taken = self.tr("Port {port} is taken by another program").format(port=refused.detail)
            self.said.emit(taken, self.tr("Give the helper the new address: {address}").format(address=state.address))
        return True

    def _do(self, act: Callable[[], Awaitable[object]]) -> None:
        self._start(self._done(act))

    async def _done(self, act: Callable[[], Awaitable[object]]) -> None:
        await safely(act, self.said.emit, self._desk.language)
        self.show_state()

    def _toggle_token(self) -> None:
        if self._token:
            self._token = ""
            self._say_token()
        else:
            self._start(self._show_token(new=False))

    async def _show_token(self, *, new: bool) -> None:
        live = self._desk.actions.live
        made = await safely(live.new_token if new else live.token, self.said.emit, self._desk.language)
        if made is not None:
            self._token = made.answer
        self._say_token()

    def _start(self, coroutine: "Awaitable[object]") -> None:
        self._tasks.start(coroutine, key="door")  # type: ignore[arg-type]  # only coroutines are given

    def _copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.said.emit(self.tr("Copied"), "")

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Watch a folder of JSONL files"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.watch)
        dialog.open()

    def watch(self, folder: str) -> None:
        """Take in what is appended to files there."""
        self._do(lambda: self._desk.actions.live.watch(Path(folder)))


class StateCard(Card):
    """What is connected, in words."""

    def __init__(self) -> None:
        super().__init__(self.tr("Connections"), self.tr("each second"))
        names = (self.tr("Door"), self.tr("Helper"), self.tr("Folder"), self.tr("OBS"), self.tr("Refused rows"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._chips = [Chip(ChipLook("grey", "circle-dashed", "")) for _ in names]
        for row, (name, chip) in enumerate(zip(names, self._chips, strict=True)):
            grid.addWidget(label(name, 13, tone="text2"), row, 0)
            grid.addWidget(chip, row, 1, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(grid)
        self.body.addStretch(1)

    def show_state(self, state: DoorState, stream: StreamState, now: int) -> None:
        """As of now."""
        shut = ChipLook("grey", "circle-dashed", self.tr("closed"))
        if state.taken_port:
            said = self.tr("closed: port {port} is taken").format(port=state.taken_port)
            shut = ChipLook("amber", "triangle-alert", said)
        never = ChipLook("amber" if state.is_open else "grey", "triangle-alert", self.tr("nothing came in yet"))
        heard = ChipLook("green", "circle-check", texts.age(state.last_at, now))
        watched = ChipLook("green", "circle-check", self.tr("watched"))
        none = ChipLook("grey", "circle-dashed", self.tr("none (optional)"))
        refused = ChipLook("amber", "circle-alert", texts.count(state.rejected))
        looks = (
            ChipLook("green", "circle-check", self.tr("open")) if state.is_open else shut,
            never if state.last_at is None else heard,
            watched if state.folder else none,
            none if stream.stage is LinkStage.OFF else link_look(stream, now),
            refused if state.rejected else ChipLook("grey", "check", texts.count(0)),
        )
        for chip, look in zip(self._chips, looks, strict=True):
            chip.set_look(look)
