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
    spectrum_of_hz: int | None = None,
) -> None:
    """Report one live block (frames x channels) that ends `recorded_s` after the first sample.

    *spectrum_of_hz* is the sample rate where somebody looks at the spectrum; it is left out else.
    """
    from workspace_assistant.core.signal.level import loudest_channel_levels

    rms_dbfs, peak_dbfs = loudest_channel_levels(block)
    is_quiet = recorded_s < quiet_s
    phase_end_s = quiet_s if is_quiet else quiet_s + speech_s
    reading = LevelReading(
        rms_dbfs=rms_dbfs,
        peak_dbfs=peak_dbfs,
        phase="quiet" if is_quiet else "speech",
        remaining_s=max(0.0, phase_end_s - recorded_s),
        spectrum_dbfs=_spectrum(block, spectrum_of_hz) if spectrum_of_hz else (),
    )
    fraction = min(1.0, recorded_s / (quiet_s + speech_s))
    ctx.report(STAGE_QUIET if is_quiet else STAGE_SPEECH, fraction, reading)


def _spectrum(block: NDArray[np.float32], sample_rate_hz: int) -> tuple[float, ...]:
    """Of the loudest channel, the one that the meter shows."""
    from workspace_assistant.core.signal.spectrum import third_octaves

    channels = block.astype("float64", copy=False)
    loudest = int((channels**2).mean(axis=0).argmax()) if channels.size else 0
    return third_octaves(channels[:, loudest], sample_rate_hz)
