"""What argparse says of a wrong command line, in Chinese: its own words are English whatever the language asked for."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.catalogue import Language

UNRECOGNIZED = "unrecognized arguments: {}"
REQUIRED = "the following arguments are required: {}"

_ARGUMENT = re.compile(r"argument (?P<name>[^:]+): (?P<rest>.*)", re.S)
_PHRASES = (
    (re.compile(r"unrecognized arguments: (.*)"), r"不认识的参数 \1"),
    (re.compile(r"the following arguments are required: (.*)"), r"缺少参数 \1"),
    (re.compile(r"invalid choice: (.*) \(choose from (.*)\)"), r"不能是 \1，可选 \2"),
    (re.compile(r"expected one argument"), "后面要写一个值"),
    (re.compile(r"expected at least one argument"), "后面至少要写一个值"),
    (re.compile(r"ignored explicit argument (.*)"), r"后面不能带值 \1"),
    (re.compile(r"invalid (?:int|float|Path) value: (.*)"), r"\1 不是有效的值"),
    (re.compile(r"(.*) is not a whole number from (.*) to (.*)"), r"\1 不是 \2 到 \3 的整数"),
    (re.compile(r"(.*) is not an instant such as (.*)"), r"\1 不是 \2 这样的时刻"),
    (re.compile(r"not a number of rows: (.*)"), r"\1 不是行数"),
    (re.compile(r"one of the arguments (.*) is required"), r"要写其中一个参数 \1"),
    (re.compile(r"not allowed with argument (.*)"), r"不能和 \1 一起用"),
    (re.compile(r"not a day: (.*)"), r"\1 不是 2026-11-22 这样的日期"),
    (re.compile(r"not a month: (.*)"), r"\1 不是 2026-11 这样的月份"),
    (re.compile(r"not a size like 1440x900: (.*)"), r"\1 不是 1440x900 这样的尺寸"),
)


def said(message: str, lang: "Language") -> str:
    """The message in the language asked for; what is not known here is passed on as it is."""
    if lang == "en":
        return message
    named = _ARGUMENT.fullmatch(message)
    rest = named["rest"] if named else message
    for phrase, words in _PHRASES:
        if phrase.fullmatch(rest):
            rest = phrase.sub(words, rest)
            break
    return f"{named['name']} {rest}" if named else rest
