"""The first line of the page: what to do now, or what callers hear."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from workspace_assistant.core.readiness.microphone.score_texts import TITLES
from workspace_assistant.core.readiness.microphone.sentences import sentence
from workspace_assistant.core.readiness.microphone.take import Take
from workspace_assistant.core.readiness.model import Finding, Severity, Verdict
from workspace_assistant.ui import verdict_look
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.situation import Activity, Situation
from workspace_assistant.ui.verdict_look import VERDICT_LOOKS, Look
from workspace_assistant.ui.wording.names import inside_sentence, listed
from workspace_assistant.ui.wording.wording import Wording

_IN_HERO = frozenset({Activity.TAKE, Activity.COMPARE, Activity.TONE})
_SILENT = "microphone-muted"
_WORST_FIRST = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroState:
    """`request` is what to read aloud; `fraction` how far it is, None when nothing runs.

    `button` is what the one button does: it records, stops while something goes on in the hero,
    or looks for microphones where there is none.
    """

    look: Look
    headline: str
    sentence: str = ""
    request: str = ""
    steps: tuple[str, ...] = ()
    fraction: float | None = None
    button: str = ""
    stops: bool = False
    looks: bool = False
    is_enabled: bool = True


def hero_state(now: Situation, wording: Wording) -> HeroState:
    if now.activity in _IN_HERO:
        return _running(now, wording)
    if now.is_elsewhere_busy:
        return _waiting(texts.BUSY, texts.BUSY_SENTENCE, now, wording)
    if now.profile is None:
        return _waiting(texts.READING_PROFILE, "", now, wording)
    if now.fault:
        return HeroState(
            look=verdict_look.FAILED,
            headline=wording.say(texts.FAILED),
            sentence=wording.say(now.fault),
            button=wording.say(texts.TRY_AGAIN),
            is_enabled=now.can_act,
        )
    if asks_to_connect(now):
        return _nothing_connected(now, wording)
    return _first_time(now, wording) if now.take is None else _result(now, now.take, wording)


def asks_to_connect(now: Situation) -> bool:
    """Whether the first line is that there is no microphone; a result goes before that."""
    return now.lacks_microphone and (now.take is None or now.take.recording is None)


def _nothing_connected(now: Situation, wording: Wording) -> HeroState:
    is_known = not now.listing_trouble
    return HeroState(
        look=MICROPHONE if is_known else VERDICT_LOOKS[Verdict.NOT_TESTED],
        headline=wording.say(texts.NONE_CONNECTED if is_known else texts.NO_LIST),
        sentence=wording.say(now.listing_trouble or texts.NONE_CONNECTED_SENTENCE),
        button=wording.say(texts.LOOK_AGAIN),
        looks=True,
        is_enabled=now.can_act,
    )


def _result(now: Situation, take: Take, wording: Wording) -> HeroState:
    headline, told = _answer(take, wording)
    is_recorded = take.recording is not None
    return HeroState(
        look=_look(take),
        headline=headline,
        sentence=told,
        button=wording.say(texts.RECORD_AGAIN if is_recorded else texts.TRY_AGAIN),
        is_enabled=now.can_act,
    )


def _waiting(headline: str, told: str, now: Situation, wording: Wording) -> HeroState:
    return HeroState(
        look=verdict_look.WAITING,
        headline=wording.say(headline),
        sentence=wording.say(told) if told else "",
        button=wording.say(texts.RECORD_AGAIN if now.take else texts.RECORD),
        is_enabled=False,
    )


def _first_time(now: Situation, wording: Wording) -> HeroState:
    asked = wording.say(sentence(now.sentence_index))
    return HeroState(
        look=MICROPHONE,
        headline=wording.say(texts.FIRST_TIME),
        steps=tuple(wording.say(step, sentence=asked) for step in texts.FIRST_STEPS),
        button=wording.say(texts.RECORD),
        is_enabled=now.can_act,
    )


def _running(now: Situation, wording: Wording) -> HeroState:
    headline, told, request = _doing(now, wording)
    return HeroState(
        look=verdict_look.RUNNING if now.level is None else LISTENING,
        headline=headline,
        sentence=told,
        request=request,
        fraction=now.fraction,
        button=wording.say(texts.STOP),
        stops=True,
        is_enabled=not now.is_stopping,
    )


def _doing(now: Situation, wording: Wording) -> tuple[str, str, str]:
    """Headline, sentence, and what to read aloud."""
    say = wording.say
    if now.is_stopping:
        return (say(texts.STOPPING), "", "")
    if now.activity is Activity.TONE:
        return (say(texts.STAY_QUIET), say(texts.TONE_SENTENCE), "")
    which = _which(now, wording)
    if now.is_analyzing:
        return (say(texts.ANALYZING), which, "")
    if now.level is None:
        return (say(texts.OPENING), which, "")
    left = str(ceil(now.level.remaining_s))
    if now.level.phase == "quiet":
        told = say(texts.QUIET_SENTENCE, seconds=left)
        return (say(texts.QUIET_PLEASE), _joined(told, which), "")
    told = say(texts.READ_SENTENCE, seconds=left)
    return (say(texts.READ_THIS), _joined(told, which), say(sentence(now.sentence_index)))


def _which(now: Situation, wording: Wording) -> str:
    """Which microphone of those compared is listening."""
    if now.activity is not Activity.COMPARE or now.source not in now.compared:
        return ""
    names = {device.id: device.name for device in now.devices}
    return wording.say(
        texts.COMPARING,
        number=str(now.compared.index(now.source) + 1),
        count=str(len(now.compared)),
        name=names.get(now.source, now.source),
    )


def _joined(*told: str) -> str:
    return " ".join(filter(None, told))


def _look(take: Take) -> Look:
    if take.verdict is Verdict.READY and _untested(take):
        return verdict_look.READY_IN_PART
    return VERDICT_LOOKS[take.verdict]


def _untested(take: Take) -> tuple[str, ...]:
    return tuple(score.id for score in take.scores if score.verdict is Verdict.NOT_TESTED)


def _answer(take: Take, wording: Wording) -> tuple[str, str]:
    say = wording.say
    worst = _worst(take.outcome.findings)
    match take.verdict:
        case Verdict.NOT_TESTED:
            headline = texts.NO_RECORDING if take.recording is None else texts.NO_VOICE
            return (say(headline), say(_why(take, worst)))
        case Verdict.NOT_READY:
            headline = texts.SILENT if worst and worst.code == _SILENT else texts.BAD
            return (say(headline), say(worst.message) if worst else "")
        case Verdict.CAUTION:
            return (_cautions(take, wording), say(worst.message) if worst else "")
        case _:
            untested = _untested(take)
            if not untested:
                is_narrow = any(one.is_as_telephone for one in take.scores)
                told = texts.ALL_GOOD_AS_TELEPHONE if is_narrow else texts.ALL_GOOD
                return (say(texts.GOOD), say(told))
            names = tuple(inside_sentence(say(TITLES[one])) for one in untested)
            told = say(texts.NOT_TESTED, names=listed(names, wording))
            return (say(texts.GOOD_IN_PART), told)


def _cautions(take: Take, wording: Wording) -> str:
    count = sum(one.severity is Severity.CAUTION for one in take.outcome.findings)
    if count == 1:
        return wording.say(texts.CAUTION_ONE)
    return wording.say(texts.CAUTION_MANY, count=str(count))


def _worst(findings: tuple[Finding, ...]) -> Finding | None:
    return min(findings, key=lambda one: _WORST_FIRST.index(one.severity), default=None)


def _why(take: Take, worst: Finding | None) -> str:
    """The next step is part of a reason; of a finding the advice below tells it."""
    if worst is not None:
        return worst.message
    gaps = take.outcome.not_measured
    return gaps[0].detail if gaps else texts.NO_REASON


MICROPHONE = Look(verdict_look.INVITATION.tone, "microphone", texts.MICROPHONE)
LISTENING = Look(verdict_look.RUNNING.tone, "microphone", verdict_look.RUNNING.word)
