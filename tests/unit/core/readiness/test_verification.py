"""Altered reports are found out, and nobody is promised more than a digest proves."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import readiness_reports
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.readiness.integrity import document_digest, sealed, stated_digest
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report import ReportFormatError, report_document
from workspace_assistant.core.readiness.verification import (
    DigestState,
    HistoryState,
    Verification,
    read_report,
    verification_document,
    verify,
)

REPORT = readiness_reports.bad_wifi()
TEXT = to_json(report_document(REPORT))


def verified(text: str, kept: ReadinessReport | None = None) -> Verification:
    return verify(read_report(text), kept)


def test_an_untouched_file_is_intact_and_no_more_is_promised() -> None:
    found = verified(TEXT)
    assert found.is_intact
    assert found.digest is DigestState.MATCHES
    assert found.history is HistoryState.ABSENT
    assert "can compute the digest again" in " ".join(found.sentences)


def test_laying_the_file_out_anew_changes_nothing() -> None:
    document = json.loads(TEXT)
    reordered = dict(reversed(document.items()))
    whole = json.dumps(reordered).replace(".0,", ",").replace(".0}", "}")
    assert whole != TEXT
    assert verified(whole).is_intact


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"value": 0.041', '"value": 0.001'),
        ("4.1\u202f% of 820", "0.1\u202f% of 820"),
        ("path.weak_link", "path.strong_link"),
        ('"bytes_used"', '"comment": "fine", "bytes_used"'),
        ("2026-11-21", "2026-11-20"),
    ],
)
def test_every_change_shows(old: str, new: str) -> None:
    changed = TEXT.replace(old, new)
    assert changed != TEXT
    found = verified(changed)
    assert not found.is_intact
    assert found.digest is DigestState.DIFFERS
    assert "does not show who changed it" in found.sentences[-1]


def test_a_forger_who_seals_again_is_found_by_the_copy_in_the_history_alone() -> None:
    document = json.loads(TEXT) | {"verdict": "ready"}
    forged = json.dumps(sealed({k: v for k, v in document.items() if k != "integrity"}))
    assert verified(forged).is_intact
    found = verified(forged, REPORT)
    assert found.history is HistoryState.DIFFERENT
    assert not found.is_intact


def test_the_same_report_in_the_history_proves_more() -> None:
    found = verified(TEXT, REPORT)
    assert found.is_intact
    assert found.history is HistoryState.IDENTICAL
    assert "saved on this computer" in found.sentences[-1]


def test_an_old_report_without_digest_and_curves_is_held_against_the_history() -> None:
    report = readiness_reports.ready()
    document = report_document(report)
    del document["integrity"]
    old = json.loads(to_json(document))
    for check in old["checks"]:
        del check["series"]
    alone, beside = verified(json.dumps(old)), verified(json.dumps(old), report)
    assert alone.digest is DigestState.MISSING
    assert not alone.is_intact
    assert "nothing can be said" in alone.sentences[-1]
    assert beside.is_intact
    assert "matching digest" not in " ".join(beside.sentences)
    assert "saved on this computer" in beside.sentences[-1]


@pytest.mark.parametrize("where", ["top", "measurement"])
def test_what_this_version_does_not_know_is_neither_the_same_nor_something_else(where: str) -> None:
    document = json.loads(TEXT)
    document.pop("integrity")
    place = document if where == "top" else document["checks"][0]["measurements"][0]
    place["invented_later"] = {"more": 1}
    unsealed, whole = json.dumps(document), json.dumps(sealed(document))
    found = verified(whole, REPORT)
    assert found.history is HistoryState.LONGER
    assert found.is_intact
    assert "cannot compare" in found.sentences[1]
    assert "saved on this computer" not in " ".join(found.sentences)
    assert verified(whole).is_intact
    bare = verified(unsealed, REPORT)
    assert bare.history is HistoryState.LONGER
    assert not bare.is_intact
    assert "nothing can be said" in bare.sentences[-1]


def test_a_value_that_reads_alike_but_is_another_is_different() -> None:
    document = json.loads(TEXT)
    stream = next(check["series"] for check in document["checks"] if check["series"])[0]
    number = next(index for index, value in enumerate(stream["values"]) if value)
    stream["values"][number] += 0.01  # drawn to a tenth only
    forged = json.dumps(sealed({k: v for k, v in document.items() if k != "integrity"}))
    assert verified(forged, REPORT).history is HistoryState.DIFFERENT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"required": true', '"required": 1'),
        ('"deselected": []', '"deselected": ["bandwidth"]'),
        ('"bytes_used": 14200000', '"bytes_used": 14200001'),
    ],
)
def test_every_other_value_is_compared(old: str, new: str) -> None:
    changed = json.loads(TEXT.replace(old, new, 1))
    assert TEXT.count(old)
    forged = json.dumps(sealed({k: v for k, v in changed.items() if k != "integrity"}))
    assert verified(forged, REPORT).history is HistoryState.DIFFERENT


def test_a_changed_digest_is_a_change_too() -> None:
    document = json.loads(TEXT)
    document["integrity"]["digest"] = "sha256:00"
    assert not verified(json.dumps(document), REPORT).is_intact


def test_as_a_document() -> None:
    document = verification_document(verified(TEXT))
    assert document["intact"] is True
    assert document["digest_stated"] == document["digest_computed"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        TEXT[:-20],
        TEXT.replace('"id": "report-1"', '"id": ["report-1"]'),
        TEXT.replace('"id": "report-1"', '"id": "\\ud800"'),
        TEXT.replace('"verdict": "not-ready"', '"verdict": "ready", "verdict": "not-ready"'),
        TEXT.replace('"value": 0.041', '"value": NaN'),
        TEXT.replace('"value": 0.041', '"value": 1e999'),
        TEXT.replace("readiness-report/1", "readiness-report/" + "9" * 10_000),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_report_is_refused_in_one_short_line(text: str) -> None:
    with pytest.raises(ReportFormatError, match=r"^not a readiness report") as caught:
        read_report(text)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_the_digest_is_what_its_method_says() -> None:
    canonical = b'{"a":[1,2.5],"b":"\xc3\xa9"}'
    document = {"b": "\u00e9", "a": [1.0, 2.5], "integrity": {"digest": "any"}}
    assert document_digest(document) == f"sha256:{sha256(canonical).hexdigest()}"


@pytest.mark.parametrize("integrity", [None, "sha256:00", {}, {"digest": 5}, []])
def test_an_odd_integrity_entry_states_no_digest(integrity: object) -> None:
    assert stated_digest({"integrity": integrity}) == ""


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), json_values, max_size=5))
def test_the_digest_survives_writing_and_reading(document: dict[str, object]) -> None:
    assert document_digest(json.loads(json.dumps(document))) == document_digest(document)


@given(st.text(max_size=200))
def test_any_text_is_a_report_or_refused(text: str) -> None:
    with pytest.raises(ReportFormatError):
        read_report(text)


def test_reports_that_differ_in_a_value_differ_in_digest() -> None:
    other = replace(REPORT, bytes_used=REPORT.bytes_used + 1)
    assert document_digest(report_document(other)) != document_digest(report_document(REPORT))
