"""What stands between the window and the process that reads letters."""

import multiprocessing
from pathlib import Path

import pytest

from console.documents import lettering
from console.documents.lettering import LetterReader, Pixels

PIXELS = Pixels(width=4, height=4, bgr=bytes(48))


def test_a_process_that_cannot_start_means_that_nobody_looked(
    monkeypatch: pytest.MonkeyPatch, expected_logs: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """Models that are no models, or no library at all: the process ends at once."""
    expected_logs.append("letters were not looked for")
    monkeypatch.setattr(lettering, "models", lambda: dict.fromkeys(("Det", "Cls", "Rec"), Path("/nowhere/at_all.onnx")))
    reader = LetterReader()
    assert reader.read(PIXELS) is None
    assert not multiprocessing.active_children()
    reader.end()


def test_a_library_without_its_models_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "rapidocr"
    (package / "models").mkdir(parents=True)
    (package / "__init__.py").touch()
    (tmp_path / "onnxruntime.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert lettering.models() == {}
    for name in ("a_det.onnx", "a_cls.onnx"):
        (package / "models" / name).touch()
    assert lettering.models() == {}
    (package / "models" / "a_rec.onnx").touch()
    assert {task: path.name for task, path in lettering.models().items()} == {
        "Det": "a_det.onnx",
        "Cls": "a_cls.onnx",
        "Rec": "a_rec.onnx",
    }
