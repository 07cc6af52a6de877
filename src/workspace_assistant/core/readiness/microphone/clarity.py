"""Findings on how clear the voice is: the band that the microphone hears, and the room's echo.

A narrow band is a note unless the workplace profile asks for a wider one: calls by telephone number
carry no more. It is laid to a Bluetooth headset in hands-free mode where the system says so, where
the microphone is connected by Bluetooth, or where its name or its own sample rate tells; a
telephone's band is a caution then, as the headset could do better, and one cause is one finding.

Blind spots: a speaker without s and sh sounds, or a noise suppressor, can look like a narrow band;
the codec of the call itself comes after this program and is never seen here. The echo is estimated
from the ends of words, so its uncertainty is taken off before it is judged. Where no word ends in
quiet, although the room is quiet, that is told without a number. A noise gate leaves no ends to
judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import Judgement
from workspace_assistant.core.readiness.microphone.figures import is_gated
from workspace_assistant.core.readiness.microphone.measurements import (
    AUDIO_BANDWIDTH,
    REVERBERATION,
    UNITS,
)
from workspace_assistant.core.readiness.microphone.model import Connection, MicrophoneDevice
from workspace_assistant.core.readiness.microphone.texts import FINDINGS
from workspace_assistant.core.readiness.microphone.variant_texts import (
    FILLED_GAPS,
    HANDS_FREE,
    NARROWER_THAN_ASKED,
    WIDE_HANDS_FREE,
)
from workspace_assistant.core.readiness.model import Finding, Severity
from workspace_assistant.core.readiness.profile.model import MicrophoneRequirement
from workspace_assistant.core.readiness.units import format_apart, format_value
from workspace_assistant.core.signal.limits import LEAST_ABOVE_QUIET_DB, MOST_DIP_DB

if TYPE_CHECKING:  # its module loads NumPy
    from workspace_assistant.core.signal.recording import RecordingAnalysis

_HANDS_FREE_NAME = re.compile(
    r"hands[ -]?free|\b(hfp|hsp|headset[ _-]head[ _-]unit|ag audio)\b", re.IGNORECASE
)
_HANDS_FREE_RATES_HZ = (8_000, 16_000)


def clarity_findings(
    analysis: RecordingAnalysis,
    values: Mapping[str, float],
    need: MicrophoneRequirement,
    device: MicrophoneDevice | None,
    *,
    has_voice: bool,
) -> Iterator[Finding]:
    """Findings on the published *values*; *device* is None for a file."""
    yield from _band_findings(analysis, values, need, device)
    yield from _echo_findings(analysis, values, need)
    if has_voice and not is_gated(analysis) and _is_filled(analysis):
        yield finding(FILLED_GAPS, "room-echo", Severity.CAUTION, REVERBERATION)


def is_hands_free_likely(device: MicrophoneDevice | None) -> bool:
    """Whether what the system says of *device* points to a Bluetooth headset's hands-free mode."""
    if device is None or device.is_hands_free is False:
        return False
    is_low_rate = device.sample_rate_hz in _HANDS_FREE_RATES_HZ
    is_bluetooth = device.connection is Connection.BLUETOOTH
    is_named = bool(_HANDS_FREE_NAME.search(device.name))
    return device.is_hands_free is True or is_bluetooth or (is_named and is_low_rate)


def _band_findings(
    analysis: RecordingAnalysis,
    values: Mapping[str, float],
    need: MicrophoneRequirement,
    device: MicrophoneDevice | None,
) -> Iterator[Finding]:
    band = analysis.audio_bandwidth
    if band is None or AUDIO_BANDWIDTH not in values:
        return
    upper_hz = values[AUDIO_BANDWIDTH]
    judgement = need.audio_bandwidth_hz.judge(upper_hz)
    is_narrow = band.kind == "narrowband"
    if band.kind != "full-band" and is_hands_free_likely(device):
        yield _hands_free(upper_hz, device, judgement, is_narrow=is_narrow)
    elif judgement.severity is not None:
        yield from _narrower_than_asked(upper_hz, judgement, need)
    elif is_narrow:
        parameters = {"value": format_value(upper_hz, UNITS[AUDIO_BANDWIDTH])}
        yield finding(
            FINDINGS,
            "narrowband-voice",
            Severity.INFO,
            AUDIO_BANDWIDTH,
            value=upper_hz,
            parameters=parameters,
        )


def _hands_free(
    upper_hz: float, device: MicrophoneDevice | None, judgement: Judgement, *, is_narrow: bool
) -> Finding:
    """The one cause of a narrow band; it weighs what a band narrower than asked for weighs."""
    is_sure = device is not None and device.is_hands_free is True
    texts = (HANDS_FREE if is_sure else FINDINGS) if is_narrow else WIDE_HANDS_FREE[is_sure]
    own = Severity.CAUTION if is_narrow else Severity.INFO
    is_worse = judgement.severity is Severity.NOT_READY or own is Severity.INFO
    return finding(
        texts,
        "hands-free-suspected",
        judgement.severity if judgement.severity is not None and is_worse else own,
        AUDIO_BANDWIDTH,
        value=upper_hz,
        limit=judgement.limit,
        parameters={"value": format_value(upper_hz, UNITS[AUDIO_BANDWIDTH])},
    )


def _narrower_than_asked(
    upper_hz: float, judgement: Judgement, need: MicrophoneRequirement
) -> tuple[Finding, ...]:
    unit = UNITS[AUDIO_BANDWIDTH]
    shown, goal = format_apart(upper_hz, need.audio_bandwidth_hz.ready, unit)
    return broken(
        NARROWER_THAN_ASKED,
        "narrowband-voice",
        judgement,
        AUDIO_BANDWIDTH,
        value=upper_hz,
        parameters={"value": shown, "limit": goal},
    )


def _is_filled(analysis: RecordingAnalysis) -> bool:
    """Whether an echo too long to have an end, or another voice, fills the gaps between words."""
    dip = analysis.dip
    if dip is None or analysis.echo is not None:
        return False
    return dip.above_quiet_db >= LEAST_ABOVE_QUIET_DB and dip.dip_db <= MOST_DIP_DB


def _echo_findings(
    analysis: RecordingAnalysis, values: Mapping[str, float], need: MicrophoneRequirement
) -> tuple[Finding, ...]:
    if analysis.echo is None or REVERBERATION not in values:
        return ()
    judgement = need.reverberation_s.judge(analysis.echo.decay_s - analysis.echo.uncertainty_s)
    decay_s = values[REVERBERATION]
    shown, goal = format_apart(decay_s, need.reverberation_s.ready, UNITS[REVERBERATION])
    parameters = {"value": shown, "limit": goal}
    return broken(
        FINDINGS, "room-echo", judgement, REVERBERATION, value=decay_s, parameters=parameters
    )
