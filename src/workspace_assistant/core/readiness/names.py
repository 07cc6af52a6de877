"""Names of checks, verdicts and measurements, one for every place that speaks of them."""

from __future__ import annotations

import re

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.model import Measurement, Severity, Verdict
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.text import QT_TRANSLATE_NOOP, Say

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
    "microphone.reverberation": QT_TRANSLATE_NOOP("readiness", "Echo of the room"),
    "microphone.background_rating": QT_TRANSLATE_NOOP("readiness", "Background, an estimate"),
    "microphone.overall_rating": QT_TRANSLATE_NOOP("readiness", "Overall sound, an estimate"),
    "microphone.clock_error": QT_TRANSLATE_NOOP("readiness", "Clock error"),
    "microphone.full_scale_samples": QT_TRANSLATE_NOOP("readiness", "Samples at full scale"),
    "microphone.constant_samples": QT_TRANSLATE_NOOP("readiness", "Samples that never change"),
    "microphone.sample_rate": QT_TRANSLATE_NOOP("readiness", "Sample rate"),
    "headset.connection": QT_TRANSLATE_NOOP("readiness", "Headset connected by"),
    "headset.leak": QT_TRANSLATE_NOOP("readiness", "Earpiece heard by microphone"),
    "headset.playback_confirmed": QT_TRANSLATE_NOOP("readiness", "You heard the sound"),
    "bandwidth.download": QT_TRANSLATE_NOOP("readiness", "Download"),
    "bandwidth.upload": QT_TRANSLATE_NOOP("readiness", "Upload"),
    "bandwidth.idle_latency": QT_TRANSLATE_NOOP("readiness", "Delay, line idle"),
    "bandwidth.loaded_latency": QT_TRANSLATE_NOOP("readiness", "Delay under load"),
    "bandwidth.latency_increase": QT_TRANSLATE_NOOP("readiness", "Delay added by load"),
    "bandwidth.cross_check_download": QT_TRANSLATE_NOOP("readiness", "Download by speedtest-cli"),
    "bandwidth.cross_check_upload": QT_TRANSLATE_NOOP("readiness", "Upload by speedtest-cli"),
    "voice.rtt": QT_TRANSLATE_NOOP("readiness", "Round trip"),
    "voice.jitter": QT_TRANSLATE_NOOP("readiness", "Round-trip jitter"),
    "voice.ipdv": QT_TRANSLATE_NOOP("readiness", "Delay change per packet"),
    "voice.loss": QT_TRANSLATE_NOOP("readiness", "Packet loss"),
    "voice.longest_loss": QT_TRANSLATE_NOOP("readiness", "Longest gap"),
    "voice.burst_ratio": QT_TRANSLATE_NOOP("readiness", "Burst ratio of losses"),
    "voice.reordered": QT_TRANSLATE_NOOP("readiness", "Packets out of order"),
    "voice.duplicates": QT_TRANSLATE_NOOP("readiness", "Packets that came twice"),
    "voice.r_factor": QT_TRANSLATE_NOOP("readiness", "R-factor"),
    "voice.mos_download": QT_TRANSLATE_NOOP("readiness", "MOS under download"),
    "voice.mos_upload": QT_TRANSLATE_NOOP("readiness", "MOS under upload"),
    "voice.mos": QT_TRANSLATE_NOOP("readiness", "MOS"),
    "voice.r_factor_fixed_buffer": QT_TRANSLATE_NOOP("readiness", "R-factor, fixed buffer"),
    "voice.r_factor_g711": QT_TRANSLATE_NOOP("readiness", "R-factor, G.711 without concealment"),
    "voice.r_factor_g729a": QT_TRANSLATE_NOOP("readiness", "R-factor, G.729A"),
    "voice.r_factor_opus": QT_TRANSLATE_NOOP("readiness", "R-factor, Opus (estimate)"),
    "voice.working_latency": QT_TRANSLATE_NOOP("readiness", "Round trip under load"),
    "voice.r_factor_download": QT_TRANSLATE_NOOP("readiness", "R-factor under download"),
    "voice.r_factor_upload": QT_TRANSLATE_NOOP("readiness", "R-factor under upload"),
    "voice.bufferbloat_grade": QT_TRANSLATE_NOOP("readiness", "Bufferbloat grade"),
    "voice.own_lateness": QT_TRANSLATE_NOOP("readiness", "Own lateness"),
    "voice.dscp": QT_TRANSLATE_NOOP("readiness", "Marked as voice"),
    "path.gateway_rtt": QT_TRANSLATE_NOOP("readiness", "Round trip to your router"),
    "path.gateway_loss": QT_TRANSLATE_NOOP("readiness", "Loss up to your router"),
    "path.provider_rtt": QT_TRANSLATE_NOOP("readiness", "Round trip to your provider"),
    "path.provider_loss": QT_TRANSLATE_NOOP("readiness", "Loss up to your provider"),
    "path.edge_rtt": QT_TRANSLATE_NOOP("readiness", "Round trip to the last router"),
    "path.edge_loss": QT_TRANSLATE_NOOP("readiness", "Loss up to the last router"),
    "path.mtu": QT_TRANSLATE_NOOP("readiness", "Largest packet"),
    "path.nat": QT_TRANSLATE_NOOP("readiness", "Port mapping of the router"),
    "path.keeps_binding": QT_TRANSLATE_NOOP("readiness", "Keeps a silent connection"),
    "path.interface": QT_TRANSLATE_NOOP("readiness", "Network interface of calls"),
    "path.vpn": QT_TRANSLATE_NOOP("readiness", "Calls go through a VPN"),
    "path.weak_link": QT_TRANSLATE_NOOP("readiness", "Weak link"),
    "connection.interface": QT_TRANSLATE_NOOP("readiness", "Connected by"),
    "connection.gateway_rtt": QT_TRANSLATE_NOOP("readiness", "Round trip to your router"),
    "connection.gateway_loss": QT_TRANSLATE_NOOP("readiness", "Loss up to your router"),
    "connection.dns": QT_TRANSLATE_NOOP("readiness", "Name look-up"),
    "connection.vpn": QT_TRANSLATE_NOOP("readiness", "Work goes through a VPN"),
    "connection.signal": QT_TRANSLATE_NOOP("readiness", "Wi-Fi signal"),
    "connection.link_rate": QT_TRANSLATE_NOOP("readiness", "Rate of the link"),
    "connection.metered": QT_TRANSLATE_NOOP("readiness", "Metered connection"),
    "connection.ipv4": QT_TRANSLATE_NOOP("readiness", "IPv4 works"),
    "connection.ipv6": QT_TRANSLATE_NOOP("readiness", "IPv6 works"),
    "connection.captive_portal": QT_TRANSLATE_NOOP("readiness", "Sign-in page in the way"),
    "connection.clock_offset": QT_TRANSLATE_NOOP("readiness", "Clock ahead of the server"),
    "connection.proxy": QT_TRANSLATE_NOOP("readiness", "Web proxy"),
    "connection.other_traffic": QT_TRANSLATE_NOOP("readiness", "Traffic of other programs"),
    "endpoint.ipv6": QT_TRANSLATE_NOOP("readiness", "Employer's systems, IPv6"),
}


