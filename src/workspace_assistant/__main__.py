"""Entry point. Answers --version before anything else is imported."""

from __future__ import annotations

import sys


def main() -> int:
    arguments = sys.argv[1:]
    if "--version" in arguments[:1]:
        from workspace_assistant import __version__

        sys.stdout.write(f"workspace-assistant {__version__}\n")
        return 0
    from workspace_assistant import bootstrap

    return bootstrap.run(arguments)


if __name__ == "__main__":
    sys.exit(main())
