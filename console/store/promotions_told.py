"""Tasks of promotions that are late or due within days: one cause a promotion, told anew with each task that joins."""

from datetime import date

from sqlalchemy import Connection

from console.core.clock import DAY, shop_datetime
from console.rules.alerts import Alert
from console.rules.promotions import Promotion, Task
from console.rules.promotions import standing as how
from console.store.promotions import open_tasks, promotion
from console.store.promotions_facts import first_instant
from console.store.warned import note_told, told

CODE = "promotion:"


def standing(conn: Connection, now: int) -> tuple[list[Alert], list[Alert]]:
    """What stands now; and what of it is to be told, which is taken."""
    today = shop_datetime(now).date()
    waiting: dict[str, list[Task]] = {}
    for task in open_tasks(conn):
        if how(task, today) in ("overdue", "near"):
            waiting.setdefault(task.promotion_id, []).append(task)
    stands: list[Alert] = []
    fresh: list[Alert] = []
    for number, tasks in waiting.items():
        one = promotion(conn, number)
        alert = _alert(one, tasks, today, now)
        stands.append(alert)
        name, about = f"{CODE}{number}", first_instant(one.day_on)
        known = told(conn, name, "duty", about)
        if any(task.id not in known for task in tasks):
            for task in tasks:
                if task.id not in known:
                    note_told(conn, name, "duty", about, task.id)
            fresh.append(alert)
    return stands, fresh


def _alert(one: Promotion, tasks: list[Task], today: date, now: int) -> Alert:
    first = tasks[0]  # the nearest
    late = any(task.due_on < today for task in tasks)
    return Alert(
        key=f"{CODE}{one.promotion_id}:{first.id}:{len(tasks)}",
        cause="duty",
        level=1 if late else 2,
        at=min(now, first_instant(first.due_on) + (DAY if late else -3 * DAY)),
        code=f"{CODE}{one.promotion_id}",
        detail=f"{one.name}\n{first.title}",
        ends_at=first_instant(first.due_on) + DAY,
        number=len(tasks),
    )
