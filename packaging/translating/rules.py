"""What a translation must keep of its English sentence."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator

from translating.languages import Language

_LETTER = re.compile(r"[^\W\d_]{2}")
_SCRIPTS = {"hi": re.compile("[\u0900-\u097f]"), "ar": re.compile("[\u0600-\u06ff]")}
# Typed as they stand, whatever the language: options, commands, code, addresses, printf's places.
_LITERAL = re.compile(
    r"(?<![\w-])--[a-z][a-z-]*|`[^`]+`|\bworkspace-assistant\b|https?://[^\s)]+|%\(\w+\)[srd]|%[srd]\b|%%"
)
_COUNTED_SIGNS = "\n`*#\u2212%<>"
_ENDS = {".": ".।", "?": "?؟", "!": "!", ":": ":", "…": "…", "": ""}
_STEERING = re.compile("[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]")


def faults(english: str, said: str, language: Language, form: int | None = None) -> Iterator[str]:
    """Why *said* cannot stand for *english*; nothing where it can.

    Attributes: form: of the plural forms which one it is, None where nothing is counted.
    """
    if not said.strip():
        yield "it is empty"
        return
    yield from _places(english, said, may_lack_count=form in language.single)
    if _spaces(english) != _spaces(said):
        yield "it must begin and end with the same spaces as the English"
    for sign in _COUNTED_SIGNS:
        if english.count(sign) != said.count(sign):
            yield f"it must have {sign!r} as often as the English: {english.count(sign)}"
    if missing := Counter(_LITERAL.findall(english)) - Counter(_LITERAL.findall(said)):
        yield f"it must keep as it stands: {', '.join(missing)}"
    if _end(english) != _end(said):
        yield f"it must end like the English: {english.rstrip()[-1]!r}"
    if _STEERING.search(said):
        yield "it has a control character"


def sameness(english: str, said: str, language: Language) -> Iterator[str]:
    """Why *said* does not look translated."""
    words = _words(english)
    if said == english and _LETTER.search(words):
        yield 'it is the same as the English; where that is right say "same": true'
        return
    script = _SCRIPTS.get(language.code)
    if script and _LETTER.search(words) and not script.search(said):
        yield f'it has no letter of {language.name}; where that is right say "same": true'


def places(sentence: str) -> Counter[str]:
    """The ``{named}`` places of *sentence*.

    Raises:
        ValueError: a brace without its other one.
    """
    parsed = string.Formatter().parse(sentence)
    return Counter(
        f"{name}{'!' if how else ''}{how or ''}{':' if form else ''}{form}"
        for _, name, form, how in parsed
        if name is not None
    )


def _places(english: str, said: str, *, may_lack_count: bool) -> Iterator[str]:
    wanted = places(english)
    try:
        found = places(said)
    except ValueError as error:
        yield f"its braces do not match: {error}"
        return
    missing = set(wanted) - set(found) - ({"count"} if may_lack_count else set())
    if missing or set(found) - set(wanted):
        names = " ".join(f"{{{name}}}" for name in wanted) or "none"
        yield f"its places must be those of the English: {names}"


def _words(sentence: str) -> str:
    return _LITERAL.sub("", re.sub(r"\{[^{}]*\}", "", sentence))


def _spaces(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _end(text: str) -> str:
    """Which kind of mark *text* ends with; a closing bracket or quote is not one of them."""
    last = text.rstrip().rstrip(")”\"'»“*`_\u202f\u00a0 ")[-1:]
    return next((kind for kind, marks in _ENDS.items() if last and last in marks), "")
