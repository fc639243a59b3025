"""Reviews of live content: the rules always, a model where the merchant switched one on, each verdict kept."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from console.binding.vaults import Vaults
from console.core.changes import changed
from console.core.clock import SECOND, Clock
from console.core.errors import Refused, Trouble, Unreadable
from console.core.model import REVIEWER
from console.core.operators import Right
from console.core.reviewing import Reviewer, Said
from console.rules import review_prompt
from console.rules.review_material import Material, Preview, preview
from console.rules.reviews import (
    MOST_FRAMES,
    NoClaims,
    Point,
    ReviewChoice,
    Verdict,
    cost_ufen,
    input_hash,
    model_points,
    rule_points,
)
from console.rules.wording.engine import Checker
from console.store import reviews as kept
from console.store.database import Database
from console.store.secrets import VaultTrouble
from console.sync.hub import Hub

if TYPE_CHECKING:
    from console.core.reviewing import Frame
    from console.documents.lettering import LetterReader

ENTRY: Final = "review-model"  # in the key store
TEST_TEXT: Final = "今天这款毛巾三天见效，家人们马上涨价，先拍先得。"


class Reviewing:
    """``checker``: the wording checker as of now; ``may``: what whoever is at the window may do;
    ``scene``: a picture of what OBS sends."""

    def __init__(
        self,
        hand: Database,
        clock: Clock,
        hub: Hub,
        vaults: Vaults,
        checker: Callable[[], Awaitable[Checker]],
        may: Callable[[Right], bool],
        scene: Callable[[], Awaitable[bytes]] | None = None,
    ) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._vaults = vaults
        self._checker = checker
        self._may = may
        self._scene = scene
        self._asking = asyncio.Lock()  # one question at a time: limits are looked at and used up together
        self._addressing = asyncio.Lock()  # an address and the key for it are set, and read, together

    # -- what is set --------------------------------------------------------------------------------------------------

    async def choice(self) -> ReviewChoice:
        return await self._hand.read(kept.choice)

    async def set_choice(self, wanted: ReviewChoice) -> bool:
        self._need()
        from console.net.completions import check_address, host_of

        if wanted.base_url:
            wanted = msgspec.structs.replace(wanted, base_url=check_address(wanted.base_url))
        async with self._addressing:
            was = host_of((await self.choice()).base_url)
            dropped = bool(was) and was != host_of(wanted.base_url) and await self.has_key()
            if dropped:
                await self._put_key("")
            await self._hand.write(kept.set_choice, wanted, self._clock.now_ms())
        self._hub.announce(changed("settings"))
        return dropped

    async def has_key(self) -> bool:
        return bool(await self._key())

    async def set_key(self, key: str) -> None:
        self._need()
        from console.net.completions import check_key

        async with self._addressing:
            await self._put_key(check_key(key))
        self._hub.announce(changed("settings"))

    async def _put_key(self, key: str) -> None:
        try:
            store = await self._vaults.open()
            await (store.keep(ENTRY, key) if key else store.forget(ENTRY))
        except VaultTrouble as trouble:
            raise Refused("review.vault", platform=REVIEWER, detail=str(trouble)) from None

    def _need(self) -> None:
        if not self._may(Right.SWITCHES):
            raise Refused("people.owner_only")

    async def _key(self) -> str:
        try:
            return await (await self._vaults.open()).recall(ENTRY) or ""
        except VaultTrouble as trouble:
            raise Refused("review.vault", platform=REVIEWER, detail=str(trouble)) from None

    # -- reviews ------------------------------------------------------------------------------------------------------

    async def preview(self, material: Material) -> Preview:
        choice = await self.choice()
        return await self._previewed(material, choice, has_key=choice.on and await self.has_key())

    async def _previewed(self, material: Material, choice: ReviewChoice, *, has_key: bool) -> Preview:
        spent = await self._hand.read(kept.spent, self._clock.now_ms())
        return await asyncio.to_thread(preview, material, choice, spent, has_key)

    async def review(self, material: Material, *, ask_model: bool) -> Verdict:
        checker = await self._checker()
        points = await asyncio.to_thread(_by_rules, checker, material)
        made = Verdict(
            kind=material.kind,
            subject=material.subject,
            surface=material.surface,
            category=material.category,
            bank=checker.bank.version,
            points=points,
        )
        if not ask_model:
            return await self._keep(made, material.frames)
        async with self._asking:
            async with self._addressing:
                choice = await self.choice()
                key = await self._key() if choice.on else ""
            seen = await self._previewed(material, choice, has_key=bool(key))
            if seen.refused:
                raise Refused(seen.refused, platform=REVIEWER)
            return await self._with_model(made, material, seen, choice, key)

    async def test(self) -> Verdict:
        material = Material(subject="test", text=TEST_TEXT)
        return await self.review(material, ask_model=True)

    async def contest(self, verdict_id: int, reason: str) -> None:
        await self._hand.write(kept.contest, verdict_id, reason, "", self._clock.now_ms())
        self._hub.announce(changed("compliance"))

    async def frames(self, folder: Path) -> "tuple[list[Frame], list[str], bool]":
        choice = await self.choice()
        return await asyncio.to_thread(_frames, folder, choice.frame_every_s)

    async def obs_frames(self) -> "AsyncGenerator[tuple[Frame, bool]]":
        """What OBS sends, a frame each so many seconds, until nobody asks for more or as many came as can be sent;
        with whether words in them are read here. Raises Trouble. To be closed."""
        if self._scene is None:
            raise Refused("obs.off")
        every_s, began = (await self.choice()).frame_every_s, self._clock.now_ms()
        letters = await asyncio.to_thread(_letters)
        try:
            for number in range(1, MOST_FRAMES + 1):
                if number > 1:
                    await self._clock.sleep(every_s)
                content = await self._scene()
                at_s = (self._clock.now_ms() - began) // SECOND
                yield await asyncio.to_thread(_frame, number, at_s, content, letters), letters is not None
        finally:
            if letters is not None:
                await asyncio.to_thread(letters.end)

    async def _keep(self, made: Verdict, frames: "Sequence[Frame]" = ()) -> Verdict:
        now = self._clock.now_ms()
        hashes = {one.name: one.sha256 for one in frames}
        number = await self._hand.write(kept.put_verdict, made, now, hashes)
        self._hub.announce(changed("compliance"))
        return msgspec.structs.replace(made, verdict_id=number, at=now)

    async def _with_model(
        self, made: Verdict, material: Material, seen: Preview, choice: ReviewChoice, key: str
    ) -> Verdict:
        """Ask once, and keep it. What it costs counts, whether it answered or not, as soon as the question may have
        left; of one that was cancelled nobody knows the cost, so the most that it can be counts."""
        asked = {
            "model": choice.model,
            "endpoint": choice.base_url,
            "prompt": review_prompt.VERSION,
            "input_hash": input_hash(seen.outgoing, choice.model),
            "sent": seen.shown,
        }
        made = msgspec.structs.replace(made, **asked)
        began = self._clock.now_ms()

        def failed(code: str, cost: int) -> Verdict:
            took = self._clock.now_ms() - began
            return msgspec.structs.replace(made, trouble=code, cost_ufen=cost, took_ms=took)

        try:
            said = await self._ask(choice, key, seen)
        except Trouble as trouble:
            whole = failed(trouble.code, seen.bound_ufen if trouble.sent else 0)
        except asyncio.CancelledError:
            await asyncio.shield(self._keep(failed("review.cancelled", seen.bound_ufen), material.frames))
            raise
        else:
            whole = _answered(made, said, material, seen, choice, self._clock.now_ms() - began)
        return await asyncio.shield(self._keep(whole, material.frames))  # it was paid for

    async def _ask(self, choice: ReviewChoice, key: str, seen: Preview) -> Said:
        reviewer = self.open_reviewer(choice, key)
        try:
            return await reviewer.ask(seen.outgoing)
        finally:
            await reviewer.aclose()

    def open_reviewer(self, choice: ReviewChoice, key: str) -> Reviewer:
        """The model of the merchant's choice."""
        from console.net.completions import Completions

        return Completions(choice.base_url, choice.model, key, self._clock, timeout_s=choice.timeout_s)


