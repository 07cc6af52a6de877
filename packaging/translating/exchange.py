"""Hands out what lacks words, as numbered lines of JSON, and takes answers back if they fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translating.catalogs import Translated
from translating.languages import Language
from translating.marked import Marked
from translating.rules import faults, sameness

_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line of answers that was not taken: which, and why."""

    number: object
    reason: str


def key_of(sentence: str) -> str:
    """Stays with a sentence for as long as its English does."""
    return hashlib.sha256(sentence.encode()).hexdigest()[:10]


def asked(number: int, one: Marked, language: Language) -> dict[str, object]:
    """One line for who translates: what it is about, and which forms are needed."""
    forms = {"forms": list(language.forms)} if one.is_counted else {}
    where = [str(place) for place in one.places[:_MOST_PLACES]]
    line = {"n": number, "id": key_of(one.sentence), "en": one.sentence}
    return {**line, **forms, "where": "; ".join(where)}


def write_chunks(
    wanted: Sequence[Marked], language: Language, folder: Path, size: int
) -> list[Path]:
    """Files of at most *size* lines each, in the order of the sources."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for start in range(0, len(wanted), size):
        path = folder / f"{language.code}-{start // size + 1:03}.jsonl"
        chunk = enumerate(wanted[start : start + size], start + 1)
        lines = [json.dumps(asked(n, one, language), ensure_ascii=False) for n, one in chunk]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        written.append(path)
    return written


def remembered(memory: Path, said: Mapping[str, Translated]) -> dict[str, Translated]:
    """*said*, with whatever was said before and is not in it; a list of forms is a tuple."""
    known = json.loads(memory.read_text("utf-8")) if memory.is_file() else {}
    every = {**{one: _frozen(words) for one, words in known.items()}, **said}
    memory.parent.mkdir(parents=True, exist_ok=True)
    memory.write_text(json.dumps(every, ensure_ascii=False, indent=0), "utf-8")
    return every


def _frozen(words: str | list[str]) -> Translated:
    return words if isinstance(words, str) else tuple(words)


def taken(
    text: str, known: Mapping[str, Marked], language: Language
) -> tuple[dict[str, Translated], list[Refusal]]:
    """What fits of the answers in *text* (one JSON object per line), and what does not."""
    said: dict[str, Translated] = {}
    refused: list[Refusal] = []
    for place, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            answer = json.loads(line)
            one = known[answer["id"]]
        except (ValueError, TypeError):
            refused.append(Refusal(f"line {place}", "it is no object of JSON on one line"))
        except KeyError:
            refused.append(Refusal(f"line {place}", "no sentence has this id; was it changed?"))
        else:
            number = answer.get("n", answer["id"])
            reasons = list(_reasons(one, answer, language))
            refused += [Refusal(number, reason) for reason in reasons]
            if not reasons:
                said[one.sentence] = _words(answer)
    return said, refused


def _words(answer: Mapping[str, object]) -> Translated:
    forms = answer.get("texts")
    return tuple(str(form) for form in forms) if isinstance(forms, list) else str(answer["text"])


def _reasons(one: Marked, answer: Mapping[str, object], language: Language) -> Iterator[str]:
    if not one.is_counted:
        if not isinstance(answer.get("text"), str):
            yield 'it needs "text": a string'
            return
        yield from _checked(one, [str(answer["text"])], answer, language)
        return
    forms = answer.get("texts")
    if not isinstance(forms, list) or len(forms) != len(language.forms):
        yield f'it needs "texts": a list of {len(language.forms)}: {" | ".join(language.forms)}'
        return
    yield from _checked(one, [str(form) for form in forms], answer, language)


def _checked(
    one: Marked, forms: Sequence[str], answer: Mapping[str, object], language: Language
) -> Iterator[str]:
    for place, form in enumerate(forms):
        yield from faults(one.sentence, form, language, place if one.is_counted else None)
        if not answer.get("same"):
            yield from sameness(one.sentence, form, language)
