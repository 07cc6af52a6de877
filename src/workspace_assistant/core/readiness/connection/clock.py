"""How far this computer's clock is off, from the four instants of a time server's answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workspace_assistant.core.readiness.connection.model import ClockOffset

SNTP = "sntp"
HTTP_DATE = "http-date"
_DATE_STEP_S = 1.0  # an HTTP date has whole seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSample:
    """One exchange with a time server (RFC 4330, section 5), in seconds since 1970.

    Attributes:
        asked_s, answered_s: when the question left and the answer came, by this computer's clock.
        received_s, sent_s: when the server got the one and sent the other, by its clock.
    """

    asked_s: float
    received_s: float
    sent_s: float
    answered_s: float

    @property
    def delay_s(self) -> float:
        """Time under way, both directions; the server's own time left out."""
        return (self.answered_s - self.asked_s) - (self.sent_s - self.received_s)

    @property
    def offset_s(self) -> float:
        """This computer's clock minus the server's."""
        ahead_s = (self.received_s - self.asked_s) + (self.sent_s - self.answered_s)
        return -ahead_s / 2


def offset_by_sntp(samples: Sequence[TimeSample], server: str) -> ClockOffset | None:
    """From the sample that was under way shortest: it holds the least asymmetry. None of none."""
    possible = [sample for sample in samples if sample.delay_s >= 0]
    if not possible:
        return None
    best = min(possible, key=lambda sample: sample.delay_s)
    return ClockOffset(
        offset_ms=1000 * best.offset_s,
        uncertainty_ms=1000 * best.delay_s / 2,
        server=server,
        method=SNTP,
    )


def offset_by_date(asked_s: float, date_s: float, answered_s: float, server: str) -> ClockOffset:
    """From the date of a web server's answer, which was cut to the second below.

    The server's clock read something between *date_s* and one second more, at some moment between
    question and answer.
    """
    middle_s = (asked_s + answered_s) / 2
    bound_s = (_DATE_STEP_S + answered_s - asked_s) / 2
    return ClockOffset(
        offset_ms=1000 * (middle_s - (date_s + _DATE_STEP_S / 2)),
        uncertainty_ms=1000 * bound_s,
        server=server,
        method=HTTP_DATE,
    )
