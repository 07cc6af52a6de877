"""Takes over the entries of another log: shown first, then written all at once or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from workspace_assistant.core.focus import texts
from workspace_assistant.core.focus.changes import Change
from workspace_assistant.core.focus.corrections import span_of
from workspace_assistant.core.focus.draft import Draft, kept
from workspace_assistant.core.focus.errors import FocusError
from workspace_assistant.core.focus.exchange.cuts import concerned, cut_of
from workspace_assistant.core.focus.exchange.parsed import Parsed
from workspace_assistant.core.focus.exchange.preview import (
    Cut,
    Preview,
    duplicates_of,
    fault_words,
    previewed,
)
from workspace_assistant.core.focus.model import Block
from workspace_assistant.core.focus.overlaps import OverlapChoice, OverlapError, fitted
from workspace_assistant.core.focus.ports import (
    FocusClock,
    FocusLog,
    FocusReader,
    FocusWriter,
    NewId,
)
from workspace_assistant.core.focus.scribe import Scribe, Step


@dataclass(frozen=True, slots=True)
class ExchangeService:
    """Imports; a change of the log, and undone, as a whole.

    Attributes:
        actor: who imports, for the change log.
    """

    log: FocusLog
    clock: FocusClock
    new_id: NewId
    actor: str

    def preview(self, parsed: Parsed) -> Preview:
        """Writes nothing, and keeps nobody from writing."""
        now = self.clock.read().wall_at
        with self.log.reading() as log:
            found = previewed(log, parsed, now)
            if not found.overlaps:
                return found
            choices = (OverlapChoice.TRIM_NEW, OverlapChoice.TRIM_OLD)
            return replace(found, cuts=tuple(self._cut(log, found, one) for one in choices))

    def _cut(self, log: FocusReader, found: Preview, choice: OverlapChoice) -> Cut:
        """Found out by doing it, on a view of the log."""
        preview = concerned(found)
        draft = Draft(log, preview.new[0].started_at)
        scribe = Scribe(draft, self.clock.read(), self.new_id, self.actor)
        self._written(scribe, preview, choice)
        return cut_of(preview, choice, draft.gone, draft.put_blocks)

    def take_over(
        self,
        preview: Preview,
        overlap: OverlapChoice = OverlapChoice.REFUSE,
        *,
        skip_faulty: bool = False,
    ) -> Change:
        """Writes what was shown, without what the log has got since.

        Raises `FocusError` for faults unless they are skipped, and for what lies over a block that
        is new in the log; `OverlapError` when refused. Nothing is written then.
        """
        if preview.faults and not skip_faulty:
            raise FocusError(texts.FAULTY_ENTRIES, faults=fault_words(preview.faults))
        reading = self.clock.read()
        since = min((block.started_at for block in preview.new), default=reading.wall_at)

        def write(log: FocusWriter) -> Change:
            return self._written(Scribe(log, reading, self.new_id, self.actor), preview, overlap)

        return kept(self.log, since, write)

    def _written(self, scribe: Scribe, preview: Preview, overlap: OverlapChoice) -> Change:
        in_the_way = {one.block.id for one in preview.overlaps}
        known = {block.id for block in duplicates_of(scribe.log, preview.new)}
        steps: list[Step] = []
        for block in preview.new:
            if block.id in known:
                continue
            is_free = block.id not in in_the_way
            added = [(None, block)] if is_free else self._fitted(scribe.log, block, overlap)
            for before, after in added:
                scribe.write(before, after)
            steps += added
        return scribe.record("import", steps)

    def _fitted(self, log: FocusReader, block: Block, overlap: OverlapChoice) -> list[Step]:
        """The block and what it pushes aside; what gives way comes first."""
        span = span_of(block)
        try:
            fit = fitted(block, log.between(span.start, span.end), overlap, self.new_id)
        except OverlapError:
            if overlap is OverlapChoice.TRIM_NEW:  # others have all of its time: nothing to add
                return []
            raise
        aside = [step for old, left in fit.old for step in _replaced(old, left)]
        return aside + [(None, piece) for piece in fit.new]


def _replaced(old: Block, left: Iterable[Block]) -> list[Step]:
    """A block and what is left of it: first what keeps its id, so that it only shrinks."""
    pieces = list(left)
    kept = next((piece for piece in pieces if piece.id == old.id), None)
    return [(old, kept), *((None, piece) for piece in pieces if piece is not kept)]
