"""The program's own log: a small rotating file in the data directory, without personal data."""

from __future__ import annotations

import logging
from pathlib import Path
from types import TracebackType

from workspace_assistant.adapters.system.overriding import override
from workspace_assistant.core.diagnostics.impersonal import impersonal, trace_of

LOG_NAME = "log.txt"
_LARGEST_BYTES = 512 * 1024
_TAIL_BYTES = 16 * 1024
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class ImpersonalFormatter(logging.Formatter):
    """Kinds of faults and where they are; of what they say only codes and numbers.

    The record itself stays as it is, for whoever else listens.
    """

    @override
    def format(self, record: logging.LogRecord) -> str:
        copy = logging.makeLogRecord(record.__dict__)
        arguments = record.args
        if isinstance(arguments, tuple):
            copy.args = tuple(impersonal(one) for one in arguments)
        elif arguments:
            copy.args = {str(impersonal(key)): impersonal(one) for key, one in arguments.items()}
        copy.exc_text = None
        return super().format(copy)

    @override
    def formatException(  # noqa: N802 - the name is logging's
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return "" if ei[1] is None else trace_of(ei[1])


class LateFileHandler(logging.Handler):
    """Opens the rotating file with its first line: most commands log none, and it costs them."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._opened: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if self._opened is None:
            self._opened = _opened(self._file)
            self._opened.setFormatter(self.formatter)
        self._opened.emit(record)

    @override
    def flush(self) -> None:
        if self._opened is not None:
            self._opened.flush()

    @override
    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
        super().close()


def _opened(file: Path) -> logging.Handler:
    """A place that cannot be written costs the log, never what is logged about."""
    from logging.handlers import RotatingFileHandler

    try:
        return RotatingFileHandler(file, maxBytes=_LARGEST_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return logging.NullHandler()


def start_log(directory: Path) -> None:
    """Logs to *directory*; a place that cannot be written costs the log, never the start."""
    root = logging.getLogger("workspace_assistant")
    if not all(isinstance(one, logging.NullHandler) for one in root.handlers):
        return
    root.setLevel(logging.INFO)
    root.propagate = False
    # A log that fails later (full disk) must not print tracebacks between the user's lines.
    logging.raiseExceptions = False
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        (directory / LOG_NAME).touch(mode=0o600)
        handler: logging.Handler = LateFileHandler(directory / LOG_NAME)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(ImpersonalFormatter(_LINE))
    root.addHandler(handler)


def last_lines(directory: Path) -> tuple[str, ...]:
    """The end of the log; nothing where it cannot be read."""
    try:
        with (directory / LOG_NAME).open("rb") as stream:
            begins_at = max(0, stream.seek(0, 2) - _TAIL_BYTES)
            stream.seek(begins_at)
            lines = stream.read(_TAIL_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return ()
    return tuple(lines[1:] if begins_at else lines)  # the first one may be cut
