"""The checker with the merchant's own words, and the gate in front of what the console itself would publish."""

import asyncio
from collections.abc import Mapping, Sequence

from console import wording
from console.core.changes import changed
from console.core.clock import Clock, shop_datetime
from console.core.commands import EditItem
from console.core.commands_after_sales import RefuseAfterSale
from console.core.errors import Refused
from console.core.verb import Verb
from console.rules.wording.bank import OwnWord
from console.rules.wording.engine import Checker
from console.rules.wording.kinds import category_of
from console.rules.wording.nouns import Severity
from console.rules.wording.pardons import Pardon, with_pardons
from console.store import wording as kept
from console.store.database import Database
from console.store.duties import minors_mode
from console.store.wording_texts import category_name
from console.sync.hub import Hub


class Wording:
    """Writes through the hand of whoever asks; checkers are made off the loop and kept while nothing changes."""

    def __init__(self, hand: Database, clock: Clock, hub: Hub) -> None:
        self._hand = hand
        self._clock = clock
        self._hub = hub
        self._made: tuple[str, Checker] | None = None
        self._making = asyncio.Lock()

    async def checker(self) -> Checker:
        """By the bank in force today and the own words as they are now."""
        day = shop_datetime(self._clock.now_ms()).date().isoformat()
        async with self._making:
            own = await self._hand.read(kept.words)
            bank = await asyncio.to_thread(wording.bank, day)
            bank = bank.with_own(own)
            if await self._hand.read(minors_mode):
                bank = bank.strict_on("minors")
            wanted = f"{day} {bank.version}"
            if self._made is None or self._made[0] != wanted:
                checker = await asyncio.to_thread(Checker, bank, wording.folding())
                self._made = (wanted, checker)
            return self._made[1]

    async def put_words(self, words: Sequence[OwnWord]) -> int:
        """Add own words, or change them; returns how many that changed. Raises Refused."""
        news = await self._hand.write(kept.put_words, words, self._clock.now_ms())
        self._hub.announce(changed("wording"))
        return news

    async def drop_words(self, terms: Sequence[str]) -> int:
        """Take own words out."""
        gone = await self._hand.write(kept.drop_words, terms, self._clock.now_ms())
        self._hub.announce(changed("wording"))
        return gone

    async def pardon(self, given: Pardon) -> None:
        """Let a finding pass. Raises Refused without a reason."""
        await self._hand.write(kept.pardon, given, self._clock.now_ms())
        self._hub.announce(changed("wording"))

    async def sign(self, digest: str, name: str, counts: Mapping[str, int], bank: str) -> None:
        """Sign a text off. Raises Refused where a banned wording is left."""
        await self._hand.write(kept.sign, digest, name, counts, bank, self._clock.now_ms())

    async def revoke(self, pardon_id: int) -> None:
        """Let it pass no longer."""
        await self._hand.write(kept.revoke, pardon_id, self._clock.now_ms())
        self._hub.announce(changed("wording"))

    async def let_pass(self, command: Verb) -> None:
        """Raises Refused for a title, or words to a buyer, that hold a banned wording which nobody let pass."""
        subject = ""
        if isinstance(command, EditItem):
            text = next((change.to for change in command.changes if change.field == "title"), "")
            subject = f"{command.shop_id}/{command.item_id}"
        elif isinstance(command, RefuseAfterSale):
            text = command.words
        else:
            return
        if not text:
            return
        checker = await self.checker()
        if isinstance(command, EditItem):
            path = await self._hand.read(category_name, command.shop_id, command.item_id)
            verdict = checker.check(text, "title", category_of(path))
        else:
            verdict = checker.check(text, "chat")
        given = await self._hand.read(kept.pardons)
        left = with_pardons(verdict, given, subject, self._clock.now_ms())
        banned = [one.text for one in left.findings if one.severity is Severity.BLOCK]
        if banned:
            raise Refused("wording.banned", platform=command.key.platform, detail="、".join(dict.fromkeys(banned)))
