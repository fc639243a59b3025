"""A run sheet in the making: cues in the order of their time, what the file holds beside it, and the way back."""

import secrets

import msgspec

from console.core.clock import MINUTE
from console.rules.live_script import CLOSEST_MS, LONGEST_MS, Cue, CueKind, Script

STEP_MS = 15 * MINUTE  # to the cue that is added next
MOST_STEPS = 50  # that can be taken back


def new_id() -> str:
    """A name that no other run sheet or cue has."""
    return secrets.token_hex(6)


class Draft:
    """``kept`` is what the file holds; None: nothing yet."""

    def __init__(self, script: Script, kept: Script | None = None) -> None:
        self.script = script
        self.kept = kept
        self._former: list[Script] = []

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.script != self.kept

    def follow(self, kept: Script) -> None:
        """The file holds this now. What was changed here stays; a cue that came into the file meanwhile comes here."""
        if not self.is_changed:
            self.script = kept
        elif self.kept is not None:
            known = {one.cue_id for one in (*self.kept.cues, *self.script.cues)}
            new = tuple(one for one in kept.cues if one.cue_id not in known)
            if new:
                self._set((*self.script.cues, *new))
                self._former = [msgspec.structs.replace(one, cues=(*one.cues, *new)) for one in self._former]
        self.kept = kept

    def cue(self, cue_id: str) -> Cue | None:
        """One of them."""
        return next((one for one in self.script.cues if one.cue_id == cue_id), None)

    def put(self, cues: tuple[Cue, ...]) -> None:
        """Other cues; can be taken back."""
        self._former = [*self._former[-MOST_STEPS:], self.script]
        self._set(cues)

    def _set(self, cues: tuple[Cue, ...]) -> None:
        ordered = sorted(cues, key=lambda one: (one.into_ms, one.cue_id))
        self.script = msgspec.structs.replace(self.script, cues=tuple(ordered))

    def change(self, cue: Cue) -> None:
        """A cue as it is now; what was typed is taken back in its field, not here."""
        self._set(tuple(cue if one.cue_id == cue.cue_id else one for one in self.script.cues))

    def name(self, words: str, category: str | None = None) -> None:
        """Another name; another category."""
        known = self.script.category if category is None else category
        self.script = msgspec.structs.replace(self.script, name=words, category=known)

    def add(self, beside: str) -> str:
        """One more, a quarter of an hour after this one, or after the last; returns its name."""
        former = self.cue(beside) or (self.script.cues[-1] if self.script.cues else None)
        into = 0 if former is None else min(LONGEST_MS, former.into_ms + STEP_MS)
        made = Cue(cue_id=self._new_id(), into_ms=into, kind=CueKind.OTHER if former else CueKind.WELFARE)
        self.put((*self.script.cues, made))
        return made.cue_id

    def double(self, cue_id: str) -> str:
        """The same once more, as soon after it as does not spoil its lift; returns its name, or the former's."""
        former = self.cue(cue_id)
        if former is None:
            return cue_id
        into = min(LONGEST_MS, former.into_ms + CLOSEST_MS)
        made = msgspec.structs.replace(former, cue_id=self._new_id(), into_ms=into)
        self.put((*self.script.cues, made))
        return made.cue_id

    def remove(self, cue_id: str) -> str:
        """Without this one; returns the one that takes its place, or empty."""
        places = [one.cue_id for one in self.script.cues]
        if cue_id not in places:
            return cue_id
        at = places.index(cue_id)
        self.put(tuple(one for one in self.script.cues if one.cue_id != cue_id))
        left = self.script.cues
        return left[min(at, len(left) - 1)].cue_id if left else ""

    def undo(self) -> bool:
        """Take the last step back; False where there is none."""
        if not self._former:
            return False
        cues = self._former.pop().cues
        self._set(cues)
        return True

    def apart(self, name: str) -> Script:
        """The same as a run sheet of its own, under another name; its cues, too, are others."""
        script_id = new_id()
        cues = tuple(msgspec.structs.replace(one, cue_id=f"{script_id}:{new_id()}") for one in self.script.cues)
        return Script(script_id=script_id, name=name, category=self.script.category, cues=cues)

    def _new_id(self) -> str:
        """A name that no cue of any run sheet has: what was done with one must never count for another."""
        return f"{self.script.script_id}:{new_id()}"
