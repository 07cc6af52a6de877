"""The headset: what the system says of it, how much leaks, and whether it is heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.readiness.headset.measurements import CONNECTION, LEAK
from workspace_assistant.core.readiness.headset.words import is_heard
from workspace_assistant.core.readiness.limit_words import goal_words
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.microphone.model import Connection
from workspace_assistant.core.readiness.model import Finding, Measurement, Outcome, Verdict
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.picker_state import connection_word
from workspace_assistant.ui.microphone.situation import Activity, Situation
from workspace_assistant.ui.verdict_look import SEVERITY_LOOKS, VERDICT_LOOKS, Look
from workspace_assistant.ui.wording.wording import Wording

_NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A sentence with a look, and the next step where there is one."""

    look: Look
    word: str
    message: str
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadsetState:
    """`facts` are plain sentences; `question` and `choices` are there while a word is asked for."""

    facts: tuple[str, ...]
    remarks: tuple[Remark, ...]
    tone_button: str
    tone_enabled: bool
    leak: Remark | None
    word_button: str
    word_enabled: bool
    word_hint: str
    question: str
    choices: tuple[str, ...]
    answer: Remark | None
    word_trouble: str


def headset_state(now: Situation, wording: Wording) -> HeadsetState:
    is_toning = now.activity is Activity.TONE
    is_asking = now.word is not None and now.answer is None and not now.word_trouble
    word_text = texts.PLAY_WORD if now.word is None else texts.PLAY_ANOTHER
    return HeadsetState(
        facts=_facts(now.headset, wording),
        remarks=_remarks(now.headset, wording),
        tone_button=wording.say(texts.STOP if is_toning else texts.PLAY_TONE),
        tone_enabled=now.can_act or (is_toning and not now.is_stopping),
        leak=_leak(now.headset, now.profile, wording),
        word_button=wording.say(word_text),
        word_enabled=now.can_act,
        word_hint=wording.say(texts.WORD_HINT),
        question=wording.say(texts.WORD_ASK) if is_asking else "",
        choices=now.word.choices if now.word is not None and is_asking else (),
        answer=_answer(now, wording),
        word_trouble=wording.say(now.word_trouble) if now.word_trouble else "",
    )


def _facts(outcome: Outcome | None, wording: Wording) -> tuple[str, ...]:
    if outcome is None:
        return (wording.say(texts.HEADSET_LOOKING),)
    told = next((one for one in outcome.measurements if one.conditions), None)
    if told is None:
        missing = (gap for gap in outcome.not_measured if gap.id in {CONNECTION, "headset"})
        return tuple(wording.say(gap.detail) for gap in missing)
    return tuple(_told(told, outcome, wording))


def _told(told: Measurement, outcome: Outcome, wording: Wording) -> Iterator[str]:
    connections = (one.value for one in outcome.measurements if one.id == CONNECTION)
    ends = (
        (texts.SPEAK_INTO, texts.SPEAK_INTO_BY, "device", next(connections, "")),
        (
            texts.HEAR_THROUGH,
            texts.HEAR_THROUGH_BY,
            "playback",
            told.conditions.get("playback_connection", ""),
        ),
    )
    for plain, by, key, connection in ends:
        name = str(told.conditions.get(key, ""))
        word = connection_word(Connection(str(connection or "unknown")), wording)
        if name and word:
            yield wording.say(by, name=name, connection=word)
        elif name:
            yield wording.say(plain, name=name)


def _remarks(outcome: Outcome | None, wording: Wording) -> tuple[Remark, ...]:
    """All findings but the leak, which stands beside its button."""
    found = outcome.findings if outcome else ()
    return tuple(_remark(one, wording) for one in found if one.measurement != LEAK)


def _remark(finding: Finding, wording: Wording) -> Remark:
    look = SEVERITY_LOOKS[finding.severity]
    return Remark(
        look=look,
        word=wording.say(look.word),
        message=wording.say(finding.message),
        action=wording.say(finding.action),
    )


def _leak(
    outcome: Outcome | None, profile: WorkplaceProfile | None, wording: Wording
) -> Remark | None:
    """What the tone showed, or why it showed nothing; None before it was played."""
    if outcome is None:
        return None
    broken = next((one for one in outcome.findings if one.measurement == LEAK), None)
    if broken is not None:
        return _remark(broken, wording)
    level = next((one for one in outcome.measurements if one.id == LEAK), None)
    if level is not None:
        return _good_leak(level, profile, wording)
    gap = next((one for one in outcome.not_measured if one.id == LEAK), None)
    if gap is None or gap.reason == _NOT_ASKED:
        return None
    look = VERDICT_LOOKS[Verdict.NOT_TESTED]
    return Remark(look=look, word=wording.say(look.word), message=wording.say(gap.detail))


def _good_leak(level: Measurement, profile: WorkplaceProfile | None, wording: Wording) -> Remark:
    limits = limits_of(profile) if profile else ()
    goal = goal_words(next((one for one in limits if one.measurement == LEAK), None))
    text = texts.LEAK_FOUND if goal else texts.LEAK_PLAIN
    look = VERDICT_LOOKS[Verdict.READY]
    return Remark(
        look=look,
        word=wording.say(look.word),
        message=wording.say(text, level=format_value(level.value, level.unit), limit=goal),
    )


def _answer(now: Situation, wording: Wording) -> Remark | None:
    """None before an answer."""
    if now.word is None or now.answer is None:
        return None
    is_right = is_heard(now.word, now.answer)
    look = VERDICT_LOOKS[Verdict.READY if is_right else Verdict.CAUTION]
    text = texts.WORD_RIGHT if is_right else texts.WORD_WRONG
    return Remark(
        look=look,
        word=wording.say(look.word),
        message=wording.say(text, word=now.word.text),
    )
