"""The evidence of a case: kept by hash, packed whole, a changed file named and not packed."""

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from console.documents.evidence import EvidenceTrouble, Missing, Part, is_intact, keep_file, write_pack

NOW = 1_768_444_200_000


def test_a_file_is_kept_under_its_hash(tmp_path: Path) -> None:
    source, folder = tmp_path / "聊天.txt", tmp_path / "profile" / "evidence"
    source.write_text("买家：没有收到\n", encoding="utf-8")
    digest, size = keep_file(folder, source)
    assert (digest, size) == (hashlib.sha256(source.read_bytes()).hexdigest(), source.stat().st_size)
    assert is_intact(folder, digest)
    assert [path.name for path in folder.iterdir()] == [digest]
    with pytest.raises(EvidenceTrouble) as trouble:
        keep_file(folder, tmp_path / "none.txt")
    assert trouble.value.code == "evidence.no_file"


def test_a_file_with_the_longest_name_is_kept(tmp_path: Path) -> None:
    source, folder = tmp_path / f"{'凭' * 82}.png", tmp_path / "evidence"
    source.write_bytes(b"x")
    digest, _ = keep_file(folder, source)
    assert [path.name for path in folder.iterdir()] == [digest]


def test_the_pack_lists_what_is_there_and_what_is_missing(tmp_path: Path) -> None:
    source, folder, out = tmp_path / "a.txt", tmp_path / "evidence", tmp_path / "KS-1.zip"
    source.write_text("chat", encoding="utf-8")
    digest, _ = keep_file(folder, source)
    source.write_text("other", encoding="utf-8")
    changed, _ = keep_file(folder, source)
    (folder / changed).write_text("tampered", encoding="utf-8")
    parts = [
        Part(name="orders.csv", kind="order", text="单号\n1\n"),
        Part(name="../../聊天 1.txt", kind="chat", sha256=digest),
        Part(name="b.txt", kind="chat", sha256=changed),
    ]
    packed = write_pack(out, "KS-1", parts, [Missing("waybill", "none taken")], folder, NOW)
    assert packed.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    with zipfile.ZipFile(out) as pack:
        assert pack.testzip() is None
        listed = json.loads(pack.read("00_list.json"))
        for one in listed["files"]:
            assert hashlib.sha256(pack.read(one["name"])).hexdigest() == one["sha256"]
        names = pack.namelist()
    assert names[:2] == ["01_order_orders.csv", "02_chat_聊天_1.txt"], "no name is a path"
    assert [one["kind"] for one in listed["missing"]] == ["waybill", "chat"]
    again = write_pack(out, "KS-1", parts, [Missing("waybill", "none taken")], folder, NOW)
    assert again.sha256 == packed.sha256, "the same evidence is the same zip"


def test_nothing_is_left_where_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_pack(tmp_path / "no" / "x.zip", "KS-1", [], [], tmp_path, NOW)
    assert list(tmp_path.iterdir()) == []
