"""From a fresh clone to the running program, with nothing but Python ≥ 3.11 (standard library only).

    python3 packaging/run.py demo           the console on two sandboxed platforms (no display: pictures of every tab)
    python3 packaging/run.py test [--long]  all tests; --long adds the slow proofs; more words go to pytest
    python3 packaging/run.py bench          the benchmarks, printed as ratios
    python3 packaging/run.py setup          only the set-up that `test` needs
    python3 packaging/run.py build [--images]  a build in dist/ that needs no Python; --images: with that extra
    python3 packaging/run.py smoke [NAME …] starts that build in a bare environment and tries what a merchant would

Makes .venv, installs with the constraints (uv if it is there, else pip), again only when pyproject.toml or the
constraints changed. On Debian as root it installs the missing system packages; otherwise it prints the line to type.
"""

import sys

from ground import (
    CHINESE,
    OFFSCREEN,
    PRINTING,
    PROOFS,
    PYTHON,
    ROOT,
    WINDOW,
    SetupFailed,
    environment,
    has_display,
    run,
    system_packages,
)


def main(words: list[str]) -> int:
    """Set up, then do what the first word says."""
    commands = {"demo": demo, "test": test, "bench": bench, "setup": setup, "build": build, "smoke": smoke}
    if not words or words[0] not in commands:
        print(__doc__)
        return 2
    if not (3, 11) <= sys.version_info[:2] < (3, 15):
        version = ".".join(map(str, sys.version_info[:3]))
        print(
            f"This program needs Python 3.11 to 3.14; this is {version}. Start it with another python3.",
            file=sys.stderr,
        )
        return 2
    try:
        return commands[words[0]](words[1:])
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def demo(words: list[str]) -> int:
    """The program on the sandbox; without a display the pictures of its tabs."""
    windowed = has_display()
    system_packages(f"{OFFSCREEN} {CHINESE}" + (f" {WINDOW}" if windowed and sys.platform == "linux" else ""))
    environment("base")
    env = {} if windowed else {"QT_QPA_PLATFORM": "offscreen"}
    where = [] if windowed else ["--shots", str(ROOT / "shots")]
    return run([str(PYTHON), "-m", "console", "demo", *where, *words], env)


def test(words: list[str]) -> int:
    """Lint, types, rooms and behaviour: all of it is in the suite. Ends with pytest's own closing line.

    Two tests run at a time, a file never in two places (`-n 0`: one at a time).
    """
    setup([])
    long = "--long" in words
    rest = [word for word in words if word != "--long"]
    marks = [] if long else ["-m", "not long"]
    two = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]  # in the order of tests/conftest.py
    return run([str(PYTHON), "-m", "pytest", *two, *marks, *rest], {"QT_QPA_PLATFORM": "offscreen"})


def bench(words: list[str]) -> int:
    """Each benchmark in its own process; each prints its ratios and fails when a limit is missed."""
    setup([])
    scripts = sorted((ROOT / "tests" / "benchmarks").glob("bench_*.py"))
    wanted = [script for script in scripts if not words or any(word in script.stem for word in words)]
    if not wanted:
        names = ", ".join(script.stem.removeprefix("bench_") for script in scripts)
        print(f"There is no such benchmark: {' '.join(words)}. These are there: {names}.", file=sys.stderr)
        return 2
    codes = [run([str(PYTHON), str(script)], {"QT_QPA_PLATFORM": "offscreen"}) for script in wanted]
    return max(codes, default=0)


def setup(words: list[str]) -> int:
    """Everything the tests need."""
    system_packages(f"{OFFSCREEN} {CHINESE} {WINDOW} {PROOFS}" if sys.platform == "linux" else "")
    environment("dev")
    return 0


def build(words: list[str]) -> int:
    """The frozen build of this system, and what it is handed out as."""
    from building import build_all

    system_packages(f"{OFFSCREEN} {WINDOW} {PRINTING}" if sys.platform == "linux" else "")
    return build_all(images="--images" in words)


def smoke(words: list[str]) -> int:
    """What a merchant would do with the build, each step named and judged."""
    from smoke import try_all

    return try_all(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
