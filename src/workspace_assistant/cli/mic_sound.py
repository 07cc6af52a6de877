"""What `mic` writes: the recording as it is, or as a call carries it."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.cli.output import tell
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.take import Heard, Take
from workspace_assistant.core.readiness.units import format_value

_CALLS = {
    CallKind.G711: "a call by telephone number (G.711)",
    CallKind.WIDEBAND: "a wideband call by internet (Opus)",
}


def write_recording(path: Path | None, take: Take, services: CliServices) -> None:
    """Keeps the recording where the user asked for that. Raises `UserInputError`."""
    if path is None:
        return
    if take.recording is None:
        tell(f"{path}: was not written, as nothing was recorded.")
        return
    services.sound.save(take.recording, path)
    tell(f"The recording was saved as {path}.")


def write_as_heard(path: Path | None, take: Take, kind: CallKind, services: CliServices) -> None:
    """Writes the voice as the customer gets it. Raises `UserInputError`."""
    if path is None:
        return
    if take.recording is None:
        tell(f"{path}: was not written, as nothing was recorded.")
        return
    # Coding minutes of voice takes seconds, and only a job ends at Ctrl-C.
    recording, heard = run_job(lambda _ctx: services.sound.as_heard(take, kind))
    services.sound.save(recording, path)
    tell(f"{path}: your voice over {_CALLS[kind]}, {_losses(heard)}.")


def _losses(heard: Heard) -> str:
    if heard.loss_fraction is None:
        return "without losses, as no check has measured the voice path yet"
    lost = format_value(heard.loss_fraction, "fraction")
    return f"with the losses of the last voice path check ({lost} of the packets)"
