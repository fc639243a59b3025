"""What can be typed, and the one line for what cannot."""

import argparse
import gc
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.__main__ import main
from console.cli.arguments import _parser, parse
from console.cli.commands import CATEGORIES, MAPPINGS, STATES, SURFACES
from console.cli.help_words import knows

CHOICES = {", ".join(some) for some in (CATEGORIES, MAPPINGS, STATES, SURFACES)}


def test_no_words_start_the_window() -> None:
    options = parse([])
    assert (options.command, options.profile, options.lang) == ("window", None, None)
    assert parse(["--profile", "x", "--lang", "en"]).profile == Path("x")


def test_pictures_take_sizes_and_rows() -> None:
    options = parse(["shots", "out", "--size", "1440x900", "--rows", "100000", "--theme", "dark"])
    assert (options.command, options.folder, options.size, options.rows) == ("shots", Path("out"), (1440, 900), 100_000)


def test_sync_and_orders() -> None:
    sync = parse(["sync", "--profile", "p", "--connect", "c", "--once", "--json", "--lang", "en"])
    assert (sync.profile, sync.connect, sync.lang) == (Path("p"), Path("c"), "en")
    assert parse(["orders", "--profile", "p", "--json", "--mapping", "ambiguous"]).mapping == "ambiguous"


def test_doctor_needs_no_connection() -> None:
    options = parse(["doctor", "--profile", "p"])
    assert (options.profile, options.connect, options.json) == (Path("p"), None, False)
    assert parse(["doctor", "--profile", "p", "--connect", "c", "--json"]).connect == Path("c")


def test_products_and_linking_them() -> None:
    options = parse(["products", "--profile", "p", "--json", "--state", "conflict"])
    assert (options.act, options.state, options.dry_run) == (None, "conflict", False)
    options = parse(["products", "link", "--profile", "p", "--connect", "c", "--dry-run", "--json"])
    assert (options.act, options.connect, options.dry_run) == ("link", Path("c"), True)


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["products", "--profile", "p", "--state", "lost"],
        ["products", "--profile", "p", "--dry-run"],
        ["products", "--profile", "p", "--connect", "c"],
        ["products", "unlink", "--profile", "p", "--connect", "c"],
        ["products", "link", "--profile", "p"],
        ["products", "link", "--profile", "p", "--connect", "c", "--state", "linked"],
        ["--fly"],
        ["sync"],
        ["sync", "--profile", "p", "--connect", "c"],
        ["sync", "--profile", "p", "--connect", "c", "--once", "--fly"],
        ["sync", "--prof", "p", "--connect", "c", "--once"],
        ["orders", "--profile", "p", "--mapping", "lost"],
        ["orders", "--profile"],
        ["doctor"],
        ["doctor", "--profile"],
        ["doctor", "--profile", "p", "--once"],
        ["shots"],
        ["shots", "out", "--size", "big"],
        ["shots", "out", "--rows", "-1"],
        ["shots", "out", "--lang", "fr"],
    ],
)
@pytest.mark.parametrize("lang", [[], ["--lang", "en"]])
def test_a_wrong_word_is_one_line_and_code_2(
    words: list[str], lang: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words, *lang])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "--help" in said.err
    assert ("请" in said.err or "输入" in said.err) is not bool(lang)


def parsers() -> Iterator[argparse.ArgumentParser]:
    """All there is to ask for help of, but the sandbox, which speaks for itself."""
    todo = [_parser("--help")]
    for one in todo:
        acts = [act for act in one._actions if isinstance(act, argparse._SubParsersAction)]
        todo += [under for act in acts for name, under in act.choices.items() if name != "sandbox"]
    return iter(todo)


def test_every_word_of_help_is_there_in_chinese_but_names_and_choices() -> None:
    said = [words for one in parsers() for words in (one.description, *(act.help for act in one._actions)) if words]
    said += [act.help for one in parsers() for part in one._actions for act in getattr(part, "_choices_actions", ())]
    assert len(said) > 40
    assert not [words for words in said if not knows(words) and words not in CHOICES]


@pytest.mark.parametrize("words", [["--help"], ["live", "--help"], ["live", "ingest", "--help"], ["check", "--help"]])
def test_help_is_in_the_language_asked_for(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for lang in ([], ["--lang", "en"]):
        with pytest.raises(SystemExit) as ended:
            main([*words, *lang] if words == ["--help"] else [*words[:-1], *lang, "--help"])
        assert ended.value.code == 0
        told.append(capsys.readouterr().out)
    chinese, english = told
    assert "用法：" in chinese
    assert "选项：" in chinese
    assert "usage: " in english
    assert not any(char > "\u2fff" for char in english)


def test_the_language_may_stand_before_or_behind_an_act_and_help_is_that_of_the_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rest = ["import", "x.csv", "--profile", "p"]
    assert parse(["traffic", "--lang", "en", *rest]).lang == "en"
    assert parse(["traffic", *rest, "--lang", "en"]).lang == "en"
    assert parse(["traffic", *rest]).lang is None
    with pytest.raises(SystemExit):
        main(["products", "link", "--profile", "p"])
    assert "products --help" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["fly"],
        ["--fly"],
        ["sync"],
        ["orders", "--profile"],
        ["orders", "--profile", "p", "--mapping", "lost"],
        ["orders", "--profile", "p", "--json=3"],
        ["shots", "out", "--size", "big"],
        ["shots", "out", "--rows", "-1"],
        ["sandbox", "--fly"],
        ["sandbox", "--port", "99999"],
        ["sandbox", "--now", "yesterday"],
        ["sandbox", "--fault", "fly"],
    ],
)
def test_in_chinese_nothing_is_said_in_english(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = main(words)
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    told = capsys.readouterr().err
    for english in ("argument", "invalid", "choose", "required", "expected", "unrecognized", "ignored", " is ", "not "):
        assert english not in told


def test_a_port_in_use_is_one_line_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["sandbox", "--port", port, "--lang", "en"]) == 4
        english = capsys.readouterr()
        assert main(["sandbox", "--lang=zh_CN", "--port", port]) == 4
        chinese = capsys.readouterr()
    assert (english.out, chinese.out) == ("", "")
    assert (
        english.err
        == f"Port {port} is in use by another program. Choose another with --port, or --port 0 for any free one.\n"
    )
    assert chinese.err.startswith(f"端口 {port} 已被别的程序占用。")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
@pytest.mark.parametrize("words", [[], ["demo"]])
def test_no_display_is_one_line(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    try:
        assert main([*words, "--lang", "en"] if words else []) == 4
    finally:
        gc.enable()  # the window would do so when it ends
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "DISPLAY" in said.err


def test_looking_at_the_words_loads_nothing_heavy() -> None:
    """Every start comes this way, also the window's."""
    heavy = ("PySide6", "sqlalchemy", "sqlmodel", "httpx", "keyring", "numpy", "starlette", "uvicorn", "alembic")
    script = (
        "import sys; from console.cli.arguments import parse; parse([]);"
        f"sys.exit(','.join(name for name in {heavy!r} if name in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("words", [[], ["window"], ["demo"]])
def test_a_window_that_is_told_nothing_is_told_what_the_parser_would_tell_it(words: list[str]) -> None:
    word = (words or ["window"])[0]
    assert vars(parse([word, "--lang", "en"])) == vars(parse(words)) | {"lang": "en"}


def test_the_window_is_made_before_msgspec_is_loaded() -> None:
    """It takes a tenth of the time to the first paint; what is named before that is in ``core/parties.py``."""
    script = "import sys, console.app.demo, console.app.window; sys.exit('msgspec' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("merchant-console ")
