"""The sentences of microphone and headset fit wherever they are shown: check, page and command."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from workspace_assistant.core.readiness.headset import texts as headset_texts
from workspace_assistant.core.readiness.microphone import device_texts, gap_texts, texts
from workspace_assistant.core.readiness.microphone import variant_texts as variants
from workspace_assistant.core.readiness.microphone.ports import NotPlayable, Unavailable


def sentences() -> Iterator[str]:
    for module in (device_texts, gap_texts, headset_texts, texts, variants):
        for value in vars(module).values():
            if not isinstance(value, dict):
                continue
            for told in value.values():
                if isinstance(told, str):
                    yield told
                elif hasattr(told, "action"):
                    yield from (told.message, told.action)


@pytest.mark.parametrize("sentence", [*dict.fromkeys(sentences())])
def test_a_next_step_is_none_of_one_place_alone(sentence: str) -> None:
    assert not re.search(r"(run|do) the( full)? check|check again", sentence)
    assert "  " not in sentence


def test_every_trouble_with_a_device_has_a_next_step() -> None:
    told = [device_texts.UNAVAILABLE[one] for one in Unavailable]
    told += [headset_texts.NOT_PLAYABLE[one] for one in NotPlayable]
    for sentence in told:
        *_, step = re.split(r"(?<=\.) ", sentence)
        assert step != sentence
        assert step.endswith(".")
