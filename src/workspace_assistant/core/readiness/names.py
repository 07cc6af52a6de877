"""Names of checks, verdicts and measurements, one for every place that speaks of them."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

CHECK_TITLES = {
    "computer": QT_TRANSLATE_NOOP("readiness", "Computer"),
    "microphone": QT_TRANSLATE_NOOP("readiness", "Microphone"),
    "headset": QT_TRANSLATE_NOOP("readiness", "Headset"),
    "bandwidth": QT_TRANSLATE_NOOP("readiness", "Line"),
    "voice-path": QT_TRANSLATE_NOOP("readiness", "Voice path"),
    "connection": QT_TRANSLATE_NOOP("readiness", "Connection"),
    "endpoints": QT_TRANSLATE_NOOP("readiness", "Employer's systems"),
}

VERDICT_WORDS = {
    Verdict.READY: QT_TRANSLATE_NOOP("readiness", "Ready"),
    Verdict.CAUTION: QT_TRANSLATE_NOOP("readiness", "Caution"),
    Verdict.NOT_READY: QT_TRANSLATE_NOOP("readiness", "Not ready"),
    Verdict.NOT_TESTED: QT_TRANSLATE_NOOP("readiness", "Not tested"),
}

SEVERITY_WORDS = {
    Severity.INFO: QT_TRANSLATE_NOOP("readiness", "Note"),
    Severity.CAUTION: QT_TRANSLATE_NOOP("readiness", "Caution"),
    Severity.NOT_READY: QT_TRANSLATE_NOOP("readiness", "Not ready"),
}

MEASUREMENT_LABELS = {
    "computer.cpu_utilization": QT_TRANSLATE_NOOP("readiness", "Processor in use"),
    "computer.memory_used": QT_TRANSLATE_NOOP("readiness", "Memory in use"),
    "computer.swap_used": QT_TRANSLATE_NOOP("readiness", "Swap in use"),
    "computer.disk_free": QT_TRANSLATE_NOOP("readiness", "Free disk space"),
    "computer.on_battery": QT_TRANSLATE_NOOP("readiness", "Runs on battery"),
    "computer.battery": QT_TRANSLATE_NOOP("readiness", "Battery charge"),
    "computer.temperature": QT_TRANSLATE_NOOP("readiness", "Processor temperature"),
    "computer.cpu_pressure": QT_TRANSLATE_NOOP("readiness", "Programs kept waiting"),
    "computer.memory_pressure": QT_TRANSLATE_NOOP("readiness", "Stalled for memory"),
    "computer.thermal_throttling": QT_TRANSLATE_NOOP("readiness", "Slowed down by heat"),
    "computer.restart_pending": QT_TRANSLATE_NOOP("readiness", "Update waits for a restart"),
    "microphone.active_speech_level": QT_TRANSLATE_NOOP("readiness", "Speech level"),
    "microphone.peak": QT_TRANSLATE_NOOP("readiness", "Highest peak"),
    "microphone.noise_floor": QT_TRANSLATE_NOOP("readiness", "Room noise"),
    "microphone.snr": QT_TRANSLATE_NOOP("readiness", "Voice above the room"),
    "microphone.clipping_events": QT_TRANSLATE_NOOP("readiness", "Distorted moments"),
    "microphone.dc_offset": QT_TRANSLATE_NOOP("readiness", "Constant offset"),
    "microphone.speech_activity": QT_TRANSLATE_NOOP("readiness", "Share of time with speech"),
    "microphone.hum": QT_TRANSLATE_NOOP("readiness", "Mains hum"),
    "microphone.audio_bandwidth": QT_TRANSLATE_NOOP("readiness", "Highest tone picked up"),
    "microphone.dropouts": QT_TRANSLATE_NOOP("readiness", "Dropouts"),
    "microphone.clock_error": QT_TRANSLATE_NOOP("readiness", "Clock error"),
    "microphone.full_scale_samples": QT_TRANSLATE_NOOP("readiness", "Samples at full scale"),
    "microphone.constant_samples": QT_TRANSLATE_NOOP("readiness", "Samples that never change"),
    "microphone.sample_rate": QT_TRANSLATE_NOOP("readiness", "Sample rate"),
    "bandwidth.download": QT_TRANSLATE_NOOP("readiness", "Download"),
    "bandwidth.upload": QT_TRANSLATE_NOOP("readiness", "Upload"),
    "bandwidth.idle_latency": QT_TRANSLATE_NOOP("readiness", "Delay, line idle"),
    "bandwidth.loaded_latency": QT_TRANSLATE_NOOP("readiness", "Delay under load"),
    "bandwidth.latency_increase": QT_TRANSLATE_NOOP("readiness", "Delay added by load"),
    "bandwidth.cross_check_download": QT_TRANSLATE_NOOP("readiness", "Download by speedtest-cli"),
    "bandwidth.cross_check_upload": QT_TRANSLATE_NOOP("readiness", "Upload by speedtest-cli"),
    "voice.rtt": QT_TRANSLATE_NOOP("readiness", "Round trip"),
    "voice.jitter": QT_TRANSLATE_NOOP("readiness", "Jitter"),
    "voice.loss": QT_TRANSLATE_NOOP("readiness", "Packet loss"),
    "voice.longest_loss": QT_TRANSLATE_NOOP("readiness", "Longest gap"),
    "voice.r_factor": QT_TRANSLATE_NOOP("readiness", "R-factor"),
    "voice.mos": QT_TRANSLATE_NOOP("readiness", "MOS"),
}


def label_of(measurement_id: str) -> str:
    """The measurement's name in words; the id itself for one that has none yet."""
    return MEASUREMENT_LABELS.get(measurement_id, measurement_id)
