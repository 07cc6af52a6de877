"""Several parts after each other: by the language's own sign, and none turns another."""

from __future__ import annotations

from tests.fakes.pseudo import pseudo_from_the_right
from workspace_assistant.core.joining import COMMA, SEMICOLON, facts, joined
from workspace_assistant.core.languages import language_of
from workspace_assistant.core.text import in_english
from workspace_assistant.core.translation import Translation


class _ArabicComma:
    def gettext(self, message: str) -> str:
        return {COMMA: "{head}، {last}", SEMICOLON: "{head}؛ {last}"}.get(message, message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return one if number == 1 else many

    def sentences(self) -> tuple[str, ...]:
        return (COMMA,)


def test_empty_parts_are_left_out() -> None:
    assert joined(("a", "", "b"), in_english) == "a, b"
    assert joined((), in_english) == ""
    assert facts(("a", "", "b c"), in_english) == "a · b c"


def test_the_sign_between_is_the_languages_and_names_are_isolated() -> None:
    say = Translation(language_of("ar"), _ArabicComma())
    assert joined(("سماعة", "Jabra 5", "7"), say) == "سماعة، \u2068Jabra 5\u2069، 7"
    assert joined(("سماعة", "7"), say, SEMICOLON) == "سماعة؛ 7"
    assert facts(("Jabra", "سماعة"), say) == "\u2068Jabra\u2069 · سماعة"


def test_a_number_is_written_as_the_language_does() -> None:
    say = Translation(language_of("de"), _ArabicComma())
    assert facts(("5.5 ms", "1.2.3"), say) == "5,5 ms · 1.2.3"


def test_made_up_languages_join_as_well() -> None:
    said = joined(("a", "b"), pseudo_from_the_right().say)
    assert said.startswith("\u2068a\u2069")
    assert said.endswith("\u2068b\u2069")
