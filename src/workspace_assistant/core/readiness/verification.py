"""Whether a report's file still says what was measured, and what that proves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workspace_assistant.core.errors import words_of
from workspace_assistant.core.readiness.foreign_names import one_line
from workspace_assistant.core.readiness.integrity import (
    INTEGRITY,
    document_digest,
    stated_digest,
)
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report import (
    ReportFormatError,
    report_document,
    report_from_json,
)
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SCHEMA = "workspace-assistant/verification/1"
_LONGEST_REASON = 120
_EMPTY = QT_TRANSLATE_NOOP("verification", "not a readiness report (the file is empty)")
_NO_JSON = QT_TRANSLATE_NOOP(
    "verification", "not a readiness report (no JSON at line {line}, column {column})"
)
_NO_REPORT = QT_TRANSLATE_NOOP("verification", "not a readiness report ({reason})")


class DigestState(StrEnum):
    MATCHES = "matches"
    DIFFERS = "differs"
    MISSING = "missing"


class HistoryState(StrEnum):
    """How the file compares with the report of that id in this computer's history.

    `LONGER`: the same, and entries besides that this version does not know.
    """

    IDENTICAL = "identical"
    LONGER = "longer"
    DIFFERENT = "different"
    ABSENT = "absent"


_DIGEST_WORDS = {
    DigestState.MATCHES: QT_TRANSLATE_NOOP(
        "verification", "The digest in the file matches its content."
    ),
    DigestState.DIFFERS: QT_TRANSLATE_NOOP(
        "verification",
        "The digest in the file does not match its content: the file was changed after it was "
        "written.",
    ),
    DigestState.MISSING: QT_TRANSLATE_NOOP("verification", "The file carries no digest."),
}
_HISTORY_WORDS = {
    HistoryState.IDENTICAL: QT_TRANSLATE_NOOP(
        "verification", "This computer's history holds the same report, and it is identical."
    ),
    HistoryState.LONGER: QT_TRANSLATE_NOOP(
        "verification",
        "This computer's history holds the same report; the file has entries besides that this "
        "version does not know, and cannot compare.",
    ),
    HistoryState.DIFFERENT: QT_TRANSLATE_NOOP(
        "verification",
        "This computer's history holds a report of this id, and it says something else.",
    ),
    HistoryState.ABSENT: QT_TRANSLATE_NOOP(
        "verification", "This computer's history holds no report of this id."
    ),
}
_DIGEST_PROOF = QT_TRANSLATE_NOOP(
    "verification",
    "A matching digest rules out accidental and clumsy change only: whoever edits the file can "
    "compute the digest again. Compare it with a copy kept elsewhere, such as the help desk's "
    "ticket or the history of the computer that was checked.",
)
_HISTORY_PROOF = QT_TRANSLATE_NOOP(
    "verification",
    "Identity with the history shows that the file is what this program saved on this computer; "
    "whoever can write to this computer's data folder can change both.",
)
_ALTERED_PROOF = QT_TRANSLATE_NOOP(
    "verification",
    "It shows that the file is not as this program wrote it. It does not show who changed it, or "
    "which numbers are the measured ones.",
)
_UNSEALED_PROOF = QT_TRANSLATE_NOOP(
    "verification",
    "Without a digest and without an identical copy in the history, nothing can be said about "
    "changes.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """`stated` is the digest in the file, `computed` that of its content."""

    report_id: str
    stated: str
    computed: str
    digest: DigestState
    history: HistoryState

    @property
    def is_intact(self) -> bool:
        """An identical copy makes up for a missing digest; a wrong digest is never intact.

        For what cannot be compared, the digest alone has to do.
        """
        if self.history is HistoryState.IDENTICAL:
            return self.digest is not DigestState.DIFFERS
        is_not_refuted = self.history is not HistoryState.DIFFERENT
        return self.digest is DigestState.MATCHES and is_not_refuted

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was found, then what it proves and what not."""
        return (
            _DIGEST_WORDS[self.digest],
            _HISTORY_WORDS[self.history],
            *self._proofs(),
        )

    def _proofs(self) -> Iterator[str]:
        if self.is_intact:
            if self.digest is DigestState.MATCHES:
                yield _DIGEST_PROOF
            if self.history is HistoryState.IDENTICAL:
                yield _HISTORY_PROOF
        elif self.digest is DigestState.MISSING and self.history is not HistoryState.DIFFERENT:
            yield _UNSEALED_PROOF
        else:
            yield _ALTERED_PROOF


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report's JSON as it stands in a file, and the digest of that."""

    document: Mapping[str, Any]
    report: ReadinessReport
    digest: str