def _by_rules(checker: Checker, material: Material) -> tuple[Point, ...]:
    points = rule_points(checker.check(material.text, material.surface, material.category).findings)
    for frame in material.frames:
        if frame.words:
            points += rule_points(checker.check(frame.words, "image", material.category).findings, frame.name)
    return points


def _answered(
    made: Verdict, said: Said, material: Material, seen: Preview, choice: ReviewChoice, took_ms: int
) -> Verdict:
    """Points are cut out of the text as it stands here, not as it was covered."""
    counted = said.tokens_in is not None and said.tokens_out is not None
    cost = cost_ufen(choice, said.tokens_in or 0, said.tokens_out or 0) if counted else seen.bound_ufen
    told = {"tokens_in": said.tokens_in, "tokens_out": said.tokens_out, "cost_ufen": cost, "took_ms": took_ms}
    try:
        points, dropped = model_points(said, seen.shown, [frame.name for frame in material.frames])
    except NoClaims:
        code = Unreadable("review.unreadable").code
        return msgspec.structs.replace(made, trouble=code, **told)
    here = [
        point if point.start is None else msgspec.structs.replace(point, text=material.text[point.start : point.end])
        for point in points
    ]
    return msgspec.structs.replace(made, points=(*made.points, *here), dropped=dropped, **told)


def _letters() -> "LetterReader | None":
    from console.documents.lettering import LetterReader, models

    return LetterReader() if models() else None


def _frames(folder: Path, every_s: int) -> "tuple[list[Frame], list[str], bool]":
    from console.documents.frames import frames

    letters = _letters()
    try:
        made, bad = frames(folder, every_s, MOST_FRAMES, letters)
    finally:
        if letters is not None:
            letters.end()
    return made, bad, letters is not None


def _frame(number: int, at_s: int, content: bytes, letters: "LetterReader | None") -> "Frame":
    from console.documents.decoding import PictureTrouble
    from console.documents.frames import frame_of

    try:
        return frame_of(f"obs-{number:02}.jpg", at_s, content, letters)
    except PictureTrouble as trouble:
        raise Unreadable("obs.picture", detail=trouble.ill) from None
