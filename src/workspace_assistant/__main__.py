"""Entry point. Answers --version before anything else is imported."""

from __future__ import annotations

import os
import sys

_INTERRUPTED = 130


def main() -> int:
    arguments = sys.argv[1:]
    _give_streams()
    try:
        if "--version" in arguments[:1]:
            from workspace_assistant import __version__

            sys.stdout.write(f"workspace-assistant {__version__}\n")
            return 0
        from workspace_assistant.core.own_process import PART

        if arguments[:1] == [PART]:
            from workspace_assistant.bootstrap.parts import run_part

            return run_part(arguments[1:])
        from workspace_assistant import bootstrap

        code = bootstrap.run(arguments)
        _ignore_interrupts()
    except KeyboardInterrupt:  # before or after a command that would have told of it
        return _INTERRUPTED
    return code


def _ignore_interrupts() -> None:
    """The work is done: a late Ctrl-C must not turn its result into a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _give_streams() -> None:
    """A program without a console has no streams; libraries and we write to them all the same."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - no import, open to the end


if __name__ == "__main__":
    sys.exit(main())
