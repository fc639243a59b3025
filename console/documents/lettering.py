"""Finding letters in a picture, in a process of its own: what it loads is large, and what it computes is long.

It needs the extra ``images`` (``rapidocr``, ``onnxruntime``). Their wheel carries the models; one without them counts
as not installed, because nothing may be downloaded behind the merchant's back. The process starts with the first
picture, works at low priority on one core, and ends a minute after the last picture, or when it takes too long. It
loads this module and no Qt.
"""

import logging
import multiprocessing
import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import msgspec

PATIENCE_S = 60.0  # for one picture, the start of the process included
IDLE_S = 60.0
SURE = 0.6  # of 1: what is read with less is taken for a pattern
MODELS = {"Det": "*det*.onnx", "Cls": "*cls*.onnx", "Rec": "*rec*.onnx"}

log = logging.getLogger(__name__)


def models() -> dict[str, Path]:
    """The model files that the installed library carries; empty where it or one of them is not there."""
    if find_spec("onnxruntime") is None or (spec := find_spec("rapidocr")) is None or spec.origin is None:
        return {}
    folder = Path(spec.origin).parent / "models"
    found = {task: next(iter(sorted(folder.glob(pattern))), None) for task, pattern in MODELS.items()}
    return {task: path for task, path in found.items() if path is not None} if all(found.values()) else {}


class Letters(msgspec.Struct, frozen=True, kw_only=True):
    """Words found in a picture, and the box they stand in; shares of width and height, from the top left."""

    words: str
    left: float
    top: float
    right: float
    bottom: float


class Pixels(msgspec.Struct, frozen=True, kw_only=True):
    """A picture as plain bytes, for a process that knows no Qt: rows of blue, green, red without gaps."""

    width: int
    height: int
    bgr: bytes


class LetterReader:
    """Asks the process, one picture at a time. Every method belongs on a thread."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._asking = threading.Lock()
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def read(self, pixels: Pixels) -> Sequence[Letters] | None:
        """What stands in the picture; None where nobody could look."""
        with self._asking:
            try:
                line = self._start()
                line.send(pixels)
                if not line.poll(self._patience_s):
                    raise TimeoutError
                answer: Sequence[Letters] | None = line.recv()
            except (OSError, EOFError) as error:  # a timeout is one of them
                log.warning("letters were not looked for: %s", type(error).__name__)
                self.end()
                return None
            return answer

    def end(self) -> None:
        """End the process, whatever it does; the next picture starts another."""
        process, line = self._process, self._line
        self._process = self._line = None
        if process is not None:
            process.kill()
            process.join()
        if line is not None:
            with suppress(OSError):
                line.close()

    def _start(self) -> Connection:
        if self._process is not None and self._line is not None and self._process.is_alive():
            return self._line
        self.end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, models()), name="letters", daemon=True)
        self._process.start()
        theirs.close()
        self._line = ours
        return ours


def _serve(line: Connection, paths: dict[str, Path]) -> None:
    """The other process: answer pictures until nobody asks any more."""
    with suppress(AttributeError, OSError):
        os.nice(10)
    engine = _engine(paths)
    with suppress(EOFError, OSError):
        while line.poll(IDLE_S):
            line.send(_read(engine, line.recv()))


def _engine(paths: dict[str, Path]) -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "error",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            **{f"{task}.model_path": str(path) for task, path in paths.items()},
        }
    )


def _read(engine: Any, pixels: Pixels) -> list[Letters]:
    import numpy

    image = numpy.frombuffer(pixels.bgr, dtype=numpy.uint8).reshape(pixels.height, pixels.width, 3)
    found = engine(image, use_cls=False)
    if found.boxes is None or found.txts is None or found.scores is None:
        return []
    return [
        Letters(
            words=str(words),
            left=float(box[:, 0].min()) / pixels.width,
            top=float(box[:, 1].min()) / pixels.height,
            right=float(box[:, 0].max()) / pixels.width,
            bottom=float(box[:, 1].max()) / pixels.height,
        )
        for box, words, score in zip(found.boxes, found.txts, found.scores, strict=True)
        if score >= SURE and str(words).strip()
    ]
