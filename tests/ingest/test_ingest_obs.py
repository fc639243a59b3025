"""OBS over a real socket: the greeting with and without a password, what the stream is, and a line that breaks."""

from collections.abc import AsyncIterator

import pytest
from ingest_keeper import AT, StillClock
from ingest_obs import FakeObs

from console.core.errors import Offline, Refused, Unreadable
from console.core.streaming import StreamStatus
from console.ingest.obs import PICTURE_BYTES, ObsLine, proof


@pytest.fixture
async def obs() -> AsyncIterator[FakeObs]:
    made = FakeObs()
    await made.start()
    yield made
    await made.stop()


def test_the_proof_is_that_of_the_protocols_own_example() -> None:
    salt, challenge = "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=", "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY="
    told = proof("supersecretpassword", salt, challenge)
    assert told == "1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4="


async def test_it_greets_asks_and_hears(obs: FakeObs) -> None:
    line = await ObsLine.open("127.0.0.1", obs.port, "planted", StillClock())
    assert line.version == "5.5.2"
    assert await line.status() == StreamStatus(
        at=AT, is_active=False, congestion=0.0, sent_bytes=0, skipped_frames=0, total_frames=0
    )
    await obs.say("{torn")
    await obs.say('{"op": 5, "d": {"eventType": "Elsewhere"}}')
    await obs.change("STARTING")
    await obs.change("STARTED", outputActive=True, outputDuration=1_200, outputTotalFrames=60, outputSkippedFrames=3)
    assert await line.changes.get() is True
    status = await line.status()
    assert (status.is_active, status.duration_ms, status.skipped_frames, status.total_frames) == (True, 1_200, 3, 60)
    await obs.change("STOPPED", outputActive=False)
    assert await line.changes.get() is False
    assert set(obs.requests) == {"GetStreamStatus"}, "nothing else is ever asked of it"
    await line.close()


async def test_a_wrong_password_is_refused_and_none_is_asked_where_there_is_none(obs: FakeObs) -> None:
    for wrong in ("", "guess", "planted "):
        with pytest.raises(Refused) as refused:
            await ObsLine.open("127.0.0.1", obs.port, wrong, StillClock())
        assert refused.value.code == "obs.password"
    assert obs.greeted == 0
    obs.password = None
    line = await ObsLine.open("127.0.0.1", obs.port, "", StillClock())
    assert obs.greeted == 1
    await line.close()


async def test_who_does_not_answer_and_who_is_somebody_else(obs: FakeObs) -> None:
    port = obs.port
    obs.hello = {"hello": "world"}
    with pytest.raises(Unreadable):
        await ObsLine.open("127.0.0.1", port, "planted", StillClock())
    await obs.stop()
    with pytest.raises(Offline):
        await ObsLine.open("127.0.0.1", port, "planted", StillClock())


async def test_a_line_that_breaks_is_said_to_whoever_waits(obs: FakeObs) -> None:
    line = await ObsLine.open("127.0.0.1", obs.port, "planted", StillClock())
    obs.stream = {"outputActive": "perhaps"}
    with pytest.raises(Unreadable):
        await line.status()
    await obs.stop()
    assert await line.changes.get() is None
    with pytest.raises(Offline):
        await line.status()
    await line.close()


async def test_a_picture_of_its_scene_is_asked_for_small_and_said_where_there_is_none(obs: FakeObs) -> None:
    line = await ObsLine.open("127.0.0.1", obs.port, "planted", StillClock(), PICTURE_BYTES)
    with pytest.raises(Unreadable):
        await line.picture()
    obs.picture = bytes(range(256)) * 4_000  # more than any other answer may be
    assert await line.picture() == obs.picture
    assert obs.wished == [
        {"sourceName": "带货", "imageFormat": "jpg", "imageWidth": 768, "imageCompressionQuality": 80}
    ]
    await line.close()
