"""When people buy: the hours of the day and the two live sessions. All invented, all shop time."""

import math
from itertools import accumulate
from random import Random

from console.sandbox.clock import DAY, HOUR, shop_datetime

# How much is sold in each hour of the day, as weights: a noon session, and a big one in the evening.
HOURLY = (3, 1.5, 1, 0.5, 0.5, 0.7, 1.2, 2, 3, 4, 7, 7, 5, 5, 5, 5, 5, 5, 6, 10, 15, 17, 14, 7)
_CUMULATIVE = list(accumulate(HOURLY))
_MEAN = sum(HOURLY) / 24

SESSIONS = ((10 * HOUR, 12 * HOUR), (19 * HOUR + HOUR // 2, 23 * HOUR))  # from midnight, ms
BIG_SESSION = SESSIONS[1]


def midnight(at: int) -> int:
    """The start of the shop's day that holds ``at``, ms UTC."""
    return (at + 8 * HOUR) // DAY * DAY - 8 * HOUR


def pace(at: int) -> float:
    """How busy the hour of ``at`` is; 1 is the day's mean."""
    return HOURLY[shop_datetime(at).hour] / _MEAN


def moment(random: Random, since: int, until: int) -> int:
    """An instant in ``[since, until)``, by the hours of the day, in a shop that grows."""
    for _ in range(64):
        share = (math.sqrt(0.49 + 1.2 * random.random()) - 0.7) / 0.6  # sales grow from 0.7 to 1.3 of the mean
        day = midnight(since + round((until - since) * share))
        hour = random.choices(range(24), cum_weights=_CUMULATIVE)[0]
        at = day + hour * HOUR + random.randrange(HOUR)
        if since <= at < until:
            return at
    return random.randrange(since, until)  # a span of a few hours may hold none of the likely ones


def live_room(at: int) -> int | None:
    """The id of the live session that runs at ``at`` (11 digits, ours), None between sessions."""
    into = (at + 8 * HOUR) % DAY
    for number, (begins, ends) in enumerate(SESSIONS, 1):
        if begins <= into < ends:
            return 12_000_000_000 + (at + 8 * HOUR) // DAY * 10 + number
    return None


def viewers(at: int) -> int | None:
    """People watching at ``at``: a hill over the session with a ripple; None when nobody is on air."""
    into = (at + 8 * HOUR) % DAY
    for begins, ends in SESSIONS:
        if begins <= into < ends:
            share = (into - begins) / (ends - begins)
            ripple = (at // 20_000 * 7_919) % 97 / 97  # sampled every 20 s, as the platform does
            return round((ends - begins) / HOUR * 400 * (0.25 + 3 * share * (1 - share)) * (0.9 + 0.2 * ripple))
    return None
