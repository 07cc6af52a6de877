"""What the user sees while recording: the stage, how far it is, and the level of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.microphone.texts import STAGE_QUIET, STAGE_SPEECH

if TYPE_CHECKING:  # dear to import; the window paints first
    import numpy as np
    from numpy.typing import NDArray


def report_block(
    ctx: JobContext,
    block: NDArray[np.float32],
    *,
    recorded_s: float,
    quiet_s: float,
    speech_s: float,
) -> None:
    """Report one live block (frames x channels) that ends `recorded_s` after the first sample."""
    from workspace_assistant.core.signal.level import loudest_channel_levels

    rms_dbfs, peak_dbfs = loudest_channel_levels(block)
    is_quiet = recorded_s < quiet_s
    phase_end_s = quiet_s if is_quiet else quiet_s + speech_s
    reading = LevelReading(
        rms_dbfs=rms_dbfs,
        peak_dbfs=peak_dbfs,
        phase="quiet" if is_quiet else "speech",
        remaining_s=max(0.0, phase_end_s - recorded_s),
    )
    fraction = min(1.0, recorded_s / (quiet_s + speech_s))
    ctx.report(STAGE_QUIET if is_quiet else STAGE_SPEECH, fraction, reading)
