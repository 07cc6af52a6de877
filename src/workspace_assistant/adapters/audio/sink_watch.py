"""Notices when what we play is taken to another output, or turned up or down. PortAudio does not.

A tone that sounds from a speaker says nothing of a headset; and one that the server keeps muted, or
that somebody turns up, is not the tone that was played.
"""

from __future__ import annotations

from types import TracebackType

from workspace_assistant.adapters.audio.own_stream import (
    PLAYING,
    TurnedDownError,
    clear_way,
    own_stream,
    same_volume,
)
from workspace_assistant.adapters.audio.pactl import SoundServerError
from workspace_assistant.adapters.audio.pulse_sinks import PulseSink, list_sinks
from workspace_assistant.adapters.audio.server_watch import ServerWatch
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
)


class SinkWatch:
    """Watches over one process that plays to one sink; leaving it ends the watch."""

    def __init__(self, pactl: str, sink: PulseSink, process_id: int) -> None:
        self._pactl, self._sink, self._process_id = pactl, sink, process_id
        self._has_begun = False
        self._watch = ServerWatch(pactl, PLAYING, sink.index, self.look)

    def __enter__(self) -> SinkWatch:
        self._watch.__enter__()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._watch.__exit__(_type, _error, _trace)

    def begin(self, ctx: JobContext) -> None:
        """Free our stream of a remembered volume, before it sounds.

        Raises `PlaybackUnavailableError` when that fails, or the output is another one by now.
        """
        try:
            flat_volume = still_as_it_was(self._pactl, self._sink, ctx).flat_volume
            clear_way(self._pactl, PLAYING, self._process_id, flat_volume, ctx.checkpoint)
        except TurnedDownError as error:
            raise PlaybackUnavailableError(NotPlayable.TURNED_DOWN, str(error)) from error
        except SoundServerError as error:
            raise PlaybackUnavailableError(NotPlayable.NO_SOUND_SERVER, str(error)) from error
        self._has_begun = True
        self.look(ctx)  # what was moved before is told now

    def check(self) -> None:
        """Raise `PlaybackUnavailableError` when an event told that the sound is spoiled."""
        self._watch.check()

    def look(self, ctx: JobContext) -> None:
        """Ask the server now. Raises `PlaybackUnavailableError`; a stream that ended is no reason.

        Before `begin` only the output is looked at.
        """
        has_begun = self._has_begun
        now = still_as_it_was(self._pactl, self._sink, ctx)
        try:
            stream = own_stream(self._pactl, PLAYING, self._process_id, ctx.checkpoint)
        except SoundServerError as error:
            raise PlaybackUnavailableError(NotPlayable.NO_SOUND_SERVER, str(error)) from error
        if stream is None or not has_begun:
            return
        if stream.device_index not in {None, self._sink.index}:
            detail = f"it plays to sink {stream.device_index}"
            raise PlaybackUnavailableError(NotPlayable.MOVED, detail)
        if not stream.is_clear(now.flat_volume):
            raise PlaybackUnavailableError(NotPlayable.VOLUME_CHANGED, str(stream))


def still_as_it_was(pactl: str, sink: PulseSink, ctx: JobContext) -> PulseSink:
    """*sink* as it is now. Raises `PlaybackUnavailableError`.

    When it left the list, sounds from another socket, or has another volume or mute than before:
    how loud we play was chosen by that.
    """
    now = next((one for one in list_sinks(pactl, ctx.checkpoint) if one.index == sink.index), None)
    if now is None:
        raise PlaybackUnavailableError(NotPlayable.UNPLUGGED, "the sink left the list")
    if now.active_port != sink.active_port:
        detail = f"the port is {now.active_port} now, no more {sink.active_port}"
        raise PlaybackUnavailableError(NotPlayable.MOVED, detail)
    is_same = same_volume(sink.device.volume_db, now.device.volume_db)
    if not is_same or sink.device.is_muted != now.device.is_muted:
        detail = f"the sink, from {sink.device.volume_db} to {now.device.volume_db} dB"
        raise PlaybackUnavailableError(NotPlayable.VOLUME_CHANGED, detail)
    return now
