"""What a click may ask about violations and certificates. Handed to a tab as ``Actions.compliance``."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # what is not needed before the first paint
    from console.documents.evidence import Missing, Packed, Part
    from console.rules.certificates import Certificate
    from console.rules.day_plans import DayPlan
    from console.rules.duties import Proof, Work
    from console.rules.violations import CaseState, Level, LevelFigures
    from console.store.violations import KeptCase, Piece, TakenIn


class Compliance(Protocol):
    """No platform has an interface for any of this: all of it comes from the merchant, and nothing is sent.

    Kept when it returns; raises Refused, EvidenceTrouble, OSError.
    """

    async def put_case(self, kept: "KeptCase") -> bool:
        """Keep a case; returns whether it was new."""
        ...

    async def put_cases(self, found: "Sequence[KeptCase]") -> "TakenIn":
        """Keep those of a file; of a known one what was done about it stays."""
        ...

    async def move_case(self, case_id: str, state: "CaseState") -> None:
        """Say what became of it."""
        ...

    async def add_evidence(self, case_id: str, source: Path, kind: str) -> "Piece":
        """Copy a file into the profile, under its hash."""
        ...

    async def evidence(self, case_id: str) -> "tuple[Sequence[Part], Sequence[Missing]]":
        """What a pack would hold as of now, and what it lacks, with why."""
        ...

    async def pack(self, case_id: str, path: Path, left_out: Sequence[str] = ()) -> "Packed":
        """Write the zip; ``left_out`` are names of parts that are not to be in it."""
        ...

    async def set_level(self, level: "Level", wanted: "LevelFigures") -> None:
        """What a level means; dated today, with its source."""
        ...

    async def put_certificate(self, shop_id: str, found: "Certificate", source: Path | None = None) -> None:
        """Keep a certificate, with its file where there is one."""
        ...

    async def set_dispute_threshold(self, wanted: int) -> None:
        """From which score on a dispute is warned of."""
        ...

    async def drop_certificate(self, certificate_id: str) -> None:
        """Take it out of the ledger. Its file stays."""
        ...

    async def put_duty(self, shop_id: str, duty_id: str, wanted: "Work") -> None:
        """Say whose a duty is, until when, and how it stands; its proofs stay as they are."""
        ...

    async def add_proof(self, shop_id: str, duty_id: str, source: Path) -> "Proof":
        """Copy a file into the profile, under its hash, as the proof of a duty."""
        ...

    async def drop_proof(self, shop_id: str, duty_id: str, sha256: str) -> None:
        """It proves this duty no longer. The file stays."""
        ...

    async def set_minors_mode(self, on: bool) -> None:
        """Switch the protection of minors: their rules are banned everywhere while it is on."""
        ...

    async def set_not_needed(self, shop_id: str, kind: str, reason: str) -> None:
        """A kind of certificate that the table suggests is not needed in this shop, and why."""
        ...

    async def take_day_plan(self, source: Path) -> "DayPlan":
        """A year's days off from a file: every deadline counts by it from now on. Raises SheetTrouble, too."""
        ...
