"""What a live block tells the user: levels always, the spectrum where somebody looks at it."""

from __future__ import annotations

import numpy as np

from tests.fakes.sounds import tone
from workspace_assistant.core.jobs import JobContext, Progress
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.microphone.progress import block_reporter
from workspace_assistant.core.signal.spectrum import BAND_CENTERS_HZ, BOTTOM_DBFS

RATE_HZ = 48_000
STEREO = np.column_stack(
    (tone(1000, -20, 0.1, RATE_HZ), 0.01 * tone(4000, -20, 0.1, RATE_HZ))
).astype(np.float32)


def reading_of(block: np.ndarray, *, shows_spectrum: bool = False) -> LevelReading:
    told: list[Progress] = []
    report_block = block_reporter(
        JobContext(on_progress=told.append),
        quiet_s=2.0,
        speech_s=5.0,
        shows_spectrum=shows_spectrum,
    )
    report_block(block, 1.0, RATE_HZ)
    reading = told[0].reading
    assert isinstance(reading, LevelReading)
    return reading


def test_nobody_pays_for_a_spectrum_that_nobody_sees() -> None:
    assert reading_of(STEREO).spectrum_dbfs == ()


def test_the_spectrum_is_that_of_the_loudest_channel() -> None:
    spectrum = reading_of(STEREO, shows_spectrum=True).spectrum_dbfs
    assert len(spectrum) == len(BAND_CENTERS_HZ)
    assert BAND_CENTERS_HZ[int(np.argmax(spectrum))] == 1000


def test_a_block_without_frames_is_silent() -> None:
    assert set(reading_of(STEREO[:0], shows_spectrum=True).spectrum_dbfs) == {BOTTOM_DBFS}
