"""Names of workplaces."""

from __future__ import annotations

from workspace_assistant.core.ergonomics.errors import WorkplaceError
from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

HOME, OFFICE = "home", "office"
LONGEST_NAME = 60

NO_NAME = QT_TRANSLATE_NOOP(
    "ergonomics", "A workplace needs a name of 1 to {most} characters, such as home or office."
)


def workplace_said(text: str) -> str:
    """The name as it is kept; raises `WorkplaceError`."""
    name = one_line(text)
    if not 0 < len(name) <= LONGEST_NAME or not _is_unicode(name):
        raise WorkplaceError(NO_NAME, most=str(LONGEST_NAME))
    return key_of(name) if key_of(name) in {HOME, OFFICE} else name


def key_of(name: str) -> str:
    """What is the same for names that differ in capitals only."""
    return name.casefold()


def is_same(one: str, other: str) -> bool:
    return key_of(one) == key_of(other)


def _is_unicode(name: str) -> bool:
    """Half a pair of surrogates, as JSON may hold it, can neither be kept nor printed."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)
