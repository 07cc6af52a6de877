"""Sentences about the watched line that are shown to a person."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

LOSS = QT_TRANSLATE_NOOP("line-watch", "{lost} of {sent} packets lost ({percent} %)")
NO_ANSWER = QT_TRANSLATE_NOOP("line-watch", "no answer for {length} ({sent} packets)")
DELAY = QT_TRANSLATE_NOOP("line-watch", "answers took {median} ms, up to {worst} ms")
COMPUTER = QT_TRANSLATE_NOOP("line-watch", "the processors were {percent} % busy")

GATEWAY_FINE = QT_TRANSLATE_NOOP("line-watch", "the router answered all {sent}")
GATEWAY_LOST = QT_TRANSLATE_NOOP("line-watch", "the router left {lost} of {sent} unanswered")
GATEWAY_SLOW = QT_TRANSLATE_NOOP("line-watch", "the router took {median} ms")
GATEWAY_UNSEEN = QT_TRANSLATE_NOOP("line-watch", "the router was not watched")

BEYOND = QT_TRANSLATE_NOOP("line-watch", "beyond the router: provider or server")
HOME = QT_TRANSLATE_NOOP("line-watch", "at home: up to the router")
THIS_COMPUTER = QT_TRANSLATE_NOOP("line-watch", "this computer")
UNKNOWN = QT_TRANSLATE_NOOP("line-watch", "where it lies cannot be told")

PROCESS_ENDED = QT_TRANSLATE_NOOP(
    "line-watch", "The program that watches the line has ended by itself."
)
START_AGAIN = QT_TRANSLATE_NOOP("line-watch", "Start the watch again.")
NO_PROFILE = QT_TRANSLATE_NOOP("line-watch", "The workplace profile cannot be used ({faults}).")

TITLES = {
    "loss": QT_TRANSLATE_NOOP("line-watch", "The line loses packets"),
    "delay": QT_TRANSLATE_NOOP("line-watch", "The line answers slowly"),
    "computer": QT_TRANSLATE_NOOP("line-watch", "This computer is too busy for calls"),
}
FINE_AGAIN = QT_TRANSLATE_NOOP("line-watch", "Fine again")
OPEN = QT_TRANSLATE_NOOP("line-watch", "Open")
