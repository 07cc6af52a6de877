"""Notices when a recording is taken off its microphone, or turned up or down. PortAudio does not.

Unplug a microphone or move its stream, and PulseAudio and PipeWire go on, silently, from another
one; pull a plug, and the same source records from another socket; a call with automatic gain moves
the input volume. Numbers of such a recording mean nothing. So the server's events are read while it
runs, and its lists are asked whenever one of them may mean us, and once more at the end.
"""

from __future__ import annotations

from types import TracebackType

from workspace_assistant.adapters.audio.own_stream import (
    RECORDING,
    OwnStream,
    TurnedDownError,
    clear_way,
    own_stream,
    same_volume,
)
from workspace_assistant.adapters.audio.pactl import SoundServerError, ask
from workspace_assistant.adapters.audio.pulse_sources import (
    PulseSource,
    list_sources,
    parse_sources,
)
from workspace_assistant.adapters.audio.server_watch import ServerWatch
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    Unavailable,
)


class SourceWatch:
    """Watches over one process that records from one source; leaving it ends the watch.

    Until `begin` only the source and its socket are watched, from then on the volumes as well.
    """

    def __init__(self, pactl: str, source: PulseSource, process_id: int) -> None:
        self._pactl, self._process_id = pactl, process_id
        self._source, self._has_begun = source, False
        self._watch = ServerWatch(pactl, RECORDING, source.index, self.look)

    def __enter__(self) -> SourceWatch:
        self._watch.__enter__()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._watch.__exit__(_type, _error, _trace)

    def begin(self, ctx: JobContext) -> tuple[PulseSource, bool]:
        """Free the recording of a remembered volume, and hold on to the source as it is now.

        The source, and whether the recording was at another volume until now. Raises
        `MicrophoneUnavailableError`.
        """
        sources = list_sources(self._pactl, ctx.checkpoint)
        source = still_there(self._source, sources)
        try:
            was_changed = clear_way(
                self._pactl, RECORDING, self._process_id, source.flat_volume, ctx.checkpoint
            )
        except TurnedDownError as error:
            raise MicrophoneUnavailableError(Unavailable.TURNED_DOWN, str(error)) from error
        except SoundServerError as error:
            raise _unavailable(error) from error
        self._source, self._has_begun = source, True
        return source, was_changed

    def check(self) -> None:
        """Raise `MicrophoneUnavailableError` when an event told that the recording is spoiled."""
        self._watch.check()

    def look(self, ctx: JobContext) -> None:
        """Ask the server now. Raises `MicrophoneUnavailableError`."""
        source, has_begun = self._source, self._has_begun  # as of before the question
        check_on_source(self._pactl, source, self._process_id, ctx, has_begun=has_begun)


def check_on_source(
    pactl: str,
    source: PulseSource,
    process_id: int | None,
    ctx: JobContext,
    *,
    has_begun: bool = False,
) -> None:
    """Raise `MicrophoneUnavailableError` when a recording of *source* is spoiled.

    That is: it left, records from another socket, or the process records another one; and once the
    recording *has begun*, a volume or a mute changed. A process that records nothing (any more, or
    yet) is no reason.
    """
    try:
        sources = parse_sources(ask(pactl, ctx.checkpoint, "list", "sources"), "")
        stream = (
            None if process_id is None else own_stream(pactl, RECORDING, process_id, ctx.checkpoint)
        )
    except SoundServerError as error:
        raise _unavailable(error) from error
    now = still_there(source, sources)
    if stream is not None and stream.device_index not in {None, source.index}:
        detail = f"it records source {stream.device_index}"
        raise MicrophoneUnavailableError(Unavailable.MOVED, detail)
    if has_begun:
        _check_volumes(source, now, stream)


def still_there(source: PulseSource, sources: tuple[PulseSource, ...]) -> PulseSource:
    """*source* as it is now; raises `MicrophoneUnavailableError` if it left or has another port."""
    now = next((one for one in sources if one.index == source.index), None)
    if now is None:
        raise MicrophoneUnavailableError(Unavailable.UNPLUGGED, "the source left the list")
    if now.active_port != source.active_port:
        detail = f"the port is {now.active_port} now, no more {source.active_port}"
        raise MicrophoneUnavailableError(Unavailable.MOVED, detail)
    return now


def _check_volumes(source: PulseSource, now: PulseSource, stream: OwnStream | None) -> None:
    if source.device.is_muted != now.device.is_muted:
        raise MicrophoneUnavailableError(Unavailable.VOLUME_CHANGED, "the source's mute")
    if not same_volume(source.device.volume_db, now.device.volume_db):
        detail = f"the source, from {source.device.volume_db} to {now.device.volume_db} dB"
        raise MicrophoneUnavailableError(Unavailable.VOLUME_CHANGED, detail)
    if stream is not None and not stream.is_clear(now.flat_volume):
        raise MicrophoneUnavailableError(Unavailable.VOLUME_CHANGED, str(stream))


def _unavailable(error: SoundServerError) -> MicrophoneUnavailableError:
    return MicrophoneUnavailableError(Unavailable.NO_SOUND_SERVER, str(error))
