"""The nouns of a stream on its way out: what the program that sends it (OBS) tells of it, and how we stand with it."""

from enum import StrEnum

import msgspec

USUAL_HOST, USUAL_PORT = "127.0.0.1", 4455


class StreamStatus(msgspec.Struct, frozen=True, kw_only=True):
    """The stream at one moment. Frames and bytes are counted since it began; None: not told."""

    at: int
    is_active: bool = False
    is_reconnecting: bool = False
    duration_ms: int = 0
    congestion: float | None = None  # 0: the line takes all; 1: it takes nothing any more
    sent_bytes: int | None = None
    skipped_frames: int | None = None
    total_frames: int | None = None


class LinkStage(StrEnum):
    """How we stand with the program that sends the stream."""

    OFF = "off"
    CONNECTING = "connecting"
    ON = "on"
    WAITING = "waiting"  # it does not answer; it is asked again
    REFUSED = "refused"  # asking again with the same password is of no use


class LinkChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Where it listens, and whether we listen to it. The password is in the key store."""

    on: bool = False
    host: str = USUAL_HOST
    port: int = USUAL_PORT


class StreamState(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that may be shown of it. ``code`` says why it is not on, as a key of the catalogue."""

    stage: LinkStage = LinkStage.OFF
    code: str = ""
    detail: str = ""
    next_try_at: int | None = None
    status: StreamStatus | None = None
    dropped: float | None = None  # share of the last half minute's frames that were never sent
    kbps: float | None = None  # thousand bits a second, of the last half minute


class Greeting(msgspec.Struct, frozen=True, kw_only=True):
    """What a test found out."""

    version: str
    is_active: bool
