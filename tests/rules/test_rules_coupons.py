from hypothesis import given
from hypothesis import strategies as st

from console.rules.coupons import Share, fission, fissions


def share(inviter: str, invitee: str, at: int = 0, *, new: bool | None = None, cost: int | None = 500) -> Share:
    used = None if new is None else at + 1
    return Share(
        campaign="c",
        inviter=inviter,
        invitee=invitee,
        at=at,
        is_new=new,
        used_at=used,
        paid_fen=3_000,
        margin_fen=900,
        cost_fen=cost,
    )


def test_who_brought_whom_over_two_steps() -> None:
    found = fission(
        "c",
        [
            share("a", "b", 1, new=True),
            share("a", "c", 2, new=False),
            share("b", "d", 3, new=True),
            share("d", "e", 4),
            share("z", "", 5),
        ],
    )
    assert (found.starters, found.taken, found.levels) == (4, 4, (2, 1, 1))
    assert (found.new_buyers, found.old_buyers, found.cost_fen) == (2, 1, 1_500)
    assert [(one.name, one.brought, one.bought, one.new_buyers) for one in found.inviters] == [
        *(("a", 2, 2, 1), ("b", 1, 1, 1), ("d", 1, 0, 0)),
    ]
    assert (found.coefficient, found.cost_of_new_fen) == (0.5, 750)
    assert (found.earned.top, found.earned.under) == (2_700, 1_500)


def test_circles_and_who_invites_himself_or_twice_are_found_and_bring_nobody() -> None:
    found = fission(
        "c", [share("a", "b", 1), share("b", "c", 2), share("c", "a", 3), share("c", "c", 4), share("d", "b", 5)]
    )
    assert found.circles == (("a", "c", "b"),)
    assert found.selves == ("c",)
    assert [(one.inviter, one.invitee) for one in found.again] == [("d", "b")]
    assert (found.taken, found.levels) == (2, (1, 1))


def test_a_cost_that_is_not_told_is_not_taken_for_none() -> None:
    found = fission("c", [share("a", "b", 1, new=True, cost=None), share("a", "c", 2, new=True)])
    assert (found.cost_fen, found.cost_untold, found.cost_of_new_fen) == (None, 1, None)
    assert fission("c", []).coefficient is None


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.integers(0, 5)), max_size=60))
def test_every_row_is_counted_once_whatever_their_order(rows: list[tuple[int, int, int]]) -> None:
    unique = list({(a, b): Share(campaign="c", inviter=str(a), invitee=str(b), at=t) for a, b, t in rows}.values())
    found = fission("c", unique)
    assert found.taken + len(found.selves) + len(found.again) + len(found.circles) == len(unique)
    assert sum(found.levels) == found.taken
    assert fission("c", unique[::-1]) == found
    assert [one.campaign for one in fissions(unique)] == (["c"] if unique else [])
