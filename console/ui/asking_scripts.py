"""What a click may ask for about run sheets and the cues of a show. Handed to a tab as ``Actions.scripts``."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.rules.live_script import Cue, Mark, Script
    from console.store.views_live import Plan


class LiveScripts(Protocol):
    """Kept in the file when it returns. Nothing of it is sent to a platform: there is no way to do so."""

    async def put(self, script: "Script") -> None:
        """Keep a run sheet, new or changed."""
        ...

    async def add(self, script: "Script", cue: "Cue") -> None:
        """One more cue of a run sheet as it is kept by then; one that nobody keeps begins with it and is used."""
        ...

    async def drop(self, script_id: str) -> None:
        """Throw a run sheet away; what was done in past shows stays."""
        ...

    async def choose(self, script_id: str) -> None:
        """The run sheet of the shows from now on; empty: none."""
        ...

    async def plan(self, plan: "Plan | None") -> None:
        """When the next show is to be; None: nothing is planned."""
        ...

    async def confirm(self, session_id: str, cue: "Cue", mark: "Mark") -> None:
        """A cue was done; it stands in the show's log, too."""
        ...

    async def note(self, session_id: str, mark: "Mark") -> None:
        """A cue is left out, or put off."""
        ...

    async def take_back(self, session_id: str, cue_id: str, before: "Mark | None") -> None:
        """As it stood before the last confirm or note."""
        ...

    async def feature(self, session_id: str, item_id: str, at: int) -> None:
        """This item is the one that is spoken of from now on."""
        ...
