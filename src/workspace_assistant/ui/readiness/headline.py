"""The big number of a finished check, its unit, and what is told beneath."""

from __future__ import annotations

from workspace_assistant.core.joining import joined
from workspace_assistant.core.readiness.limits import Band
from workspace_assistant.core.readiness.model import CheckResult, Verdict
from workspace_assistant.core.readiness.names import VERDICT_WORDS
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.connection_words import connection_headline
from workspace_assistant.ui.readiness.endpoint_words import endpoints_headline
from workspace_assistant.ui.readiness.headset_words import headset_headline
from workspace_assistant.ui.readiness.measured import (
    Headline,
    Measured,
    by_id,
    lines,
    number_of,
    text_of,
)
from workspace_assistant.ui.readiness.voice_words import voice_headline
from workspace_assistant.ui.wording.names import measurement_label
from workspace_assistant.ui.wording.quantities import megabits, quantity, whole_decibels
from workspace_assistant.ui.wording.wording import Wording


def headline(check: CheckResult, profile: WorkplaceProfile | None, wording: Wording) -> Headline:
    """What the card of *check* says. *profile* gives the limits, None when they are not known."""
    made = _by_kind(check, profile, wording)
    if made is not None and check.verdict is not Verdict.NOT_TESTED:
        return made
    if check.verdict is Verdict.NOT_TESTED:
        return Headline(wording.say(VERDICT_WORDS[Verdict.NOT_TESTED]), "", _why(check, wording))
    return _generic(check, wording)


def _by_kind(
    check: CheckResult, profile: WorkplaceProfile | None, wording: Wording
) -> Headline | None:
    measured = by_id(check.measurements)
    match check.id:
        case "computer":
            return _computer(measured, wording)
        case "microphone":
            return _microphone(measured, profile, wording)
        case "headset":
            return headset_headline(check, wording)
        case "bandwidth":
            return _bandwidth(measured, profile, wording)
        case "connection":
            return connection_headline(check, wording)
        case "voice-path":
            return voice_headline(check, wording)
        case "endpoints":
            return endpoints_headline(check, wording)
        case _:
            return None


def _computer(measured: Measured, wording: Wording) -> Headline | None:
    cpu = number_of(measured, "computer.cpu_utilization")
    if cpu is None:
        return None
    memory = text_of(measured, "computer.memory_used")
    unit = (
        wording.say(texts.CPU_MEMORY_UNIT, memory=memory) if memory else wording.say(texts.CPU_UNIT)
    )
    busiest = str(measured["computer.cpu_utilization"].conditions.get("busiest", ""))
    details = (
        wording.say(texts.BUSIEST, programs=busiest) if busiest else "",
        _power(measured, wording),
    )
    return Headline(format_value(round(cpu, 2), "fraction"), unit, lines(*details))


def _power(measured: Measured, wording: Wording) -> str:
    power = measured.get("computer.on_battery")
    if power is None:
        return ""
    return wording.say(texts.ON_BATTERY if power.value else texts.PLUGGED_IN)


def _microphone(
    measured: Measured, profile: WorkplaceProfile | None, wording: Wording
) -> Headline | None:
    level = number_of(measured, "microphone.active_speech_level")
    if level is None:
        return _silent(measured, wording)
    band = profile.microphone.active_speech_level_dbov if profile else None
    device = str(measured["microphone.active_speech_level"].conditions.get("device", ""))
    difference = text_of(measured, "microphone.snr")
    tone = text_of(measured, "microphone.audio_bandwidth")
    details = (
        device,
        wording.say(texts.ABOVE_ROOM, difference=difference) if difference else "",
        wording.say(texts.HEARS_UP_TO, tone=tone) if tone else "",
    )
    return Headline(
        whole_decibels(level),
        wording.say(_level_word(level, band)),
        lines(*details),
    )


def _silent(measured: Measured, wording: Wording) -> Headline | None:
    """Samples that never change are the one number of a muted microphone; people call it silent."""
    constant = measured.get("microphone.constant_samples")
    if constant is None:
        return None
    device = str(constant.conditions.get("device", ""))
    details = (device, wording.say(texts.SILENT_DETAIL))
    return Headline(wording.say(texts.SILENT), "", lines(*details))


def _level_word(level_dbov: float, band: Band | None) -> str:
    if band is None:
        return texts.LEVEL_PLAIN
    if level_dbov < band.ready[0]:
        return texts.LEVEL_QUIET
    return texts.LEVEL_LOUD if level_dbov > band.ready[1] else texts.LEVEL_GOOD


def _bandwidth(
    measured: Measured, profile: WorkplaceProfile | None, wording: Wording
) -> Headline | None:
    download = number_of(measured, "bandwidth.download")
    upload = number_of(measured, "bandwidth.upload")
    if download is None and upload is None:
        return None
    detail = lines(_needs(profile, wording), _delay(measured, wording))
    if download is None or upload is None:
        one = download if upload is None else upload
        unit = texts.RATE_DOWN if upload is None else texts.RATE_UP
        return Headline(megabits(one or 0.0), wording.say(unit), detail)
    both = f"{megabits(download)} / {megabits(upload)}"
    return Headline(both, wording.say(texts.RATES_BOTH), detail)


def _needs(profile: WorkplaceProfile | None, wording: Wording) -> str:
    if profile is None:
        return ""
    return wording.say(
        texts.RATES_NEEDED,
        download=f"{profile.bandwidth.download_mbps.ready:g}",
        upload=f"{profile.bandwidth.upload_mbps.ready:g}",
    )


def _delay(measured: Measured, wording: Wording) -> str:
    idle = text_of(measured, "bandwidth.idle_latency")
    loaded = text_of(measured, "bandwidth.loaded_latency")
    if idle and loaded:
        return wording.say(texts.DELAY_BOTH, idle=idle, loaded=loaded)
    return wording.say(texts.DELAY_IDLE, idle=idle) if idle else ""


def _generic(check: CheckResult, wording: Wording) -> Headline:
    """A check this version has no words for: its first number leads, the next ones follow."""
    if check.not_measured and not check.measurements:
        return Headline(wording.say(texts.NOTHING_MEASURED), "", _why(check, wording))
    if not check.measurements:
        return Headline(wording.say(texts.TESTED_WITHOUT_NUMBER))
    first, *others = check.measurements
    shown = quantity(first.value, first.unit)
    label = measurement_label(first.id, wording)
    rest = (
        f"{measurement_label(m.id, wording)} {format_value(m.value, m.unit)}" for m in others[:3]
    )
    return Headline(shown.number, f"{shown.unit} {label}".strip(), joined(rest, wording.say))


def _why(check: CheckResult, wording: Wording) -> str:
    if check.not_measured:
        return wording.say(check.not_measured[0].detail)
    return wording.say(texts.NO_REASON)
