"""How this program's sound streams are called where the sound server shows them."""

from __future__ import annotations

APPLICATION_ID = "workspace-assistant"

# libpulse puts these into every stream of a process: volume settings then show our name instead of
# "ALSA plug-in [python3]", and our own streams are not taken for another program's.
ENVIRONMENT = {
    "PULSE_PROP_OVERRIDE": f"application.id='{APPLICATION_ID}' "
    "application.name='Workspace Assistant'"
}
