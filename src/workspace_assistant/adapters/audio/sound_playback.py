"""The player port over PortAudio in a child process, helped by pactl where there is one."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workspace_assistant.adapters.audio.pactl import find_pactl
from workspace_assistant.adapters.audio.playback_process import PlaybackProcess
from workspace_assistant.adapters.audio.playback_targets import (
    PlaybackTarget,
    list_playback_targets,
    pick_playback_target,
)
from workspace_assistant.adapters.audio.pulse_sinks import list_sinks
from workspace_assistant.adapters.audio.sink_watch import SinkWatch
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.model import PlaybackDevice
from workspace_assistant.core.readiness.microphone.ports import (
    NotPlayable,
    PlaybackUnavailableError,
)

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

OPEN_TIMEOUT_S = 8.0
LATEST_END_S = 3.0  # beyond the sound's own length; a healthy output ends within a second


class SoundPlayback:
    """Plays through PortAudio. Stateless: every call sees the devices of that moment."""

    def devices(self, ctx: JobContext) -> tuple[PlaybackDevice, ...]:
        """The outputs there are now. Raises `PlaybackUnavailableError`."""
        return tuple(target.device for target in list_playback_targets(find_pactl(), ctx))

    def play(
        self,
        samples: NDArray[np.floating],
        sample_rate_hz: int,
        *,
        device_id: str = "",
        ctx: JobContext,
    ) -> None:
        """See `Player.play`."""
        pactl = find_pactl()
        target = pick_playback_target(device_id, list_playback_targets(pactl, ctx))
        with ExitStack() as stack:
            try:
                player = open_playback(
                    target, samples, sample_rate_hz, pactl=pactl, stack=stack, ctx=ctx
                )
                player.start()
                player.wait_until_done(samples.size / sample_rate_hz + LATEST_END_S, ctx)
            except PlaybackUnavailableError:
                check_output_still_there(pactl, target, ctx)
                raise
        check_output_still_there(pactl, target, ctx)


@dataclass(frozen=True, slots=True)
class OpenPlayback:
    """A player that is ready to start, and who watches over it where there is a sound server."""

    process: PlaybackProcess
    watch: SinkWatch | None = None

    def start(self) -> None:
        """The sound begins now; call it once."""
        self.process.start()

    def check(self) -> None:
        """Raise `PlaybackUnavailableError` when the sound went elsewhere, or its volume changed."""
        if self.watch is not None:
            self.watch.check()

    def wait_until_done(self, timeout_s: float, ctx: JobContext) -> None:
        """The last sample has left, at the volume and place of the first.

        Raises `PlaybackUnavailableError`.
        """

        def checkpoint() -> None:
            ctx.checkpoint()
            self.check()

        self.process.wait_until_done(timeout_s, checkpoint)
        self.check()


def attenuation_db(target: PlaybackTarget) -> float:
    """By how much less to play where the system's output volume is above 100 %.

    There a server amplifies: what is well at 100 % would hurt an ear, and be clipped.
    """
    return max(0.0, target.device.volume_db or 0.0)


def open_playback(
    target: PlaybackTarget,
    samples: NDArray[np.floating],
    sample_rate_hz: int,
    *,
    pactl: str | None,
    stack: ExitStack,
    ctx: JobContext,
) -> OpenPlayback:
    """A player that is ready to start; leaving *stack* ends it. Raises `PlaybackUnavailableError`.

    It plays as loud as at the system's 100 %, at most: see `attenuation_db`. Where ALSA lacks the
    link to the sound server, PortAudio's default output does if it is the one.
    link to the sound server, PortAudio's default output does if it is the one.
    """
    player = stack.enter_context(_playback_of(target, samples, sample_rate_hz))
    try:
        player.wait_until_ready(OPEN_TIMEOUT_S, ctx.checkpoint)
    except PlaybackUnavailableError as error:
        detour = target.by_default_device()
        if error.reason is not NotPlayable.PLUGIN_MISSING or detour is None:
            raise
        return open_playback(detour, samples, sample_rate_hz, pactl=pactl, stack=stack, ctx=ctx)
    if pactl is None or target.sink is None:
        return OpenPlayback(player)
    watch = stack.enter_context(SinkWatch(pactl, target.sink, player.process_id))
    watch.begin(ctx)
    return OpenPlayback(player, watch)


def check_output_still_there(pactl: str | None, target: PlaybackTarget, ctx: JobContext) -> None:
    """Raise `PlaybackUnavailableError` when the output left the list: PortAudio does not tell."""
    if pactl is None or target.sink is None:
        return
    if target.sink.index not in {sink.index for sink in list_sinks(pactl, ctx.checkpoint)}:
        raise PlaybackUnavailableError(NotPlayable.UNPLUGGED, "the sink left the list")


def _playback_of(
    target: PlaybackTarget, samples: NDArray[np.floating], sample_rate_hz: int
) -> PlaybackProcess:
    import numpy as np

    gain = 10 ** (-attenuation_db(target) / 20)
    sound = np.ascontiguousarray(np.clip(samples, -1.0, 1.0) * gain, dtype=np.float32)
    arguments = [*target.arguments, str(sample_rate_hz), str(sound.size)]
    return PlaybackProcess(arguments, sound.tobytes(), target.environment)
