"""The own bank as a table: what goes out comes back, and bad rows are named."""

from pathlib import Path

import pytest

from console.documents.word_sheet import export_words, import_words
from console.rules.wording.bank import OwnWord
from console.rules.wording.nouns import Severity

WORDS = (
    OwnWord(term="闪购款", severity=Severity.BLOCK, reason="内部", suggest="现货款"),
    OwnWord(term="=1+1", severity=Severity.INFO),
)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_words_come_back(tmp_path: Path, name: str) -> None:
    export_words(tmp_path / name, WORDS)
    assert import_words(tmp_path / name).words == WORDS


def test_other_columns_encodings_and_bad_rows(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("备注,词\nx,好词儿\ny,最\nz,好词儿\n".encode("gb18030"))
    taken = import_words(file)
    assert [word.term for word in taken.words] == ["好词儿"]
    assert taken.words[0].severity is Severity.WARN
    assert taken.bad == (3,)
