"""What is offered again is what was planned, not how long it took in the end."""

from __future__ import annotations

from tests.unit.core.focus.services import Day
from workspace_assistant.core.focus.acts import Plan
from workspace_assistant.core.focus.corrections import BlockEdit


def planned(day: Day) -> list[float | None]:
    return [block.planned_s for block in day.acts.recent(20)]


def test_an_extension_is_not_offered_again() -> None:
    day = Day()
    day.acts.start(Plan(name="Mail", planned_s=1500.0))
    day.acts.extend(600)
    day.acts.extend(600)
    day.acts.stop()

    assert planned(day) == [1500.0]
    assert day.acts.recent(20)[0].name == "Mail"


def test_an_extension_that_was_undone_counts_for_nothing() -> None:
    day = Day()
    day.acts.start(Plan(name="Mail", planned_s=1500.0))
    day.acts.undo(day.acts.extend(600).id)

    assert planned(day) == [1500.0]


def test_a_plan_that_was_corrected_was_meant() -> None:
    day = Day()
    day.acts.start(Plan(name="Mail", planned_s=1500.0))
    day.acts.extend(600)
    day.corrections.edit(day.running.id, BlockEdit(planned_s=3000.0))

    assert planned(day) == [3000.0]


def test_changes_of_other_blocks_and_other_facts_tell_nothing() -> None:
    day = Day()
    day.acts.start(Plan(name="Mail", planned_s=1500.0))
    day.clock.advance(600)
    day.acts.stop()
    day.acts.start(Plan(name="Calls"))
    day.clock.advance(600)
    day.acts.stop()
    both = [block.id for block in day.acts.recent(20)]
    day.corrections.merge(both[1], both[0])

    assert planned(day) == [1500.0]
