"""Shows what a running job does: one live line on a terminal, a plain line per stage otherwise."""

from __future__ import annotations

import contextlib
import sys
import threading
import time

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import fitting
from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.readiness.microphone.model import LevelReading
from workspace_assistant.core.readiness.model import CheckResult
from workspace_assistant.core.readiness.names import VERDICT_WORDS

_SHORTEST_PAUSE_S = 0.1
_ERASE = "\r\x1b[2K"

_BAR_CELLS = 12
_LEVEL_COLUMNS = 20
_LOWEST_DBFS = -60.0


def level_bar(reading: LevelReading) -> str:
    """The live level as text, -60 to 0 dBFS, and how long this part still lasts."""
    share = min(1.0, max(0.0, 1 - reading.peak_dbfs / _LOWEST_DBFS))
    bar = "#" * round(share * _BAR_CELLS)
    return f"[{bar:<{_BAR_CELLS}}] {max(0.0, reading.remaining_s):.0f} s"


class ProgressLine:
    """Prints progress to standard error. Called from worker threads, hence the lock."""

    def __init__(self) -> None:
        self._is_live = sys.stderr.isatty()
        self._lock = threading.Lock()
        self._stages: dict[str, str] = {}
        self._fractions: dict[str, float] = {}
        self._levels: dict[str, str] = {}
        self._written: dict[str, str] = {}
        self._shown_at_s = 0.0

    def show(self, progress: Progress) -> None:
        with self._lock:
            if isinstance(progress.reading, CheckResult):
                self._finish(progress.reading)
                return
            stage = worded(progress.stage) if progress.stage else ""
            is_new = bool(stage) and self._stages.get(progress.source) != stage
            if stage:
                self._stages[progress.source] = stage
            if progress.fraction is not None:
                self._fractions[progress.source] = progress.fraction
            if isinstance(progress.reading, LevelReading):
                self._levels[progress.source] = level_bar(progress.reading)
            if self._is_live:
                if is_new:
                    self._write_long(progress.source, stage)
                self._repaint(is_urgent=is_new)
            elif is_new:
                self._write(f"{progress.source}: {stage}\n")

    def end(self) -> None:
        """Leaves a clean line behind, however the job ended."""
        with self._lock:
            if self._is_live:
                self._write(_ERASE)

    def _finish(self, result: CheckResult) -> None:
        self._stages.pop(result.id, None)
        self._levels.pop(result.id, None)
        erase = _ERASE if self._is_live else ""
        english = VERDICT_WORDS[result.verdict]
        said = worded(english)
        verdict = result.verdict.value if said == english else said
        self._write(f"{erase}{result.id}: {verdict} ({result.duration_s:.1f} s)\n")

    def _write_long(self, source: str, stage: str) -> None:
        """A sentence to read aloud is of no use cut off: it stays above the live line, whole."""
        if len(f"{source}: {stage}") + _LEVEL_COLUMNS > _columns():
            self._written[source] = stage
            self._write(f"{_ERASE}{source}: {stage}\n")

    def _repaint(self, *, is_urgent: bool) -> None:
        now_s = time.monotonic()
        if not is_urgent and now_s - self._shown_at_s < _SHORTEST_PAUSE_S:
            return
        self._shown_at_s = now_s
        parts = [self._part(source, stage) for source, stage in self._stages.items()]
        self._write(_ERASE + "  ".join(parts)[: _columns()])

    def _part(self, source: str, stage: str) -> str:
        """What one check does; while it listens, the level comes before the long sentence."""
        level = self._levels.get(source)
        shown = "" if self._written.get(source) == stage else f" {stage}"
        if level:
            return f"{source}: {level}{shown}"
        return f"{source}:{shown} {100 * self._fractions.get(source, 0):3.0f} %"

    def _write(self, text: str) -> None:
        # Nobody reads progress any more: no reason to end the check.
        with contextlib.suppress(OSError):
            sys.stderr.write(fitting(text, sys.stderr.encoding))
            sys.stderr.flush()


def _columns() -> int:
    """What fits into one line of the terminal without wrapping."""
    import shutil  # dear, and only a terminal has columns

    return shutil.get_terminal_size().columns - 1
