"""Who may what: a clerk never more than an owner, and an owner there always is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.core.clock import MINUTE, SECOND
from console.core.errors import Refused
from console.core.operators import Operator, Right, Role
from console.rules import roles

NAMES = st.sampled_from(["陈静", "王强", "李娜", "Zoe", "zoe", " ", "", "x" * 21, "一\n二", " 陈静 "])
IDS = st.sampled_from(["a", "b", "c", "d"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), IDS, NAMES, st.sampled_from(Role)),
        st.tuples(st.just("name"), IDS, NAMES),
        st.tuples(st.just("role"), IDS, st.sampled_from(Role)),
        st.tuples(st.just("remove"), IDS),
    ),
    max_size=30,
)


def one(operator_id: str, name: str, role: Role = Role.OWNER) -> Operator:
    return Operator(operator_id=operator_id, name=name, role=role)


def step(people: roles.People, what: tuple[object, ...]) -> roles.People:
    match what:
        case ("add", str(operator_id), str(name), Role() as role):
            if any(known.operator_id == operator_id for known in people):
                return people
            return roles.with_one_more(people, one(operator_id, name, role))
        case ("name", str(operator_id), str(name)):
            return roles.with_name(people, operator_id, name)
        case ("role", str(operator_id), Role() as role):
            return roles.with_role(people, operator_id, role)
        case ("remove", str(operator_id)):
            return roles.without(people, operator_id)
    raise AssertionError(what)


def test_a_clerks_rights_are_a_part_of_an_owners() -> None:
    assert roles.rights(Role.CLERK) < roles.rights(Role.OWNER) == set(Right)
    for right in Right:
        assert roles.may(Role.OWNER, right)
        assert roles.may(Role.CLERK, right) <= roles.may(Role.OWNER, right)


def test_a_clerk_signs_in_again_but_binds_switches_and_decides_nothing() -> None:
    assert {right for right in Right if roles.may(Role.CLERK, right)} == {Right.SIGN_IN, Right.OWN_PIN}


def test_an_owner_lets_clerks_see_buyers_data_and_nothing_else() -> None:
    let = frozenset(Right)
    assert {right for right in Right if roles.may(Role.CLERK, right, let)} == {
        Right.SIGN_IN,
        Right.OWN_PIN,
        Right.SEE_BUYERS,
    }


@given(STEPS)
def test_whatever_is_done_to_the_people_one_owner_remains_and_names_tell_them_apart(
    steps: list[tuple[object, ...]],
) -> None:
    people: roles.People = ()
    for what in steps:
        before = people
        try:
            people = step(people, what)
        except Refused:
            people = before
        assert not before or people, "nobody is left"
        assert not people or any(known.role is Role.OWNER for known in people)
        names = [known.name.casefold() for known in people]
        assert len(set(names)) == len(names)
        assert all(known.name == known.name.strip() and 0 < len(known.name) <= roles.NAME_CHARS for known in people)
        assert len({known.operator_id for known in people}) == len(people)


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ([("add", "a", "陈静", Role.CLERK)], "people.first_is_owner"),
        ([("add", "a", "陈静", Role.OWNER), ("remove", "a")], "people.last_owner"),
        ([("add", "a", "陈静", Role.OWNER), ("role", "a", Role.CLERK)], "people.last_owner"),
        ([("add", "a", "陈静", Role.OWNER), ("add", "b", "王强", Role.CLERK), ("remove", "a")], "people.last_owner"),
        ([("add", "a", "Zoe", Role.OWNER), ("add", "b", " zoe ", Role.CLERK)], "people.name_taken"),
        ([("add", "a", "Zoe", Role.OWNER), ("name", "a", "")], "people.no_name"),
        ([("add", "a", "Zoe", Role.OWNER), ("name", "a", "一\n二")], "people.name_form"),
        ([("add", "a", "Zoe", Role.OWNER), ("name", "b", "李娜")], "people.gone"),
        ([("add", "a", "Zoe", Role.OWNER), ("remove", "b")], "people.gone"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(steps: list[tuple[object, ...]], code: str) -> None:
    people: roles.People = ()
    for what in steps[:-1]:
        people = step(people, what)
    with pytest.raises(Refused) as refused:
        step(people, steps[-1])
    assert refused.value.code == code


def test_with_a_second_owner_the_first_may_go() -> None:
    people = roles.with_one_more(roles.with_one_more((), one("a", "陈静")), one("b", "王强"))
    assert not roles.is_last_owner(people, "a")
    after = roles.without(people, "a")
    assert [known.name for known in after] == ["王强"]
    assert roles.is_last_owner(after, "b")


def test_one_may_write_ones_own_name_otherwise() -> None:
    people = roles.with_one_more((), one("a", "zoe"))
    assert roles.with_name(people, "a", "Zoe")[0].name == "Zoe"


@pytest.mark.parametrize("pin", ["1234", "00000000", "123456"])
def test_pins_are_four_to_eight_digits(pin: str) -> None:
    assert roles.pin_fault(pin) == ""


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", " 1234", "１２３４", "-123", "12.4"])
def test_anything_else_is_no_pin(pin: str) -> None:
    assert roles.pin_fault(pin) == "people.pin_form"


def test_the_wait_grows_to_a_quarter_of_an_hour() -> None:
    waits = [roles.wait_after(wrong) // SECOND for wrong in range(12)]
    assert waits == [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900]
    assert roles.wait_after(10_000) == 15 * MINUTE


@given(st.integers(0, 100), st.integers(0, 10**12), st.integers(-(10**9), 10**9))
def test_a_wait_ends_and_is_never_longer_than_named(wrong: int, last_at: int, passed: int) -> None:
    now = last_at + passed
    until = roles.waits_until(wrong, last_at, now)
    if until is None:
        assert passed < 0 or passed >= roles.wait_after(wrong)
    else:
        assert now < until <= now + roles.wait_after(wrong)
        assert roles.waits_until(wrong, last_at, until) is None
