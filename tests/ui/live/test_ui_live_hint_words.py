"""Why a wording is risky is said in the window's language."""

from typing import get_args

import msgspec
from PySide6.QtWidgets import QApplication

from console.rules.wording.nouns import Group
from console.ui.tabs.live import hint_words
from console.wording import checker


def test_every_group_of_the_bank_has_a_name_in_english(qapp: QApplication) -> None:
    for group in get_args(Group):
        assert hint_words.group(group).isascii()


def test_the_reason_stays_chinese_only_in_a_chinese_window(qapp: QApplication) -> None:
    verdict = checker("2026-11-26").check("这款是全网最低价，放心拿", "live", "general")
    rule = next(one.rule for one in verdict.findings)
    assert hint_words.why(rule, "zh_CN") == rule.reason
    assert hint_words.why(rule, "en").isascii()
    own = msgspec.structs.replace(rule, group="own")
    assert hint_words.why(own, "en") == "a word of your own list"
