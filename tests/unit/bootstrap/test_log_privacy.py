"""The log has kinds of faults, places and codes, and nothing that a person or an employer wrote."""

from __future__ import annotations

import ast
import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from workspace_assistant.bootstrap.log_file import LOG_NAME, last_lines, start_log
from workspace_assistant.core.diagnostics.impersonal import LEFT_OUT
from workspace_assistant.core.errors import StoreUnavailableError

SOURCE = Path(__file__).resolve().parents[3] / "src" / "workspace_assistant"
CANARIES = (
    "Refund queue of Marta",
    "https://acme.example/cal?token=Zeisig4711",
    "sip.acme.example",
    "Zeisig 4711",
    "/home/marta/acme.toml",
    "marta@acme.example",
    "0170 1234567",
    "17012345",
)
LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}
# What a call that logs may hand over beside its sentence: kinds, codes, counts and ids of our own.
KNOWN = {
    "'unchanged' if fetched.content is None else 'whole'",
    "check_id",
    "code",
    "dict(self.prune(before))",
    "error",
    "error.code",
    "error.trouble",
    "key",
    "len(given_up)",
    "len(left)",
    "made.path",
    "path.name",
    "placed",
    "row[0]",
    "target.name",
    "told.get('detail')",
    "trace_of(error)",
    "type(error).__name__",
    "type(self).__name__",
    "what",
}


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logging.Logger]:
    root = logging.getLogger("workspace_assistant")
    kept = (root.handlers[:], root.level, root.propagate, logging.raiseExceptions)
    root.handlers = []
    start_log(tmp_path)
    yield logging.getLogger("workspace_assistant.trial")
    for handler in root.handlers:
        handler.close()
    root.handlers, root.level, root.propagate, logging.raiseExceptions = kept


def refuse(words: str) -> None:
    raise sqlite3.OperationalError(f"no such row: {words}")


def fails_with(words: str) -> None:
    try:
        refuse(words)
    except sqlite3.OperationalError as error:
        raise StoreUnavailableError(words) from error


@pytest.mark.parametrize("canary", CANARIES)
def test_what_is_handed_over_is_left_out(log: logging.Logger, tmp_path: Path, canary: str) -> None:
    try:
        fails_with(canary)
    except StoreUnavailableError as error:
        log.exception("it broke")
        log.warning("%s and %r", error, error)
    log.error("row %s: %r", canary, Path(canary))
    log.info("counts: %s", {canary: 2, "blocks": 3})
    text = (tmp_path / LOG_NAME).read_text("utf-8")
    assert canary not in text
    assert str(Path.home()) not in text
    assert "StoreUnavailableError from OperationalError" in text
    assert "in fails_with" in text
    assert f"row {LEFT_OUT}: {LEFT_OUT}" in text
    assert "'blocks': 3" in text or "blocks: 3" in text


def test_every_call_that_logs_hands_over_what_is_known() -> None:
    calls = [call for path in SOURCE.rglob("*.py") for call in _calls(path.read_text("utf-8"))]
    assert {ast.unparse(argument) for call in calls for argument in call.args[1:]} == KNOWN
    assert len(calls) > 60
    assert all(isinstance(call.args[0], ast.Constant) for call in calls)


def _calls(code: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(code)) if "log." in code else ():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            logger, method = node.func.value, node.func.attr
            if isinstance(logger, ast.Name) and logger.id == "log" and method in LEVELS:
                yield node


def test_the_end_of_the_log_is_told_in_whole_lines(log: logging.Logger, tmp_path: Path) -> None:
    log.info("the first")
    assert [line.rpartition(": ")[2] for line in last_lines(tmp_path)] == ["the first"]
    for number in range(400):
        log.info("line %d of many, so that the end is not all of it", number)
    lines = last_lines(tmp_path)
    assert 100 < len(lines) < 400
    assert all(line.endswith("not all of it") for line in lines)
    assert last_lines(tmp_path / "nowhere") == ()


def test_the_file_is_opened_with_the_first_line_and_closed_with_the_log(
    log: logging.Logger, tmp_path: Path
) -> None:
    handler = log.parent.handlers[0] if log.parent else None
    assert handler is not None
    handler.flush()
    assert (tmp_path / LOG_NAME).read_text("utf-8") == ""
    log.info("placed")
    handler.flush()
    assert "placed" in (tmp_path / LOG_NAME).read_text("utf-8")


def test_a_place_that_cannot_be_written_any_more_costs_only_the_log(
    log: logging.Logger, tmp_path: Path
) -> None:
    (tmp_path / LOG_NAME).unlink()
    (tmp_path / LOG_NAME).mkdir()
    log.info("placed")
    assert last_lines(tmp_path) == ()
