"""The workplace profile: what this job requires. Often the employer wrote it: untrusted input."""

from __future__ import annotations

from dataclasses import dataclass, field

from workspace_assistant.core.readiness.limits import Band, Ceiling, Floor

CONNECTIONS = ("usb", "jack", "bluetooth", "hdmi", "built-in", "virtual")
PROVIDERS = ("auto", "speedtest.net", "librespeed", "cloudflare", "http")


@dataclass(frozen=True, slots=True, kw_only=True)
class BandwidthRequirement:
    """What the line must carry. `server` is a base URL, used by providers librespeed and http."""

    required: bool = True
    provider: str = "auto"
    server: str = ""
    download_mbps: Floor = Floor(ready=10, caution=2)
    upload_mbps: Floor = Floor(ready=3, caution=1)
    loaded_latency_increase_ms: Ceiling = Ceiling(ready=50, caution=150)
    budget_megabytes: float = 60
    cross_check: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePathRequirement:
    """What calls need. `stun` are URIs after RFC 7064, `turn` after RFC 7065, with one user name.

    The password of the TURN user is never part of a profile.
    """

    required: bool = False
    stun: tuple[str, ...] = ()
    turn: tuple[str, ...] = ()
    turn_username: str = ""
    rtt_ms: Ceiling = Ceiling(ready=150, caution=300)
    jitter_ms: Ceiling = Ceiling(ready=20, caution=30)
    loss_percent: Ceiling = Ceiling(ready=1, caution=2.5)
    longest_loss_packets: Ceiling = Ceiling(ready=1, caution=4)
    mos: Floor = Floor(ready=4.0, caution=3.6)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointRequirement:
    """One of the employer's systems; `url` says how it is reached.

    Web: ``https:// http:// wss:// ws://``. Telephony: ``sip:host:port;transport=udp|tcp``,
    ``sips:``, ``stun:``, ``turn:host:port?transport=udp|tcp``, ``turns:``. Plain ports:
    ``tcp://host:port``, ``udp://host:port``.
    """

    name: str
    url: str
    required: bool = True
    time_ms: Ceiling = Ceiling(ready=1000, caution=5000)
    certificate_days: Floor = Floor(ready=14, caution=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionRequirement:
    """What the network at home must be like. Servers that may be asked are named here or nowhere.

    `time_server` is the host of an NTP server, `portal_url` an http URL that answers 204.
    """

    required: bool = False
    gateway_rtt_ms: Ceiling = Ceiling(ready=5, caution=20)
    gateway_loss_percent: Ceiling = Ceiling(ready=1, caution=5)
    dns_ms: Ceiling = Ceiling(ready=100, caution=1000)
    clock_offset_s: Ceiling = Ceiling(ready=10, caution=30)
    time_server: str = ""
    portal_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputerRequirement:
    required: bool = True
    cpu_percent: Ceiling = Ceiling(ready=50, caution=80)
    memory_percent: Ceiling = Ceiling(ready=80, caution=90)
    disk_free_gigabytes: Floor = Floor(ready=5, caution=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class MicrophoneRequirement:
    required: bool = True
    active_speech_level_dbov: Band = Band(ready=(-34, -12), caution=(-42, -6))
    snr_db: Floor = Floor(ready=25, caution=15)
    noise_floor_dbfs: Ceiling = Ceiling(ready=-45, caution=-35)
    hum_dbfs: Ceiling = Ceiling(ready=-60, caution=-40)
    audio_bandwidth_hz: Floor = Floor(ready=3000, caution=3000)
    reverberation_s: Ceiling = Ceiling(ready=0.6, caution=2.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadsetRequirement:
    """What the headset must be like. `connections` are those allowed; empty allows all."""

    required: bool = False
    connections: tuple[str, ...] = ()
    leak_db: Ceiling = Ceiling(ready=-35, caution=-20)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkplaceProfile:
    """One profile file. `digest` is ``sha256:`` and the hex digest of the file's bytes."""

    name: str
    digest: str = ""
    bandwidth: BandwidthRequirement = field(default_factory=BandwidthRequirement)
    voice_path: VoicePathRequirement = field(default_factory=VoicePathRequirement)
    endpoints: tuple[EndpointRequirement, ...] = ()
    connection: ConnectionRequirement = field(default_factory=ConnectionRequirement)
    computer: ComputerRequirement = field(default_factory=ComputerRequirement)
    microphone: MicrophoneRequirement = field(default_factory=MicrophoneRequirement)
    headset: HeadsetRequirement = field(default_factory=HeadsetRequirement)
