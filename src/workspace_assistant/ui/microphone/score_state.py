"""The four scores, the numbers behind each, what to do, and what differs from the time before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.limit_words import goal_words
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.microphone import defects
from workspace_assistant.core.readiness.microphone.input_change import advised_change
from workspace_assistant.core.readiness.microphone.measurements import (
    CLIPPING,
    CLOCK_ERROR,
    DC,
    DROPOUTS,
    FULL_SCALE,
    LEVEL,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.score_texts import TITLES
from workspace_assistant.core.readiness.microphone.scores import LOUD, SUBJECTS, Score
from workspace_assistant.core.readiness.microphone.take import Change, Take, changes
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
    Better,
    Finding,
    Measurement,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.situation import Situation
from workspace_assistant.ui.verdict_look import SEVERITY_LOOKS, VERDICT_LOOKS, Look
from workspace_assistant.ui.wording.names import measurement_label
from workspace_assistant.ui.wording.wording import Wording

_WORDS = {Verdict.READY: texts.YES, Verdict.CAUTION: texts.NEARLY, Verdict.NOT_READY: texts.NO}
_WORST_FIRST = (Severity.NOT_READY, Severity.CAUTION, Severity.INFO)
# Limits that are the program's own: no profile sets them.
_OWN_LIMITS: Mapping[str, Ceiling] = {
    CLIPPING: defects.CLIPPING_EVENTS,
    FULL_SCALE: defects.FULL_SCALE_SAMPLES,
    DC: defects.DC_OFFSET,
    DROPOUTS: defects.MOST_DROPOUTS,
    CLOCK_ERROR: defects.CLOCK_PPM,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreState:
    """One answer; `link` opens or closes the numbers behind it.

    `level_dbfs` is the voice on the meter's scale, with the band `target` to be in; None where
    the answer is not about a level.
    """

    id: str
    title: str
    look: Look
    word: str
    sentence: str
    link: str
    is_open: bool
    level_dbfs: float | None = None
    target: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersState:
    score: str
    title: str
    conditions: str
    rows: tuple[NumberRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceStep:
    number: str
    look: Look
    word: str
    action: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceState:
    """Steps in the order of their weight; `button` changes the input volume by `change_db`.

    `note` says what became of such a change; `again` offers to record then.
    """

    steps: tuple[AdviceStep, ...]
    button: str = ""
    change_db: float = 0.0
    note: str = ""
    again: str = ""
    is_enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesState:
    rows: tuple[NumberRow, ...]
    sentence: str = ""


def score_states(now: Situation, wording: Wording) -> tuple[ScoreState, ...]:
    take = now.take
    if take is None or take.recording is None:
        return ()
    level = next((float(one.value) for one in take.outcome.measurements if one.id == LEVEL), None)
    return tuple(
        _score(score, now, level if score.id == LOUD else None, wording) for score in take.scores
    )


def _score(score: Score, now: Situation, level: float | None, wording: Wording) -> ScoreState:
    look = VERDICT_LOOKS[score.verdict]
    is_open = now.explained == score.id
    return ScoreState(
        id=score.id,
        title=wording.say(TITLES[score.id]),
        look=look,
        word=_answer(score, wording),
        sentence=score.told(wording.say),
        link=wording.say(texts.HIDE_NUMBERS if is_open else texts.SHOW_NUMBERS),
        is_open=is_open,
        level_dbfs=level,
        target=now.profile.microphone.active_speech_level_dbov.ready if now.profile else None,
    )


def numbers_state(now: Situation, wording: Wording) -> NumbersState | None:
    """The measures and limits of the score that is open."""
    take, profile, score = now.take, now.profile, now.explained
    if take is None or take.recording is None or profile is None or score not in SUBJECTS:
        return None
    wanted = SUBJECTS[score].measurements
    measured = [one for one in take.outcome.measurements if one.id in wanted]
    limits = _limits(profile)
    return NumbersState(
        score=score,
        title=wording.say(texts.NUMBERS, title=wording.say(TITLES[score])),
        conditions=_conditions(measured, wording),
        rows=(
            *(_number(one, limits.get(one.id), wording) for one in measured),
            *_gaps(take, wanted, wording),
        ),
    )


def _number(one: Measurement, limit: AppliedLimit | None, wording: Wording) -> NumberRow:
    return NumberRow(
        label=measurement_label(one.id, wording),
        value=format_value(one.value, one.unit, wording.say),
        note=_goal(limit, wording),
    )


def _goal(limit: AppliedLimit | None, wording: Wording) -> str:
    if limit is None:
        return ""
    if limit.ready == 0:
        return wording.say(texts.GOOD_IS_NONE)
    return wording.say(texts.GOOD_IS, limit=goal_words(limit))


def _gaps(take: Take, wanted: tuple[str, ...], wording: Wording) -> Iterator[NumberRow]:
    for gap in take.outcome.not_measured:
        if gap.id in wanted:
            yield NumberRow(
                label=measurement_label(gap.id, wording),
                value=wording.say(texts.NOT_MEASURED),
                note=wording.say(gap.detail),
            )


def _limits(profile: WorkplaceProfile) -> dict[str, AppliedLimit]:
    own = {
        key: AppliedLimit(
            measurement=key,
            ready=limit.ready,
            caution=limit.caution,
            better=Better.LOWER,
            unit=UNITS[key],
        )
        for key, limit in _OWN_LIMITS.items()
    }
    return {**own, **{limit.measurement: limit for limit in limits_of(profile)}}


def _conditions(measured: list[Measurement], wording: Wording) -> str:
    # Late: its package draws whole reports.
    from workspace_assistant.core.readiness.report_html.conditions import conditions_words

    conditions = {name: value for one in measured[:1] for name, value in one.conditions.items()}
    words = conditions_words(conditions)
    return wording.say(texts.MEASURED_WITH, conditions=words) if words else ""


def advice_state(now: Situation, wording: Wording) -> AdviceState | None:
    """None when there is nothing to do, and nothing was just done."""
    if now.take is None or now.profile is None:
        return None
    steps = _steps(now.take.outcome.findings, wording)
    change = advised_change(now.take.outcome, now.profile.microphone)
    can_change = change is not None and now.volume is not None and not now.volume_note
    note = now.volume_note or (now.volume_trouble if change else "")
    if not steps and not note:
        return None
    return AdviceState(
        steps=steps,
        button=_button(change.change_db, wording) if change and can_change else "",
        change_db=change.change_db if change and can_change else 0.0,
        note=wording.say(note) if note else "",
        again=wording.say(texts.RECORD_AGAIN) if now.volume_note else "",
        is_enabled=now.can_act,
    )


def _button(change_db: int, wording: Wording) -> str:
    text = texts.RAISE if change_db > 0 else texts.LOWER
    return wording.say(text, change=format_value(abs(change_db), "dB"))


def _steps(findings: tuple[Finding, ...], wording: Wording) -> tuple[AdviceStep, ...]:
    """What weighs most comes first; the same advice is given once."""
    ordered = sorted(findings, key=lambda one: _WORST_FIRST.index(one.severity))
    told: dict[str, Finding] = {}
    for finding in ordered:
        told.setdefault(finding.action, finding)
    return tuple(
        AdviceStep(
            number=f"{number}.",
            look=SEVERITY_LOOKS[finding.severity],
            word=wording.say(SEVERITY_LOOKS[finding.severity].word),
            action=wording.say(action),
            message=wording.say(finding.message),
        )
        for number, (action, finding) in enumerate(told.items(), 1)
    )


def changes_state(now: Situation, wording: Wording) -> ChangesState | None:
    """What differs from the recording before, of the same microphone."""
    take, before = now.take, now.before
    if take is None or take.recording is None or before is None:
        return None
    rows = (
        *_answers_changed(before, take, wording),
        *(_change(one, wording) for one in changes(before.outcome, take.outcome)),
    )
    return ChangesState(rows=rows, sentence="" if rows else wording.say(texts.NO_CHANGE))


def _answers_changed(before: Take, take: Take, wording: Wording) -> Iterator[NumberRow]:
    """The scores that have another answer now: plain words go before the numbers."""
    old = {score.id: _answer(score, wording) for score in before.scores}
    for score in take.scores:
        answer = _answer(score, wording)
        if answer != old.get(score.id, answer):
            yield NumberRow(
                label=wording.say(TITLES[score.id]),
                value=answer,
                note=wording.say(texts.BEFORE, before=old[score.id]),
            )


def _answer(score: Score, wording: Wording) -> str:
    if score.is_as_telephone:
        return wording.say(texts.AS_TELEPHONE)
    return wording.say(_WORDS.get(score.verdict, VERDICT_LOOKS[score.verdict].word))


def _change(change: Change, wording: Wording) -> NumberRow:
    before, after = (format_value(each, change.unit) for each in (change.before, change.after))
    return NumberRow(
        label=measurement_label(change.measurement, wording),
        value=after,
        note=wording.say(texts.BEFORE, before=before),
    )
