"""The checks this version can run, each with its adapter behind it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.bootstrap.sound import run_headset_check, run_microphone_check
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.model import Outcome
from workspace_assistant.core.readiness.ports import (
    Check,
    CheckRequest,
    Preparation,
    ReportStore,
)

if TYPE_CHECKING:
    from workspace_assistant.adapters.network.line import HttpLine
    from workspace_assistant.core.readiness.microphone.model import MicrophoneDevice


def checks(data_dir: Path, store: ReportStore) -> Mapping[str, Check]:
    return {
        "computer": partial(run_computer_check, data_dir),
        "microphone": partial(run_microphone_check, store),
        "headset": run_headset_check,
        "connection": run_connection_check,
        "bandwidth": run_bandwidth_check,
        "voice-path": run_voice_path_check,
        "endpoints": run_endpoints_check,
    }


def preparations() -> Mapping[str, Preparation]:
    return {"bandwidth": prepare_bandwidth_check}


def run_computer_check(data_dir: Path, request: CheckRequest, ctx: JobContext) -> Outcome:
    from workspace_assistant.adapters.system.computer_probe import SystemComputerProbe
    from workspace_assistant.core.readiness.computer.check import check_computer

    return check_computer(SystemComputerProbe(data_dir), request, ctx)


def run_connection_check(request: CheckRequest, ctx: JobContext) -> Outcome:
    _load_what_times_the_network(request, ctx)
    from workspace_assistant.adapters.network.connection.probe import SystemConnectionProbe
    from workspace_assistant.core.readiness.connection.check import check_connection

    return check_connection(SystemConnectionProbe(), request, ctx)


def _load_what_times_the_network(request: CheckRequest, ctx: JobContext) -> None:
    """An import keeps the other threads waiting, and would read as a slow look-up or handshake.

    This check is the first to look at the network; the others wait until it has watched the line.
    """
    modules = ["connection.probe", "line"]
    modules += ["endpoints.probe"] if request.profile.endpoints else []
    voice = request.profile.voice_path
    modules += ["voice_path.process"] if voice.stun or voice.turn else []
    names = [f"workspace_assistant.adapters.network.{module}" for module in modules]
    names += ["psutil", "truststore"]
    names += ["cryptography.x509"] if request.profile.endpoints else []
    for name in names:
        ctx.checkpoint()
        import_module(name)


def run_voice_path_check(request: CheckRequest, ctx: JobContext) -> Outcome:
    from workspace_assistant.adapters.network.voice_path.process import ProcessVoicePath
    from workspace_assistant.bootstrap.turn_login import turn_login
    from workspace_assistant.core.readiness.voice_path.check import check_voice_path

    return check_voice_path(ProcessVoicePath(), request, ctx, turn_login(request, ctx))


def run_endpoints_check(request: CheckRequest, ctx: JobContext) -> Outcome:
    from workspace_assistant.adapters.network.endpoints.probe import NetworkEndpointProbe
    from workspace_assistant.bootstrap.turn_login import turn_login
    from workspace_assistant.core.readiness.endpoints.check import check_endpoints

    return check_endpoints(NetworkEndpointProbe(), request, ctx, turn_login(request, ctx))


def prepare_bandwidth_check(request: CheckRequest, ctx: JobContext) -> None:
    from workspace_assistant.core.readiness.bandwidth.check import prepare_bandwidth

    prepare_bandwidth(_line(), request, ctx)


def run_bandwidth_check(request: CheckRequest, ctx: JobContext) -> Outcome:
    from workspace_assistant.core.readiness.bandwidth.check import check_bandwidth

    return check_bandwidth(_line(), request, ctx)


@cache
def _line() -> HttpLine:
    """One for the whole start: it remembers the server that it found."""
    from workspace_assistant.adapters.network.line import HttpLine

    return HttpLine()


def listed_microphones() -> tuple[MicrophoneDevice, ...]:
    """The microphones there are. Raises `MicrophoneUnavailableError`."""
    from workspace_assistant.adapters.audio.portaudio_microphone import PortAudioMicrophone

    return PortAudioMicrophone().devices()


def microphones() -> tuple[MicrophoneDevice, ...]:
    """The microphones there are, to choose from; none when the sound system cannot be asked.

    Why it cannot is what the microphone check says.
    """
    from workspace_assistant.core.readiness.microphone.ports import MicrophoneUnavailableError

    try:
        return listed_microphones()
    except MicrophoneUnavailableError:
        return ()
