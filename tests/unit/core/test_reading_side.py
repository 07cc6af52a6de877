"""The side that a text is read from."""

from __future__ import annotations

import pytest

from workspace_assistant.core.reading_side import begins_right, is_from_right, sides

TIMES = "\u20689:00\u2069 / \u206817:00\u2069"


@pytest.mark.parametrize(
    ("text", "begins", "within"),
    [
        ("", False, False),
        ("-38 dB", False, False),
        ("9:00", False, False),
        ("Jabra", False, False),
        ("سماعة Jabra", True, True),
        ("Jabra سماعة", False, True),
        ("\u2068Jabra\u2069: سماعة", True, True),
        ("\u2068سمعة\u2069 is ready", False, False),
        (TIMES, True, True),
        ("9:00 \u2013 17:00", False, True),
        ("4 / 5", False, False),
    ],
)
def test_the_letters_outside_isolates_say_the_side(text: str, begins: bool, within: bool) -> None:
    assert begins_right(text) is begins
    assert is_from_right(text) is within


def test_every_letter_has_its_side() -> None:
    assert sides("a1 س\u2068b\u2069c") == "LRL"
