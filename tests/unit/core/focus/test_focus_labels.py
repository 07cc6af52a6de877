from __future__ import annotations

from enum import StrEnum

import pytest

from workspace_assistant.core.focus import labels
from workspace_assistant.core.focus.model import BlockState, Cause, Channel, GapReason, Origin


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (labels.CHANNELS, Channel),
        (labels.CAUSES, Cause),
        (labels.ORIGINS, Origin),
        (labels.STATES, BlockState),
        (labels.GAP_REASONS, GapReason),
    ],
)
def test_every_kind_has_a_word_of_its_own(words: dict[StrEnum, str], kinds: type[StrEnum]) -> None:
    assert set(words) == set(kinds)
    assert len(set(words.values())) == len(words)
