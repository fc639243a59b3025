"""Asking for a file's name without holding up the loop: Qt's own dialog, opened and awaited."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


async def ask_new_file(parent: QWidget, title: str, name: str, suffix: str) -> Path | None:
    """Where to write a file; None where nobody wants to. The system's dialog asks before a file is replaced."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(f"{name}.{suffix}")
    return await _chosen(dialog)


async def ask_old_file(parent: QWidget, title: str, suffixes: Sequence[str]) -> Path | None:
    """Which file to read; None where nobody wants to."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*.{suffix}" for suffix in suffixes)
    dialog.setNameFilter(f"{'/'.join(suffixes).upper()} ({patterns})")
    return await _chosen(dialog)


async def _chosen(dialog: QFileDialog) -> Path | None:
    """Qt's own dialog, where the system has none, leaves these words in English."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, QCoreApplication.translate("files", "Look in:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, QCoreApplication.translate("files", "Files of type:"))
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    dialog.finished.connect(lambda code: None if done.done() else done.set_result(code))
    dialog.open()
    try:
        if not await done:
            return None
        files = dialog.selectedFiles()
        return Path(files[0]) if files else None
    finally:
        dialog.deleteLater()


async def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Which folder to look at; None where nobody wants to."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return await _chosen(dialog)
