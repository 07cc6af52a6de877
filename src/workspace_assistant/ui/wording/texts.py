"""Names of checks, verdicts and measurements, shared by every page that speaks of them."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

CHECK_TITLES = {
    "computer": QT_TRANSLATE_NOOP("window", "Computer"),
    "microphone": QT_TRANSLATE_NOOP("window", "Microphone"),
    "headset": QT_TRANSLATE_NOOP("window", "Headset"),
    "bandwidth": QT_TRANSLATE_NOOP("window", "Line"),
    "voice-path": QT_TRANSLATE_NOOP("window", "Voice path"),
    "connection": QT_TRANSLATE_NOOP("window", "Connection"),
    "endpoints": QT_TRANSLATE_NOOP("window", "Employer's systems"),
}

VERDICT_WORDS = {
    Verdict.READY: QT_TRANSLATE_NOOP("window", "Ready"),
    Verdict.CAUTION: QT_TRANSLATE_NOOP("window", "Caution"),
    Verdict.NOT_READY: QT_TRANSLATE_NOOP("window", "Not ready"),
    Verdict.NOT_TESTED: QT_TRANSLATE_NOOP("window", "Not tested"),
}

MEASUREMENT_LABELS = {
    "computer.cpu_utilization": QT_TRANSLATE_NOOP("window", "Processor in use"),
    "computer.memory_used": QT_TRANSLATE_NOOP("window", "Memory in use"),
    "computer.swap_used": QT_TRANSLATE_NOOP("window", "Swap in use"),
    "computer.disk_free": QT_TRANSLATE_NOOP("window", "Free disk space"),
    "computer.on_battery": QT_TRANSLATE_NOOP("window", "Runs on battery"),
    "computer.battery": QT_TRANSLATE_NOOP("window", "Battery charge"),
    "computer.temperature": QT_TRANSLATE_NOOP("window", "Temperature"),
    "microphone.active_speech_level": QT_TRANSLATE_NOOP("window", "Speech level"),
    "microphone.peak": QT_TRANSLATE_NOOP("window", "Highest peak"),
    "microphone.noise_floor": QT_TRANSLATE_NOOP("window", "Room noise"),
    "microphone.snr": QT_TRANSLATE_NOOP("window", "Voice above the room"),
    "microphone.clipping_events": QT_TRANSLATE_NOOP("window", "Distorted moments"),
    "microphone.dc_offset": QT_TRANSLATE_NOOP("window", "Constant offset"),
    "microphone.speech_activity": QT_TRANSLATE_NOOP("window", "Share of time with speech"),
    "microphone.hum": QT_TRANSLATE_NOOP("window", "Mains hum"),
    "microphone.audio_bandwidth": QT_TRANSLATE_NOOP("window", "Highest tone picked up"),
    "microphone.dropouts": QT_TRANSLATE_NOOP("window", "Dropouts"),
    "microphone.clock_error": QT_TRANSLATE_NOOP("window", "Clock error"),
    "microphone.sample_rate": QT_TRANSLATE_NOOP("window", "Sample rate"),
    "bandwidth.download": QT_TRANSLATE_NOOP("window", "Download"),
    "bandwidth.upload": QT_TRANSLATE_NOOP("window", "Upload"),
    "bandwidth.idle_latency": QT_TRANSLATE_NOOP("window", "Delay, line idle"),
    "bandwidth.loaded_latency": QT_TRANSLATE_NOOP("window", "Delay under load"),
    "voice.rtt": QT_TRANSLATE_NOOP("window", "Round trip"),
    "voice.jitter": QT_TRANSLATE_NOOP("window", "Jitter"),
    "voice.loss": QT_TRANSLATE_NOOP("window", "Packet loss"),
    "voice.longest_loss": QT_TRANSLATE_NOOP("window", "Longest gap"),
    "voice.r_factor": QT_TRANSLATE_NOOP("window", "R-factor"),
    "voice.mos": QT_TRANSLATE_NOOP("window", "MOS"),
}

LIST = QT_TRANSLATE_NOOP("window", "{head} and {last}")
SEVERITY_WORDS = {
    Severity.INFO: QT_TRANSLATE_NOOP("window", "Note"),
    Severity.CAUTION: QT_TRANSLATE_NOOP("window", "Caution"),
    Severity.NOT_READY: QT_TRANSLATE_NOOP("window", "Not ready"),
}
RUNNING_WORD = QT_TRANSLATE_NOOP("window", "Running")
WAITING_WORD = QT_TRANSLATE_NOOP("window", "Waiting")
EARLIER_WORD = QT_TRANSLATE_NOOP("window", "From earlier")
FAILED_WORD = QT_TRANSLATE_NOOP("window", "Failed")
INVITATION_WORD = QT_TRANSLATE_NOOP("window", "Not checked yet")
