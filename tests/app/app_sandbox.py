"""The platforms as the program meets them: a process behind a socket, and a person who agrees in the browser."""

import json
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from console.binding.signing_in import sign_in_page
from console.core.gateway import Credentials
from console.core.model import Platform
from console.store.secrets import MemoryVault, SupportsSecrets, VaultTrouble

START = "import sys; from console.sandbox.serve import main; sys.exit(main(sys.argv[1:]))"
WORLD = ("--seed", "11", "--items", "12", "--orders", "40", "--frozen")
CALLBACK = "https://shop.example/callback"


class _Stay(urllib.request.HTTPRedirectHandler):
    """The browser would follow; the test wants to see where to."""

    def redirect_request(self, *args: Any) -> None:
        return None


class Outside:
    """The sandbox's process and its one line."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        command = [sys.executable, "-c", START, "--port", str(port), *WORLD]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        self.line: dict[str, Any] = json.loads(line)
        self.connect = folder / "sandbox.json"
        self.connect.write_bytes(line)

    def ask(self, path: str, body: Any = None) -> Any:
        """A control call: GET, or POST where there is a body."""
        content = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.line["control_url"] + path, data=content)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def offset_ms(self) -> int:
        return round(float(self.ask("/clock")["offset_s"]) * 1000)

    @property
    def port(self) -> int:
        return int(self.line["kuaishou"]["base_url"].rpartition(":")[2])

    def keys(self, platform: Platform) -> Credentials:
        """What the merchant copies from the platform's pages: no tokens."""
        told = self.line[platform.value]
        if platform is Platform.KUAISHOU:
            return Credentials(
                base_url=told["base_url"],
                app_key=told["app_key"],
                app_secret=told["app_secret"],
                sign_secret=told["sign_secret"],
            )
        return Credentials(
            base_url=told["base_url"],
            app_key=told["client_id"],
            app_secret=told["client_secret"],
            grant_id=told["kdt_id"],
        )

    def agree(self, state: str = "state", keys: Credentials | None = None) -> str:
        """Press the button on Kuaishou's page; the address the browser is sent to."""
        page = sign_in_page(keys or self.keys(Platform.KUAISHOU), CALLBACK, state)
        try:
            urllib.request.build_opener(_Stay).open(page + "&approve=1")
        except urllib.error.HTTPError as redirect:
            with redirect:
                return str(redirect.headers["location"])
        raise AssertionError("the page did not send the browser on")

    def code(self) -> str:
        return self.agree().partition("code=")[2].partition("&")[0]

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)
        assert self._process.stdout is not None
        self._process.stdout.close()


class RecordingVault(MemoryVault):
    """Keeps secrets in memory and can be locked, like a key store whose owner went for lunch."""

    def __init__(self) -> None:
        super().__init__()
        self.locked = False
        self.saves: list[str] = []

    async def opened(self) -> tuple[SupportsSecrets, bool]:
        return self, True

    @property
    def keys(self) -> set[str]:
        return set(self._kept)

    async def load(self, key: str) -> Credentials | None:
        self._check()
        return await super().load(key)

    async def save(self, key: str, credentials: Credentials) -> None:
        self._check()
        self.saves.append(key)
        await super().save(key, credentials)

    async def forget(self, key: str) -> None:
        self._check()
        await super().forget(key)

    def _check(self) -> None:
        if self.locked:
            raise VaultTrouble("locked")
