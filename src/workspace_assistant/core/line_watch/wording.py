"""One event in words: "10:42:10-10:42:31 3 of 21 packets lost (14 %), the router answered all"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.line_watch import texts
from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Side
from workspace_assistant.core.text import Say

_SIDES = {Side.BEYOND: texts.BEYOND, Side.HOME: texts.HOME, Side.UNKNOWN: texts.UNKNOWN}


def time_text(event: LineEvent, zone: tzinfo) -> str:
    """From the first bad second to the last, by the wall clock of *zone*."""
    begin, end = (f"{at.astimezone(zone):%H:%M:%S}" for at in (event.started_at, event.ended_at))
    return begin if begin == end else f"{begin}\N{EN DASH}{end}"


def amount_text(event: LineEvent, say: Say) -> str:
    """How bad it was, in numbers."""
    return _AMOUNTS[event.kind](event, say)


def place_text(event: LineEvent, say: Say) -> str:
    """Where it lies, and the router's figures that tell so."""
    if event.kind is EventKind.COMPUTER:
        return say(texts.THIS_COMPUTER)
    return f"{_gateway_text(event, say)}; {say(_SIDES[event.side])}"


def event_text(event: LineEvent, zone: tzinfo, say: Say) -> str:
    """The whole line of the log."""
    return f"{time_text(event, zone)} {amount_text(event, say)}, {place_text(event, say)}"


def _loss_text(event: LineEvent, say: Say) -> str:
    sent, lost = event.server.sent, event.server.lost
    if sent and lost == sent:
        return say(texts.NO_ANSWER, length=length_text(_length_s(event)), sent=str(sent))
    percent = f"{100 * lost / sent:.0f}" if sent else "0"
    return say(texts.LOSS, lost=str(lost), sent=str(sent), percent=percent)


def _delay_text(event: LineEvent, say: Say) -> str:
    return say(texts.DELAY, median=_ms(event.server.median_ms), worst=_ms(event.server.worst_ms))


def _computer_text(event: LineEvent, say: Say) -> str:
    return say(texts.COMPUTER, percent=f"{100 * (event.cpu_fraction or 0):.0f}")


_AMOUNTS: dict[EventKind, Callable[[LineEvent, Say], str]] = {
    EventKind.LOSS: _loss_text,
    EventKind.DELAY: _delay_text,
    EventKind.COMPUTER: _computer_text,
}


def _gateway_text(event: LineEvent, say: Say) -> str:
    gateway = event.gateway
    if not gateway.sent:
        return say(texts.GATEWAY_UNSEEN)
    if gateway.lost:
        return say(texts.GATEWAY_LOST, lost=str(gateway.lost), sent=str(gateway.sent))
    if event.kind is EventKind.DELAY:
        return say(texts.GATEWAY_SLOW, median=_ms(gateway.median_ms))
    return say(texts.GATEWAY_FINE, sent=str(gateway.sent))


def _length_s(event: LineEvent) -> float:
    """With the last second itself."""
    return (event.ended_at - event.started_at).total_seconds() + 1


def _ms(value: float | None) -> str:
    return "?" if value is None else f"{value:.0f}"
