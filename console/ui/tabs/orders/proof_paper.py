"""A proof as a document: the same figures, rows and fingerprints as the panel shows, for whoever keeps the books."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication

from console.documents.sheets import Value
from console.rules.proof_books import EQUATION
from console.store.proofs import Proof
from console.ui import texts
from console.ui.tabs.orders import proof_list, proof_words

translate = QCoreApplication.translate
MOST = 2_000  # rows of one document; the CSV has them all
ROWS_WIDE = (8, 14, 18, 9, 9, 9, 14, 19)  # percent, by column
Cells = Sequence[object]


def title(proof: Proof) -> str:
    """``对账证明 2026-11-22``."""
    return translate("proof", "Proof of reconciliation {period}").format(period=proof.period)


def html(proof: Proof, shops: Mapping[str, str]) -> str:
    """The whole document; ``shops`` names them."""
    content = proof.content
    parts = [
        _heading(title(proof), 1),
        _table((), _facts(proof, shops), wide=(30, 70)),
        _heading(translate("proof", "Orders and amounts")),
        _table(_heads(), _equation(content), right=(1, 2), wide=(50, 20, 30)),
        _words(_youzan(content)),
        _table((), _difference(content), right=(1,), wide=(70, 30)),
        _heading(translate("proof", "Rows that are not simply linked")),
        _rows(content),
        _numbers(translate("proof", "Fetched by a gap audit"), content["recovered"]),
        _numbers(translate("proof", "Came after the last proof"), content["came_late"]),
        _heading(translate("proof", "Fingerprints (SHA-256)")),
        _table((), _prints(proof), wide=(35, 65)),
    ]
    return "".join(parts)


def _heading(words: str, level: int = 2) -> str:
    return f"<h{level}>{escape(words)}</h{level}>"


def _words(words: str) -> str:
    return f"<p>{escape(words)}</p>"


def foot(proof: Proof) -> str:
    """What stands under every page; page numbers are put in later."""
    said = translate("proof", "Proof no. {n} · {print}")
    return said.format(n=proof.number, print=proof.hash[:16]) + " · {page} / {pages}"


def _facts(proof: Proof, shops: Mapping[str, str]) -> list[Cells]:
    content = proof.content
    begin, until = content["begin_at"], content["until_at"]
    whole = translate("proof", "yes") if content["complete"] else translate("proof", "no")
    return [
        (translate("proof", "Shops"), " · ".join(shops.get(one, one) for one in content["shops"])),
        (translate("proof", "Window, shop time"), f"{texts.full_moment(begin)} – {texts.full_moment(until)}"),
        (translate("proof", "Read to the end on both sides"), whole),
        (translate("proof", "Made"), texts.full_moment(proof.made_at)),
        (translate("proof", "Number in the chain"), proof.number),
        (translate("proof", "Rules"), content["rules"]),
    ]


def _heads() -> Cells:
    return (translate("proof", "Kind"), translate("proof", "Orders"), translate("proof", "Amount"))


def _equation(content: Mapping[str, Any]) -> list[Cells]:
    counts, sums = content["counts"], content["sums_fen"]
    rows: list[Cells] = [
        (f"{'=' if place == 0 else '+'} {proof_words.kind_word(kind)}", counts[kind], texts.money(sums[kind]))
        for place, kind in enumerate(EQUATION)
    ]
    first: Cells = (translate("proof", "Kuaishou, paid"), counts["paid"], texts.money(sums["paid"]))
    aside: Cells = (
        translate("proof", "Beside it, never paid"),
        counts["not_paid"],
        texts.money(sums["not_paid"]),
    )
    return [first, *rows, aside, *[(proof_words.fault_words(one), "✘", "") for one in content["faults"]]]


def _youzan(content: Mapping[str, Any]) -> str:
    said = translate("proof", "Youzan, brought in and paid: {n} trades, {money}. The difference of {off} consists of:")
    off = content["sums_fen"]["paid"] - content["sums_fen"]["youzan"]
    return said.format(
        n=content["counts"]["youzan"],
        money=texts.money(content["sums_fen"]["youzan"]),
        off=proof_words.signed_money(off),
    )


def _difference(content: Mapping[str, Any]) -> list[Cells]:
    return [
        (proof_words.part_words(part), proof_words.signed_money(fen))
        for part, fen in content["difference_fen"].items()
        if fen
    ]


def _rows(content: Mapping[str, Any]) -> str:
    findings = content["findings"]
    if not findings:
        return _words(translate("proof", "None: every order is linked."))
    heads = [field.title for field in proof_list.fields()]
    rows = [
        [_shown(value, is_money=3 <= at <= 5) for at, value in enumerate(proof_list.cells(one))]
        for one in findings[:MOST]
    ]
    more = ""
    if len(findings) > MOST:
        said = translate("proof", "The first {n} of {all} rows; the CSV has them all.")
        more = _words(said.format(n=MOST, all=len(findings)))
    return _table(heads, rows, right=(3, 4, 5), wide=ROWS_WIDE) + more


def _shown(value: Value, *, is_money: bool) -> str:
    if value is None:
        return texts.NOTHING
    return texts.money(value) if is_money and isinstance(value, int) else str(value)


def _numbers(words: str, numbers: Sequence[str]) -> str:
    if not numbers:
        return ""
    return f"<p><b>{escape(words)} ({len(numbers)}):</b> {escape(', '.join(numbers))}</p>"


def _prints(proof: Proof) -> list[Cells]:
    content = proof.content
    return [
        (translate("proof", "This proof, chained to the one before"), proof.hash),
        (translate("proof", "Order numbers, Kuaishou"), content["orders_sha256"]),
        (translate("proof", "Trade numbers, Youzan"), content["trades_sha256"]),
        (translate("proof", "All orders with both amounts"), content["books_sha256"]),
    ]


def _table(heads: Cells, rows: Iterable[Cells], right: Sequence[int] = (), wide: Sequence[int] = ()) -> str:
    """``wide``: the columns' shares of the whole, in percent."""
    lines = [_line("th", heads, right, wide)] if heads else []
    lines += [_line("td", row, right, wide) for row in rows]
    style = "border-collapse: collapse; border-color: #C9CFD8;"
    return f"<table border='1' cellspacing='0' cellpadding='4' width='100%' style='{style}'>{''.join(lines)}</table>"


def _line(tag: str, cells: Cells, right: Sequence[int], wide: Sequence[int]) -> str:
    ground = " bgcolor='#F0F2F5'" if tag == "th" else ""
    made = []
    for at, words in enumerate(cells):
        side = "right" if at in right else "left"
        share = f" width='{wide[at]}%'" if at < len(wide) else ""
        made.append(f"<{tag} align='{side}'{ground}{share}>{escape(str(words))}</{tag}>")
    return f"<tr>{''.join(made)}</tr>"
