"""Words on one line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.core.focus.blocks import at, block
from workspace_assistant.core.focus.acts import named, tidy_tags
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.interruptions import InterruptionDraft, with_added
from workspace_assistant.core.focus.model import Cause
from workspace_assistant.core.one_line import one_line

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@given(st.text())
def test_any_text_becomes_one_line_and_stays_so(text: str) -> None:
    line = one_line(text)

    assert len(line.splitlines()) <= 1
    assert not any(unicodedata.category(sign) == "Cc" for sign in line)
    assert one_line(line) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Mail  ", "Mail"),
        ("Mail\r\nEND:VEVENT", "Mail END:VEVENT"),
        ("Mail\u2028Chat\tPhone", "Mail Chat Phone"),
        ("\x1b[2JMail\x00 \x07 ", "[2JMail"),
        (FAMILY, FAMILY),
    ],
)
def test_nothing_forges_a_line_or_steers_a_terminal(text: str, line: str) -> None:
    assert one_line(text) == line
    assert named(text) == line
    assert tidy_tags([text]) == (line,)


def test_notes_are_one_line_as_well() -> None:
    draft = InterruptionDraft(cause=Cause.PET, at=at(1), note="a\nb", next_step="c\rd")

    (kept,) = with_added(block(0, 10), draft, "i", at(10)).interruptions

    assert (kept.note, kept.next_step) == ("a b", "c d")


def test_a_name_of_controls_is_no_name() -> None:
    with pytest.raises(FocusError):
        named("\x00\n")
