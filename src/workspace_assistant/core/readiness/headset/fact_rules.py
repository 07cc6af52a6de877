"""Findings on what the system says of the headset, without a sound.

What the system does not tell is never held against anybody: only a plain yes or no counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.headset.measurements import CONNECTION
from workspace_assistant.core.readiness.headset.model import HeadsetFacts, PlaybackDevice
from workspace_assistant.core.readiness.headset.texts import CONNECTIONS, FINDINGS
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.model import Finding, Severity, Value
from workspace_assistant.core.readiness.profile.model import HeadsetRequirement
from workspace_assistant.core.readiness.units import format_value

_LEAST_AMPLIFIED_DB = 0.1  # above the system's 100 %; less is rounding


def fact_findings(facts: HeadsetFacts, need: HeadsetRequirement) -> Iterator[Finding]:
    """Findings on *facts*, the worst subject first."""
    if facts.microphone is not None:
        yield from _microphone_findings(facts.microphone, need)
    if facts.playback is None:
        yield _found("earpiece-missing", Severity.CAUTION)
    else:
        yield from _playback_findings(facts.playback)
    yield from _pair_findings(facts)


def _microphone_findings(device: MicrophoneDevice, need: HeadsetRequirement) -> Iterator[Finding]:
    if device.is_muted is True:
        yield _found("system-mute", Severity.NOT_READY, device=device.name)
    connection = device.connection
    is_known = connection is not Connection.UNKNOWN
    if is_known and need.connections and connection.value not in need.connections:
        yield _found(
            "connection-not-allowed",
            Severity.NOT_READY,
            value=connection.value,
            device=device.name,
            connection=CONNECTIONS[connection],
            allowed=", ".join(CONNECTIONS[Connection(one)] for one in need.connections),
        )
    if device.is_hands_free is True:
        yield _found("hands-free-mode", Severity.CAUTION, device=device.name)
    if not device.is_default:
        yield _found("other-microphone-default", Severity.INFO, device=device.name)
    elif device.is_communication_default is False:
        yield _found("other-default-for-calls", Severity.CAUTION, device=device.name)


def _playback_findings(device: PlaybackDevice) -> Iterator[Finding]:
    if device.is_muted is True:
        yield _found("earpiece-muted", Severity.CAUTION, device=device.name)
    if device.volume_db is not None and device.volume_db > _LEAST_AMPLIFIED_DB:
        above = format_value(round(device.volume_db, 1), "dB")
        yield _found("output-amplified", Severity.CAUTION, device=device.name, excess=above)
    if device.is_default and device.is_communication_default is False:
        yield _found("other-default-for-calls", Severity.CAUTION, device=device.name)


def _pair_findings(facts: HeadsetFacts) -> Iterator[Finding]:
    if facts.same_device is False and facts.microphone and facts.playback:
        yield _found(
            "two-devices",
            Severity.INFO,
            microphone=facts.microphone.name,
            playback=facts.playback.name,
        )
    if facts.others_recording:
        yield _found("microphone-shared", Severity.INFO, programs=", ".join(facts.others_recording))


def _found(
    code: str, severity: Severity, *, value: Value | None = None, **parameters: str
) -> Finding:
    return finding(FINDINGS, code, severity, CONNECTION, value=value, parameters=parameters)
