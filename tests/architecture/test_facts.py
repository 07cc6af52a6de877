"""Every fact is documented with its unit and with every reason why it may not be known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.core.facts.world import rich, without, world
from workspace_assistant.core.check_in.help import help_of
from workspace_assistant.core.check_in.model import Answers, CheckIn, Item
from workspace_assistant.core.facts import last_shift_texts as last
from workspace_assistant.core.facts.gathering import facts_of
from workspace_assistant.core.facts.model import Unknown
from workspace_assistant.core.facts.names import NAMES
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.texts import LESS, MANY, NONE, ONE, PEAKS, REASONS

DOCS = Path(__file__).resolve().parents[2] / "docs"
DOCUMENTED = (DOCS / "facts.md").read_text("utf-8")
_ROW = re.compile(r"^\| `([a-z_.]+)` \| ([A-Za-z]+) \| [^|]+ \| [^|]+ \| ([^|]+) \|$", re.MULTILINE)
ROWS = {
    name: (unit, set(re.findall(r"`([a-z-]+)`", reasons)))
    for name, unit, reasons in _ROW.findall(DOCUMENTED)
}


def test_every_fact_has_its_row_and_its_unit() -> None:
    assert {name: unit for name, (unit, _) in ROWS.items()} == {
        name: unit for name, (unit, _) in NAMES.items()
    }


def test_every_reason_is_explained_in_its_own_words() -> None:
    explained = dict(re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \|$", DOCUMENTED, re.MULTILINE))
    assert explained == REASONS
    assert {reason for _, reasons in ROWS.values() for reason in reasons} == set(REASONS)


_LISTS = [name for name, kind in Sources.__annotations__.items() if str(kind).startswith("tuple")]


@pytest.mark.parametrize("missing", ["everything", *_LISTS])
def test_a_fact_is_unknown_only_for_reasons_that_its_row_has(missing: str) -> None:
    sources = world() if missing == "everything" else without(rich(), missing)
    for one in facts_of(sources).values():
        if isinstance(one, Unknown):
            assert one.reason in ROWS[one.name][1], one


def test_sentences_belong_to_facts_and_end() -> None:
    assert set(MANY) == set(NAMES)
    for texts in (MANY, ONE, NONE, LESS, PEAKS, last.MANY, last.ONE, last.NONE, REASONS):
        assert set(texts) <= set(NAMES) or texts is REASONS
        assert all(one.endswith(".") and "!" not in one for one in texts.values())


def test_sources_of_help_are_those_of_the_documentation() -> None:
    text = (DOCS / "check-in.md").read_text("utf-8")
    now = rich().now
    low = Answers(**dict.fromkeys((item.value for item in Item), 1))  # type: ignore[arg-type] # numbers
    told = [
        CheckIn(id=str(day), at=at, since=at, until=at, answers=low)
        for day, at in enumerate(one.at for one in rich().check_ins)
        if at <= now
    ]
    found = help_of(told, now, rich().zone)
    assert {one.item for one in found} == set(Item)
    urls = {source.url for one in found for source in one.sources}
    assert urls == set(re.findall(r"\((https?://[^)]+)\)", text))
    for item in Item:
        assert f"`{item.value}`" in text
