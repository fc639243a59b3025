"""What live pages told of where viewers came from and of how far they went, as rows of traffic. Pure."""

from collections.abc import Mapping
from typing import Final

import msgspec

from console.rules.traffic import CHANNELS, SourceRow
from console.rules.traffic_words import TOTAL, TrafficWords

MOST: Final = 500_000_000


class ShowEnd(msgspec.Struct, frozen=True, kw_only=True):
    """How a show stood at its end, by its page. ``sources``: the split as it came, JSON."""

    session_id: str
    title: str
    day_at: int
    last_at: int
    steps: Mapping[str, int | None] = {}
    avg_stay_s: float | None = None
    sources: str = ""
    shop_id: str = ""  # of the only shop there is, or nobody knows of which


def sources_of(show: ShowEnd, words: TrafficWords) -> list[SourceRow]:
    """The split of one show; what cannot be understood of it is left out."""
    try:
        told = msgspec.json.decode(show.sources or b"[]")
    except msgspec.DecodeError:
        return []
    found: dict[str, SourceRow] = {}
    for one in told if isinstance(told, list) else []:
        if not isinstance(one, dict):
            continue
        name = str(one.get("name") or one.get("key") or "").strip()[:120]
        key = str(one.get("key") or "")
        source = key if key in CHANNELS else words.channel(name) or "other"
        viewers, views = _count(one.get("viewers_uv")), _count(one.get("views_pv"))
        if name and source != TOTAL and (viewers is not None or views is not None):
            found[name] = SourceRow(
                day_at=show.day_at,
                show=show.session_id,
                name=name,
                source=source,
                viewers=viewers,
                views=views,
                shop_id=show.shop_id,
            )
    return list(found.values())


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST else None
