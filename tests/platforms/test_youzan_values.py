"""Youzan's loose values: laws of reading them back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import format_shop_time
from console.core.money import yuan
from console.platforms.youzan.values import flag, identity, instant, money, number, text

MOMENTS = st.integers(min_value=1_000_000_000, max_value=9_999_999_999)  # seconds with ten digits: 2001 to 2286


@given(MOMENTS)
def test_a_moment_reads_the_same_in_every_form(seconds: int) -> None:
    at = seconds * 1000
    forms = (
        seconds,
        str(seconds),
        at,
        str(at),
        float(at),
        format_shop_time(at),
        format_shop_time(at).replace(" ", "T"),
    )
    assert {instant(form) for form in forms} == {at}


def test_a_moment_with_its_own_zone() -> None:
    assert instant("2026-01-15T02:30:00+00:00") == instant("2026-01-15 10:30:00") == 1_768_444_200_000


@pytest.mark.parametrize("nothing", [None, "", 0, "0", "0000-00-00 00:00:00"])
def test_no_moment_is_none(nothing: str | int | None) -> None:
    assert instant(nothing) is None


@pytest.mark.parametrize(
    "nonsense", ["昨天", "2026-13-01 00:00:00", "10:30", -5, 1.5, 2**53, "9999-12-31T23:59:59-14:00"]
)
def test_what_is_no_moment_is_refused(nonsense: str | float) -> None:
    with pytest.raises(ValueError, match=r".+"):
        instant(nonsense)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_yuan_text_reads_back_to_the_fen(amount_fen: int) -> None:
    assert money(yuan(amount_fen)) == amount_fen


@given(st.integers(min_value=0, max_value=10**9))
def test_yuan_printed_as_a_number_is_exact_too(amount_fen: int) -> None:
    assert money(amount_fen / 100) == amount_fen
    assert money(amount_fen) == amount_fen * 100


@pytest.mark.parametrize("beyond", [2**53 + 1, -(2**53) - 1, str(2**64), 1e300])
def test_what_no_shop_can_mean_is_no_number(beyond: float | str) -> None:
    with pytest.raises(ValueError, match="beyond"):
        number(beyond)
    with pytest.raises(ValueError, match="beyond"):
        money(beyond)
    assert number(2**53) == number(str(2**53)) == 2**53


@pytest.mark.parametrize("nonsense", ["9.825", "nine", "NaN", "∞", "--1"])
def test_half_a_fen_or_a_word_is_no_amount(nonsense: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        money(nonsense)


def test_an_amount_left_out_is_none_not_zero() -> None:
    assert money(None) is None
    assert money("") is None
    assert money("0.00") == 0


@given(st.integers(min_value=-(2**63), max_value=2**63))
def test_ids_beyond_a_double_stay_exact(value: int) -> None:
    assert text(value) == text(str(value)) == str(value)


@given(st.integers(min_value=-(2**53), max_value=2**53))
def test_figures_up_to_a_double_are_exact(value: int) -> None:
    assert number(value) == number(str(value)) == value


@pytest.mark.parametrize("nonsense", ["12.5", 0.1, "a dozen"])
def test_what_is_no_whole_number_is_refused(nonsense: str | float) -> None:
    with pytest.raises(ValueError, match=r".+"):
        number(nonsense)


def test_zero_is_no_id() -> None:
    assert identity(0) == identity("0") == identity(None) == ""
    assert identity(2001.0) == "2001"


@pytest.mark.parametrize(("value", "meaning"), [(True, True), (1, True), ("1", True), ("true", True), ("TRUE", True)])
def test_yes(value: bool | int | str, meaning: bool) -> None:
    assert flag(value) is meaning


@pytest.mark.parametrize("value", [False, 0, "0", "false", ""])
def test_no(value: bool | int | str) -> None:
    assert flag(value) is False


def test_neither_yes_nor_no() -> None:
    assert flag(None) is None
    with pytest.raises(ValueError, match="yes or no"):
        flag("perhaps")
