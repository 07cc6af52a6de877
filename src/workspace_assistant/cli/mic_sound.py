"""What `mic` writes: the recording as it is, or as a call carries it."""

from __future__ import annotations

from pathlib import Path

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import tell
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.take import Heard, Take
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_WITH_LOSSES = {
    CallKind.G711: QT_TRANSLATE_NOOP(
        "cli",
        "{file}: your voice over a call by telephone number (G.711), with the losses of the last "
        "voice path check ({lost} of the packets).",
    ),
    CallKind.WIDEBAND: QT_TRANSLATE_NOOP(
        "cli",
        "{file}: your voice over a wideband call by internet (Opus), with the losses of the last "
        "voice path check ({lost} of the packets).",
    ),
}
_WITHOUT_LOSSES = {
    CallKind.G711: QT_TRANSLATE_NOOP(
        "cli",
        "{file}: your voice over a call by telephone number (G.711), without losses, as no check "
        "has measured the voice path yet.",
    ),
    CallKind.WIDEBAND: QT_TRANSLATE_NOOP(
        "cli",
        "{file}: your voice over a wideband call by internet (Opus), without losses, as no check "
        "has measured the voice path yet.",
    ),
}


def write_recording(path: Path | None, take: Take, services: CliServices) -> None:
    """Keeps the recording where the user asked for that. Raises `UserInputError`."""
    if path is None:
        return
    if take.recording is None:
        tell(worded("{file}: was not written, as nothing was recorded.", file=str(path)))
        return
    services.sound.save(take.recording, path)
    tell(worded("The recording was saved as {file}.", file=str(path)))


def write_as_heard(path: Path | None, take: Take, kind: CallKind, services: CliServices) -> None:
    """Writes the voice as the customer gets it. Raises `UserInputError`."""
    if path is None:
        return
    if take.recording is None:
        tell(worded("{file}: was not written, as nothing was recorded.", file=str(path)))
        return
    # Coding minutes of voice takes seconds, and only a job ends at Ctrl-C.
    recording, heard = run_job(lambda _ctx: services.sound.as_heard(take, kind))
    services.sound.save(recording, path)
    tell(_told(path, kind, heard))


def _told(path: Path, kind: CallKind, heard: Heard) -> str:
    if heard.loss_fraction is None:
        return worded(_WITHOUT_LOSSES[kind], file=str(path))
    lost = format_value(heard.loss_fraction, "fraction")
    return worded(_WITH_LOSSES[kind], file=str(path), lost=lost)
