"""Settings as texts in here and as typed values in the file."""

from __future__ import annotations

import tomllib
from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workspace_assistant.core.settings.kept import (
    flattened,
    is_setting,
    kept_text,
    plain_toml,
    toml_value,
)


@given(st.one_of(st.text(), st.integers().map(str), st.floats().map(str)))
@example("on")
@example("inf")
@example("007")
def test_what_is_kept_is_read_back_as_it_was(text: str) -> None:
    assert kept_text(toml_value(text)) == text


@pytest.mark.parametrize(
    ("value", "text"), [(True, "on"), (1.5, "1.5"), (time(18, 5), "18:05"), ([1], None)]
)
def test_values_of_a_file_are_texts(value: object, text: str | None) -> None:
    assert kept_text(value) == text


def test_tables_are_parts_of_names() -> None:
    document = {"a": 1, "b": {"c": {"d": True}}, "e": [1]}
    assert dict(flattened(document)) == {"a": "1", "b.c.d": "on", "e": "[1]"}


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("language", True),
        ("breaks.is_on", True),
        ("keep-checks", True),
        ("breaks.quiet_until", False),
        ("breaks", False),
        ("microphone", False),
    ],
)
def test_what_the_program_notes_is_no_setting(name: str, is_one: bool) -> None:
    assert is_setting(name) is is_one


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('a "b" \x7f')
def test_a_plain_document_is_read_back(text: str) -> None:
    values = {"language": text, "breaks.is_on": "on", "keep-checks": "2y", "x": "1.5"}
    assert dict(flattened(tomllib.loads(plain_toml(values)))) == values
