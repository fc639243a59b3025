"""How large a live tile and what stands on it are: in the cockpit, on the wall, and where it is one of many."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Sizes:
    """Pixels of one way to show a tile."""

    value: int
    title: int
    words: int
    small: int
    pad: int
    height: int
    meter: int
    least: int


COCKPIT = Sizes(value=58, title=14, words=14, small=11, pad=14, height=188, meter=6, least=150)
WALL = Sizes(value=128, title=26, words=24, small=16, pad=24, height=200, meter=10, least=240)
PLAIN = Sizes(value=30, title=14, words=13, small=11, pad=16, height=128, meter=0, least=140)


def wall_sizes(factor: float) -> Sizes:
    """The wall's on a screen that is so many times as large as the one it was drawn for."""
    told = {name: max(1, round(size * factor)) for name, size in asdict(WALL).items()}
    return Sizes(**{**told, "height": 120, "least": 160, "small": max(11, told["small"])})
