"""Names for ids, also for those that this version has no words for."""

from __future__ import annotations

from workspace_assistant.core.joining import joined
from workspace_assistant.core.readiness.names import CHECK_TITLES, MEASUREMENT_LABELS, label_of
from workspace_assistant.ui.wording import texts
from workspace_assistant.ui.wording.wording import Wording

# The order of cards, whatever ran first; checks of later versions follow.
_DISPLAY_ORDER = (
    "computer",
    "microphone",
    "headset",
    "bandwidth",
    "connection",
    "voice-path",
    "endpoints",
)


def display_rank(check_id: str) -> int:
    """Sorts check ids as they are shown: by what the user knows best."""
    known = _DISPLAY_ORDER
    return known.index(check_id) if check_id in known else len(known)


def check_title(check_id: str, wording: Wording) -> str:
    known = CHECK_TITLES.get(check_id)
    return wording.say(known) if known else _spelled(check_id).capitalize()


def measurement_label(measurement_id: str, wording: Wording) -> str:
    known = MEASUREMENT_LABELS.get(measurement_id)
    if known:
        return wording.say(known)
    composed = label_of(measurement_id, wording.say)  # parts, one a name out of the profile
    if composed != measurement_id:
        return composed
    _, _, tail = measurement_id.partition(".")
    return _spelled(tail or measurement_id).capitalize()


def listed(names: tuple[str, ...], wording: Wording) -> str:
    """``a``, ``a and b`` or ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return wording.say(texts.LIST, head=joined(names[:-1], wording.say), last=names[-1])


def inside_sentence(name: str) -> str:
    """*name* as it stands within a sentence; what is written in capitals keeps them: ``MOS``."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def noun_inside(name: str, wording: Wording) -> str:
    """*name*, a noun, as it stands within a sentence: German nouns keep their capital."""
    return name if wording.language.startswith("de") else inside_sentence(name)


def _spelled(identifier: str) -> str:
    return identifier.replace("_", " ").replace("-", " ").replace(".", " ")
