"""What the executable of a bundle runs."""

from __future__ import annotations

import os
import sys

from workspace_assistant.__main__ import main


def give_libraries_back() -> None:
    """Programs of the system that we start must load the system's libraries, not the bundle's."""
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = os.environ.pop(f"{name}_ORIG", None)
        if before is not None:
            os.environ[name] = before
        else:
            os.environ.pop(name, None)


if __name__ == "__main__":
    give_libraries_back()
    sys.exit(main())
