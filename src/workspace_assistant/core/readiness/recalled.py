"""Kept reports, whose sentences are made of their parts again: so any language can say them.

What an earlier version wrote in other words stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.findings import FindingText, said_parts
from workspace_assistant.core.readiness.model import CheckResult, Finding, ReadinessReport


def recalled(report: ReadinessReport) -> ReadinessReport:
    return replace(report, checks=tuple(map(_check, report.checks)))


def _check(check: CheckResult) -> CheckResult:
    return replace(check, findings=tuple(map(_finding, check.findings)))


def _finding(found: Finding) -> Finding:
    words = [texts[found.code] for texts in _tables() if found.code in texts]
    return replace(
        found,
        message=_again(found.message, [one.message for one in words], found.parameters),
        action=_again(found.action, [one.action for one in words], found.parameters),
    )


def _again(text: str, sentences: list[str], parameters: Mapping[str, str]) -> str:
    """*text* as the phrase that one of *sentences* makes of it; as it is where none does."""
    parts = said_parts(parameters)
    return next((one for one in _phrases(sentences, parts) if one == text), text)


def _phrases(sentences: list[str], parts: Mapping[str, str]) -> Iterator[Phrase]:
    for sentence in sentences:
        try:
            yield Phrase(sentence, **parts)
        except KeyError:  # an earlier version knew fewer parts
            continue


@cache
def _tables() -> tuple[Mapping[str, FindingText], ...]:
    """All words of all findings; only who recalls a report needs them together."""
    from workspace_assistant.core.readiness.bandwidth import texts as bandwidth
    from workspace_assistant.core.readiness.computer import texts as computer
    from workspace_assistant.core.readiness.connection import texts as connection
    from workspace_assistant.core.readiness.endpoints import texts as endpoints
    from workspace_assistant.core.readiness.headset import texts as headset
    from workspace_assistant.core.readiness.microphone import texts as microphone
    from workspace_assistant.core.readiness.microphone import variant_texts as variants
    from workspace_assistant.core.readiness.voice_path import texts as voice_path

    return (
        *(one.FINDINGS for one in (bandwidth, computer, connection, endpoints)),
        *(one.FINDINGS for one in (headset, microphone, voice_path)),
        headset.LOUDER_THAN_PLAYED,
        variants.NARROWER_THAN_ASKED,
        variants.FILLED_GAPS,
        variants.HUMMING,
        variants.HANDS_FREE,
        *variants.WIDE_HANDS_FREE.values(),
        variants.SUPPRESSED_NOISE,
        variants.GATED_WORDS,
        variants.NO_LOUDER,
        variants.CLIPPED_YET_QUIET,
        variants.TOO_LOUD_AND_CLIPPED,
    )
