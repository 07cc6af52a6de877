"""All facts of one moment."""

from __future__ import annotations

from workspace_assistant.core.facts.breaks import break_facts
from workspace_assistant.core.facts.calls import call_facts
from workspace_assistant.core.facts.check_in import check_in_facts
from workspace_assistant.core.facts.computer import computer_facts
from workspace_assistant.core.facts.contacts import contact_facts
from workspace_assistant.core.facts.ergonomics import ergonomics_facts
from workspace_assistant.core.facts.focus import focus_facts
from workspace_assistant.core.facts.interruptions import interruption_facts
from workspace_assistant.core.facts.learning import learning_facts
from workspace_assistant.core.facts.line import line_facts
from workspace_assistant.core.facts.loudness import loudness_facts
from workspace_assistant.core.facts.microphone import microphone_facts
from workspace_assistant.core.facts.model import Facts
from workspace_assistant.core.facts.screen import screen_facts
from workspace_assistant.core.facts.shifts import shift_facts
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.facts.work import work_facts

_FEATURES = (
    interruption_facts,
    focus_facts,
    learning_facts,
    microphone_facts,
    line_facts,
    computer_facts,
    shift_facts,
    work_facts,
    screen_facts,
    break_facts,
    call_facts,
    loudness_facts,
    ergonomics_facts,
    check_in_facts,
    contact_facts,
)


def facts_of(sources: Sources) -> Facts:
    """Every name of `NAMES`: known with its number, or unknown with the reason."""
    windows = Windows(now=sources.now, zone=sources.zone)
    return {one.name: one for facts in _FEATURES for one in facts(sources, windows)}
