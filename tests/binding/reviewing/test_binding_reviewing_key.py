"""The key of the model's host: in the key store and in no log, sent to no other host, refused if it cannot be sent."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from binding_reviewing import RISKY, Bench, Endless, without

from console.binding.reviewing import ENTRY
from console.core.errors import Refused
from console.net.completions import check_address
from console.net.redaction import RedactingFormatter
from console.rules.review_material import Material
from console.rules.reviews import ReviewChoice
from console.store import audit


async def test_the_key_is_in_the_key_store_and_nowhere_else(
    bench: Bench, caplog: pytest.LogCaptureFixture, tmp_path: Path, fault: Callable[[str], None]
) -> None:
    caplog.set_level(logging.DEBUG)
    await bench.set_up()
    await asyncio.to_thread(fault, "token_revoked")  # the stand-in repeats the key in its refusal
    made = await bench.reviews.review(Material(text=RISKY), ask_model=True)
    logging.getLogger("console.test").info("somebody says %s", bench.key)
    reviewer = bench.reviews.open_reviewer(bench.choice, bench.key)
    await reviewer.aclose()
    rows = await bench.database.read(audit.rows)
    said = "\n".join(RedactingFormatter().format(record) for record in caplog.records)
    assert "somebody says ***" in said
    for place in (said, repr(reviewer), str(made), str(rows)):
        assert bench.key not in place
    assert await (await bench.vaults.open()).recall(ENTRY) == bench.key
    await asyncio.to_thread(bench.database.close)
    assert await asyncio.to_thread(without, tmp_path, bench.key)
    await bench.reviews._vaults.forget(ENTRY)
    assert not await bench.reviews.has_key()


async def test_the_key_of_a_host_is_sent_to_no_other(bench: Bench) -> None:
    await bench.set_up()
    same = msgspec.structs.replace(bench.choice, base_url=f"{bench.choice.base_url}/other", per_day=7)
    assert not await bench.reviews.set_choice(same)
    assert await bench.reviews.has_key()
    moved = msgspec.structs.replace(bench.choice, base_url="https://elsewhere.example/v1")
    assert await bench.reviews.set_choice(moved)
    assert not await bench.reviews.has_key()
    given: list[str] = []
    bench.reviews.open_reviewer = lambda choice, key: given.append(key) or Endless()  # type: ignore[func-returns-value, method-assign]
    with pytest.raises(Refused, match=r"review\.no_key"):
        await bench.reviews.review(Material(text=RISKY), ask_model=True)
    assert given == []
    assert not await bench.reviews.set_choice(bench.choice), "there is none to let go of"
    assert not await bench.reviews.has_key()


async def test_an_address_that_was_emptied_takes_its_key_along(bench: Bench) -> None:
    await bench.set_up()
    assert await bench.reviews.set_choice(msgspec.structs.replace(bench.choice, base_url=""))
    await bench.reviews.set_choice(msgspec.structs.replace(bench.choice, base_url="https://elsewhere.example/v1"))
    assert not await bench.reviews.has_key()


async def test_a_key_does_not_travel_in_the_open_and_a_clerk_sets_nothing(bench: Bench) -> None:
    for address, code in (("http://model.example/v1", "review.plain_http"), ("ftp://x", "review.address")):
        with pytest.raises(Refused) as caught:
            await bench.reviews.set_choice(ReviewChoice(base_url=address))
        assert caught.value.code == code
    bench.rights.clear()
    for ask in (bench.reviews.set_choice(ReviewChoice()), bench.reviews.set_key("k")):
        with pytest.raises(Refused, match=r"people\.owner_only"):
            await ask


@pytest.mark.parametrize(
    "address",
    ["http://[", "https://host:port/v1", "https://ho st/v1", "https://主机/v1", "https://host/v1#a", "host/v1", ""],
)
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(Refused, match=r"review\.address"):
        check_address(address)


@pytest.mark.parametrize(
    "address", ["https://me:s3cret@host/v1", "https://:s3cret@host/v1", "https://host/v1?k=s3cret"]
)
def test_a_secret_in_an_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(Refused) as caught:
        check_address(address)
    assert "host/v1" in caught.value.detail
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("key", ["密钥 sk-0123456789", "sk-0123\r\nX-Other: 1", "sk 0123456789", "sk-０１２３"])
async def test_a_key_that_no_header_can_carry_is_refused_and_not_repeated(bench: Bench, key: str) -> None:
    with pytest.raises(Refused) as caught:
        await bench.reviews.set_key(key)
    assert caught.value.code == "review.key_signs"
    assert "0123" not in str(caught.value)
    assert not await bench.reviews.has_key()
