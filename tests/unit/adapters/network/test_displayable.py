from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.displayable import displayable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Vodafone, Málaga", "Vodafone, Málaga"),
        ("東京 Net", "東京 Net"),
        ("\x1b[2J\x1b[31mReady\x07", "[2J[31mReady"),
        ("good\u202egnp.exe", "goodgnp.exe"),
        ("one\r\ntwo\tthree\u2028four\u00a0five", "one two three four five"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("half \ud800 a pair", "half  a pair"),
        ("\u0000\u0000", ""),
    ],
)
def test_only_what_is_seen_stays(text: str, shown: str) -> None:
    assert displayable(text) == shown


@given(st.text(max_size=300))
def test_nothing_unseen_or_endless_comes_through(text: str) -> None:
    shown = displayable(text)
    assert len(shown) <= 100
    assert not any(unicodedata.category(character)[0] == "C" for character in shown)
    shown.encode()
