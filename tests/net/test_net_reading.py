"""What is read again, how often and after which wait."""

import pytest
from net_loopback import FakeClock

from console.core.errors import Busy, Offline, Refused, SignInNeeded, Trouble, Unreadable
from console.net.reading import again


class Source:
    """Raises what it is given, in order, then answers 7."""

    def __init__(self, *troubles: Trouble) -> None:
        self.troubles = list(troubles)
        self.asked = 0

    async def __call__(self) -> int:
        self.asked += 1
        if self.troubles:
            raise self.troubles.pop(0)
        return 7


async def test_passing_trouble_is_waited_out(clock: FakeClock) -> None:
    source = Source(Offline("net.timeout"), Busy("net.busy", wait_s=3), Unreadable("wire.not_json"), Busy("net.busy"))
    assert await again(source, clock=clock, waits=(0.5, 1, 2, 4)) == 7
    assert clock.slept == [0.5, 3, 2, 4], "the wait that was asked for replaces ours"


async def test_the_last_trouble_is_raised(clock: FakeClock) -> None:
    source = Source(*(Offline("net.timeout", detail=str(n)) for n in range(9)))
    with pytest.raises(Offline) as caught:
        await again(source, clock=clock, waits=(1, 1))
    assert (caught.value.detail, source.asked) == ("2", 3)


@pytest.mark.parametrize("trouble", [Refused("x.1"), SignInNeeded("x.2"), Busy("x.quota", wait_s=36_000)])
async def test_what_another_try_cannot_mend_is_not_tried(trouble: Trouble, clock: FakeClock) -> None:
    source = Source(trouble)
    with pytest.raises(type(trouble)) as caught:
        await again(source, clock=clock, waits=(1, 1))
    assert caught.value is trouble
    assert (source.asked, clock.slept) == (1, [])


async def test_the_caller_may_say_what_is_worth_it(clock: FakeClock) -> None:
    source = Source(Refused("x.1"))
    assert await again(source, clock=clock, waits=(1,), keep=lambda _: True) == 7
