"""A parcel's journey in Youzan's words [sheet 8, goodsexpress.get]. Raises ValueError where it does not fit."""

import msgspec

from console.core.shipping import Track, TrackEvent, TrackState
from console.platforms.youzan import wire
from console.platforms.youzan.values import Loose, instant, text

_STATES: dict[str, TrackState] = {
    "0": "on_the_way",
    "1": "collected",
    "2": "trouble",
    "3": "signed",
    "4": "returned",
    "5": "delivering",
    "6": "returning",
}


class Step(wire.Wire):
    """One line of the journey."""

    time: Loose = None
    context: Loose = None


class Journey(wire.Wire):
    """The answer. ``data`` is JSON in a text, newest first."""

    state: Loose = None
    data: Loose = None


_steps = wire.decoder(list[Step])


def track(answer: Journey) -> Track:
    """The journey, oldest first. A line without its time is left out: nothing can be reckoned from it."""
    word = text(answer.data).strip()
    try:
        steps = _steps.decode(word) if word else []
    except msgspec.DecodeError as error:
        raise ValueError(f"a journey: {error}") from None
    told = [(instant(step.time), text(step.context)) for step in steps]
    events = sorted((at, words) for at, words in told if at is not None)
    return Track(
        state=_STATES.get(text(answer.state), "unknown"),
        events=tuple(TrackEvent(at=at, words=words) for at, words in events),
    )
