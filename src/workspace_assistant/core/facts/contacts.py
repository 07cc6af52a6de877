"""Hard contacts: those marked as they came, and those told in check-ins.

What a check-in tells of its time stands in place of the marks in it. Where nothing was marked or
told nothing is known: nobody said that there was none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workspace_assistant.core.check_in.model import Answers, CheckIn, HardContact
from workspace_assistant.core.facts.model import Fact, Unknown
from workspace_assistant.core.facts.shift_in_view import is_over, shift_in_view
from workspace_assistant.core.facts.sources import Sources
from workspace_assistant.core.facts.telling import known, known_of_shift, unknown
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.spans import Span

_Told = Callable[[Answers], int | None]
_Marked = Callable[[HardContact], bool]

_KINDS: dict[str, tuple[_Told, _Marked]] = {
    "contacts.hard.week": (lambda one: one.hard_contacts, lambda _: True),
    "contacts.abusive.week": (lambda one: one.abusive_contacts, lambda one: one.is_abusive),
    "contacts.hard_solved.week": (lambda one: one.solved_contacts, lambda one: one.is_solved),
}
_HARD_TOLD, _HARD_MARKED = _KINDS["contacts.hard.week"]


def contact_facts(sources: Sources, windows: Windows) -> Iterator[Fact | Unknown]:
    yield _of_shift(sources, windows)
    for name, (told, marked) in _KINDS.items():
        yield _counted(name, sources, windows.week, (told, marked))


def _of_shift(sources: Sources, windows: Windows) -> Fact | Unknown:
    name = "contacts.hard.shift"
    shift = shift_in_view(sources.shifts, windows)
    if shift is None:
        return unknown(name, "no-shift-in-week")
    own = [one for one in sources.check_ins if one.shift_id == shift.id]
    telling = [one for one in own if _HARD_TOLD(one.answers) is not None]
    inside = [one for one in sources.hard_contacts if shift.span.holds(one.at)]
    marks = [one for one in inside if not _is_told(one, telling)]
    if not telling and not marks:
        return unknown(name, "no-contacts-marked")
    total = len(marks) + sum(_HARD_TOLD(one.answers) or 0 for one in telling)
    return known_of_shift(name, total, is_over=is_over(shift, windows))


def _counted(
    name: str, sources: Sources, span: Span, kind: tuple[_Told, _Marked]
) -> Fact | Unknown:
    told, marked = kind
    telling = [
        one for one in sources.check_ins if span.holds(one.at) and told(one.answers) is not None
    ]
    marks = [
        one for one in sources.hard_contacts if span.holds(one.at) and not _is_told(one, telling)
    ]
    if not telling and not marks:
        return unknown(name, "no-contacts-marked")
    total = sum(told(one.answers) or 0 for one in telling) + sum(map(marked, marks))
    return known(name, total, count=len(telling) + len(marks))


def _is_told(mark: HardContact, telling: Sequence[CheckIn]) -> bool:
    return any(one.since <= mark.at <= one.until for one in telling)
