"""What Windows starts at login for one user. Importable everywhere, works on Windows only."""

from __future__ import annotations

import sys
from typing import Protocol

_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class RunKey(Protocol):
    """Command lines by name. Everything that writes raises OSError where it may not."""

    name: str

    def put(self, name: str, line: str, /) -> None: ...

    def drop(self, name: str, /) -> None:
        """Does nothing where there is none."""

    def has(self, name: str, /) -> bool: ...


def user_run_key() -> RunKey:
    """Of the user who runs this program. Raises OSError on other systems."""
    if sys.platform == "win32":
        return _UserRunKey()
    raise OSError("only Windows has a registry")


if sys.platform == "win32":

    class _UserRunKey:
        name = rf"HKEY_CURRENT_USER\{_KEY}"

        def put(self, name: str, line: str, /) -> None:
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
                winreg.SetValueEx(key, name, 0, winreg.REG_SZ, line)

        def drop(self, name: str, /) -> None:
            import winreg

            try:
                with winreg.OpenKey(
                    winreg.HKEY_CURRENT_USER, _KEY, access=winreg.KEY_SET_VALUE
                ) as key:
                    winreg.DeleteValue(key, name)
            except FileNotFoundError:
                return

        def has(self, name: str, /) -> bool:
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
                    winreg.QueryValueEx(key, name)
            except OSError:
                return False
            return True
