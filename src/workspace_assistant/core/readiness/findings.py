"""Findings from their texts: every code has one sentence and one next step, kept in a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.limits import Judgement
from workspace_assistant.core.readiness.model import Finding, Severity, Value

# Parts that hold words of ours, marked for translation; the others hold numbers and names.
_OUR_WORDS = frozenset(
    {"act", "doubt", "fate", "how", "link", "phase", "step", "transport", "what", "why"}
)


@dataclass(frozen=True, slots=True)
class FindingText:
    """The words of one finding code; `{name}` places are filled from the finding's parameters."""

    message: str
    action: str


def finding(
    texts: Mapping[str, FindingText],
    code: str,
    severity: Severity,
    measurement: str,
    *,
    value: Value | None = None,
    limit: float | None = None,
    parameters: Mapping[str, str] | None = None,
) -> Finding:
    """The finding *code* in words. Raises KeyError for a code without text: a bug, not a state."""
    text = texts[code]
    filled = said_parts(parameters or {})
    return Finding(
        code=code,
        severity=severity,
        measurement=measurement,
        value=value,
        limit=limit,
        message=Phrase(text.message, **filled),
        action=Phrase(text.action, **filled),
        parameters=filled,
    )


def said_parts(parameters: Mapping[str, str]) -> dict[str, str]:
    """The same, of which those with words of ours can be said in any language."""
    return {name: _said(name, part) for name, part in parameters.items()}


def _said(name: str, part: str) -> str:
    return Phrase(part) if name in _OUR_WORDS and not isinstance(part, Phrase) else part


def broken(
    texts: Mapping[str, FindingText],
    code: str,
    judgement: Judgement,
    measurement: str,
    *,
    value: float,
    parameters: Mapping[str, str],
) -> tuple[Finding, ...]:
    """The finding for a value that broke its limit, or nothing when it kept it."""
    if judgement.severity is None:
        return ()
    return (
        finding(
            texts,
            code,
            judgement.severity,
            measurement,
            value=value,
            limit=judgement.limit,
            parameters=parameters,
        ),
    )
