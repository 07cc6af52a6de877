"""The headset port: which earpiece goes with a microphone, and what of its sound gets back."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from workspace_assistant.adapters.audio import portaudio_devices, sound_playback
from workspace_assistant.adapters.audio.capture_targets import (
    CaptureTarget,
    list_targets,
    pick_target,
)
from workspace_assistant.adapters.audio.pactl import find_pactl
from workspace_assistant.adapters.audio.playback_targets import (
    PlaybackTarget,
    list_playback_targets,
    pick_playback_target,
)
from workspace_assistant.adapters.audio.portaudio_microphone import record_by_any_way
from workspace_assistant.adapters.audio.pulse_sinks import is_same_device
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.model import HeadsetFacts, HeardTone
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    NotPlayable,
    PlaybackUnavailableError,
)

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

    from workspace_assistant.adapters.audio.capture_take import Frames


class SystemHeadset:
    """Asks the sound server, or PortAudio where there is none. Stateless, as its parts are."""

    def facts(self, microphone_id: str, ctx: JobContext) -> HeadsetFacts:
        """See `HeadsetProbe.facts`."""
        pactl = find_pactl()
        microphone = pick_target(microphone_id, list_targets(pactl, ctx))
        try:
            earpiece = pick_playback_target("", list_playback_targets(pactl, ctx))
        except PlaybackUnavailableError:
            earpiece = None  # nothing sounds anywhere: that is a fact, too
        is_told = microphone.source is not None
        return HeadsetFacts(
            microphone=microphone.device,
            playback=earpiece.device if earpiece else None,
            same_device=belong_together(microphone, earpiece) if earpiece else None,
            others_recording=microphone.device.used_by if is_told else None,
        )

    def play_and_record(
        self,
        samples: NDArray[np.floating],
        sample_rate_hz: int,
        *,
        microphone_id: str,
        playback_id: str,
        record_s: float,
        ctx: JobContext,
    ) -> HeardTone:
        """See `HeadsetProbe.play_and_record`; an empty `playback_id` is where calls sound."""
        pactl = find_pactl()
        microphone = pick_target(microphone_id, list_targets(pactl, ctx))
        _refuse_beside(microphone)
        earpiece = pick_playback_target(playback_id, list_playback_targets(pactl, ctx))
        with ExitStack() as stack:
            # Open before the recording begins, so that the sound falls into it.
            player = sound_playback.open_playback(
                earpiece, samples, sample_rate_hz, pactl=pactl, stack=stack, ctx=ctx
            )
            has_begun = False

            def on_sound(_frames: Frames, _recorded_s: float, _rate_hz: int) -> None:
                nonlocal has_begun
                player.check()
                if not has_begun:
                    player.start()
                has_begun = True

            recording = record_by_any_way(microphone, pactl, record_s, ctx, on_sound)
            player.wait_until_done(sound_playback.LATEST_END_S, ctx)
        sound_playback.check_output_still_there(pactl, earpiece, ctx)
        return HeardTone(
            recording=recording, played_quieter_db=sound_playback.attenuation_db(earpiece)
        )


def say(samples: NDArray[np.floating], sample_rate_hz: int, ctx: JobContext) -> None:
    """Play to where calls sound, unless a call may be running.

    Raises `PlaybackUnavailableError`.
    """
    try:
        microphones = list_targets(find_pactl(), ctx)
    except MicrophoneUnavailableError:
        microphones = ()  # nobody records where there is nothing to record from
    _refuse_beside(*microphones)
    sound_playback.SoundPlayback().play(samples, sample_rate_hz, ctx=ctx)


def _refuse_beside(*microphones: CaptureTarget) -> None:
    """Raise `PlaybackUnavailableError` when other programs record: the others would hear it."""
    programs = [name for one in microphones for name in one.device.used_by]
    if programs:
        raise PlaybackUnavailableError(NotPlayable.MICROPHONE_IN_USE, ", ".join(programs))


def belong_together(microphone: CaptureTarget, earpiece: PlaybackTarget) -> bool | None:
    """Whether both are ends of one headset; None where the system does not tell."""
    if microphone.source is not None and earpiece.sink is not None:
        return is_same_device(microphone.source, earpiece.sink)
    return portaudio_devices.is_same_device(microphone.device.name, earpiece.device.name)
