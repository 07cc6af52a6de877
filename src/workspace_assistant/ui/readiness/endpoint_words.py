"""What the card of the employer's systems says: how many answer, and which do not."""

from __future__ import annotations

from collections.abc import Iterable

from workspace_assistant.core.joining import joined
from workspace_assistant.core.readiness.model import CheckResult, Severity
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.readiness import path_texts as texts
from workspace_assistant.ui.readiness.measured import Headline, lines
from workspace_assistant.ui.wording.names import listed
from workspace_assistant.ui.wording.wording import Wording

_CHECK = "endpoint"
_MOST_TIMES = 4
# Remarks about a system that answers all the same.
_REACHED = frozenset(
    {
        "endpoint-slow",
        "endpoint-certificate-expires-soon",
        "endpoint-ipv6-broken",
        "endpoint-request-refused",
        "sip-server-error",
        "websocket-no-pong",
    }
)
# Nobody can say whether the system would have answered.
_UNKNOWN = frozenset({"silent", "not-supported", "out-of-time"})


def endpoints_headline(check: CheckResult, wording: Wording) -> Headline | None:
    """None when the result names no system at all."""
    names = _names(check)
    if not names:
        return None
    weighty = [each for each in check.findings if each.severity is not Severity.INFO]
    failed = _distinct(each.measurement for each in weighty if each.code not in _REACHED)
    unknown = _without(
        _distinct(gap.id for gap in check.not_measured if gap.reason in _UNKNOWN), failed
    )
    doubtful = _without(_distinct(each.measurement for each in weighty), (*failed, *unknown))
    reached = _without(names, (*failed, *unknown))
    detail = lines(
        _listed(texts.NOT_REACHABLE, failed, wording),
        _listed(texts.NOT_TOLD, unknown, wording),
        _listed(texts.NEEDS_ATTENTION, doubtful, wording),
        _times(check, reached, wording),
    )
    number = wording.say(texts.REACHABLE_NUMBER, reached=str(len(reached)), count=str(len(names)))
    return Headline(number, wording.say(texts.REACHABLE), detail)


def _names(check: CheckResult) -> tuple[str, ...]:
    """The systems that the check tried, in its order."""
    return _distinct(
        (
            *(measurement.id for measurement in check.measurements),
            *(finding.measurement for finding in check.findings),
            *(missing.id for missing in check.not_measured),
        )
    )


def _times(check: CheckResult, names: tuple[str, ...], wording: Wording) -> str:
    """How long the last step of each of the first few took: that is the answer itself."""
    times: dict[str, str] = {}
    for measurement in check.measurements:
        name, _, step = _parts(measurement.id)
        if name in names and measurement.unit == "ms" and "." not in step:
            times[name] = format_value(measurement.value, measurement.unit)
    shown = [wording.say(texts.NAME_AND_TIME, name=name, took=took) for name, took in times.items()]
    return joined(shown[:_MOST_TIMES], wording.say)


def _distinct(ids: Iterable[str]) -> tuple[str, ...]:
    found = (name for name, _, step in map(_parts, ids) if name and step)
    return tuple(dict.fromkeys(found))


def _without(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)


def _parts(measurement_id: str) -> tuple[str, str, str]:
    """The system's name, and what was measured of it; both empty for what is about none."""
    check, _, rest = measurement_id.partition(".")
    return rest.partition(".") if check == _CHECK else ("", "", "")


def _listed(sentence: str, names: tuple[str, ...], wording: Wording) -> str:
    return wording.say(sentence, names=listed(names, wording)) if names else ""
