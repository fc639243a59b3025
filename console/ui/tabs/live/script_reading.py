"""What the editor of run sheets reads, on a database thread, and what it asks the wording checker, on another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from console.rules.live_script import Cue, CueTrouble, Script, troubles
from console.rules.minors import Minors, barred_cues
from console.rules.wording.nouns import CATEGORIES, Category, Severity, Verdict
from console.rules.wording.pardons import Pardon, with_pardons

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.rules.wording.engine import Checker

MOST_CUES: Final = 500


@dataclass(frozen=True)
class Shelf:
    """All run sheets, which one is in use, and the goods one may name."""

    scripts: Sequence[Script] = ()
    chosen: str = ""
    goods: Mapping[str, str] = field(default_factory=dict)
    minors: Minors | None = None  # what the protection of minors keeps out; None: it is off

    def troubles(self, script: Script) -> list[CueTrouble]:
        """What should be looked at before the show."""
        return [*barred_cues(script, self.minors), *troubles(script)]


def read_shelf(conn: "Connection") -> Shelf:
    """As they are in the file."""
    from console.store import duties, live_scripts

    chosen = live_scripts.chosen_script(conn)
    minors = duties.minors(conn)
    goods = live_scripts.goods_named(conn)
    if minors is not None:  # those are not offered; what names them already is told so
        goods = {item_id: title for item_id, title in goods.items() if item_id not in minors.barred}
    return Shelf(live_scripts.scripts(conn), "" if chosen is None else chosen.script_id, goods, minors)


def subject_of(script_id: str) -> str:
    """Under which name what was let pass of a run sheet is found again."""
    return f"script/{script_id}"


def text_of(cue: Cue) -> str:
    """What of a cue is to be judged."""
    return f"{cue.title}\n{cue.words}" if cue.words else cue.title


def category_of(script: Script) -> Category:
    """Which rules of a category hold for it; a kind of goods that the checker does not know is an ordinary one."""
    return next((one for one in CATEGORIES if one == script.category), "general")


def question_of(script: Script, cue: Cue) -> dict[str, str]:
    """What opens a cue's wording in the checker, under the name by which a pardon is found again."""
    return {
        "view": "wording",
        "text": text_of(cue),
        "name": f"{script.name} · {cue.title}",
        "subject": subject_of(script.script_id),
        "surface": "script",
        "category": category_of(script),
    }


def judge(script: Script, checker: "Checker", pardons: Sequence[Pardon], now: int) -> dict[str, Verdict]:
    """Each cue's wording, without what somebody let pass. Equal wordings are looked at once."""
    category, subject = category_of(script), subject_of(script.script_id)
    known: dict[str, Verdict] = {}
    for cue in script.cues:
        text = text_of(cue)
        if text not in known:
            known[text] = with_pardons(checker.check(text, "script", category), pardons, subject, now)
    return {cue.cue_id: known[text_of(cue)] for cue in script.cues}


def worst(verdict: Verdict | None) -> Severity | None:
    """The gravest of what was found."""
    return max((one.severity for one in verdict.findings), default=None) if verdict is not None else None


def banned(verdicts: Mapping[str, Verdict]) -> list[str]:
    """What must not be said on air, each wording once."""
    found = [one.text for verdict in verdicts.values() for one in verdict.findings if one.severity is Severity.BLOCK]
    return list(dict.fromkeys(found))
