"""What goes wrong on the way to a calendar, in the words of shifts. Nothing repeats an address."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime

from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.core.readiness.bandwidth.model import Reason
from workspace_assistant.core.shifts import calendar_texts as texts
from workspace_assistant.core.shifts.feed_address import FeedAddress
from workspace_assistant.core.shifts.ports import CalendarError

_LONGEST_RETRY_S = 24 * 3600.0
_FOREIGN_SIGN_INS = ("bearer", "digest", "negotiate", "ntlm", "authsub")
_OF_THE_WAY = {
    Reason.BAD_SERVER_ADDRESS: ("bad-address", texts.NO_ADDRESS),
    Reason.NAME_NOT_RESOLVED: ("name-unknown", texts.NAME_UNKNOWN),
    Reason.CONNECTION_RESET: ("connection-ended", texts.ENDED_EARLY),
    Reason.CERTIFICATE_UNTRUSTED: ("tls", texts.NOT_TRUSTED),
    Reason.TLS_FAILED: ("tls", texts.NOT_SECURED),
}
_OF_THE_SERVER = {
    401: ("sign-in-needed", texts.SIGN_IN_NEEDED),
    403: ("forbidden", texts.FORBIDDEN),
    404: ("not-found", texts.NOT_FOUND),
    410: ("gone", texts.GONE),
    429: ("too-many-requests", texts.TOO_MANY_REQUESTS),
}


def connection_error(error: ExchangeError) -> CalendarError:
    """Why no connection to the server came about."""
    code, sentence = _OF_THE_WAY.get(error.reason, ("no-connection", texts.NO_CONNECTION))
    return CalendarError(code, sentence)


def status_error(status: int, retry_after: str) -> CalendarError:
    """What an HTTP status other than success means (RFC 9110, 15)."""
    retry_after_s = retry_seconds(retry_after, time.time())
    if known := _OF_THE_SERVER.get(status):
        return CalendarError(*known, retry_after_s=retry_after_s)
    if status >= 500:
        code, sentence = "server-error", texts.SERVER_TROUBLE
    elif status >= 400:
        code, sentence = "refused", texts.REFUSED
    else:
        return odd_answer()
    return CalendarError(code, sentence, retry_after_s=retry_after_s, status=str(status))


def retry_seconds(retry_after: str, now_s: float) -> float | None:
    """Seconds or a date (RFC 9110, 10.2.3); a day at the most, None where nothing sensible is."""
    if retry_after.isascii() and retry_after.isdecimal():
        return min(float(retry_after[:9]), _LONGEST_RETRY_S)
    try:
        wait_s = parsedate_to_datetime(retry_after).timestamp() - now_s
    except (OverflowError, ValueError):
        return None
    return min(max(0.0, wait_s), _LONGEST_RETRY_S)


def timed_out(limit_s: float) -> CalendarError:
    return CalendarError("timed-out", texts.TIMED_OUT, limit=f"{limit_s:g}")


def too_large(limit_bytes: int) -> CalendarError:
    return CalendarError("too-large", texts.TOO_LARGE, most=f"{limit_bytes / 1e6:g}")


def ended_early() -> CalendarError:
    return CalendarError("connection-ended", texts.ENDED_EARLY)


def odd_answer() -> CalendarError:
    return CalendarError("odd-answer", texts.ODD_ANSWER)


def redirected_elsewhere() -> CalendarError:
    return CalendarError("redirected-elsewhere", texts.REDIRECTED_ELSEWHERE)


def too_many_redirects() -> CalendarError:
    return CalendarError("too-many-redirects", texts.TOO_MANY_REDIRECTS)


def sign_in_error(challenge: str, *, has_tried: bool) -> CalendarError:
    """Of a 401: *challenge* names the ways to sign in, of which only Basic is known here.

    Some servers name words of their own alone and take Basic all the same.
    """
    named = challenge.lower()
    if "basic" not in named and any(way in named for way in _FOREIGN_SIGN_INS):
        return CalendarError("sign-in-foreign", texts.SIGN_IN_FOREIGN)
    if has_tried:
        return CalendarError("sign-in-refused", texts.SIGN_IN_REFUSED)
    return CalendarError("sign-in-needed", texts.SIGN_IN_NEEDED)


def other_server(address: FeedAddress) -> CalendarError:
    """Names the other server: only to be told to the one who asks, and never to be kept."""
    return CalendarError(
        "other-server", texts.OTHER_SERVER, place=f"{address.scheme}://{address.authority}"
    )


def other_server_now() -> CalendarError:
    return CalendarError("other-server", texts.OTHER_SERVER_NOW)


def no_calendar_server() -> CalendarError:
    return CalendarError("no-calendar-server", texts.NO_CALENDAR_SERVER)


def no_calendars() -> CalendarError:
    return CalendarError("no-calendars", texts.NO_CALENDARS)


def not_found() -> CalendarError:
    return CalendarError("not-found", texts.NOT_FOUND)
