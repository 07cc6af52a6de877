"""What the children that PortAudio runs in have in common: lines of JSON, and an end with us.

Children, because opening a device can hang for ever and only a process can be killed; because the
Linux `pulse` device takes its source and sink from the environment at start; because PortAudio
lists devices once per process; and because ALSA writes to standard error at will.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from typing import Any, BinaryIO

from workspace_assistant.adapters.audio.frames import PULSE_DEVICE
from workspace_assistant.adapters.audio.portaudio_errors import unavailable_reason
from workspace_assistant.core.readiness.microphone.ports import Unavailable

_STANDARD_INPUT = 0


def end_with_parent(on_word: Callable[[], None] = lambda: None) -> None:
    """End this process when standard input ends: the parent has gone, even if it was killed.

    Each byte that comes before is told by *on_word*. Read past Python's own buffer, whose lock a
    thread that waits for input would hold while the interpreter ends: that aborts the process.
    """

    def wait() -> None:
        while os.read(_STANDARD_INPUT, 1):
            on_word()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def write_line(out: BinaryIO, document: dict[str, Any]) -> None:
    out.write(json.dumps(document).encode() + b"\n")
    out.flush()


def run_with_portaudio(work: Callable[[Any], None], device: str, out: BinaryIO) -> int:
    """Hand the sound library to *work*; what goes wrong becomes one JSON line. The exit code."""
    try:
        import sounddevice
    except OSError as error:  # sounddevice says so when it finds no PortAudio
        return _fail(out, Unavailable.LIBRARY_MISSING, error)
    try:
        work(sounddevice)
    except sounddevice.PortAudioError as error:
        return _fail(out, _reason(error), error)
    except ValueError as error:  # sounddevice: no device matches the name
        is_bridge = device == PULSE_DEVICE
        reason = Unavailable.PLUGIN_MISSING if is_bridge else Unavailable.UNKNOWN_DEVICE
        return _fail(out, reason, error)
    except BrokenPipeError:  # the parent has gone
        return 1
    return 0


def own_settings(sounddevice: Any, api_index: int) -> Any:
    """What a stream must be opened with on this host API; None where there is nothing to say.

    WASAPI's shared mode takes no rate and channel count but its mixer's, unless it may convert.
    Its exclusive mode is never asked for: it would take the device from a call.
    """
    if "WASAPI" not in sounddevice.query_hostapis(api_index)["name"]:
        return None
    return sounddevice.WasapiSettings(exclusive=False, auto_convert=True)


def _reason(error: Exception) -> Unavailable:
    """PortAudioError carries (message, code, (host API, host code, host text)); parts may miss."""
    code = error.args[1] if len(error.args) > 1 else None
    host_code = error.args[2][1] if len(error.args) > 2 else None
    if code is None and "querying device" in str(error):
        return Unavailable.NO_DEVICE
    return unavailable_reason(code, host_code)


def _fail(out: BinaryIO, reason: Unavailable, error: Exception) -> int:
    write_line(out, {"error": reason.value, "detail": str(error)})
    return 1
