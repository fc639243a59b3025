"""Which documents goods of a category need, and whether they are there and valid at a date."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from console.core.clock import DAY, format_shop_time
from console.rules.failures import Fix
from console.rules.findings import Check, Finding, Severity, not_checked, or_passed


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """A document that a category asks for. ``certain``: the platform or the law asks it of every item there."""

    document: str
    held_by: str = ""  # shop, product, supplier, brand, ad
    certain: bool = False
    paths: tuple[str, ...] = ()  # the categories it is about; a category's children with it
    lead_days: int | None = None  # renewal has to begin so many calendar days before the end

    def concerns(self, path: str) -> bool:
        """Whether goods of this category need it, at least some of them."""
        return any(path == one or path.startswith(f"{one} > ") for one in self.paths)


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document that the merchant holds for an item or for all goods; ms UTC, ``ends_at`` None: without an end."""

    name: str
    begins_at: int | None = None
    ends_at: int | None = None


def need_from(row: Mapping[str, str]) -> Need:
    """A row of ``resources/qualifications.csv``. Such a need is never certain: the table covers kinds of goods."""
    lead = int(row["renewal_lead_days"]) if row["renewal_lead_days"] else None
    if lead is not None and row["lead_unit"] == "workday":
        lead = -(-lead * 7 // 5)  # a notice may come some days early at holidays, never late by weekends
    return Need(
        document=row["document"],
        held_by=row["held_by"],
        paths=tuple(path for path in row["kuaishou_paths"].split(";") if path),
        lead_days=lead,
    )


def needed(path: str, needs: Iterable[Need]) -> tuple[Need, ...]:
    """What goods of a category need, certain ones first."""
    return tuple(sorted((need for need in needs if need.concerns(path)), key=lambda need: not need.certain))


def check_documents(
    needs: Sequence[Need] | None, documents: Sequence[Document] | None, at: int, notice_days: int
) -> tuple[Finding, ...]:
    """The findings at the instant ``at``. A need that is not certain warns; a certain one blocks."""
    if needs is None or documents is None:
        return (not_checked(Check.DOCUMENTS, "goods.documents_unread"),)
    found = [finding for need in needs if (finding := _judge(need, documents, at, notice_days))]
    return or_passed(Check.DOCUMENTS, found, ", ".join(need.document for need in needs))


def _judge(need: Need, documents: Iterable[Document], at: int, notice_days: int) -> Finding | None:
    """Of several documents of one kind the one that is valid longest counts."""
    grave = Severity.BLOCK if need.certain else Severity.WARN
    held = [document for document in documents if document.name == need.document]
    if not held:
        code = "goods.document_missing" if need.certain else "goods.document_likely"
        return _finding(code, grave, need, need.document, Fix.ADD_DOCUMENT)
    begun = [document for document in held if document.begins_at is None or document.begins_at <= at]
    if not begun:
        first = min(document.begins_at or 0 for document in held)
        return _finding("goods.document_early", grave, need, f"{need.document} {_day(first)}", Fix.ADD_DOCUMENT)
    if any(document.ends_at is None for document in begun):
        return None
    end = max(document.ends_at or 0 for document in begun)
    if end <= at:
        return _finding("goods.document_expired", grave, need, f"{need.document} {_day(end)}", Fix.RENEW_DOCUMENT)
    lead = notice_days if need.lead_days is None else need.lead_days
    if end <= at + lead * DAY:
        detail = f"{need.document} {_day(end)}"
        return _finding("goods.document_expiring", Severity.WARN, need, detail, Fix.RENEW_DOCUMENT)
    return None


def _finding(code: str, severity: Severity, need: Need, evidence: str, fix: Fix) -> Finding:
    return Finding(check=Check.DOCUMENTS, severity=severity, code=code, field=need.document, evidence=evidence, fix=fix)


def _day(at: int) -> str:
    return format_shop_time(at)[:10]
