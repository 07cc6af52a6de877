"""Names of programs and devices can neither break lines nor command a terminal."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.foreign_names import one_line


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("firefox", "firefox"),
        ("Plantronics Blackwire 5220 (ÅÄÖ) 耳机", "Plantronics Blackwire 5220 (ÅÄÖ) 耳机"),
        ("sync\nReady: everything is fine", "sync Ready: everything is fine"),
        ("\x1b[2Jclean\x07", "[2Jclean"),
        ("a\u2028b\u2029c\td", "a b c d"),
        ("safe\u202eexe.txt\u200b", "safeexe.txt"),
        ("caf\udce9", "caf\ufffd"),
        ("\0", ""),
    ],
)
def test_names(name: str, expected: str) -> None:
    assert one_line(name) == expected


@given(st.text())
def test_every_name_becomes_printable_and_stays_so(name: str) -> None:
    shown = one_line(name)
    assert len(shown.splitlines()) <= 1
    assert not any(category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in shown)
    assert one_line(shown) == shown
    shown.encode()
