"""Every finding has words worth reading, a line in the documentation and a test that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from workspace_assistant.core.readiness.bandwidth import texts as bandwidth
from workspace_assistant.core.readiness.computer import texts as computer
from workspace_assistant.core.readiness.connection import texts as connection
from workspace_assistant.core.readiness.endpoints import texts as endpoints
from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.readiness.headset import texts as headset
from workspace_assistant.core.readiness.microphone import texts as microphone
from workspace_assistant.core.readiness.voice_path import texts as voice_path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTED = (ROOT / "docs" / "findings.md").read_text("utf-8")


def all_findings() -> Iterator[tuple[str, FindingText]]:
    for texts in (computer, microphone, headset, bandwidth, voice_path, connection, endpoints):
        yield from texts.FINDINGS.items()


@pytest.fixture(scope="module")
def tested_words() -> str:
    return "".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))


@pytest.mark.parametrize(("code", "text"), list(all_findings()))
def test_a_finding_is_worded_documented_and_tested(
    code: str, text: FindingText, tested_words: str
) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    for sentence in (text.message, text.action):
        assert sentence.endswith(".")
        assert "!" not in sentence
    assert f"`{code}`" in DOCUMENTED
    assert f'"{code}"' in tested_words


def test_the_documentation_names_no_finding_that_is_gone() -> None:
    codes = {code for code, _ in all_findings()}
    documented = set(re.findall(r"^\| (`[^|]+`) \|", DOCUMENTED, re.MULTILINE))
    named = {code for cell in documented for code in re.findall(r"`([a-z0-9-]+)`", cell)}
    assert named == codes
