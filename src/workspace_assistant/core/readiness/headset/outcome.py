"""From facts, tone and answer to measurements, findings and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.headset.fact_rules import fact_findings
from workspace_assistant.core.readiness.headset.measurements import (
    CONNECTION,
    LEAK,
    PLAYBACK_CONFIRMED,
    UNITS,
)
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.texts import (
    FINDINGS,
    LOUDER_THAN_PLAYED,
    NOT_MEASURED,
)
from workspace_assistant.core.readiness.microphone.model import Connection
from workspace_assistant.core.readiness.model import (
    Finding,
    Measurement,
    NotMeasured,
    Outcome,
    Severity,
    Value,
)
from workspace_assistant.core.readiness.profile.model import HeadsetRequirement
from workspace_assistant.core.readiness.units import format_apart

# Nothing asked for is missing then: a tone that is not found was played and listened for.
_WELL_WITHOUT_LEAK = frozenset({"not-asked", "no-leak-found", "virtual-output"})


@dataclass(frozen=True, slots=True)
class LeakFound:
    """What became of the tone: its level in the recording, or the reason why there is none."""

    reason: str
    detail: str = ""
    level_db: float | None = None
    played_quieter_db: float = 0.0

    @property
    def is_missing(self) -> bool:
        """Whether the tone was asked for, and could not be played or listened for."""
        return self.level_db is None and self.reason not in _WELL_WITHOUT_LEAK


def headset_outcome(
    facts: HeadsetFacts,
    leak: LeakFound,
    need: HeadsetRequirement,
    *,
    heard: bool | None,
    is_word_played: bool = False,
) -> Outcome:
    """The outcome of one look at the headset.

    *heard* is whether the user recognized a word, None without an answer; whether there was a word
    to answer is *is_word_played*.
    """
    silence = _why_no_answer(leak, is_word_played=is_word_played)
    return Outcome(
        measurements=tuple(_measurements(facts, leak, heard=heard)),
        findings=(
            *fact_findings(facts, need),
            *_leak_findings(leak, need),
            *_answer_findings(heard=heard),
        ),
        not_measured=tuple(_gaps(facts, leak, "" if heard is not None else silence)),
        essential=frozenset({LEAK}) if leak.is_missing else frozenset(),
    )


def _measurements(
    facts: HeadsetFacts, leak: LeakFound, *, heard: bool | None
) -> Iterator[Measurement]:
    conditions = _conditions(facts)
    if (connection := _connection(facts)) is not None:
        yield _measured(CONNECTION, connection.value, conditions)
    if leak.level_db is not None:
        relative: dict[str, Value] = {"relative": True}
        if leak.played_quieter_db > 0:
            relative["played_quieter_db"] = round(leak.played_quieter_db, 2)
        yield _measured(LEAK, round(leak.level_db, 1), {**conditions, **relative})
    if heard is not None:
        yield _measured(PLAYBACK_CONFIRMED, heard, conditions)


def _measured(key: str, value: Value, conditions: Mapping[str, Value]) -> Measurement:
    return Measurement(id=key, value=value, unit=UNITS[key], conditions=conditions)


def _conditions(facts: HeadsetFacts) -> dict[str, Value]:
    """Names and volumes of the two ends, as far as the system tells them."""
    microphone, playback = facts.microphone, facts.playback
    told: dict[str, Value | None] = {
        "device": microphone.name if microphone else None,
        "playback": playback.name if playback else None,
        "playback_connection": playback.connection.value if playback else None,
        "input_volume_db": _rounded(microphone.volume_db if microphone else None),
        "output_volume_db": _rounded(playback.volume_db if playback else None),
        "profile": playback.profile or None if playback else None,
        "same_device": facts.same_device,
    }
    return {key: value for key, value in told.items() if value is not None}


def _rounded(volume_db: float | None) -> float | None:
    """Nothing for a volume of minus infinity, which no JSON can hold."""
    if volume_db is None or abs(volume_db) == float("inf"):
        return None
    return round(volume_db, 2)


def _connection(facts: HeadsetFacts) -> Connection | None:
    if facts.microphone is None or facts.microphone.connection is Connection.UNKNOWN:
        return None
    return facts.microphone.connection


def _leak_findings(leak: LeakFound, need: HeadsetRequirement) -> tuple[Finding, ...]:
    if leak.level_db is None:
        return ()
    value = round(leak.level_db, 1)
    shown, goal = format_apart(value, need.leak_db.ready, UNITS[LEAK])
    parameters = {"value": shown, "limit": goal}
    judgement = need.leak_db.judge(value)
    is_louder = value - leak.played_quieter_db > 0
    texts = LOUDER_THAN_PLAYED if is_louder else FINDINGS
    return broken(texts, "earpiece-leaks", judgement, LEAK, value=value, parameters=parameters)


def _answer_findings(*, heard: bool | None) -> tuple[Finding, ...]:
    if heard is not False:
        return ()
    severity = Severity.NOT_READY
    return (finding(FINDINGS, "sound-not-heard", severity, PLAYBACK_CONFIRMED, value=False),)


def _why_no_answer(leak: LeakFound, *, is_word_played: bool) -> str:
    if is_word_played:
        return "not-answered"
    return "not-asked" if leak.reason == "not-asked" else "no-word-played"


def _gaps(facts: HeadsetFacts, leak: LeakFound, silence: str) -> Iterator[NotMeasured]:
    if _connection(facts) is None:
        yield _gap(CONNECTION, "system-does-not-tell")
    if leak.level_db is None:
        yield _gap(LEAK, leak.reason, leak.detail)
    if silence:
        yield _gap(PLAYBACK_CONFIRMED, silence)


def _gap(key: str, reason: str, detail: str = "") -> NotMeasured:
    return NotMeasured(id=key, reason=reason, detail=detail or NOT_MEASURED[reason])
