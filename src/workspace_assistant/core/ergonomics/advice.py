"""What to change first: every item is scored again with its best answers.

The final score is the highest section's, so that a change in another section changes nothing.
"""

from __future__ import annotations

from dataclasses import replace

from workspace_assistant.core.ergonomics.model import (
    ACTION_LEVEL,
    HIGHEST_SCORE,
    Advice,
    Answers,
    Change,
    Item,
    Sheet,
)
from workspace_assistant.core.ergonomics.questions import (
    SECTION_OF,
    aim,
    best_answer,
    chosen,
    is_asked,
    questions_of,
)
from workspace_assistant.core.ergonomics.rosa import result_of

_BEHIND = HIGHEST_SCORE + 1  # where a score that is not known sorts


def advice_of(sheet: Sheet) -> Advice:
    """Empty where nothing costs points."""
    return Advice(changes=changes_of(sheet), steps=steps_of(sheet))


def changes_of(sheet: Sheet) -> tuple[Change, ...]:
    """Each item that costs points, changed alone; what helps most comes first."""
    drivers = result_of(sheet).drivers
    found = (change_of(item, sheet) for item in Item)
    return tuple(
        sorted(
            (one for one in found if one is not None),
            key=lambda one: (
                one.final_after or _BEHIND,
                one.section not in drivers,
                one.section_after or _BEHIND,
                -one.saved_points,
            ),
        )
    )


def change_of(item: Item, sheet: Sheet) -> Change | None:
    """None where *item* is at its best, or not known."""
    fixes = _fixes(item, sheet.answers)
    before, after = result_of(sheet), result_of(improved(sheet, item))
    points_before, points_after = before.item(item).points, after.item(item).points
    if points_before is None or points_after is None or not fixes:
        return None
    section = SECTION_OF[item]
    return Change(
        item=item,
        section=section,
        fixes=fixes,
        saved_points=points_before - points_after,
        section_before=before.section(section).score,
        section_after=after.section(section).score,
        final_before=before.final,
        final_after=after.final,
    )


def steps_of(sheet: Sheet) -> tuple[Change, ...]:
    """What is best each time, until the score is below the action level: no step is needless.

    With everything at its best no time of use reaches that level, so that the steps always do.
    """
    steps: list[Change] = []
    while (result_of(sheet).final or 0) >= ACTION_LEVEL:
        best = changes_of(sheet)[0]
        steps.append(best)
        sheet = improved(sheet, best.item)
    return tuple(steps)


def improved(sheet: Sheet, *items: Item) -> Sheet:
    """*sheet* with the answers to aim at, in all that was answered about *items*."""
    answers = dict(sheet.answers)
    for item in items:
        for one in questions_of(item):
            aimed_at = aim(one, sheet.answers)
            if not is_asked(one, sheet.answers):
                # Only now asked, it is at its best: nobody gets bad armrests on advice.
                aimed_at = best_answer(one) if is_asked(one, answers) else None
            if aimed_at is not None:
                answers[one.id] = aimed_at
    return replace(sheet, answers=answers)


def _fixes(item: Item, answers: Answers) -> tuple[str, ...]:
    """What to do about *item*: a sentence for each answer that costs points."""
    return tuple(
        option.fix
        for one in questions_of(item)
        if is_asked(one, answers)
        for option in chosen(answers, one.id) or ()
        if option.fix
    )
