"""A proof as a file: a PDF for people, a CSV of its rows for a spreadsheet. Both off the loop."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject

from console import catalogue
from console.documents.sheets import Export
from console.store.proofs import Proof
from console.ui.files import ask_new_file
from console.ui.page import Page
from console.ui.tabs.orders import proof_list, proof_paper
from console.ui.theme import FAMILIES

Form = Literal["pdf", "csv"]
Where = Callable[[str, Form], Awaitable[Path | None]]


class ProofExport(QObject):
    """``where`` asks for the place; a test puts its own there."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.where: Where = self._ask_where

    async def _ask_where(self, name: str, form: Form) -> Path | None:
        return await ask_new_file(self._page, self.tr("Export the proof"), name, form)

    async def run(self, proof: Proof, shops: Mapping[str, str], form: Form) -> None:
        """Ask where, then write it there."""
        name = f"{proof_paper.title(proof)} no{proof.number}".replace(" ", "_")
        path = await self.where(name, form)
        if path is None:
            return
        try:
            if form == "pdf":
                await self._pdf(path, proof, shops)
            else:
                await asyncio.to_thread(write_csv, path, proof)
        except OSError as trouble:
            words = catalogue.words(
                "disk.denied", self._page.desk.language, path=path, detail=trouble.strerror or str(trouble)
            )
            self._page.said.emit(words.text, words.next_step)
            return
        self._page.said.emit(self.tr("The proof was exported"), path.name)

    async def _pdf(self, path: Path, proof: Proof, shops: Mapping[str, str]) -> None:
        from console.documents.paper import write_pdf

        html, title, foot = proof_paper.html(proof, shops), proof_paper.title(proof), proof_paper.foot(proof)
        await asyncio.to_thread(write_pdf, path, html, title, foot, list(FAMILIES))


def write_csv(path: Path, proof: Proof) -> None:
    """All rows that are not simply linked, in the window's words."""
    with Export(path, proof_list.fields()) as sheet:
        sheet.add(proof_list.cells(one) for one in proof.content["findings"])
