"""What the microphone page is given. Nothing dear is loaded before something is asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.bootstrap import sound
from workspace_assistant.bootstrap.checks import microphones
from workspace_assistant.bootstrap.good_takes import noting_good_ones
from workspace_assistant.core.readiness.ports import CheckRequest, ReportStore
from workspace_assistant.core.text import QT_TRANSLATE_NOOP
from workspace_assistant.ui.window_services import MicrophoneServices

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.readiness.microphone.as_heard import CallKind
    from workspace_assistant.core.readiness.microphone.comparison import Comparison
    from workspace_assistant.core.readiness.microphone.ports import Volume
    from workspace_assistant.core.readiness.microphone.take import Heard, Take
    from workspace_assistant.core.readiness.model import Outcome
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

_NO_RECORDING = QT_TRANSLATE_NOOP("microphone", "There is no recording to hear.")


def microphone_services(data_dir: Path, store: ReportStore) -> MicrophoneServices:
    return MicrophoneServices(
        take=noting_good_ones(data_dir, partial(sound.take, store, shows_spectrum=True)),
        compare=partial(compare, store),
        hear=partial(hear, store),
        save=sound.save_recording,
        volume=volume,
        change_volume=sound.change_volume,
        headset=partial(look_at_headset, play_sounds=False),
        leak=partial(look_at_headset, play_sounds=True),
        say_word=sound.say_word,
    )


def compare(
    store: ReportStore, profile: WorkplaceProfile, chosen: tuple[str, ...], ctx: JobContext
) -> Comparison:
    """Of the microphones that are still there."""
    devices = {device.id: device for device in microphones()}
    there = [devices[each] for each in chosen if each in devices]
    return sound.compare(store, profile, there, ctx, shows_spectrum=True)


def hear(store: ReportStore, take: Take, kind: CallKind | None, ctx: JobContext) -> Heard:
    """Play the speech of *take*. Raises `PlaybackUnavailableError` and `UserInputError`."""
    from workspace_assistant.adapters.audio.sound_playback import SoundPlayback
    from workspace_assistant.core.errors import UserInputError
    from workspace_assistant.core.readiness.microphone.as_heard import as_recorded
    from workspace_assistant.core.readiness.microphone.take import Heard as Played

    if take.recording is None:
        raise UserInputError(_NO_RECORDING)
    if kind is None:
        speech = as_recorded(take.recording, channel=take.channel, from_s=take.quiet_s)
        heard = Played(kind=None)
    else:
        speech, heard = sound.heard_over_a_call(store, take, kind)
    SoundPlayback().play(speech.samples[:, 0], speech.sample_rate_hz, ctx=ctx)
    return heard


def volume(microphone: str) -> Volume:
    """The input volume now. Raises `VolumeUnavailableError`."""
    from workspace_assistant.adapters.audio.source_volume import SourceVolume

    return SourceVolume().get(microphone)


def look_at_headset(
    profile: WorkplaceProfile, microphone: str, ctx: JobContext, *, play_sounds: bool
) -> Outcome:
    request = CheckRequest(profile=profile, microphone=microphone, play_sounds=play_sounds)
    return sound.run_headset_check(request, ctx)
