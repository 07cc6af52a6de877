"""`breaks voice`: how long calls were, and how loud the own voice was in them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.facts.call_days import CallDay, DayLevel, call_days
from workspace_assistant.core.facts.call_document import loudness_document
from workspace_assistant.core.facts.loudness import loudness_fact
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.loudness.texts import PRIVATE
from workspace_assistant.core.text import in_english

if TYPE_CHECKING:
    from workspace_assistant.cli.breaks_services import BreakTools
    from workspace_assistant.cli.focus_arguments import Actions

_SWITCHED = {
    True: "The loudness of calls is measured, for four seconds every three minutes of a call.",
    False: "The loudness of calls is not measured. To measure it: workspace-assistant breaks "
    "voice on",
}
_NO_DAYS = "No day of the last two weeks was watched for calls."


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "voice",
        help="how long calls were, and how loud you spoke",
        description="Minutes in calls and how loud your voice was in them, of the last two weeks. "
        "Loudness is measured where you turn that on; only levels are kept, never sound.",
    )
    add_json(parser)
    parser.set_defaults(run=run_voice, json=False)
    switches = parser.add_subparsers(dest="switch", metavar="on|off")
    made = [
        switches.add_parser("on", description="Measure how loud you speak, during calls."),
        switches.add_parser("off", description="Measure nothing; what was measured stays."),
    ]
    for switch, is_on in zip(made, (True, False), strict=True):
        switch.set_defaults(run=run_switch, turn_on=is_on)
    return [parser, *made]


def run_switch(arguments: argparse.Namespace, tools: BreakTools) -> int:
    loudness = tools.loudness()
    loudness.turn(arguments.turn_on)
    say(_SWITCHED[arguments.turn_on])
    if arguments.turn_on:
        say(PRIVATE)
        _say_some(loudness.obstacle())
    return 0


def run_voice(arguments: argparse.Namespace, tools: BreakTools) -> int:
    loudness = tools.loudness()
    is_on, obstacle, sources = loudness.is_on(), loudness.obstacle(), loudness.sources()
    windows = Windows(now=sources.now, zone=sources.zone)
    days, trend = call_days(sources, windows), loudness_fact(sources, windows)
    if arguments.json:
        say_json(loudness_document(days, trend, is_on=is_on, obstacle=obstacle))
        return 0
    for line in _day_lines(days):
        say(line)
    say(in_english(trend.sentence, **trend.parts))
    say(_SWITCHED[is_on])
    _say_some(obstacle if is_on else "")
    say(PRIVATE)
    return 0


def _day_lines(days: tuple[CallDay, ...]) -> Iterator[str]:
    """Days that nobody watched are left out."""
    known = [one for one in days if one.call_s is not None or one.levels]
    if not known:
        yield _NO_DAYS
    for day in known:
        long = "not known how long" if day.call_s is None else f"{length_text(day.call_s)} in calls"
        told = [long, *(_level_text(one) for one in day.levels)]
        yield f"{day.on:%Y-%m-%d}  {'; '.join(told)}"


def _level_text(level: DayLevel) -> str:
    """Such as ``voice at -24.3 dBov (12 levels, Headset, volume -6 dB)``."""
    volume_db = level.microphone.volume_db
    volume = "volume not known" if volume_db is None else f"volume {volume_db:.3g} dB"
    levels = "1 level" if level.count == 1 else f"{level.count} levels"
    return f"voice at {level.level_dbov:.1f} dBov ({levels}, {level.microphone.name}, {volume})"


def _say_some(sentence: str) -> None:
    if sentence:
        say(sentence)
