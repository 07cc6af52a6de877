"""Next steps of broken limits: each points to the place where it begins; no advice stands twice.

What to do about a place stands in the remark on it (`blame_texts`). A broken limit names the place
alone, so that nobody has to look for the remark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.model import Finding
from workspace_assistant.core.readiness.voice_path.pointer_texts import (
    IN_THE_VPN,
    ON_THE_WAY,
    QUEUE_MANAGEMENT,
    UNPLACED,
)
from workspace_assistant.core.readiness.voice_path.texts import FINDINGS
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# Which remarks place what broke the limit; the first one that there is counts.
_PLACED_BY: Mapping[str, tuple[str, ...]] = {
    "loss-high": ("loss-",),
    "loss-in-a-row": ("loss-",),
    "round-trip-long": ("delay-",),
    "jitter-high": ("jitter-",),
    "voice-quality-low": ("loss-", "delay-", "jitter-"),
}
_UNDER_LOAD = ("voice-suffers-under-download", "voice-suffers-under-upload")
BOTH_ACTS = QT_TRANSLATE_NOOP("voice-path", "{act}; {more}")
_TELLS_QUEUES = frozenset({"queue-at-the-line"})


def with_pointers(findings: Sequence[Finding]) -> list[Finding]:
    """*findings* in their order, with the actions that fit what else was found."""
    codes = [one.code for one in findings]
    is_cure_told = bool(_TELLS_QUEUES & set(codes))
    pointed = []
    for one in findings:
        act = _act(one.code, codes)
        if one.code in _UNDER_LOAD and not is_cure_told:
            act, is_cure_told = (
                Phrase(BOTH_ACTS, act=Phrase(act), more=Phrase(QUEUE_MANAGEMENT)),
                True,
            )
        pointed.append(_with_act(one, act) if act else one)
    return pointed


def _act(code: str, codes: Iterable[str]) -> str:
    """What to do about the finding *code* beside *codes*; empty where that is always the same."""
    if code == "voice-through-vpn" and "delay-through-vpn" in codes:
        return IN_THE_VPN
    if code not in _PLACED_BY:
        return UNPLACED.get(code, "")
    remarks = (other for kind in _PLACED_BY[code] for other in codes if other.startswith(kind))
    placed = (
        words for other in remarks for end, words in ON_THE_WAY.items() if other.endswith(end)
    )
    return next(placed, UNPLACED[code])


def _with_act(found: Finding, act: str) -> Finding:
    return finding(
        FINDINGS,
        found.code,
        found.severity,
        found.measurement,
        value=found.value,
        limit=found.limit,
        parameters={**found.parameters, "act": act},
    )
