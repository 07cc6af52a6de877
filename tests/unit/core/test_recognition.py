"""The sentence that a kept text was made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.recognition import Recognizer

LOUD = "Your voice is too loud: {value}, where at most {limit} is good."
LOUDER = "Your voice is too loud: {value}."
REFUSED = "{name} refuses connections at {server}."
TWICE = "{name} differs from what {name} said before."
KNOWN = Recognizer([LOUD, LOUDER, REFUSED, TWICE, "{what}: {why}", "No place is in this", "{"])


@pytest.mark.parametrize(
    ("text", "sentence", "parts"),
    [
        (
            "Your voice is too loud: \u22129 dBov, where at most \u221212 dBov is good.",
            LOUD,
            {"value": "\u22129 dBov", "limit": "\u221212 dBov"},
        ),
        ("Your voice is too loud: \u22129 dBov.", LOUDER, {"value": "\u22129 dBov"}),
        (
            "crm refuses connections at crm.example.com.",
            REFUSED,
            {"name": "crm", "server": "crm.example.com"},
        ),
        (
            "the new crm refuses connections at port 5060.",
            REFUSED,
            {"name": "the new crm", "server": "port 5060"},
        ),
        ("It differs from what It said before.", TWICE, {"name": "It"}),
    ],
)
def test_it_is_found_with_its_parts(text: str, sentence: str, parts: dict[str, str]) -> None:
    assert KNOWN.parted(text) == (sentence, parts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Chat: delivery",
        "No place is in this",
        "Your voice is too loud",
        "It differs from what they said before.",
    ],
)
def test_what_is_none_of_ours_is_left_alone(text: str) -> None:
    assert KNOWN.parted(text) is None


@given(st.text(min_size=1).filter(str.strip), st.text(min_size=1))
def test_a_sentence_is_never_taken_for_another_text(name: str, server: str) -> None:
    text = REFUSED.format(name=name, server=server)
    found = KNOWN.parted(text)
    assert found is not None
    assert found[0].format_map(found[1]) == text
