"""What happens after the first paint: the file is opened, the tabs are furnished, the platforms are read."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from console import catalogue
from console.app.loop import log_to, run
from console.cli.say import OK, UNUSABLE, say_file_trouble
from console.connect import ConnectTrouble
from console.core.errors import FileTrouble
from console.store.profile import Profile
from console.ui.bridge import Bridge
from console.ui.context import Desk
from console.ui.language import Translators
from console.ui.preferences import Preferences
from console.ui.session import Session
from console.ui.shell import Shell

if TYPE_CHECKING:
    from console.app.demo import Sandbox
    from console.app.joining import Assembly
    from console.store.restoring import Outcome
    from console.ui.pictures import Pictures


class Program:
    """One run of the window, from its first paint to the last thing closed."""

    def __init__(
        self,
        shell: Shell,
        profile: Profile,
        preferences: Preferences,
        translators: Translators,
        connect: Path | None,
        sandbox: "Sandbox | None",
    ) -> None:
        self.shell = shell
        self.profile = profile
        self.preferences = preferences
        self._translators = translators
        self._connect = connect
        self._sandbox = sandbox
        self._code = OK

    def run(self, heard: Sequence[int] = ()) -> int:
        """Work until the window is closed or a signal comes, or came (``heard``); returns the exit code."""
        log_to(self.profile.log_path)
        return run(lambda stop: self._main(stop, heard))

    async def _main(self, stop: asyncio.Event, heard: Sequence[int]) -> int:
        """Open, work until ``stop``, and end everything in order."""
        shell = self.shell
        if heard:
            stop.set()
        shell.leaving.connect(stop.set)
        assembly = await self._open(shell)
        if assembly is not None:
            await self._work(stop, assembly)
        else:
            await stop.wait()
            await shell.close_pages()
        shell.may_close = True
        shell.close()
        return self._code

    async def _work(self, stop: asyncio.Event, assembly: "Assembly") -> None:
        """From the first desk to the last write."""
        from console.app.gallery import gallery
        from console.sync.resting import tell_end

        shell = self.shell
        remade: set[asyncio.Task[None]] = set()
        session = await self._session(assembly)
        async with gallery(self.profile) as pictures:
            bridge = Bridge(assembly.hub)
            shell.furnish(self._desk(assembly, bridge, session, pictures))
            self.preferences.changed.connect(lambda name: self._preferred(name, shell, remade))
            self.tell_restored(assembly.keeping.restored)
            assembly.start()
            joining = asyncio.get_running_loop().create_task(self._join(shell, assembly), name="joining")
            joining.add_done_callback(tell_end)
            await stop.wait()
            shell.hide()
            joining.cancel()
            await asyncio.gather(joining, *remade, return_exceptions=True)
            bridge.close()
            await shell.close_pages()
        await assembly.close()

    def tell_restored(self, outcome: "Outcome") -> None:
        """Whether the backup that was set down is the file now."""
        if outcome != "none":
            said = catalogue.words(f"backup.{outcome}", self.preferences.language)
            icon = "circle-check" if outcome == "restored" else "circle-alert"
            self.shell.toast.say(said.text, said.next_step, icon_name=icon)

    async def _session(self, assembly: "Assembly") -> Session:
        """Who works here. The window is shut from the start where somebody was named."""
        from console.binding.vaults import Vaults, memory
        from console.store.operators import Roster
        from console.store.pins import Pins
        from console.store.secrets import open_vault

        vaults = assembly.vaults  # of a connection file's run it is memory; people are not the file's
        if self._connect is not None:
            vaults = Vaults(memory if self._sandbox is not None else open_vault)
        session = Session(Roster(assembly.database, Pins(vaults.opened), assembly.clock))
        await session.read()
        assembly.by, assembly.may = session.by, session.may
        return session

    def _desk(self, assembly: "Assembly", bridge: Bridge, session: Session, pictures: "Pictures") -> Desk:
        """What the tabs work with."""
        return Desk(
            database=assembly.database.acting(session.by),
            changes=bridge,
            clock=assembly.clock,
            actions=assembly,
            preferences=self.preferences,
            log_path=self.profile.log_path,
            is_demo=lambda: assembly.demo,
            session=session,
            pictures=pictures,
        )

    async def _open(self, shell: Shell) -> "Assembly | None":
        from console.app.joining import Assembly
        from console.binding.vaults import memory
        from console.store.secrets import open_vault

        try:
            return await Assembly.open(self.profile, memory if self._connect is not None else open_vault)
        except FileTrouble as trouble:
            said = catalogue.words_for(trouble, self.preferences.language)
            shell.show_broken(said.text, said.next_step)
            self._code = say_file_trouble(trouble, self.preferences.language)
            return None

    async def _join(self, shell: Shell, assembly: "Assembly") -> None:
        """Read the shops whose secrets are at hand: the connection file's if there is one, else the key store's."""
        if self._connect is None:
            await assembly.resume()
            return
        if self._sandbox is not None and not await self._play(self._sandbox):
            said = catalogue.words("cli.no_sandbox", self.preferences.language)
            shell.toast.say(said.text, said.next_step, icon_name="circle-alert")
            self._code = UNUSABLE
            return
        try:
            troubles = await assembly.connect(self._connect)
        except ConnectTrouble as trouble:
            said = catalogue.words(trouble.code, self.preferences.language, path=trouble.path, detail=trouble.detail)
            shell.toast.say(said.text, said.next_step, icon_name="circle-alert")
            self._code = UNUSABLE
            return
        for one in troubles:
            said = catalogue.words_for(one, self.preferences.language)
            shell.toast.say(said.text, said.next_step, icon_name="circle-alert")
        assembly.keep_asking()
        if self._sandbox is not None:
            from console.app.broadcast import begin_show

            await begin_show(assembly, self._connect)

    async def _play(self, sandbox: "Sandbox") -> bool:
        """Start the platforms; closing the window does not wait for their world to be built."""
        try:
            return await asyncio.to_thread(sandbox.start)
        except asyncio.CancelledError:
            sandbox.end()
            raise

    def _preferred(self, name: str, shell: Shell, remade: set[asyncio.Task[None]]) -> None:
        if name != "language":
            return
        self._translators.use(self.preferences.language)
        task = asyncio.get_running_loop().create_task(shell.remake())
        remade.add(task)
        task.add_done_callback(remade.discard)
