"""What is done to goods in the tab, and what it says."""

import asyncio
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from console.core.model import Platform
from console.core.operators import Operator, Role
from console.store import audit, push_rules
from console.ui.context import Desk
from console.ui.tabs.products.drawer import EDIT
from console.ui.tabs.products.editor import Editor
from console.ui.tabs.products.page import ProductsPage
from console.ui.tabs.products.preview import PreviewDialog

OURS, THEIRS = Platform.KUAISHOU, Platform.YOUZAN


async def quiet(page: ProductsPage, until: Any) -> None:
    def still() -> bool:
        page.grab()
        return page.is_settled

    await until(still)


def row_of(page: ProductsPage, number: int) -> int:
    """The row id of goods ``1001`` …: the newest is first, and its number is its update time."""
    return page.card.model.id_at(page.card.model.rowCount() - number)


async def editor(page: ProductsPage, until: Any, number: int = 1) -> Editor:
    page.item_drawer.tabs.choose(EDIT)
    page.open_row(row_of(page, number))
    await until(lambda: page.item_drawer.editor is not None)
    await quiet(page, until)
    assert page.item_drawer.editor is not None
    return page.item_drawer.editor


async def preview(page: ProductsPage, until: Any) -> PreviewDialog:
    page.item_drawer.preview.click()
    return await dialog(page, until)


async def dialog(page: ProductsPage, until: Any) -> PreviewDialog:
    await until(lambda: page.pushes.pusher.dialog is not None and page.pushes.pusher.dialog.isVisible())
    found = page.pushes.pusher.dialog
    assert found is not None
    return found


def words(page: ProductsPage) -> str:
    """What the line about the last push says."""
    return said(page.pushes.progress) if page.pushes.progress.isVisibleTo(page) else ""


def said(widget: QWidget) -> str:
    return " ".join(part.text() for part in widget.findChildren(QLabel) if part.isVisibleTo(widget))


async def noted(desk: Desk, action: str) -> list[audit.AuditRow]:
    """What the log of deeds says of it: the window asks for it, and goes on while it is written."""
    async with asyncio.timeout(20):
        while not (rows := await desk.database.read(audit.rows, action)):  # noqa: ASYNC110 - the file tells nobody
            await asyncio.sleep(0.01)
    return rows


async def free(desk: Desk, *fields: Any) -> None:
    for field in fields:
        await desk.database.write(push_rules.put_lead, field, "free", desk.now())


def as_clerk(desk: Desk) -> None:
    owner = Operator(operator_id="o", name="陈静", role=Role.OWNER)
    clerk = Operator(operator_id="c", name="小李", role=Role.CLERK)
    desk.session.people = (owner, clerk)
    desk.session.current = clerk
    desk.session.changed.emit()