# The last part of an ``endpoint.<name>.<step>`` id; the name is the profile's own.
STEP_LABELS = {
    "dns": QT_TRANSLATE_NOOP("readiness", "Name look-up"),
    "tcp": QT_TRANSLATE_NOOP("readiness", "Connection"),
    "tls": QT_TRANSLATE_NOOP("readiness", "Secure connection"),
    "http": QT_TRANSLATE_NOOP("readiness", "Web answer"),
    "websocket": QT_TRANSLATE_NOOP("readiness", "WebSocket"),
    "pong": QT_TRANSLATE_NOOP("readiness", "WebSocket echo"),
    "sip": QT_TRANSLATE_NOOP("readiness", "Telephony answer"),
    "stun": QT_TRANSLATE_NOOP("readiness", "STUN answer"),
    "turn": QT_TRANSLATE_NOOP("readiness", "Relay"),
    "udp": QT_TRANSLATE_NOOP("readiness", "UDP answer"),
    "certificate_days": QT_TRANSLATE_NOOP("readiness", "Certificate valid for"),
}
STEP_OF = QT_TRANSLATE_NOOP("readiness", "{name}: {step}")
STEP_OF_FAMILY = QT_TRANSLATE_NOOP("readiness", "{name}: {step}, {family}")
_FAMILY_NAMES = {"ipv4": "IPv4", "ipv6": "IPv6"}


# A further server of the profile that did not serve; the number is its place there.
VOICE_SERVER = QT_TRANSLATE_NOOP("readiness", "Voice server {number}")
_VOICE_SERVER = re.compile(r"voice\.server_(?P<number>[0-9]+)")

# What stands for a value that is a word of its own, such as the part of the way that is weak.
VALUE_WORDS = {
    "path.weak_link": {
        "none": QT_TRANSLATE_NOOP("readiness", "none"),
        "home": QT_TRANSLATE_NOOP("readiness", "between you and your router"),
        "provider": QT_TRANSLATE_NOOP(
            "readiness", "the line between your router and your provider"
        ),
        "internet": QT_TRANSLATE_NOOP("readiness", "the internet, beyond your provider"),
        "employer": QT_TRANSLATE_NOOP("readiness", "the employer's server"),
        "vpn": QT_TRANSLATE_NOOP("readiness", "the VPN"),
        "unknown": QT_TRANSLATE_NOOP("readiness", "cannot be told"),
    },
    "path.nat": {
        "none": QT_TRANSLATE_NOOP("readiness", "none"),
        "endpoint-independent": QT_TRANSLATE_NOOP("readiness", "the same for all servers"),
        "address-dependent": QT_TRANSLATE_NOOP("readiness", "another for every server"),
    },
}


def label_of(measurement_id: str, say: Say = Phrase) -> str:
    """The measurement's name in words; the id itself for one that has none yet."""
    known = MEASUREMENT_LABELS.get(measurement_id)
    numbered = _VOICE_SERVER.fullmatch(measurement_id)
    if numbered:
        return say(VOICE_SERVER, number=numbered["number"])
    return (known and say(known)) or _endpoint_label(measurement_id, say) or measurement_id


def value_words(measurement: Measurement, say: Say = Phrase) -> str:
    """The value as a person reads it; texts that stand for something are spelled out."""
    words = VALUE_WORDS.get(measurement.id, {}).get(str(measurement.value))
    return say(words) if words else format_value(measurement.value, measurement.unit, say)


def _endpoint_label(measurement_id: str, say: Say) -> str:
    """``crm: Secure connection``, ``crm: Secure connection, IPv6``; empty for any other id."""
    check, _, rest = measurement_id.partition(".")
    name, _, step = rest.partition(".")
    family, _, last = step.rpartition(".")
    if check != "endpoint" or last not in STEP_LABELS:
        return ""
    told = say(STEP_LABELS[last])
    if not family:
        return say(STEP_OF, name=name, step=told)
    return say(STEP_OF_FAMILY, name=name, step=told, family=_FAMILY_NAMES.get(family, family))
