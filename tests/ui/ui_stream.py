"""A stand-in for the link to OBS: it stands as a test says, and remembers what it was asked."""

from console.core.errors import Trouble
from console.core.streaming import Greeting, LinkChoice, StreamState


class FakeStream:
    """``trouble`` is raised by the next test or change."""

    def __init__(self) -> None:
        self.now = StreamState()
        self.set = LinkChoice()
        self.secret = ""
        self.tested: list[tuple[LinkChoice, str | None]] = []
        self.greeting = Greeting(version="5.5.2", is_active=False)
        self.trouble: Trouble | None = None

    def state(self) -> StreamState:
        return self.now

    async def choice(self) -> LinkChoice:
        return self.set

    async def has_password(self) -> bool:
        return bool(self.secret)

    async def set_choice(self, wanted: LinkChoice, password: str | None = None) -> None:
        self._raise()
        self.set = wanted
        if password is not None:
            self.secret = password

    async def test(self, wanted: LinkChoice, password: str | None = None) -> Greeting:
        self.tested.append((wanted, password))
        self._raise()
        return self.greeting

    def _raise(self) -> None:
        trouble, self.trouble = self.trouble, None
        if trouble is not None:
            raise trouble
