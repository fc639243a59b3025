"""Asking for a file where the system has no dialog of its own: Qt's, in the window's language."""

import asyncio
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from console.ui.files import ask_new_file, ask_old_file
from console.ui.language import Translators


async def test_its_words_are_in_the_window_s_language_and_a_name_comes_back_or_none(
    qtbot: QtBot, translators: Translators, tmp_path: Path, until: Any
) -> None:
    translators.use("zh_CN")
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = asyncio.ensure_future(ask_old_file(parent, "导入", ("csv", "xlsx")))
    await until(lambda: any(one.isVisible() for one in parent.findChildren(QFileDialog)))
    [dialog] = parent.findChildren(QFileDialog)
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == "位置："
    assert dialog.labelText(QFileDialog.DialogLabel.FileType) == "文件类型："
    dialog.reject()
    assert await asked is None
    asked = asyncio.ensure_future(ask_new_file(parent, "导出", "orders", "csv"))
    await until(lambda: any(one.isVisible() for one in parent.findChildren(QFileDialog)))
    dialog = next(one for one in parent.findChildren(QFileDialog) if one.isVisible())
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("orders")
    dialog.accept()
    assert await asked == tmp_path / "orders.csv"
