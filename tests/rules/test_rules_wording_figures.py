"""The wording checker's own measured figures: what it misses and what it flags in sentences written beforehand."""

import pytest
from rules_wording import found, grave, rows

from console.rules.wording.nouns import Severity


def test_own_sentences_are_many_and_cover_every_surface_and_category() -> None:
    ordinary, violations = rows("ordinary.csv"), rows("violations.csv")
    assert len(ordinary) >= 300
    assert len(violations) >= 150
    surfaces = {"title", "image", "detail", "video", "script", "live", "chat", "profile", "comment"}
    categories = {"general", "beauty", "food", "health", "medical", "education", "investment"}
    for table in (ordinary, violations):
        assert {row["surface"] for row in table} == surfaces
        assert {row["category"] for row in table} == categories


def test_violations_are_found() -> None:
    """Measured as the sentences were first read: 196 of 202; tuned since. This keeps what is reached."""
    missed = []
    for row in rows("violations.csv"):
        start = row["text"].index(row["phrase"])
        end = start + len(row["phrase"])
        graves = grave(found(row["text"], row["surface"], row["category"]))
        if not any(one.start < end and start < one.end for one in graves):
            missed.append(row["text"])
    assert len(missed) <= 6, missed


def test_ordinary_sentences_are_left_alone() -> None:
    """Measured as the sentences were first read: 8 of 340 flagged, 3 blocked; tuned since."""
    flagged, blocked = [], []
    for row in rows("ordinary.csv"):
        graves = grave(found(row["text"], row["surface"], row["category"]))
        if graves:
            flagged.append((row["text"], [one.text for one in graves]))
        if any(one.severity is Severity.BLOCK for one in graves):
            blocked.append(row["text"])
    assert not blocked
    assert len(flagged) <= 4, flagged


def test_slogans_and_spoken_lines_written_after_the_first_tuning() -> None:
    """Second list, kept apart: at first reading 196 of 310 slogans and 19 of 53 spoken lines were found."""
    slogans = [row["text"] for row in rows("slogans.csv")]
    clips = [row["text"] for row in rows("clips.csv")]
    assert sum(not found(text) for text in slogans) <= 20
    assert sum(not grave(found(text, "live")) for text in clips) <= 4


def test_a_third_list_written_after_the_second_tuning() -> None:
    """At first reading 34 of 60 risky ones were found, most of them without any fixed word, and 1 of 62 plain ones."""
    missed = [row["text"] for row in rows("third_risky.csv") if not grave(found(row["text"], row["surface"]))]
    flagged = [row["text"] for row in rows("third_plain.csv") if grave(found(row["text"], row["surface"]))]
    assert len(missed) <= 4, missed
    assert not flagged


def test_a_second_list_of_slogans_written_after_the_third_tuning() -> None:
    """At first reading 152 of 229 were found, 144 of them as a caution or graver."""
    assert sum(not found(row["text"]) for row in rows("slogans_second.csv")) <= 10


@pytest.mark.parametrize(
    ("name", "most_missed", "most_flagged"),
    [
        ("fourth", 4, 4),
        ("fifth", 12, 12),
        ("sixth", 2, 2),
        ("seventh", 3, 1),
        ("eighth", 5, 1),
        ("ninth", 3, 1),
        ("tenth", 3, 2),
        ("eleventh", 11, 3),
        ("twelfth", 1, 1),
        ("thirteenth", 1, 1),
        ("fourteenth", 1, 1),
        ("fifteenth", 4, 2),
        ("sixteenth", 7, 1),
        ("seventeenth", 6, 1),
    ],
)
def test_lists_over_every_surface_and_category(name: str, most_missed: int, most_flagged: int) -> None:
    """The fourth at first reading: 160 of 200 risky ones found; of 300 plain ones, many of them traps, 13 flagged, 6 of
    them blocked. The fifth, in five lots between five tunings, mostly free speech without any fixed word: 69 of 101,
    64 of 99, 89 of 100, 60 of 75, 61 of 75 found; of 631 plain ones 9 blocked, 13 more flagged. The sixth: 104 of
    121 found; of 150 plain ones 2 blocked, 1 more flagged. The seventh, much of it dialect: 33 of 60; of 60 plain
    ones none flagged. The eighth, in sixteen voices from dialect hosts to fortune tellers: 100 of 145; of 120 plain
    ones 6 blocked, 4 more flagged. The ninth, written to avoid every fixed word: 21 of 60; of 60 plain ones 1
    blocked. The tenth, again without them: 22 of 60; of 60 plain ones 1 blocked, 1 more flagged. The eleventh,
    in the usual words of sellers, is left as it was first read: 49 of 60; of 60 plain ones 2 were blocked. The
    twelfth shows what was learnt from public reviews that stay outside: advice, blame, and the same words of a
    seller; the thirteenth and fourteenth what was learnt from published penalties: functions of the body, symptoms,
    results of pupils, returns, lures of old people, ranks, what others are said to sell. The fifteenth, over every
    surface and category, at first reading: 78 of 100; of 150 plain ones 1 blocked, 2 more flagged. The
    sixteenth, of general goods only: 35 of 80; of 30 plain ones 1 was flagged, none blocked. The
    seventeenth, mostly spoken and without any fixed word: 39 of 80."""
    missed = []
    for row in rows(f"{name}_risky.csv"):
        if not grave(found(row["text"], row["surface"], row["category"])):
            missed.append(row["text"])
    plain = [grave(found(row["text"], row["surface"], row["category"])) for row in rows(f"{name}_plain.csv")]
    assert len(missed) <= most_missed, missed
    assert not any(one.severity is Severity.BLOCK for each in plain for one in each)
    assert sum(bool(each) for each in plain) <= most_flagged


def test_reviews_written_after_the_first_tuning() -> None:
    """100 in two lots. At first reading 6 of 60 and 5 of 40 were flagged, 4 and 3 of them blocked."""
    reviews = [grave(found(row["text"])) for row in rows("reviews.csv")]
    assert sum(any(each.severity is Severity.BLOCK for each in one) for one in reviews) <= 1
    assert sum(bool(one) for one in reviews) <= 7


def test_an_hour_of_captions() -> None:
    """774 plain captions, 20 planted phrases, 20 traps."""
    labels = {row["index"]: row for row in rows("captions_labels.csv")}
    caught, trapped, others = 0, [], []
    for row in rows("captions.csv"):
        graves = grave(found(row["text"], "live"))
        label = labels.get(row["index"])
        if label and label["kind"] == "violation":
            start = row["text"].index(label["phrase"])
            caught += any(one.start < start + len(label["phrase"]) and start < one.end for one in graves)
        elif graves:
            (trapped if label else others).append(row["text"])
    assert caught >= 19
    assert len(trapped) <= 1, trapped
    assert not others, others
