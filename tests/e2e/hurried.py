"""Calls without the platforms' pace, where many are made and nothing that is proved is a matter of pace."""

from typing import Any

from console.net.pace import Pace


def hurry(gateway: Any) -> None:
    """From now on this gateway calls as fast as it is answered."""
    calls = gateway._calls
    (calls.channel if hasattr(calls, "channel") else calls._channel)._pace = Pace(5_000, 5_000)
