"""What the user sees while recording: the stage, how far it is, and the level of the moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.microphone.texts import STAGE_QUIET, STAGE_SPEECH

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray

    ReportBlock = Callable[[NDArray[np.float32], float, int], None]


def block_reporter(
    ctx: JobContext, *, quiet_s: float, speech_s: float, shows_spectrum: bool = False
) -> ReportBlock:
    """What reports live blocks: frames x channels, their end in the recording (s), their rate (Hz).

    The spectrum is dear and left out where nobody looks at it.
    """
    from workspace_assistant.core.signal.live_block import live_block
    from workspace_assistant.core.signal.spectrum import third_octaves

    def report_block(block: NDArray[np.float32], recorded_s: float, sample_rate_hz: int) -> None:
        live = live_block(block)
        is_quiet = recorded_s < quiet_s
        phase_end_s = quiet_s if is_quiet else quiet_s + speech_s
        reading = LevelReading(
            rms_dbfs=live.rms_dbfs,
            peak_dbfs=live.peak_dbfs,
            phase="quiet" if is_quiet else "speech",
            remaining_s=max(0.0, phase_end_s - recorded_s),
            spectrum_dbfs=third_octaves(live.loudest, sample_rate_hz) if shows_spectrum else (),
        )
        fraction = min(1.0, recorded_s / (quiet_s + speech_s))
        ctx.report(STAGE_QUIET if is_quiet else STAGE_SPEECH, fraction, reading)

    return report_block
