"""Pictures from a platform's own server to the window, and from the disk when that server is gone."""

from pathlib import Path
from typing import Any

from app_sandbox import Outside
from PySide6.QtWidgets import QApplication

from console.app.gallery import gallery
from console.store.profile import Profile


async def test_pictures_come_over_a_socket_and_stay_when_it_is_gone(
    qapp: QApplication, profile: Profile, tmp_path: Path, until: Any
) -> None:
    outside = Outside(tmp_path)
    base = outside.line["kuaishou"]["base_url"]
    good, gone = [f"{base}/picture/{seed}.png" for seed in range(9)], f"{base}/picture/999999999999.png"
    try:
        async with gallery(profile) as pictures:
            pictures.see(pictures.owner(), [*good, gone], 40)
            await until(lambda: pictures.is_settled, 20)
            assert [pictures.pixmap(one, 40) is not None for one in (*good, gone)] == [True] * 9 + [False]
            seen = await pictures.look(good[1])
    finally:
        outside.stop()
    assert seen is not None
    assert (seen.facts.width, seen.facts.height, seen.facts.format, seen.ill) == (800, 800, "png", "")
    async with gallery(profile) as pictures:
        pictures.see(pictures.owner(), good, 40)
        await until(lambda: pictures.is_settled, 20)
        assert all(pictures.pixmap(one, 40) is not None for one in good)
