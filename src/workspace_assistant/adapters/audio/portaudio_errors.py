"""What PortAudio's error codes, and those of the sound systems below it, mean to a user.

Numbers: portaudio.h (PaErrorCode), errno of ALSA, HRESULT of Windows, OSStatus of macOS.
"""

from __future__ import annotations

import errno

from workspace_assistant.core.readiness.microphone.ports import Unavailable

_BY_HOST_CODE = {
    -errno.EBUSY: Unavailable.DEVICE_BUSY,
    -errno.EACCES: Unavailable.PERMISSION_DENIED,
    -errno.EPERM: Unavailable.PERMISSION_DENIED,
    -errno.ENOENT: Unavailable.UNKNOWN_DEVICE,
    -errno.ENODEV: Unavailable.UNKNOWN_DEVICE,
    -errno.ENXIO: Unavailable.UNKNOWN_DEVICE,
    -errno.ECONNREFUSED: Unavailable.NO_SOUND_SERVER,
    0x8889000A: Unavailable.DEVICE_BUSY,  # AUDCLNT_E_DEVICE_IN_USE
    0x88890004: Unavailable.UNPLUGGED,  # AUDCLNT_E_DEVICE_INVALIDATED
    0x88890008: Unavailable.FORMAT_REFUSED,  # AUDCLNT_E_UNSUPPORTED_FORMAT
    0x88890010: Unavailable.NO_SOUND_SERVER,  # AUDCLNT_E_SERVICE_NOT_RUNNING
    0x80070005: Unavailable.PERMISSION_DENIED,  # E_ACCESSDENIED: the privacy switch
    0x80070490: Unavailable.UNKNOWN_DEVICE,  # ERROR_NOT_FOUND
    int.from_bytes(b"!dev"): Unavailable.UNKNOWN_DEVICE,  # kAudioHardwareBadDeviceError
    int.from_bytes(b"!hog"): Unavailable.DEVICE_BUSY,  # kAudioDevicePermissionsError
}

_BY_CODE = {
    -9985: Unavailable.DEVICE_BUSY,  # paDeviceUnavailable
    -9996: Unavailable.NO_DEVICE,  # paInvalidDevice: there is no default input
    -9997: Unavailable.FORMAT_REFUSED,  # paInvalidSampleRate
    -9998: Unavailable.FORMAT_REFUSED,  # paInvalidChannelCount
    -9994: Unavailable.FORMAT_REFUSED,  # paSampleFormatNotSupported
}


def unavailable_reason(code: int | None, host_code: int | None) -> Unavailable:
    """The reason behind PortAudio's *code* and the host error code that came with it, if any."""
    if host_code is not None:
        unsigned = host_code & 0xFFFFFFFF
        reason = _BY_HOST_CODE.get(host_code) or _BY_HOST_CODE.get(unsigned)
        if reason is not None:
            return reason
    return _BY_CODE.get(code or 0, Unavailable.CANNOT_OPEN)
