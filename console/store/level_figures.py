"""What the levels of penalties mean, as the merchant last set them; what was never set is as it came."""

from collections.abc import Mapping
from typing import Final

import msgspec
from sqlalchemy import Connection

from console import reference
from console.core.clock import shop_datetime
from console.core.errors import Refused
from console.rules.violations import Level, LevelFigures
from console.store import settings

KEY: Final = "compliance.level.{}"
MOST_WORKDAYS, MOST_DAYS = 60, 3_650


def level_figures(conn: Connection) -> Mapping[Level, LevelFigures]:
    """Of every level."""
    found = dict(reference.violation_figures())
    for level in Level:
        told = settings.get(conn, KEY.format(level.value))
        if told is not None:
            found[level] = msgspec.convert(told, LevelFigures)
    return found


def set_level(conn: Connection, level: Level, wanted: LevelFigures, now: int) -> bool:
    """Set one, dated today; returns whether that changed anything. Raises Refused without source, or out of bounds."""
    for number, most in ((wanted.appeal_workdays, MOST_WORKDAYS), (wanted.impact_days, MOST_DAYS)):
        if number is not None and not 1 <= number <= most:
            raise Refused("case.figures", detail=str(number))
    if not 1 <= wanted.cutoff_hour <= 24:
        raise Refused("case.figures", detail=str(wanted.cutoff_hour))
    if not wanted.source.strip():
        raise Refused("case.figures", detail=wanted.source)
    dated = msgspec.structs.replace(wanted, source=wanted.source.strip(), as_of=shop_datetime(now).date().isoformat())
    return settings.put(conn, KEY.format(level.value), msgspec.to_builtins(dated), now)
