"""What Windows keeps in its registry. Importable everywhere, answers on Windows only."""

from __future__ import annotations

import sys

from workspace_assistant.core.readiness.computer.model import Absence

# Windows Update and the component store make these keys exist while a restart is due.
_RESTART_KEYS = (
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired",
    r"SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending",
)
_PREFETCH = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"


def restart_pending() -> bool | Absence:
    """Whether an installed update waits for a restart."""
    if sys.platform == "win32":
        try:
            return any(_exists(name) for name in _RESTART_KEYS)
        except PermissionError:
            return Absence.ACCESS_DENIED
    else:
        return Absence.NOT_SUPPORTED


def boot_number() -> int | None:
    """Counts up with every start of the computer; None where the system does not tell."""
    number = None
    if sys.platform == "win32":
        number = _boot_number()
    return number


if sys.platform == "win32":

    def _exists(name: str) -> bool:
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, name))
        except FileNotFoundError:
            return False
        return True

    def _boot_number() -> int | None:
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _PREFETCH) as key:
                number, _ = winreg.QueryValueEx(key, "BootId")
        except OSError:
            return None
        return number if isinstance(number, int) else None
