"""What an organization proposes to who publishes: written in beforehand, agreed to by nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.address import checked_url
from workspace_assistant.core.publishing.model import Group, Proposal

URL, GROUPS = "publishing.url", "publishing.groups"


def proposed(preset: Mapping[str, str], lock: Mapping[str, str]) -> Proposal | None:
    """Of texts by name, as an organization sets them. A fixed address is the only one allowed."""
    url = lock.get(URL) or preset.get(URL)
    if url is None:
        return None
    groups = frozenset(Group(word) for word in _words(preset.get(GROUPS, "")))
    return Proposal(url=checked_url(url), groups=groups, is_fixed=URL in lock)


def proposal_faults(
    preset: Mapping[str, str], lock: Mapping[str, str]
) -> Iterator[tuple[str, Phrase]]:
    """What of it nobody could agree to, by name."""
    for name, text in (*preset.items(), *lock.items()):
        if (fault := _fault(name, text)) is not None:
            yield name, fault
    if GROUPS in lock:
        yield GROUPS, Phrase(texts.GROUPS_ARE_OWN)


def _fault(name: str, text: str) -> Phrase | None:
    if name == URL:
        try:
            checked_url(text)
        except RefusedError as error:
            return error.phrase
    if name == GROUPS:
        known = {one.value for one in Group}
        unknown = next((word for word in _words(text) if word not in known), None)
        if unknown is not None or not _words(text):
            return Phrase(texts.NO_GROUP, text=unknown or text, groups=",".join(Group))
    return None


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for one in text.split(",") if (word := one.strip().lower()))
