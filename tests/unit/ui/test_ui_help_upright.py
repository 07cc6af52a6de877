"""Slanted words of a help text, in languages whose letters do not slant."""

from __future__ import annotations

import pytest

from workspace_assistant.ui.help.blocks import upright


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See *About*, or *a b*.", "See **About**, or **a b**."),
        ("**strong** stays", "**strong** stays"),
        ("* an item\n* another one", "* an item\n* another one"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("*a*", "**a**"),
    ],
)
def test_slanted_words_become_strong(text: str, expected: str) -> None:
    assert upright(text) == expected
