"""One event in words: "10:42:10-10:42:31 3 of 21 packets lost (14 %), the router answered all"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.line_watch import texts
from workspace_assistant.core.line_watch.model import EventKind, LineEvent, Side
from workspace_assistant.core.text import Say, in_english

_SIDES = {Side.BEYOND: texts.BEYOND, Side.HOME: texts.HOME, Side.UNKNOWN: texts.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How the command line or the window writes.

    Attributes:
        clock: time of day with its seconds, on the user's clock.
        length: so many seconds, in words.
    """

    say: Say
    clock: Callable[[datetime], str]
    length: Callable[[float], str] = length_text


def plain_words(zone: tzinfo, say: Say = in_english) -> Words:
    """By the wall clock of *zone*; English unless *say* speaks another language."""
    return Words(say=say, clock=lambda at: f"{at.astimezone(zone):%H:%M:%S}")


def time_text(event: LineEvent, words: Words) -> str:
    """From the first bad second to the last."""
    begin, end = words.clock(event.started_at), words.clock(event.ended_at)
    return begin if begin == end else f"{begin}\N{EN DASH}{end}"


def amount_text(event: LineEvent, words: Words) -> str:
    """How bad it was, in numbers."""
    return _AMOUNTS[event.kind](event, words)


def place_text(event: LineEvent, words: Words) -> str:
    """Where it lies, and the router's figures that tell so."""
    if event.kind is EventKind.COMPUTER:
        return words.say(texts.THIS_COMPUTER)
    return f"{_gateway_text(event, words.say)}; {words.say(_SIDES[event.side])}"


def event_text(event: LineEvent, words: Words) -> str:
    """The whole line of the log."""
    return f"{time_text(event, words)} {what_text(event, words)}"


def what_text(event: LineEvent, words: Words) -> str:
    """The same without its time."""
    return f"{amount_text(event, words)}, {place_text(event, words)}"


def _loss_text(event: LineEvent, words: Words) -> str:
    sent, lost = event.server.sent, event.server.lost
    if sent and lost == sent:
        length = words.length(_length_s(event))
        return words.say(texts.NO_ANSWER, length=length, sent=str(sent))
    percent = f"{100 * lost / sent:.0f}" if sent else "0"
    return words.say(texts.LOSS, lost=str(lost), sent=str(sent), percent=percent)


def _delay_text(event: LineEvent, words: Words) -> str:
    median, worst = _ms(event.server.median_ms), _ms(event.server.worst_ms)
    return words.say(texts.DELAY, median=median, worst=worst)


def _computer_text(event: LineEvent, words: Words) -> str:
    return words.say(texts.COMPUTER, percent=f"{100 * (event.cpu_fraction or 0):.0f}")


_AMOUNTS: dict[EventKind, Callable[[LineEvent, Words], str]] = {
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
