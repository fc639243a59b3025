"""Frames out of a folder: words in them are read where somebody reads letters, and no file is taken on trust."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from console.documents.frames import frames, pick
from console.documents.lettering import Letters, Pixels


class Reader:
    """Reads the same words in every picture, and remembers how large they were."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def read(self, pixels: Pixels) -> Sequence[Letters] | None:
        self.seen.append((pixels.width, pixels.height))
        return [Letters(words="全网最低价", left=0, top=0, right=1, bottom=0.1)]

    def end(self) -> None:
        """Holds nothing."""


def put(folder: Path, name: str, at: int, size: tuple[int, int] = (640, 360)) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 40))
    assert image.save(str(folder / name))
    os.utime(folder / name, (1_000_000 + at, 1_000_000 + at))


def test_words_in_a_frame_are_read_and_its_bytes_are_made_anew(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg", 0)
    reader = Reader()
    (made,), bad = frames(tmp_path, 30, 20, reader)
    assert bad == []
    assert made.words == "全网最低价"
    assert reader.seen == [(640, 360)]
    assert made.content != (tmp_path / "a.jpg").read_bytes(), "what a camera wrote into it stays here"
    assert made.content.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize(("every", "names"), [(1, "abcd"), (15, "acd"), (3_600, "a")])
def test_one_each_so_many_seconds_the_oldest_first(tmp_path: Path, every: int, names: str) -> None:
    for name, at in (("d", 60), ("a", 0), ("b", 10), ("c", 20)):
        put(tmp_path, f"{name}.png", at, (8, 8))
    (tmp_path / "z.gif").write_bytes(b"GIF89a")
    (tmp_path / "sub.png").mkdir()
    assert [path.stem for path, _ in pick(tmp_path, every, 20)] == list(names)
    assert len(pick(tmp_path, 1, 2)) == 2


def test_a_folder_that_is_gone_is_an_error_and_an_empty_one_is_none(tmp_path: Path) -> None:
    assert frames(tmp_path, 1, 20, None) == ([], [])
    with pytest.raises(OSError, match="gone"):
        frames(tmp_path / "gone", 1, 20, None)
