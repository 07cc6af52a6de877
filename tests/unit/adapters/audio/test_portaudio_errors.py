"""PortAudio's numbers become reasons a user can act on."""

import pytest

from workspace_assistant.adapters.audio.portaudio_errors import unavailable_reason
from workspace_assistant.core.readiness.microphone.ports import Unavailable


@pytest.mark.parametrize(
    ("code", "host_code", "reason"),
    [
        (-9985, None, Unavailable.DEVICE_BUSY),
        (-9996, None, Unavailable.NO_DEVICE),
        (-9997, None, Unavailable.FORMAT_REFUSED),
        (-9998, None, Unavailable.FORMAT_REFUSED),
        (-9999, -16, Unavailable.DEVICE_BUSY),
        (-9999, -13, Unavailable.PERMISSION_DENIED),
        (-9999, -19, Unavailable.UNKNOWN_DEVICE),
        (-9999, -2147024891, Unavailable.PERMISSION_DENIED),  # 0x80070005 as a signed number
        (-9999, -2004287478, Unavailable.DEVICE_BUSY),  # 0x8889000A
        (-9999, -2004287480, Unavailable.FORMAT_REFUSED),  # 0x88890008
        (-9999, -2004287472, Unavailable.NO_SOUND_SERVER),  # 0x88890010
        (-9999, -2147023728, Unavailable.UNKNOWN_DEVICE),  # 0x80070490
        (-9986, 560227702, Unavailable.UNKNOWN_DEVICE),  # '!dev'
        (-9986, 560492391, Unavailable.DEVICE_BUSY),  # '!hog'
        (-9999, -5, Unavailable.CANNOT_OPEN),
        (-9999, None, Unavailable.CANNOT_OPEN),
        (None, None, Unavailable.CANNOT_OPEN),
    ],
)
def test_reasons(code: int | None, host_code: int | None, reason: Unavailable) -> None:
    assert unavailable_reason(code, host_code) is reason
