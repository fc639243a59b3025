"""A file of lines, one object each: what is sound in it, and for every other line its number and the reason."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import msgspec

from console.core.live import LiveAction, LiveRow, LiveSignal
from console.ingest.checking import check_time
from console.ingest.wire import LINE_BYTES, Refusal, decoded, read_object


class Line(NamedTuple):
    """``row`` None: refused, and ``reason`` says why. Numbers count from 1, empty lines too."""

    number: int
    row: LiveRow | None
    reason: str = ""


class LineReader:
    """Reads on from where the file stands; a row without a session belongs to the one begun last in the file."""

    def __init__(self, file: BinaryIO, session_id: str = "", number: int = 0) -> None:
        self._file = file
        self.session_id = session_id
        self.number = number

    def read(self, now: int) -> Iterator[Line]:
        """All lines up to the end. A line that is too long is never held in memory as a whole."""
        while line := self._file.readline(LINE_BYTES + 1):
            self.number += 1
            if len(line) > LINE_BYTES and not line.endswith(b"\n"):
                self._skip()
                yield Line(self.number, None, "too_long")
                continue
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield self._line(line, now)

    def _skip(self) -> None:
        while (rest := self._file.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass

    def _line(self, line: bytes, now: int) -> Line:
        try:
            row = read_object(decoded(line.removeprefix(b"\xef\xbb\xbf")), session_id=self.session_id)
            check_time(row, now)
        except Refusal as refusal:
            return Line(self.number, None, refusal.reason)
        if isinstance(row, LiveSignal) and row.action is LiveAction.START:
            if not row.session_id:
                row = msgspec.structs.replace(row, session_id=f"live-{now if row.at is None else row.at}")
            self.session_id = row.session_id
        return Line(self.number, row)
