"""A sandbox process over loopback, and what stands on it: a profile, an assembly, a vault that tells what it did."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from app_sandbox import Outside, RecordingVault

from console.app.joining import Assembly
from console.store.profile import Profile


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    """A frozen world of its own, small enough to be read whole."""
    made = Outside(tmp_path_factory.mktemp("outside"))
    yield made
    made.stop()


@pytest.fixture
def vault() -> RecordingVault:
    return RecordingVault()


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    with Profile.open(tmp_path / "profile") as held:
        yield held


@pytest.fixture
async def assembly(profile: Profile, vault: RecordingVault, outside: Outside) -> AsyncIterator[Assembly]:
    """Everything below the window, with a key store of ours; its clock is the sandbox's."""
    made = await Assembly.open(profile, vault.opened)
    made.clock.offset_ms = outside.offset_ms()
    yield made
    await made.close()
