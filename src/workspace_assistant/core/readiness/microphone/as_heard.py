"""A recording turned into what the customer's ear gets, ready to be played or saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from workspace_assistant.core.readiness.microphone.model import Recording

if TYPE_CHECKING:  # dear to import
    from workspace_assistant.core.signal.level import Samples


class CallKind(StrEnum):
    """How the call is carried: `g711` is a telephone's band and coder, `wideband` internet's."""

    G711 = "g711"
    WIDEBAND = "wideband"


Coder = Callable[["Samples", int], "Samples"]


def as_heard(
    recording: Recording,
    kind: CallKind,
    *,
    coder: Coder,
    channel: int = 1,
    from_s: float = 0.0,
    lost: Sequence[bool] = (),
) -> Recording:
    """One channel (counted from 1) of *recording* from `from_s` on, over a call of that kind.

    *coder* codes and decodes the wideband voice; *lost* marks 20 ms packets that never came, and
    starts over when the recording is longer.
    """
    import numpy as np

    from workspace_assistant.core.signal.telephone import narrowband, wideband

    voice = as_recorded(recording, channel=channel, from_s=from_s).samples[:, 0].astype(np.float64)
    heard, rate_hz = (
        narrowband(voice, recording.sample_rate_hz, lost)
        if kind is CallKind.G711
        else wideband(voice, recording.sample_rate_hz, coder, lost)
    )
    return Recording(
        samples=heard.astype(np.float32).reshape(-1, 1),
        sample_rate_hz=rate_hz,
        device_name=recording.device_name,
    )


def as_recorded(recording: Recording, *, channel: int = 1, from_s: float = 0.0) -> Recording:
    """One channel (counted from 1) of *recording* from `from_s` on, as it is."""
    start = round(from_s * recording.sample_rate_hz)
    return Recording(
        samples=recording.samples[start:, channel - 1 : channel],
        sample_rate_hz=recording.sample_rate_hz,
        device_name=recording.device_name,
    )
