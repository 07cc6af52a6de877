"""What erasing everything takes away, as the page and the window after it show it. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.data_keeping.erasing import Erasing
from workspace_assistant.core.joining import joined
from workspace_assistant.ui.data import erase_texts as texts
from workspace_assistant.ui.data.situation import Act, Situation
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.wording import Wording

ERASING = Look(Tone.ACCENT, "wait", texts.ERASING_WORD)
ERASED = Look(Tone.OK, "check", texts.ERASED_WORD)
REFUSED = Look(Tone.CAUTION, "exclamation", texts.REFUSED_WORD)
BROKEN = Look(Tone.BAD, "cross", texts.REFUSED_WORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseState:
    """Attributes: `goes` and `stays` are empty until it was asked what would go."""

    goes: tuple[str, ...] = ()
    stays: tuple[str, ...] = ()
    has_secrets: bool = False
    busy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndState:
    """What is said once the window is closed for it. A button without words is not there."""

    look: Look
    headline: str
    lines: tuple[str, ...]
    anew: str = ""
    again: str = ""
    close: str = ""


def erase_state(situation: Situation, wording: Wording) -> EraseState | None:
    """None until anything is known."""
    if situation.seen is None:
        return None
    found = situation.erasing
    busy = wording.say(texts.LOOKING) if situation.act is Act.LOOK_AT_ALL else ""
    if found is None:
        return EraseState(busy=busy)
    return EraseState(
        goes=tuple(_goes(found, wording)),
        stays=tuple(_stays(found, wording)),
        has_secrets=bool(found.secrets),
        busy=busy,
    )


def is_meant(typed: str, wording: Wording) -> bool:
    """Whether the word was typed that means it."""
    return typed.strip().casefold() == wording.say(texts.WORD).casefold()


def going_state(wording: Wording) -> EndState:
    say = wording.say
    return EndState(look=ERASING, headline=say(texts.ERASING), lines=(say(texts.ERASING_WHY),))


def done_state(found: Erasing, wording: Wording) -> EndState:
    say = wording.say
    stayed = (say(texts.STAYED, names=joined(found.elsewhere, say)),) if found.elsewhere else ()
    return EndState(
        look=ERASED,
        headline=say(texts.ERASED),
        lines=(say(texts.ERASED_WHY, folder=found.data_dir), *stayed),
        anew=say(texts.BEGIN_ANEW),
        close=say(texts.CLOSE),
    )


def refused_state(reason: str, wording: Wording, *, can_retry: bool = True) -> EndState:
    """Nothing was changed; *reason* says why, in the user's words."""
    say = wording.say
    return EndState(
        look=REFUSED,
        headline=say(texts.REFUSED),
        lines=(reason,),
        anew=say(texts.OPEN_AGAIN),
        again=say(texts.TRY_AGAIN) if can_retry else "",
        close=say(texts.CLOSE),
    )


def broken_state(wording: Wording) -> EndState:
    """Something unforeseen; what was taken out of sight goes at the next start."""
    say = wording.say
    return EndState(
        look=BROKEN,
        headline=say(texts.BROKE),
        lines=(say(texts.BROKE_WHY),),
        again=say(texts.TRY_AGAIN),
        close=say(texts.CLOSE),
    )


def _goes(found: Erasing, wording: Wording) -> Iterator[str]:
    say = wording.say
    yield say(texts.IN_FOLDER, folder=found.data_dir)
    if found.rows is None:
        yield say(texts.UNREADABLE)
    else:
        yield say(texts.ENTRY if found.rows == 1 else texts.ENTRIES, count=f"{found.rows:,}")
    for sentence, names in (
        (texts.FILES, found.files),
        (texts.BACKUPS, found.backups),
        (texts.SECRETS, found.secrets),
    ):
        if names:
            yield say(sentence, names=joined(names, say))


def _stays(found: Erasing, wording: Wording) -> Iterator[str]:
    say = wording.say
    if found.elsewhere:
        yield say(texts.STAY_ELSEWHERE, names=joined(found.elsewhere, say))
    if found.starts_by_itself:
        yield say(texts.STARTS_BY_ITSELF)
    yield say(texts.OLD_BLOCKS)
