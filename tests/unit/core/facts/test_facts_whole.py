"""Every name is told in every world: known with a whole sentence, or unknown with a reason."""

from __future__ import annotations

import pytest

from tests.unit.core.facts.world import rich, said, without, world
from workspace_assistant.core.facts.gathering import facts_of
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.names import NAMES
from workspace_assistant.core.facts.sources import Sources

_LISTS = [name for name, kind in Sources.__annotations__.items() if str(kind).startswith("tuple")]


def test_where_all_is_logged_all_is_known() -> None:
    facts = facts_of(rich())
    assert set(facts) == set(NAMES)
    missing = {one.name: one.reason for one in facts.values() if isinstance(one, Unknown)}
    assert missing == {}


def test_where_nothing_is_logged_nothing_is_known() -> None:
    facts = facts_of(world())
    assert set(facts) == set(NAMES)
    assert [one for one in facts.values() if isinstance(one, Fact)] == []


@pytest.mark.parametrize("missing", [None, *_LISTS])
def test_every_sentence_is_whole(missing: str | None) -> None:
    sources = rich() if missing is None else without(rich(), missing)
    for name, one in facts_of(sources).items():
        assert one.name == name
        sentence = said(one)
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_a_list_that_is_missing_leaves_no_zero_of_its_own() -> None:
    for name, of in {
        "blocks": "interruptions.week",
        "shifts": "work.hours.week",
        "reports": "microphone.snr",
        "activity": "sitting.minutes.shift",
        "check_ins": "check_in.eyes.low_days",
        "assessments": "ergonomics.age",
    }.items():
        assert isinstance(facts_of(without(rich(), name))[of], Unknown)
