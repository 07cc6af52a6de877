"""Catalogs that ship with the program, read sentence by sentence."""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.files import catalogs
from workspace_assistant.adapters.files.catalogs import say_in
from workspace_assistant.adapters.files.compiled_catalog import CompiledCatalog
from workspace_assistant.core.languages import language_of
from workspace_assistant.core.text import in_english

WORDS = {"Stop": "Anhalten", "Go": "Los", "{name} failed.": "{name} ging nicht."}
PLURALS = {"{count} blocks": ("{count} Block", "{count} Blöcke")}


def compiled(words: dict[str, str], plurals: dict[str, tuple[str, str]] | None = None) -> bytes:
    catalog = Catalog(locale="de")
    for sentence, said in words.items():
        catalog.add(sentence, said)
    for sentence, forms in (plurals or {}).items():
        catalog.add((sentence, sentence), forms)
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def catalog_of(content: bytes) -> CompiledCatalog:
    return CompiledCatalog(content, language_of("de").plural_form)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where catalogs are looked for."""
    monkeypatch.setattr(catalogs, "resources", lambda: tmp_path)
    (tmp_path / "translations").mkdir()
    say_in.cache_clear()
    yield tmp_path / "translations"
    say_in.cache_clear()


def test_sentences_are_said_in_the_language_of_the_catalog(shipped: Path) -> None:
    (shipped / "de.mo").write_bytes(compiled(WORDS, PLURALS))
    say = say_in("de")
    assert say("Stop") == "Anhalten"
    assert say("{name} failed.", name="DNS") == "DNS ging nicht."
    assert (say("{count} blocks", count="1"), say("{count} blocks", count="3")) == (
        "1 Block",
        "3 Blöcke",
    )
    assert say("Wait") == "Wait"


def test_english_and_unknown_languages_need_no_file(shipped: Path) -> None:
    assert not list(shipped.iterdir())
    assert say_in("en") is in_english
    assert say_in("xx") is in_english


@pytest.mark.parametrize(
    "content", [None, b"", b"no catalog", bytes(100), compiled(WORDS)[:40]], ids=range(5)
)
def test_a_catalog_that_is_missing_or_damaged_leaves_english(
    shipped: Path, content: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    if content is not None:
        (shipped / "fr.mo").write_bytes(content)
    assert say_in("fr") is in_english
    assert "catalog of fr" in caplog.text


def test_it_finds_what_the_standard_librarys_reader_finds() -> None:
    content = compiled(WORDS, PLURALS)
    ours, theirs = catalog_of(content), gettext.GNUTranslations(io.BytesIO(content))
    for sentence in (*WORDS, "Wait", "A", "z", "{"):
        assert ours.gettext(sentence) == theirs.gettext(sentence)
    for number in range(5):
        for sentence in (*PLURALS, "{count} shifts"):
            assert ours.ngettext(sentence, sentence, number) == theirs.ngettext(
                sentence, sentence, number
            )


def test_it_tells_which_sentences_it_has() -> None:
    assert set(catalog_of(compiled(WORDS, PLURALS)).sentences()) == {"", *WORDS, *PLURALS}


def test_a_form_that_is_not_there_leaves_english() -> None:
    ours = CompiledCatalog(compiled({}, PLURALS), lambda number: 7 * number)
    assert ours.ngettext("{count} blocks", "{count} blocks", 1) == "{count} blocks"
    assert ours.ngettext("one", "many", 2) == "many"


@given(st.dictionaries(st.text("abcé {}", min_size=1), st.text("xyzß", min_size=1), max_size=9))
def test_whatever_is_in_a_catalog_is_found(words: dict[str, str]) -> None:
    ours = catalog_of(compiled(words))
    assert {sentence: ours.gettext(sentence) for sentence in words} == words
