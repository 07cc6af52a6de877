"""Sentences out of a catalog, in the figures and the direction of their language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from workspace_assistant.core.languages import ENGLISH, language_of
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import in_english
from workspace_assistant.core.translation import (
    Translation,
    in_figures_of,
    isolated,
    language_spoken,
)

GERMAN, FRENCH, HINDI, ARABIC = (language_of(code) for code in ("de", "fr", "hi", "ar"))


@dataclass
class Words:
    """Implements `Catalog`: as gettext does, with the header under the empty message."""

    plain: dict[str, str] = field(default_factory=dict)
    forms: dict[str, tuple[str, str]] = field(default_factory=dict)

    def gettext(self, message: str, /) -> str:
        return self.plain.get(message, message) if message else "header"

    def sentences(self) -> Iterable[str]:
        return [*self.plain, *self.forms]

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        found = self.forms.get(one)
        if found is None:
            return one if number == 1 else many
        return found[number != 1]


BLOCKS, PAGE, HIGH = "{count} blocks", "Page {number} of {count}", "{value} is too high."
SAID = Words(
    plain={
        PAGE: "Seite {number} von {count}",
        HIGH: "{value} ist zu hoch.",
        "Stop": "Anhalten",
        "{a} and {b}": "{a} und {c}",
        "{a} or {b}": "{a} oder {",
        "the line": "die Leitung",
        "{what} failed.": "{what} ging nicht.",
    },
    forms={BLOCKS: ("{count} Block", "{count} Blöcke")},
)
say = Translation(GERMAN, SAID)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ("1", "1 Block"),
        ("0", "0 Blöcke"),
        ("1,234", "1.234 Blöcke"),
        ("1.0", "1,0 Blöcke"),
        ("a few", "a few Blöcke"),
    ],
)
def test_words_bend_by_the_count(count: str, said: str) -> None:
    assert say(BLOCKS, count=count) == said


def test_a_count_without_forms_is_a_part_like_others() -> None:
    assert say(PAGE, number="1", count="2") == "Seite 1 von 2"


def test_what_is_not_in_the_catalog_is_said_in_english() -> None:
    assert say("{count} shifts", count="2") == "2 shifts"
    assert say("Go") == "Go"
    assert say("Stop") == "Anhalten"
    assert say("") == ""


@pytest.mark.parametrize("sentence", ["{a} and {b}", "{a} or {b}"])
def test_a_translation_that_does_not_fit_its_parts_gives_way_to_english(sentence: str) -> None:
    assert say(sentence, a="1", b="2") == sentence.format(a="1", b="2")


def test_phrases_are_said_too_alone_and_as_parts() -> None:
    line = Phrase("the line")
    assert say(Phrase("{what} failed.", what=line)) == "die Leitung ging nicht."
    assert say("{what} failed.", what=line) == "die Leitung ging nicht."


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("9.5", "9,5"),
        ("\u221212.5\u202fdB", "\u221212,5\u202fdB"),
        ("±0.25 %", "±0,25 %"),
        ("48.2 Mbit/s", "48,2 Mbit/s"),
        ("12,345", "12.345"),
        ("12,345\u202fms", "12.345\u202fms"),
        ("12", "12"),
        ("192.168.1.1", "192.168.1.1"),
        ("6.11.3", "6.11.3"),
        ("1.5 is 2.5", "1.5 is 2.5"),
        ("0.5\u20131.5", "0.5\u20131.5"),
        ("08:41", "08:41"),
        ("report 1.5", "report 1.5"),
        ("", ""),
    ],
)
def test_a_number_has_the_signs_of_the_language(english: str, german: str) -> None:
    assert in_figures_of(GERMAN, english) == german
    assert in_figures_of(HINDI, english) == english


def test_thousands_have_the_languages_own_gap() -> None:
    assert in_figures_of(FRENCH, "12,345") == "12\u202f345"


def test_a_number_in_a_sentence_has_them_too() -> None:
    assert say(HIGH, value="9.5\u202fms") == "9,5\u202fms ist zu hoch."


@pytest.mark.parametrize("text", ["9.5\u202fms", "--only", "wlan0", "\u22123", "10:30"])
def test_what_is_latin_is_isolated_in_a_sentence_from_the_right(text: str) -> None:
    assert isolated(text) == f"\u2068{text}\u2069"
    assert isolated(isolated(text)) == f"\u2068{text}\u2069"
    assert Translation(ARABIC, Words())(HIGH, value=text) == f"\u2068{text}\u2069 is too high."


@pytest.mark.parametrize("text", ["12", "الخط", "", "—"])
def test_what_cannot_jump_stays_as_it_is(text: str) -> None:
    assert isolated(text) == text


def test_what_is_said_by_tells_its_language() -> None:
    assert language_spoken(say) is GERMAN
    assert language_spoken(in_english) is ENGLISH


def test_what_was_kept_as_english_text_is_said_too() -> None:
    assert say("9.5 ms is too high.") == "9.5 ms is too high."  # too few words of its own
    kept = Translation(
        GERMAN,
        Words(plain={"{value} is higher than {limit}.": "{value} liegt über {limit}."}),
    )
    assert kept("9.5 ms is higher than 5 ms.") == "9,5 ms liegt über 5 ms."
    assert kept("9.5 ms is higher than 5 ms.") == "9,5 ms liegt über 5 ms."
    assert kept("Nothing of ours at all.") == "Nothing of ours at all."
