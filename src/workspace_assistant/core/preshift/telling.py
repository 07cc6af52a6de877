"""What a person is told of a check before a shift: at most one thing, and only what is sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from workspace_assistant.core.preshift import texts
from workspace_assistant.core.preshift.confirming import CONNECTION, troubled
from workspace_assistant.core.preshift.model import (
    KEY_CHECK,
    KEY_LATER,
    KEY_MICROPHONE,
    KEY_OPEN,
    Attempt,
)
from workspace_assistant.core.preshift.planning import SECOND, about
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.names import CHECK_TITLES
from workspace_assistant.core.reminders.model import Action, Outcome, Reminder, ReminderKind
from workspace_assistant.core.shifts.model import Shift
from workspace_assistant.core.text import Say

CHECK_FAILED = "check-failed"

_SEVERITIES = (Severity.NOT_READY, Severity.CAUTION)
_WORST_FIRST = (Verdict.NOT_READY, Verdict.NOT_TESTED, Verdict.CAUTION, Verdict.READY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What becomes of one check: a reminder to show, or none, and why.

    Attributes:
        title: of the why-log's line, also where nothing is shown.
        outcome: `SHOWN` is what is wanted; whether it worked the desktop decides.
        withdraws: what is on the screen of this kind is true no longer.
    """

    kind: ReminderKind
    title: str
    outcome: Outcome
    reason: str
    detail: str = ""
    reminder: Reminder | None = None
    withdraws: ReminderKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How sentences and times are written for this person.

    Attributes:
        clock: a time of day, such as ``08:00``.
        written_day: such as ``Mon 23 Nov``.
        day: the same as a date of the person's calendar.
    """

    say: Say
    clock: Callable[[datetime], str]
    written_day: Callable[[datetime], str]
    day: Callable[[datetime], date]


def top_finding(report: ReadinessReport) -> Finding | None:
    """The finding that decides: the worst of the checks that keep the run from being ready."""
    findings = [found for check in troubled(report) for found in check.findings]
    by_weight = [one for severity in _SEVERITIES for one in findings if one.severity is severity]
    return next(iter(by_weight), None)


def top_code(report: ReadinessReport) -> str:
    """Code of what decides: a finding's, or the reason why a check could not be done."""
    finding = _deciding(report)
    if finding is not None:
        return finding.code
    return next((f"{one.id}-not-tested" for one in _untested(report)), "")


def telling(
    shift: Shift,
    attempt: Attempt,
    told: Attempt | None,
    report: ReadinessReport,
    words: Words,
    *,
    was_doubted: bool,
    offers_microphone: bool,
) -> Telling:
    """What becomes of *attempt*, given what the person was *told* of this shift before.

    *was_doubted*: a first bad sample was not confirmed. *offers_microphone*: its test is due as
    well, and one notification can ask for both.
    """
    if report.verdict is Verdict.READY:
        return _good(shift, told, words, was_doubted=was_doubted)
    reminder = _trouble(shift, report, words, offers_microphone=offers_microphone)
    is_same = told is not None and told.top_finding == attempt.top_finding
    is_asked = attempt.number > SECOND
    if told is not None and is_same and not _is_worse(report, told) and not is_asked:
        return _telling(reminder, Outcome.MERGED, "told-already")
    if is_asked:
        return _telling(reminder, Outcome.SHOWN, "asked-later")
    return _telling(reminder, Outcome.SHOWN, "other-trouble" if told else "confirmed-2-of-3")


def broken(shift: Shift, told: Attempt | None, words: Words) -> Telling:
    """What becomes of checks that our own failure ended, given what was *told* before."""
    reminder = Reminder(
        kind=ReminderKind.READINESS,
        about=about(shift),
        title=words.say(texts.BROKEN_TITLE, time=words.clock(shift.starts_at)),
        body=words.say(texts.BROKEN_BODY),
        actions=(
            Action(key=KEY_CHECK, label=words.say(texts.CHECK_NOW)),
            Action(key=KEY_OPEN, label=words.say(texts.OPEN)),
        ),
    )
    if told is not None:  # that is worth more
        return _telling(reminder, Outcome.MERGED, CHECK_FAILED)
    return _telling(reminder, Outcome.SHOWN, CHECK_FAILED)


