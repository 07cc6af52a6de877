"""Translations that ship with the program: one compiled catalog for each language."""

from __future__ import annotations

import logging
from functools import cache

from workspace_assistant.adapters.files.locations import resources
from workspace_assistant.core.languages import ENGLISH, language_of
from workspace_assistant.core.text import Say, in_english

log = logging.getLogger(__name__)


@cache
def say_in(code: str) -> Say:
    """Says sentences in the language named *code*; in English where there is no such catalog.

    English costs nothing; a catalog is read once for each program.
    """
    if language_of(code) is ENGLISH:
        return in_english
    from workspace_assistant.adapters.files.compiled_catalog import CompiledCatalog
    from workspace_assistant.core.translation import Translation

    language = language_of(code)
    try:
        content = (resources() / "translations" / f"{code}.mo").read_bytes()
        return Translation(language, CompiledCatalog(content, language.plural_form))
    except (OSError, ValueError) as error:
        log.warning("the catalog of %s could not be read: %s", code, type(error).__name__)
    return in_english
