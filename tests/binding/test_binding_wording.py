"""The gate before what the console itself publishes: a banned word stops a title until it is changed or let pass."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from console.binding.wording import Wording
from console.core.changes import Changes
from console.core.clock import SystemClock
from console.core.commands import EditItem, FieldChange, SetShelf
from console.core.commands_after_sales import RefuseAfterSale
from console.core.errors import Refused
from console.rules.wording.bank import OwnWord
from console.rules.wording.nouns import Severity
from console.rules.wording.pardons import Pardon
from console.store import audit
from console.store.database import Database
from console.sync.hub import Hub

SHOP = "kuaishou:1"


class Bench:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.heard: list[Changes] = []
        hub = Hub()
        hub.subscribe(self.heard.append)
        self.wording = Wording(database, SystemClock(), hub)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    database = await asyncio.to_thread(Database.open, tmp_path / "console.db", SystemClock())
    yield Bench(database)
    await asyncio.to_thread(database.close)


def titled(text: str) -> EditItem:
    return EditItem(shop_id=SHOP, item_id="9", changes=(FieldChange(field="title", to=text),))


async def test_a_banned_title_is_stopped_until_it_is_changed_or_let_pass(bench: Bench) -> None:
    with pytest.raises(Refused) as refused:
        await bench.wording.let_pass(titled("国家级工艺保温杯"))
    assert (refused.value.code, refused.value.detail) == ("wording.banned", "国家级")
    await bench.wording.let_pass(titled("316 不锈钢保温杯"))
    given = Pardon(rule_id="ABS-EXT-101", plain="国家级", scope="item", subject=f"{SHOP}/9", reason="注册商标")
    found = (await bench.wording.checker()).check("国家级工艺保温杯", "title").findings[0]
    await bench.wording.pardon(Pardon(**{**_fields(given), "rule_id": found.rule_id, "plain": found.plain}))
    await bench.wording.let_pass(titled("国家级工艺保温杯"))
    with pytest.raises(Refused):
        await bench.wording.let_pass(EditItem(shop_id=SHOP, item_id="8", changes=titled("国家级工艺保温杯").changes))
    noted = await bench.database.read(audit.rows, "wording.pardon")
    assert "注册商标" in noted[0].detail


async def test_other_commands_and_codes_are_not_looked_at(bench: Bench) -> None:
    await bench.wording.let_pass(SetShelf(shop_id=SHOP, item_id="9", on=True))
    code = EditItem(shop_id=SHOP, item_id="9", changes=(FieldChange(field="code", to="最佳"),))
    await bench.wording.let_pass(code)


async def test_words_to_a_buyer_are_looked_at_as_a_chat(bench: Bench) -> None:
    def refusal(words: str) -> RefuseAfterSale:
        return RefuseAfterSale(shop_id=SHOP, after_sale_no="7", version="1", seen="10", words=words)

    await bench.wording.let_pass(refusal("这款是最先进的，不能退"))  # no advertisement: a hint at most
    with pytest.raises(Refused, match=r"wording.banned"):
        await bench.wording.let_pass(refusal("加我薇信私下退您钱"))
    found = (await bench.wording.checker()).check("加我薇信私下退您钱", "chat").findings
    for one in found:
        await bench.wording.pardon(Pardon(rule_id=one.rule_id, plain=one.plain, scope="shop", reason="主管同意"))
    await bench.wording.let_pass(refusal("加我薇信私下退您钱"))


async def test_own_words_count_at_once_and_the_checker_is_made_once(bench: Bench) -> None:
    first = await bench.wording.checker()
    assert await bench.wording.checker() is first
    await bench.wording.put_words([OwnWord(term="闪购款", severity=Severity.BLOCK)])
    with pytest.raises(Refused, match=r"wording.banned"):
        await bench.wording.let_pass(titled("闪购款杯子"))
    assert await bench.wording.drop_words(["闪购款"]) == 1
    await bench.wording.let_pass(titled("闪购款杯子"))
    assert all("wording" in changes.kinds for changes in bench.heard)


def _fields(pardon: Pardon) -> dict[str, object]:
    return {name: getattr(pardon, name) for name in pardon.__struct_fields__}