def _good(shift: Shift, told: Attempt | None, words: Words, *, was_doubted: bool) -> Telling:
    start = words.clock(shift.starts_at)
    if told is None:
        return Telling(
            kind=ReminderKind.READINESS,
            title=words.say(texts.READY_TITLE, time=start),
            outcome=Outcome.HELD_BACK,
            reason="single-bad-sample" if was_doubted else "ready",
        )
    reminder = Reminder(
        kind=ReminderKind.READINESS_RECOVERED,
        about=about(shift),
        title=words.say(texts.RECOVERED_TITLE, time=start),
        body=words.say(texts.RECOVERED_BODY),
        actions=(Action(key=KEY_OPEN, label=words.say(texts.OPEN)),),
    )
    return _telling(reminder, Outcome.SHOWN, "recovered", withdraws=ReminderKind.READINESS)


def _trouble(
    shift: Shift, report: ReadinessReport, words: Words, *, offers_microphone: bool
) -> Reminder:
    start = words.clock(shift.starts_at)
    finding = _deciding(report)
    if finding is not None:
        is_red = finding.severity is Severity.NOT_READY
        title = words.say(texts.NOT_READY_TITLE if is_red else texts.CAUTION_TITLE, time=start)
        sentences = [finding.message, finding.action]
    else:
        title = words.say(texts.NOT_TESTED_TITLE, time=start)
        sentences = [*_untested_words(report, words), *_cause(report)]
    microphone = Action(key=KEY_MICROPHONE, label=words.say(texts.TEST_MICROPHONE))
    return Reminder(
        kind=ReminderKind.READINESS,
        about=about(shift),
        title=title,
        body="\n".join(filter(None, sentences)),
        actions=(
            Action(key=KEY_CHECK, label=words.say(texts.CHECK_NOW)),
            Action(key=KEY_LATER, label=words.say(texts.LATER)),
            *((microphone,) if offers_microphone else ()),
            Action(key=KEY_OPEN, label=words.say(texts.OPEN)),
        ),
    )


def _deciding(report: ReadinessReport) -> Finding | None:
    """None where what could not be tested outweighs what was found: then that is told."""
    finding = top_finding(report)
    is_grey = report.verdict is Verdict.NOT_TESTED
    return None if is_grey or finding is None else finding


def _untested(report: ReadinessReport) -> tuple[CheckResult, ...]:
    return tuple(one for one in troubled(report) if one.verdict is Verdict.NOT_TESTED)


def _untested_words(report: ReadinessReport, words: Words) -> Iterator[str]:
    """The first of them: one thing at a time, and most have the same cause."""
    for check in _untested(report)[:1]:
        name = words.say(CHECK_TITLES.get(check.id, check.id))
        reason = next((one.detail for one in check.not_measured), "")
        yield " ".join(filter(None, (words.say(texts.NOT_TESTED_BODY, name=name), reason)))


def _cause(report: ReadinessReport) -> Iterator[str]:
    """Why nothing could be tested, where the connection is down; that was confirmed as well."""
    for check in report.checks:
        if check.id == CONNECTION and check.verdict is Verdict.NOT_READY:
            worst = next(one for one in check.findings if one.severity is Severity.NOT_READY)
            yield from (worst.message, worst.action)


def _is_worse(report: ReadinessReport, told: Attempt) -> bool:
    return _WORST_FIRST.index(report.verdict) < _WORST_FIRST.index(Verdict(told.verdict))


def _telling(
    reminder: Reminder,
    outcome: Outcome,
    reason: str,
    withdraws: ReminderKind | None = None,
) -> Telling:
    return Telling(
        kind=reminder.kind,
        title=reminder.title,
        outcome=outcome,
        reason=reason,
        detail=reminder.body.replace("\n", " "),
        reminder=reminder if outcome is Outcome.SHOWN else None,
        withdraws=withdraws,
    )
