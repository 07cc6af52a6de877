"""What the history page shows, in plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workspace_assistant.core.joining import SEMICOLON, joined
from workspace_assistant.core.readiness.history import Trend, trends
from workspace_assistant.core.readiness.model import ReadinessReport, Verdict
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.core.readiness.verdict import looped_checks, unjudged
from workspace_assistant.ui.history import texts
from workspace_assistant.ui.verdict_look import (
    EARLIER,
    FAILED,
    INVITATION,
    READY_IN_PART,
    Look,
    is_whole,
    report_look,
)
from workspace_assistant.ui.wording.names import (
    check_title,
    display_rank,
    listed,
    measurement_label,
    noun_inside,
)
from workspace_assistant.ui.wording.quantities import quantity
from workspace_assistant.ui.wording.wording import Wording

_MOST_ROWS = 30
# Of the key numbers those that an agent can act on; the others are in every report.
_SHOWN = (
    "bandwidth.download",
    "bandwidth.upload",
    "bandwidth.loaded_latency",
    "voice.mos",
    "voice.loss",
    "microphone.active_speech_level",
    "microphone.snr",
    "computer.cpu_utilization",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendState:
    """One key number: the latest big, the earlier ones as a curve around the usual value."""

    title: str
    number: str
    unit: str
    detail: str
    points: tuple[tuple[float, float], ...]
    usual: float | None
    starts_at_zero: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCheck:
    when: str
    look: Look
    word: str
    remark: str
    profile: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryState:
    """`invites` is whether the one useful thing to do is a first check."""

    look: Look
    headline: str
    sentence: str = ""
    trends: tuple[TrendState, ...] = ()
    rows: tuple[PastCheck, ...] = ()
    invites: bool = False


def history_state(reports: tuple[ReadinessReport, ...] | None, wording: Wording) -> HistoryState:
    """The page for *reports*, newest first; None while they are being read."""
    if reports is None:
        return HistoryState(look=EARLIER, headline=wording.say(texts.READING))
    if not reports:
        return HistoryState(
            look=INVITATION,
            headline=wording.say(texts.NOTHING_YET),
            sentence=wording.say(texts.NOTHING_YET_SENTENCE),
            invites=True,
        )
    whole = tuple(filter(is_whole, reports))
    return HistoryState(
        look=report_look((whole or reports)[0]),
        headline=_headline(whole, wording, is_all=whole == reports),
        sentence=_sentence(reports, wording),
        trends=tuple(
            _trend(trend, wording) for trend in trends(reports) if trend.measurement in _SHOWN
        ),
        rows=tuple(_row(report, wording) for report in reports[:_MOST_ROWS]),
    )


def unreadable_state(reason: str, wording: Wording) -> HistoryState:
    """The page when the history cannot be had; *reason* says why, in the user's words."""
    return HistoryState(look=FAILED, headline=wording.say(texts.UNREADABLE), sentence=reason)


def _sentence(reports: tuple[ReadinessReport, ...], wording: Wording) -> str:
    said = (
        wording.say(texts.SINCE, date=wording.short_date(reports[-1].finished_at)),
        "" if all(map(is_whole, reports)) else wording.say(texts.COUNTED),
        wording.say(texts.IN_PART_READY) if any(map(_is_ready_in_part, reports)) else "",
    )
    return " ".join(filter(None, said))


def _is_ready_in_part(report: ReadinessReport) -> bool:
    """Counted as ready, though not every limit could be held against a number."""
    return is_whole(report) and report_look(report) is READY_IN_PART


def _headline(reports: tuple[ReadinessReport, ...], wording: Wording, *, is_all: bool) -> str:
    """How these whole checks went; *is_all* when there are no others."""
    count = len(reports)
    if count == 0:
        return wording.say(texts.NONE_WHOLE)
    if count == 1:
        verdict = wording.say(report_look(reports[0]).word).lower()
        return wording.say(texts.ONE_CHECK if is_all else texts.ONE_WHOLE, verdict=verdict)
    ready = sum(report.verdict is Verdict.READY for report in reports)
    if ready == count:
        return wording.say(texts.ALL_READY, count=str(count))
    return wording.say(texts.SOME_READY, ready=str(ready), count=str(count))


def _trend(trend: Trend, wording: Wording) -> TrendState:
    shown = quantity(trend.latest.value, trend.unit)
    if trend.usual is None:
        detail = wording.say(texts.NO_USUAL)
    else:
        usual = format_value(trend.usual, trend.unit)
        detail = wording.say(texts.USUAL, usual=usual, count=str(trend.earlier_count))
    title = measurement_label(trend.measurement, wording)
    return TrendState(
        title=title,
        number=shown.number,
        unit=shown.unit,
        detail=detail,
        points=tuple((float(i), point.value) for i, point in enumerate(trend.points)),
        usual=trend.usual,
        starts_at_zero=not trend.unit.startswith("dB"),
        text=f"{title}: {shown.text}. {detail}",
    )


def _row(report: ReadinessReport, wording: Wording) -> PastCheck:
    look = report_look(report)
    return PastCheck(
        when=wording.say(
            texts.DATE_AND_TIME,
            date=wording.short_date(report.finished_at),
            clock=wording.clock(report.finished_at),
        ),
        look=look,
        word=wording.say(look.word),
        remark=_remark(report, wording),
        profile=wording.say(report.profile_name),
    )


def _remark(report: ReadinessReport, wording: Wording) -> str:
    """Which checks are not ready, then what the verdict leaves out."""
    troubled = [check.id for check in report.checks if check.verdict is not Verdict.READY]
    reserves = (
        _named(texts.IN_PART, _titles(report.deselected, wording), wording),
        _named(texts.OWN_LOOP, _titles(looped_checks(report), wording), wording),
        _named(texts.NOT_MEASURED, _labels(unjudged(report), wording), wording),
    )
    titles = tuple(noun_inside(one, wording) for one in _titles(troubled, wording))
    parts = (listed(titles, wording), *reserves)
    said = joined(parts, wording.say, SEMICOLON)
    return said[:1].upper() + said[1:]


def _named(sentence: str, names: tuple[str, ...], wording: Wording) -> str:
    inside = tuple(noun_inside(one, wording) for one in names)
    return wording.say(sentence, names=listed(inside, wording)) if names else ""


def _titles(check_ids: Iterable[str], wording: Wording) -> tuple[str, ...]:
    return tuple(check_title(check_id, wording) for check_id in sorted(check_ids, key=display_rank))


def _labels(measurements: tuple[str, ...], wording: Wording) -> tuple[str, ...]:
    return tuple(measurement_label(each, wording) for each in measurements)
