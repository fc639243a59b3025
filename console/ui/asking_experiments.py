"""What a click may ask about experiments and big promotions: ``Actions.experiments`` and ``Actions.promotions``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from console.rules.experiments import Experiment, Figure, State
    from console.rules.promotions import Promotion, Task


class ExperimentsDesk(Protocol):
    """Kept in the file when it returns. Raises Refused."""

    async def start(self, wanted: "Experiment") -> int:
        """Begin it with its plan; returns its id. Raises ValueError for a plan that is none."""
        ...

    async def move(self, experiment_id: int, state: "State", reason: str = "") -> None:
        """Stop it with a reason, put it away, or go on."""
        ...

    async def put_figures(self, experiment_id: int, told: "Sequence[Figure]", reason: str = "") -> None:
        """Keep what arms counted; once the plan is reached only with a reason."""
        ...

    async def put_line(self, name: str, value: int | None) -> None:
        """A line of experiments that are planned from now on; None: as it came."""
        ...


class PromotionsDesk(Protocol):
    """Kept in the file when it returns. Raises Refused."""

    async def plan(self, wanted: "Promotion", chinese: bool) -> int:
        """Keep a promotion with its tasks planned back from its day; returns how many were made."""
        ...

    async def put(self, wanted: "Promotion") -> None:
        """Its name, days and whether they are confirmed. Tasks stay where they are."""
        ...

    async def drop(self, wanted: "Promotion") -> None:
        """Out of the calendar, with its tasks."""
        ...

    async def put_task(self, wanted: "Task") -> int:
        """Keep a task, new (id 0) or changed; returns its id."""
        ...

    async def drop_task(self, task_id: int) -> None:
        """Throw a task away."""
        ...

    async def put_template(self, promotion_id: str | None) -> None:
        """Plan new promotions as this one is planned; None: as it came with the program."""
        ...