def read_report(text: str) -> ReportFile:
    """The report in *text*. Raises `ReportFormatError` for anything else, however deep or odd.

    An entry named twice is refused: of such a document two readers may see different things.
    """
    if not text.strip():
        raise ReportFormatError(_EMPTY)
    try:
        document = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
        report = report_from_json(text)
        digest = document_digest(document)
        _check_id(report.id)
    except json.JSONDecodeError as error:
        place = {"line": str(error.lineno), "column": str(error.colno)}
        raise ReportFormatError(_NO_JSON, **place) from error
    except (ValueError, RecursionError, ReportFormatError) as error:
        raise ReportFormatError(_NO_REPORT, reason=_short(error)) from error
    return ReportFile(document, report, digest)


def verify(file: ReportFile, kept: ReadinessReport | None) -> Verification:
    """Hold *file* against its own digest, and against the report *kept* under the same id."""
    stated, computed = stated_digest(file.document), file.digest
    return Verification(
        report_id=file.report.id,
        stated=stated,
        computed=computed,
        digest=_digest_state(stated, computed),
        history=_history_state(file, kept),
    )


def verification_document(verification: Verification) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "report_id": verification.report_id,
        "intact": verification.is_intact,
        "digest": verification.digest.value,
        "digest_stated": verification.stated,
        "digest_computed": verification.computed,
        "history": verification.history.value,
        "sentences": list(verification.sentences),
    }


def _digest_state(stated: str, computed: str) -> DigestState:
    if not stated:
        return DigestState.MISSING
    return DigestState.MATCHES if stated == computed else DigestState.DIFFERS


def _history_state(file: ReportFile, kept: ReadinessReport | None) -> HistoryState:
    if kept is None:
        return HistoryState.ABSENT
    said = report_document(file.report)
    if document_digest(said) != document_digest(report_document(kept)):
        return HistoryState.DIFFERENT
    given = {name: entry for name, entry in file.document.items() if name != INTEGRITY}
    return _compared(given, said)


def _compared(given: object, said: object) -> HistoryState:
    """*given* as it stands in the file, with what this version made of it.

    It writes what older ones did not know yet; what it does not know itself it leaves out.
    """
    if isinstance(given, Mapping) and isinstance(said, Mapping):
        parts = [_compared(given[name], said[name]) for name in given if name in said]
        return _worst([*parts, *(HistoryState.LONGER for name in given if name not in said)])
    if isinstance(given, list) and isinstance(said, (list, tuple)) and len(given) == len(said):
        return _worst([_compared(*pair) for pair in zip(given, said, strict=True)])
    is_same = given == said and isinstance(given, bool) == isinstance(said, bool)
    return HistoryState.IDENTICAL if is_same else HistoryState.DIFFERENT


def _worst(states: Sequence[HistoryState]) -> HistoryState:
    order = (HistoryState.IDENTICAL, HistoryState.LONGER, HistoryState.DIFFERENT)
    return max(states, key=order.index, default=HistoryState.IDENTICAL)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    entries = dict(pairs)
    if len(entries) != len(pairs):
        raise ValueError("an entry is named twice")
    return entries


def _check_id(report_id: object) -> None:
    """The id goes into a query: only text that can be written is one."""
    if not (isinstance(report_id, str) and report_id.isprintable()):
        raise ValueError("its id is no text")


def _short(error: Exception) -> str:
    """What is wrong, in one line: the file may be the author of a long part of it."""
    reason = one_line(str(error)).removeprefix("not a readiness report: ")
    if reason == str(error) and len(reason) <= _LONGEST_REASON:
        return words_of(error)
    return reason if len(reason) <= _LONGEST_REASON else f"{reason[:_LONGEST_REASON]}…"


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")
