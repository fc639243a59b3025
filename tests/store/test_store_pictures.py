"""Pictures on disk: whole or not at all, never more than allowed, the longest unused ones go first."""

import itertools
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.store.pictures import HALF_WRITTEN, PictureStore

MOST = 1_000
ADDRESS = "https://img.example/{}.jpg"


def held(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir()) if folder.exists() else 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pictures"


def used(folder: Path, store: PictureStore, address: str, at: int) -> None:
    """As if it had last been used then; file systems are too coarse for a test's pace."""
    before = set(folder.iterdir()) if folder.exists() else set()
    store.put(address, b"x" * 300)
    (made,) = set(folder.iterdir()) - before
    os.utime(made, ns=(at, at))


def test_what_was_put_is_had_also_by_the_next_run(folder: Path) -> None:
    PictureStore(folder).put("//img.example/中文.png", b"picture")
    assert PictureStore(folder).get("//img.example/中文.png") == b"picture"
    assert PictureStore(folder).get("//img.example/other.png") is None


def test_a_file_name_tells_nothing_and_stays_in_the_folder(folder: Path) -> None:
    PictureStore(folder).put("https://img.example/../../evil?token=1", b"picture")
    (file,) = folder.iterdir()
    assert len(file.name) == 64
    assert set(file.name) <= set("0123456789abcdef")


def test_the_longest_unused_go_first_and_use_counts(folder: Path) -> None:
    store = PictureStore(folder, MOST)
    for number in range(3):
        used(folder, store, ADDRESS.format(number), at=number)
    assert store.get(ADDRESS.format(0)) is not None  # used now
    store.put(ADDRESS.format(3), b"x" * 300)
    kept = [number for number in range(4) if store.get(ADDRESS.format(number)) is not None]
    assert kept == [0, 2, 3]


def test_one_that_is_too_large_for_the_folder_is_not_kept_and_moves_nobody_out(folder: Path) -> None:
    store = PictureStore(folder, MOST)
    store.put("small", b"x")
    store.put("large", b"x" * (MOST + 1))
    assert (store.get("small"), store.get("large")) == (b"x", None)


def test_what_another_run_left_counts(folder: Path) -> None:
    PictureStore(folder, 10 * MOST).put("old", b"x" * 900)
    (folder / f"abc{HALF_WRITTEN}").write_bytes(b"x" * 5_000)
    PictureStore(folder, MOST).put("new", b"x" * 500)
    assert held(folder) == 500


def test_a_folder_that_went_is_made_again(folder: Path) -> None:
    store = PictureStore(folder, MOST)
    store.put("one", b"x")
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    assert store.get("one") is None
    store.put("lost", b"x")
    store.put("kept", b"x")
    assert store.get("kept") == b"x"


def test_a_disk_that_refuses_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("a file stands where the folder should be")
    store = PictureStore(tmp_path / "pictures")
    store.put("one", b"x")
    assert store.get("one") is None
    store.forget("one")


sizes = st.integers(0, MOST + 50)
doings = st.one_of(
    st.tuples(st.just("put"), st.integers(0, 7), sizes),
    st.tuples(st.sampled_from(["get", "forget", "again"]), st.integers(0, 7), st.just(0)),
)


@given(st.lists(doings, max_size=40))
def test_the_folder_never_holds_more_than_it_may(doing: list[tuple[str, int, int]]) -> None:
    """Whatever is put, got, let go of, and however often the program starts anew; and what is had is what was put."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "pictures"
        store = PictureStore(folder, MOST)
        put: dict[str, bytes] = {}
        serial = itertools.count()
        for what, number, size in doing:
            address = ADDRESS.format(number)
            match what:
                case "put":
                    content = next(serial).to_bytes(4) * (size // 4)
                    store.put(address, content)
                    if size // 4 * 4 <= MOST:
                        put[address] = content
                        assert store.get(address) == content
                case "get":
                    assert store.get(address) in (None, put.get(address))
                case "forget":
                    store.forget(address)
                    assert store.get(address) is None
                case _:
                    store = PictureStore(folder, MOST)
            assert held(folder) <= MOST
