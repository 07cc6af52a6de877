"""Which words go with a blame: the finding's code, what it names at home, and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.timeline import Phase
from workspace_assistant.core.readiness.units import format_duration, format_value
from workspace_assistant.core.readiness.voice_path.blame import Blame, Segment
from workspace_assistant.core.readiness.voice_path.blame_advice import (
    ANY_HOME_LINK,
    BOTH,
    CLOSER_SERVER,
    HELP_DESK,
    HOME_ACTS,
    HOME_LINKS,
    UNKNOWN_ACTS,
)
from workspace_assistant.core.readiness.voice_path.blame_texts import (
    ALL_LOSS,
    DOUBTS,
    MOST_LOSS,
    SPANS,
)
from workspace_assistant.core.readiness.voice_path.model import PathSurvey, Place
from workspace_assistant.core.readiness.voice_path.pointer_texts import BYPASS
from workspace_assistant.core.voice.model import PacketTrace

THROUGH_VPN = "delay-through-vpn"
_LOSS_CODES: Mapping[Segment, str] = {
    Segment.LINE: "loss-behind-router",
    Segment.INTERNET: "loss-in-the-internet",
    Segment.SERVER: "loss-at-employer",
    Segment.BEHIND_ROUTER: "loss-beyond-router",
    Segment.BEYOND_PROVIDER: "loss-beyond-provider",
    Segment.UNKNOWN: "loss-place-unknown",
}
_AMOUNT_SUFFIXES: Mapping[Segment, str] = {
    Segment.LINE: "behind-router",
    Segment.BEHIND_ROUTER: "beyond-router",
    # Delay grows with distance: up to the server itself it is the internet that takes it.
    Segment.INTERNET: "far-away",
    Segment.SERVER: "far-away",
    Segment.BEYOND_PROVIDER: "far-away",
    Segment.UNKNOWN: "place-unknown",
}


def code_of(kind: str, found: Blame, survey: PathSurvey) -> str:
    """The finding that tells *found*; *kind* is loss, delay or jitter."""
    if found.segment is Segment.HOME:
        return f"{kind}-on-home-{'wifi' if survey.carrier_kind == 'wifi' else 'network'}"
    if kind == "loss":
        return _LOSS_CODES[found.segment]
    if is_through_vpn(kind, found, survey):
        return THROUGH_VPN
    return f"{kind}-{_AMOUNT_SUFFIXES[found.segment]}"


def is_through_vpn(kind: str, found: Blame, survey: PathSurvey) -> bool:
    return kind == "delay" and survey.is_vpn and found.segment is Segment.BEHIND_ROUTER


def by_carrier(words: Mapping[str, str], survey: PathSurvey) -> str:
    """Those of *words* that fit the interface in use; "" stands for any other one."""
    return words.get(survey.carrier_kind, words[""])


def act_of(kind: str, found: Blame, survey: PathSurvey, *, is_home_clear: bool) -> str:
    if found.segment is Segment.HOME:
        return by_carrier(HOME_ACTS, survey)
    if is_through_vpn(kind, found, survey):
        return BYPASS
    if found.segment is Segment.UNKNOWN:
        return by_carrier(UNKNOWN_ACTS, survey)
    if kind == "loss" and found.segment is Segment.SERVER:
        return HELP_DESK[is_home_clear]
    is_far = _AMOUNT_SUFFIXES[found.segment] == "far-away"
    return CLOSER_SERVER[is_home_clear] if kind == "delay" and is_far else BOTH[is_home_clear]


def home_words(survey: PathSurvey) -> dict[str, str]:
    """What stands between this computer and the home router, and the tunnel through it."""
    link = HOME_LINKS.get(survey.carrier_kind, ANY_HOME_LINK)
    return {"link": link, "interface": survey.interface}


def place_words(found: Blame, shown: Mapping[Place, str], target: str) -> dict[str, str]:
    """Numbers at both ends of the guilty part, or why none was found."""
    words = {"target": target}
    if found.before is not None:
        words["before"] = shown[found.before]
    if found.segment is not Segment.UNKNOWN:
        words["after"] = target if found.after is None else shown[found.after]
    if found.doubt is not None:
        words["doubt"] = DOUBTS[found.doubt.value]
    return words


def loss_words(
    found: Blame, places: Mapping[Place, PacketTrace], phase: Phase | None, target: PacketTrace
) -> dict[str, str]:
    """Whether it is all of the loss, and from which time the numbers are; None is all of it."""
    is_part = any(None in places[place].received_s for place in found.nearer)
    span = SPANS["whole" if phase is None else phase.value]
    duration = format_duration(target.duration_s)
    return {
        "what": MOST_LOSS if is_part else ALL_LOSS,
        "span": Phrase(span, duration=duration),
    }


def share_of(trace: PacketTrace) -> str:
    """Loss in words, with the counts it is made of."""
    lost, sent = sum(came is None for came in trace.received_s), len(trace.sent_s)
    return f"{format_value(lost / sent, 'fraction')} ({lost}/{sent})"
