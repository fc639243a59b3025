"""The self-tests' own rules: a test user's end, codes with words, needs that are all asked."""

import pytest

from console.catalogue import knows
from console.core.clock import DAY, HOUR
from console.core.gateway import Credentials
from console.core.permissions import Ability, offered
from console.platforms.kuaishou import checks as kuaishou
from console.platforms.youzan import checks as youzan

GRANTED_AT = 1_768_444_200_000


def credentials(last_renewed_at: int | None, granted_at: int | None = GRANTED_AT) -> Credentials:
    return Credentials(
        base_url="",
        app_key="",
        app_secret="",
        access_expires_at=None if last_renewed_at is None else last_renewed_at + 48 * HOUR,
        refresh_expires_at=None if granted_at is None else granted_at + 180 * DAY,
    )


@pytest.mark.parametrize(
    ("renewed", "now", "is_test"),
    [
        (9 * DAY, 10 * DAY, True),
        (9 * DAY, 30 * DAY, True),
        (9 * DAY, 10 * DAY - 1, False),  # withdrawn by hand, before a test's end
        (10 * DAY + HOUR, 11 * DAY, False),  # a grant that lived on after ten days is no test's
        (40 * DAY, 41 * DAY, False),
    ],
)
def test_a_grant_that_died_at_ten_days_is_a_test_users(renewed: int, now: int, is_test: bool) -> None:
    held = credentials(GRANTED_AT + renewed)
    assert kuaishou.ended_as_a_test(held, GRANTED_AT + now) is is_test


@pytest.mark.parametrize("held", [credentials(None), credentials(GRANTED_AT, None)])
def test_what_is_not_known_is_not_guessed(held: Credentials) -> None:
    assert kuaishou.ended_as_a_test(held, GRANTED_AT + 30 * DAY) is False


def test_each_need_has_its_call_and_its_own_name() -> None:
    for side in (kuaishou, youzan):
        names = [need.scope for need in side.NEEDS]
        assert len(names) == len(set(names))
        assert {need.scope for need in side.NEEDS if need.abilities} == set(side._CALLS)


def test_both_platforms_offer_what_a_binding_is_for() -> None:
    assert offered(youzan.NEEDS) == frozenset(Ability)
    assert offered(kuaishou.NEEDS) == frozenset(Ability) - {Ability.CUSTOMERS}


def test_every_code_with_a_page_has_words() -> None:
    assert all(knows(code) for code in kuaishou._MENDED_THERE | youzan._MENDED_THERE)


@pytest.mark.parametrize("side", [kuaishou, youzan])
def test_calls_only_read(side: object) -> None:
    """Each is one of the methods the sheets list as readings."""
    names = [call(GRANTED_AT)[0] for call in side._CALLS.values()]  # type: ignore[attr-defined]
    assert all(name.endswith((".get", ".list", ".query", ".search", ".uv")) for name in names), names
