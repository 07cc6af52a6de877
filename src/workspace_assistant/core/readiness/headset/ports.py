"""What the headset check needs from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.headset.model import HeadsetFacts, HeardTone

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray


class HeadsetProbe(Protocol):
    """Both methods may raise `JobCancelledError`."""

    def facts(self, microphone_id: str, ctx: JobContext) -> HeadsetFacts:
        """What the system says of this microphone and of the earpiece; plays nothing.

        An empty id is the default microphone. Raises `MicrophoneUnavailableError`.
        """

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
        """Record `record_s` while *samples* (one channel, full scale 1.0) are played once.

        The recording begins before the sound does. Nothing is played while another program records
        from the microphone: a call may be running. Raises `MicrophoneUnavailableError` and
        `PlaybackUnavailableError`.
        """
