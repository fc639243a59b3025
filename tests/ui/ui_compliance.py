"""A stand-in for what the window asks about violations: tests that keep any put the real one in its place."""

from collections.abc import AsyncGenerator, Callable, Sequence
from pathlib import Path

from console.catalogue import Language
from console.core.reviewing import Frame
from console.documents.evidence import Missing, Packed, Part
from console.rules.certificates import Certificate
from console.rules.day_plans import DayPlan
from console.rules.duties import Proof, Work
from console.rules.review_material import Material, Preview, preview
from console.rules.reviews import ReviewChoice, Spent, Verdict
from console.rules.self_check import Signer
from console.rules.violations import CaseState, Level, LevelFigures
from console.store.self_checks import Kept
from console.store.violations import KeptCase, Piece, TakenIn


class FakeCompliance:
    """Remembers what was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    async def put_case(self, kept: KeptCase) -> bool:
        self.asked.append(("put_case", kept))
        return True

    async def put_cases(self, found: Sequence[KeptCase]) -> TakenIn:
        self.asked.append(("put_cases", tuple(found)))
        return TakenIn(new=len(found))

    async def move_case(self, case_id: str, state: CaseState) -> None:
        self.asked.append(("move_case", case_id, state))

    async def add_evidence(self, case_id: str, source: Path, kind: str) -> Piece:
        raise AssertionError("needs a folder")

    async def evidence(self, case_id: str) -> tuple[Sequence[Part], Sequence[Missing]]:
        return (), ()

    async def pack(self, case_id: str, path: Path, left_out: Sequence[str] = ()) -> Packed:
        raise AssertionError("needs a folder")

    async def set_level(self, level: Level, wanted: LevelFigures) -> None:
        self.asked.append(("set_level", level, wanted))

    async def put_certificate(self, shop_id: str, found: Certificate, source: Path | None = None) -> None:
        self.asked.append(("put_certificate", shop_id, found))

    async def set_dispute_threshold(self, wanted: int) -> None:
        self.asked.append(("set_dispute_threshold", wanted))

    async def drop_certificate(self, certificate_id: str) -> None:
        self.asked.append(("drop_certificate", certificate_id))

    async def set_not_needed(self, shop_id: str, kind: str, reason: str) -> None:
        self.asked.append(("set_not_needed", shop_id, kind, reason))

    async def take_day_plan(self, source: Path) -> DayPlan:
        raise AssertionError("needs a file")

    async def put_duty(self, shop_id: str, duty_id: str, wanted: Work) -> None:
        self.asked.append(("put_duty", shop_id, duty_id, wanted))

    async def add_proof(self, shop_id: str, duty_id: str, source: Path) -> Proof:
        raise AssertionError("needs a folder")

    async def drop_proof(self, shop_id: str, duty_id: str, sha256: str) -> None:
        self.asked.append(("drop_proof", shop_id, duty_id, sha256))

    async def set_minors_mode(self, on: bool) -> None:
        self.asked.append(("set_minors_mode", on))


class FakeReviews:
    """Nothing is set and nothing is asked; tests that review put the real one in its place."""

    async def choice(self) -> ReviewChoice:
        return ReviewChoice()

    async def set_choice(self, wanted: ReviewChoice) -> None:
        raise AssertionError("needs a file")

    async def has_key(self) -> bool:
        return False

    async def set_key(self, key: str) -> None:
        raise AssertionError("needs a key store")

    async def preview(self, material: Material) -> Preview:
        return preview(material, ReviewChoice(), Spent(), has_key=False)

    async def review(self, material: Material, *, ask_model: bool) -> Verdict:
        raise AssertionError("needs a file")

    async def test(self) -> Verdict:
        raise AssertionError("needs a model")

    async def frames(self, folder: Path) -> tuple[list[Frame], list[str], bool]:
        return [], [], False

    async def obs_frames(self) -> AsyncGenerator[tuple[Frame, bool]]:
        raise AssertionError("needs OBS")
        yield

    async def contest(self, verdict_id: int, reason: str) -> None:
        raise AssertionError("needs a file")


class FakeSelfChecks:
    """No report was made; tests that make any put the real one in its place."""

    async def run(self, month: str, by: str, progress: Callable[[int, int], None]) -> int:
        raise AssertionError("needs a file")

    async def sign(self, number: int, role: Signer, name: str, note: str) -> None:
        raise AssertionError("needs a file")

    async def take_chat(self, month: str, path: Path) -> tuple[int, int]:
        raise AssertionError("needs a file")

    async def report(self, number: int) -> Kept | None:
        return None

    async def broken(self) -> str:
        return ""

    async def drop_old(self) -> int:
        return 0

    async def write(self, number: int, path: Path, lang: Language) -> None:
        raise AssertionError("needs a file")
