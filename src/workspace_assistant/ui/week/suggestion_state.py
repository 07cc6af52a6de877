"""What could be done about numbers that are not met. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.balance.summary_model import Suggestion
from workspace_assistant.core.tips.model import Tip
from workspace_assistant.core.tips.texts import GRADES
from workspace_assistant.ui.week import texts
from workspace_assistant.ui.week.situation import Seen, Situation
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionState:
    """A tip for one number.

    Attributes:
        about: which number.
        grade: how strong the evidence is, and where it comes from.
        url: of the source; empty for none.
        link: what the link to it says to those who do not see.
        was_helpful: the person said so just now.
    """

    tip_id: str
    about: str
    text: str
    grade: str
    url: str
    link: str
    was_helpful: bool


def suggestion_states(now: Situation, seen: Seen, wording: Wording) -> tuple[SuggestionState, ...]:
    """A tip that the catalog has no more is left out."""
    found = (one for one in seen.summary.suggestions if one.tip_id in seen.tips)
    return tuple(_state(one, now, seen, wording) for one in found)


def _state(one: Suggestion, now: Situation, seen: Seen, wording: Wording) -> SuggestionState:
    say, tip = wording.say, seen.tips[one.tip_id]
    return SuggestionState(
        tip_id=tip.id,
        about=say(texts.ABOUT, name=say(one.indicator.name)),
        text=say(tip.text),
        grade=_grade(tip, wording),
        url=tip.source.url if tip.source else "",
        link=say(texts.SOURCE_OPEN, source=tip.source.title) if tip.source else "",
        was_helpful=tip.id in now.helped,
    )


def _grade(tip: Tip, wording: Wording) -> str:
    if tip.grade.is_idea or tip.source is None:
        return wording.say(texts.IDEA)
    word = wording.say(GRADES[tip.grade])
    grade = wording.say(texts.GRADED, grade=tip.grade.value, word=word)
    said = texts.GRADED_SOURCE if tip.source.year else texts.GRADED_SOURCE_OLD
    return wording.say(
        said, grade=grade, by=tip.source.by, year=str(tip.source.year), title=tip.source.title
    )
