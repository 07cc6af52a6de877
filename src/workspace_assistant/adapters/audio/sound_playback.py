"""The player port over PortAudio in a child process, helped by pactl where there is one."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from workspace_assistant.adapters.audio.pactl import find_pactl
from workspace_assistant.adapters.audio.playback_process import PlaybackProcess
from workspace_assistant.adapters.audio.playback_targets import (
    PlaybackTarget,
    list_playback_targets,
    pick_playback_target,
)
from workspace_assistant.adapters.audio.pulse_sinks import list_sinks
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
                player = open_playback(target, samples, sample_rate_hz, stack=stack, ctx=ctx)
                player.start()
                player.wait_until_done(samples.size / sample_rate_hz + LATEST_END_S, ctx.checkpoint)
            except PlaybackUnavailableError:
                check_output_still_there(pactl, target, ctx)
                raise
        check_output_still_there(pactl, target, ctx)


def open_playback(
    target: PlaybackTarget,
    samples: NDArray[np.floating],
    sample_rate_hz: int,
    *,
    stack: ExitStack,
    ctx: JobContext,
) -> PlaybackProcess:
    """A player that is ready to start; leaving *stack* ends it. Raises `PlaybackUnavailableError`.

    Where ALSA lacks the link to the sound server, PortAudio's default output does if it is the one.
    """
    player = stack.enter_context(_playback_of(target, samples, sample_rate_hz))
    try:
        player.wait_until_ready(OPEN_TIMEOUT_S, ctx.checkpoint)
    except PlaybackUnavailableError as error:
        detour = target.by_default_device()
        if error.reason is not NotPlayable.PLUGIN_MISSING or detour is None:
            raise
        return open_playback(detour, samples, sample_rate_hz, stack=stack, ctx=ctx)
    return player


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

    sound = np.ascontiguousarray(np.clip(samples, -1.0, 1.0), dtype=np.float32)
    arguments = [*target.arguments, str(sample_rate_hz), str(sound.size)]
    return PlaybackProcess(arguments, sound.tobytes(), target.environment)
