"""What is done with a whole run sheet: kept, put to use, thrown away, written as a table and read from one."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from console import catalogue
from console.core.errors import FileTrouble, Trouble
from console.documents.script_sheet import BadRow, Read, export_script, import_script
from console.documents.sheets import SheetTrouble
from console.rules.live_script import Script, troubles
from console.rules.minors import barred_cues
from console.ui import texts
from console.ui.dialogs import Dialog, answer, ask
from console.ui.files import ask_new_file, ask_old_file
from console.ui.tabs.live import script_reading, script_words
from console.ui.tabs.live.script_draft import new_id
from console.ui.tabs.live.script_new import MOST_NAME, NewScriptDialog
from console.ui.widgets.labels import Wrapped

if TYPE_CHECKING:
    from console.ui.tabs.live.script_room import ScriptRoom

translate = script_words.translate
BAD_SHOWN = 12


class ScriptVerbs:
    """Of one room."""

    def __init__(self, room: "ScriptRoom") -> None:
        self._room = room

    def ask_new(self) -> None:
        """A new one, from a template."""
        self._room.tasks.start(self._new(), key="script:new")

    def ask_use(self) -> None:
        """Shows go by it from now on."""
        self._room.tasks.start(self._use(), key="script:use")

    def ask_drop(self) -> None:
        """Throw it away, after a question."""
        self._room.tasks.start(self._drop(), key="script:drop")

    def ask_export(self) -> None:
        """Write it as a table."""
        self._room.tasks.start(self._export(), key="script:export")

    def ask_import(self) -> None:
        """Read one from a table."""
        self._room.tasks.start(self._import(), key="script:import")

    # -- keeping ------------------------------------------------------------------------------------------------------

    async def save(self) -> bool:
        """Into the file, if every field can be kept; one that is in use must not hold what is banned."""
        room, draft = self._room, self._room.draft
        if draft is None:
            return False
        wrong = self._wrong(draft.script)
        if wrong:
            room.said.emit(translate("scripts", "Not saved"), wrong)
            return False
        if room.is_in_use and await self._is_banned(draft.script, translate("scripts", "Not saved")):
            return False
        if not draft.is_changed:
            return True
        saved = draft.script
        if not await self._done(lambda: room.desk.actions.scripts.put(saved)):
            return False
        draft.kept = saved
        await room.reload()
        room.said.emit(translate("scripts", "Script saved"), saved.name)
        return True

    async def keep_all(self) -> None:
        """The window goes: what was not saved is kept, beside the one that shows go by, never in its place."""
        room = self._room
        for draft in room.drafts.values():
            if not draft.is_changed or not draft.script.cues:
                continue
            script, name = draft.script, draft.script.name.strip() or translate("scripts", "Without a name")
            if draft.kept is not None and script.script_id == room.shelf.chosen:
                script = draft.apart(translate("scripts", "{name} (not saved)").format(name=name)[:MOST_NAME])
            elif not script.name.strip():
                script = msgspec.structs.replace(script, name=name)
            await self._done(partial(room.desk.actions.scripts.put, script))

    def _wrong(self, script: Script) -> str:
        """Why it cannot be kept; empty: it can. Cues that are too close are only doubtful."""
        if not script.name.strip():
            return translate("scripts", "The script has no name")
        if not self._room.form.is_right:
            return translate("scripts", "A field of the cue is not right yet")
        found = next((one for one in troubles(script) if one.code != "script.too_close"), None)
        if found is None:
            return ""
        self._room.show_cue(found.cue_id)
        return script_words.trouble(found)

    async def _is_banned(self, script: Script, said: str) -> bool:
        """Whether it holds what must not be said or shown on air; says so."""
        room = self._room
        await room.check()
        barred = barred_cues(script, room.shelf.minors)
        if barred:
            room.show_cue(barred[0].cue_id)
            room.said.emit(said, script_words.trouble(barred[0]))
            return True
        words = script_reading.banned(room.verdicts) if room.draft is not None else []
        if words:
            why = translate(
                "scripts", "Banned wording: {words}. Change it, or let it pass in the checker, with a reason"
            )
            room.said.emit(said, why.format(words="、".join(words[:5])))
        return bool(words)

    async def _use(self) -> None:
        room = self._room
        draft = room.draft
        if draft is None or await self._is_banned(draft.script, translate("scripts", "Not put to use")):
            return
        if await self.save():
            script = draft.script
            if await self._done(lambda: room.desk.actions.scripts.choose(script.script_id)):
                await room.reload()
                room.said.emit(translate("scripts", "Shows go by this script from now on"), script.name)

    async def _drop(self) -> None:
        room, draft = self._room, self._room.draft
        if draft is None:
            return
        name = draft.script.name
        title = translate("scripts", "Throw this script away?")
        why = translate("scripts", "“{name}” is gone for good. What was done in past shows stays.").format(name=name)
        if not await ask(room, title, why, translate("scripts", "Throw away"), kind="danger", undoable=False):
            return
        gone = draft.script.script_id
        if draft.kept is None or await self._done(lambda: room.desk.actions.scripts.drop(gone)):
            room.drafts.pop(gone, None)
            await room.reload()

    async def _done(self, act: Callable[[], Awaitable[None]]) -> bool:
        try:
            await act()
        except (Trouble, FileTrouble) as trouble:
            told = catalogue.words_for(trouble, self._room.desk.language)
            self._room.said.emit(told.text, told.next_step)
            return False
        return True

    # -- new ones -----------------------------------------------------------------------------------------------------

    async def _new(self) -> None:
        dialog = NewScriptDialog(self._room, self._room.desk, protects=self._room.shelf.minors is not None)
        if await answer(dialog):
            self._room.put_draft(dialog.script())

    async def where_out(self, name: str) -> Path | None:
        """Where to write; a test says it otherwise."""
        return await ask_new_file(self._room, translate("scripts", "Export the script"), name, "xlsx")

    async def where_in(self) -> Path | None:
        """What to read; a test says it otherwise."""
        return await ask_old_file(self._room, translate("scripts", "Import a script"), ("xlsx", "csv"))

    async def _export(self) -> None:
        room, draft = self._room, self._room.draft
        if draft is None:
            return
        script = draft.script
        path = await self.where_out(script.name or translate("scripts", "script"))
        if path is None:
            return
        try:
            await asyncio.to_thread(export_script, path, script)
        except OSError as error:
            detail = error.strerror or str(error)
            told = catalogue.words("disk.denied", room.desk.language, path=path, detail=detail)
            room.said.emit(told.text, told.next_step)
            return
        room.said.emit(translate("scripts", "Script written"), str(path))

    async def _import(self) -> None:
        room = self._room
        path = await self.where_in()
        if path is None:
            return
        script_id = new_id()
        try:
            found = await asyncio.to_thread(import_script, path, script_id)
        except SheetTrouble as trouble:
            told = catalogue.words(trouble.code, room.desk.language, path=path, detail=trouble.detail)
            room.said.emit(told.text, told.next_step)
            return
        except OSError as error:
            detail = error.strerror or str(error)
            told = catalogue.words("disk.denied", room.desk.language, path=path, detail=detail)
            room.said.emit(told.text, told.next_step)
            return
        if await self._agreed(found):
            cues = found.cues[: script_reading.MOST_CUES]
            room.put_draft(Script(script_id=script_id, name=path.stem[:MOST_NAME], cues=cues))

    async def _agreed(self, found: Read) -> bool:
        """Where rows are no cues, they are named one by one before anything is taken."""
        if not found.bad:
            return bool(found.cues)
        dialog = BadRowsDialog(self._room, found)
        return bool(await answer(dialog)) and bool(found.cues)


class BadRowsDialog(Dialog):
    """What of a table cannot be used, row by row; the rest may be taken all the same."""

    def __init__(self, room: "ScriptRoom", found: Read) -> None:
        title = translate("scripts", "{bad} of {all} rows cannot be used")
        counts = {"bad": texts.count(len(found.bad)), "all": texts.count(len(found.bad) + len(found.cues))}
        accept = translate("scripts", "Take the other {n}").format(n=texts.count(len(found.cues)))
        super().__init__(room, title.format(**counts), accept)
        self.accept_button.setEnabled(bool(found.cues))
        self.lines = [self._line(row) for row in found.bad[:BAD_SHOWN]]
        if len(found.bad) > BAD_SHOWN:
            more = translate("scripts", "and {n} more rows").format(n=texts.count(len(found.bad) - BAD_SHOWN))
            self.body.addWidget(Wrapped(more, 12, tone="text3"))

    def _line(self, row: BadRow) -> Wrapped:
        made = Wrapped(script_words.bad_row(row), 13)
        self.body.addWidget(made)
        return made
