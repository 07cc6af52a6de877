"""Catalogs on disk: sources that people and tools edit (.po), and what the program reads (.mo)."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from translating.languages import LANGUAGES, Language
from translating.marked import RESOURCES, ROOT, Marked
from workspace_assistant.cli.overriding import override

SOURCES = ROOT / "translations"
COMPILED = RESOURCES / "translations"
Translated = str | tuple[str, ...]


def source_of(code: str) -> Path:
    return SOURCES / f"{code}.po"


def compiled_of(code: str) -> Path:
    return COMPILED / f"{code}.mo"


def translations(code: str) -> dict[str, Translated]:
    """What the source of *code* has words for; whole entries alone."""
    path = source_of(code)
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        messages = [one for one in read_po(file, locale=code) if one.id]
    found = {_forms(one.id)[0]: _said(one) for one in messages}
    return {sentence: said for sentence, said in found.items() if said}


def write_source(code: str, marked: Sequence[Marked], said: Mapping[str, Translated]) -> None:
    """Without dates and line numbers: a difference is a sentence that became another one."""
    catalog = _Catalog(LANGUAGES[code])
    for one in marked:
        catalog.put(one, said.get(one.sentence))
    SOURCES.mkdir(exist_ok=True)
    with source_of(code).open("wb") as file:
        write_po(file, catalog, width=0, no_location=True)


def write_compiled(code: str, content: bytes) -> None:
    COMPILED.mkdir(exist_ok=True)
    compiled_of(code).write_bytes(content)


def compiled(code: str, marked: Sequence[Marked], said: Mapping[str, Translated]) -> bytes:
    """What the program reads: the same bytes from the same sentences."""
    catalog = _Catalog(LANGUAGES[code])
    for one in marked:
        if one.sentence in said:
            catalog.put(one, said[one.sentence])
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def fits(one: Marked, said: Translated | None) -> bool:
    """Whether *said* is of the kind that *one* needs: forms for what is counted."""
    return said is not None and isinstance(said, tuple) == one.is_counted


class _Catalog(Catalog):
    def __init__(self, language: Language) -> None:
        super().__init__(locale=language.code, fuzzy=False)
        self._language = language

    @property
    @override
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "workspace-assistant"),
            ("Language", self._language.code),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self._language.plural_rule),
        ]

    @property
    @override
    def header_comment(self) -> str:
        return (
            f"# {self._language.name}: made by a machine, not yet reviewed. See docs/languages.md."
        )

    @property
    @override
    def num_plurals(self) -> int:
        return len(self._language.forms)

    def put(self, one: Marked, said: Translated | None) -> None:
        sentence = one.sentence
        forms = len(self._language.forms)
        self.add(
            (sentence, sentence) if one.is_counted else sentence,
            said if fits(one, said) else (("",) * forms if one.is_counted else ""),
            auto_comments=[str(place) for place in one.places],
        )
        self[sentence].flags = {"python-brace-format"} if "{" in sentence else set()


def _said(message: Message) -> Translated:
    """Nothing where a form is missing."""
    forms = _forms(message.string or "")
    if not all(forms):
        return ""
    return forms if isinstance(message.id, tuple | list) else forms[0]


def _forms(said: str | Sequence[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)
