"""Who is to blame: the one sentence that a help desk reads first, and what supports it.

Nothing is judged here: the checks have judged. What weighs most comes first; among equals a cause
comes before what follows from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workspace_assistant.core.phrases import spoken
from workspace_assistant.core.readiness.culprit_rules import (
    FIRST,
    LAST,
    NEVER_OF_CALLS,
    PORTAL,
    SUFFERING_CODES,
    Link,
    Rule,
    explained_by,
    weak_codes,
)
from workspace_assistant.core.readiness.model import (
    CheckResult,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.path.facts import has_voice_arrived
from workspace_assistant.core.text import Say, in_english

__all__ = ["Culprit", "Link", "find_culprit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Culprit:
    """`headline` is in plain words, with its numbers; `evidence` are further sentences.

    `code` is that of the finding (or the reason of the gap) it was concluded from.
    """

    link: Link
    headline: str
    evidence: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """A finding, or the reason why the voice path could not be tested at all."""

    code: str
    message: str
    check_id: str
    weight: int


@dataclass(frozen=True, slots=True)
class _Suspect:
    link: Link
    sign: _Sign
    weight: int


_VOICE, _ENDPOINTS = "voice-path", "endpoints"
_TELLING = (_VOICE, "connection", "bandwidth")
_WEIGHTS = {Severity.INFO: 0, Severity.CAUTION: 1, Severity.NOT_READY: 2}
_NONE, _CAUTION, _MOST = _WEIGHTS.values()
_MOST_EVIDENCE = 4
_NEXT_SENTENCE = re.compile(r"(?<=\.)\s+(?=[A-Z])")
_NUMBER = re.compile(r"\d")


def find_culprit(report: ReadinessReport, say: Say = in_english) -> Culprit | None:
    """The culprit of *report*; None when nothing disturbs the calls as far as was tested."""
    signs = tuple(_signs(report, say))
    worst = max(_suspects(report, signs), key=lambda one: one.weight, default=None)
    return None if worst is None else _culprit(worst, signs)


def _suspects(report: ReadinessReport, signs: Sequence[_Sign]) -> Iterator[_Suspect]:
    """In the order of cause and effect. A weak link that was measured stands for all places."""
    weak = _weak_link(report, signs)
    if weak is not None:
        yield weak
    does_voice_suffer = _weight_of(signs, SUFFERING_CODES, _VOICE) > _NONE
    yield from _by_rules(FIRST, signs, weak, does_voice_suffer=does_voice_suffer)
    for sign in signs:
        if sign.check_id == _ENDPOINTS and sign.weight > (_CAUTION if does_voice_suffer else _NONE):
            yield _Suspect(Link.EMPLOYER, sign, sign.weight)
    yield from _by_rules(LAST, signs, weak, does_voice_suffer=does_voice_suffer)


def _by_rules(
    rules: Sequence[Rule],
    signs: Sequence[_Sign],
    weak: _Suspect | None,
    *,
    does_voice_suffer: bool,
) -> Iterator[_Suspect]:
    for rule in rules:
        if (rule.is_place and weak is not None) or (rule.is_soft and does_voice_suffer):
            continue
        for code in rule.codes:
            for sign in signs:
                if sign.code == code and (rule.with_notes or sign.weight > _NONE):
                    explained = _weight_of(signs, explained_by(code))
                    yield _Suspect(rule.link, sign, max(sign.weight, explained))


def _weak_link(report: ReadinessReport, signs: Sequence[_Sign]) -> _Suspect | None:
    """The remark by which the voice path check found its weak link; it weighs as all of that."""
    measured = (one for check in report.checks for one in check.measurements)
    link = next((str(one.value) for one in measured if one.id == "path.weak_link"), "")
    codes = weak_codes(link)
    remarks = (sign for sign in signs if sign.check_id == _VOICE and sign.code in codes)
    remark = next(remarks, None)
    if remark is None:
        return None
    return _Suspect(Link(link), remark, _weight_of(signs, SUFFERING_CODES, _VOICE))


def _weight_of(
    signs: Sequence[_Sign], codes: Sequence[str] | frozenset[str], check: str = ""
) -> int:
    weights = (s.weight for s in signs if s.code in codes and (not check or s.check_id == check))
    return max(weights, default=_NONE)


def _signs(report: ReadinessReport, say: Say) -> Iterator[_Sign]:
    has_arrived = has_voice_arrived(report)
    for check in report.checks:
        for finding in check.findings:
            # A sign-in page that voice packets pass by keeps no call from working.
            is_passed_by = finding.code == PORTAL and has_arrived
            if not is_passed_by and finding.code not in NEVER_OF_CALLS:
                yield _Sign(
                    code=finding.code,
                    message=spoken(say, finding.message),
                    check_id=check.id,
                    weight=_WEIGHTS[finding.severity],
                )
        yield from _untested(check, say)


def _untested(check: CheckResult, say: Say) -> Iterator[_Sign]:
    """The first reason why a whole check told nothing: it may be what a call would meet too."""
    if check.verdict is Verdict.NOT_TESTED and check.id in _TELLING and check.not_measured:
        gap = check.not_measured[0]
        weight = _MOST if check.required else _CAUTION
        detail = spoken(say, gap.detail)
        yield _Sign(code=gap.reason, message=detail, check_id=check.id, weight=weight)


def _culprit(worst: _Suspect, signs: Sequence[_Sign]) -> Culprit:
    headline, *rest = _NEXT_SENTENCE.split(worst.sign.message)
    if rest and _NUMBER.search(rest[0]) and not _NUMBER.search(headline):
        headline, rest = f"{headline} {rest[0]}", rest[1:]
    supporting = (
        other.message
        for other in signs
        if other.weight > _NONE
        and other.check_id in _TELLING
        and other.message != worst.sign.message
    )
    evidence = tuple(dict.fromkeys((*rest, *supporting)))
    return Culprit(
        link=worst.link,
        headline=headline,
        evidence=evidence[:_MOST_EVIDENCE],
        code=worst.sign.code,
    )
