"""The merchant's own words and what is let pass, in a real file."""

import time

import pytest
from sqlalchemy import Connection

from console.core.errors import Refused
from console.rules.wording.bank import OwnWord
from console.rules.wording.nouns import Severity
from console.rules.wording.pardons import Pardon, unused, with_pardons
from console.store import audit, wording
from console.wording import checker

DAY = 86_400_000
GIVEN = Pardon(
    rule_id="ABS-EXT-101", plain="国家级", scope="item", subject="kuaishou:1/9", reason="商标名", author="陈静"
)


def test_words_are_kept_changed_and_taken_out(conn: Connection) -> None:
    one = OwnWord(term="闪购款", severity=Severity.BLOCK, reason="内部", suggest="现货")
    assert wording.put_words(conn, [one, OwnWord(term="爆炸款")], 1) == 2
    assert wording.put_words(conn, [one], 2) == 0
    assert wording.words(conn)[1] == one
    assert wording.drop_words(conn, ["爆炸款", "没有"], 3) == 1
    assert [row.action for row in audit.rows(conn, "wording.")] == ["wording.words", "wording.words"]


def test_a_bad_word_keeps_all_of_them_out(conn: Connection) -> None:
    with pytest.raises(Refused, match=r"wording.word"):
        wording.put_words(conn, [OwnWord(term="好词"), OwnWord(term="最")], 1)
    assert wording.words(conn) == ()


def test_a_pardon_needs_a_reason_and_ends(conn: Connection) -> None:
    with pytest.raises(Refused, match=r"wording.no_reason"):
        wording.pardon(conn, Pardon(rule_id="A", plain="b", scope="shop", reason=" "), 1)
    with pytest.raises(Refused, match=r"wording.past_end"):
        wording.pardon(conn, Pardon(rule_id="A", plain="b", scope="shop", reason="r", until_at=5), 5)
    row_id = wording.pardon(conn, Pardon(**{**_fields(GIVEN), "until_at": DAY}), 1)
    (kept,) = wording.pardons(conn)
    assert (kept.author, kept.given_at, kept.until_at) == ("陈静", 1, DAY)
    verdict = checker("2026-11-25").check("国家级工艺杯子", "title")
    assert verdict.blocks
    passed = with_pardons(verdict, [kept], "kuaishou:1/9", 2)
    assert not passed.findings
    assert [one.excuse for one in passed.excused] == ["pardon"]
    assert with_pardons(verdict, [kept], "kuaishou:1/8", 2).blocks
    assert with_pardons(verdict, [kept], "kuaishou:1/9", DAY).blocks
    assert unused([kept], [("ABS-EXT-101", "国家级")]) == []
    assert unused([kept], []) == [kept]
    assert wording.revoke(conn, row_id, 3)
    assert not wording.revoke(conn, row_id, 3)


def test_sixty_thousand_words_are_kept(conn: Connection) -> None:
    words = [OwnWord(term=f"词条{number}") for number in range(60_000)]
    begun = time.perf_counter()
    assert wording.put_words(conn, words, 1) == 60_000
    assert len(wording.words(conn)) == 60_000
    assert time.perf_counter() - begun < 60  # no measure: only that it ends
    with pytest.raises(Refused, match=r"wording.too_many"):
        wording.put_words(conn, [OwnWord(term="又一个")], 2)


def _fields(pardon: Pardon) -> dict[str, object]:
    return {name: getattr(pardon, name) for name in pardon.__struct_fields__}
