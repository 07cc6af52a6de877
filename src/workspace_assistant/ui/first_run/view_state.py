"""What each of the first steps shows, in plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workspace_assistant.core.first_run.steps import Step, before, place_of
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.first_run import texts
from workspace_assistant.ui.first_run.situation import Situation
from workspace_assistant.ui.wording.wording import Wording

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

_TITLES = {
    Step.WELCOME: (texts.WELCOME, texts.WELCOME_SENTENCE),
    Step.PROFILE: (texts.PROFILE, texts.PROFILE_SENTENCE),
    Step.MICROPHONE: (texts.MICROPHONE, texts.MICROPHONE_SENTENCE),
    Step.SHIFTS: (texts.SHIFTS, texts.SHIFTS_SENTENCE),
    Step.CHECK: (texts.END, texts.END_SENTENCE),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameState:
    """What stands around every step: its heading, and the buttons below.

    Attributes:
        progress: which of how many; empty for the last, which asks nothing.
        go_on: the one button that leads further.
        leave: ends the steps.
    """

    step: Step
    progress: str
    title: str
    sentence: str
    has_back: bool
    go_on: str
    leave: str
    is_enabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileState:
    """Attributes: `facts` are its most important limits; `faults` why a file cannot be used."""

    name: str
    facts: tuple[str, ...]
    is_fixed: bool
    can_use_usual: bool
    trouble: str = ""
    faults: tuple[str, ...] = ()


def frame_state(now: Situation, wording: Wording) -> FrameState:
    say, place = wording.say, place_of(now.step)
    title, sentence = _heading(now)
    is_last = now.step is Step.CHECK
    number, total = place or (0, 0)
    return FrameState(
        step=now.step,
        progress=say(texts.PROGRESS, number=str(number), total=str(total)) if place else "",
        title=say(title),
        sentence=say(sentence),
        has_back=before(now.step) is not None,
        go_on=say(texts.CHECK if is_last else texts.GO_ON),
        leave=say(texts.LATER if is_last else texts.SKIP),
        is_enabled=not now.is_keeping and not (is_last and now.profile is None),
    )


def keeps_lines(now: Situation, wording: Wording) -> tuple[str, ...]:
    """What the program keeps to itself; where, as soon as that is known."""
    where, *others = texts.KEEPS
    known = (wording.say(where, path=now.path),) if now.path else ()
    return (*known, *(wording.say(one) for one in (*others, texts.COSTS)))


def profile_state(now: Situation, wording: Wording) -> ProfileState | None:
    """None until it was read."""
    profile, say = now.profile, wording.say
    if profile is None:
        return None
    used = texts.PROFILE_LOCKED if now.is_profile_fixed else texts.PROFILE_USED
    return ProfileState(
        name=say(used, name=say(profile.name)),
        facts=tuple(_facts(profile, wording)),
        is_fixed=now.is_profile_fixed,
        can_use_usual=now.is_profile_own and not now.is_profile_fixed,
        trouble=say(texts.PROFILE_FAULTS, file=now.trouble.file) if now.trouble else "",
        faults=now.trouble.faults if now.trouble else (),
    )


def left_lines(now: Situation, wording: Wording) -> tuple[str, ...]:
    """What was not done, and where to find it."""
    open_ones = {
        "profile": not (now.is_profile_own or now.is_profile_fixed),
        "microphone": not (now.microphone or now.is_heard),
        "shifts": not now.has_shifts,
    }
    return tuple(wording.say(texts.LEFT[name]) for name, is_left in open_ones.items() if is_left)


def _heading(now: Situation) -> tuple[str, str]:
    if now.step is Step.PROFILE and now.is_profile_fixed:
        return texts.PROFILE, texts.PROFILE_LOCKED_SENTENCE
    if now.step is Step.SHIFTS and now.has_shifts:
        return texts.SHIFTS_KNOWN, texts.SHIFTS_KNOWN_SENTENCE
    return _TITLES[now.step]


def _facts(profile: WorkplaceProfile, wording: Wording) -> Iterator[str]:
    say = wording.say
    line, voice = profile.bandwidth, profile.voice_path
    yield say(
        texts.PROFILE_LINE,
        download=format_value(line.download_mbps.ready * 1e6, "bit/s", say),
        upload=format_value(line.upload_mbps.ready * 1e6, "bit/s", say),
    )
    if voice.stun or voice.turn:
        yield say(
            texts.PROFILE_DELAY,
            rtt=format_value(voice.rtt_ms.ready, "ms", say),
            loss=format_value(voice.loss_percent.ready / 100, "fraction", say),
        )
    has_servers = bool(voice.stun or voice.turn)
    yield say(texts.PROFILE_SERVERS if has_servers else texts.PROFILE_NO_SERVERS)
