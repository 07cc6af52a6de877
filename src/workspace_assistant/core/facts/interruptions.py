"""Interruptions of focus blocks: how many, by what, when, and what their notes name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workspace_assistant.core.facts.logged_blocks import blocks_of_week
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import clock_hour, known, unknown
from workspace_assistant.core.facts.texts import PEAKS
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.focus.model import Cause, Interruption

# From so many on a busiest hour says more than luck.
LEAST_FOR_PEAK = 5
# Fewer than three in one hour are no "most", and neither is half of them.
_LEAST_IN_PEAK = 3

# English words by which a note names what it was.
NOTE_WORDS: dict[str, tuple[Cause, frozenset[str]]] = {
    "interruptions.noise.voices.week": (
        Cause.NOISE,
        frozenset(
            {
                "conversation",
                "conversations",
                "speech",
                "talk",
                "talking",
                "talks",
                "voice",
                "voices",
            }
        ),
    ),
    "interruptions.noise.echo.week": (
        Cause.NOISE,
        frozenset({"echo", "echoes", "echoing", "reverb", "reverberation"}),
    ),
    "interruptions.noise.bang.week": (
        Cause.NOISE,
        frozenset(
            {"bang", "banging", "bangs", "crash", "shriek", "shrieks", "slam", "slamming", "slams"}
        ),
    ),
    "interruptions.self.web.week": (
        Cause.SELF,
        frozenset(
            {
                "browser",
                "browsing",
                "facebook",
                "instagram",
                "internet",
                "news",
                "reddit",
                "surfing",
                "tiktok",
                "twitter",
                "web",
                "youtube",
            }
        ),
    ),
}
_PEAK_CAUSES = (Cause.NOISE, Cause.FAMILY)


def interruption_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    """Of the week. Without a block in it nobody knows whether there were any."""
    blocks = blocks_of_week(sources, windows)
    if not blocks:
        yield from (unknown(name, "no-blocks-in-week") for name in _NAMES)
        return
    found = [one for block in blocks for one in block.interruptions if windows.week.holds(one.at)]
    yield known("interruptions.week", len(found), count=len(blocks))
    for cause in Cause:
        yield from _of_cause(cause, [one for one in found if one.cause is cause], windows)
    for name, (cause, words) in NOTE_WORDS.items():
        named = [one for one in found if one.cause is cause and words & _words(one.note)]
        yield known(name, len(named), count=len(named))
    yield _same_topic(found)


def _of_cause(
    cause: Cause, found: Sequence[Interruption], windows: Windows
) -> Iterator[Fact | Unknown]:
    name = f"interruptions.{cause.value}"
    hours = Counter(windows.hour_of(one.at) for one in found)
    hour, most = max(hours.items(), key=lambda one: (one[1], -one[0]), default=(0, 0))
    if most >= _LEAST_IN_PEAK and 2 * most > len(found):
        sentence = PEAKS[f"{name}.week"]
        yield known(
            f"{name}.week", len(found), count=len(found), sentence=sentence, **clock_hour(hour)
        )
    else:
        yield known(f"{name}.week", len(found), count=len(found))
    if cause not in _PEAK_CAUSES:
        return
    if len(found) < LEAST_FOR_PEAK:
        yield unknown(f"{name}.peak_share", "too-few-interruptions", least=str(LEAST_FOR_PEAK))
    else:
        share = most / len(found)
        yield known(f"{name}.peak_share", share, count=len(found), **clock_hour(hour))


def _same_topic(found: Iterable[Interruption]) -> Fact:
    """Told without the note: it is for the person alone, and goes with its block."""
    notes = Counter(
        " ".join(one.note.casefold().split())
        for one in found
        if one.cause is Cause.TECHNICAL and one.note.strip()
    )
    name = "interruptions.technical.same_topic.week"
    return known(name, max(notes.values(), default=0), count=notes.total())


def _words(note: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalpha() else " " for c in note.casefold()).split())


_NAMES = (
    "interruptions.week",
    *(f"interruptions.{cause.value}.week" for cause in Cause),
    *(f"interruptions.{cause.value}.peak_share" for cause in _PEAK_CAUSES),
    *NOTE_WORDS,
    "interruptions.technical.same_topic.week",
)
