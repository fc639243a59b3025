"""The command as a process: one line, clean ends, clear refusals, a line that really breaks."""

import json
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from console.sandbox import serve
from console.sandbox.clock import DAY, parse_instant

COMMAND = [sys.executable, "-c", "import sys; from console.sandbox.serve import main; sys.exit(main(sys.argv[1:]))"]
SMALL = ["--seed", "3", "--items", "5", "--orders", "30"]
NOW = "2026-03-18T12:00:00+08:00"


class Sandbox:
    """A running process and its line."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        lines: queue.Queue[str] = queue.Queue()
        stdout = self.process.stdout
        assert stdout is not None
        reader = threading.Thread(target=lambda: lines.put(stdout.readline()))
        reader.start()
        reader.join(30)
        text = lines.get_nowait() if not reader.is_alive() else ""
        if not text:
            raise AssertionError(f"no line; stderr: {self.stop()[2]}")
        self.line: dict[str, Any] = json.loads(text)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str, str]:
        """Ask it to end; exit code, the rest of stdout, stderr."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            rest, errors = self.process.communicate(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise
        return self.process.returncode, rest, errors


@pytest.fixture
def start() -> Iterator[Callable[..., Sandbox]]:
    running: list[Sandbox] = []

    def begin(*arguments: str) -> Sandbox:
        running.append(Sandbox(*arguments))
        return running[-1]

    yield begin
    for sandbox in running:
        if sandbox.process.poll() is None:
            sandbox.stop()


def test_it_says_exactly_one_line_and_ends_cleanly(start: Callable[..., Sandbox]) -> None:
    sandbox = start(*SMALL, "--frozen", "--now", NOW)
    line = sandbox.line
    assert set(line) == {"kuaishou", "youzan", "kuaishou_ads", "control_url", "now"}
    assert set(line["kuaishou"]) == {
        "base_url",
        "app_key",
        "app_secret",
        "sign_secret",
        "access_token",
        "refresh_token",
    }
    assert set(line["youzan"]) == {
        "base_url",
        "client_id",
        "client_secret",
        "kdt_id",
        "access_token",
        "refresh_token",
    }
    assert set(line["kuaishou_ads"]) == {
        "base_url",
        "app_id",
        "secret",
        "access_token",
        "refresh_token",
        "advertiser_id",
    }
    sides = ("kuaishou", "youzan", "kuaishou_ads")
    assert all(isinstance(text, str) and text for side in sides for text in line[side].values())
    origin = httpx.URL(line["kuaishou"]["base_url"])
    assert origin.host == "127.0.0.1"
    assert origin.path in ("", "/")
    assert not line["kuaishou"]["base_url"].endswith("/")
    assert 0 <= parse_instant(line["now"]) - parse_instant(NOW) < DAY
    with httpx.Client() as client:
        world = client.get(line["control_url"] + "/world").json()
        assert world["kuaishou"]["orders"]["count"] == 30
        answer = client.get(line["control_url"] + "/health")
        assert answer.headers["date"].startswith("Wed, 18 Mar 2026 04:")
        assert "server" not in answer.headers
    assert sandbox.stop(signal.SIGTERM) == (0, "", "")


def test_both_platforms_pages_answer_on_their_shared_path(start: Callable[..., Sandbox]) -> None:
    line = start(*SMALL, "--frozen").line
    back = "http://127.0.0.1:9/back"
    asked = {
        "kuaishou": {"app_id": line["kuaishou"]["app_key"], "response_type": "code", "redirect_uri": back},
        "youzan": {"client_id": line["youzan"]["client_id"], "redirect_uri": back, "state": "s1"},
    }
    with httpx.Client() as client:
        page = client.get(line["kuaishou"]["base_url"] + "/oauth/authorize", params=asked["kuaishou"])
        assert line["kuaishou"]["app_key"] in page.text
        sent_on = client.get(line["youzan"]["base_url"] + "/oauth/authorize", params=asked["youzan"])
    assert sent_on.status_code == 302
    target = httpx.URL(sent_on.headers["location"])
    assert (target.host, target.params["state"], bool(target.params["code"])) == ("127.0.0.1", "s1", True)


def test_an_interrupt_ends_it_cleanly_too(start: Callable[..., Sandbox]) -> None:
    assert start(*SMALL).stop(signal.SIGINT) == (0, "", "")


def test_a_started_fault_is_on_and_a_cut_line_is_broken(start: Callable[..., Sandbox]) -> None:
    sandbox = start(*SMALL, "--frozen", "--fault", "throttle", "--fault", "slow")
    base, control = sandbox.line["youzan"]["base_url"], sandbox.line["control_url"]
    with httpx.Client() as client:
        assert client.get(f"{control}/faults").json() == {"on": ["throttle", "slow"]}
        for fault in ("cut_before", "cut_after"):
            client.post(f"{control}/faults", json={"on": [fault], "off": ["throttle", "slow"], "times": 1})
            with pytest.raises(httpx.TransportError):
                client.post(f"{base}/api/youzan.trade.get/4.0.2", json={})
            assert client.post(f"{base}/api/youzan.trade.get/4.0.2", json={}).status_code == 200
    assert sandbox.stop() == (0, "", "")


def test_who_leaves_in_the_middle_of_asking_is_no_error(start: Callable[..., Sandbox]) -> None:
    sandbox = start(*SMALL, "--frozen")
    url = httpx.URL(sandbox.line["youzan"]["base_url"])
    assert url.port is not None
    head = f"POST /auth/token HTTP/1.1\r\nhost: {url.host}\r\n"
    head += "content-type: application/json\r\ncontent-length: 99\r\n\r\n"
    with socket.create_connection((url.host, url.port)) as line:
        line.sendall(head.encode() + b"{")
    with httpx.Client() as client:  # it still answers, and has seen the other go
        assert client.get(sandbox.line["control_url"] + "/faults").status_code == 200
    assert sandbox.stop() == (0, "", "")


def test_a_taken_port_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serve.main(["--port", str(port)]) == 4
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"sandbox: port {port} is in use; choose another with --port, or --port 0 for any free one\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--sneed", "7"],
        ["stray"],
        ["--port", "70000"],
        ["--port", "x"],
        ["--items", "0"],
        ["--orders", "-1"],
        ["--now", "yesterday"],
        ["--now", "0001-01-01"],
        ["--fault", "fire"],
    ],
)
def test_a_bad_command_line_is_refused_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert serve.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("sandbox: ")
    assert err.count("\n") == 1


def test_arguments_make_a_wish() -> None:
    wish = serve.read_arguments(["--seed", "9", "--now", "2026-01-15T10:30:00", "--fault", "slow", "--frozen"])
    assert wish == serve.Wish(seed=9, now=parse_instant("2026-01-15T10:30:00+08:00"), faults=["slow"], frozen=True)


def test_keys_depend_on_the_seed_alone() -> None:
    first, again, other = (
        serve.build_context(serve.read_arguments([*arguments, "--items", "2", "--orders", "3"]), "http://127.0.0.1:1")
        for arguments in (["--seed", "4"], ["--seed", "4", "--now", NOW], ["--seed", "5"])
    )
    assert first.kuaishou == again.kuaishou != other.kuaishou
    assert first.youzan == again.youzan
    assert first.kuaishou.app_key.startswith("ks")
    assert first.kuaishou.app_secret not in repr(first.kuaishou)
