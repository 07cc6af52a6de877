"""The headset check: what the system says of it, and on request what the microphone hears of it.

The leak is how loud a test tone comes back, against how it was played. It moves with the volume of
the earpiece and the input level of the microphone, so it is a relative figure and not the echo loss
TCLw of 3GPP TS 26.131, which takes a calibrated terminal and counts its echo canceller. Where the
output volume is above the system's 100 %, the tone is played as much quieter and the leak counted
as much louder.

Blind spots: a headset that plays nothing leaks nothing, so only the answer of the user shows that
it sounds; an echo canceller between microphone and program can hide a leak that the call has.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.model import HeadsetFacts, HeardTone
from workspace_assistant.core.readiness.headset.outcome import LeakFound, headset_outcome
from workspace_assistant.core.readiness.headset.ports import HeadsetProbe
from workspace_assistant.core.readiness.headset.texts import (
    NOT_PLAYABLE,
    STAGE_LOOKING,
    STAGE_TONE,
)
from workspace_assistant.core.readiness.microphone.device_texts import UNAVAILABLE
from workspace_assistant.core.readiness.microphone.model import Connection
from workspace_assistant.core.readiness.microphone.ports import (
    MicrophoneUnavailableError,
    PlaybackUnavailableError,
)
from workspace_assistant.core.readiness.model import NotMeasured, Outcome
from workspace_assistant.core.readiness.ports import CheckRequest

if TYPE_CHECKING:  # dear to import
    from workspace_assistant.core.signal.level import Samples

log = logging.getLogger(__name__)

SWEEP_RATE_HZ = 48_000
RECORD_S = 2.5


def check_headset(probe: HeadsetProbe, request: CheckRequest, ctx: JobContext) -> Outcome:
    """Read the facts; play a tone of 0.6 s and listen to it where the request asks for that.

    Raises `JobCancelledError` and nothing else: a headset that cannot be had is an outcome.
    """
    ctx.report(STAGE_LOOKING)
    try:
        facts = probe.facts(request.microphone, ctx)
    except MicrophoneUnavailableError as error:
        log.debug("headset unavailable: %s", error)
        gap = NotMeasured(id="headset", reason=error.reason.value, detail=UNAVAILABLE[error.reason])
        return Outcome(not_measured=(gap,))
    leak = _leak(probe, facts, request, ctx) if request.play_sounds else LeakFound("not-asked")
    return headset_outcome(
        facts,
        leak,
        request.profile.headset,
        heard=request.heard,
        is_word_played=request.is_word_played,
    )


def _leak(
    probe: HeadsetProbe, facts: HeadsetFacts, request: CheckRequest, ctx: JobContext
) -> LeakFound:
    from workspace_assistant.core.signal.leak import sweep

    ctx.report(STAGE_TONE)
    try:
        heard = probe.play_and_record(
            sweep(SWEEP_RATE_HZ),
            SWEEP_RATE_HZ,
            microphone_id=facts.microphone.id if facts.microphone else request.microphone,
            playback_id=request.playback,
            record_s=RECORD_S,
            ctx=ctx,
        )
    except MicrophoneUnavailableError as error:
        return LeakFound(error.reason.value, UNAVAILABLE[error.reason])
    except PlaybackUnavailableError as error:
        return LeakFound(error.reason.value, NOT_PLAYABLE[error.reason])
    found = leak_in(heard)
    is_lost = found.reason == "no-leak-found" and _is_virtual(facts, request.playback)
    return LeakFound("virtual-output") if is_lost else found


def _is_virtual(facts: HeadsetFacts, playback_id: str) -> bool:
    """Whether the tone went to an output that may lead nowhere."""
    playback = facts.playback
    is_it = playback is not None and playback_id in ("", playback.id)
    return is_it and playback is not None and playback.connection is Connection.VIRTUAL


def leak_in(heard: HeardTone) -> LeakFound:
    """The tone in the recording: of the channel that heard it loudest.

    Where the tone was lowered, the level is that of a sound that is not, as in a call.
    """
    from workspace_assistant.core.signal.leak import leak
    from workspace_assistant.core.signal.silence import is_digital_silence

    recording = heard.recording
    channels: list[Samples] = [channel.astype(float) for channel in recording.samples.T]
    if all(is_digital_silence(channel) for channel in channels):
        return LeakFound("digital-silence")
    found = [leak(channel, recording.sample_rate_hz) for channel in channels]
    levels_db = [one.level_db for one in found if one is not None]
    if not levels_db:
        return LeakFound("no-leak-found")
    level_db = max(levels_db) + heard.played_quieter_db
    return LeakFound("", level_db=level_db, played_quieter_db=heard.played_quieter_db)
