"""The goods tab over a file that what is sent is written into."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from ui_fakes import FakeChanges
from ui_outbox import FileActions, fill
from ui_push import quiet

from console.store.shops import pairs
from console.ui.context import Desk
from console.ui.tabs.products.page import ProductsPage


@pytest.fixture
def actions(changes: FakeChanges) -> FileActions:
    made = FileActions(changes)
    made.goods.write = made.keep
    return made


@pytest.fixture
async def page(desk: Desk, actions: FileActions, changes: FakeChanges, until: Any) -> AsyncIterator[ProductsPage]:
    actions.desk = desk
    await desk.database.write(fill, desk.now())
    desk.scope.pair = (await desk.database.read(pairs))[0]
    made = ProductsPage(desk)
    deaf = changes.subscribe(made.on_changes)
    made.resize(1240, 820)
    made.show()
    made.activateWindow()
    await quiet(made, until)
    yield made
    deaf()
    made.hide()
    await made.close_page()
    made.deleteLater()
