"""A way of several parts, each with a loss of its own: what packets to every place then see."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass

from workspace_assistant.core.readiness.voice_path.blame import CHAIN
from workspace_assistant.core.readiness.voice_path.model import Place
from workspace_assistant.core.voice.model import SPACING_S, PacketTrace

PARTS = ("home", "line", "internet", "server")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Loss of one part: single packets, or spells of *spell_s* in which all is lost."""

    part: str
    loss: float
    spell_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Traces over *duration_s* along one way; the same spells hit everything that passes."""

    faults: tuple[Fault, ...] = ()
    duration_s: float = 8.0
    probe_spacing_s: float = 0.1
    lazy: Place | None = None
    seed: int = 1

    def traces(self) -> tuple[PacketTrace, dict[Place, PacketTrace]]:
        dice = random.Random(self.seed)
        spells = {fault.part: self._spells(fault, dice) for fault in self.faults}
        target = self._trace(len(PARTS), SPACING_S, spells, dice)
        places = {
            place: self._trace(number, self.probe_spacing_s, spells, dice, place is self.lazy)
            for number, place in enumerate(CHAIN, start=1)
        }
        return target, places

    def _spells(self, fault: Fault, dice: random.Random) -> list[float]:
        """Bounds of the spells, begin and end in turn."""
        bounds: list[float] = []
        at_s = 0.0
        while fault.spell_s and at_s < self.duration_s:
            at_s += dice.expovariate(fault.loss / fault.spell_s)
            bounds += [at_s, at_s + fault.spell_s]
            at_s += fault.spell_s
        return bounds

    def _trace(
        self,
        parts: int,
        spacing_s: float,
        spells: dict[str, list[float]],
        dice: random.Random,
        is_lazy: bool = False,
    ) -> PacketTrace:
        passed = [fault for fault in self.faults if PARTS.index(fault.part) < parts]
        sent = tuple(number * spacing_s for number in range(int(self.duration_s / spacing_s)))
        received = []
        for at_s in sent:
            in_spell = any(bisect_right(spells[fault.part], at_s) % 2 for fault in passed)
            single = any(not one.spell_s and dice.random() < one.loss for one in passed)
            is_ignored = is_lazy and dice.random() < 0.4
            received.append(None if in_spell or single or is_ignored else at_s + 0.01 * parts)
        late = (0.0,) * len(sent)
        return PacketTrace(sent_s=sent, received_s=tuple(received), lateness_s=late)
